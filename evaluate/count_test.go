package evaluate

import "testing"

// A member as a branch's condition sees it.
func fellow(possible RankSet, mayBeNone, notRated bool) RelatedSubject {
	return RelatedSubject{Scale: sampleSpec().Scale, Possible: possible, MayBeNone: mayBeNone, NotRated: notRated}
}

func TestCountOverOpenResults(t *testing.T) {
	const k, ht, good, xs = RankSet(1), RankSet(2), RankSet(4), RankSet(8)
	many := func(n int, r RelatedSubject) []RelatedSubject {
		var out []RelatedSubject
		for range n {
			out = append(out, r)
		}
		return out
	}
	all := func(ls ...[]RelatedSubject) []RelatedSubject {
		var out []RelatedSubject
		for _, l := range ls {
			out = append(out, l...)
		}
		return out
	}
	node := &countNode{of: Members, where: gradeNode{OpAtLeast, Good}, graded: true, share: true, op: OpAtLeast, number: *num("80%"), whenNone: NotApplicable}
	for _, c := range []struct {
		name string
		of   []RelatedSubject
		want Verdict
	}{
		{"24 of 30", all(many(24, fellow(good, false, false)), many(6, fellow(ht, false, false))), Holds},
		{"23 of 29", all(many(23, fellow(good, false, false)), many(6, fellow(ht, false, false))), Fails},
		{"not rated leave the base", all(many(4, fellow(xs, false, false)), many(1, fellow(ht, false, false)), many(9, fellow(0, false, true))), Holds},
		{"an open one decides", all(many(7, fellow(good, false, false)), many(2, fellow(ht, false, false)), many(1, fellow(good|ht, false, false))), Unknown},
		{"an open one cannot change it", all(many(9, fellow(good, false, false)), many(1, fellow(good|ht, false, false))), Holds},
		{"open but good either way", all(many(4, fellow(good, false, false)), many(1, fellow(good|xs, false, false))), Holds},
		{"one who may yet be left out", all(many(4, fellow(good, false, false)), many(1, fellow(ht, true, false))), Holds},
		{"leaving out a good one breaks it", all(many(3, fellow(good, false, false)), many(1, fellow(good, true, false)), many(1, fellow(ht, false, false))), Unknown},
		{"nobody", []RelatedSubject{}, NotApplicable},
		{"nobody has said who", nil, Unknown},
		{"nobody rated", many(3, fellow(0, false, true)), NotApplicable},
		{"perhaps nobody rated", many(1, fellow(k, true, false)), Unknown},
	} {
		t.Run(c.name, func(t *testing.T) {
			ctx := &context{upstream: func(Relation) []RelatedSubject { return c.of }}
			if got := node.eval(ctx); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
	number := &countNode{of: Members, where: gradeNode{OpEquals, NotCompleted}, graded: true, op: OpAtLeast, number: Int(1), whenNone: Fails}
	for want, of := range map[Verdict][]RelatedSubject{Holds: many(1, fellow(k, false, false)), Fails: many(2, fellow(ht, false, false)), Unknown: many(2, fellow(k|ht, false, false))} {
		if got := number.eval(&context{upstream: func(Relation) []RelatedSubject { return of }}); got != want {
			t.Errorf("number: got %s, want %s", got, want)
		}
	}
}

// Any way in which the open members end agrees with a verdict given before.
func TestCountVerdictHoldsForEveryEnding(t *testing.T) {
	for _, op := range []Op{OpAtLeast, OpMoreThan, OpAtMost, OpLessThan} {
		for _, rate := range []string{"0%", "20%", "50%", "80%", "100%"} {
			node := &countNode{of: Members, where: gradeNode{OpAtLeast, Good}, graded: true, share: true, op: op, number: *num(rate), whenNone: Fails}
			states := []RelatedSubject{fellow(4, false, false), fellow(2, false, false), fellow(4, true, false), fellow(2, true, false), fellow(6, false, false), fellow(6, true, false)}
			verdict := func(of []RelatedSubject) Verdict {
				return node.eval(&context{upstream: func(Relation) []RelatedSubject { return of }})
			}
			var endings func(of []RelatedSubject, i int, want Verdict)
			endings = func(of []RelatedSubject, i int, want Verdict) {
				if i == len(of) {
					if got := verdict(of); got != want {
						t.Fatalf("%s %s: said %s, ended %s: %+v", op, rate, want, got, of)
					}
					return
				}
				open := of[i]
				next := append([]RelatedSubject(nil), of...)
				for _, r := range open.Possible.Ranks() {
					next[i] = fellow(RankSet(0).With(r), false, false)
					endings(next, i+1, want)
				}
				if open.MayBeNone {
					next[i] = fellow(0, false, true)
					endings(next, i+1, want)
				}
			}
			for a := range states {
				for b := range states {
					for c := range states {
						of := []RelatedSubject{states[a], states[b], states[c]}
						if v := verdict(of); v != Unknown {
							endings(of, 0, v)
						}
					}
				}
			}
		}
	}
}
