package campaign

import (
	"bytes"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"github.com/xeploai/xeploai/evaluate"
)

// messySender is an elderly secretary with a marked copy, his own papers and
// nobody to ask. He reads the first sheet line by line and does what it says.
type messySender struct {
	*excelize.File
	t  testing.TB
	of *messyReturn
	// gone are rows to delete when all else is done.
	gone []int
	anew bool // he was told to send the file anew
}

// Columns of the first sheet of a marked copy.
const (
	listLevel = iota + 2
	listSheet
	listCell
	listMessage
	listHint
)

// mend reads a marked copy and does what its list says; it returns what he sends
// back.
func mend(t testing.TB, r *messyReturn, copy []byte) []byte {
	f, err := excelize.OpenReader(bytes.NewReader(copy))
	if err != nil {
		t.Errorf("%s: the copy does not open: %v", r.org(), err)
		return nil
	}
	defer f.Close()
	s := &messySender{File: f, t: t, of: r}
	rows, err := f.GetRows(f.GetSheetName(0))
	s.must(err)
	lines := 0
	for _, row := range rows[5:] {
		if row = append(row, make([]string, 7)...); row[listLevel] == "Lỗi" {
			lines++
			s.obey(row[listSheet], row[listCell], row[listMessage], row[listHint])
		}
	}
	if lines == 0 {
		t.Errorf("%s: the first sheet lists no error", r.org())
	}
	if s.anew {
		return r.clean(t)
	}
	for i := len(s.gone) - 1; i >= 0; i-- {
		for col := 1; col < 90; col++ { // the library cannot delete rows of every program's files
			s.must(f.SetCellValue(messyMembers, evaluate.ColumnName(col)+strconv.Itoa(s.gone[i]), nil))
		}
	}
	b, err := f.WriteToBuffer()
	s.must(err)
	return b.Bytes()
}

func (s *messySender) must(err error) {
	if err != nil {
		s.t.Helper()
		s.t.Errorf("%s: %v", s.of.org(), err)
	}
}

// obey does what one line says.
func (s *messySender) obey(sheet, cell, message, hint string) {
	b := s.of.book
	has := func(words string) bool { return strings.Contains(message+" "+hint, words) }
	switch {
	case message == "" || hint == "":
		s.t.Errorf("%s: a line without words at %s", s.of.org(), cell)
	case cell == "" || b == nil || s.of.fault != "":
		if !has("gửi lại") && !has("lưu") && !has("mẫu") && !has("gửi tệp") {
			s.t.Errorf("%s: nobody knows what to do: %s; %s", s.of.org(), message, hint)
		}
		s.anew = true
	case has("xóa dòng ghi trùng"):
		_, row, err := excelize.CellNameToCoordinates(cell)
		s.must(err)
		s.gone = append(s.gone, row)
	case has("Unmerge"):
		area := regexp.MustCompile(`các ô (\w+):(\w+) bị gộp`).FindStringSubmatch(message)
		s.must(s.UnmergeCell(sheet, area[1], area[2]))
		s.retype(area[1], false)
		s.retype(area[2], false)
	case has("thiếu cột bắt buộc"):
		s.addColumn(sheet, quoted(message)[0])
	case has("xuất hiện hai lần"):
		col, _, err := excelize.CellNameToCoordinates(cell)
		s.must(err)
		for row := messyStamp; row <= b.rows[len(b.rows)-1]; row++ {
			s.must(s.SetCellValue(sheet, b.cell(col, row), nil))
		}
	case has("thì chỉ trả lại tiêu đề"): // the figures below never moved
		s.must(s.SetCellStr(sheet, cell, quoted(message)[1]))
	case has("kiểm tra lại cả hai ngày"), has("kiểm tra lại các số đếm ở dòng này"):
		_, row, err := excelize.CellNameToCoordinates(cell)
		s.must(err)
		for _, fact := range []string{"birth_date", "admitted_on", "tasks_assigned", "tasks_done", "tasks_late"} {
			if col, there := b.cols[fact]; there {
				s.retype(b.cell(col, row), false)
			}
		}
	default:
		s.retype(cell, has("định dạng ô"))
	}
}

// quoted are the words between quotation marks.
func quoted(s string) []string {
	var out []string
	for _, m := range regexp.MustCompile(`“([^”]*)”`).FindAllStringSubmatch(s, -1) {
		out = append(out, m[1])
	}
	return append(out, "", "")
}

// retype writes what the sender means into a cell, as one does on a keyboard: the
// cell keeps its format, unless he was told about it, and a number typed into a
// cell of percentages becomes a percentage.
func (s *messySender) retype(cell string, format bool) {
	fact, value, ok := s.of.book.meaning(cell)
	if !ok {
		s.t.Errorf("%s: nothing of the sender's stands at %s", s.of.org(), cell)
		return
	}
	if format {
		s.must(s.SetCellStyle(messyMembers, cell, cell, 0))
	}
	style, err := s.GetCellStyle(messyMembers, cell)
	s.must(err)
	s.must(s.SetCellFormula(messyMembers, cell, ""))
	s.must(s.SetCellValue(messyMembers, cell, s.keyed(fact, value, style)))
	s.must(s.SetCellStyle(messyMembers, cell, cell, style))
}

// keyed is what a program makes of what the sender types.
func (s *messySender) keyed(fact, value string, style int) any {
	schema := s.of.members()
	i, ok := schema.Index(evaluate.FactID(fact))
	if !ok || value == "" {
		return nil
	}
	def := &schema.Facts[i]
	switch def.Type {
	case evaluate.ChoiceFact:
		code, _ := def.CodeIndex(value)
		return def.Choices[code].Label
	case evaluate.NumberFact:
		x, err := strconv.ParseFloat(value, 64)
		s.must(err)
		if look, err := s.GetStyle(style); err == nil && look.NumFmt == 9 {
			x /= 100
		}
		return x
	case evaluate.DateFact:
		d, err := time.Parse(time.DateOnly, value)
		s.must(err)
		n := int(d.Sub(time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)).Hours() / 24)
		if props, err := s.GetWorkbookProps(); err == nil && props.Date1904 != nil && *props.Date1904 {
			n -= daysBetweenEpochs
		}
		return n
	}
	return value
}

func (r *messyReturn) members() *evaluate.Schema {
	for i := range r.spec.Sheets {
		if s := r.spec.Sheets[i].Schema; s.Kind == evaluate.Member {
			return s
		}
	}
	return nil
}

// addColumn puts a column back behind all others, under the heading he was told.
func (s *messySender) addColumn(sheet, heading string) {
	schema := s.of.members()
	for i := range schema.Facts {
		if schema.Facts[i].Heading != heading {
			continue
		}
		s.must(s.SetCellStr(sheet, s.of.book.cell(80, messyHeads), heading))
		for p, row := range s.of.book.rows {
			fact := string(schema.Facts[i].ID)
			s.must(s.SetCellValue(sheet, s.of.book.cell(80, row), s.keyed(fact, s.of.people[p][fact], 0)))
		}
		return
	}
	s.t.Errorf("%s: no column is called %q", s.of.org(), heading)
}
