package excel

import (
	"io"
	"strings"
	"time"

	"github.com/xeploai/xeploai/evaluate"
)

// Change is one fact of a subject before and after it was graded anew.
type Change struct {
	Fact    string `json:"fact"`
	Heading string `json:"heading"`
	Before  string `json:"before"` // as people read it; "" for an empty cell
	After   string `json:"after"`
	Cell    string `json:"cell"` // where the new value stands
}

// RegradedLine is one subject graded anew after the closing of its campaign.
type RegradedLine struct {
	Name, ID, Org string
	Kind          evaluate.Kind
	At            time.Time
	Old, New      string // the grades as people read them
	OldWhy        string // the reasons with their articles
	NewWhy        string
	Reason        string
	Number        string // of the decision
	Date          string // of the decision, yyyy-mm-dd
	Changes       []Change
	Dropped       string // the decision that stood before and stands no more
	Lowered       bool   // the new result is what was proposed, below what was computed
}

func (r *RegradedLine) date() string {
	if d, ok := evaluate.ParseDate(r.Date); ok {
		return d.Vietnamese()
	}
	return r.Date
}

// RegradingSpec describes the sheet that stands beside a decision to grade one
// subject anew.
type RegradingSpec struct {
	Stamp      Stamp
	Office     Office
	Period     evaluate.Period
	OrgName    string
	Closed     *Closure            // of the campaign
	Paper      *evaluate.PaperSpec // the printed form it follows, nil when none is known
	Regraded   RegradedLine
	Provenance Provenance
}

// WriteRegrading writes both results of one subject beside each other: the
// grades with their reasons and articles, what changed cell by cell, why, and
// the decision. Equal specs give equal bytes.
func WriteRegrading(w io.Writer, spec RegradingSpec) error {
	title := labelRegradeTitle
	if spec.Paper != nil {
		title = strings.ToUpper(spec.Paper.Title)
	}
	b := newBook(title, spec.Provenance.Time)
	b.stampProps(spec.Stamp)
	b.writeRegrading(&spec, title)
	head := sheetHead{office: spec.Office.Name, unit: joinDots(title, periodLabel(spec.Period.String())), status: regradedStatus(spec.Closed)}
	head.standing, head.final = head.status, spec.Closed != nil && !spec.Closed.Despite
	b.writeAbout(about{stamp: spec.Stamp, office: spec.Office, org: spec.OrgName, provenance: spec.Provenance}, head.titled(labelAboutTitle))
	b.stampSheet(spec.Stamp)
	return b.finish(w)
}

func (b *book) writeRegrading(spec *RegradingSpec, title string) {
	r := &spec.Regraded
	p := b.sheet(sheetRegrading, layout{widths: []float64{5, 32, 37, 37}, portrait: true, protect: true,
		footer: joinDots(title, r.ID)})
	last := len(p.widths)
	if spec.Paper != nil {
		p.line(formNumber(spec.Paper.Number), 1, last, look{size: formSize, align: "right"})
	}
	p.paperHead(spec.Office, placeDate(spec.Office.Place, spec.Provenance.Time), 2)
	p.skip(1)
	p.line(title, 1, last, look{size: titleSize, bold: true, align: "center"})
	p.line(formPeriod(periodLabel(spec.Period.String())), 1, last, look{size: formSize, italic: true, align: "center"})
	p.line(decisionLine(r.Number, r.date()), 1, last, look{size: formSize, align: "center"})
	p.line(regradedStatus(spec.Closed), 1, last, look{size: formSize, bold: true, align: "center"})
	p.skip(1)
	for _, pair := range [][2]string{{labelSubject, kindLabel(r.Kind)}, {labelSubjectName, r.Name}, {labelSubjectID, r.ID},
		{labelUnit, joinDots(spec.OrgName, r.Org)}, {labelRegradeReason, r.Reason}} {
		p.pair(pair[0], pair[1], 2, 3, last)
	}
	p.section(labelRegradeResults, labelNumber, labelChangeOf, labelBefore, labelAfter)
	p.values(1, labelEffectiveGrade, text(r.Old), text(r.New))
	p.values(2, labelWhy, text(r.OldWhy), text(r.NewWhy))
	p.section(labelRegradeChanges, labelNumber, labelChangeOf, labelBefore, labelAfter)
	for i, c := range r.Changes {
		p.values(i+1, c.Heading, text(orNothing(c.Before)), text(orNothing(c.After)))
	}
	if r.Dropped != "" {
		p.values(len(r.Changes)+1, labelDecision, text(r.Dropped), text(droppedTo(r.Lowered)))
	} else if len(r.Changes) == 0 {
		p.line(labelRegradeNone, 1, last, look{frame: boxed, italic: true})
	}
	p.keepOn() // signatures alone would certify nothing
	p.skip(1)
	p.keepOn()
	p.line(labelRegradeStays, 1, last, look{italic: true})
	p.keepOn()
	if spec.Paper != nil {
		note := joinDots(formStanding(evaluate.PhraseStanding(spec.Paper.Standing)), spec.Paper.Note)
		p.line(joinDots(spec.Paper.Cite.String(), note), 1, last, look{italic: true, color: quietColor})
		p.keepOn()
	}
	p.signatures(spec.Office)
	p.end()
}

// writeRegraded lists on a sheet of the summary who was graded anew since the
// campaign was locked.
func (b *book) writeRegraded(spec *SummarySpec, head sheetHead) {
	p := b.plainTable(sheetRegraded, head.titled(labelRegradeList), []column{numberColumn(), {heading: labelRegradedAt, width: 12},
		{heading: labelSubject, width: 11}, {heading: labelSubjectID, width: 13}, {heading: labelSubjectName, width: 22},
		{heading: labelUnitCode, width: 12}, {heading: labelBefore, width: 18}, {heading: labelAfter, width: 18},
		{heading: labelRegradeReason, width: 26}, {heading: labelRegradeNumber, width: 14}, {heading: labelRegradeDate, width: 12},
		{heading: labelRegradeChanges, width: 40}}, labelRegradeListHow)
	for n := range spec.Regraded {
		r := &spec.Regraded[n]
		var changes []string
		for _, c := range r.Changes {
			changes = append(changes, changeLine(c))
		}
		p.values(n+1, r.At.Format("02/01/2006"), kindLabel(r.Kind), text(r.ID), text(r.Name), text(r.Org), text(r.Old), text(r.New),
			text(r.Reason), text(r.Number), r.date(), text(joinLines(changes...)))
	}
	p.end()
}
