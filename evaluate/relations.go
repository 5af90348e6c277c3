package evaluate

import "slices"

// relations answers who stands in a relation to whom: from the tree where the
// tree knows, else from what was stated of the subject.
type relations struct {
	in          *Inputs
	report      *Report
	members     [][]int // tree position → member rows rated there
	orgRow      []int   // tree position → organization row, -1 for none
	collectives [][]int // tree position → collectives that lead there
	units       [][]int // tree position → units attached there
	fellows     [][]int // collective row → leaders who belong to it
	seated      [][]int // collective row → those of Inputs.Seated

	kept  map[Kind][][]inWorld // by row, what those whose grades hang on matters may come to in each world
	world world                // the one that is looked at, nil for none
}

func relate(in *Inputs, report *Report) *relations {
	n := in.Tree.Len()
	r := &relations{in: in, report: report, members: byOrg(in.Populations[Member], n), collectives: byOrg(in.Populations[Collective], n),
		units: byOrg(in.Populations[Unit], n), orgRow: make([]int, n)}
	for i := range r.orgRow {
		r.orgRow[i] = -1
	}
	if p := in.Populations[Organization]; p != nil {
		for row, s := range p.Subjects {
			if s.Org >= 0 {
				r.orgRow[s.Org] = row
			}
		}
	}
	if p := in.Populations[Collective]; p != nil {
		r.fellows = byCollective(in.Populations[Leader], len(p.Subjects))
		r.seated = byCollective(in.Seated, len(p.Subjects))
	}
	return r
}

// byCollective sorts a population's rows by the collectives they name.
func byCollective(p *Population, collectives int) [][]int {
	out := make([][]int, collectives)
	if p == nil {
		return out
	}
	for row := range p.Subjects {
		l := p.Subjects[row].Link(OwnCollective)
		for i := 0; l != nil && i < len(l.Rows); i++ {
			out[l.Rows[i]] = append(out[l.Rows[i]], row)
		}
	}
	return out
}

// byOrg sorts a population's rows by the organization they stand under.
func byOrg(p *Population, orgs int) [][]int {
	out := make([][]int, orgs)
	if p == nil {
		return out
	}
	for row := range p.Subjects {
		if org := p.Subjects[row].Org; org >= 0 {
			out[org] = append(out[org], row)
		}
	}
	return out
}

// Link is what somebody has said of a relation of the subject, nil for nothing.
func (s *Subject) Link(rel Relation) *Link {
	for i := range s.Links {
		if s.Links[i].Relation == rel {
			return &s.Links[i]
		}
	}
	return nil
}

// of lists the rows at the other end of a relation; known is false when nobody
// has said who they are, or when that kind is not graded here.
func (r *relations) of(rel Relation, kind Kind, row int) (rows []int, known bool) {
	s := &r.in.Populations[kind].Subjects[row]
	if l := s.Link(rel); l != nil {
		if rel == HeadedOrg {
			return r.rowsOf(l.Rows, l.Perhaps), true
		}
		if len(l.Perhaps) > 0 {
			return slices.Concat(l.Rows, l.Perhaps), true
		}
		return l.Rows, true
	}
	if s.Org < 0 {
		return nil, false
	}
	switch rel {
	case Members:
		return r.members[s.Org], true
	case Subtree:
		if len(r.in.Tree.Children(s.Org)) == 0 {
			return r.members[s.Org], true
		}
		var out []int
		for _, o := range r.in.Tree.Within(s.Org) {
			out = append(out, r.members[o]...)
		}
		return out, true
	case Children:
		var out []int
		for _, c := range r.in.Tree.Children(s.Org) {
			if r.orgRow[c] >= 0 {
				out = append(out, r.orgRow[c])
			}
		}
		return out, true
	case HomeOrg:
		if row := r.orgRow[s.Org]; row >= 0 {
			return []int{row}, true
		}
		return nil, false
	case Collectives:
		return r.collectives[s.Org], r.in.Populations[Collective] != nil
	case Units:
		return r.units[s.Org], r.in.Populations[Unit] != nil
	case Fellows:
		// Where leaders are no part of the campaign nobody is listed: what is recorded
		// of the collective itself is all there is.
		if kind != Collective {
			return nil, false
		}
		return r.fellows[row], true
	case Committee:
		// Where nobody is tied to the committee, what is recorded of the organization
		// itself is all there is, as with fellows.
		return nil, kind == Organization
	}
	return nil, false
}

