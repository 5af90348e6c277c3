package evaluate

// Verdict is the truth of one condition for one subject. The zero value is
// Unknown, so that nothing forgotten can grant or refuse a grade.
type Verdict uint8

// The four truth values. NotApplicable means that the thing asked about does
// not exist for the subject ("nếu có"): the condition counts as met and is
// shown as such.
const (
	Unknown Verdict = iota
	Holds
	Fails
	NotApplicable
)

var verdictNames = [...]string{"unknown", "holds", "fails", "not_applicable"}

// String is the code used in JSON and case files.
func (v Verdict) String() string { return verdictNames[v&3] }

// ParseVerdict reads the code written by String.
func ParseVerdict(s string) (Verdict, bool) {
	for i, n := range verdictNames {
		if n == s {
			return Verdict(i), true
		}
	}
	return Unknown, false
}

// Met tells whether a requirement is certainly satisfied.
func (v Verdict) Met() bool { return v == Holds || v == NotApplicable }

// negate swaps Holds and Fails.
func (v Verdict) negate() Verdict {
	switch v {
	case Holds:
		return Fails
	case Fails:
		return Holds
	}
	return v
}

// and is the conjunction: one failure decides, then one unknown. Parts that do
// not apply are left out; when none applies the whole does not apply.
func and(vs ...Verdict) Verdict {
	out := NotApplicable
	for _, v := range vs {
		switch {
		case v == Fails:
			return Fails
		case v == Unknown:
			out = Unknown
		case v == Holds && out == NotApplicable:
			out = Holds
		}
	}
	return out
}

// or is the disjunction: one that holds decides, then one unknown. Parts that
// do not apply are left out; when none applies the whole does not apply.
func or(vs ...Verdict) Verdict {
	out := NotApplicable
	for _, v := range vs {
		switch {
		case v == Holds:
			return Holds
		case v == Unknown:
			out = Unknown
		case v == Fails && out == NotApplicable:
			out = Fails
		}
	}
	return out
}

func verdictOf(b bool) Verdict {
	if b {
		return Holds
	}
	return Fails
}
