package campaign

import (
	"strings"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// The copy that goes back to a sender names no folder of the office; what the office
// prints does.
func TestHintsForSendersNameNoPathsOfTheOffice(t *testing.T) {
	a := officeOf(t, library(t), nil)
	run := &intake{Campaign: a.Campaign, tree: a.tree}
	in := &excel.Intake{Stamp: excel.Stamp{Kind: excel.BranchBook, Org: "A", Version: excel.TemplateVersion}}
	f := &Imported{Migrated: "tra-lai/a-mau-moi.xlsx", Problems: []evaluate.Problem{
		{Code: excel.CodeVersion, Hint: "x"},
		{Code: excel.CodeOtherOrganization, Message: "dòng này ghi mã tổ chức khác: " + evaluate.QuoteCode("B") + "; tệp được làm cho", Hint: "sửa mã"},
		{Code: "X109", Hint: "chọn một trong"},
	}}
	run.nameTemplate(in, f)
	for i, p := range run.forSender(in, f) {
		if strings.Contains(p.Hint, "mau/") || strings.Contains(p.Hint, "tra-lai/") || p.Hint == "" {
			t.Errorf("%s tells the sender %q", p.Code, p.Hint)
		}
		if clerk := f.Problems[i].Hint; p.Code != "X109" && !strings.Contains(clerk, "mau/") && !strings.Contains(clerk, "tra-lai/") {
			t.Errorf("%s tells the clerk %q", p.Code, clerk)
		}
	}
}
