package excel

import (
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/xeploai/xeploai/evaluate"
)

// leavingTemplate is the sample template with an activity status that may say that
// somebody has left.
func leavingTemplate(t *testing.T) TemplateSpec {
	t.Helper()
	spec := sampleTemplate(t)
	facts := slices.Clone(spec.Sheets[0].Schema.Facts)
	facts = append(facts, evaluate.FactDef{Kind: evaluate.Member, ID: factActivityStatus, Type: evaluate.ChoiceFact, Heading: "Tình trạng sinh hoạt", Supplier: evaluate.SupplyBranch, Required: true, Lasting: true, Width: 18,
		Choices: []evaluate.Choice{{Code: "normal", Label: "Sinh hoạt bình thường"}, {Code: "exempt", Label: "Được miễn"}}})
	v, ps := evaluate.NewVocabulary(facts, nil)
	noProblems(t, ps)
	s := &spec.Sheets[0]
	s.Schema = v.Schema(evaluate.Member)
	status, _ := s.Schema.Index(factActivityStatus)
	s.Facts, s.Leaves = append(slices.Clone(s.Facts), status), true
	s.Prefill = samplePeople(t, v, sampleTree(t), 4).Frame
	for r := range 4 {
		s.Prefill.Set(r, status, evaluate.ChoiceValue(0))
		s.Prefill.SetText(r, s.Schema.ByRole(evaluate.RoleBranchCode), spec.Stamp.Org)
	}
	spec.Sheets = spec.Sheets[:1]
	spec.Stamp.Sheets = []evaluate.Kind{evaluate.Member}
	return spec
}

// Of whoever has left nothing more is asked: the counters call his row complete,
// whatever it lacks, and the drop-down offers every way to leave.
func TestTemplateAsksNothingOfWhoLeft(t *testing.T) {
	spec := leavingTemplate(t)
	f := templateOf(t, spec)
	counted := func(want string) {
		t.Helper()
		if got, err := f.CalcCellValue(sheetCover, "C11"); err != nil || got != want {
			t.Errorf("the cover computes %q, want %q, %v", got, want, err)
		}
	}
	e := &editor{t, f}
	counted("Đã điền đủ 4/4 dòng, còn 0 ô bắt buộc.")
	e.must(f.SetCellValue(sheetMembers, e.at(sheetMembers, "category", 1), nil))
	e.must(f.SetCellValue(sheetMembers, e.at(sheetMembers, "admitted_on", 1), nil))
	counted("Đã điền đủ 3/4 dòng, còn 2 ô bắt buộc.")
	e.must(f.SetCellStr(sheetMembers, e.at(sheetMembers, string(factActivityStatus), 1), leavingLabel("Đã từ trần")))
	counted("Đã điền đủ 4/4 dòng, còn 0 ô bắt buộc.")
	e.must(f.SetCellStr(sheetMembers, e.at(sheetMembers, string(factActivityStatus), 2), leavingLabel("Khai trừ")))
	counted("Đã điền đủ 4/4 dòng, còn 0 ô bắt buộc.")
	at := e.at(sheetMembers, "category", 0)
	rules, _ := f.GetConditionalFormats(sheetMembers)
	freed, missing := false, false
	for span, list := range rules {
		for _, r := range list {
			if strings.Contains(" "+span, " "+at+":") {
				freed = freed || r.Criteria == `LEFT($`+columnOf(t, f, sheetMembers, string(factActivityStatus))+`9,11)="Không còn: "`
				missing = missing || strings.HasPrefix(r.Criteria, "AND(") && strings.Contains(r.Criteria, `9,11)<>"Không còn: "`)
			}
		}
	}
	if !freed || !missing {
		t.Errorf("freed %v, coloured only where owed %v: %v", freed, missing, rules)
	}
	for _, l := range leavings() {
		if len([]rune(labelNoLonger)) != 11 || !strings.HasPrefix(l.label(), labelNoLonger) {
			t.Errorf("%q is not found by how it begins", l.label())
		}
	}
}

// Whoever fills in a row and forgets the name still owes it, and the counter says so.
func TestCounterMissesTheName(t *testing.T) {
	spec := leavingTemplate(t)
	f := templateOf(t, spec)
	e := &editor{t, f}
	counted := func(want string) {
		t.Helper()
		if got, err := f.CalcCellValue(sheetCover, "C11"); err != nil || got != want {
			t.Errorf("the cover computes %q, want %q, %v", got, want, err)
		}
	}
	e.must(f.SetCellValue(sheetMembers, e.at(sheetMembers, "category", 4), "Hưu trí"))
	counted("Đã điền đủ 4/5 dòng, còn 1 ô bắt buộc.")
	e.must(f.SetCellValue(sheetMembers, e.at(sheetMembers, "category", 5), "Hưu trí"))
	e.must(f.SetCellValue(sheetMembers, e.at(sheetMembers, "admitted_on", 5), "02/03/2000"))
	counted("Đã điền đủ 4/6 dòng, còn 2 ô bắt buộc.")
	e.must(f.SetCellValue(sheetMembers, e.at(sheetMembers, "full_name", 5), "Người Mẫu Năm"))
	counted("Đã điền đủ 4/6 dòng, còn 2 ô bắt buộc.") // his state, and the name of the other
	e.must(f.SetCellValue(sheetMembers, e.at(sheetMembers, "category", 4), nil))
	counted("Đã điền đủ 4/5 dòng, còn 1 ô bắt buộc.")
}

