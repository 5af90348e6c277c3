package excel

import (
	"slices"

	"github.com/xeploai/xeploai/evaluate"
)

// kindInFront names a kind where the workbook has kinds that a name alone does
// not tell apart.
func (r *result) kindInFront(k evaluate.Kind) string {
	if slices.ContainsFunc(r.kinds, func(k evaluate.Kind) bool { return k != evaluate.Member && k != evaluate.Organization }) {
		return kindLabel(k)
	}
	return ""
}

// writeUndecided lists whose grade is open for want of facts: the grades still
// possible, each fact responsible and the cell where it belongs.
func (b *book) writeUndecided(r *result) {
	var rows []subject
	r.each(func(s subject) {
		if s.res.Outcome == evaluate.Undecided {
			rows = append(rows, s)
		}
	})
	if len(rows) == 0 {
		return
	}
	p := b.plainTable(sheetUndecided, r.head(labelUndecidedTitle), []column{
		{heading: labelNumber, width: 5}, {heading: labelLookUp, width: lookUpWidth}, {heading: labelName, width: 26},
		{heading: labelBranch, width: 22}, {heading: labelBaseOrg, width: 22}, {heading: labelPossible, width: 22},
		{heading: labelMissingFact, width: 50}, {heading: labelFile, width: 30}, {heading: labelSheet, width: 14}, {heading: labelCell, width: 8},
	}, joinSentences(labelUndecidedNote, r.shortNames()))
	var kind evaluate.Kind
	for n, s := range rows {
		if title := r.kindInFront(s.kind); title != "" && s.kind != kind {
			p.band(title)
			kind = s.kind
		}
		lead := []any{n + 1, s.of.ID, s.named(), text(s.org), text(r.baseName(&s)), text(shorts(s.res.Rules, s.res.Possible, s.res.MayBeNone))}
		waits := r.waitsFor(s)
		for i, line := range waits {
			if i+1 < min(len(waits), keptLines) {
				p.keep()
			}
			p.values(append(slices.Clone(lead), text(line.what), text(line.where), text(line.at.Sheet), text(line.at.Cell))...)
			lead = []any{nil, nil, nil, nil, nil, nil}
		}
	}
	p.end()
}

// keptLines is how many lines about one subject stay on a page together.
const keptLines = 6

// awaited is something a subject waits for and where it belongs.
type awaited struct {
	what, where string
	at          evaluate.Origin
}

// waitsFor lists what a subject waits for: questions between files, else facts.
// Facts of a sheet that has no row or column for them share one line.
func (r *result) waitsFor(s subject) []awaited {
	var out []awaited
	for _, h := range r.report.Questions(s.kind, s.row) {
		out = append(out, awaited{h.Problem.Message, h.Problem.At.File, h.Problem.At})
	}
	for _, o := range r.report.Missing(s.kind, s.row) {
		next := awaited{o.Heading, o.At.File, o.At}
		if next.where == "" {
			next.where = o.Place()
		}
		i := slices.IndexFunc(out, func(a awaited) bool {
			return o.At.Cell == "" && a.where == next.where && a.at == o.At
		})
		if i >= 0 {
			out[i].what += "; " + next.what
			continue
		}
		out = append(out, next)
	}
	if len(out) == 0 {
		out = append(out, awaited{what: r.report.Reason(s.kind, s.row)})
	}
	return out
}
