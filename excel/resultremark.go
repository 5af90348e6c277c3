package excel

import (
	"github.com/xeploai/xeploai/evaluate"
)

// What a sender remarks may be as long as he likes, and a row may not: programs cut off
// what is taller.

const (
	leastRemark  = 20.0 // the width of the column of remarks
	quietRemark  = 60.0 // to which it grows before rows get tall
	widestRemark = 80.0 // to which it grows before a remark is too tall; print stays readable
	remarkLines  = 10   // that a row may have for a remark while the column can grow
)

// remarkWidth is the width in which every remark of a kind ends within a row.
func (r *result) remarkWidth(k evaluate.Kind, fact int) float64 {
	width := leastRemark
	for _, row := range r.rows[k] {
		s := r.subject(k, row)
		for said := s.frame.Text(row, fact); width < widestRemark; width++ {
			if lines := remarkHeight(said, width); lines <= remarkLines || width >= quietRemark && lines <= mostLines {
				break
			}
		}
	}
	return width
}

func remarkHeight(said string, width float64) int { return wrappedLines(said, width-indentWidth) }

// remarkText is what is remarked of a subject, and where the rest stands if it is more
// than a row holds.
func remarkText(s *subject, fact int) string {
	said := s.frame.Text(s.row, fact)
	if remarkHeight(said, widestRemark) <= mostLines {
		return said
	}
	rest := restAt(s.frame.Origin(s.row, fact))
	here, _ := cutLines(said, widestRemark-indentWidth, mostLines-wrappedLines(rest, widestRemark-indentWidth))
	return here + rest
}
