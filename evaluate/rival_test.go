package evaluate

import (
	"strings"
	"testing"
)

// Two places that give one column of proposals otherwise leave the choice to a person,
// whichever of them the frame holds, and both cells are named; what is proposed of oneself is
// no place's word.
func TestTwoPlacesInOneColumn(t *testing.T) {
	rs := sampleSet(t)
	elsewhere := Origin{File: "nhan-ve/khac.xlsx", Sheet: "Đảng viên", Cell: "C9"}
	for _, c := range []struct {
		name, fact, here, there, base, want string
		rival                               bool
	}{
		{"two grades", "branch", "excellent", "good", "", "review()", true},
		{"the other way round", "branch", "good", "excellent", "", "review()", true},
		{"a higher proposal settles nothing", "branch", "good", "completed", "good", "review()", true},
		{"one grade", "branch", "good", "good", "", "good", true},
		{"of oneself", "self", "good", "completed", "", "excellent", false},
		{"no proposal", "sick", "0", "4", "", "excellent", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := NewFrame(rs.Schema())
			f.Append(Place{Source: -1})
			given := map[string]string{c.fact: c.here}
			if c.base != "" {
				given["base"] = c.base
			}
			fill(t, f, 0, perfect(given))
			i, _ := rs.Schema().Index(FactID(c.fact))
			if got := f.AddRival(0, i, c.there, elsewhere); got != c.rival {
				t.Fatalf("is a rival: %v", got)
			}
			for _, frame := range []*Frame{f, f.alone(0)} {
				r := rs.Settle(rs.Decide(frame, 0, sampleInputs(), nil), frame, 0)
				if got := show(rs, r.Outcome, r.Rank, r.Possible, NoRank); got != c.want {
					t.Errorf("got %s, want %s", got, c.want)
				}
				if said := rs.proposedApart(frame, 0); c.rival && !strings.Contains(said, elsewhere.String()) {
					t.Errorf("%q does not name the other cell", said)
				}
			}
		})
	}
}
