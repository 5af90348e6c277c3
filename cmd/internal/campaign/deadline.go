package campaign

import (
	"slices"
	"strings"
	"time"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// Deadline is until when reports are due: that of one organization, those of an
// organization and everything beneath it, those of a level, or, where none of
// these is named, everybody's.
type Deadline struct {
	Org    string
	Within string // likewise a code
	Level  evaluate.OrgLevel
	Date   string // yyyy-mm-dd or dd/mm/yyyy; the day itself is still in time
}

// deadlines are the checked deadlines. The narrower one counts: the
// organization's own before that of the nearest one it stands within, itself
// included, before its level's before everybody's.
type deadlines struct {
	everybody evaluate.Date
	levels    map[evaluate.OrgLevel]evaluate.Date
	orgs      map[string]evaluate.Date
	within    map[string]evaluate.Date
}

// deadlines checks all entries and tells every fault at once.
func (c Config) deadlines(file string) (deadlines, error) {
	d := deadlines{levels: map[evaluate.OrgLevel]evaluate.Date{}, orgs: map[string]evaluate.Date{}, within: map[string]evaluate.Date{}}
	var faults []string
	for i, entry := range c.Deadlines {
		if fault := d.add(entry); fault != "" {
			faults = append(faults, deadlineEntry(i+1)+fault)
		}
	}
	if len(faults) > 0 {
		return d, FailSettings(file, strings.Join(faults, "; "), nil)
	}
	return d, nil
}

// add takes an entry in, or says what is wrong with it.
func (d *deadlines) add(e Deadline) (fault string) {
	org, within := strings.TrimSpace(e.Org), strings.TrimSpace(e.Within)
	named := 0
	for _, s := range []string{org, within, string(e.Level)} {
		if s != "" {
			named++
		}
	}
	day, ok := ParseDay(strings.TrimSpace(e.Date))
	switch {
	case !ok:
		return faultDeadlineDay(e.Date)
	case named > 1:
		return faultDeadlineBoth
	case e.Level != "" && !slices.Contains(evaluate.OrgLevels(), e.Level):
		return faultDeadlineLevel(string(e.Level))
	}
	var twice bool
	switch {
	case org != "":
		_, twice = d.orgs[org]
		d.orgs[org] = day
	case within != "":
		_, twice = d.within[within]
		d.within[within] = day
	case e.Level != "":
		_, twice = d.levels[e.Level]
		d.levels[e.Level] = day
	default:
		twice = !d.everybody.IsZero()
		d.everybody = day
	}
	if twice {
		return faultDeadlineTwice
	}
	return ""
}

// any tells whether there is a deadline at all.
func (d *deadlines) any() bool {
	return !d.everybody.IsZero() || len(d.levels)+len(d.orgs)+len(d.within) > 0
}

// of is the last day for the report of an organization of the tree; zero for none.
func (d *deadlines) of(t *evaluate.Tree, i int) evaluate.Date {
	o := &t.Orgs[i]
	if day, ok := d.orgs[o.Code]; ok {
		return day
	}
	for up := i; up >= 0 && len(d.within) > 0; up = t.Parent(up) {
		if day, ok := d.within[t.Orgs[up].Code]; ok {
			return day
		}
	}
	if day, ok := d.levels[o.Level]; ok {
		return day
	}
	return d.everybody
}

// strangers lists the organizations named that report nothing, or that the list
// does not have: their deadline reaches nobody.
func (d *deadlines) strangers(r *reporting) []evaluate.Problem {
	t := r.tree
	var ps []evaluate.Problem
	for _, code := range sortedStrings(d.orgs) {
		i, ok := t.Index(code)
		if ok {
			_, ok = r.of(i)
		}
		if !ok {
			ps = append(ps, problemDeadlineOrg(code))
		}
	}
	for _, code := range sortedStrings(d.within) {
		i, ok := t.Index(code)
		if !ok || !slices.ContainsFunc(t.Within(i), func(k int) bool { _, reports := r.of(k); return reports }) {
			ps = append(ps, problemDeadlineWithin(code))
		}
	}
	return ps
}

func sortedStrings[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// dayOf is the calendar day of a moment where the clock stands.
func dayOf(t time.Time) evaluate.Date {
	d, _ := evaluate.NewDate(t.Year(), int(t.Month()), t.Day())
	return d
}

// daysFrom counts the days from one day to another; negative when it is earlier.
func daysFrom(from, to evaluate.Date) int {
	noon := func(d evaluate.Date) time.Time { // without zone every day has 24 hours
		return time.Date(d.Year, time.Month(d.Month), d.Day, 12, 0, 0, 0, time.UTC)
	}
	return int(noon(to).Sub(noon(from)).Hours() / 24)
}

// firstTaken says when something was first taken in for each key. A report that
// is corrected later was in time all the same.
func firstTaken(entries []Entry, receipts []Receipt) map[bookKey]time.Time {
	first := map[bookKey]time.Time{}
	note := func(k bookKey, at time.Time) {
		if old, ok := first[k]; !ok || at.Before(old) {
			first[k] = at
		}
	}
	for i := range entries {
		if e := &entries[i]; e.Did == string(Accepted) || e.Did == string(Replaced) {
			note(bookKey{excel.BookKind(e.Kind), e.Org}, e.At)
		}
	}
	for i := range receipts {
		note(receipts[i].key(), receipts[i].At)
	}
	return first
}
