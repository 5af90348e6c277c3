package cli

import (
	"strings"
	"testing"

	"github.com/xeploai/xeploai/cmd/internal/campaign"
	"github.com/xeploai/xeploai/evaluate"
)

// However many problems of one kind come first, one of every other kind is printed.
func TestOneOfEach(t *testing.T) {
	for _, c := range []struct {
		codes string
		n     int
		want  string
	}{
		{"A A A B A C", 3, "A B C"},
		{"A A A B A C", 4, "A A B C"},
		{"A B C", 3, "A B C"},
		{"A B C", 2, "A B"},
		{"A A A", 2, "A A"},
		{"", 2, ""},
	} {
		var ps []evaluate.Problem
		for i, code := range strings.Fields(c.codes) {
			ps = append(ps, evaluate.Problem{Code: evaluate.Code(code), Message: strings.Repeat("i", i)})
		}
		var got []string
		last := -1
		for _, p := range oneOfEach(ps, c.n) {
			got = append(got, string(p.Code))
			if len(p.Message) <= last {
				t.Errorf("%s: not in their order", c.codes)
			}
			last = len(p.Message)
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%d of %s: %v, want %s", c.n, c.codes, got, c.want)
		}
	}
}

// Both files that go back to a sender are named where one of them is.
func TestRefusedNamesBothCopies(t *testing.T) {
	r := campaign.Refusal{Path: "nhan-ve/a.xlsx", Org: "A", Errors: 1, Returned: "tra-lai/a.xlsx"}
	alone := messageRefused(r, false)
	r.Migrated = "tra-lai/a-mau-moi.xlsx"
	if both := messageRefused(r, false); strings.Contains(alone, "gửi kèm") || !strings.Contains(both, "tra-lai/a.xlsx; gửi kèm ") || !strings.Contains(both, r.Migrated) {
		t.Errorf("%q, %q", alone, both)
	}
}
