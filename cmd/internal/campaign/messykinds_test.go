package campaign

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/unicode/norm"

	"github.com/xeploai/xeploai/evaluate"
)

// messyKind is one thing senders do. Of one group only one meets in a file; kinds
// are done in the order of the list, so that columns and rows stand before cells
// are touched.
type messyKind struct {
	name  string
	group string
	do    func(b *messyBook)
}

// What senders do to a table without harm.
func messyShapes() []messyKind {
	return []messyKind{
		{"columns inserted", "insert", func(b *messyBook) { b.insertColumns("category", 2) }},
		{"a column of his own", "insert", func(b *messyBook) {
			col := b.insertColumns("proposal_self", 1)
			b.must(b.SetCellStr(messyMembers, b.cell(col, messyHeads), "Điện thoại cơ quan"))
			b.later = append(b.later, func() { b.must(b.SetCellStr(messyMembers, b.cell(col, b.rows[2]), "máy lẻ 12")) })
			b.tell("X143", func() string { return b.cell(col, messyHeads) })
		}},
		{"cells joined with an empty column", "insert", func(b *messyBook) {
			col := b.insertColumns("leadership_post", 1)
			b.later = append(b.later, func() { b.must(b.MergeCell(messyMembers, b.at("category", 4), b.cell(col, b.rows[4]))) })
			b.tell("X187", func() string { return b.at("category", 4) })
		}},
		{"a column moved", "move", func(b *messyBook) {
			from, to := b.cols["party_post"], 70
			for row := messyStamp; row < messyData+messyPeople; row++ {
				b.must(b.SetCellStr(messyMembers, b.cell(to, row), b.raw(b.cell(from, row))))
			}
			b.must(b.RemoveCol(messyMembers, evaluate.ColumnName(from)))
			for fact, c := range b.cols {
				if c > from {
					b.cols[fact] = c - 1
				}
			}
			b.cols["party_post"] = to - 1
		}},
		{"a heading renamed", "heading", func(b *messyBook) { b.rename("birth_date", "Sinh  ngày", "X175", true) }},
		{"a heading renamed, the stamp lost", "heading", func(b *messyBook) { b.rename("admitted_on", "NGÀY KẾT NẠP:", "X175", false) }},
		{"a heading with letters of another alphabet", "heading", func(b *messyBook) { b.rename("category", "\u00d0ối tượng", "X175", false) }},
		{"a heading in other Unicode", "heading", func(b *messyBook) {
			b.rename("full_name", norm.NFD.String("Họ và tên"), "", false)
		}},
		{"every stamp lost", "stamp", func(b *messyBook) {
			b.must(b.DeleteSheet("_xeploai"))
			props, err := b.GetCustomProps()
			b.must(err)
			for _, p := range props {
				p.Value = nil
				b.must(b.SetCustomProps(p))
			}
			for _, sheet := range []string{messyMembers, "Tổ chức"} {
				for col := 1; col < 75; col++ {
					b.must(b.SetCellValue(sheet, b.cell(col, messyStamp), nil))
				}
			}
			for p := range b.rows {
				b.put(b.at("branch_code", p), b.of.org())
			}
			b.must(b.SetCellStr("Tổ chức", fmt.Sprintf("B%d", messyData), b.of.org()))
			b.told = append(b.told, messyTold{code: "X157", where: func() string { return "" }})
		}},
		{"blank rows", "rows", func(b *messyBook) {
			b.insertRows(3, 2)
			b.tell("X166", func() string { return b.cell(1, b.rows[3]-2) + "," + b.cell(1, b.rows[3]-1) })
		}},
		{"a subtotal within", "rows", func(b *messyBook) {
			row := b.insertRows(4, 1)
			b.must(b.SetCellStr(messyMembers, b.cell(1, row), "Cộng"))
			b.must(b.SetCellInt(messyMembers, b.cell(b.cols["tasks_assigned"], row), 40))
			b.tell("X172", func() string { return b.cell(1, b.rows[4]-1) })
		}},
		{"a total below", "rows", func(b *messyBook) {
			row := b.insertRows(messyPeople, 1)
			b.must(b.SetCellStr(messyMembers, b.cell(b.cols["full_name"], row), "Tổng cộng: 8 đảng viên"))
			b.must(b.SetCellFormula(messyMembers, b.cell(b.cols["tasks_done"], row), "SUM(AA9:AA16)"))
			b.tell("X172", func() string { return b.cell(1, row) })
		}},
		{"a hidden row", "hidden", func(b *messyBook) {
			b.later = append(b.later, func() { b.must(b.SetRowVisible(messyMembers, b.rows[5], false)) })
			b.tell("X173", func() string { return b.cell(1, b.rows[5]) })
		}},
		{"a filter", "hidden", func(b *messyBook) {
			b.later = append(b.later, func() {
				b.must(b.AutoFilter(messyMembers, fmt.Sprintf("A%d:AD%d", messyHeads, b.rows[7]), nil))
				b.must(b.SetRowVisible(messyMembers, b.rows[1], false))
				b.must(b.SetRowVisible(messyMembers, b.rows[2], false))
			})
			b.tell("X173", func() string { return b.cell(1, b.rows[1]) + "," + b.cell(1, b.rows[2]) })
		}},
		{"signatures below", "below", func(b *messyBook) {
			b.later = append(b.later, func() {
				last := b.rows[len(b.rows)-1]
				b.must(b.SetCellStr(messyMembers, b.cell(2, last+12), "T/M CHI BỘ"))
				b.must(b.SetCellStr(messyMembers, b.cell(2, last+15), "Người Mẫu Ký"))
			})
			b.tell("X167", func() string {
				last := b.rows[len(b.rows)-1]
				return b.cell(1, last+12) + "," + b.cell(1, last+15)
			})
		}},
		{"the other epoch", "days", func(b *messyBook) {
			yes := true
			b.must(b.SetWorkbookProps(&excelize.WorkbookPropsOptions{Date1904: &yes}))
			for _, cell := range b.dates() {
				b.put(cell, b.serial(cell)-daysBetweenEpochs)
			}
		}},
		{"rows pasted with their formats", "formats", func(b *messyBook) {
			dress := excelize.Style{Font: &excelize.Font{Family: "Comic Sans MS", Size: 9, Color: "7030A0"},
				Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"FFF2CC"}}}
			plain, err := b.NewStyle(&dress)
			b.must(err)
			dress.NumFmt = 15
			day, err := b.NewStyle(&dress)
			b.must(err)
			for _, p := range []int{1, 2, 6} {
				b.must(b.SetCellStyle(messyMembers, b.cell(2, b.rows[p]), b.cell(36, b.rows[p]), plain))
				for _, fact := range []string{"birth_date", "admitted_on"} {
					b.must(b.SetCellStyle(messyMembers, b.at(fact, p), b.at(fact, p), day))
				}
			}
		}},
	}
}

