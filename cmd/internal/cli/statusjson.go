package cli

import (
	"io"
	"slices"
	"time"

	"github.com/xeploai/xeploai/cmd/internal/campaign"
	"github.com/xeploai/xeploai/evaluate"
)

type jsonOrgStatus struct {
	Org      string         `json:"organization"`
	Kind     string         `json:"kind"`
	State    string         `json:"state"`
	Path     string         `json:"path,omitempty"`
	At       string         `json:"at,omitempty"`
	Rows     map[string]int `json:"rows,omitempty"`
	Errors   int            `json:"errors,omitempty"`
	Returned string         `json:"returned,omitempty"`
	Changed  bool           `json:"changed"`
	Deadline string         `json:"deadline,omitempty"`
	DaysLate int            `json:"days_late,omitempty"`
	DaysLeft *int           `json:"days_left,omitempty"`
	Beside   []string       `json:"left_out,omitempty"`
	Matters  int            `json:"matters,omitempty"`
	Migrated string         `json:"migrated,omitempty"`
}

type jsonRefusal struct {
	Path     string `json:"path"`
	Org      string `json:"organization,omitempty"`
	Errors   int    `json:"errors"`
	Returned string `json:"returned,omitempty"`
	At       string `json:"at"`
	Migrated string `json:"migrated,omitempty"`
}

type jsonStale struct {
	New   int  `json:"new"`
	Gone  int  `json:"gone"`
	Basis bool `json:"basis"`

	Reopened bool `json:"reopened"`
}

// jsonTally counts reports.
type jsonTally struct {
	Level    string `json:"level,omitempty"`
	Reports  int    `json:"reports"`
	Received int    `json:"received"`
	Refused  int    `json:"refused"`
	Missing  int    `json:"missing"`
	Late     int    `json:"late"`
	Overdue  int    `json:"overdue"`
	Changed  int    `json:"changed"`
	Errors   int    `json:"errors"`
}

// jsonBranching is one organization of the tree, with the counts of those below.
type jsonBranching struct {
	Org      string      `json:"organization"`
	Superior string      `json:"superior,omitempty"`
	Level    string      `json:"level"`
	Below    []jsonTally `json:"below,omitempty"`
}

func (o statusOutput) json(w io.Writer) error {
	refused := make([]jsonRefusal, 0, len(o.s.Refused))
	for _, r := range o.s.Refused {
		refused = append(refused, jsonRefusal{r.Path, r.Org, r.Errors, r.Returned, jsonTime(r.At), r.Migrated})
	}
	object := struct {
		Schema   int             `json:"schema"`
		GradedAt string          `json:"graded_at,omitempty"`
		Since    jsonStale       `json:"since_graded"`
		Orgs     []jsonOrgStatus `json:"organizations"`
		Refused  []jsonRefusal   `json:"refused"`
		LeftOut  []string        `json:"left_out,omitempty"`
		Unread   []string        `json:"not_imported,omitempty"`
		Settled  []string        `json:"settled,omitempty"`
		Skipped  []string        `json:"skipped,omitempty"`
		Closed   *jsonClosed     `json:"closed,omitempty"`
		Regraded []jsonRegraded  `json:"regraded,omitempty"`
		Day      string          `json:"day,omitempty"`
		Total    jsonTally       `json:"total"`
		Tree     []jsonBranching `json:"tree"`
		Left     map[string]int  `json:"left,omitempty"` // members whom their branches say have left, by state
		Books    []jsonWritten   `json:"workbooks,omitempty"`
		Watched  []jsonImported  `json:"watched,omitempty"`
		Matters  []jsonProblem   `json:"matters"` // [] for none
		Problems []jsonProblem   `json:"problems"`
	}{1, jsonTime(o.s.GradedAt), jsonStale(o.s.Stale), jsonOrgs(o.s), refused, o.s.LeftOut, o.s.Unread, o.s.Settled, o.s.Skipped, closedObject(o.s.Closed), regradedObjects(o.s.Regraded),
		jsonDay(o.s.Day), jsonTallyOf("", o.s.Tally()), jsonTree(o.s), o.s.Left, jsonWorkbooks(o.written), nil, nil, nil}
	problems := slices.Concat(o.s.Alarms, o.s.Broken, o.s.Notices, o.s.List, o.s.Unsettled, o.s.DecidedSince, o.s.Exceeded)
	var matters []evaluate.Problem
	if o.s.Matters != nil {
		matters = o.s.Matters.Problems()
	}
	object.Matters = jsonProblems(matters)
	if o.watched != nil {
		object.Watched, problems = jsonFiles(o.watched), append(problems, o.watched.Problems()...)
	}
	object.Problems = jsonProblems(problems)
	return encode(w, object)
}

func jsonOrgs(s *campaign.Status) []jsonOrgStatus {
	out := make([]jsonOrgStatus, 0, len(s.Orgs))
	for i := range s.Orgs {
		o := &s.Orgs[i]
		j := jsonOrgStatus{o.Org, string(o.Kind), string(o.State), o.Path, jsonTime(o.At), jsonRows(o.Rows), o.Errors, o.Return, o.Changed,
			jsonDay(o.Due), o.DaysLate, nil, o.Beside, o.Matters, o.Migrated}
		if o.Chase() && !o.Due.IsZero() && o.DaysLate == 0 {
			j.DaysLeft = &o.DaysLeft
		}
		out = append(out, j)
	}
	return out
}

func jsonTree(s *campaign.Status) []jsonBranching {
	out := make([]jsonBranching, 0, len(s.Lines))
	for i := range s.Lines {
		l := &s.Lines[i]
		b := jsonBranching{Org: l.Org, Level: string(l.Level)}
		if l.Up >= 0 {
			b.Superior = s.Lines[l.Up].Org
		}
		for _, t := range l.Below {
			b.Below = append(b.Below, jsonTallyOf(string(t.Level), t.Tally))
		}
		out = append(out, b)
	}
	return out
}

func jsonTallyOf(level string, t campaign.Tally) jsonTally {
	return jsonTally{level, t.Reports, t.Received, t.Refused, t.Missing, t.Late, t.Overdue, t.Changed, t.Errors}
}

// jsonDay is a calendar day, "" for none.
func jsonDay(d evaluate.Date) string {
	if d.IsZero() {
		return ""
	}
	return d.String()
}

func jsonTime(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.RFC3339)
}
