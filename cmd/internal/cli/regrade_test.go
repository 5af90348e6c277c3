package cli

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"github.com/xeploai/xeploai/cmd/internal/campaign"
	"github.com/xeploai/xeploai/cmd/internal/demo"
	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// Rows of a data sheet: the stamps of its columns, the first subject.
const (
	stampsRow  = 6
	subjectRow = 9
)

// write fills cells of the only subject on a sheet, by the stamps of its columns.
func write(t *testing.T, path, sheet string, cells map[string]string) {
	t.Helper()
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := f.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	for fact, value := range cells {
		col := slices.Index(rows[stampsRow-1], "#"+fact)
		if col < 0 {
			t.Fatalf("%s: no column of %s", path, fact)
		}
		cell, _ := excelize.CoordinatesToCellName(col+1, subjectRow)
		if err := f.SetCellStr(sheet, cell, value); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.Save(); err != nil {
		t.Fatal(err)
	}
}

// listed reads the rows that the summary counts, by kind and id.
func listed(t *testing.T, dir string) map[string]string {
	t.Helper()
	f, err := excelize.OpenFile(filepath.Join(dir, "ket-qua", "tong-hop.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	sheets := f.GetSheetList()
	rows, err := f.GetRows(sheets[slices.IndexFunc(sheets, func(s string) bool { return strings.HasPrefix(s, "Danh sách") })])
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, row := range rows {
		if len(row) > 14 {
			out[row[1]+"/"+row[2]] = strings.Join(row[3:14], "|")
		}
	}
	return out
}

// results are the bytes of the result workbooks, by name.
func results(t *testing.T, dir string) map[string]string {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(dir, "ket-qua", "*.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, path := range paths {
		if filepath.Base(path) == "tong-hop.xlsx" {
			continue
		}
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		out[path] = string(b)
	}
	return out
}

// regradedOf is what regrade --take prints as JSON.
type regradedOf struct {
	Regraded struct {
		Kind, ID, Workbook string
		Old, New           struct {
			Outcome, Label string
			Grade          *string
		}
	}
	Workbooks []struct{ Path string }
}

// A subject of every kind can be graded anew after the closing: the old result
// stays beside the new one on the form of its own, the next summary counts the
// new one, and nobody else's result changes.
func TestRegrade_everyKind(t *testing.T) {
	s := office(t, demo.Options{Members: 300, Clean: true})
	for _, args := range [][]string{{"import", "nhan-ve"}, {"grade"}, {"close", "--despite", "thử"}, {"summary"}} {
		if code := s.run(args...); code != exitDone && code != exitWaiting {
			t.Fatalf("%v: %d\n%s", args, code, s.err.String())
		}
	}
	before := results(t, s.dir)
	want := listed(t, s.dir)
	for kind, sheet := range map[evaluate.Kind]string{evaluate.Member: "Đảng viên", evaluate.Organization: "Tổ chức", evaluate.Collective: "Tập thể",
		evaluate.Leader: "Lãnh đạo", evaluate.Unit: "Đơn vị"} {
		id := gradedGood(t, s, kind)
		if code := s.run("regrade", id, "--kind", string(kind), "--json"); code != exitDone {
			t.Fatalf("%s %s: %d\n%s", kind, id, code, s.out.String())
		}
		var form regradedOf
		if err := json.Unmarshal(s.out.Bytes(), &form); err != nil || len(form.Workbooks) != 1 {
			t.Fatalf("%s: %v in %s", kind, err, s.out.String())
		}
		path := filepath.Join(s.dir, form.Workbooks[0].Path)
		write(t, path, sheet, map[string]string{"decision": "Hoàn thành nhiệm vụ", "decision_reason": "phát hiện sai sau khóa sổ",
			"decision_number": "03-QĐ/ĐU", "decision_date": "04/01/2026"})
		if code := s.run("regrade", "--take", path, "--json"); code != exitDone && code != exitWaiting {
			t.Fatalf("%s %s: %d\n%s", kind, id, code, s.out.String())
		}
		var taken regradedOf
		if err := json.Unmarshal(s.out.Bytes(), &taken); err != nil {
			t.Fatal(err)
		}
		r := taken.Regraded
		if r.Kind != string(kind) || r.ID != id || r.Old.Label == r.New.Label || r.New.Grade == nil || *r.New.Grade != string(evaluate.Completed) {
			t.Errorf("%s: %+v", kind, r)
		}
		paper := dumped(t, filepath.Join(s.dir, r.Workbook))
		// the printed form is for organizations and members; others get the tool's own title
		if form := kind == evaluate.Member || kind == evaluate.Organization; strings.Contains(paper, "Mẫu 03") != form {
			t.Errorf("%s: the number of the form stands there: %v", kind, !form)
		}
		for _, word := range []string{r.Old.Label, r.New.Label, "phát hiện sai sau khóa sổ"} {
			if !strings.Contains(paper, word) {
				t.Errorf("%s: the form does not say %q", kind, word)
			}
		}
		if code := s.run("summary"); code != exitDone && code != exitWaiting {
			t.Fatalf("summary: %d\n%s", code, s.err.String())
		}
		got := listed(t, s.dir)
		var changed []string
		for who, row := range got {
			if row != want[who] {
				changed = append(changed, who)
			}
		}
		if len(changed) != 1 || !strings.HasSuffix(changed[0], "/"+id) || len(got) != len(want) {
			t.Errorf("%s %s graded anew changed the rows of %q", kind, id, changed)
		}
		want = got
	}
	for path, b := range results(t, s.dir) {
		if before[path] != b {
			t.Errorf("%s was written over", path)
		}
	}
	if code := s.run("status", "--json"); code != exitDone || strings.Count(s.out.String(), `"workbook":"ket-qua/xep-lai/`) != 5 {
		t.Errorf("status: %d\n%s", code, s.out.String())
	}
	// the office itself has no result here, and what is of no such kind is offered
	if code := s.run("regrade", "XM", "--json"); code != exitFailed || !strings.Contains(s.out.String(), `"code":"C925"`) {
		t.Errorf("the office itself: %d\n%s", code, s.out.String())
	}
	if code := s.run("regrade", "XM.01", "--kind", "unit", "--json"); code != exitWaiting || !strings.Contains(s.out.String(), `{"kind":"organization","id":"XM.01"`) {
		t.Errorf("an organization as a unit: %d\n%s", code, s.out.String())
	}
	// opened again, status tells of each until what was found has come in
	if code := s.run("reopen", "làm lại"); code != exitWaiting {
		t.Fatalf("reopen: %d", code)
	}
	s.run("status", "--json")
	if n := strings.Count(s.out.String(), `"code":"E354"`); n != 5 {
		t.Errorf("status tells of %d who wait for what was found, want 5\n%s", n, s.out.String())
	}
}

// dumped is a workbook as text.
func dumped(t *testing.T, path string) string {
	t.Helper()
	var b bytes.Buffer
	if err := excel.Dump(&b, path); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// gradedGood is the id of a subject of a kind whose grade is good.
func gradedGood(t *testing.T, s *stage, kind evaluate.Kind) string {
	t.Helper()
	config, err := readConfig(filepath.Join(s.dir, campaign.SettingsName), nil, func(string) string { return "" })
	if err != nil {
		t.Fatal(err)
	}
	folder, err := campaign.Find(s.dir)
	if err != nil {
		t.Fatal(err)
	}
	c, err := campaign.Open(folder, config, "test", time.Now)
	if err != nil {
		t.Fatal(err)
	}
	g, err := c.Regrades()
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range g.Report.DataRows() {
		if row.Kind == kind && row.Grade == evaluate.Good {
			return row.ID
		}
	}
	t.Fatalf("no %s is good", kind)
	return ""
}
