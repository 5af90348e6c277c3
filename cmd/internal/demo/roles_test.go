package demo

import (
	"testing"

	"github.com/xeploai/xeploai/evaluate"
)

// What is said of one person in two roles agrees: whom he is counted among, and
// that whoever leads something holds a post in the eyes of his branch too.
func TestWorld_rolesOfOnePersonAgree(t *testing.T) {
	leaders, officials := 0, 0
	for _, p := range regimes() {
		w := mustWorld(t, Options{Seed: 7, Members: 700, Period: p, Full: true})
		said := func(k evaluate.Kind, row int, id evaluate.FactID) string {
			f := w.sheets[k].frame
			i, known := f.Schema.Index(id)
			if !known {
				t.Fatalf("no %s of %s", id, k)
			}
			return f.Data(i, f.Value(row, i))
		}
		agree := func(k evaluate.Kind, row, person int) {
			if a, b := said(k, row, "category"), said(evaluate.Member, person, "category"); a != b {
				t.Errorf("%s: %s %d is %s, as a member %s", p, k, row, a, b)
			}
			if a, b := said(k, row, "leadership_post"), said(evaluate.Member, person, "leadership_post"); (a == "none") != (b == "none") {
				t.Errorf("%s: the post of %s %d is %s, as a member %s", p, k, row, a, b)
			}
		}
		for i := range w.posts {
			agree(evaluate.Leader, i, w.posts[i].person)
			for _, leave := range []evaluate.FactID{"sick_leave_months", "maternity_months"} {
				if a, b := said(evaluate.Leader, i, leave), said(evaluate.Member, w.posts[i].person, leave); a != b {
					t.Errorf("%s: %s of leader %d is %q, as a member %q", p, leave, i, a, b)
				}
			}
		}
		for i := range w.officials {
			agree(evaluate.Staff, i, w.officials[i].person)
		}
		leaders, officials = leaders+len(w.posts), officials+len(w.officials)
	}
	if leaders == 0 || officials == 0 {
		t.Errorf("%d leaders, %d officials", leaders, officials)
	}
}
