package demo

import (
	"io"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"sync"

	"github.com/xeploai/xeploai/cmd/internal/campaign"
	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// book is one workbook of the office before it is written: which people and
// organizations stand in it, and whose facts about them.
type book struct {
	kind    excel.BookKind
	org     int   // position of the organization that reports
	members []int // rows of world.members
	orgs    []int // rows of world.orgs
	file    string
}

// books lists every workbook of the office, in order of the organizations.
func (w *world) books() []book {
	tree, _ := evaluate.NewTree(w.layout.orgs)
	byOrg := make([][]int, len(w.layout.orgs))
	for i := range w.people {
		at := w.layout.branches[w.people[i].branch].org
		byOrg[at] = append(byOrg[at], i)
	}
	var out []book
	for i, o := range w.layout.orgs {
		switch o.Level {
		case evaluate.CommitteeLevel:
			out = append(out, w.officeBook(i, tree))
		case evaluate.BaseCommittee, evaluate.SectionLevel:
			out = append(out, w.committeeBook(i, tree, byOrg))
		default:
			out = append(out, book{kind: excel.BranchBook, org: i, members: byOrg[i], orgs: []int{i}})
		}
	}
	for i := range out {
		out[i].file = bookName(out[i].kind, w.layout.orgs[out[i].org].Code)
	}
	return out
}

// committeeBook is what a committee knows about its leaders and the
// organizations attached to it, and its report on itself.
func (w *world) committeeBook(at int, tree *evaluate.Tree, byOrg [][]int) book {
	b := book{kind: excel.BaseBook, org: at, orgs: []int{at}}
	if w.layout.orgs[at].Level != evaluate.BaseCommittee {
		return b
	}
	for _, o := range tree.Within(at) {
		if o != at {
			b.orgs = append(b.orgs, o)
		}
		for _, m := range byOrg[o] {
			if w.members.given(m, []evaluate.Supplier{evaluate.SupplyBase}) {
				b.members = append(b.members, m)
			}
		}
	}
	return b
}

// officeBook is what only the office knows; it stands in for the base
// committee that base branches do not have.
func (w *world) officeBook(at int, tree *evaluate.Tree) book {
	b := book{kind: excel.OfficeBook, org: at}
	for i := range w.people {
		by := []evaluate.Supplier{evaluate.SupplyOffice}
		if w.layout.orgs[w.layout.branches[w.people[i].branch].org].Level == evaluate.BaseBranch {
			by = append(by, evaluate.SupplyBase)
		}
		if w.members.given(i, by) {
			b.members = append(b.members, i)
		}
	}
	for i, o := range w.layout.orgs {
		if o.Level.IsBase() || w.orgs.given(i, []evaluate.Supplier{evaluate.SupplyOffice}) {
			b.orgs = append(b.orgs, i)
		}
	}
	return b
}

func bookName(k excel.BookKind, code string) string {
	switch k {
	case excel.BaseBook:
		return code + "-dang-uy.xlsx"
	case excel.OfficeBook:
		return code + "-van-phong.xlsx"
	}
	return code + "-chi-bo.xlsx"
}

// suppliers says whose facts stand in a book: its own, and for a committee's
// report on itself those a branch gives. rowHolds narrows that by row.
func (b *book) suppliers(k evaluate.Kind) []evaluate.Supplier {
	switch {
	case b.kind == excel.OfficeBook:
		return []evaluate.Supplier{evaluate.SupplyBase, evaluate.SupplyOffice}
	case b.kind == excel.BaseBook && k == evaluate.Organization:
		return []evaluate.Supplier{evaluate.SupplyBranch, evaluate.SupplyBase}
	case b.kind == excel.BaseBook:
		return []evaluate.Supplier{evaluate.SupplyBase}
	}
	return []evaluate.Supplier{evaluate.SupplyBranch}
}

// holds tells whether the book speaks with the supplier's voice about an
// organization: nobody answers for another what that one answers itself.
func (w *world) holds(b *book, org int, by evaluate.Supplier) bool {
	switch by {
	case evaluate.SupplyBranch:
		return b.kind == excel.BranchBook || b.org == org
	case evaluate.SupplyBase:
		own := w.layout.orgs[org].Level.IsBase()
		return (b.kind == excel.OfficeBook) == own
	}
	return true
}

// slice copies what a book says about the given rows.
func (w *world) slice(b *book, s *sheet, k evaluate.Kind, rows []int) (facts []int, out *evaluate.Frame) {
	by := b.suppliers(k)
	for i, f := range s.frame.Schema.Facts {
		if s.used[i] && (f.Identity || slices.Contains(by, f.Supplier)) {
			facts = append(facts, i)
		}
	}
	out = evaluate.NewFrame(s.frame.Schema)
	for _, from := range rows {
		org := from
		if k == evaluate.Member {
			org = w.layout.branches[w.people[from].branch].org
		}
		to := out.Append(evaluate.Place{Source: -1})
		for _, i := range facts {
			f := &s.frame.Schema.Facts[i]
			v := s.frame.Value(from, i)
			switch {
			case v.IsBlank() || !f.Identity && !w.speaks(b, k, org, f.Supplier):
			case v.Type() == evaluate.TextFact:
				out.SetText(to, i, s.frame.Text(from, i))
			default:
				out.Set(to, i, v)
			}
		}
	}
	return facts, out
}

// speaks tells whether the book gives facts of a supplier about a subject of
// the organization.
func (w *world) speaks(b *book, k evaluate.Kind, org int, by evaluate.Supplier) bool {
	if k == evaluate.Organization {
		return w.holds(b, org, by)
	}
	if by == evaluate.SupplyBase && b.kind == excel.OfficeBook {
		return w.layout.orgs[org].Level == evaluate.BaseBranch
	}
	return true
}

// spareRows is the room a template leaves for people who joined.
const spareRows = 5

func (w *world) template(b *book) excel.TemplateSpec {
	o := w.layout.orgs[b.org]
	spec := excel.TemplateSpec{Office: w.office.excelOffice(), OrgName: o.Name, Guide: guide(), Stamp: excel.Stamp{
		Version: excel.TemplateVersion, Kind: b.kind, Office: w.office.code, Period: w.opt.Period.String(), Org: o.Code,
		Rules: map[evaluate.Kind]string{evaluate.Member: w.members.rules.Ref(), evaluate.Organization: w.orgs.rules.Ref()},
	}}
	if len(b.members) > 0 {
		facts, frame := w.slice(b, w.members, evaluate.Member, b.members)
		spec.Sheets = append(spec.Sheets, excel.TemplateSheet{Title: sheetMembers, Heading: headingMembers,
			Schema: w.members.frame.Schema, Facts: facts, Prefill: frame, Rows: frame.Len() + spareRows,
			Maxima: w.members.rules.LineMaxima(), Total: lineFacts(w.members.rules, facts)})
	}
	facts, frame := w.slice(b, w.orgs, evaluate.Organization, b.orgs)
	spec.Sheets = append(spec.Sheets, excel.TemplateSheet{Title: sheetOrgs, Heading: headingOrgs,
		Schema: w.orgs.frame.Schema, Facts: facts, Prefill: frame, Rows: frame.Len(), Locked: identityFacts(w.orgs.frame.Schema, facts),
		Maxima: w.orgs.rules.LineMaxima(), Total: lineFacts(w.orgs.rules, facts)})
	return spec
}

// lineFacts lists the score lines among the facts.
func lineFacts(rs *evaluate.RuleSet, facts []int) []int {
	maxima := rs.LineMaxima()
	var out []int
	for _, i := range facts {
		if _, ok := maxima[i]; ok {
			out = append(out, i)
		}
	}
	return out
}

func identityFacts(s *evaluate.Schema, facts []int) []int {
	return slices.DeleteFunc(slices.Clone(facts), func(i int) bool { return !s.Facts[i].Identity })
}

// writeAll writes the books into the inbox, several at once; what stands in
// them does not depend on the order.
func (w *world) writeAll(folder campaign.Folder, books []book) error {
	workers := w.opt.Workers
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	jobs := make(chan int)
	errs := make([]error, len(books))
	var wg sync.WaitGroup
	for range min(workers, len(books)) {
		wg.Go(func() {
			for i := range jobs {
				errs[i] = campaign.Save(filepath.Join(folder.Inbox(), books[i].file), func(out io.Writer) error {
					return excel.WriteTemplate(out, w.template(&books[i]))
				}, nil)
			}
		})
	}
	for i := range books {
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

// label is how a book's file is named in problems.
func label(folder campaign.Folder, file string) string {
	return path.Join(folder.Label(folder.Inbox()), file)
}