// upstream shows the subjects that a condition about one subject counts, with
// the effective grades they may have. Lists are made in room, which the next one
// overwrites; nil makes each anew.
func (r *relations) upstream(kind Kind, row int, room *[]RelatedSubject) Upstream {
	return func(rel Relation) []RelatedSubject {
		to, ok := relationKind(rel)
		if !ok {
			return nil
		}
		if rel == HeadedOrg {
			return r.headed(&r.in.Populations[kind].Subjects[row])
		}
		rows, known := r.of(rel, kind, row)
		if !known {
			if rel != HomeOrg {
				return nil
			}
			return r.elsewhere(r.in.Populations[kind].Subjects[row].Org)
		}
		out := makeRoom(room, len(rows))
		pop, results := r.report.Of(to)
		if len(rows) > 0 && len(results) == 0 {
			return r.unknownOrUngraded(to, rows)
		}
		for _, other := range rows {
			out = append(out, r.relatedAs(to, pop, results, other))
		}
		if l := r.in.Populations[kind].Subjects[row].Link(rel); l != nil {
			for i := len(l.Rows); i < len(out); i++ {
				out[i].Perhaps = true
			}
		}
		if rel == Fellows {
			out = r.withSeated(out, row)
		}
		return out
	}
}

// withSeated adds to the leaders of a collective those who are known to belong to it by
// other rows than a leader's: their facts are asked for, their grades are not known here.
func (r *relations) withSeated(out []RelatedSubject, row int) []RelatedSubject {
	for _, i := range r.seated[row] {
		s := &r.in.Seated.Subjects[i]
		out = append(out, RelatedSubject{ID: s.ID, Frame: r.in.Seated.Frame, Row: i, Seated: true, Disputed: s.Disputed, Displaced: s.Displaced})
	}
	return out
}

// relatedAs is a row of a population as a condition about another subject sees it.
func (r *relations) relatedAs(k Kind, pop *Population, results []Result, row int) RelatedSubject {
	s := &pop.Subjects[row]
	out, res := RelatedSubject{ID: s.ID, Frame: pop.Frame, Row: row, Disputed: s.Disputed, Displaced: s.Displaced}, &results[row]
	if res.Rules != nil { // otherwise not graded yet: only its facts are asked for
		out.Scale, out.Possible, out.MayBeNone, out.NotRated = res.Rules.Spec.Scale, res.Possible, res.MayBeNone, res.Outcome == NotRated
		r.within(&out, k, row)
	}
	return out
}

// makeRoom is an empty list, never nil, that n subjects fit in.
func makeRoom(room *[]RelatedSubject, n int) []RelatedSubject {
	if room == nil {
		return make([]RelatedSubject, 0, n)
	}
	if *room == nil || cap(*room) < n {
		*room = make([]RelatedSubject, 0, max(n, 64))
	}
	return (*room)[:0]
}

// unknownOrUngraded stands for subjects without a result: nothing is known of
// those that others grade; those that nobody grades in this period are not rated.
func (r *relations) unknownOrUngraded(k Kind, rows []int) []RelatedSubject {
	if !r.in.Ungraded[k] {
		return nil
	}
	out := make([]RelatedSubject, len(rows))
	for i, row := range rows {
		out[i] = RelatedSubject{ID: r.idOf(k, row), Row: row, NotRated: true}
	}
	return out
}

// elsewhere is what was entered about an organization graded by somebody else:
// the one the campaign stands under, most of all.
func (r *relations) elsewhere(org int) []RelatedSubject {
	above := r.in.Above
	if above == nil || org < 0 {
		return nil
	}
	fact := above.Frame.Schema.ByRole(RoleElsewhere)
	for i := range above.Subjects {
		if above.Subjects[i].Org != org || fact < 0 {
			continue
		}
		v, def := above.Frame.Value(i, fact), &above.Frame.Schema.Facts[fact]
		if v.Type() != ChoiceFact {
			return nil
		}
		scale := def.statutoryScale()
		if rank := scale.RankOf(Statutory(def.Choices[v.Choice()].Code)); rank != NoRank {
			return []RelatedSubject{{ID: above.Subjects[i].ID, Frame: above.Frame, Row: i, Scale: scale, Possible: RankSet(0).With(rank), Elsewhere: true}}
		}
	}
	return nil
}

// GivenElsewhere is the grade that was entered for an organization which somebody else
// grades, by its name in the facts, and the cell; "" for none.
func (in *Inputs) GivenElsewhere(org int) (label string, at Origin) {
	for _, s := range (&relations{in: in}).elsewhere(org) {
		for rank := range s.Possible.All() {
			label = s.Scale.Rung(rank).Label
		}
		at = s.givenAt()
	}
	return label, at
}

// givenAt is the cell with the grade of a subject that somebody else grades.
func (s *RelatedSubject) givenAt() Origin {
	return s.Frame.Origin(s.Row, s.Frame.Schema.ByRole(RoleElsewhere))
}

// statutoryScale is the scale of the statutory grades under the names that a fact's
// choices have for them.
func (f *FactDef) statutoryScale() Scale {
	out := StatutoryScale()
	for i := range out {
		if c, named := f.CodeIndex(string(out[i].Statutory)); named {
			out[i].Label = f.Choices[c].Label
		}
	}
	return out
}
