package campaign

import (
	"testing"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// Columns under one heading stand side by side in every template of every year, so
// that none of them is printed on a page apart from the others.
func TestTemplateColumnsOfAGroupStandTogether(t *testing.T) {
	a := officeOf(t, library(t), communeBodies())
	for _, period := range []int{2015, 2018, 2021, 2023, 2025} {
		a.terms.period.Year = period
		sets, err := a.Campaign.sets(a.tree)
		if err != nil {
			t.Fatal(err)
		}
		for book := range bookSuppliers() {
			for _, k := range evaluate.Kinds() {
				if sets[k] == nil || book == excel.ResultBook {
					continue
				}
				s, closed, last := sets[k].Schema(), map[string]bool{}, ""
				for _, fact := range templateFacts(sets, sender{book: book}, k) {
					g := s.Facts[fact].Group
					if g != last && g != "" && closed[g] {
						t.Errorf("%d, %s of %s: %q is apart from its group %q", period, k, book, s.Facts[fact].Heading, g)
					}
					closed[last] = true
					last = g
				}
			}
		}
	}
}

// In the office's own row of its workbook just those cells are open of which something is
// used: any other comes back as a question (E368).
func TestTemplateClosesWhatTheOfficeDoesNotSayOfItself(t *testing.T) {
	a := officeOf(t, library(t), communeBodies())
	m := &templateMaker{assembly: a, reports: newReporting(a.tree, a.sets), known: map[evaluate.Kind]*knownPeople{}}
	s := m.placeSheet(excel.OfficeBook, evaluate.Organization, a.tree.Root())
	code, uplifts, asked := s.Schema.ByRole(evaluate.RoleBranchCode), evaluate.Uplifts(a.sets), 0
	for row := range s.Prefill.Len() {
		itself := s.Prefill.Text(row, code) == a.tree.Orgs[a.tree.Root()].Code
		for _, fact := range s.Facts {
			f := &s.Schema.Facts[fact]
			unused := itself && !usedAbove(f, uplifts)
			if closed := s.Closed != nil && s.Closed(row, fact); closed != unused && f.Supplier != evaluate.SupplyBranch {
				t.Errorf("row %d, %s: closed %t", row, f.ID, closed)
			}
			if unused {
				asked++
			}
		}
	}
	if asked == 0 {
		t.Error("the office has no row of its own")
	}
}
