package campaign

import (
	"cmp"
	"errors"
	"io"
	"path/filepath"
	"slices"
	"time"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// statusName is the workbook that says who has reported, among the results.
const statusName = "tinh-trang.xlsx"

// WriteStatus writes the status as a workbook to forward: the tree, a reminder
// list for each base committee, the files sent back.
func (c *Campaign) WriteStatus(s *Status) (w Written, err error) {
	release, err := c.Folder.lock()
	if err != nil {
		return w, err
	}
	defer release()
	if err := makeFolder(c.Folder.Results()); err != nil {
		return w, err
	}
	spec := c.statusSpec(s)
	if spec.Matters, err = c.statusMatters(s.Matters); err != nil {
		return w, err
	}
	path := filepath.Join(c.Folder.Results(), statusName)
	files, err := c.Folder.openOutputs()
	if err != nil {
		return w, err
	}
	w = Written{Path: c.Folder.Label(path), Kind: excel.StatusBook, Org: c.Config.Office.Code}
	w.Edited, err = files.save(path, func(to io.Writer) error { return excel.WriteStatus(to, spec) })
	return w, errors.Join(err, files.close())
}

func (c *Campaign) statusSpec(s *Status) excel.StatusSpec {
	now := c.now()
	spec := excel.StatusSpec{Stamp: c.stampOf(excel.StatusBook, c.Config.Office.Code, nil), Office: c.Config.Office,
		Period: c.terms.period, Time: now, Total: s.TotalWord(), LeftOut: s.LeftOut, Unread: len(s.Unread)}
	for i := range s.Lines {
		spec.Lines = append(spec.Lines, s.bookLine(&s.Lines[i], now.Location()))
	}
	spec.Reminders = s.reminders(spec.Lines)
	spec.Returned = s.returned(now.Location())
	return spec
}

// returned lists the files sent back in the order of the tree, those of nobody
// known last.
func (s *Status) returned(where *time.Location) []excel.ReturnedFile {
	byCode := map[string]int{}
	for i := range s.Lines {
		byCode[s.Lines[i].Org] = i
	}
	place := func(r Refusal) int {
		if i, ok := byCode[r.Org]; ok {
			return i
		}
		return len(s.Lines)
	}
	files := slices.Clone(s.Refused)
	slices.SortStableFunc(files, func(a, b Refusal) int { return cmp.Compare(place(a), place(b)) })
	var out []excel.ReturnedFile
	for _, r := range files {
		f := excel.ReturnedFile{Path: r.Path, Errors: r.Errors, On: dayOf(r.At.In(where)), Copy: r.Back()}
		if r.Kind == excel.RosterBook {
			f.Name = wordRoster
		} else if i, ok := byCode[r.Org]; ok {
			f.Code, f.Name = r.Org, s.Lines[i].Name
			if base := s.Lines[i].Base; base >= 0 {
				f.Base = s.Lines[base].Name
			}
		}
		out = append(out, f)
	}
	return out
}

// bookLine is a line as the workbook shows it. where is the zone of its days.
func (s *Status) bookLine(l *StatusLine, where *time.Location) excel.StatusLine {
	out := excel.StatusLine{Code: l.Org, Name: l.Name, Level: l.Level, Depth: l.Depth, Leads: len(l.Below) > 0,
		Below: l.BelowWord(), Trouble: l.TroubleWord()}
	o := s.Report(l)
	if o == nil {
		return out
	}
	out.Mood, out.State, out.Against, out.Due = o.mood(), o.Word(), o.DueWord(), o.Due
	out.Asked = o.AskedOf()
	out.Errors, out.Changed, out.File = o.Errors, o.Changed, o.File()
	if !o.At.IsZero() {
		out.Came = dayOf(o.At.In(where))
	}
	return out
}

// File is the label of what there is of a report: of one sent back what goes to its
// sender, else the file taken in; "" for none.
func (o *OrgStatus) File() string {
	if o.Return != "" {
		return backWord(o.Return, o.Migrated)
	}
	return o.Path
}

func (o *OrgStatus) mood() excel.Mood {
	switch {
	case o.State == StateReceived && o.Errors > 0:
		return excel.SentBack
	case o.State == StateReceived && o.DaysLate > 0:
		return excel.InLate
	case o.State == StateReceived:
		return excel.InTime
	case o.DaysLate > 0:
		return excel.Overdue
	case o.State == StateRefused:
		return excel.SentBack
	}
	return excel.Awaited
}

// reminders groups whom to chase by base committee, in the order of the tree.
// Base branches answer to nobody but the office and share one list, which comes first.
// The office writes the letters and gets none.
func (s *Status) reminders(lines []excel.StatusLine) []excel.Reminder {
	if len(s.Lines) == 0 {
		return nil
	}
	direct := excel.Reminder{To: directWord(s.Lines[0].Name), Below: s.Lines[0].BelowWord()}
	var out []excel.Reminder
	at := map[int]int{} // line of a base committee → position in out
	for i := range s.Lines {
		l := &s.Lines[i]
		o := s.Report(l)
		if o == nil || o.AskedOf() == "" || i == 0 {
			continue
		}
		if l.Base < 0 || s.Lines[l.Base].Level != evaluate.BaseCommittee {
			direct.Lines = append(direct.Lines, lines[i])
			continue
		}
		n, known := at[l.Base]
		if !known {
			n = len(out)
			at[l.Base] = n
			base := &s.Lines[l.Base]
			out = append(out, excel.Reminder{To: base.Name, Below: base.BelowWord()})
		}
		out[n].Lines = append(out[n].Lines, lines[i])
	}
	if len(direct.Lines) > 0 {
		out = append([]excel.Reminder{direct}, out...)
	}
	return out
}
