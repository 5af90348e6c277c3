package campaign

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// saidApart is what two rows of one person say, and what both say by each answer.
type saidApart struct {
	one, other row
	answers    [][2]row
	counted    bool // others count him by what it is about, not only by his grade
}

// twoSay are two rows that say different things of a fact.
func twoSay(id evaluate.FactID, one, other string) saidApart {
	x, y := row{id: one}, row{id: other}
	return saidApart{one: x, other: y, answers: [][2]row{{x, x}, {y, y}}}
}

// oneDenies are two rows of which one says a code of a fact, and the other counts or says
// something that there is only by one of the other codes.
func oneDenies(id evaluate.FactID, code string, by row, others ...string) saidApart {
	none := row{id: code}
	out := saidApart{one: none, other: by, answers: [][2]row{{none, none}}}
	for _, other := range others {
		is := row{id: other}
		out.answers = append(out.answers, [2]row{is, by.with(is)})
	}
	return out
}

func pickApart(r *rand.Rand) (out saidApart) {
	disciplines := []string{"reprimand", "warning", "post_removal", "expulsion"}
	switch r.IntN(8) {
	case 0:
		return twoSay("sick_leave_months", "0", "4")
	case 1:
		return twoSay("state_grade", pick(r, "excellent", "good"), pick(r, "completed", "not_completed"))
	case 2: // votes are counted, so that a vote was held
		return oneDenies("confidence_held", "no", row{"confidence_total": "100", "confidence_low": pick(r, "40", "60")}, "yes")
	case 3:
		out = twoSay("concluded_decline", "no", "yes")
	case 4:
		out = twoSay("discipline", "none", pick(r, disciplines...))
	case 5:
		out = twoSay("discipline", "reprimand", "warning")
	case 6: // it was counted before, which whoever says that there was none cannot say
		out = twoSay("discipline", "none", "warning")
		out.other = out.other.with(row{"discipline_counted_before": "yes"})
		out.answers[1][1] = out.other
	default: // it is said what a discipline was about, so that there was one
		out = oneDenies("discipline", "none", row{"discipline_duty": "yes"}, disciplines...)
	}
	out.counted = true
	return out
}

// fellowsOfAn are a branch with its committee and its secretary, a leadership, and An, who
// is a member of the branch and deputy in the leadership.
type fellowsOfAn struct {
	period            string
	books             []sheet
	others            []row
	an, post, leading row
}

func someFellows(r *rand.Rand) (x fellowsOfAn) {
	x.period = pick(r, "2021", "2025")
	upper, unit := orgsGiven("XA", "excellent"), unitsGiven("UB", pick(r, "excellent", "good", "completed", "not_completed"))
	own := func(k evaluate.Kind, facts row) sheet { return sheet{excel.OfficeBook, "XA", k, []row{facts}} }
	if x.period == "2021" {
		x.an = somebody("An", memberLevels("excellent", "good"), row{"category": "civil_servant", "party_post": "committee_member", "leadership_post": "deputy"}).without("sick_leave_months")
		x.post = somebody("An", post21("deputy", "Phó chủ tịch", "TT", "không", "không", row{"area_grade": "good"}))
		x.others = crowd(pick(r, 1, 3, 5), "Viên", memberLevels(pick(r, "excellent", "good", "average"), "good"))
		x.leading = somebody("Viên 1", post21("head", "Bí thư", "CU", "không", "không", row{"party_post": "secretary"}))
		x.books = []sheet{upper, unit, ofA(evaluate.Organization, orgLevels("excellent", "good").with(row{"org_code": "A"})), own(evaluate.Organization, counterparts(pick(r, "none", "good")).with(row{"org_code": "A"})),
			own(evaluate.Collective, collective21("TT", "management", "excellent", "good")), ofA(evaluate.Collective, collective21("CU", "committee", "excellent", "good"))}
	} else {
		x.an = somebody("An", leader366("deputy", "", "", "", "", "25", row{"activity_status": "normal", "admitted_on": "2000-01-01", "tasks_assigned": "10", "tasks_done": "10", "tasks_late": "0", "units_in_charge": "0", "units_failed": "0", "party_post": "committee_member"})).
			without("title", "own_collective", "own_unit", "unit_codes_in_charge", "confidence_held")
		x.post = somebody("An", leader366("deputy", "Phó chủ tịch", "TT", "không", "không", "25")).without("confidence_held")
		x.others = crowd(pick(r, 1, 3, 5), "Viên", member366()[0].rows[0].without("full_name", "identity_number"))
		x.leading = somebody("Viên 1", leader366("head", "Bí thư", "CU", "không", "không", "25", row{"party_post": "secretary"}))
		x.books = []sheet{upper, unit, ofA(evaluate.Organization, body366("44", row{"org_code": "A"}).without("basic_targets")), own(evaluate.Organization, row{"org_code": "A", "basic_targets": "none"}),
			own(evaluate.Collective, collective366("TT", "management", "44")), ofA(evaluate.Collective, collective366("CU", "committee", "44"))}
		x.others[0] = x.others[0].with(row{"leadership_post": "head"})
	}
	x.others[0] = x.others[0].with(row{"party_post": "secretary"})
	return x
}

// with is the campaign in which An's rows say these things, as a member and in his post.
func (x *fellowsOfAn) with(member, post row) coupling {
	bodies := offices()
	for i := range bodies {
		bodies[i].Size = 0 // how many they are is another question
	}
	books := append(slices.Clone(x.books), sheet{excel.BranchBook, "A", evaluate.Member, append(slices.Clone(x.others), x.an.with(member))},
		sheet{excel.OfficeBook, "XA", evaluate.Member, []row{somebody("An", member)}}, leaders(x.post.with(post), x.leading))
	return coupling{period: x.period, bodies: listCells(bodies), books: books}
}

// What rows of one person say differently (E363), also where one denies what another says
// without saying what else: each of his roles, and whoever counts or is bound by them, is
// in the worlds of the answers.
func TestRolesWaitInTheWorldsOfWhatIsTrue(t *testing.T) {
	r, l := rand.New(rand.NewPCG(63, 64)), libraries{}
	single := 0
	for n := range 120 {
		x, what := someFellows(r), pickApart(r)
		turned := r.IntN(2) == 0
		with := func(one, other row) coupling {
			if turned {
				one, other = other, one
			}
			return x.with(one, other)
		}
		q := readingsOf{name: fmt.Sprint(n, " ", x.period, " ", what.one, " ", what.other, " ", turned), code: "E363", asked: with(what.one, what.other)}
		for _, a := range what.answers {
			q.facts = append(q.facts, with(a[0], a[1]))
		}
		if what.counted {
			q.wide = func(k evaluate.Kind, row int) bool {
				return k == evaluate.Organization || k == evaluate.Collective || k == evaluate.Leader && row == 1
			}
		}
		if q.check(t, l) {
			single++
		}
	}
	if single < 80 {
		t.Errorf("only %d campaigns with one question", single)
	}
}
