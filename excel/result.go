package excel

import (
	"cmp"
	"io"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"github.com/xeploai/xeploai/evaluate"
)

// WriteResult writes a result workbook: a list per subject kind with the
// computed grade, its reason and the columns of the decision to fill in; what
// waits for a person, grouped by cause; what waits for data, with the cells; the
// ceilings; the problems; where everything comes from; and a very hidden sheet
// of codes from which forms are counted. A sheet with nothing to list is left
// out, and the sheet of sources says so. Equal specs give equal bytes.
func WriteResult(w io.Writer, spec ResultSpec) error {
	r := newResult(&spec)
	b := newBook(spec.Title, spec.Provenance.Time)
	b.cells = newCellsSum()
	spec.Stamp.Sheets = r.kinds
	b.stampProps(spec.Stamp)
	for _, k := range r.kinds {
		b.writeList(r, k)
	}
	b.writeReview(r)
	b.writeUndecided(r)
	b.writeVotes(r)
	b.writeCaps(r)
	b.writeLeftMembers(r)
	if len(spec.Problems) > 0 {
		b.writeProblems(spec.Problems, r.head(labelProblemsTitle))
	}
	b.writeAbout(aboutOf(r), r.head(labelAboutTitle))
	b.writeLists()
	b.writeData(r)
	b.stampSheet(spec.Stamp)
	return b.finish(w)
}

// result is what all sheets of one result workbook share.
type result struct {
	spec      *ResultSpec
	report    *evaluate.Report
	kinds     []evaluate.Kind
	rows      map[evaluate.Kind][]int // population rows covered, in list order
	within    []bool                  // tree positions covered
	counts    map[evaluate.Outcome]int
	progress  Progress
	undecided int // subjects graded here without a decision
	// suggestions by kind and row, nil unless they were asked for
	suggestions map[evaluate.Kind]map[int]string
	// over are the problems of decisions that exceed a ceiling, by kind and row
	over map[evaluate.Kind]map[int][]evaluate.Problem
}

func newResult(spec *ResultSpec) *result {
	tree := spec.Report.Inputs.Tree
	r := &result{spec: spec, report: spec.Report, rows: map[evaluate.Kind][]int{}, over: map[evaluate.Kind]map[int][]evaluate.Problem{}, counts: map[evaluate.Outcome]int{}, within: make([]bool, tree.Len()),
		progress: Progress{Missing: spec.Missing, Waiting: map[evaluate.Kind]int{}, Lacking: lacking(spec.Problems)}}
	if spec.ProposeCaps {
		r.suggest()
	}
	for i := range r.within {
		r.within[i] = spec.Orgs == nil
	}
	for _, i := range spec.Orgs {
		r.within[i] = true
	}
	for _, k := range evaluate.Kinds() {
		pop, results := spec.Report.Of(k)
		if pop == nil {
			continue
		}
		var rows []int
		for row := range results {
			if !r.covers(pop.Subjects[row].Org) {
				continue
			}
			rows = append(rows, row)
			r.count(k, &results[row])
		}
		if len(rows) == 0 {
			continue
		}
		slices.SortStableFunc(rows, func(a, b int) int { return pop.Subjects[a].Org - pop.Subjects[b].Org })
		r.kinds, r.rows[k], r.over[k] = append(r.kinds, k), rows, spec.Report.DecidedOverOf(k)
	}
	return r
}

func (r *result) count(k evaluate.Kind, res *evaluate.Result) {
	r.counts[res.Outcome]++
	r.progress.Subjects++
	switch {
	case waits(res):
		r.progress.Waiting[k]++
	case res.Outcome == evaluate.Graded && res.Decided == evaluate.NoRank && res.Elsewhere == evaluate.NoRank:
		r.undecided++
	}
}

// covers tells whether the workbook is about an organization; subjects of
// unknown organizations stand in the campaign's workbook alone.
func (r *result) covers(org int) bool {
	if org < 0 {
		return r.spec.Orgs == nil
	}
	return r.within[org]
}

func waits(res *evaluate.Result) bool {
	return res.Outcome == evaluate.Review || res.Outcome == evaluate.Undecided
}

