package excel

import (
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/xeploai/xeploai/evaluate"
)

// typedResult reads back a result workbook in whose list of members somebody typed; set takes
// a heading, which it adds on the right where the list has none of it.
func typedResult(t *testing.T, edit func(set func(heading string, n int, v string), f *excelize.File)) []evaluate.Problem {
	t.Helper()
	spec := sampleResult(t, 12)
	path, _ := written(t, "result", func(w io.Writer) error { return WriteResult(w, spec) })
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	edit(func(heading string, n int, v string) {
		rows, err := f.GetRows(sheetMembers)
		if err != nil {
			t.Fatal(err)
		}
		c := slices.Index(rows[headingRow-1], heading)
		if c < 0 {
			c = len(rows[headingRow-1])
			if err := f.SetCellStr(sheetMembers, cellName(c+1, headingRow), heading); err != nil {
				t.Fatal(err)
			}
		}
		if err := f.SetCellStr(sheetMembers, cellName(c+1, dataRow+n), v); err != nil {
			t.Fatal(err)
		}
	}, f)
	if err := f.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	_, ps := Read(path, resultReadSpec(t))
	return slices.DeleteFunc(ps, func(p evaluate.Problem) bool { return p.Code != "X143" && p.Code != "X145" && p.Code != "E394" })
}

