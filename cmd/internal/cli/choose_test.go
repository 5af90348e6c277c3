package cli

import (
	"bytes"
	"strings"
	"testing"

	"github.com/xeploai/xeploai/cmd/internal/campaign"
	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/rules"
)

// Two posts of one person are told apart by their titles and by the collective and unit;
// what may be a name stays out of JSON.
func TestPostsOfOnePersonCanBeToldApart(t *testing.T) {
	lib, _ := rules.Load(nil, rules.Builtin())
	f := evaluate.NewFrame(lib.Vocabulary.Schema(evaluate.Leader))
	title, _ := f.Schema.Index("title")
	pop := &evaluate.Population{Frame: f}
	for i, said := range []string{"Phó Chủ tịch xã", "Nguyễn Mẫu An"} {
		f.Append(evaluate.Place{Source: -1})
		f.SetText(i, title, said)
		if i == 0 {
			lead, _ := f.Schema.Index("leadership_post")
			deputy, _ := f.Schema.Facts[lead].CodeIndex("deputy")
			f.Set(i, lead, evaluate.ChoiceValue(deputy))
		}
		pop.Subjects = append(pop.Subjects, evaluate.Subject{ID: []string{"aa", "bb"}[i], Person: "p", Org: 0,
			Links: []evaluate.Link{{Relation: evaluate.OwnCollective, Rows: []int{i}}}})
	}
	tree, ps := evaluate.NewTree([]evaluate.Org{{Code: "XA", Level: evaluate.CommitteeLevel}},
		evaluate.Body{Kind: evaluate.Collective, Code: "TT", Org: "XA"}, evaluate.Body{Kind: evaluate.Collective, Code: "CU", Org: "XA"})
	for _, p := range ps {
		if p.Severity == evaluate.Error {
			t.Fatal(ps)
		}
	}
	g := &campaign.Grading{Report: &evaluate.Report{Inputs: &evaluate.Inputs{Tree: tree, Populations: map[evaluate.Kind]*evaluate.Population{evaluate.Leader: pop}}}}
	o := chooseOutput{g, []campaign.Found{{Kind: evaluate.Leader, Row: 0}, {Kind: evaluate.Leader, Row: 1}}}
	if a, b := g.PostOf(o.found[0]).Words(), g.PostOf(o.found[1]).Words(); a != "Phó Chủ tịch xã · TT" || b != "Nguyễn Mẫu An · CU" {
		t.Errorf("shown: %q, %q", a, b)
	}
	day, _ := f.Schema.Index("birth_date")
	year, _ := f.Schema.Index("birth_year")
	born, _ := evaluate.NewDate(1960, 2, 3)
	f.Set(0, day, evaluate.DateValue(born))
	alone, _ := evaluate.NumberValue(evaluate.Int(1970))
	f.Set(1, year, alone)
	if a, b := bornWords(f, 0), bornWords(f, 1); a != "03/02/1960" || b != "1970" {
		t.Errorf("born %q, %q", a, b)
	}
	var out bytes.Buffer
	if err := o.json(&out); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`"id":"aa","organization":"XA","leadership_post":"deputy","collectives":["TT"]`, `"id":"bb","organization":"XA","collectives":["CU"]`} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("no %s in %s", want, out.String())
		}
	}
}
