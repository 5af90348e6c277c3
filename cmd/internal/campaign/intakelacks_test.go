package campaign

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/xeploai/xeploai/evaluate"
)

// without are the bytes of the specimen without the columns of members under these
// stamps.
func (s *specimen) without(t *testing.T, facts ...string) []byte {
	t.Helper()
	return s.changed(t, func(f *excelize.File, column func(fact string) string) error {
		for _, fact := range facts {
			if err := f.RemoveCol(messyMembers, column(fact)); err != nil {
				return err
			}
		}
		return nil
	})
}

// changed is the specimen edited in a spreadsheet program; column finds a column of
// members by its stamp.
func (s *specimen) changed(t *testing.T, edit func(f *excelize.File, column func(fact string) string) error) []byte {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(s.whole))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	err = edit(f, func(fact string) string { return columnIn(t, f, fact) })
	var b bytes.Buffer
	if err == nil {
		err = f.Write(&b)
	}
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// columnIn finds a column of members by its stamp.
func columnIn(t *testing.T, f *excelize.File, fact string) string {
	t.Helper()
	rows, err := f.GetRows(messyMembers)
	if err != nil {
		t.Fatal(err)
	}
	c := slices.Index(rows[5], "#"+fact)
	if c < 0 {
		t.Fatalf("no column %s", fact)
	}
	name, err := excelize.ColumnNumberToName(c + 1)
	if err != nil {
		t.Fatal(err)
	}
	return name
}

// coded are the problems of a code.
func coded(ps []evaluate.Problem, code evaluate.Code) (out []evaluate.Problem) {
	for _, p := range ps {
		if p.Code == code {
			out = append(out, p)
		}
	}
	return out
}

// A column that was deleted is told when the file comes in, once, and in words that
// its sender can follow.
func TestDeletedColumns(t *testing.T) {
	s := newSpecimen(t)
	for name, c := range map[string]struct {
		gone    []string
		outcome ImportOutcome
		codes   string
		says    string
	}{
		"a number of people":  {[]string{"identity_number"}, Accepted, "E359", "“Số định danh cá nhân” của mẫu; ở mọi dòng"},
		"several":             {[]string{"score_r1", "sick_leave_months", "tasks_late"}, Accepted, "E359 E359", "II.1” của mẫu mà xếp loại cần"},
		"a required one":      {[]string{"reviewed"}, Rejected, "X141", "“Đã kiểm điểm”"},
		"nothing but remarks": {[]string{"remark"}, Accepted, "E359", "ở mọi dòng"},
	} {
		got := s.take(t, s.without(t, c.gone...))
		var codes []string
		said := ""
		for _, p := range got.Problems {
			if p.Severity != evaluate.Note {
				codes, said = append(codes, string(p.Code)), said+p.Message+"\n"
			}
			if strings.Contains(p.Hint, "--") {
				t.Errorf("%s: a sender has no commands: %s", name, p.Hint)
			}
		}
		if got.Outcome != c.outcome || strings.Join(codes, " ") != c.codes || !strings.Contains(said, c.says) {
			t.Errorf("%s: %s %v\n%s", name, got.Outcome, codes, said)
		}
	}
}

// A list of somebody's own making is a branch's report only with all that its
// template asks for; what is there comes back in a template.
func TestListWithoutStamps(t *testing.T) {
	s := newSpecimen(t)
	unstamped := func(also func(f *excelize.File) error) []byte {
		return s.changed(t, func(f *excelize.File, column func(string) string) error {
			props, err := f.GetCustomProps()
			for i := 0; i < len(props) && err == nil; i++ {
				err = f.SetCustomProps(excelize.CustomProperty{Name: props[i].Name})
			}
			for row := 9; row < 15 && err == nil; row++ {
				err = f.SetCellStr(messyMembers, fmt.Sprint(column("branch_code"), row), "CB0000")
			}
			for _, sheet := range []string{messyMembers, "Tổ chức"} {
				err = cmp.Or(err, f.RemoveRow(sheet, 6))
			}
			return cmp.Or(err, f.DeleteSheet("_xeploai"), also(f))
		})
	}
	if got := s.take(t, unstamped(func(*excelize.File) error { return nil })); got.Outcome != Accepted || len(coded(got.Problems, "X157")) != 1 {
		t.Errorf("the whole report: %s %v", got.Outcome, got.Problems)
	}
	for _, sheet := range []string{"Tổ chức", messyMembers} {
		got := s.take(t, unstamped(func(f *excelize.File) error { return f.DeleteSheet(sheet) }))
		told := coded(got.Problems, "X158")
		if got.Outcome != Rejected || len(told) != 1 || !strings.Contains(told[0].Message, "“"+sheet+"”") || got.Migrated == "" {
			t.Errorf("without %s: %s, moved to %q, told %v", sheet, got.Outcome, got.Migrated, got.Problems)
		}
	}
}

