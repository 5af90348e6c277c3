package campaign

import (
	"slices"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// The office's own row holds the decision for the whole campaign; anything else
// written there is pointed at, and the office is no subject.
func TestOfficeRowLiftsTheCampaignsCeiling(t *testing.T) {
	lib := library(t)
	a := office(t, lib, book(t, lib, excel.OfficeBook, "XA", evaluate.Organization,
		row{"org_code": "XA", "cap_uplift_orgs_decision": "12-QĐ", "org_disciplined": "yes"}))
	pop, rows, err := a.listed(evaluate.Organization)
	if err != nil {
		t.Fatal(err)
	}
	above := a.above(rows)
	root, _ := a.tree.Index("XA")
	for _, s := range pop.Subjects {
		if s.Org == root {
			t.Errorf("the office is graded by itself")
		}
	}
	if above == nil || len(above.Subjects) != 1 || above.Subjects[0].Org != root {
		t.Fatalf("above = %+v", above)
	}
	var told []evaluate.Code
	for _, p := range a.problems {
		told = append(told, p.Code)
	}
	if !slices.Equal(told, []evaluate.Code{"E368"}) {
		t.Errorf("problems %v, want E368 for the discipline alone", told)
	}
}
