package demo

import (
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"github.com/xeploai/xeploai/cmd/internal/campaign"
	"github.com/xeploai/xeploai/evaluate"
)

// Decisions are what the sample authority wrote into a result workbook: one
// entry for a whole group under review, and another one for one of them alone.
type Decisions struct {
	File  string // path of the workbook to be taken in
	Group string // key of the group
	// Made is what must come of it, by subject id.
	Made []Decided
}

// Decided is one subject's decision.
type Decided struct {
	Subject string
	Grade   evaluate.Statutory
	Alone   bool // by an entry of its own, which stands above that of the group
}

// Decide writes decisions into a copy of a base organization's result workbook,
// as the authority would. Nil means that no group of members waits for one.
// Errors are those of reading and writing.
func Decide(folder campaign.Folder, g *campaign.Grading) (*Decisions, error) {
	from, group := groupToDecide(g)
	if from == nil {
		return nil, nil
	}
	d := &Decisions{Group: group.key, File: filepath.Join(folder.Inbox(), decisionFile)}
	f, err := excelize.OpenFile(filepath.Join(folder.Root, filepath.FromSlash(from.Path)))
	if err != nil {
		return nil, fmt.Errorf("reopening a result workbook: %w", err)
	}
	defer f.Close()
	day := g.Report.Inputs.Reference
	if today := g.Day(); today.Compare(day) < 0 {
		day = today // nobody has decided tomorrow yet
	}
	p := &pen{file: f, decisions: d, day: day.Vietnamese()}
	if p.err = p.find(); p.err == nil {
		p.write(group)
	}
	if p.err != nil {
		return nil, fmt.Errorf("deciding in a result workbook: %w", p.err)
	}
	return d, campaign.Save(d.File, func(w io.Writer) error { return f.Write(w) }, nil)
}

// Arrived counts the decisions that a grading knows.
func (d *Decisions) Arrived(g *campaign.Grading) int {
	n := 0
	for _, r := range g.Report.DataRows() {
		if slices.ContainsFunc(d.Made, func(m Decided) bool {
			return r.Kind == evaluate.Member && r.ID == m.Subject && r.Grade == m.Grade && r.Decided != ""
		}) {
			n++
		}
	}
	return n
}

// waiting is a group of members under review and the grade to decide on: the one
// suggested, else the best that is possible.
type waiting struct {
	key      string
	grade    evaluate.Rank
	possible evaluate.RankSet // for every one of them
	scale    evaluate.Scale
	schema   *evaluate.Schema
	subjects []string
}

// gradeFor is the grade to decide on for a result under review, NoRank where the
// authority would have to grant more than a grade.
func gradeFor(r *evaluate.Result) evaluate.Rank {
	if r.Cause != evaluate.CauseFallThrough && r.Cause != evaluate.CauseProposedLow {
		return evaluate.NoRank
	}
	best := r.Suggested
	if best == evaluate.NoRank {
		for rank := range r.Possible.All() {
			best = max(best, rank)
		}
	}
	return best
}

// groupToDecide is the largest group of members under review in the workbook of
// one base organization, the first of those.
func groupToDecide(g *campaign.Grading) (from *campaign.Written, best waiting) {
	pop, results := g.Report.Of(evaluate.Member)
	tree := g.Report.Inputs.Tree
	for i := range g.Workbooks[min(1, len(g.Workbooks)):] {
		book := &g.Workbooks[i+1]
		at, _ := tree.Index(book.Org)
		groups := map[string]*waiting{}
		for row := range results {
			r, org := &results[row], pop.Subjects[row].Org
			if org < 0 || tree.Base(org) != at || r.Outcome != evaluate.Review || gradeFor(r) <= 0 {
				continue
			}
			w := groups[r.ReviewKey()]
			if w == nil {
				w = &waiting{key: r.ReviewKey(), grade: gradeFor(r), possible: r.Possible, scale: r.Rules.Scale(), schema: pop.Frame.Schema}
				groups[w.key] = w
			}
			// One line for all may only say what each of them may get.
			common := w.possible & r.Possible
			if common&^1 == 0 {
				continue
			}
			w.possible = common
			if w.subjects = append(w.subjects, pop.Subjects[row].ID); len(w.subjects) > len(best.subjects) {
				from, best = book, *w
			}
		}
	}
	if !best.possible.Has(best.grade) {
		best.grade = evaluate.NoRank
		for rank := range best.possible.All() {
			best.grade = max(best.grade, rank)
		}
	}
	if len(best.subjects) < 2 {
		return nil, waiting{}
	}
	return from, best
}

// pen writes on the review sheet of a result workbook.
type pen struct {
	file      *excelize.File
	decisions *Decisions
	day       string // of the decision
	rows      [][]string
	columns   map[string]int
	err       error
}

// find reads the sheet and finds the columns by the marks above them.
func (p *pen) find() (err error) {
	if p.rows, err = p.file.GetRows(reviewSheet); err != nil {
		return err
	}
	for _, row := range p.rows {
		p.columns = map[string]int{}
		for i, cell := range row {
			if mark, ok := strings.CutPrefix(cell, "#"); ok {
				p.columns[mark] = i
			}
		}
		if _, ok := p.columns["subject"]; ok {
			return nil
		}
	}
	return fmt.Errorf("no marks on sheet %s", reviewSheet)
}

// write enters the grade on the line of the group and the grade below
// it on the row of its first subject.
func (p *pen) write(w waiting) {
	for i, row := range p.rows {
		if p.cell(row, "group") != w.key {
			continue
		}
		switch p.cell(row, "subject") {
		case "":
			p.enter(i, w, w.grade)
		case w.subjects[0]:
			p.enter(i, w, w.grade-1)
		}
	}
	for i, id := range w.subjects {
		rank := w.grade
		if i == 0 {
			rank--
		}
		p.decisions.Made = append(p.decisions.Made, Decided{Subject: id, Grade: w.scale.Rung(rank).Statutory, Alone: i == 0})
	}
}

func (p *pen) cell(row []string, mark string) string {
	if c := p.columns[mark]; c < len(row) {
		return row[c]
	}
	return ""
}

func (p *pen) enter(row int, w waiting, rank evaluate.Rank) {
	def := &w.schema.Facts[w.schema.ByRole(evaluate.RoleDecision)]
	code, ok := def.CodeIndex(string(w.scale.Rung(rank).Statutory))
	if !ok {
		p.err = fmt.Errorf("fact %s has no choice for a rung", def.ID)
		return
	}
	p.set(row, evaluate.RoleDecision, def.Choices[code].Label)
	p.set(row, evaluate.RoleDecisionReason, decisionReason)
	p.set(row, evaluate.RoleDecisionNumber, decisionNumber)
	p.set(row, evaluate.RoleDecisionDate, p.day)
}

func (p *pen) set(row int, role evaluate.Role, value string) {
	c, ok := p.columns[string(role)]
	if !ok || p.err != nil {
		return
	}
	name, err := excelize.CoordinatesToCellName(c+1, row+1)
	if err == nil {
		err = p.file.SetCellStr(reviewSheet, name, value)
	}
	p.err = err
}
