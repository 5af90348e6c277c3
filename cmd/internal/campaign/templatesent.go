package campaign

import (
	"slices"
	"strings"

	"github.com/xeploai/xeploai/excel"
)

// Whom a template listed as gone, or a workbook named for it against a report, stays gone
// when the template is written again without that workbook, as whom it named stays in it:
// until a source has him as active, or the workbook is taken back.

// sentGone are the rows of the templates written before.
type sentGone struct {
	named, others []goneRow     // named: a workbook named for a template gave the state
	sources       []aliveSource // who may answer
}

// aliveSource is a workbook named, or a roster taken in, with whom it lists to be reviewed.
type aliveSource struct {
	*kept
	*knownRows
	named, earlier bool // earlier: of another period
}

// sentGone reads them.
func (m *templateMaker) sentGone(named []*kept, ids identityFacts) *sentGone {
	out := &sentGone{}
	for _, row := range m.goneRows(m.prefilled, ids) {
		row.sent = true
		if len(m.tellers(&row)) > 0 {
			out.named = append(out.named, row)
		} else {
			out.others = append(out.others, row)
		}
	}
	if len(out.named)+len(out.others) == 0 {
		return out
	}
	for i, k := range slices.Concat(named, m.books) {
		if i < len(named) || k.Receipt.Kind == excel.RosterBook {
			out.sources = append(out.sources, aliveSource{k, newKnownRows(m.knownIn(k, ids)), i < len(named), m.isEarlier(k)})
		}
	}
	return out
}

// tellers are the workbooks named for templates that gave the state of a row.
func (m *templateMaker) tellers(row *goneRow) (labels []string) {
	if row.at.File != row.book.Receipt.Path {
		return []string{row.at.File} // it disputes a report
	}
	by, _ := m.giversOf(row.book, m.keyOfRow(givenGone, row.person), false)
	for _, l := range by {
		if l != (namedList{}) {
			labels = append(labels, l.Path)
		}
	}
	return labels
}

// answered tells whether a row of a template written before says nothing any more: a
// workbook named, or a roster taken in since, has its person as active, which is told
// unless it gave the state itself; or those that gave it do no more, and a report has him.
func (s *sentGone) answered(row *goneRow, tellers []string, reported bool, told *cellPairs[disagreement], ids identityFacts) bool {
	ofNamed := func(label string) bool {
		return slices.ContainsFunc(s.sources, func(b aliveSource) bool { return b.named && b.Receipt.Path == label })
	}
	mended := len(tellers) > 0 && !slices.ContainsFunc(tellers, func(label string) bool { return !ofNamed(label) })
	if mended && reported {
		return true
	}
	for _, b := range s.sources {
		there := row.deniedBy(b.knownRows)
		since := !b.earlier || mended
		if !b.named {
			since = b.Receipt.At.After(row.book.Receipt.At)
		}
		if there == nil || !since {
			continue
		}
		if !mended && (b.named || len(tellers) > 0) {
			told.add(disagreement{gone: strings.Join(tellers, ", "), there: there.at(ids).File, before: true}, row.at, there.at(ids))
		}
		return true
	}
	return false
}
