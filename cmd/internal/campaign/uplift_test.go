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

// Words where the number of a decision belongs lift nothing: the file is refused.
func TestWordsLiftNoCeiling(t *testing.T) {
	lib := library(t)
	a := officeOf(t, lib, nil)
	run := &intake{Campaign: a.Campaign, sets: a.sets}
	for text, refused := range map[string]bool{"": false, "60-QĐ/TU": false, "7": false, "không": true, "chưa có": true, "0": true, "-": true} {
		f := evaluate.NewFrame(lib.Vocabulary.Schema(evaluate.Organization))
		at := f.Append(evaluate.Place{Source: -1})
		i, _ := f.Schema.Index("cap_uplift_decision")
		f.SetText(at, i, text)
		ps := run.checkUplifts(f)
		if got := len(ps) == 1 && ps[0].Code == "E336" && ps[0].Severity == evaluate.Error; got != refused || !refused && len(ps) > 0 {
			t.Errorf("%q: %v", text, ps)
		}
	}
}
