package demo

import (
	"io"
	"path/filepath"
	"runtime"
	"slices"
	"sync"

	"github.com/xeploai/xeploai/cmd/internal/campaign"
	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// book is one workbook of the office before it is written: the template the
// campaign would send out, and which people and organizations fill it.
type book struct {
	spec    excel.TemplateSpec
	org     int   // position of the organization that reports
	members []int // rows of world.members, in order of the sheet
	orgs    []int // rows of world.orgs
	// rows are the rows of every kind's sheet, the two above included.
	rows map[evaluate.Kind][]int
	file string
}

func (b *book) kind() excel.BookKind { return b.spec.Stamp.Kind }

// books fills in the templates, in order of the organizations.
func (w *world) books(specs []excel.TemplateSpec) []book {
	tree, _ := evaluate.NewTree(w.layout.orgs, w.bodies...)
	out := make([]book, len(specs))
	for i, spec := range specs {
		at, _ := tree.Index(spec.Stamp.Org)
		b := &out[i]
		*b = book{spec: spec, org: at, file: bookName(spec.Stamp), rows: map[evaluate.Kind][]int{}}
		for k := range spec.Sheets {
			w.fillSheet(b, &b.spec.Sheets[k], w.subjects(tree, b, spec.Sheets[k].Schema.Kind))
		}
		b.members, b.orgs = b.rows[evaluate.Member], b.rows[evaluate.Organization]
	}
	return out
}

// fillSheet writes what a book says of the given subjects into its sheet.
func (w *world) fillSheet(b *book, s *excel.TemplateSheet, subjects []subject) {
	k := s.Schema.Kind
	b.rows[k], s.Prefill = w.fill(b, w.sheets[k], s.Facts, subjects)
	s.Rows = s.Prefill.Len()
	if k == evaluate.Member {
		s.Rows += spareRows
	}
	if s.Closed == nil {
		return
	}
	own := make([]bool, 0, len(b.rows[k]))
	for _, row := range b.rows[k] {
		own = append(own, subjects[slices.IndexFunc(subjects, func(x subject) bool { return x.row == row })].org == b.org)
	}
	s.Closed = func(row, fact int) bool {
		f := &s.Schema.Facts[fact]
		return row < len(own) && !own[row] && !f.Identity && f.Supplier == evaluate.SupplyBranch
	}
}

// subjects lists the subjects of a kind that a book speaks of.
func (w *world) subjects(tree *evaluate.Tree, b *book, k evaluate.Kind) []subject {
	switch k {
	case evaluate.Member:
		return w.within(tree, b.org)
	case evaluate.Organization:
		return subtree(tree, b.org)
	}
	inside := map[int]bool{b.org: true}
	if l := tree.Orgs[b.org].Level; b.kind() != excel.BranchBook && l != evaluate.SectionLevel {
		for _, o := range tree.Within(b.org) {
			inside[o] = true
		}
	}
	var out []subject
	for row, org := range w.places(k) {
		if inside[org] {
			out = append(out, subject{row, org})
		}
	}
	return out
}

// places lists where each row of a kind stands in the tree.
func (w *world) places(k evaluate.Kind) []int {
	var out []int
	switch k {
	case evaluate.Leader:
		for i := range w.posts {
			out = append(out, w.posts[i].org)
		}
		return out
	case evaluate.Staff:
		return make([]int, len(w.officials)) // of the office's own agency
	}
	for i := range w.bodies {
		if w.bodies[i].Kind == k {
			out = append(out, w.orgIndex(w.bodies[i].Org))
		}
	}
	return out
}

// spareRows is the room a filled-in template still has for people who joined.
const spareRows = 5

func bookName(s excel.Stamp) string {
	switch s.Kind {
	case excel.BaseBook:
		return s.Org + "-dang-uy.xlsx"
	case excel.OfficeBook:
		return s.Org + "-van-phong.xlsx"
	}
	return s.Org + "-chi-bo.xlsx"
}

// subject is a row of a sheet and the organization it belongs to.
type subject struct{ row, org int }

// within lists the people of an organization and of everything below it.
func (w *world) within(tree *evaluate.Tree, at int) []subject {
	inside := make([]bool, tree.Len())
	for _, o := range tree.Within(at) {
		inside[o] = true
	}
	var out []subject
	for i := range w.people {
		if org := w.layout.branches[w.people[i].branch].org; inside[org] {
			out = append(out, subject{i, org})
		}
	}
	return out
}

func subtree(tree *evaluate.Tree, at int) []subject {
	var out []subject
	for _, o := range tree.Within(at) {
		out = append(out, subject{o, o})
	}
	return out
}

// fill copies what a book says of the given subjects. A branch reports all its
// people; others only those they have something to say about.
func (w *world) fill(b *book, s *sheet, facts []int, subjects []subject) (rows []int, out *evaluate.Frame) {
	out = evaluate.NewFrame(s.frame.Schema)
	for _, sub := range subjects {
		if b.kind() != excel.BranchBook && !w.anything(b, s, facts, sub) {
			continue
		}
		rows = append(rows, sub.row)
		copySubject(out, s.frame, sub.row, func(i int) bool {
			return slices.Contains(facts, i) && (s.frame.Schema.Facts[i].Identity || w.speaks(b, s.frame.Schema, sub.org, i))
		})
	}
	return rows, out
}

// copySubject appends what a row says to another frame, as far as wanted.
func copySubject(to, from *evaluate.Frame, row int, wanted func(fact int) bool) {
	at := to.Append(evaluate.Place{Source: -1})
	for i := range from.Schema.Facts {
		switch v := from.Value(row, i); {
		case v.IsBlank() || !wanted(i):
		case v.Type() == evaluate.TextFact:
			to.SetText(at, i, from.Text(row, i))
		default:
			to.Set(at, i, v)
		}
	}
}

func (w *world) anything(b *book, s *sheet, facts []int, sub subject) bool {
	return slices.ContainsFunc(facts, func(i int) bool {
		return !s.frame.Schema.Facts[i].Identity && !s.frame.Value(sub.row, i).IsBlank() && w.speaks(b, s.frame.Schema, sub.org, i)
	})
}

// speaks tells whether a book gives a fact about a subject of the organization:
// nobody answers for another what that one answers itself, and the office
// stands in for the base committee that base organizations do not have.
func (w *world) speaks(b *book, s *evaluate.Schema, org, fact int) bool {
	o := w.layout.orgs[org]
	place := s.Kind != evaluate.Member && s.Kind != evaluate.Organization
	switch s.Facts[fact].Supplier {
	case evaluate.SupplyBranch:
		return b.org == org || b.kind() == excel.BranchBook && !place
	case evaluate.SupplyBase:
		byOffice := o.Level == evaluate.BaseBranch || s.Kind == evaluate.Organization && o.Level.IsBase() || place && o.Level == evaluate.CommitteeLevel
		if byOffice {
			return b.kind() == excel.OfficeBook
		}
		return b.kind() == excel.BaseBook && w.layout.orgs[b.org].Level == evaluate.BaseCommittee
	}
	return true
}

// writeAll writes the books into the inbox, several at once; what stands in
// them does not depend on the order.
func (w *world) writeAll(folder campaign.Folder, books []book) error {
	return parallel(len(books), w.opt.Workers, func(i int) error {
		return campaign.Save(filepath.Join(folder.Inbox(), books[i].file), func(out io.Writer) error {
			return excel.WriteTemplate(out, books[i].spec)
		}, nil)
	})
}

// parallel does n jobs, at most the given number at once (0: one per core), and
// returns the error of the first that failed, by number.
func parallel(n, workers int, job func(i int) error) error {
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	jobs := make(chan int)
	errs := make([]error, n)
	var wg sync.WaitGroup
	for range min(workers, n) {
		wg.Go(func() {
			for i := range jobs {
				errs[i] = job(i)
			}
		})
	}
	for i := range n {
		jobs <- i
	}
	close(jobs)
	wg.Wait()
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}
