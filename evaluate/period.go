package evaluate

import (
	"fmt"
	"strconv"
	"strings"
)

// Granularity is the length of an assessment period.
type Granularity string

// The granularities a rule set may be written for.
const (
	Yearly    Granularity = "year"
	Quarterly Granularity = "quarter"
	Monthly   Granularity = "month"
	Term      Granularity = "term"
)

// Period is the time graded, written 2025, 2026-Q3, 2018-06 or 2020-2025. It
// says which law applies: in force counts periods, not dates of signature.
type Period struct {
	Granularity Granularity
	Year        int // first year
	Part        int // quarter or month number; the last year of a term
}

// ParsePeriod reads the four written forms; ok is false for anything else.
func ParsePeriod(s string) (Period, bool) {
	head, tail, split := strings.Cut(s, "-")
	year, err := strconv.Atoi(head)
	if err != nil || len(head) != 4 || year < 1990 {
		return Period{}, false
	}
	if !split {
		return Period{Yearly, year, 0}, true
	}
	if q, ok := strings.CutPrefix(tail, "Q"); ok {
		n, err := strconv.Atoi(q)
		return Period{Quarterly, year, n}, err == nil && n >= 1 && n <= 4 && len(q) == 1
	}
	n, err := strconv.Atoi(tail)
	switch {
	case err != nil:
		return Period{}, false
	case len(tail) == 2 && n >= 1 && n <= 12:
		return Period{Monthly, year, n}, true
	case len(tail) == 4 && n > year:
		return Period{Term, year, n}, true
	}
	return Period{}, false
}

// String is the written form that ParsePeriod reads.
func (p Period) String() string {
	switch p.Granularity {
	case Quarterly:
		return fmt.Sprintf("%04d-Q%d", p.Year, p.Part)
	case Monthly:
		return fmt.Sprintf("%04d-%02d", p.Year, p.Part)
	case Term:
		return fmt.Sprintf("%04d-%04d", p.Year, p.Part)
	}
	return fmt.Sprintf("%04d", p.Year)
}

// Next is the period that follows. Terms meet in the year of the congress.
func (p Period) Next() Period {
	switch p.Granularity {
	case Quarterly:
		return Period{Quarterly, p.Year + p.Part/4, p.Part%4 + 1}
	case Monthly:
		return Period{Monthly, p.Year + p.Part/12, p.Part%12 + 1}
	case Term:
		return Period{Term, p.Part, p.Part + p.Part - p.Year}
	}
	return Period{Yearly, p.Year + 1, 0}
}

// First is the first day of the period.
func (p Period) First() Date {
	switch p.Granularity {
	case Quarterly:
		return Date{p.Year, p.Part*3 - 2, 1}
	case Monthly:
		return Date{p.Year, p.Part, 1}
	}
	return Date{p.Year, 1, 1}
}

// Last is the last day of the period.
func (p Period) Last() Date {
	switch p.Granularity {
	case Quarterly:
		return Date{p.Year, p.Part * 3, daysIn(p.Year, p.Part*3)}
	case Monthly:
		return Date{p.Year, p.Part, daysIn(p.Year, p.Part)}
	case Term:
		return Date{p.Part, 12, 31}
	}
	return Date{p.Year, 12, 31}
}
