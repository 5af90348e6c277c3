package campaign

import (
	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// summarizeClosed makes a summary of a locked campaign one of its frozen
// results: they must come out as they were locked, and who was graded anew since
// is counted with the new result, in rows. An open campaign passes unchanged.
func (c *Campaign) summarizeClosed(s *Summary, rows []evaluate.DataRow) error {
	var err error
	if s.Closed, err = c.Folder.Closed(); err != nil || s.Closed == nil {
		return err
	}
	if resultsSum(rows) != s.Closed.Results {
		return failOtherResults(c.Folder.Root)
	}
	if s.Problems, err = c.alarms(s.Closed); err != nil {
		return err
	}
	if s.Regraded, err = c.Folder.regradings(s.Closed); err != nil {
		return err
	}
	var over []evaluate.Problem
	if s.Standing, over, err = c.regradedStanding(s.Grading, s.Regraded); err != nil {
		return err
	}
	s.Problems = append(s.Problems, over...)
	for _, r := range latest(s.Regraded) {
		for i := range rows {
			if r.of(rows[i].Kind, rows[i].ID) {
				rows[i] = r.New.Row
			}
		}
	}
	return nil
}

// regradedLines lists the records for a sheet, with names.
func regradedLines(g *Grading, records []Regraded) []excel.RegradedLine {
	var out []excel.RegradedLine
	for i := range records {
		pop, _ := g.Report.Of(records[i].Kind)
		name := ""
		if row := subjectRow(pop, records[i].ID); row >= 0 {
			name = g.nameOf(Found{records[i].Kind, row})
		}
		out = append(out, records[i].line(name))
	}
	return out
}
