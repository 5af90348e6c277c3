package excel

import (
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
)

// A branch that has nobody to grade as a leader leaves that sheet empty: its report
// is taken in with a question. A sheet of members never is empty.
func TestEmptySheetOfABranch(t *testing.T) {
	v := allKindsVocabulary(t)
	spec := readSpec(t)
	spec.Vocabulary, spec.Facts = v, map[BookKind]map[evaluate.Kind][]int{BranchBook: {}}
	for _, c := range []struct {
		name             string
		members, leaders int
		want             []string
	}{
		{"nobody leads", 2, 0, []string{"cảnh báo X160 " + kindSheet(evaluate.Leader)}},
		{"everybody there", 2, 1, nil},
		{"no members", 0, 1, []string{"lỗi X160 " + kindSheet(evaluate.Member)}},
	} {
		t.Run(c.name, func(t *testing.T) {
			out := TemplateSpec{Stamp: sampleStamp(BranchBook), Office: sampleOffice(), OrgName: "Chi bộ Mẫu 1"}
			for _, k := range []evaluate.Kind{evaluate.Member, evaluate.Organization, evaluate.Leader} {
				s := v.Schema(k)
				sheet := TemplateSheet{Title: kindSheet(k), Heading: kindSheet(k), Schema: s, Prefill: evaluate.NewFrame(s), Rows: 4}
				for i := range s.Facts {
					if s.Facts[i].Identity {
						sheet.Facts = append(sheet.Facts, i)
					}
				}
				spec.Facts[BranchBook][k] = sheet.Facts
				for n := range map[evaluate.Kind]int{evaluate.Member: c.members, evaluate.Organization: 1, evaluate.Leader: c.leaders}[k] {
					row := sheet.Prefill.Append(evaluate.Place{Source: -1})
					sheet.Prefill.SetText(row, s.ByRole(evaluate.RoleName), "Người Mẫu "+itoa(n+1))
					sheet.Prefill.SetText(row, s.ByRole(evaluate.RoleBranchCode), out.Stamp.Org)
				}
				out.Sheets = append(out.Sheets, sheet)
			}
			path, _ := written(t, "empty", func(w io.Writer) error { return WriteTemplate(w, out) })
			_, ps := Read(path, spec)
			var got []string
			for _, p := range ps {
				if p.Code == "X160" || p.Severity == evaluate.Error {
					word := "cảnh báo "
					if p.Severity == evaluate.Error {
						word = "lỗi "
					}
					got = append(got, word+string(p.Code)+" "+p.At.Sheet)
				}
			}
			if c.members == 0 && !slices.ContainsFunc(ps, func(p evaluate.Problem) bool {
				return p.Code == "X160" && strings.Contains(p.Hint, "bỏ chi bộ khỏi danh sách")
			}) {
				t.Errorf("no way out where it is the truth: %v", ps)
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("got %q, want %q: %v", got, c.want, ps)
			}
		})
	}
}

// A template that asks of people in posts alone may come back with nobody in it, and
// only when its cover says so: then it is taken in. One message says what to do.
func TestNobodyToReport(t *testing.T) {
	v := allKindsVocabulary(t)
	spec := readSpec(t)
	spec.Vocabulary, spec.Facts = v, map[BookKind]map[evaluate.Kind][]int{BranchBook: {}}
	for _, c := range []struct {
		name  string
		kinds []evaluate.Kind
		tick  string
		rows  int
		codes string
		hint  string
	}{
		{"nothing said", []evaluate.Kind{evaluate.Leader}, "", 0, "X160", "chọn “Có” ở ô “Không có ai để báo cáo”"},
		{"nobody", []evaluate.Kind{evaluate.Leader}, "Có", 0, "", ""},
		{"nobody, typed", []evaluate.Kind{evaluate.Staff, evaluate.Leader}, "không có ai", 0, "", ""},
		{"nobody and somebody", []evaluate.Kind{evaluate.Leader}, "Có", 1, "X160", "xóa"},
		{"not nobody", []evaluate.Kind{evaluate.Leader}, "Không", 1, "", ""},
		{"not nobody, and nobody there", []evaluate.Kind{evaluate.Leader}, "Không", 0, "X160", "chọn “Có”"},
		{"something else", []evaluate.Kind{evaluate.Leader}, "sắp có", 0, "X109", ""},
		{"a branch has members", []evaluate.Kind{evaluate.Member, evaluate.Leader}, "", 0, "X160 X160", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			out := TemplateSpec{Stamp: sampleStamp(BranchBook), Office: sampleOffice(), OrgName: "Chi bộ Mẫu 1"}
			out.Stamp.Sheets = c.kinds
			for _, k := range c.kinds {
				s := v.Schema(k)
				sheet := TemplateSheet{Title: kindSheet(k), Heading: kindSheet(k), Schema: s, Prefill: evaluate.NewFrame(s), Rows: 4}
				for i := range s.Facts {
					if s.Facts[i].Identity {
						sheet.Facts = append(sheet.Facts, i)
					}
				}
				spec.Facts[BranchBook][k] = sheet.Facts
				for n := range c.rows {
					row := sheet.Prefill.Append(evaluate.Place{Source: -1})
					sheet.Prefill.SetText(row, s.ByRole(evaluate.RoleName), "Người Mẫu "+itoa(n+1))
				}
				out.Sheets = append(out.Sheets, sheet)
			}
			path, _ := written(t, "nobody", func(w io.Writer) error { return WriteTemplate(w, out) })
			ticked := edited(t, path, func(e *editor) {
				for row := coverListRow; row < coverListRow+20; row++ {
					if e.text(sheetCover, cellName(1, row)) == labelNobody {
						e.must(e.SetCellStr(sheetCover, cellName(coverCount, row), c.tick))
						return
					}
				}
				if c.kinds[0] != evaluate.Member {
					t.Error("the cover has no place to say it")
				}
			})
			_, ps := Read(ticked, spec)
			var errors []evaluate.Problem
			for _, p := range ps {
				if p.Severity == evaluate.Error || p.Code == "X160" && p.Severity == evaluate.Warning {
					errors = append(errors, p)
				}
			}
			if codesOf(errors) != c.codes || c.hint != "" && (!strings.Contains(errors[0].Hint, c.hint) || errors[0].At.Sheet != sheetCover || errors[0].At.Cell == "") {
				explain(t, ps)
				t.Errorf("told %q", codesOf(errors))
			}
		})
	}
}
