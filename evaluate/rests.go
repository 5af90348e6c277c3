package evaluate

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// A text may say that a grade rests on the grades of others and give no figure:
// 43-HD/BTCTW section 3 has a Party organization's grade rest on those of its
// agency, its leadership collectives, its attached organizations and all its
// members. Nothing can be computed from that, but the others come first, and who
// decides must see how they came out.

// RestSpec is one such sentence. It never changes a grade.
type RestSpec struct {
	RuleSpec          // When stays empty
	Of       Relation // whose grades are to be weighed
}

// addRests compiles the sentences. Their verdict says how far the others are:
// Holds when every grade is settled, Unknown while one is open or nobody has said
// who they are, NotApplicable when there are none.
func (b *builder) addRests() {
	for _, s := range b.rs.Spec.RestsOn {
		b.bounding = true // no condition of its own
		i := b.add(s.RuleSpec, RoleRest, NoRank, -1)
		b.bounding = false
		kind, ok := relationKind(s.Of)
		if !ok || b.vocab.Schema(kind) == nil {
			b.fail(about("of", problemUnknownRelation(s.At, string(s.Of))))
			continue
		}
		b.rs.Rules[i].when = restNode{s.Of}
		b.relates[s.Of] = true
		b.rs.rests = append(b.rs.rests, i)
	}
}

type restNode struct{ of Relation }

func (n restNode) eval(c *context) Verdict {
	related, known := c.others(n.of)
	if !known {
		return Unknown
	}
	w := weigh(related)
	c.record.rests(n.of, &w, related)
	switch {
	case w.open > 0:
		return Unknown
	case len(w.graded) > 0:
		return Holds
	}
	return NotApplicable
}

// weights counts related subjects by what they came to.
type weights struct {
	graded         []gradeCount // best first
	open, notRated int
}

type gradeCount struct {
	rung Rung
	rank Rank
	n    int
}

func weigh(related []RelatedSubject) weights {
	var w weights
	for i := range related {
		rank, sure := related[i].settled()
		switch {
		case related[i].NotRated:
			w.notRated++
		case !sure:
			w.open++
		default:
			rung := related[i].Scale.Rung(rank)
			at := slices.IndexFunc(w.graded, func(g gradeCount) bool { return g.rung.ID == rung.ID && g.rung.Label == rung.Label })
			if at < 0 {
				at, w.graded = len(w.graded), append(w.graded, gradeCount{rung: rung, rank: rank})
			}
			w.graded[at].n++
		}
	}
	slices.SortStableFunc(w.graded, func(a, b gradeCount) int {
		return cmp.Or(cmp.Compare(b.rank, a.rank), cmp.Compare(a.rung.ID, b.rung.ID))
	})
	return w
}

// settled is the one grade that a related subject can have.
func (r *RelatedSubject) settled() (Rank, bool) {
	rank, one := r.Possible.Single()
	return rank, one && !r.MayBeNone && !r.NotRated && !r.Perhaps
}

// short is the count in a few words: 2 HTXSNV, 1 HTTNV, 1 chưa có mức.
func (w *weights) short() string {
	var out []string
	for _, g := range w.graded {
		out = append(out, fmt.Sprintf("%d %s", g.n, cmp.Or(g.rung.Short, g.rung.Label)))
	}
	if w.open > 0 {
		out = append(out, fmt.Sprintf("%d %s", w.open, phraseOpen))
	}
	if w.notRated > 0 {
		out = append(out, fmt.Sprintf("%d %s", w.notRated, phraseNotRated))
	}
	if len(out) == 0 {
		return phraseNobody
	}
	return strings.Join(out, ", ")
}

// data is the count as programs read it: excellent=2 good=1 open=1 not_rated=0.
func (w *weights) data() string {
	var out []string
	for _, g := range w.graded {
		out = append(out, fmt.Sprintf("%s=%d", g.rung.ID, g.n))
	}
	return strings.Join(append(out, fmt.Sprintf("open=%d", w.open), fmt.Sprintf("not_rated=%d", w.notRated)), " ")
}

