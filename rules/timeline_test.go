package rules

import (
	"testing"

	"github.com/xeploai/xeploai/evaluate"
)

// Which text governs which period is itself a table of the digests (2018 to 2022,
// section 0; 2023 to 2026, section 2): both years at every change, and the fourth
// quarter, which is graded with the year.
func TestBuiltinSetsGovernTheirPeriods(t *testing.T) {
	lib, _ := Load(nil, Builtin())
	party := []struct {
		period string
		ids    map[evaluate.Kind]string
	}{
		{"2013", nil},
		{"2014", of27()}, {"2017", of27()},
		{"2018", ofParty("vn-16hd")},
		{"2019", ofParty("vn-21hd")}, {"2022", ofParty("vn-21hd")},
		{"2023", ofParty("vn-124")}, {"2024", ofParty("vn-124")},
		{"2025", ofParty("vn-366")}, {"2026", ofParty("vn-366")},
		{"2025-Q4", nil},
		{"2026-Q1", map[evaluate.Kind]string{evaluate.Leader: "vn-02hd-leader"}}, {"2026-Q3", map[evaluate.Kind]string{evaluate.Leader: "vn-02hd-leader"}}, {"2026-Q4", nil},
		{"2015-2020", map[evaluate.Kind]string{evaluate.Leader: "vn-21hd-leader-term"}},
	}
	for _, c := range party {
		for _, k := range []evaluate.Kind{evaluate.Member, evaluate.Organization, evaluate.Collective, evaluate.Leader} {
			inForce(t, lib, evaluate.PartyTrack, k, c.period, c.ids[k])
		}
	}
	for period, id := range map[string]string{"2014": "", "2015": "vn-nd56", "2019": "vn-nd56", "2020": "vn-nd90", "2025": "vn-nd90", "2026": "vn-nd335-nd233"} {
		for k, kind := range map[evaluate.Kind]string{evaluate.Staff: "-staff", evaluate.Leader: "-leader"} {
			want := id
			if id != "" {
				want += kind
			}
			inForce(t, lib, evaluate.StateTrack, k, period, want)
		}
	}
	for period, id := range map[string]string{"2017": "", "2018": "vn-task-unit", "2025": "vn-task-unit", "2026": "vn-nd335-unit"} {
		inForce(t, lib, evaluate.TaskTrack, evaluate.Unit, period, id)
	}
}

// of27 are the sets of 27-HD, of which only members and organizations were seen.
func of27() map[evaluate.Kind]string {
	return map[evaluate.Kind]string{evaluate.Member: "vn-27hd-member", evaluate.Organization: "vn-27hd-organization"}
}

func ofParty(text string) map[evaluate.Kind]string {
	return map[evaluate.Kind]string{evaluate.Member: text + "-member", evaluate.Organization: text + "-organization",
		evaluate.Collective: text + "-collective", evaluate.Leader: text + "-leader"}
}

// inForce demands that the newest edition of a set, or none, is in force.
func inForce(t *testing.T, lib *evaluate.Library, track evaluate.Track, k evaluate.Kind, period, want string) {
	t.Helper()
	p, ok := evaluate.ParsePeriod(period)
	if !ok {
		t.Fatalf("%s is no period", period)
	}
	rs, err := lib.InForce(evaluate.LibraryKey{Track: track, Kind: k, Period: p})
	if err != nil {
		if want != "" {
			t.Errorf("%s %s %s: %v, want %q", track, k, period, err, want)
		}
		return
	}
	if rs.Spec.ID != want {
		t.Errorf("%s %s %s: %q is in force, want %q", track, k, period, rs.Spec.ID, want)
	}
	for _, other := range lib.Sets {
		if s := &other.Spec; s.ID == rs.Spec.ID && s.From == rs.Spec.From && s.Edition > rs.Spec.Edition {
			t.Errorf("%s %s %s: %s is in force, though there is %s", track, k, period, rs.Ref(), other.Ref())
		}
	}
}
