package campaign

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// readingsOf is a question, and the same campaign once for each of its answers, in which
// the cells say that answer alone and nobody asks.
type readingsOf struct {
	name  string
	code  evaluate.Code
	asked coupling
	facts []coupling
	// wide tells of whom no more is asked than that nothing is left out: who counts people
	// by what is asked about takes any answer for any of them.
	wide func(k evaluate.Kind, row int) bool
}

// comesTo is what a subject may come to.
type comesTo struct {
	possible evaluate.RankSet
	none     bool
}

func mayComeTo(r *evaluate.Result) comesTo {
	if r.Outcome == evaluate.Graded {
		return comesTo{possible: evaluate.RankSet(0).With(r.Rank)}
	}
	return comesTo{r.Possible, r.MayBeNone || r.Outcome == evaluate.NotRated}
}

// check grades the campaign that asks and those that do not: everybody may come to just
// what one of these leads to, whatever he depends on. It tells whether the question was
// the only one.
func (q *readingsOf) check(t *testing.T, l libraries) (single bool) {
	t.Helper()
	asked := q.asked.run(t, l)
	runs := []*run{asked}
	for i := range q.facts {
		runs = append(runs, q.facts[i].run(t, l))
	}
	found := slices.ContainsFunc(asked.problems, func(p evaluate.Problem) bool { return p.Code == q.code })
	for i, r := range runs {
		for _, pop := range r.report.Inputs.Populations {
			for _, s := range pop.Subjects {
				other := func(p evaluate.Problem) bool { return i > 0 || p.Code != q.code }
				if slices.ContainsFunc(s.Holds, func(h evaluate.Hold) bool { return other(h.Problem) }) || slices.ContainsFunc(s.Doubts, func(d evaluate.Doubt) bool { return other(d.Problem) }) {
					found = false // there are other questions
				}
			}
		}
	}
	for k, results := range asked.report.Results {
		for row := range results {
			var want comesTo
			for _, r := range runs[1:] {
				pop, own := r.report.Of(k)
				if pop.Subjects[row].Person != asked.report.Inputs.Populations[k].Subjects[row].Person { // a post bears the name of its unit
					t.Fatalf("%s: other subjects", q.name)
				}
				x := mayComeTo(&own[row])
				want.possible, want.none = want.possible|x.possible, want.none || x.none
			}
			got := mayComeTo(&results[row])
			if got.possible&want.possible != want.possible || want.none && !got.none || found && got != want && (q.wide == nil || !q.wide(k, row)) {
				t.Errorf("%s, %s %d: %s, possible %v %v, want %v %v", q.name, k, row, asked.outcome(k, row), got.possible.Ranks(), got.none, want.possible.Ranks(), want.none)
				for _, r := range runs[1:] {
					t.Logf("  %s", r.outcome(k, row))
				}
			}
		}
	}
	return found
}

func pick[T any](r *rand.Rand, list ...T) T { return list[r.IntN(len(list))] }

// Which unit a collective leads (E352): its heads and whoever else depends on it are in
// the world of the list or in that of the members, never in one as to the unit and in the
// other as to the collective's grade.
func TestHeadsWaitInTheWorldsOfTheirCollective(t *testing.T) {
	r, l := rand.New(rand.NewPCG(61, 62)), libraries{}
	grades := []string{"excellent", "good", "completed", "not_completed"}
	single := 0
	for n := range 150 {
		period, named := pick(r, "2021", "2021", "2025"), "UK"
		post := func(name, post, title, collective, unit string) row {
			facts := row{"headed_organization": "không", "area_grade": "none", "reviewed": "yes"}
			if r.IntN(6) == 0 {
				facts["unit_tasks_done"] = pick(r, "100", "40")
			}
			if r.IntN(8) == 0 {
				facts["proposal_base"] = pick(r, grades...)
			}
			out := somebody(name, post21(post, title, collective, unit, pick(r, "không", "không", "PK", "UV"), facts))
			if period == "2025" {
				out = somebody(name, leader366(post, title, collective, unit, pick(r, "không", "không", "PK"), "25", facts))
			}
			if r.IntN(10) == 0 {
				out = out.without(pick[evaluate.FactID](r, "tasks_done", "score_r1", "unit_tasks_assigned", "own_unit"))
			}
			return out
		}
		rows := []row{post("Kim", "head", "Trưởng phòng Mẫu", "LK", named).with(row{"own_unit": named}), post("Phó 1", "deputy", "Phó Mẫu", "LK", named).with(row{"own_unit": named}), post("Phó 2", "deputy", "Phó Mẫu", "LK", named).with(row{"own_unit": named}),
			post("Vân", "head", "Trưởng phòng Mẫu", pick(r, "TV", "LV", "không"), "UV")}
		if r.IntN(2) == 0 {
			rows = append(rows, post("Kim", "head", "Ủy viên Mẫu", "TV", named).with(row{"own_unit": named}))
		}
		own := func(code string) row {
			out := collective21(code, "management", pick(r, "excellent", "excellent", "good"), pick(r, "good", "good", "average"))
			if period == "2025" {
				out = collective366(code, "management", pick(r, "44", "30"))
			}
			if r.IntN(8) == 0 {
				out = out.without(pick[evaluate.FactID](r, "tasks_done", "level_security", "score_c1"))
			}
			return out
		}
		books := []sheet{orgsGiven("A", "excellent", "XA", pick(r, grades...)), collectivesGiven("committee", "TV", pick(r, grades...)),
			{excel.OfficeBook, "XA", evaluate.Collective, []row{own("LK"), own("LV")}}}
		for _, u := range []string{"UK", "UV", "PK"} {
			if r.IntN(7) > 0 { // else nothing is known of it
				books = append(books, unitsGiven(u, pick(r, grades...)))
			}
		}
		listed := pick(r, "UV", "UV", "")
		bodies := func(superior string, size int) []evaluate.Body {
			return listCells([]evaluate.Body{{Kind: evaluate.Unit, Code: "UK", Name: "Phòng Mẫu 1", Org: "XA"}, {Kind: evaluate.Unit, Code: "UV", Name: "Phòng Mẫu 2", Org: "XA"},
				{Kind: evaluate.Unit, Code: "PK", Name: "Tổ Mẫu", Org: "XA", Superior: "UK"},
				{Kind: evaluate.Collective, Code: "LK", Name: "Lãnh đạo phòng Mẫu", Org: "XA", Superior: superior, NoSuperior: superior == "", Size: size},
				{Kind: evaluate.Collective, Code: "LV", Name: "Lãnh đạo phòng Mẫu hai", Org: "XA", Superior: "UV", Size: 3},
				{Kind: evaluate.Collective, Code: "TV", Name: "Ban thường vụ Mẫu", Org: "XA", Size: 5}})
		}
		with := func(superior string, size int, unit string) coupling {
			rows := slices.Clone(rows)
			for i, r := range rows {
				if r["own_collective"] == "LK" {
					rows[i] = r.with(row{"own_unit": unit})
				}
			}
			return coupling{period: period, bodies: bodies(superior, size), books: append(slices.Clone(books), leaders(rows...))}
		}
		// One more member than all who are listed may be of the listed unit: the list stands.
		q := readingsOf{name: fmt.Sprint(n), code: "E352", asked: with(listed, 3, named), facts: []coupling{with(listed, 4, named), with(named, 3, named)}}
		if q.check(t, l) {
			single++
		}
	}
	if single < 100 {
		t.Errorf("only %d campaigns with one question", single)
	}
}
