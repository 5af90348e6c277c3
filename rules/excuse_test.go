package rules

import (
	"testing"

	"github.com/xeploai/xeploai/evaluate"
)

// Every central set for members excuses who is exempt from activity, and nobody
// whose review is due.
func TestMembersExcused(t *testing.T) {
	lib, _ := Load(nil, Builtin())
	for _, year := range []string{"2019", "2021", "2024", "2025"} {
		p, _ := evaluate.ParsePeriod(year)
		rs, err := lib.InForce(evaluate.LibraryKey{Track: evaluate.PartyTrack, Kind: evaluate.Member, Period: p})
		if err != nil {
			t.Fatal(year, err)
		}
		status, _ := rs.Schema().Index("activity_status")
		codes := ""
		for _, e := range rs.Excuses() {
			if e.Fact == status {
				codes += rs.Schema().Facts[status].Choices[e.Choice].Code + " "
			}
		}
		if codes == "" || codes[:6] != "exempt" {
			t.Errorf("%s excuses %q", year, codes)
		}
	}
}
