package campaign

import (
	"slices"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// suppliers names whose facts a sheet may hold.
type suppliers []evaluate.Supplier

// bookSuppliers is the table of who fills in which sheet. The base committee
// reports on itself too, hence the branch's facts on its organization sheet;
// the office stands in for the base committee that base branches do not have.
func bookSuppliers() map[excel.BookKind]map[evaluate.Kind]suppliers {
	branch, base := evaluate.SupplyBranch, evaluate.SupplyBase
	office, authority := evaluate.SupplyOffice, evaluate.SupplyAuthority
	out := map[excel.BookKind]map[evaluate.Kind]suppliers{
		excel.BranchBook: {evaluate.Member: {branch}, evaluate.Organization: {branch}},
		excel.RosterBook: {evaluate.Member: {branch}},
		excel.BaseBook:   {evaluate.Member: {base}, evaluate.Organization: {branch, base}},
		excel.OfficeBook: {evaluate.Member: {base, office}, evaluate.Organization: {base, office}},
		excel.ResultBook: {},
	}
	// Every organization reports on the units, collectives, leaders and officials
	// that are its own; the office has some too.
	for _, k := range []evaluate.Kind{evaluate.Collective, evaluate.Leader, evaluate.Unit, evaluate.Staff} {
		out[excel.BranchBook][k] = suppliers{branch}
		out[excel.BaseBook][k] = suppliers{branch, base}
		out[excel.OfficeBook][k] = suppliers{branch, base, office}
	}
	for _, k := range evaluate.Kinds() {
		out[excel.ResultBook][k] = suppliers{authority}
	}
	return out
}

// sender is whose a workbook is: of which kind, and whether its organization heads the
// list. A base organization that does is the office itself, and no workbook of an
// office stands beside its own: who supplies a fact depends on the campaign.
type sender struct {
	book  excel.BookKind
	heads bool
}

// senderOf tells who sends a workbook in a campaign; t is nil where nobody knows.
func senderOf(t *evaluate.Tree, book excel.BookKind, org string) sender {
	return sender{book, book.Reports() && heads(t, org)}
}

// sender is who sent a workbook that was taken in.
func (k *kept) sender(t *evaluate.Tree) sender {
	return senderOf(t, k.Receipt.Kind, k.Receipt.Org)
}

// heads tells whether an organization is the one at the head of the list.
func heads(t *evaluate.Tree, org string) bool {
	return t != nil && t.Len() > 0 && t.Root() >= 0 && t.Orgs[t.Root()].Code == org
}

// suppliers are whose facts the sender's sheet of a kind may hold.
func (s sender) suppliers(k evaluate.Kind) suppliers {
	own := bookSuppliers()[s.book][k]
	if s.heads {
		return slices.Concat(own, bookSuppliers()[excel.OfficeBook][k])
	}
	return own
}

// bookFacts lists which facts may stand in which workbook: who can know what
// decides (design §6). Identity facts stand everywhere.
func bookFacts(v *evaluate.Vocabulary) map[excel.BookKind]map[evaluate.Kind][]int {
	out := map[excel.BookKind]map[evaluate.Kind][]int{}
	for book, suppliers := range bookSuppliers() {
		out[book] = map[evaluate.Kind][]int{}
		for _, k := range v.Kinds() {
			out[book][k] = suppliedFacts(v.Schema(k), suppliers[k])
		}
	}
	return out
}

func suppliedFacts(s *evaluate.Schema, by suppliers) []int {
	var out []int
	for i := range s.Facts {
		if s.Facts[i].Identity || by.supply(&s.Facts[i]) {
			out = append(out, i)
		}
	}
	return out
}

func (by suppliers) supply(f *evaluate.FactDef) bool { return slices.Contains(by, f.Supplier) }
