package campaign

import (
	"fmt"
	"slices"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// Config is the settings of one campaign, as read by the command line.
type Config struct {
	Period        string
	ReferenceDate string // yyyy-mm-dd: the day "6 months" is counted to
	Office        excel.Office
	Rules         RuleSettings
	// CommentFromMonths is how long a member who moved must have been at the
	// old place for its written comment to be needed.
	CommentFromMonths string
	// Kinds names the subject kinds to grade; empty for what the organization list
	// gives reason to.
	Kinds []evaluate.Kind
	// Workers bounds the files processed at once; 0 takes one per core.
	Workers int
	// Deadlines say until when reports are due; none is set by default.
	Deadlines []Deadline
	// WatchSeconds is how long the inbox is left alone between two looks; 0 is
	// the default.
	WatchSeconds int
}

// RuleSettings chooses among the rules at hand.
type RuleSettings struct {
	Folder string // local rules laid over the built-in ones; "" for none
	// Chosen names the set of a kind (id@edition) where several are in force or a
	// local one is wanted.
	Chosen   map[evaluate.Kind]string
	Switches []string // rules that are off unless named here
}

// terms are the settings that are more than text, checked.
type terms struct {
	period    evaluate.Period
	reference evaluate.Date
	comment   evaluate.Num
	due       deadlines
}

// latestDays are, by fact position, the last days that facts about the past may
// name.
func (t terms) latestDays(s *evaluate.Schema) map[int]evaluate.Date {
	out := map[int]evaluate.Date{}
	for i := range s.Facts {
		if d, ok := s.Facts[i].LatestDay(t.period, t.reference); ok {
			out[i] = d
		}
	}
	return out
}

func (c Config) terms(file string) (terms, error) {
	var t terms
	var ok bool
	if t.period, ok = evaluate.ParsePeriod(c.Period); !ok {
		return t, failSettingPeriod(file, c.Period)
	}
	if t.reference, ok = ParseDay(c.ReferenceDate); !ok {
		return t, failSettingReference(file, c.ReferenceDate)
	}
	if strings.TrimSpace(c.Office.Code) == "" {
		return t, failSettingOffice(file)
	}
	months, err := evaluate.ParseNum(c.CommentFromMonths)
	if err != nil || months.Sign() < 0 {
		return t, failSettingMonths(file, c.CommentFromMonths)
	}
	t.comment = months
	if c.WatchSeconds < 0 {
		return t, failSettingWatch(file, c.WatchSeconds)
	}
	if t.due, err = c.deadlines(file); err != nil {
		return t, err
	}
	for _, k := range c.Kinds {
		if !slices.Contains(evaluate.Kinds(), k) {
			return t, failSettingKind(file, string(k))
		}
	}
	return t, nil
}

// ParseDay reads a day as settings and flags write it: 2025-12-31, or the way
// people here write it, 31/12/2025.
func ParseDay(s string) (evaluate.Date, bool) {
	if day, rest, ok := strings.Cut(s, "/"); ok {
		if month, year, ok := strings.Cut(rest, "/"); ok && len(day) <= 2 && len(month) <= 2 {
			s = fmt.Sprintf("%s-%02s-%02s", year, month, day)
		}
	}
	return evaluate.ParseDate(s)
}

// SettingsText is the settings file `init` writes: every key with a comment.
func SettingsText(c Config) string {
	return fmt.Sprintf(settingsTemplate, c.Period, c.ReferenceDate, c.Office.Code, c.Office.Name,
		c.Office.Superior, c.Office.Place, c.Office.Preparer, c.Office.Signer, c.Office.SignedBy,
		c.Rules.Folder, c.Rules.Chosen[evaluate.Member], c.Rules.Chosen[evaluate.Organization], c.Rules.Chosen[evaluate.Collective],
		c.Rules.Chosen[evaluate.Leader], c.Rules.Chosen[evaluate.Unit], c.Rules.Chosen[evaluate.Staff], flowList(c.Rules.Switches), flowList(c.Kinds), c.CommentFromMonths, c.Workers)
}

// flowList writes a list of names on one line.
func flowList[T ~string](names []T) string {
	words := make([]string, len(names))
	for i, n := range names {
		words[i] = string(n)
	}
	return "[" + strings.Join(words, ", ") + "]"
}
