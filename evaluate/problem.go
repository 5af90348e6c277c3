package evaluate

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// Origin is where something came from: a workbook cell (File, Sheet, Cell), a
// place in a rule file (File, Line, Col, Layer), or a file as a whole. Files
// are named by the path the user gave, made relative to the campaign.
type Origin struct {
	File  string
	Sheet string
	Cell  string // "F12"; "" when the whole sheet is meant
	Line  int    // 1-based; 0 when not a text file
	Col   int    // 1-based rune column
	Layer string // rule layer: "builtin" or the name of the local folder
}

// String is the written form: path[Sheet!F12], path:12:3 or path.
func (o Origin) String() string {
	switch {
	case o.Sheet != "" && o.Cell != "":
		return o.File + "[" + o.Sheet + "!" + o.Cell + "]"
	case o.Sheet != "":
		return o.File + "[" + o.Sheet + "]"
	case o.Line > 0:
		return o.File + ":" + strconv.Itoa(o.Line) + ":" + strconv.Itoa(o.Col)
	}
	return o.File
}

// IsZero tells whether nothing is known about the origin.
func (o Origin) IsZero() bool { return o == Origin{} }

// Severity ranks a problem. Only Error makes a file refused.
type Severity uint8

// The severities, worst last.
const (
	Note Severity = iota
	Warning
	Error
)

// String is the code used in JSON.
func (s Severity) String() string { return [...]string{"note", "warning", "error"}[s%3] }

// Code names one kind of problem for good: X1xx workbooks, R2xx rules, E3xx
// evaluation and matters between files, C9xx commands. Codes are never reused.
type Code string

// Related is a second place that belongs to a problem ("first given here").
type Related struct {
	At   Origin
	Note string
	// Org is the code of the organization whose matter the place is, where At's file
	// speaks of several (a roster); "" where the file itself tells.
	Org string
	// Mutual tells that the problem is as true told from here, At and this place
	// exchanged.
	Mutual bool
}

// Problem is a fault in data: a value, never a Go error. Message says in one
// Vietnamese sentence what is wrong, Hint what to do. Neither carries a name
// or an identity number.
type Problem struct {
	Severity Severity
	Code     Code
	At       Origin
	Message  string
	Hint     string
	Related  []Related
	// Cells lists every cell of At's sheet that the problem is about, At's own
	// first, as ranges in order ("K12:K40", "K45", of one row "C9:F9"); nil when At is the only one.
	Cells []string
	// Subject is the short id of the subject concerned, "" when none is.
	Subject string
	// Unused tells that the problem keeps a recorded decision from being used: whose it
	// is, or which of two stands, a person has to say.
	Unused bool
	// Key names the key, below the rule item at At, that the problem is about:
	// "standing", or "cite.source". Who read the file knows where it stands.
	Key string
}

// CountCells counts the cells of ranges, as Cells has them.
func CountCells(cells []string) int {
	n := 0
	for _, c := range cells {
		from, to, area := strings.Cut(c, ":")
		if !area {
			n++
			continue
		}
		left, top := splitCell(from)
		right, bottom := splitCell(to)
		n += (bottom - top + 1) * (columnNumber(right) - columnNumber(left) + 1)
	}
	return n
}

// columnNumber is 28 for "AB".
func columnNumber(name string) int {
	n := 0
	for i := range len(name) {
		n = n*26 + int(name[i]-'A'+1)
	}
	return n
}

// CellsBelow names the cells of a column in rows that rise, rows that follow each
// other as one area, as the cells of a problem are listed; nil for a single one.
func CellsBelow(column string, rows []int) []string {
	if len(rows) < 2 {
		return nil
	}
	var out []string
	for i := 0; i < len(rows); {
		last := i
		for last+1 < len(rows) && rows[last+1] == rows[last]+1 {
			last++
		}
		area := column + strconv.Itoa(rows[i])
		if last > i {
			area += ":" + column + strconv.Itoa(rows[last])
		}
		out, i = append(out, area), last+1
	}
	return out
}

// Places counts the cells a problem is about, 1 where they are not listed.
func (p Problem) Places() int { return max(1, CountCells(p.Cells)) }

// about tells which key of an item a problem is about.
func about(key string, p Problem) Problem {
	p.Key = key
	return p
}

// SortProblems orders problems by place, then code, so that neither file order
// nor concurrency shows, and drops exact repetitions.
func SortProblems(ps []Problem) []Problem {
	slices.SortStableFunc(ps, func(a, b Problem) int {
		return cmp.Or(
			cmp.Compare(a.At.File, b.At.File), cmp.Compare(a.At.Sheet, b.At.Sheet),
			cmp.Compare(a.At.Line, b.At.Line), cmp.Compare(a.At.Col, b.At.Col),
			compareCells(a.At.Cell, b.At.Cell), cmp.Compare(a.Code, b.Code),
			cmp.Compare(a.Message, b.Message), cmp.Compare(a.Subject, b.Subject))
	})
	return slices.CompactFunc(ps, func(a, b Problem) bool {
		return a.At == b.At && a.Code == b.Code && a.Message == b.Message && a.Subject == b.Subject
	})
}

// compareCells orders cell names by row, then column: B2 before A10.
func compareCells(a, b string) int {
	ac, ar := splitCell(a)
	bc, br := splitCell(b)
	return cmp.Or(cmp.Compare(ar, br), cmp.Compare(len(ac), len(bc)), cmp.Compare(ac, bc))
}

func splitCell(s string) (string, int) {
	i := 0
	for i < len(s) && (s[i] < '0' || s[i] > '9') {
		i++
	}
	n, _ := strconv.Atoi(s[i:])
	return s[:i], n
}

// LacksInDecision tells whether a recorded decision fails a check: a reason or a
// relief is lacking, or the number and date of its document, it exceeds a ceiling, or
// the law gives no grade. The decision stands all the same,
// and what rests on it is not final before a person has looked. One whose subject is
// gone has nothing to stand on, which a person has to look at too.
func (p Problem) LacksInDecision() bool {
	switch p.Code {
	case codeNoReason, codeNoRelief, codeAboveBound, CodeDecidedOver, codeDecidedUnrated, codeUndocumented, CodeSubjectGone:
		return true
	}
	return false
}

// Worst returns the highest severity among ps and whether there is any problem.
func Worst(ps []Problem) (Severity, bool) {
	worst := Note
	for _, p := range ps {
		worst = max(worst, p.Severity)
	}
	return worst, len(ps) > 0
}
