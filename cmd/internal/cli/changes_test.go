package cli

import (
	"bytes"
	"strings"
	"testing"

	"github.com/xeploai/xeploai/cmd/internal/campaign"
)

// A file sent again with the same rows in another order is not left without a word:
// no cell of anybody differs, and still it is not the file taken in.
func TestTalkChanges_nothingChanged(t *testing.T) {
	for outcome, want := range map[campaign.ImportOutcome]bool{campaign.Newer: true, campaign.Replaced: true, campaign.Accepted: false, campaign.Known: false} {
		var out bytes.Buffer
		a := &app{env: Env{Stderr: &out}}
		a.talkChanges(campaign.Imported{Outcome: outcome})
		if got := strings.Contains(out.String(), messageNothingChanged); got != want {
			t.Errorf("%s: told %v: %q", outcome, got, out.String())
		}
	}
}