// A mistake that goes through a column is one problem, and the copy that goes back
// has every cell of it tinted.
func TestMistakeOfAColumn(t *testing.T) {
	s := newSpecimen(t)
	for rows, want := range map[int]int{6: 1, 3: 3} {
		got := s.take(t, s.changed(t, func(f *excelize.File, column func(string) string) (err error) {
			for row := 9; row < 9+rows && err == nil; row++ {
				err = cmp.Or(f.SetCellInt(messyMembers, fmt.Sprint(column("tasks_done"), row), 12), f.SetCellInt(messyMembers, fmt.Sprint(column("sick_leave_months"), row), int64(20+row)))
			}
			return err
		}))
		for code, times := range map[evaluate.Code]int{"E321": 2, "X106": 1} { // more done, and done and failed, than assigned
			told := coded(got.Problems, code)
			cells := 0
			for _, p := range told {
				cells += max(1, evaluate.CountCells(p.Cells))
			}
			if len(told) != times*want || cells != times*rows {
				t.Errorf("%d cells: %d %s about %d: %v", rows, len(told), code, cells, told)
			}
		}
		copy, err := excelize.OpenFile(s.Folder.path(got.Returned))
		if err != nil {
			t.Fatal(err)
		}
		defer copy.Close()
		dress := func(fact string, row int) int {
			style, err := copy.GetCellStyle(messyMembers, fmt.Sprint(columnIn(t, copy, fact), row))
			if err != nil {
				t.Fatal(err)
			}
			return style
		}
		for row := 9; row < 9+rows; row++ {
			if dress("tasks_done", row) == dress("tasks_late", row) {
				t.Errorf("row %d is not tinted", row)
			}
		}
	}
}

// Two columns that are exchanged are one problem that says so; single rows are told as before,
// and so is a day of its own kind.
func TestColumnsOfDaysExchanged(t *testing.T) {
	s := newSpecimen(t)
	for rows, want := range map[int]int{6: 1, 3: 3} {
		got := s.take(t, s.changed(t, func(f *excelize.File, column func(string) string) (err error) {
			for row := 9; row < 15 && err == nil; row++ {
				earlier, later := "birth_date", "admitted_on"
				if row < 9+rows {
					earlier, later = later, earlier
				}
				err = cmp.Or(f.SetCellStr(messyMembers, fmt.Sprint(column(earlier), row), fmt.Sprintf("%02d/02/1970", row)),
					f.SetCellStr(messyMembers, fmt.Sprint(column(later), row), fmt.Sprintf("%02d/02/1998", row)))
			}
			return err
		}))
		told := coded(got.Problems, "E324")
		if len(told) != want {
			t.Errorf("%d rows: %v", rows, told)
			continue
		}
		if says := strings.Contains(told[0].Hint, "hai cột"); says != (rows == 6) || len(told[0].Related) != 1 {
			t.Errorf("%d rows: %+v", rows, told[0])
		}
	}
}

// Numbers that Excel took for numbers in a whole column are one problem, however many zeros
// each of them lost, and in a small branch too.
func TestNumbersOfAColumnLostTheirZeros(t *testing.T) {
	s := newSpecimen(t)
	got := s.take(t, s.changed(t, func(f *excelize.File, column func(string) string) (err error) {
		for row := 9; row < 15 && err == nil; row++ {
			err = f.SetCellInt(messyMembers, fmt.Sprint(column("identity_number"), row), []int64{1095001000, 79095001000}[row%2]+int64(row))
		}
		return err
	}))
	if told := coded(got.Problems, "X113"); len(told) != 1 || evaluate.CountCells(told[0].Cells) != 6 || !strings.Contains(told[0].Hint, "12 chữ số") {
		t.Errorf("told %v", told)
	}
}
