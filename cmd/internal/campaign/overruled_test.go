package campaign

import (
	"testing"
	"time"

	"github.com/xeploai/xeploai/evaluate"
)

// A decision answers the question about one on an id that is gone unless it is known
// to be the earlier of the two: taken in earlier, or signed on an earlier day.
func TestLaterDecisionAnswers(t *testing.T) {
	schema := library(t).Vocabulary.Schema(evaluate.Member)
	b := newBallot(nil, &evaluate.Population{Frame: evaluate.NewFrame(schema)})
	day := schema.Facts[schema.ByRole(evaluate.RoleDecisionDate)].ID
	morning := time.Date(2026, 1, 5, 8, 0, 0, 0, time.UTC)
	noon := morning.Add(4 * time.Hour)
	one, other, third := &kept{Receipt: Receipt{At: noon}}, &kept{Receipt: Receipt{At: morning}}, &kept{Receipt: Receipt{At: noon}}
	line := func(book *kept, carried bool, taken time.Time, signed int64) ruling {
		tab := &table{tableRows: tableRows{Kind: evaluate.Member, Carried: carried, Taken: taken, From: []int32{-1}, Row: []int32{9}}}
		on := keptColumn{Fact: day, Type: evaluate.DateFact, Given: []bool{signed > 0}, N: []int64{signed}}
		tab.columns = []column{on.column()}
		return ruling{bound{&binding{table: tab}, book}, 0}
	}
	var never time.Time
	for _, c := range []struct {
		name         string
		stands, gone ruling
		answers      bool
	}{
		{"carried over, the other written since", line(one, true, morning, 20251220), line(one, false, never, 20251225), false},
		{"written since, the other carried over", line(one, false, never, 20251225), line(one, true, morning, 20251220), true},
		{"on the same day", line(one, false, never, 20251220), line(one, true, morning, 20251220), true},
		{"without days, in the order taken in", line(one, true, morning, 0), line(one, true, noon, 0), false},
		{"without days, taken in later", line(one, true, noon, 0), line(one, true, morning, 0), true},
		{"another workbook, taken in earlier", line(other, false, never, 0), line(one, false, never, 0), false},
		{"taken in later, signed earlier", line(one, false, never, 20251220), line(other, false, never, 20251225), false},
		{"nothing tells", line(one, false, never, 0), line(third, false, never, 20251225), true},
	} {
		if got := b.answers(c.stands, c.gone); got != c.answers {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}
