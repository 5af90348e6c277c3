package evaluate

// DifferenceSpec says how far self-grade and appraisal may differ before a
// reason is due.
type DifferenceSpec struct {
	RuleSpec        // without a condition
	Points   *Num   // from this many points on, either way; nil: points do not matter
	Grade    bool   // another grade proposed than the person's own
	SelfFact FactID // the total the subject gave itself; "" where points do not matter
	Reason   FactID // where the reason is written
}

// difference is a compiled DifferenceSpec.
type difference struct {
	spec   *DifferenceSpec
	rule   int
	points int // -1 for none
	reason int
}

// addDifference resolves what must be explained.
func (b *builder) addDifference() {
	spec := b.rs.Spec.ExplainDifference
	if spec == nil {
		return
	}
	bounding := b.bounding
	b.bounding = true // no condition of its own
	out := &difference{spec: spec, rule: b.add(spec.RuleSpec, RoleDifference, NoRank, -1), points: -1, reason: -1}
	b.bounding = bounding
	wrong := func(key, why string) { b.fail(about(key, problemDifference(spec.At, why))) }
	off := b.rs.Rules[out.rule].Off
	column := func(id FactID, want FactType) int {
		i, ok := b.schema.Index(id)
		switch {
		case !ok:
			b.fail(problemUnknownFact(spec.At, id, b.schema))
			return -1
		case b.schema.Facts[i].Type != want:
			wrong("", "cột "+string(id)+" không đúng kiểu")
			return -1
		case !off:
			b.use(i)
		}
		return i
	}
	switch {
	case spec.Points == nil && !spec.Grade:
		wrong("points", "ghi points, grade hoặc cả hai")
	case (spec.Points == nil) != (spec.SelfFact == ""):
		wrong("self", "points và self phải đi cùng nhau")
	case spec.Points != nil && spec.Points.Sign() <= 0:
		wrong("points", "points phải lớn hơn 0")
	case spec.Points != nil:
		out.points = column(spec.SelfFact, NumberFact)
	}
	if out.reason = column(spec.Reason, TextFact); out.reason >= 0 {
		b.rs.differs = out
	}
}

// explained holds the self-grade and the subject's own points against the
// appraisal. The verdict is that a difference which needs a reason has one;
// without such a difference nothing applies.
func (rs *RuleSet) explained(r *Result, f *Frame, row int) {
	d := rs.differs
	if d == nil || rs.Rules[d.rule].Off {
		return
	}
	differs := d.spec.Grade && r.Self != NoRank && r.Proposed != NoRank && r.Self != r.Proposed
	if total, known := r.Walk.Score.Known(); d.points >= 0 && known && r.Walk.Score.Given {
		if own := f.Known(row, d.points); own.Type() == NumberFact {
			gap := own.Number().Sub(total)
			if gap.Sign() < 0 {
				gap = gap.Neg()
			}
			differs = differs || gap.Cmp(*d.spec.Points) >= 0
		}
	}
	switch {
	case !differs:
	case f.Text(row, d.reason) == "":
		r.Walk.Verdicts[d.rule], r.Unexplained = Fails, true
	default:
		r.Walk.Verdicts[d.rule] = Holds
	}
}

// problem names the cell in which the reason is missing, and what differs.
func (d *difference) problem(f *Frame, row int, subject string) Problem {
	p := problemUnexplained(f.Origin(row, d.reason), subject, f.Schema.Facts[d.reason].Heading, d.spec)
	if d.points >= 0 && !f.Value(row, d.points).IsBlank() {
		p = withRelated(p, f.Origin(row, d.points), f.Schema.Facts[d.points].Heading)
	}
	for _, i := range f.Schema.Proposals() {
		if d.spec.Grade && !f.Value(row, i).IsBlank() {
			p = withRelated(p, f.Origin(row, i), f.Schema.Facts[i].Heading)
		}
	}
	return p
}
