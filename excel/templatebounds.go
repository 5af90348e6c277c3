package excel

import (
	"strings"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"
)

// longestCheck is how long Excel lets the formula of a validation be.
const longestCheck = 255

// checkByRow makes the typing checks of points follow the score sheet that each row
// takes, so that what a row may not have is told while it is typed, not only when
// the file comes in. It warns and refuses nothing: the office may have ordered another
// sheet for somebody. Where the formula would be too long, or a test has no column
// here, the check stays that of the loosest sheet; the colours are exact in any case.
func (c *counting) checkByRow(cols []column) {
	for i, fact := range c.facts {
		if fact < 0 || cols[i].check == nil {
			continue
		}
		most := c.rowMost(fact)
		if most == "" || len(utf16.Encode([]rune(most))) > longestCheck {
			continue
		}
		check, said := cols[i].check, formHint(c.sheet, fact, 0)
		cols[i].check = func() *excelize.DataValidation {
			v := check()
			if v.Operator != "between" {
				return v // without a least number nothing is below it
			}
			v.Formula2 = formulaEscaper().Replace(most)
			v.SetError(excelize.DataValidationErrorStyleWarning, labelWrongTitle, clip(labelBeyondRow(said), longestCheck))
			return v
		}
	}
}

// formulaEscaper writes a formula into markup; the library takes it as it stands.
func formulaEscaper() *strings.Replacer {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")
}

// bounded is a step on the way to a row's most points: what tests hold, as terms
// of an OR, and what then is the most.
type bounded struct {
	tests []string
	most  string
}

// rowMost is a formula of the most points a row may have on a line; less than
// nothing where its score sheet does not have the line, and the most of any sheet
// while the row does not say which it takes. "" where one bound serves all rows.
func (c *counting) rowMost(fact int) string {
	loosest, line := c.loosest(fact)
	if !line {
		return ""
	}
	var steps []bounded
	asked := map[int]bool{}
	for _, f := range c.sheet.Forms {
		col := 0
		if f.Fact >= 0 {
			if col = c.column(f.Fact); col == 0 {
				return ""
			}
			if !asked[col] {
				asked[col] = true
				steps = joined(steps, bounded{[]string{relative(col) + `=""`}, loosest.String()})
			}
		}
		most := noPoints
		if m, own := f.Most[fact]; own {
			most = m.String()
		}
		var tests []string
		for _, choice := range f.Choices {
			tests = append(tests, relative(col)+"="+quoteText(c.sheet.Schema.Facts[f.Fact].Choices[choice].Label))
		}
		steps = joined(steps, bounded{tests, most})
		if col == 0 {
			break // nobody is left
		}
	}
	return nested(steps)
}

// noPoints is below the least that anybody may have.
const noPoints = "-1"

// joined adds a step; neighbours that come to the same are one.
func joined(steps []bounded, next bounded) []bounded {
	if last := len(steps) - 1; last >= 0 && steps[last].most == next.most && len(next.tests) > 0 {
		steps[last].tests = append(steps[last].tests, next.tests...)
		return steps
	}
	return append(steps, next)
}

// nested writes steps as one formula, "" where they all come to the same. The last
// is for everybody else.
func nested(steps []bounded) string {
	last := len(steps) - 1
	if last < 0 || len(steps[last].tests) > 0 {
		return ""
	}
	out := steps[last].most
	for last--; last >= 0 && steps[last].most == out; last-- {
	}
	if last < 0 {
		return ""
	}
	for ; last >= 0; last-- {
		test := steps[last].tests[0]
		if len(steps[last].tests) > 1 {
			test = "OR(" + strings.Join(steps[last].tests, ",") + ")"
		}
		out = "IF(" + test + "," + steps[last].most + "," + out + ")"
	}
	return out
}
