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
			return r.bad(s, func(at evaluate.Origin) evaluate.Problem { return problemIdentity(at, r.def.Heading, s) })
		}
		if number := strings.Trim(s, quoteMarks); number != s {
			got.text, got.data, got.how = number, number, tidied
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
	if scientific(strings.ReplaceAll(s, " ", "")) {
		return r.bad(s, func(at evaluate.Origin) evaluate.Problem { return problemScientific(at, r.def.Heading) })
	}
	number, marked := unmarked(s)
	if number != s {
		got.how = tidied
	}
	have := len(number)
	switch {
	case !allDigits(number):
	case have == identityLength || have == oldIdentityLength:
		if strings.Trim(number, number[:1]) == "" { // it would join all who write it
			return r.bad(s, func(at evaluate.Origin) evaluate.Problem { return problemNobodysNumber(at, r.def.Heading) })
		}
		got.text, got.data = number, number
		return got
	case marked: // no program that loses a zero puts marks in
	case have == identityLength-1 || have == identityLength-2:
		return r.bad(s, func(at evaluate.Origin) evaluate.Problem {
			return problemLostZero(at, r.def.Heading, identityLength)
		})
	case have == oldIdentityLength-1 || have == oldIdentityLength-2:
		return r.bad(s, func(at evaluate.Origin) evaluate.Problem {
			return problemLostZero(at, r.def.Heading, oldIdentityLength)
		})
	}
	return r.bad(s, func(at evaluate.Origin) evaluate.Problem { return problemIdentity(at, r.def.Heading, s) })
}

// Marks that people write around and between the digits of a number.
const (
	quoteMarks = "'’‘`\""
	dashMarks  = "-–"
)

// unmarked is a number without its spaces and without marks that are no part of it:
// quotes around it, dashes between its digits, dots where there are several, for a single
// one is that of a decimal.
func unmarked(s string) (number string, marked bool) {
	plain := strings.ReplaceAll(s, " ", "")
	number = strings.Trim(plain, quoteMarks)
	if strings.Count(number, ".") > 1 {
		number = strings.ReplaceAll(number, ".", "")
	}
	if strings.Trim(number, dashMarks) == number {
		number = strings.NewReplacer("-", "", "–", "").Replace(number)
	}
	return number, number != plain
}

// scientific recognises what a long number becomes in a number cell: 1.2E+11.
func scientific(s string) bool {
	mantissa, exponent, ok := strings.Cut(strings.ToUpper(s), "E")
	return ok && allDigits(strings.Replace(mantissa, ".", "", 1)) && allDigits(strings.TrimLeft(exponent, "+-"))
}

func allDigits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }
