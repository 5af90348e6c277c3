package campaign

import (
	"slices"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
)

// What an organization says of itself is closed in everybody else's workbook, and
// refused there as E366; what those who fill in the workbook supply stays open.
func TestClosedCells_ofOrganizationsBeneath(t *testing.T) {
	schema := library(t).Vocabulary.Schema(evaluate.Organization)
	closed := closedCells(evaluate.Organization, schema, []bool{true, false})
	if closed == nil {
		t.Fatal("nothing is closed")
	}
	for i := range schema.Facts {
		f := &schema.Facts[i]
		if closed(0, i) {
			t.Errorf("%s is closed on the own row", f.ID)
		}
		if want := f.Supplier == evaluate.SupplyBranch && !f.Identity; closed(1, i) != want {
			t.Errorf("%s beneath: closed %t, want %t", f.ID, closed(1, i), want)
		}
	}
	if !slices.ContainsFunc(schema.Facts, func(f evaluate.FactDef) bool { return f.Supplier == evaluate.SupplyBase }) {
		t.Error("no fact of base committees to keep open")
	}
}
