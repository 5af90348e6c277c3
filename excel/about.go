package excel

import (
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

// about is what the sheet of sources tells.
type about struct {
	stamp      Stamp
	office     Office
	org        string
	provenance Provenance
	sets       []*evaluate.RuleSet
	counts     [][2]string
}

func aboutOf(r *result) about {
	return about{stamp: r.spec.Stamp, office: r.spec.Office, org: r.spec.OrgName, provenance: r.spec.Provenance, sets: r.ruleSets(),
		counts: r.countPairs()}
}

// countPairs says how many subjects ended how, zeros included: a sheet that has
// nothing to list is not in the workbook.
func (r *result) countPairs() [][2]string {
	return [][2]string{
		{labelGraded, itoa(r.counts[evaluate.Graded])}, {labelNotRated, itoa(r.counts[evaluate.NotRated])},
		{labelReviewShort, itoa(r.counts[evaluate.Review])}, {labelUndecidedShort, itoa(r.counts[evaluate.Undecided])},
		{sheetLeft, itoa(len(r.left()))}, {labelProblemsCount, itoa(len(r.spec.Problems))},
	}
}

// writeAbout draws what a workbook says of itself: tool, time, rule sets with
// hash and standing; then, each on a sheet of its own with its headings on every
// page, the rules whose wording was not seen and the inputs with their digests.
func (b *book) writeAbout(a about, head sheetHead) {
	p := b.sheet(sheetAbout, layout{widths: []float64{26, 40, 40, 34}, portrait: true, protect: true, standing: head.standing, footer: head.foot(sheetAbout)})
	p.titleBlock(head, "")
	p.skip(1)
	for _, pair := range append([][2]string{
		{labelTool, a.provenance.Tool}, {labelTime, a.provenance.Time.Format(timeFormat)},
		{labelOffice, joinDots(a.office.Name, a.stamp.Office)}, {labelUnit, joinDots(a.org, a.stamp.Org)},
		{labelPeriod, periodLabel(a.stamp.Period)},
	}, a.counts...) {
		p.pair(pair[0], pair[1], 1, 2, 4)
	}
	p.section(labelRuleSets, labelRuleKind, labelRuleRef, labelHash, labelNotQuotedCount)
	for _, r := range a.provenance.Rules {
		p.values(kindLabel(r.Kind), joinLines(r.Title, r.Ref, strings.Join(r.Switches, ", ")), halves(r.SHA256), notQuotedText(r.NotQuoted))
	}
	p.end()
	if len(a.sets) > 0 {
		b.writeNotQuoted(a.sets, head.titled(labelNotQuotedTitle))
	}
	if len(a.provenance.Inputs) > 0 {
		b.writeInputs(a.provenance.Inputs, head.titled(labelInputsTitle))
	}
}

const timeFormat = "02/01/2006 15:04"

// halves puts the second half of a digest on a line of its own: programs break
// a word that is too long where they like.
func halves(digest string) string {
	if len(digest) < 2 {
		return digest
	}
	return digest[:len(digest)/2] + "\n" + digest[len(digest)/2:]
}

// writeNotQuoted lists the rules whose wording was not seen, set by set.
func (b *book) writeNotQuoted(sets []*evaluate.RuleSet, head sheetHead) {
	p := b.plainTable(sheetNotQuoted, head, []column{{heading: labelRuleID, width: 24}, {heading: labelRuleText, width: 74},
		{heading: labelCite, width: 34}, {heading: labelStanding, width: 30}}, labelSourcesNote)
	for _, rs := range sets {
		p.band(joinDots(kindLabel(rs.Spec.Kind), rs.Ref()))
		p.notQuoted(rs)
	}
	p.end()
}

// writeInputs lists what was taken in.
func (b *book) writeInputs(inputs []InputRef, head sheetHead) {
	p := b.plainTable(sheetInputs, head, []column{numberColumn(), {heading: labelReceived, width: 17}, {heading: labelFile, width: 52},
		{heading: labelDigestShort, width: 17}, {heading: labelDigest, width: 96, unprinted: true}}, labelInputsNote)
	for n, in := range inputs {
		received := ""
		if !in.At.IsZero() {
			received = in.At.Format(timeFormat)
		}
		p.values(n+1, received, in.Path, in.Digest[:min(len(in.Digest), shortDigest)], in.Digest)
	}
	p.end()
}

// shortDigest is how much of a digest is printed: enough to tell files apart by eye.
// The whole one stands beside it on the screen.
const shortDigest = 12

// section heads one table of the sheet of sources.
func (p *page) section(title string, heads ...string) {
	p.skip(1)
	p.keep()
	p.line(strings.ToUpper(title), 1, 4, look{size: formSize, bold: true})
	cols := make([]column, len(heads))
	for i, h := range heads {
		cols[i] = column{heading: h, width: p.widths[i]}
	}
	p.headRow(cols)
}

// notQuoted lists the rules, bands and ceilings of a set whose standing is not
// "quoted", with why.
func (p *page) notQuoted(rs *evaluate.RuleSet) {
	put := func(id, text, note string, cite evaluate.Citation, s evaluate.Standing) {
		if s != evaluate.Quoted && s != "" {
			p.values(id, joinLines(text, note), cite.String(), evaluate.PhraseStanding(s))
		}
	}
	for i := range rs.Rules {
		if r := &rs.Rules[i]; !r.Off {
			put(r.ID, r.Text, r.Note, r.Cite, r.Standing)
		}
	}
	for _, l := range rs.Spec.Ladder {
		if l.Band != nil {
			put(l.Rung, labelBand, "", l.Band.Cite, l.Band.Standing)
		}
	}
	for _, c := range rs.Spec.Caps {
		put(c.ID, c.Text, c.Note, c.Cite, c.Standing)
	}
	for _, s := range rs.Sheets {
		put(s.Spec.ID, s.Spec.Title, s.Spec.Note, s.Spec.Cite, s.Spec.Standing)
		for _, g := range s.Spec.Groups {
			for l := range g.AllLines() {
				put(l.ID, l.Label, "", l.Cite, l.Standing)
			}
		}
	}
}

func joinLines(parts ...string) string {
	var out []string
	for _, s := range parts {
		if s != "" {
			out = append(out, s)
		}
	}
	return strings.Join(out, "\n")
}

// writeProblems lists problems for reading, in the given order.
func (b *book) writeProblems(problems []evaluate.Problem, head sheetHead) {
	p := b.plainTable(sheetProblems, head, []column{
		{heading: labelNumber, width: 5}, {heading: labelSeverity, width: 12}, {heading: labelCode, width: 9},
		{heading: labelFile, width: 32}, {heading: labelSheet, width: 15}, {heading: labelCell, width: 9},
		{heading: labelMessage, width: 54}, {heading: labelHint, width: 48},
	}, labelProblemsNote)
	for n, x := range problems {
		message, more := messageWithCells(x)
		p.values(n+1, severityLabel(x.Severity), string(x.Code), text(x.At.File), text(x.At.Sheet), text(x.At.Cell), message, text(x.Hint))
		for _, line := range more {
			p.values(nil, nil, nil, nil, nil, nil, line, nil)
		}
	}
	p.end()
}

// messageOf is a problem's sentence with the other places it names below.
func messageOf(x evaluate.Problem) string {
	message := x.Message
	for _, rel := range x.Related {
		message += "\n" + strings.TrimSpace(rel.Note+" "+seenFrom(x.At, rel.At))
	}
	return message
}

// seenFrom names a cell for somebody who has the workbook of another before him:
// whose path the tool read it under he does not know.
func seenFrom(here, at evaluate.Origin) string {
	switch {
	case at.Cell == "" || at.File != here.File:
		return at.String()
	case at.Sheet == here.Sheet:
		return "ô " + at.Cell
	}
	return "trang “" + at.Sheet + "” ô " + at.Cell
}
