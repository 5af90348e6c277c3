package cli

import (
	"strings"
	"testing"

	"github.com/xeploai/xeploai/cmd/internal/campaign"
	"github.com/xeploai/xeploai/evaluate"
)

// A decision that a workbook of grading anew left blank is dropped aloud.
func TestRegradingSaysWhichDecisionItDropped(t *testing.T) {
	r := &campaign.Regraded{Kind: evaluate.Member, ID: "abc", Number: "03-QĐ/ĐU"}
	if got := messageRegraded(r); strings.Contains(got, "không còn") {
		t.Errorf("without a decision before: %q", got)
	}
	r.Dropped = "Hoàn thành tốt nhiệm vụ (số 1-QĐ/ĐU)"
	if got := messageRegraded(r); !strings.Contains(got, "Quyết định trước, Hoàn thành tốt nhiệm vụ (số 1-QĐ/ĐU), không còn") {
		t.Errorf("the dropped decision is not named: %q", got)
	}
}
