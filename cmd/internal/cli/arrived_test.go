package cli

import (
	"strings"
	"testing"
	"time"

	"github.com/xeploai/xeploai/cmd/internal/campaign"
	"github.com/xeploai/xeploai/evaluate"
)

// A roster is no organization's own: its line has the rows alone.
func TestArrivedNamesTheOrganizationWhereThereIsOne(t *testing.T) {
	for org, want := range map[string]string{"A.1": "(A.1, 3 dòng)", "": "nhận mới (3 dòng)"} {
		f := campaign.Imported{Path: "x.xlsx", Org: org, Outcome: campaign.Accepted, Rows: map[evaluate.Kind]int{evaluate.Member: 3}}
		if got := messageArrived(time.Time{}, &f); !strings.HasSuffix(got, want) {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
