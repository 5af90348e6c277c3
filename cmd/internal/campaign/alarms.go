package campaign

import (
	"errors"
	"io/fs"
	"maps"
	"os"
	"slices"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// alarms lists what is no longer as it was when the campaign was locked.
func (c *Campaign) alarms(s *Closed) ([]evaluate.Problem, error) {
	var ps []evaluate.Problem
	known, opening, err := c.closingKnown()
	switch {
	case err != nil:
		return nil, err
	case opening: // what went with the closing may be put away already
		return []evaluate.Problem{alarmHalfOpened(c.Folder.Label(c.Folder.closing()))}, nil
	case !known:
		ps = append(ps, alarm(c.Folder.Label(c.Folder.closing()), alarmClosing))
	}
	if sum, err := fileSum(c.Folder.Settings()); err != nil || sum != s.Settings || c.termsText() != s.Terms {
		ps = append(ps, alarm(SettingsName, alarmSettings))
	}
	// Each kind by itself: which kinds there are the list says.
	for _, k := range sortedKinds(s.Sets) {
		if rs, _, err := c.inForce(k); err != nil || setMark(rs) != s.Sets[k] {
			ps = append(ps, alarm("", alarmRules+": "+sheetTitle(k)))
		}
	}
	switch differs, here, err := c.differs(OrgListName, s.List); {
	case err != nil:
		return nil, err
	case !here:
		ps = append(ps, alarm(OrgListName, alarmGone))
	case differs:
		ps = append(ps, alarm(OrgListName, alarmList))
	}
	for _, more := range []func(*Closed) ([]evaluate.Problem, error){c.inputAlarms, c.workbookAlarms, c.regradeAlarms} {
		found, err := more(s)
		if err != nil {
			return nil, err
		}
		ps = append(ps, found...)
	}
	return ps, nil
}

// closingKnown tells whether the record of the closing is the one the journal
// knows (a journal without it was itself changed), and whether the journal says
// that it was opened again: a crash cut that off.
func (c *Campaign) closingKnown() (known, opening bool, err error) {
	entries, _, err := c.Folder.Journal()
	if err != nil {
		return false, false, err
	}
	sum, err := fileSum(c.Folder.closing())
	if err != nil {
		return false, false, failClosing(c.Folder.closing(), err)
	}
	last := ""
	for _, e := range entries {
		switch e.Did {
		case didClose:
			last, opening = e.Digest, false
		case didReopen:
			opening = true
		}
	}
	return sum == last, opening, nil
}

// inputAlarms looks at the kept facts and at the files they came from.
func (c *Campaign) inputAlarms(s *Closed) ([]evaluate.Problem, error) {
	files, err := c.Folder.keptFiles()
	if err != nil {
		return nil, err
	}
	strange := map[string]bool{}
	for _, path := range files {
		strange[c.Folder.Label(path)] = true
	}
	found := make([][]evaluate.Problem, len(s.Inputs))
	err = runEach(len(s.Inputs), c.workers(len(s.Inputs)), nil, func(i int) error {
		var err error
		found[i], err = c.inputAlarm(&s.Inputs[i])
		return err
	})
	if err != nil {
		return nil, err
	}
	var ps []evaluate.Problem
	for i := range s.Inputs {
		delete(strange, s.Inputs[i].Kept)
		ps = append(ps, found[i]...)
	}
	for _, label := range slices.Sorted(maps.Keys(strange)) {
		ps = append(ps, alarm(label, alarmKeptNew))
	}
	return ps, nil
}

func (c *Campaign) inputAlarm(in *inputMark) ([]evaluate.Problem, error) {
	var ps []evaluate.Problem
	switch sum, err := fileSum(c.Folder.path(in.Kept)); {
	case errors.Is(err, fs.ErrNotExist):
		ps = append(ps, alarmOf(in, in.Kept, alarmKeptGone))
	case err != nil || sum != in.Sum:
		ps = append(ps, alarmOf(in, in.Kept, alarmKept))
	}
	if !ofSender(in.Path) {
		return ps, nil
	}
	// A file that has been put away is no news: its facts are kept.
	differs, here, err := c.differs(in.Path, in.File)
	if here && differs {
		ps = append(ps, alarmOf(in, in.Path, alarmInbox))
	}
	return ps, err
}

// workbookAlarms looks at the result workbooks.
func (c *Campaign) workbookAlarms(s *Closed) ([]evaluate.Problem, error) {
	var ps []evaluate.Problem
	for _, label := range slices.Sorted(maps.Keys(s.Workbooks)) {
		switch sum, err := fileSum(c.Folder.path(label)); {
		case errors.Is(err, fs.ErrNotExist):
			ps = append(ps, alarm(label, alarmGone))
		case err != nil || sum != s.Workbooks[label] && !c.sameContents(s, label):
			ps = append(ps, alarm(label, alarmResult))
		}
	}
	return ps, nil
}

// regradeAlarms looks at the records of grading anew: the journal knows the
// hash of each.
func (c *Campaign) regradeAlarms(*Closed) ([]evaluate.Problem, error) {
	known, err := c.Folder.regradedKnown()
	if err != nil {
		return nil, err
	}
	paths, err := c.Folder.regradedFiles()
	if err != nil {
		return nil, err
	}
	var ps []evaluate.Problem
	for _, path := range paths {
		sum, err := fileSum(path)
		if err != nil {
			return nil, failKept(path, err)
		}
		if !known[sum] {
			ps = append(ps, alarm(c.Folder.Label(path), alarmRegraded))
		}
		delete(known, sum)
	}
	if len(known) > 0 {
		ps = append(ps, alarm(c.Folder.Label(c.Folder.regraded()), alarmRegradedGone))
	}
	return ps, nil
}

// closedStatus is what a locked campaign has to say of itself to status.
func (c *Campaign) closedStatus(s *Status) error {
	var err error
	if s.Closed, err = c.Folder.Closed(); err != nil {
		return err
	}
	if s.Closed == nil {
		return c.unsettledStatus(s)
	}
	if s.Alarms, err = c.alarms(s.Closed); err != nil {
		return err
	}
	if _, err := os.Stat(c.Folder.regraded()); err != nil {
		return nil
	}
	if s.Regraded, err = c.Folder.regradings(s.Closed); err != nil || len(s.Regraded) == 0 {
		return err
	}
	locked, err := c.Evaluate()
	if err == nil {
		_, s.Exceeded, err = c.regradedStanding(locked, s.Regraded)
	}
	if len(s.Alarms) > 0 { // data that was changed may not be graded any more
		return nil
	}
	return err
}

// keepContents notes what stands in the cells of the result workbooks.
func (c *Campaign) keepContents(s *Closed) error {
	labels := slices.Sorted(maps.Keys(s.Workbooks))
	found := make([]string, len(labels))
	err := runEach(len(labels), c.workers(len(labels)), nil, func(i int) error {
		found[i] = excel.CellsDigest(c.Folder.path(labels[i]))
		return nil
	})
	for i, label := range labels {
		s.Contents[label] = found[i]
	}
	return err
}

// sameContents tells whether a result workbook of other bytes says in every cell what it
// said when the campaign was locked: it was only saved again.
func (c *Campaign) sameContents(s *Closed, label string) bool {
	was := s.Contents[label]
	return was != "" && excel.CellsDigest(c.Folder.path(label)) == was
}
