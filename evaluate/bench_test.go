package evaluate

import (
	"fmt"
	"math/rand/v2"
	"testing"
)

// Grading must be invisible beside reading and writing a workbook: compare with
// the benchmarks of package campaign.
func BenchmarkGrade(b *testing.B) {
	rs := sampleSet(b)
	in := sampleInputs()
	in.Tree, _ = NewTree([]Org{{Code: "D", Level: CommitteeLevel}, {Code: "B", Parent: "D", Level: BaseBranch}})
	f := NewFrame(rs.Schema())
	pop := &Population{Frame: f}
	r := rand.New(rand.NewPCG(1, 1))
	for i := range 100000 {
		fill(b, f, f.Append(Place{Source: -1}), randomFacts(r))
		pop.Subjects = append(pop.Subjects, Subject{ID: fmt.Sprint(i), Org: 1})
	}
	in.Populations = map[Kind]*Population{Member: pop}
	b.ReportAllocs()
	for b.Loop() {
		Grade(in, map[Kind]*RuleSet{Member: rs})
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/100000, "ns/row")
}