// long is the count with the codes of those who have one.
func (w *weights) long(related []RelatedSubject, o *Observation) string {
	var out []string
	add := func(label string, n int, is func(i int) bool) {
		var codes []string
		for i := range related {
			if p := &o.Parties[i]; n > 0 && p.Kind.HasCode() && p.ID != "" && is(i) {
				codes = append(codes, p.ID)
			}
		}
		if n > 0 {
			out = append(out, fmt.Sprintf("%s: %d", label, n)+phraseCodes(codes))
		}
	}
	for _, g := range w.graded {
		add(g.rung.Label, g.n, func(i int) bool {
			rank, sure := related[i].settled()
			return sure && related[i].Scale.Rung(rank) == g.rung
		})
	}
	add(phraseOpen, w.open, func(i int) bool { return o.Parties[i].Counts == Unknown })
	add(phraseNotRated, w.notRated, func(i int) bool { return related[i].NotRated })
	if len(out) == 0 {
		return phraseNobody
	}
	return strings.Join(out, "; ")
}

// rests notes the grades that are to be weighed.
func (r *recorder) rests(of Relation, w *weights, related []RelatedSubject) {
	if r == nil {
		return
	}
	o := Observation{Heading: PhraseRelation(of), Data: w.data(), Open: w.open > 0}
	for i := range related {
		counts := Holds
		if _, sure := related[i].settled(); related[i].NotRated {
			counts = NotApplicable
		} else if !sure {
			counts = Unknown
		}
		o.Parties = append(o.Parties, partyOf(of, &related[i], counts))
	}
	o.Shown = w.long(related, &o)
	r.seen[r.rule] = append(r.seen[r.rule], o)
}

// Weighed says how those whose grades the text wants weighed came out, with the
// article; "" where the set names none, or the subject is not graded at all.
func (r *Report) Weighed(k Kind, row int) string {
	_, results := r.Of(k)
	rs := results[row].Rules
	if len(rs.rests) == 0 || results[row].Outcome == NotRated {
		return ""
	}
	up := r.relations().upstream(k, row, nil)
	var out []string
	for n, i := range rs.rests {
		rule := &rs.Rules[i]
		if results[row].Walk.Verdicts[i] == NotApplicable && rule.applies != nil {
			continue
		}
		of := rule.when.(restNode).of
		said := phraseUnsaid
		if related := up(of); related != nil {
			w := weigh(related)
			said = w.short()
		}
		said = PhraseRelation(of) + ": " + said
		if n+1 == len(rs.rests) || !rs.Rules[rs.rests[n+1]].saysAs(rule) { // one article, said once
			said += fmt.Sprintf(" (%s%s)", rule.Cite, standingAside(rule.Standing))
		}
		out = append(out, said)
	}
	return strings.Join(out, "; ")
}

// Bounding says in short how those came out whose grades bound a subject's; ""
// where nobody stands in the relation.
func (r *Report) Bounding(k Kind, row int, of Relation) string {
	related := r.relations().upstream(k, row, nil)(of)
	if len(related) == 0 {
		return ""
	}
	w := weigh(related)
	said := w.short()
	if len(related) == 1 {
		said = strings.TrimPrefix(said, "1 ")
	}
	return PhraseRelation(of) + ": " + said
}

// BoundsNothing tells whether all who stand in the relation have the highest grade
// of their scale: a bound by their grade holds, and nobody is lower for it.
func (r *Report) BoundsNothing(k Kind, row int, of Relation) bool {
	related := r.relations().upstream(k, row, nil)(of)
	for _, s := range related {
		if s.MayBeNone || len(s.Scale) == 0 || s.Possible != RankSet(0).With(s.Scale.Top()) {
			return false
		}
	}
	return len(related) > 0
}

// saysAs tells whether two rules rest on the same words.
func (r *Rule) saysAs(o *Rule) bool {
	return r.Cite == o.Cite && r.Standing == o.Standing && r.applies == nil && o.applies == nil
}

// standingAside tells after an article that its words were not seen.
func standingAside(s Standing) string {
	if s == Quoted {
		return ""
	}
	return "; " + PhraseStanding(s)
}
