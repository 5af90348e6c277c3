package evaluate

import "slices"

// addCaps resolves the ceilings of a set.
func (b *builder) addCaps() {
	for i := range b.rs.Spec.Caps {
		spec := &b.rs.Spec.Caps[i]
		b.checkCite(spec.At, spec.ID, spec.Cite, spec.Standing)
		out := capRule{spec: spec, rank: b.rank(spec.At, "rung", spec.Rung), below: b.rank(spec.At, "below", spec.Below), by: -1, defaultBy: -1, exclude: -1, only: -1}
		b.checkCap(spec, out)
		if spec.By != "" {
			if k, ok := b.fact(spec.At, spec.By); ok {
				out.by = k
				if b.schema.Facts[k].Type != TextFact {
					b.fail(about("by", problemCap(spec.At, spec.ID, "by phải là dữ kiện dạng chữ, nếu không thì mọi người sẽ vào chung một nhóm")))
				}
			}
		}
		out.defaultBy = b.capDefault(spec)
		if spec.Below == "" && spec.Base == AllRated && out.rank > 0 {
			out.below = out.rank - 1 // the other readings are shown beside the one in force
		}
		if spec.Exclude != nil {
			out.exclude = b.addCapRule(spec, "-EXCLUDE", spec.Exclude, RoleCapExclude)
		}
		if spec.Only != nil {
			out.only = b.addCapRule(spec, "-ONLY", spec.Only, RoleCapOnly)
		}
		b.checkUplift(spec)
		for _, m := range spec.Merit {
			switch {
			case m.Points != "":
				if !slices.ContainsFunc(b.scored, func(s *Sheet) bool { _, ok := s.part(m.Points); return ok }) {
					b.fail(about("merit", problemNoLine(spec.At, m.Points, partIDs(b.scored))))
				}
			case !m.Score:
				b.fact(spec.At, m.Fact)
			}
		}
		b.rs.caps = append(b.rs.caps, out)
	}
}

// capDefault resolves the fact that stands in for a blank group, -1 for none.
func (b *builder) capDefault(spec *CapSpec) int {
	if spec.DefaultBy == "" {
		return -1
	}
	if spec.By == "" {
		b.fail(about("default_by", problemCap(spec.At, spec.ID, "default_by chỉ đi cùng by, thay cho ô bỏ trống của by")))
	}
	k, ok := b.fact(spec.At, spec.DefaultBy)
	if !ok {
		return -1
	}
	if t := b.schema.Facts[k].Type; t != TextFact && t != ChoiceFact {
		b.fail(about("default_by", problemCap(spec.At, spec.ID, "default_by phải là dữ kiện dạng chữ hoặc dạng chọn")))
	}
	return k
}

// checkCap finds everything that is wrong with the figures of a ceiling, each at
// its own key.
func (b *builder) checkCap(spec *CapSpec, c capRule) {
	good := spec.Base == GoodOnly || spec.Base == GoodOrBetter
	for _, wrong := range []struct {
		is        bool
		key, what string
	}{
		{spec.Rung == "", "rung", "thiếu rung"},
		{spec.Below != "" && c.rank != NoRank && c.below >= c.rank, "below", "below phải là mức thấp hơn rung"},
		{!slices.Contains(CapBases(), spec.Base), "base", "base không hợp lệ"},
		{good && spec.Below == "", "below", "thiếu below"},
		{(spec.Base == AtRung) != (spec.Only != nil), "only", "base at_rung và only phải đi cùng nhau"},
		{spec.Rate.Sign() <= 0 || spec.Rate.Cmp(Int(1)) > 0, "rate", "rate phải lớn hơn 0% và không quá 100%" + phraseNoPercent(spec.Rate)},
		{spec.Rounding != "floor" && spec.Rounding != "half_up", "rounding", "rounding phải là floor hoặc half_up"},
		{spec.Within != "base_organization" && spec.Within != "campaign", "within", "thiếu nhóm (within)"},
	} {
		if wrong.is {
			b.fail(about(wrong.key, problemCap(spec.At, spec.ID, wrong.what)))
		}
	}
}

// phraseNoPercent asks after the sign that a rate beyond the whole most likely lacks.
func phraseNoPercent(rate Num) string {
	if rate.Cmp(Int(5)) < 0 || rate.Cmp(Int(100)) > 0 {
		return ""
	}
	return "; có phải thiếu dấu %: " + rate.String() + "%?"
}

// addCapRule compiles a condition that says whom a ceiling counts.
func (b *builder) addCapRule(spec *CapSpec, suffix string, when *ConditionSpec, role RuleRole) int {
	return b.add(RuleSpec{At: spec.At, ID: spec.ID + suffix, Text: spec.Text, Cite: spec.Cite, Standing: spec.Standing, When: *when}, role, NoRank, -1)
}

// checkUplift: the decision that grants a higher rate is a text fact of the
// group's organization, whatever kind the cap is about.
func (b *builder) checkUplift(spec *CapSpec) {
	u := spec.Uplift
	if u == nil {
		return
	}
	b.checkCite(spec.At, spec.ID+" uplift", u.Cite, u.Standing)
	if u.Rate.Cmp(Int(1)) > 0 || spec.Rate.Cmp(Int(1)) <= 0 && u.Rate.Cmp(spec.Rate) <= 0 {
		b.fail(about("uplift.rate", problemCap(spec.At, spec.ID, "uplift.rate phải lớn hơn rate và không quá 100%")))
	}
	orgs := b.vocab.Schema(Organization)
	if orgs == nil {
		b.fail(about("uplift.granted_by", problemUnknownFact(spec.At, u.GrantedBy, orgs)))
		return
	}
	if i, ok := orgs.Index(u.GrantedBy); !ok || orgs.Facts[i].Type != TextFact {
		b.fail(about("uplift.granted_by", problemUnknownFact(spec.At, u.GrantedBy, orgs)))
	} else {
		b.checkCollected(spec.At, orgs, i)
		b.count(Organization, i)
	}
}