const daysBetweenEpochs = 1462

func (b *messyBook) rename(fact, heading string, code evaluate.Code, stamp bool) {
	col := b.cols[fact]
	b.must(b.SetCellStr(messyMembers, b.cell(col, messyHeads), heading))
	if !stamp {
		b.must(b.SetCellStr(messyMembers, b.cell(col, messyStamp), ""))
	}
	if code != "" {
		b.tell(code, func() string { return b.cell(b.cols[fact], messyHeads) })
	}
}

// Cells that are understood: what stands there, and the note it takes.
func messyCells() []messyKind {
	cell := func(name, fact string, n int, code evaluate.Code, write func(b *messyBook, meant string) any) messyKind {
		return messyKind{name, "", func(b *messyBook) {
			for _, p := range b.some(fact, n) {
				at := b.at(fact, p)
				if v := write(b, b.of.people[p][fact]); v != nil {
					b.put(at, v)
				} else {
					b.must(b.SetCellStyle(messyMembers, at, at, 0)) // only the format is lost
				}
				if code != "" {
					b.noted(code, fact, p)
				}
			}
		}}
	}
	day := func(name, layout string) messyKind {
		return cell(name, "birth_date", 2, "X163", func(_ *messyBook, meant string) any {
			var y, m, d int
			fmt.Sscanf(meant, "%d-%d-%d", &y, &m, &d)
			return strings.NewReplacer("DD", fmt.Sprintf("%02d", d), "D", fmt.Sprint(d), "MM", fmt.Sprintf("%02d", m), "M", fmt.Sprint(m), "YYYY", fmt.Sprint(y)).Replace(layout)
		})
	}
	return []messyKind{
		cell("numbers as text", "tasks_assigned", 3, "X162", func(_ *messyBook, meant string) any { return meant }),
		cell("decimal comma", "score_i1", 3, "X162", func(_ *messyBook, meant string) any { return strings.ReplaceAll(meant, ".", ",") }),
		cell("a plus before", "tasks_exceeded", 2, "X162", func(_ *messyBook, meant string) any { return "+" + meant }),
		cell("spaces round a number", "score_r1", 2, "X165", func(_ *messyBook, meant string) any { return " " + meant + "\u00a0" }),
		cell("1e1", "tasks_done", 1, "X162", func(_ *messyBook, meant string) any { return "1e1" }),
		day("day/month/year", "D/M/YYYY"), day("day-month-year", "DD-MM-YYYY"), day("day.month.year", "D.M.YYYY"),
		day("year-month-day", "YYYY-MM-DD"), day("a day in words", "ngày DD tháng MM năm YYYY"), day("a day with a clock", "DD/MM/YYYY 00:00:00"),
		cell("a day as a bare number", "admitted_on", 2, "X163", func(*messyBook, string) any { return nil }),
		cell("a name in other Unicode", "full_name", 1, "X165", func(_ *messyBook, meant string) any { return norm.NFD.String(meant) }),
		cell("a name with double spaces", "full_name", 1, "X165", func(_ *messyBook, meant string) any { return strings.ReplaceAll(meant, " ", "  ") }),
		cell("a name with a no-break space", "full_name", 1, "X165", func(_ *messyBook, meant string) any { return strings.Replace(meant, " ", "\u00a0", 1) }),
		cell("a name with Cyrillic letters", "full_name", 1, "X174", func(_ *messyBook, meant string) any {
			return strings.NewReplacer("M", "М", "y", "у").Replace(meant)
		}),
		cell("a number with spaces", "identity_number", 2, "X165", func(_ *messyBook, meant string) any { return meant[:4] + " " + meant[4:8] + " " + meant[8:] }),
		cell("a choice in other Unicode", "category", 2, "X165", func(*messyBook, string) any { return norm.NFD.String("Công chức") }),
		cell("a choice with Cyrillic letters", "category", 1, "X174", func(*messyBook, string) any { return "Сông chức" }),
		cell("a choice in capitals", "category", 1, "X164", func(*messyBook, string) any { return "CÔNG CHỨC" }),
		cell("a choice abbreviated", "proposal_self", 3, "X164", func(*messyBook, string) any { return "HTT" }),
		cell("a tone on the other letter", "party_post", 2, "X164", func(b *messyBook, meant string) any {
			if meant == "none" {
				return "Không"
			}
			return "Cấp uỷ viên"
		}),
		cell("a formula with its result", "tasks_assigned", 1, "", func(b *messyBook, _ string) any { return 10 }).formula(),
		cell("a mark for yes", "reviewed", 3, "X164", func(*messyBook, string) any { return "x" }),
	}
}

// formula writes formulas that Excel computed over the numbers of a kind.
func (k messyKind) formula() messyKind {
	k.do = func(b *messyBook) {
		for _, p := range b.some("tasks_assigned", 2) {
			at := b.at("tasks_assigned", p)
			b.put(at, 10)
			b.must(b.SetCellFormula(messyMembers, at, "12-2"))
			b.noted("X176", "tasks_assigned", p)
		}
	}
	return k
}
