package excel

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/xeploai/xeploai/evaluate"
)

// valuesOf is every given fact of a workbook, row by row.
func valuesOf(in *Intake) string {
	var b strings.Builder
	for _, k := range []evaluate.Kind{evaluate.Member, evaluate.Organization} {
		f := in.Frames[k]
		for row := range f.Len() {
			fmt.Fprintf(&b, "%s %d:", k, row)
			for i := range f.Schema.Facts {
				if v := f.Value(row, i); !v.IsBlank() {
					fmt.Fprintf(&b, " %s=%s", f.Schema.Facts[i].ID, f.Data(i, v))
				}
			}
			b.WriteByte('\n')
		}
	}
	return b.String()
}

// column is the letters of a fact's column.
func (e *editor) column(fact string) string {
	return strings.TrimRight(e.at(sheetMembers, fact, 0), "0123456789")
}

// What people really send: the values come out as if nothing had happened, and
// what was understood is told with its cell; or it is an error there.
func TestMessyWorkbooks(t *testing.T) {
	spec := readSpec(t)
	clean, ps := Read(filled(t, nil), spec)
	if len(ps) > 0 {
		t.Fatalf("the sample itself has %s", codesOf(ps))
	}
	want := valuesOf(clean)
	total := func(e *editor, row int, cells map[string]any) {
		e.must(e.InsertRows(sheetMembers, row, 1))
		for fact, v := range cells {
			e.must(e.SetCellValue(sheetMembers, fmt.Sprintf("%s%d", e.column(fact), row), v))
		}
	}
	for _, c := range []struct {
		name string
		edit func(e *editor)
		code evaluate.Code // "" for nothing to say
		cell string
		bad  bool // an error, whatever was read
	}{
		{name: "columns inserted", edit: func(e *editor) { e.must(e.InsertCols(sheetMembers, "D", 2)) }},
		{name: "a column moved to the end", edit: func(e *editor) {
			from, to := e.column("category"), "AA"
			for row := stampRow; row < dataRow+6; row++ {
				v, _ := e.GetCellValue(sheetMembers, fmt.Sprint(from, row), excelize.Options{RawCellValue: true})
				e.must(e.SetCellStr(sheetMembers, fmt.Sprint(to, row), v))
			}
			e.must(e.RemoveCol(sheetMembers, from))
		}},
		{name: "a heading renamed to an alias", edit: func(e *editor) { e.must(e.SetCellStr(sheetMembers, e.column("birth_date")+"8", "Sinh ngày")) }, code: "X175", cell: "E8"},
		{name: "an alias where the stamp is lost", edit: func(e *editor) {
			e.must(e.SetCellStr(sheetMembers, "E6", ""))
			e.must(e.SetCellStr(sheetMembers, "E8", "sinh  NGÀY:"))
		}, code: "X175", cell: "E8"},
		{name: "look-alike letters in a heading", edit: func(e *editor) {
			e.must(e.SetCellStr(sheetMembers, "E6", ""))
			e.must(e.SetCellStr(sheetMembers, "E8", "Ngày ѕinh"))
		}, code: "X175", cell: "E8"},
		{name: "the other tone placement in a heading", edit: func(e *editor) {
			e.must(e.SetCellStr(sheetMembers, e.column("reviewed")+"8", "Đã kiểm điểm"))
		}},
		{name: "blank rows", edit: func(e *editor) { e.must(e.InsertRows(sheetMembers, dataRow+1, 3)) }, code: "X166", cell: "A10"},
		{name: "a hidden row", edit: func(e *editor) { e.must(e.SetRowVisible(sheetMembers, dataRow+2, false)) }, code: "X173", cell: "A11"},
		{name: "a filter", edit: func(e *editor) {
			e.must(e.AutoFilter(sheetMembers, "A8:T13", nil))
			e.must(e.SetRowVisible(sheetMembers, dataRow, false))
		}, code: "X173", cell: "A9"},
		{name: "subtotal in the column of names", edit: func(e *editor) {
			total(e, dataRow+5, map[string]any{"full_name": "Cộng", "tasks_done": 90, "score_1": 47.5})
		}, code: "X172", cell: "A14"},
		{name: "subtotal before the table", edit: func(e *editor) {
			total(e, dataRow+2, map[string]any{"tasks_done": 36})
			e.must(e.SetCellStr(sheetMembers, "A11", "TỔNG SỐ: 5 đảng viên"))
		}, code: "X172", cell: "A11"},
		{name: "subtotal with joined cells", edit: func(e *editor) {
			total(e, dataRow+5, map[string]any{"full_name": "Tổng cộng", "tasks_done": 90})
			e.must(e.MergeCell(sheetMembers, "B14", "G14"))
		}, code: "X172", cell: "A14"},
		{name: "subtotal with a formula that was never computed", edit: func(e *editor) {
			total(e, dataRow+5, map[string]any{"full_name": "Cộng"})
			e.must(e.SetCellFormula(sheetMembers, e.column("tasks_done")+"14", "SUM(A9:A13)"))
		}, code: "X172", cell: "A14"},
		{name: "the headings again, as every printed page has them", edit: func(e *editor) {
			e.must(e.InsertRows(sheetMembers, dataRow+2, 1))
			for c := 1; c <= 20; c++ {
				text, err := e.GetCellValue(sheetMembers, cellName(c, 8))
				e.must(err)
				e.must(e.SetCellStr(sheetMembers, cellName(c, dataRow+2), text))
			}
		}, code: "X189", cell: "A11"},
		{name: "the columns numbered under the headings", edit: func(e *editor) {
			e.must(e.InsertRows(sheetMembers, dataRow, 1))
			for c := 1; c <= 20; c++ {
				e.must(e.SetCellStr(sheetMembers, cellName(c, dataRow), fmt.Sprintf("(%d)", c)))
			}
		}, code: "X189", cell: "A9"},
		{name: "the columns numbered on a later page", edit: func(e *editor) {
			e.must(e.InsertRows(sheetMembers, dataRow+2, 1))
			for c := 1; c <= 20; c++ {
				e.must(e.SetCellInt(sheetMembers, cellName(c, dataRow+2), int64(c)))
			}
		}, code: "X189", cell: "A11"},
		{name: "means in the table", edit: func(e *editor) {
			total(e, dataRow+2, map[string]any{"full_name": "Bình quân", "tasks_done": 18.2, "score_1": 9.1})
		}, code: "X172", cell: "A11"},
		{name: "means with a heading", edit: func(e *editor) {
			total(e, dataRow+5, map[string]any{"full_name": "Điểm trung bình chung:", "score_1": 9.1})
		}, code: "X172", cell: "A14"},
		{name: "a share of all", edit: func(e *editor) {
			total(e, dataRow+5, map[string]any{"full_name": "Tỷ lệ %", "score_1": "91%"})
		}, code: "X172", cell: "A14"},
		{name: "a total beside the names", edit: func(e *editor) {
			total(e, dataRow+5, map[string]any{"full_name": "Tổng số", "identity_number": 12})
		}, code: "X172", cell: "A14"},
		{name: "a total of members in words", edit: func(e *editor) {
			total(e, dataRow+5, map[string]any{"full_name": "Tổng cộng", "identity_number": "12 đảng viên", "card_number": "(2 dự bị)"})
		}, code: "X172", cell: "A14"},
		{name: "a total before the names", edit: func(e *editor) {
			total(e, dataRow+5, map[string]any{"full_name": 12})
			e.must(e.SetCellStr(sheetMembers, "A14", "Tổng số"))
		}, code: "X172", cell: "A14"},
		{name: "grades counted", edit: func(e *editor) {
			total(e, dataRow+5, map[string]any{"full_name": "Cộng", "proposal_self": "XS: 2, T: 9"})
		}, code: "X172", cell: "A14"},
		{name: "one grade counted", edit: func(e *editor) {
			total(e, dataRow+5, map[string]any{"full_name": "HTXSNV: 2 đ/c"})
		}, code: "X172", cell: "A14"},
		{name: "a part of all", edit: func(e *editor) {
			total(e, dataRow+5, map[string]any{"full_name": "Trong đó: nữ", "identity_number": 4})
		}, code: "X172", cell: "A14"},
		{name: "a total and its parts", edit: func(e *editor) {
			total(e, dataRow+5, map[string]any{"full_name": "Tổng số: 12 đảng viên, trong đó nữ: 4, dự bị: 1"})
		}, code: "X172", cell: "A14"},
		{name: "who did not come", edit: func(e *editor) {
			total(e, dataRow+5, map[string]any{"full_name": "Vắng: 01 (đ/c Bình)"})
		}, code: "X167", cell: "A14"},
		{name: "the end in words", edit: func(e *editor) {
			total(e, dataRow+5, map[string]any{"full_name": "(Hết)"})
		}, code: "X167", cell: "A14"},
		{name: "two signatures", edit: func(e *editor) {
			total(e, dataRow+5, map[string]any{"full_name": "T/M CHI BỘ", "score_1": "BÍ THƯ"})
			total(e, dataRow+6, map[string]any{"full_name": "(Ký, ghi rõ họ tên)", "score_1": "(Ký, ghi rõ họ tên)"})
			total(e, dataRow+7, map[string]any{"full_name": "Nguyễn Mẫu Ký", "score_1": "Trần Mẫu Tên"})
		}, code: "X167", cell: "A14"},
		{name: "place and day among the points", edit: func(e *editor) {
			total(e, dataRow+5, map[string]any{"score_1": "Xã Mẫu, ngày 05 tháng 12 năm 2025"})
		}, code: "X167", cell: "A14"},
		{name: "place and day among the grades", edit: func(e *editor) {
			total(e, dataRow+5, map[string]any{"proposal_self": "Mẫu, ngày … tháng 12 năm 2025"})
		}, code: "X167", cell: "A14"},
		{name: "place and day among the days", edit: func(e *editor) {
			total(e, dataRow+5, map[string]any{"admitted_on": "Xã Mẫu, ngày 5/12/2025"})
		}, code: "X167", cell: "A14"},
		{name: "the day among the names", edit: func(e *editor) {
			total(e, dataRow+5, map[string]any{"full_name": "Ngày 05 tháng 12 năm 2025"})
		}, code: "X167", cell: "A14"},
		{name: "a signature among the points", edit: func(e *editor) {
			total(e, dataRow+5, map[string]any{"score_1": "Xã Mẫu, ngày 05 tháng 12 năm 2025"})
			total(e, dataRow+6, map[string]any{"score_1": "BÍ THƯ"})
			total(e, dataRow+7, map[string]any{"score_1": "Trần Mẫu Tên"})
		}, code: "X167", cell: "A14"},
		{name: "two signatures of the words that are printed", edit: func(e *editor) {
			total(e, dataRow+5, map[string]any{"full_name": labelReporter, "score_1": labelSecretary})
			total(e, dataRow+6, map[string]any{"full_name": "Nguyễn Mẫu Ký", "score_1": "Trần Mẫu Tên"})
		}, code: "X167", cell: "A15"},
		{name: "two signatures, one of an unknown title", edit: func(e *editor) {
			total(e, dataRow+5, map[string]any{"full_name": "NGƯỜI LẬP", "score_1": "CHỦ TỊCH"})
			total(e, dataRow+6, map[string]any{"full_name": "Nguyễn Mẫu Ký", "score_1": "Trần Mẫu Tên"})
		}, code: "X167", cell: "A14"},
		{name: "who filled it in, and the day", edit: func(e *editor) {
			total(e, dataRow+5, map[string]any{"full_name": "Người lập biểu", "score_1": "Xã Mẫu, ngày 05 tháng 12 năm 2025"})
			total(e, dataRow+6, map[string]any{"score_1": "KT. BÍ THƯ"})
			total(e, dataRow+7, map[string]any{"score_2": "Trần Mẫu Tên"})
		}, code: "X167", cell: "A14"},
		{name: "a grade counted among the points", edit: func(e *editor) {
			total(e, dataRow+5, map[string]any{"score_1": "Hoàn thành tốt nhiệm vụ: 12"})
		}, code: "X172", cell: "A14"},
		{name: "a grade counted among the grades", edit: func(e *editor) {
			total(e, dataRow+5, map[string]any{"proposal_self": "Hoàn thành tốt nhiệm vụ: 12 đ/c"})
		}, code: "X172", cell: "A14"},
		{name: "a grade with the count beside it", edit: func(e *editor) {
			total(e, dataRow+5, map[string]any{"full_name": "Hoàn thành tốt nhiệm vụ", "identity_number": 12})
			total(e, dataRow+6, map[string]any{"full_name": "HTXSNV:", "score_1": 3})
			total(e, dataRow+7, map[string]any{"full_name": 3})
			e.must(e.SetCellStr(sheetMembers, "A16", "Hoàn thành nhiệm vụ"))
		}, code: "X172", cell: "A14"},
		{name: "a grade beside a day", edit: func(e *editor) {
			total(e, dataRow+5, map[string]any{"full_name": "Hoàn thành tốt nhiệm vụ", "birth_date": "05/09/1960", "tasks_done": 3})
		}, code: "X110", cell: "G14", bad: true},
		{name: "a short grade that may be a name", edit: func(e *editor) {
			total(e, dataRow+5, map[string]any{"full_name": "HT", "tasks_done": 3})
		}, code: "X110", cell: "G14", bad: true},
		{name: "a grade with nothing counted", edit: func(e *editor) {
			total(e, dataRow+5, map[string]any{"full_name": "Hoàn thành tốt nhiệm vụ"})
		}, code: "X167", cell: "A14"},
		{name: "a grade among the grades, and points", edit: func(e *editor) {
			total(e, dataRow+5, map[string]any{"proposal_self": "Hoàn thành tốt nhiệm vụ", "score_1": 9})
		}, code: "X110", cell: "B14", bad: true},
		{name: "a day among the days", edit: func(e *editor) {
			total(e, dataRow+5, map[string]any{"admitted_on": "ngày 05 tháng 12 năm 2025"})
		}, code: "X110", cell: "B14", bad: true},
		{name: "a day beside somebody", edit: func(e *editor) {
			total(e, dataRow+5, map[string]any{"full_name": "Người Mẫu Bảy", "score_1": "Xã Mẫu, ngày 05 tháng 12 năm 2025"})
		}, code: "X110", cell: "G14", bad: true},
		{name: "somebody with words among the points below a signature", edit: func(e *editor) {
			total(e, dataRow+5, map[string]any{"full_name": "NGƯỜI LẬP"})
			total(e, dataRow+6, map[string]any{"full_name": "Người Mẫu Bảy", "score_1": "khá"})
		}, code: "X110", cell: "G15", bad: true},
		{name: "a post and a slip, without a name", edit: func(e *editor) {
			total(e, dataRow+5, map[string]any{"remark": "Bí thư chi bộ", "category": "Hưu chí"})
		}, code: "X109", cell: "G14", bad: true},
		{name: "a slip below a signature", edit: func(e *editor) {
			total(e, dataRow+5, map[string]any{"full_name": "NGƯỜI LẬP"})
			total(e, dataRow+6, map[string]any{"category": "Hưu chí"})
		}, code: "X109", cell: "G15", bad: true},
		{name: "somebody's points below a signature", edit: func(e *editor) {
			total(e, dataRow+5, map[string]any{"score_1": "BÍ THƯ"})
			total(e, dataRow+6, map[string]any{"score_1": "9,5"})
		}, code: "X110", cell: "B15", bad: true},
		{name: "a total beside a choice", edit: func(e *editor) {
			total(e, dataRow+5, map[string]any{"full_name": "Cộng", "proposal_self": "HTTNV"})
		}, code: "X110", cell: "G14", bad: true},
		{name: "a total beside a card", edit: func(e *editor) {
			total(e, dataRow+5, map[string]any{"full_name": "Cộng", "card_number": "12345678"})
		}, code: "X110", cell: "G14", bad: true},
		{name: "a total beside a year", edit: func(e *editor) {
			total(e, dataRow+5, map[string]any{"full_name": "Cộng", "birth_date": "1960"})
		}, code: "X110", cell: "G14", bad: true},
		{name: "a total beside somebody", edit: func(e *editor) {
			total(e, dataRow+5, map[string]any{"full_name": "Cộng", "remark": "Nguyễn Mẫu An: 2"})
		}, code: "X110", cell: "G14", bad: true},
		{name: "a title beside a post", edit: func(e *editor) {
			total(e, dataRow+5, map[string]any{"full_name": "T/M CHI BỘ", "category": "Hưu trí"})
		}, code: "X110", bad: true, cell: "H14"},
		{name: "the heading of a group", edit: func(e *editor) {
			total(e, dataRow+2, map[string]any{"full_name": "Tổ đảng số 1"})
		}, code: "X167", cell: "A11"},
		{name: "the heading of a group with a number", edit: func(e *editor) {
			total(e, dataRow+2, map[string]any{"full_name": "II. Đảng viên dự bị (2):"})
		}, code: "X167", cell: "A11"},
		{name: "any heading joined over the table", edit: func(e *editor) {
			total(e, dataRow+2, map[string]any{"full_name": "Hưu trí"})
			e.must(e.MergeCell(sheetMembers, "B11", "J11"))
		}, code: "X167", cell: "A11"},
		{name: "a heading that says more", edit: func(e *editor) {
			total(e, dataRow+5, map[string]any{"full_name": "Tổ đảng số 1", "birth_date": "05/09/1960"})
		}, code: "X110", cell: "G14", bad: true},
		{name: "a total that says more", edit: func(e *editor) {
			total(e, dataRow+5, map[string]any{"full_name": "Cộng", "birth_date": "05/09/1960"})
		}, code: "X110", cell: "G14", bad: true},
		{name: "joined over an empty column", edit: func(e *editor) {
			e.must(e.InsertCols(sheetMembers, "H", 1))
			e.must(e.MergeCell(sheetMembers, "G10", "H10"))
		}, code: "X187", cell: "G10"},
		{name: "joined over rows", edit: func(e *editor) { e.must(e.MergeCell(sheetMembers, "G10", "G11")) }, code: "X117", cell: "G10", bad: true},
		{name: "one person on two rows, joined", edit: func(e *editor) {
			e.must(e.InsertRows(sheetMembers, 11, 1))
			for c := range 12 {
				e.must(e.MergeCell(sheetMembers, cellName(c+1, 10), cellName(c+1, 11)))
			}
		}, code: "X187", cell: "B10"},
		{name: "joined over facts", edit: func(e *editor) { e.must(e.MergeCell(sheetMembers, "I11", "J11")) }, code: "X117", cell: "I11", bad: true},
		{name: "signatures below the table, joined", edit: func(e *editor) {
			e.must(e.SetCellStr(sheetMembers, "B20", "T/M CHI BỘ"))
			e.must(e.MergeCell(sheetMembers, "B20", "D21"))
			e.must(e.SetCellStr(sheetMembers, "B24", "Người Mẫu Ký"))
		}, code: "X167", cell: "A20"},
		{name: "names typed below the printed signatures", edit: func(e *editor) {
			e.must(e.SetCellStr(sheetMembers, "A24", "Người Mẫu Lập"))
			e.must(e.SetCellStr(sheetMembers, "J24", "Người Mẫu Ký"))
		}, code: "X167", cell: "A24"},
		{name: "names typed under both signatures, among the facts", edit: func(e *editor) {
			rows, _ := e.GetRows(sheetMembers)
			for r, row := range rows {
				for c, v := range row {
					if v == labelSign {
						e.must(e.SetCellStr(sheetMembers, cellName(c+1, r+2), "Người Mẫu Ký"))
					}
				}
			}
		}, code: "X167", cell: "A22"},
		{name: "a name alone", edit: func(e *editor) {
			e.must(e.SetCellStr(sheetMembers, "B14", "Người Mẫu Ký"))
		}, code: "X110", cell: "G14", bad: true},
		{name: "a person below the signatures", edit: func(e *editor) {
			e.must(e.SetCellStr(sheetMembers, "B30", "Bí thư chi bộ"))
			e.must(e.SetCellStr(sheetMembers, "B32", "Người Mẫu Bảy"))
			e.must(e.SetCellStr(sheetMembers, "E32", "05/09/1970"))
		}, code: "X110", cell: "G32", bad: true},
		{name: "number as text", edit: func(e *editor) { e.must(e.SetCellStr(sheetMembers, e.at(sheetMembers, "score_1", 1), "9.5")) }, code: "X162", cell: "J10"},
		{name: "decimal comma", edit: func(e *editor) { e.must(e.SetCellStr(sheetMembers, e.at(sheetMembers, "score_1", 1), "9,5")) }, code: "X162", cell: "J10"},
		{name: "date as text", edit: func(e *editor) { e.must(e.SetCellStr(sheetMembers, e.at(sheetMembers, "birth_date", 0), "1.1.1960")) }, code: "X163", cell: "E9"},
		{name: "date in words", edit: func(e *editor) {
			e.must(e.SetCellStr(sheetMembers, e.at(sheetMembers, "birth_date", 0), "ngày 1 tháng 1 năm 1960"))
		}, code: "X163", cell: "E9"},
		{name: "the other epoch", edit: func(e *editor) {
			yes := true
			e.must(e.SetWorkbookProps(&excelize.WorkbookPropsOptions{Date1904: &yes}))
			for _, fact := range []string{"birth_date", "admitted_on"} {
				for n := range 5 {
					cell := e.at(sheetMembers, fact, n)
					v, _ := e.GetCellValue(sheetMembers, cell, excelize.Options{RawCellValue: true})
					d, _, _ := parseDay(v, false)
					style, _ := e.GetCellStyle(sheetMembers, cell)
					e.must(e.SetCellValue(sheetMembers, cell, daysSince1904(d)))
					e.must(e.SetCellStyle(sheetMembers, cell, cell, style))
				}
			}
		}},
		{name: "a formula with its result", edit: func(e *editor) {
			cell := e.at(sheetMembers, "tasks_done", 0)
			e.must(e.SetCellValue(sheetMembers, cell, 18))
			e.must(e.SetCellFormula(sheetMembers, cell, "20-2"))
		}, code: "X176", cell: "O9"},
		{name: "a choice in NFD", edit: func(e *editor) { e.set("category", 1, "Hu\u031bu tri\u0301") }, code: "X165", cell: "G10"},
		{name: "a choice with double spaces", edit: func(e *editor) { e.set("category", 1, "Hưu  trí") }, code: "X165", cell: "G10"},
		{name: "a choice with look-alike letters", edit: func(e *editor) { e.set("category", 1, "Нưu trí") }, code: "X174", cell: "G10"},
		{name: "a name with look-alike letters", edit: func(e *editor) { e.set("full_name", 1, "Người Мẫu 2") }, code: "X174", cell: "B10"},
		{name: "a choice nobody can tell", edit: func(e *editor) { e.set("proposal_self", 1, "HT") }, code: "X111", cell: "Q10", bad: true},
	} {
		t.Run(c.name, func(t *testing.T) {
			in, ps := Read(filled(t, c.edit), spec)
			worst, _ := evaluate.Worst(ps)
			if in == nil || c.bad != (worst == evaluate.Error) {
				explain(t, ps)
				t.Fatalf("problems %s", codesOf(ps))
			}
			if got := valuesOf(in); !c.bad && got != want {
				t.Errorf("values differ:\n%s\nwant\n%s", got, want)
			}
			if !c.bad && in.Digest != clean.Digest {
				t.Error("the same contents count as others")
			}
			if c.code == "" && len(ps) > 0 || c.code != "" && !slices.ContainsFunc(ps, func(p evaluate.Problem) bool {
				return p.Code == c.code && p.At.Cell == c.cell
			}) {
				explain(t, ps)
				t.Errorf("want %s at %s", c.code, c.cell)
			}
		})
	}
}

// daysSince1904 counts days as workbooks of the other epoch do.
func daysSince1904(d evaluate.Date) int {
	n := 0
	for y := 1904; y < d.Year; y++ {
		n += 365
		if y%4 == 0 && (y%100 != 0 || y%400 == 0) {
			n++
		}
	}
	for m := 1; m < d.Month; m++ {
		for day := 28; day <= 31; day++ {
			if _, ok := evaluate.NewDate(d.Year, m, day); ok && (day > 28) {
				n++
			}
		}
		n += 28
	}
	return n + d.Day - 1
}
