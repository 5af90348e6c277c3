package evaluate

// countNode counts related subjects that satisfy a condition and compares the
// count or its share. Open subjects make both ends of a range; the verdict is
// known only when both ends agree.
type countNode struct {
	spec     *CountSpec // as written
	of       Relation
	where    node
	graded   bool // where tests grades: those not rated leave part and base
	share    bool
	op       Op
	number   Num
	whenNone Verdict
}

// tally is a count of related subjects: sure to match, sure not to, able to do
// either; and of each, how many may yet leave the base.
type tally struct {
	yes, no, open       int64
	yesMayGo, noMayGo   int64
	openMayGo, notRated int64
}

func (n *countNode) eval(c *context) Verdict {
	if c.upstream == nil {
		return Unknown
	}
	var seen []Party
	t, known := n.tally(c, &seen)
	if !known {
		c.record.unsaid(c, n.of)
		return Unknown
	}
	v := n.verdict(t)
	c.record.count(n, t, seen, v)
	return v
}

// verdict compares a number in both worlds, or the share.
func (n *countNode) verdict(t tally) Verdict {
	if n.share {
		return n.shareVerdict(t)
	}
	least := verdictOf(holdsCmp(n.op, Int(t.yes-t.yesMayGo).Cmp(n.number)))
	most := verdictOf(holdsCmp(n.op, Int(t.yes+t.open).Cmp(n.number)))
	return agree(least, most)
}

// tally counts; it notes whom it counted as what where somebody records.
func (n *countNode) tally(c *context, seen *[]Party) (t tally, known bool) {
	note := func(r *RelatedSubject, v Verdict) {
		if c.record != nil {
			*seen = append(*seen, partyOf(n.of, r, v))
		}
	}
	inner := context{period: c.period, reference: c.reference}
	related := c.upstream(n.of)
	if related == nil {
		return t, false
	}
	for i := range related {
		r := &related[i]
		if n.graded && r.NotRated {
			t.notRated++
			note(r, NotApplicable)
			continue
		}
		if !n.graded && r.Frame == nil {
			return t, false // what it is like is not known
		}
		inner.frame, inner.row, inner.related = r.Frame, r.Row, r
		mayGo := int64(0)
		aside := r.Displaced || r.Perhaps
		if aside || n.graded && r.MayBeNone {
			mayGo = 1
		}
		v := n.where.eval(&inner)
		switch {
		case v == Holds && aside:
			v = Unknown // it matches, or is none of them
		case v != Holds && v != Unknown:
			v = Fails
		}
		note(r, v)
		switch v {
		case Holds:
			t.yes++
			t.yesMayGo += mayGo
		case Unknown:
			t.open++
			t.openMayGo += mayGo
		default:
			t.no++
			t.noMayGo += mayGo
		}
	}
	return t, true
}

// shareVerdict compares the smallest and the greatest share that the open
// subjects allow. Both tests are monotone, so equal ends mean a sure verdict.
func (n *countNode) shareVerdict(t tally) Verdict {
	total := t.yes + t.no + t.open
	if total == 0 {
		return n.whenNone
	}
	least := n.at(t.yes-t.yesMayGo, total-t.yesMayGo)
	most := n.at(t.yes+t.open, total-t.noMayGo)
	out := agree(least, most)
	if t.yesMayGo+t.noMayGo+t.openMayGo == total {
		out = agree(out, n.whenNone)
	}
	return out
}

func (n *countNode) at(part, of int64) Verdict {
	if of <= 0 {
		return n.whenNone
	}
	return verdictOf(holdsCmp(n.op, CmpShare(Int(part), Int(of), n.number)))
}

// agree is the common verdict of two possible worlds, Unknown when they differ.
func agree(a, b Verdict) Verdict {
	if a == b {
		return a
	}
	if a.Met() && b.Met() {
		return Holds
	}
	return Unknown
}
