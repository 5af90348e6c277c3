package evaluate

import (
	"fmt"
	"strconv"
	"time"
)

// Date is a civil calendar day without time or zone. The zero value is no date.
type Date struct{ Year, Month, Day int }

// NewDate returns the day, or ok == false when the calendar has no such day
// (31/02) or the year lies outside 1900-9999, where no record of a living
// person can lie and spreadsheets stop counting.
func NewDate(year, month, day int) (Date, bool) {
	if year < 1900 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month) {
		return Date{}, false
	}
	return Date{year, month, day}, true
}

// ParseDate reads the ISO form 2025-12-31 used in rule files and settings.
func ParseDate(s string) (Date, bool) {
	if len(s) != 10 || s[4] != '-' || s[7] != '-' {
		return Date{}, false
	}
	y, err1 := strconv.ParseUint(s[:4], 10, 16)
	m, err2 := strconv.ParseUint(s[5:7], 10, 8)
	d, err3 := strconv.ParseUint(s[8:], 10, 8)
	if err1 != nil || err2 != nil || err3 != nil {
		return Date{}, false
	}
	return NewDate(int(y), int(m), int(d))
}

// IsZero tells whether d is no date.
func (d Date) IsZero() bool { return d == Date{} }

// Compare orders two dates: -1, 0 or +1.
func (d Date) Compare(e Date) int { return cmpInt(d.number(), e.number()) }

func (d Date) number() int64 { return int64(d.Year)*10000 + int64(d.Month)*100 + int64(d.Day) }

func dateFromNumber(n int64) Date {
	return Date{int(n / 10000), int(n / 100 % 100), int(n % 100)}
}

// AddMonths moves d by n calendar months and clips to the month's end, so that
// 31 August plus six months is 28 or 29 February (design §4).
func (d Date) AddMonths(n int) Date {
	m := d.Year*12 + d.Month - 1 + n
	y, mo := m/12, m%12+1
	return Date{y, mo, min(d.Day, daysIn(y, mo))}
}

// String is the ISO form, for data and JSON.
func (d Date) String() string { return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day) }

// Vietnamese is the form people read: 31/12/2025.
func (d Date) Vietnamese() string { return fmt.Sprintf("%02d/%02d/%04d", d.Day, d.Month, d.Year) }

func daysIn(year, month int) int {
	return time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}
