package excel

import (
	"strconv"
	"strings"
	"time"

	"github.com/xeploai/xeploai/evaluate"
)

func (r *cellReader) date(s string) cellResult {
	d, how, verdict := parseDay(s, r.date1904)
	switch verdict {
	case farDay:
		return r.bad(s, func(at evaluate.Origin) evaluate.Problem { return problemFarDay(at, r.def.Heading, s) })
	case noSuchDay:
		return r.bad(s, func(at evaluate.Origin) evaluate.Problem { return problemNoSuchDay(at, r.def.Heading, s) })
	case notADay:
		return r.bad(s, func(at evaluate.Origin) evaluate.Problem { return problemNotDate(at, r.def, s, r.orYear) })
	}
	return cellResult{value: evaluate.DateValue(d), data: d.String(), how: how}
}

// dayVerdict says whether a text is a day of the calendar.
type dayVerdict uint8

const (
	aDay dayVerdict = iota
	noSuchDay
	farDay // a day of the calendar, in a century that nobody living knows
	notADay
)

// parseDay reads dd/mm/yyyy (also with . or -, and after “ngày”), the ISO form,
// the words “ngày 5 tháng 9 năm 2025”, and the serial number by which workbooks
// count days. Never month first, never a two-digit year: both would be guesses.
func parseDay(s string, date1904 bool) (evaluate.Date, tolerance, dayVerdict) {
	if serial, err := strconv.ParseFloat(s, 64); err == nil && strings.Trim(s, "+-.0123456789Ee") == "" {
		d, how, ok := serialDay(serial, date1904)
		if !ok {
			return d, how, notADay
		}
		return d, how, aDay
	}
	s, clock := cutClock(s)
	s = cutDayWords(s)
	parts := strings.FieldsFunc(s, func(r rune) bool { return r == '/' || r == '-' || r == '.' || r == ' ' })
	if len(parts) != 3 {
		return evaluate.Date{}, 0, notADay
	}
	if len(parts[0]) == 4 {
		parts[0], parts[2] = parts[2], parts[0]
	}
	var n [3]int
	for i, p := range parts {
		v, ok := digits([]byte(p))
		if !ok || len(p) > 2 && i < 2 || i == 2 && len(p) != 4 {
			return evaluate.Date{}, 0, notADay
		}
		n[i] = int(v)
	}
	if n[0] == 0 || n[1] == 0 {
		return evaluate.Date{}, 0, notADay // what is not known of a day is written as zeros
	}
	how := dateAsText
	if !clock && len(s) == 10 && s[4] == '-' {
		how = asExpected // how a workbook may store a date by itself; a text is told apart by its cell
	}
	d, ok := evaluate.NewDate(n[2], n[1], n[0])
	if ok {
		return d, how, aDay
	}
	// The calendar repeats itself after 400 years.
	if _, elsewhere := evaluate.NewDate(2000+n[2]%400, n[1], n[0]); elsewhere {
		return d, how, farDay
	}
	return d, how, noSuchDay
}

// cutDayWords takes the words of a written date away: what is left between them
// must still be a day, a month and a year, in this order.
func cutDayWords(s string) string {
	f := strings.Fields(strings.ReplaceAll(strings.ToLower(s), ",", " "))
	if (len(f) == 6 || len(f) == 2) && f[0] == "ngày" {
		f = f[1:]
	}
	if len(f) == 1 {
		return f[0]
	}
	if len(f) == 5 && f[1] == "tháng" && f[3] == "năm" {
		return f[0] + "/" + f[2] + "/" + f[4]
	}
	return s
}

// cutClock drops a time of day behind a date.
func cutClock(s string) (string, bool) {
	for _, sep := range []string{"T", " "} {
		if day, clock, ok := strings.Cut(s, sep); ok && strings.Contains(clock, ":") {
			return day, true
		}
	}
	return s, false
}

// Serial numbers that are more likely a year somebody typed alone than a day
// between March 1905 and September 1905.
const (
	firstYearLike = 1900
	lastYearLike  = 2100
)

// serialDay converts a day count. Counts below 61 are refused: the calendar of
// workbooks has a 29 February 1900 that never was.
func serialDay(serial float64, date1904 bool) (evaluate.Date, tolerance, bool) {
	if !(serial >= 61 && serial < 2_958_466) {
		return evaluate.Date{}, 0, false
	}
	day := int(serial)
	how := asExpected
	if float64(day) != serial {
		how = dateAsText
	}
	if day >= firstYearLike && day <= lastYearLike {
		return evaluate.Date{}, 0, false
	}
	d, ok := dayOfSerial(serial, date1904)
	return d, how, ok
}

// dayOfSerial is the day that a workbook shows for a count of days from 61 on.
func dayOfSerial(serial float64, date1904 bool) (evaluate.Date, bool) {
	if !(serial >= 61 && serial < 2_958_466) {
		return evaluate.Date{}, false
	}
	epoch := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	if date1904 {
		epoch = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	t := epoch.AddDate(0, 0, int(serial))
	return evaluate.NewDate(t.Year(), int(t.Month()), t.Day())
}