// Every word for having left is read in a branch's report, and takes its row out of
// those to be reviewed; words that only resemble one are refused as before.
func TestReportSaysWhoLeft(t *testing.T) {
	spec := leavingTemplate(t)
	read := readSpec(t)
	v, _ := evaluate.NewVocabulary(spec.Sheets[0].Schema.Facts, nil)
	read.Vocabulary, read.Facts = v, map[BookKind]map[evaluate.Kind][]int{BranchBook: {evaluate.Member: spec.Sheets[0].Facts}}
	for _, c := range []struct {
		word, state string
		codes       string
	}{
		{"Không còn: đã từ trần", "Đã từ trần", "X171"}, {"đã chết", "Đã từ trần", "X171"}, {"ĐÃ MẤT", "Đã từ trần", "X171"},
		{"chuyển đi", "Đã chuyển đi", "X171"}, {"Không còn: đã chuyển đi", "Đã chuyển đi", "X171"},
		{"xin ra khỏi đảng", "Ra khỏi Đảng", "X171"}, {"bị khai trừ", "Khai trừ", "X171"}, {"xoá tên", "Xóa tên", "X171"},
		{"Sinh hoạt bình thường", "", ""}, {"Chuyển sinh hoạt tạm thời", "", "X109"}, {"sắp chuyển đi", "", "X109"},
		{"mất ngày 3/4/2025", "Đã từ trần", "X171"}, {"Không còn: đã chuyển đi từ ngày 01/06/2025", "Đã chuyển đi", "X171"}, {"Đã mất (tháng 4/2025)", "Đã từ trần", "X171"},
		{"ra khỏi Đảng, ngày 3 tháng 4 năm 2025", "Ra khỏi Đảng", "X171"}, {"chuyển đi từ tháng 4 năm 2025", "Đã chuyển đi", "X171"},
		{"mất ngày 31/02/2025", "", "X109"}, {"mất ngày 3/4/25", "", "X109"}, {"mất 2 tháng", "", "X109"}, {"chuyển sinh hoạt từ 3/4/2025", "", "X109"}, {"mất 45000", "", "X109"},
	} {
		t.Run(c.word, func(t *testing.T) {
			path, _ := written(t, "left", func(w io.Writer) error { return WriteTemplate(w, spec) })
			f, err := excelize.OpenFile(path)
			if err != nil {
				t.Fatal(err)
			}
			defer f.Close()
			e := &editor{t, f}
			e.must(f.SetCellStr(sheetMembers, e.at(sheetMembers, string(factActivityStatus), 1), c.word))
			e.must(f.SaveAs(path))
			in, ps := Read(path, read)
			var codes []string
			told := false // of a day beside the word
			for _, p := range ps {
				if dated := strings.Contains(p.Message, "kèm ngày"); dated && p.Severity == evaluate.Note && p.At.Cell != "" {
					told = true
				} else if p.Code != "X171" || p.Severity == evaluate.Note {
					codes = append(codes, string(p.Code))
				}
				if p.Code == "X109" && !strings.Contains(p.Hint, labelNoLonger) {
					t.Errorf("the hint is silent on who left: %s", p.Hint)
				}
			}
			if got := strings.Join(codes, " "); got != c.codes {
				explain(t, ps)
				t.Fatalf("codes %q, want %q", got, c.codes)
			}
			if dated := strings.Contains(c.word, "2025") && c.state != ""; dated != told {
				t.Errorf("the day beside the word told: %v", told)
			}
			if c.state == "" {
				if in.Left != nil {
					t.Errorf("left as %v", in.LeftAs)
				}
				return
			}
			if in.Frames[evaluate.Member].Len() != 3 || in.Left == nil || !slices.Equal(in.LeftAs, []string{c.state}) {
				t.Errorf("%d members, left %v", in.Frames[evaluate.Member].Len(), in.LeftAs)
			}
		})
	}
}

// While nobody understands a row's state it may be that of somebody who left, so the
// rest of the row is not owed yet: one mistake is one problem.
func TestUnknownStateOwesNothingElse(t *testing.T) {
	spec := leavingTemplate(t)
	read := readSpec(t)
	v, _ := evaluate.NewVocabulary(spec.Sheets[0].Schema.Facts, nil)
	read.Vocabulary, read.Facts = v, map[BookKind]map[evaluate.Kind][]int{BranchBook: {evaluate.Member: spec.Sheets[0].Facts}}
	for word, want := range map[string]string{"mất rồi": "X109", "": "X110", "Sinh hoạt bình thường": "X110"} {
		path, _ := written(t, "unclear", func(w io.Writer) error { return WriteTemplate(w, spec) })
		f, err := excelize.OpenFile(path)
		if err != nil {
			t.Fatal(err)
		}
		e := &editor{t, f}
		e.must(f.SetCellStr(sheetMembers, e.at(sheetMembers, string(factActivityStatus), 1), word))
		e.must(f.SetCellValue(sheetMembers, e.at(sheetMembers, "category", 1), nil))
		e.must(f.SetCellValue(sheetMembers, e.at(sheetMembers, "admitted_on", 1), nil))
		e.must(f.SaveAs(path))
		f.Close()
		_, ps := Read(path, read)
		var codes []string
		for _, p := range ps {
			if p.Severity == evaluate.Error {
				codes = append(codes, string(p.Code))
			}
		}
		if slices.Sort(codes); len(codes) == 0 || strings.Join(slices.Compact(codes), " ") != want {
			explain(t, ps)
			t.Errorf("%q: codes %v, want %s", word, codes, want)
		}
	}
}
