package evaluate

import "slices"

// CheckRow finds what is wrong with one row by the set's own lights: points
// beyond a line's maximum or on a line the subject's sheet does not have,
// counts and statements that contradict each other, sums that exceed what they
// are part of.
func (rs *RuleSet) CheckRow(f *Frame, row int) []Problem {
	c := &context{frame: f, row: row}
	w := Walk{Verdicts: make([]Verdict, len(rs.Rules))}
	rs.decideProfile(c, &w)
	ps := rs.checkPoints(f, row, rs.profileSheet(w.Profile))
	var told []Origin // the same two statements feed several rules
	for _, s := range rs.firsts {
		c.record = nil
		if r := &rs.Rules[s.rule]; r.Off || r.applies != nil && !r.inScope(c) {
			continue
		}
		if !s.node.contradicts(c) {
			continue
		}
		// Recording costs ten times the check: only what contradicts is told.
		rec := &recorder{seen: map[int][]Observation{}}
		c.record = rec
		s.node.contradicts(c)
		if p := problemContradiction(statedAt(rec)); !slices.Contains(told, p.At) {
			told = append(told, p.At)
			ps = append(ps, p)
		}
	}
	ps = append(ps, forgotten(f, row)...)
	ps = append(ps, rs.checkBallots(f, row)...)
	ps = append(ps, rs.checkUnrated(f, row)...)
	ps = append(ps, rs.offScale(f, row, RoleProposal)...)
	for _, l := range rs.schema.Limits {
		if p, broken := brokenLimit(f, row, l); broken {
			ps = append(ps, p)
		}
	}
	return ps
}

// inScope tells whether the rule may concern the subject. A scope that itself
// rests on two statements must not hide their contradiction, so only scopes
// that fail on who the subject is leave the rule out.
func (r *Rule) inScope(c *context) bool {
	v := r.applies.eval(c)
	return v == Holds || v == Unknown
}

// statedAt gives the cells that took part in a contradiction, the last one
// first: that is the statement standing beside the counts.
func statedAt(rec *recorder) []Origin {
	var out []Origin
	for _, o := range rec.seen[0] {
		if !o.Blank && !o.At.IsZero() {
			out = append([]Origin{o.At}, out...)
		}
	}
	return out
}

func brokenLimit(f *Frame, row int, l Limit) (Problem, bool) {
	var sum, most Num
	at := -1
	if l.Most != nil {
		most = *l.Most
	} else {
		i, ok := f.Schema.Index(l.AtMost)
		if !ok || f.Known(row, i).IsBlank() {
			return Problem{}, false
		}
		at, most = i, f.Known(row, i).Number()
	}
	for _, id := range l.Sum {
		i, ok := f.Schema.Index(id)
		if !ok {
			continue
		}
		if v := f.Known(row, i); !v.IsBlank() {
			sum, at = sum.Add(v.Number()), i
		}
	}
	if sum.Cmp(most) <= 0 {
		return Problem{}, false
	}
	return problemLimit(f.Origin(row, at), l.Message), true
}