// A decision that somebody writes where nobody reads it, in a column of his own or over what
// was computed, refuses the workbook while its row has none, and is told where it has another.
func TestDecisionsTypedElsewhere(t *testing.T) {
	const decision = "Cấp có thẩm quyền quyết định"
	type set = func(heading string, n int, v string)
	for name, c := range map[string]struct {
		edit func(set set)
		want string
	}{
		"nothing":    {func(set set) {}, ""},
		"a decision": {func(set set) { set(decision, 2, "Hoàn thành nhiệm vụ") }, ""},
		"own column": {func(set set) {
			set("BTV quyết định", 2, "Không hoàn thành nhiệm vụ")
			set("BTV quyết định", 3, "Không hoàn thành nhiệm vụ")
		}, "error X143 V11"},
		"few among words": {func(set set) {
			set("Ý kiến", 1, "Nhất trí")
			set("Ý kiến", 2, "Nhất trí")
			set("Ý kiến", 3, "Hoàn thành nhiệm vụ")
		}, "error X143 V12"},
		"decided as well": {func(set set) {
			set("BTV quyết định", 2, "Hoàn thành nhiệm vụ")
			set(decision, 2, "Hoàn thành nhiệm vụ")
		}, "warning X143 V8"},
		"decided otherwise": {func(set set) {
			set("BTV quyết định", 2, "Hoàn thành nhiệm vụ")
			set(decision, 2, "Hoàn thành tốt nhiệm vụ")
		}, "warning X143 V11"},
		"words":             {func(set set) { set("Ý kiến", 2, "Nhất trí") }, "warning X143 V8"},
		"no heading":        {func(set set) { set(" ", 2, "Không hoàn thành nhiệm vụ") }, "error X143 V11"},
		"over the result":   {func(set set) { set(labelEffective, 2, "Không hoàn thành nhiệm vụ") }, "error X145 N11"},
		"over the computed": {func(set set) { set(labelComputed, 2, "Không hoàn thành nhiệm vụ") }, "error X145 J11"},
		"over a proposal":   {func(set set) { set("Chi bộ đề nghị", 2, "Không hoàn thành nhiệm vụ") }, "error X145 V11"},
		"result as decided": {func(set set) {
			set(labelEffective, 2, "Không hoàn thành nhiệm vụ")
			set(decision, 2, "Không hoàn thành nhiệm vụ")
		}, ""},
		"result otherwise": {func(set set) {
			set(labelEffective, 2, "Không hoàn thành nhiệm vụ")
			set(decision, 2, "Hoàn thành nhiệm vụ")
		}, "warning X145 N11"},
		"words over it":            {func(set set) { set(labelEffective, 2, "xin ý kiến") }, "warning X145 N11"},
		"as the reason":            {func(set set) { set("Lý do (nếu khác mức tính được)", 2, "Không hoàn thành nhiệm vụ") }, "error X143 P11"},
		"the result as the reason": {func(set set) { set("Lý do (nếu khác mức tính được)", 2, "Hoàn thành nhiệm vụ") }, "warning E394 O11"},
		"reason of one": {func(set set) {
			set("Lý do (nếu khác mức tính được)", 2, "Hoàn thành nhiệm vụ")
			set(decision, 2, "Hoàn thành nhiệm vụ")
		}, ""},
		"among the words":           {func(set set) { set(labelReason, 2, "Hoàn thành nhiệm vụ") }, "error X145 L11"},
		"the result in other words": {func(set set) { set(labelEffective, 2, "Hoàn thành nhiệm vụ") }, ""},
		"the result repeated":       {func(set set) { set("BTV quyết định", 2, "HTNV") }, "warning X143 V8"},
		"a reason alone":            {func(set set) { set("Lý do (nếu khác mức tính được)", 2, "giữ mức theo đề nghị") }, "warning E394 O11"},
		"emptied":                   {func(set set) { set(labelEffective, 2, "") }, ""},
	} {
		var got []string
		for _, p := range typedResult(t, func(set func(string, int, string), _ *excelize.File) { c.edit(set) }) {
			got = append(got, p.Severity.String()+" "+string(p.Code)+" "+p.At.Cell)
		}
		if strings.Join(got, ", ") != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

// A column headed as what a body that decides nothing thinks or proposes, or as there to compare,
// is told, and refuses no decision; one that may be the decision does.
func TestOpinionsBesideDecisions(t *testing.T) {
	const opinion, open = "warning X143 V8", "error X143 V11"
	for heading, want := range map[string]string{
		"Ý kiến UBKT":                opinion,
		"Ý KIẾN CỦA UỶ BAN KIỂM TRA": opinion,
		"UBKT":                       opinion,
		"UBKT Đảng ủy đề nghị":       opinion,
		"Ban Tổ chức đề xuất mức xếp loại":  opinion,
		"Nhận xét của nơi cư trú":           opinion,
		"Đề nghị của chi bộ":                opinion,
		"Đối chiếu kết quả cán bộ":          opinion,
		"So sánh với xếp loại công chức":    opinion,
		"Mức năm nay (để tham khảo)":        opinion,
		"Ý kiến":                            open,
		"Ý kiến BTV":                        open,
		"Ý kiến Đảng ủy":                    open,
		"Ý kiến chi bộ":                     open, // which decides where it is a base organization
		"Ý kiến UBKT và BTV":                open,
		"BTV quyết định":                    open,
		"BTV":                               open,
		"Xếp loại":                          open,
		"Kết luận":                          open,
		"Mức đề nghị":                       open,
		"Đề nghị BTV quyết định":            open,
		"Kết luận sau khi đối chiếu":        open,
		"Kết quả đối chiếu":                 open,
		"Ban Tổ chức, BTV chốt":             open,
		"Ý kiến thống nhất của Ban Tổ chức": open,
		"Ghi chú thêm":                      open,
	} {
		ps := typedResult(t, func(set func(string, int, string), _ *excelize.File) {
			set(heading, 2, "Không hoàn thành nhiệm vụ")
			set("Cấp có thẩm quyền quyết định", 3, "Hoàn thành nhiệm vụ")
		})
		if len(ps) != 1 || ps[0].Severity.String()+" "+string(ps[0].Code)+" "+ps[0].At.Cell != want || want == opinion && !strings.Contains(ps[0].Message, heading) {
			t.Errorf("%s: %v, want %s", heading, ps, want)
		}
	}
}

// A workbook that does not say what was written in it is read as before, and rows that were
// sorted are compared with their own.
func TestShownCellsFollowTheirRow(t *testing.T) {
	if ps := typedResult(t, func(set func(string, int, string), f *excelize.File) {
		set(labelEffective, 2, "Không hoàn thành nhiệm vụ")
		if err := f.DeleteSheet(sheetData); err != nil {
			t.Fatal(err)
		}
	}); len(ps) > 0 {
		t.Errorf("without the data sheet: %s", codesOf(ps))
	}
	if ps := typedResult(t, func(_ func(string, int, string), f *excelize.File) {
		rows, err := f.GetRows(sheetMembers, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		for n, row := range rows[headingRow:] {
			for c, v := range row {
				if err := f.SetCellStr(sheetMembers, cellName(c+1, len(rows)-n), v); err != nil {
					t.Fatal(err)
				}
			}
			for c := len(row); c < len(rows[headingRow-1]); c++ {
				if err := f.SetCellValue(sheetMembers, cellName(c+1, len(rows)-n), nil); err != nil {
					t.Fatal(err)
				}
			}
		}
	}); len(ps) > 0 {
		t.Errorf("sorted: %s", codesOf(ps))
	}
}
