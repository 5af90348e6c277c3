package excel

import (
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

// text reads a TextFact: tidied, otherwise as written; a leading = stays.
func (r *cellReader) text(raw string) cellResult {
	s, foreign := latin(tidy(raw))
	if s == "" {
		return cellResult{}
	}
	if isErrorValue(s) {
		if r.def.Prose {
			return r.bad(s, func(at evaluate.Origin) evaluate.Problem { return warningProseFailed(at, r.def.Heading, s) })
		}
		return r.bad(s, func(at evaluate.Origin) evaluate.Problem { return problemErrorValue(at, s) })
	}
	got := cellResult{text: s, data: s}
	switch {
	case foreign:
		got.how = lookAlikes
	case s != raw:
		got.how = tidied
	}
	if role := r.def.Role; (role == evaluate.RoleIdentity || role == evaluate.RoleCard) && isNoNumber(s) {
		return cellResult{how: noNumber}
	}
	switch r.def.Role {
	case evaluate.RoleName:
		if r.person {
			return r.name(s, raw, got)
		}
	case evaluate.RoleIdentity:
		return r.identity(s, got)
	case evaluate.RoleCard:
		switch {
		case scientific(s):
			return r.bad(s, func(at evaluate.Origin) evaluate.Problem { return problemScientific(at, r.def.Heading) })
		case allDigits(s) && strings.Trim(s, "0") == "":
			return r.bad(s, func(at evaluate.Origin) evaluate.Problem { return problemNobodysNumber(at, r.def.Heading) })
		case !strings.ContainsAny(s, "0123456789"): // it would join all of whom it is written
			have := len([]rune(s))
			return r.bad(s, func(at evaluate.Origin) evaluate.Problem { return problemIdentity(at, r.def.Heading, have) })
		}
	}
	return got
}

// isNoNumber tells whether a text says that somebody has no number, or none at hand.
func isNoNumber(s string) bool {
	return !strings.ContainsAny(s, "0123456789") && (fold(s) == "" || isOneOf(s, noNumberWords()))
}

// Lengths of the identity number, of the number on old identity cards, and of the
// number on old Party cards; new ones bear an identity number's twelve digits.
const (
	identityLength    = 12
	oldIdentityLength = 9
	oldCardLength     = 8
	fewestCardDigits  = 6 // days and counts have fewer
	// An old card's dot stands before its last six digits; points have fewer decimals
	// than such a number without two zeros.
	fewestCardDecimals = 4
)

// identity reads an identity number. A cell that turned into a number has lost
// its leading zeros: every 12-digit number begins with the code of a province,
// the first of which is 001, so one or two are gone. That is said, not mended.
func (r *cellReader) identity(s string, got cellResult) cellResult {
	number := strings.ReplaceAll(s, " ", "")
	if number != s {
		got.how = tidied
	}
	if scientific(number) {
		return r.bad(s, func(at evaluate.Origin) evaluate.Problem { return problemScientific(at, r.def.Heading) })
	}
	have := len(number)
	if strings.Trim(number, "0123456789") != "" {
		n := len([]rune(s))
		return r.bad(s, func(at evaluate.Origin) evaluate.Problem { return problemIdentity(at, r.def.Heading, n) })
	}
	switch have {
	case identityLength, oldIdentityLength:
		if strings.Trim(number, number[:1]) == "" { // it would join all who write it
			return r.bad(s, func(at evaluate.Origin) evaluate.Problem { return problemNobodysNumber(at, r.def.Heading) })
		}
		got.text, got.data = number, number
		return got
	case identityLength - 1, identityLength - 2:
		return r.bad(s, func(at evaluate.Origin) evaluate.Problem {
			return problemLostZero(at, r.def.Heading, have, identityLength)
		})
	case oldIdentityLength - 1, oldIdentityLength - 2:
		return r.bad(s, func(at evaluate.Origin) evaluate.Problem {
			return problemLostZero(at, r.def.Heading, have, oldIdentityLength)
		})
	}
	return r.bad(s, func(at evaluate.Origin) evaluate.Problem { return problemIdentity(at, r.def.Heading, have) })
}

// scientific recognises what a long number becomes in a number cell: 1.2E+11.
func scientific(s string) bool {
	mantissa, exponent, ok := strings.Cut(strings.ToUpper(s), "E")
	return ok && allDigits(strings.Replace(mantissa, ".", "", 1)) && allDigits(strings.TrimLeft(exponent, "+-"))
}

func allDigits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }
