package excel

import (
	"bytes"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/xeploai/xeploai/evaluate"
)

// wideTemplate is a branch workbook whose members' sheet does not fit one page,
// with so many known members.
func wideTemplate(t testing.TB, known, rows int) TemplateSpec {
	t.Helper()
	spec := sampleTemplate(t)
	spec.Sheets = spec.Sheets[:1]
	s := &spec.Sheets[0]
	facts := slices.Clone(s.Schema.Facts)
	for i := range facts {
		if !facts[i].Identity {
			facts[i].Width = 24
		}
	}
	v, ps := evaluate.NewVocabulary(facts, nil)
	noProblems(t, ps)
	tree := sampleTree(t)
	s.Schema, s.Rows = v.Schema(evaluate.Member), rows
	s.Prefill = nil
	if known > 0 {
		s.Prefill = samplePeople(t, v, tree, known).Frame
	}
	return spec
}

// templateOf writes a template and opens it.
func templateOf(t *testing.T, spec TemplateSpec) *excelize.File {
	t.Helper()
	path, _ := written(t, "print", func(w io.Writer) error { return WriteTemplate(w, spec) })
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

// printedParts are the ranges of a sheet that are printed, as corners.
func printedParts(t *testing.T, f *excelize.File, sheet string) [][4]int {
	t.Helper()
	var out [][4]int
	for _, n := range f.GetDefinedName() {
		if n.Name != "_xlnm.Print_Area" || n.Scope != sheet {
			continue
		}
		for _, part := range strings.Split(n.RefersTo, ",") {
			var at [4]int
			from, to, _ := strings.Cut(strings.ReplaceAll(part[strings.LastIndex(part, "!")+1:], "$", ""), ":")
			for i, name := range []string{from, to} {
				var err error
				if at[2*i], at[2*i+1], err = excelize.CellNameToCoordinates(name); err != nil {
					t.Fatal(err)
				}
			}
			out = append(out, at)
		}
	}
	return out
}

// Whoever prints a sheet in parts signs it once, where the last part ends; the
// print stays readable.
func TestTemplateIsSignedWhereItEnds(t *testing.T) {
	for _, known := range []int{0, 3, 40} {
		f := templateOf(t, wideTemplate(t, known, known+20))
		parts := printedParts(t, f, sheetMembers)
		if len(parts) < 2 {
			t.Fatalf("%d known: printed in %d parts", known, len(parts))
		}
		last := parts[len(parts)-1]
		signs := 0
		rows, _ := f.GetRows(sheetMembers)
		table := 0
		for r, row := range rows {
			if len(row) > 0 && row[0] == stampMark+endStamp {
				table = r
			}
			for c, v := range row {
				if v != labelSecretary && v != labelReporter {
					continue
				}
				signs++
				if c+1 < last[0] || c+1 > last[2] || r+1 > last[3] {
					t.Errorf("%d known: %q at %s is outside of the last part %v", known, v, cellName(c+1, r+1), last)
				}
			}
		}
		if signs != 2 {
			t.Errorf("%d known: %d signature lines", known, signs)
		}
		for _, p := range parts[:len(parts)-1] {
			if p[3] != table {
				t.Errorf("%d known: a part ends in row %d, the table in %d", known, p[3], table)
			}
		}
		if layout, err := f.GetPageLayout(sheetMembers); err != nil || *layout.AdjustTo < leastRecordScale {
			t.Errorf("%d known: printed at %d%%, %v", known, *layout.AdjustTo, err)
		}
	}
}

// A sheet that knows nobody rules no more rows than were asked for and what is
// left of a page; whoever needs more inserts them.
func TestTemplateOfNobodyIsNoPad(t *testing.T) {
	spec := wideTemplate(t, 0, 20)
	f := templateOf(t, spec)
	parts := printedParts(t, f, sheetMembers)
	if rows := parts[0][3] - dataRow + 1; rows < 20 || rows > 20+mostSpare {
		t.Errorf("%d rows are ruled", rows)
	}
	if p, err := f.GetSheetProtection(sheetMembers); err != nil || !p.InsertRows {
		t.Errorf("no rows can be inserted: %+v, %v", p, err)
	}
	spec.Sheets[0].Prefill, spec.Sheets[0].Rows = evaluate.NewFrame(spec.Sheets[0].Schema), 1
	spec.Sheets[0].Prefill.Append(evaluate.Place{})
	if p, err := templateOf(t, spec).GetSheetProtection(sheetMembers); err != nil || p.InsertRows {
		t.Errorf("rows can be inserted where all are known: %+v, %v", p, err)
	}
}

// Where nobody stands yet, nothing is complete.
func TestTemplateOfNobodySaysSo(t *testing.T) {
	f := templateOf(t, wideTemplate(t, 0, 20))
	for _, at := range [][2]string{{sheetMembers, "A5"}, {sheetCover, "C11"}} {
		stored := get(t, f, at[0], at[1])
		computed, err := f.CalcCellValue(at[0], at[1])
		if err != nil || computed != stored || !strings.HasPrefix(stored, labelNoRows) {
			t.Errorf("%s!%s stores %q and computes %q, %v", at[0], at[1], stored, computed, err)
		}
	}
	e := &editor{t, f}
	e.must(f.SetCellStr(sheetMembers, "B9", "Người Mẫu Mới"))
	if got, err := f.CalcCellValue(sheetCover, "C11"); err != nil || !strings.HasPrefix(got, "Đã điền đủ 0/1 dòng") {
		t.Errorf("with a name the cover says %q, %v", got, err)
	}
}

// Of whoever is excused nothing is asked that could be: it is neither counted nor
// coloured, in a program that computes and in one that only shows.
func TestTemplateAsksNothingOfTheExcused(t *testing.T) {
	spec := wideTemplate(t, 6, 10)
	s := &spec.Sheets[0]
	facts := slices.Clone(s.Schema.Facts)
	months, _ := s.Schema.Index("sick_leave_months")
	category, _ := s.Schema.Index("category")
	facts[category].Lasting = true
	facts[months].Required = true
	v, ps := evaluate.NewVocabulary(facts, nil)
	noProblems(t, ps)
	s.Schema = v.Schema(evaluate.Member)
	s.Prefill = samplePeople(t, v, sampleTree(t), 6).Frame
	for r := range 6 {
		s.Prefill.Set(r, months, evaluate.Value{})
		s.Prefill.Set(r, category, evaluate.ChoiceValue(0))
	}
	s.Excused = []evaluate.Excuse{{Fact: category, Choice: 1}}
	label := s.Schema.Facts[category].Choices[1].Label
	s.Prefill.Set(2, category, evaluate.ChoiceValue(1))
	f := templateOf(t, spec)
	if got := get(t, f, sheetCover, "C11"); got != "Đã điền đủ 1/6 dòng, còn 5 ô bắt buộc." {
		t.Errorf("the cover says %q", got)
	}
	if got, err := f.CalcCellValue(sheetCover, "C11"); err != nil || got != "Đã điền đủ 1/6 dòng, còn 5 ô bắt buộc." {
		t.Errorf("the cover computes %q, %v", got, err)
	}
	e := &editor{t, f}
	e.must(f.SetCellStr(sheetMembers, e.at(sheetMembers, "category", 0), label))
	if got, err := f.CalcCellValue(sheetCover, "C11"); err != nil || got != "Đã điền đủ 2/6 dòng, còn 4 ô bắt buộc." {
		t.Errorf("with one more excused the cover computes %q, %v", got, err)
	}
	at := e.at(sheetMembers, "sick_leave_months", 0)
	rules, _ := f.GetConditionalFormats(sheetMembers)
	freed, missing := false, false
	for span, list := range rules {
		for _, r := range list {
			if strings.Contains(" "+span, " "+at+":") {
				freed = freed || strings.HasPrefix(r.Criteria, "OR(") && strings.Contains(r.Criteria, `="`+label+`"`)
				missing = missing || strings.HasPrefix(r.Criteria, "AND(") && strings.Contains(r.Criteria, `<>"`+label+`"`)
			}
		}
	}
	if !freed || !missing {
		t.Errorf("freed %v, coloured only where owed %v: %v", freed, missing, rules)
	}
}

// What an excused person need not give is not required of his row alone.
func TestExcusedRowsOweLess(t *testing.T) {
	spec := readSpec(t)
	schema := spec.Vocabulary.Schema(evaluate.Member)
	category, _ := schema.Index("category")
	path := filled(t, func(e *editor) {
		for n := range 2 {
			e.must(e.SetCellValue(sheetMembers, e.at(sheetMembers, "admitted_on", n), nil))
		}
		e.must(e.SetCellStr(sheetMembers, e.at(sheetMembers, "category", 0), "Cán bộ"))
		e.must(e.SetCellStr(sheetMembers, e.at(sheetMembers, "category", 1), "Hưu trí"))
	})
	if _, ps := Read(path, spec); codesOf(ps) != "X110" || evaluate.CountCells(ps[0].Cells) != 2 {
		t.Errorf("without excuses: %s", codesOf(ps))
	}
	spec.Excused = map[evaluate.Kind][]evaluate.Excuse{evaluate.Member: {{Fact: category, Choice: 1}}}
	_, ps := Read(path, spec)
	if codesOf(ps) != "X110" || !strings.HasSuffix(ps[0].At.Cell, "9") {
		explain(t, ps)
		t.Errorf("with an excuse: %s", codesOf(ps))
	}
}

// Signatures that need another page take no empty row along, which would cost a
// page in every part.
func TestTemplateWastesNoPageOnEmptyRows(t *testing.T) {
	breakAt := regexp.MustCompile(`<brk id="(\d+)"`)
	turned := 0
	for known := 8; known <= 45; known++ {
		spec := wideTemplate(t, known, known+20)
		var b bytes.Buffer
		if err := WriteTemplate(&b, spec); err != nil {
			t.Fatal(err)
		}
		table := printedParts(t, templateOf(t, spec), sheetMembers)[0][3]
		if table < dataRow+known {
			t.Errorf("%d known: no empty row", known)
		}
		last := 0 // the page on which the table ends begins here
		for _, m := range breakAt.FindAllSubmatch(partOf(t, b.Bytes(), "xl/worksheets/sheet2.xml"), -1) {
			if row, _ := strconv.Atoi(string(m[1])); row < table {
				last = row + 1
				turned++
			}
		}
		if last >= dataRow+known && table-last+1 < fewestSpare {
			t.Errorf("%d known: a page of every part has rows %d to %d, all of them empty", known, last, table)
		}
	}
	if turned == 0 {
		t.Error("no sheet goes over more than one page")
	}
}

// What the minutes of a vote print and get signed is not printed twice.
func TestTemplatePrintsVotesOnce(t *testing.T) {
	spec := ballotTemplate(t)
	f := templateOf(t, spec)
	cols, _ := templateColumns(spec.Sheets[0])
	const figures = 4
	parts := printedParts(t, f, spec.Sheets[0].Title)
	if last := parts[len(parts)-1][2]; last != len(cols)-figures {
		t.Errorf("printed to column %d of %d", last, len(cols))
	}
}

// A committee knows something of few of its members: their rows take one line and
// are raised by the program, which then divides the pages too. A branch's rows
// have room to pick in.
func TestLongListsOfACommitteeTakeOneLineARow(t *testing.T) {
	for kind, want := range map[BookKind]bool{BranchBook: false, BaseBook: true, OfficeBook: true} {
		for _, known := range []int{longList - 1, longList + 40} {
			spec := wideTemplate(t, known, known)
			spec.Stamp.Kind = kind
			var b bytes.Buffer
			if err := WriteTemplate(&b, spec); err != nil {
				t.Fatal(err)
			}
			sheet := partOf(t, b.Bytes(), "xl/worksheets/sheet2.xml")
			row := regexp.MustCompile(`<row r="` + strconv.Itoa(dataRow+5) + `"[^>]*>`).Find(sheet)
			if row == nil {
				t.Fatal("no row")
			}
			long := want && known >= longList
			if free := !bytes.Contains(row, []byte("ht=")); free != long {
				t.Errorf("%s with %d: %s", kind, known, row)
			}
			if broken := bytes.Contains(sheet, []byte("<rowBreaks")); broken == long {
				t.Errorf("%s with %d has breaks: %t", kind, known, broken)
			}
		}
	}
}

// A sheet of few columns is no wider than these when it is printed: what stands above and
// below it is cut off there unless it wraps, or is joined over more of them.
func TestNarrowTemplatePrintsItsTitleWhole(t *testing.T) {
	for _, org := range []string{"Chi bộ Mẫu", "Chi bộ " + strings.Repeat("Trung tâm Mẫu ", 14)} {
		spec := sampleTemplate(t)
		spec.OrgName, spec.Sheets = org, spec.Sheets[:1]
		s := &spec.Sheets[0]
		s.Facts = slices.DeleteFunc(slices.Clone(s.Facts), func(i int) bool { return !s.Schema.Facts[i].Identity })[:3]
		s.Prefill, s.Heading = nil, strings.Repeat("QUYẾT ĐỊNH MẪU ", 8)
		f := templateOf(t, spec)
		part := printedParts(t, f, s.Title)[0]
		merged, err := f.GetMergeCells(s.Title)
		if err != nil {
			t.Fatal(err)
		}
		rows, err := f.GetRows(s.Title)
		if err != nil {
			t.Fatal(err)
		}
		checked := 0
		for i, row := range rows {
			for c, text := range row {
				size := float64(tableSize)
				switch {
				case text == labelBlankDate:
					size = formSize
				case i+1 == titleRow:
					size = titleSize
				case i+1 != titleRow+1:
					continue
				}
				if text == "" {
					continue
				}
				checked++
				cell, room, lines := cellName(c+1, i+1), 0.0, 1
				for at := c + 1; at <= part[2]; at++ {
					w, _ := f.GetColWidth(s.Title, columnName(at))
					room += w
				}
				height, _ := f.GetRowHeight(s.Title, i+1)
				for _, m := range merged {
					if m.GetStartAxis() == cell {
						lines = int(height / lineHeight(size))
					}
				}
				if need := wrappedLines(text, room*tableSize/size); need > max(lines, 1) {
					t.Errorf("%s: %d lines where %d are needed", cell, lines, need)
				}
			}
		}
		if checked != 3 {
			t.Errorf("%d texts were looked at", checked)
		}
	}
}
