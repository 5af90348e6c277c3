package excel

import (
	"cmp"
	"slices"

	"github.com/xeploai/xeploai/evaluate"
)

// writeReview lists what a person must decide, grouped by cause and by the rule
// behind it, so that one look can settle a group.
func (b *book) writeReview(r *result) {
	type group struct {
		cause evaluate.Cause
		kind  evaluate.Kind
		rule  int
		rows  []subject
	}
	var groups []group
	r.each(func(s subject) {
		if s.res.Outcome != evaluate.Review {
			return
		}
		rule := reviewRule(s.res)
		i := slices.IndexFunc(groups, func(g group) bool {
			return g.cause == s.res.Cause && g.kind == s.kind && g.rule == rule
		})
		if i < 0 {
			i = len(groups)
			groups = append(groups, group{cause: s.res.Cause, kind: s.kind, rule: rule})
		}
		groups[i].rows = append(groups[i].rows, s)
	})
	if len(groups) == 0 {
		return
	}
	slices.SortStableFunc(groups, func(a, b group) int {
		return cmp.Or(cmp.Compare(a.cause, b.cause), cmp.Compare(a.kind, b.kind), cmp.Compare(a.rule, b.rule))
	})
	p := b.plainTable(sheetReview, r.head(labelReviewTitle), []column{
		{heading: labelNumber, width: 5}, {heading: labelName, width: 26}, {heading: labelBranch, width: 24},
		{heading: labelTotalScore, width: 9}, {heading: labelProposed, width: 26}, {heading: labelSuggestedGrade, width: 12},
		{heading: labelPossible, width: 18}, {heading: labelReason, width: 60},
	}, joinSentences(labelReviewNote, r.shortNames()))
	for _, g := range groups {
		p.band(groupTitle(r.kindInFront(g.kind), g.cause, g.rows))
		for n, s := range g.rows {
			rs := s.res.Rules
			p.values(n+1, s.named(), s.org, totalPoints(&s), text(proposedText(&s)), text(short(rs, s.res.Suggested)),
				text(shorts(rs, s.res.Possible, s.res.MayBeNone)), r.report.Reason(s.kind, s.row))
		}
	}
	p.end()
}

// kindInFront names a kind where the workbook has kinds that a name alone does
// not tell apart.
func (r *result) kindInFront(k evaluate.Kind) string {
	if slices.ContainsFunc(r.kinds, func(k evaluate.Kind) bool { return k != evaluate.Member && k != evaluate.Organization }) {
		return kindLabel(k)
	}
	return ""
}

// groupTitle heads a group: its kind, its cause, the rule behind it and how
// many rows.
func groupTitle(kind string, c evaluate.Cause, rows []subject) string {
	rule := ""
	if i := reviewRule(rows[0].res); i >= 0 {
		rule = citedText(&rows[0].res.Rules.Rules[i].RuleSpec)
	}
	return joinDots(kind, reviewGroup(causeLabel(c), rule, len(rows)))
}

// reviewRule is the rule that brings a subject before a person: that of the walk,
// or the vote that its proposal did not pass; -1 for none.
func reviewRule(res *evaluate.Result) int {
	if res.Cause == evaluate.CauseVote {
		for i := range res.Votes {
			if res.Votes[i].Verdict == evaluate.Fails {
				return res.Votes[i].Rule
			}
		}
	}
	return res.Walk.Because
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
		{heading: labelNumber, width: 5}, {heading: labelName, width: 26}, {heading: labelBranch, width: 24},
		{heading: labelPossible, width: 27}, {heading: labelMissingFact, width: 54},
		{heading: labelFile, width: 30}, {heading: labelSheet, width: 14}, {heading: labelCell, width: 8},
	}, joinSentences(labelUndecidedNote, r.shortNames()))
	var kind evaluate.Kind
	for n, s := range rows {
		if title := r.kindInFront(s.kind); title != "" && s.kind != kind {
			p.band(title)
			kind = s.kind
		}
		lead := []any{n + 1, s.named(), s.org, text(shorts(s.res.Rules, s.res.Possible, s.res.MayBeNone))}
		waits := r.waitsFor(s)
		for i, line := range waits {
			if i+1 < min(len(waits), keptLines) {
				p.keep()
			}
			p.values(append(slices.Clone(lead), text(line.what), text(line.where), text(line.at.Sheet), text(line.at.Cell))...)
			lead = []any{nil, nil, nil, nil}
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
	for _, h := range s.of.Holds {
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