// subject is one row of the report with its surroundings.
type subject struct {
	kind  evaluate.Kind
	row   int
	frame *evaluate.Frame
	res   *evaluate.Result
	org   string // name of the rating organization
	of    *evaluate.Subject
}

// each calls f for every covered subject, in list order.
func (r *result) each(f func(s subject)) {
	for _, k := range r.kinds {
		for _, row := range r.rows[k] {
			f(r.subject(k, row))
		}
	}
}

func (r *result) subject(k evaluate.Kind, row int) subject {
	pop, results := r.report.Of(k)
	s := subject{kind: k, row: row, frame: pop.Frame, res: &results[row], of: &pop.Subjects[row]}
	if s.of.Org >= 0 {
		s.org = r.report.Inputs.Tree.Orgs[s.of.Org].Name
	}
	return s
}

// named is the name with the title in which a person is rated.
func (s *subject) named() string {
	name := s.name()
	titles, _ := postFacts(s.frame.Schema)
	for _, i := range titles {
		name = joinComma(name, s.frame.Text(s.row, i))
	}
	return name
}

// name is how the subject is called in a list.
func (s *subject) name() string {
	if n := s.frame.Text(s.row, s.frame.Schema.ByRole(evaluate.RoleName)); n != "" {
		return n
	}
	if s.kind == evaluate.Organization {
		return s.org
	}
	return s.of.ID
}

// fullName is the name with the organization it stands under.
func (s *subject) fullName() string {
	if s.kind == evaluate.Organization {
		return s.name()
	}
	return joinDots(s.named(), s.org)
}

// ruleSets lists the sets of the report, by kind.
func (r *result) ruleSets() []*evaluate.RuleSet {
	var out []*evaluate.RuleSet
	for _, k := range r.kinds {
		_, results := r.report.Of(k)
		if rs := results[r.rows[k][0]].Rules; rs != nil && !slices.Contains(out, rs) {
			out = append(out, rs)
		}
	}
	return out
}

// lacking counts the decisions that fail a check. They are of the
// workbook as a whole.
func lacking(ps []evaluate.Problem) map[evaluate.Kind]int {
	return map[evaluate.Kind]int{"": evaluate.LackingDecisions(ps)}
}

// sheetHead is the title block of a data sheet.
type sheetHead struct {
	office, title, unit, status string
	of                          string // whose the list is, for the foot of every page
	standing                    string // the status without its figures, for the foot of every page
	final                       bool
}

func (h sheetHead) titled(title string) sheetHead { h.title = title; return h }

// foot tells on every page of which sheet of whose it is one.
func (h sheetHead) foot(sheet string) string { return joinDots(h.of, sheet) }

func (r *result) head(title string) sheetHead {
	status, at := resultStatus(r.progress, r.undecided), r.spec.Provenance.Time
	return sheetHead{office: r.spec.Office.Name, title: title, final: r.progress.Final() && r.undecided == 0,
		unit: joinDots(r.spec.Title, r.spec.OrgName, periodLabel(r.spec.Stamp.Period)),
		of:   joinDots(cmp.Or(r.spec.OrgName, r.spec.Office.Name), periodLabel(r.spec.Stamp.Period)), status: statusThen(at, status), standing: statusThen(at, statusWord(status))}
}

// titleBlock fills rows 1 to 4 of a sheet; a fifth line is for the sheet's own
// note.
func (p *page) titleBlock(h sheetHead, note string) {
	status := look{bold: true}
	if !h.final {
		status.color = alertColor
	}
	status.wrap = p.overruns(h.status)
	p.banner(h.office, [3]excelize.Cell{p.cell(h.title, look{size: titleSize, bold: true}),
		p.cell(h.unit, look{wrap: p.overruns(h.unit)}), p.cell(h.status, status)}, true)
	p.line(note, 1, p.layout.noteEnd(), look{italic: true, color: quietColor, align: "left", top: true})
}

func joinComma(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + ", " + b
}

// titleJoint stands between the parts of a line under a title.
const titleJoint = " · "

func joinDots(parts ...string) string {
	parts = slices.DeleteFunc(parts, func(s string) bool { return s == "" })
	return strings.Join(parts, titleJoint)
}
