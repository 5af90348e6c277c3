package campaign

import (
	"slices"
	"strconv"

	"github.com/xuri/excelize/v2"

	"github.com/xeploai/xeploai/evaluate"
)

// What senders get wrong: each refuses the file, at this cell with this code.
func messyFaults() []messyKind {
	cell := func(name string, code evaluate.Code, fact string, value any) messyKind {
		return messyKind{name, "", func(b *messyBook) {
			if p := b.victim(); p >= 0 {
				b.put(b.at(fact, p), value)
				b.fault(code, fact, p)
				if code == "E323" || code == "E324" { // a day all the same
					b.noted("X163", fact, p)
				}
			}
		}}
	}
	return []messyKind{
		cell("words for a number", "X104", "score_i2", "chín điểm"),
		cell("a fraction of points", "X104", "score_i2", "9/10"),
		cell("a percentage of points", "X104", "score_r1", "90%"),
		{"points shown as a percentage", "", func(b *messyBook) {
			if p := b.victim(); p >= 0 {
				style, err := b.NewStyle(&excelize.Style{NumFmt: 9})
				b.must(err)
				b.must(b.SetCellStyle(messyMembers, b.at("score_i3", p), b.at("score_i3", p), style))
				b.fault("X104", "score_i3", p)
			}
		}},
		cell("half a task", "X105", "tasks_late", 0.5),
		cell("thirteen months", "X106", "sick_leave_months", 13),
		cell("a negative number", "X106", "tasks_failed", -1),
		cell("no such day", "X107", "birth_date", "31/02/1970"),
		cell("a century mistyped", "X107", "birth_date", "05/09/1860"),
		cell("a year alone", "X108", "birth_date", "1960"),
		cell("a year of two digits", "X108", "admitted_on", "3/2/85"),
		cell("month and year", "X108", "admitted_on", "9/2005"),
		cell("no word of the list", "X109", "category", "thợ lặn"),
		cell("nearly a word of the list", "X109", "category", "Côn chức"),
		cell("a required cell left blank", "X110", "reviewed", nil),
		cell("a name left blank", "X110", "full_name", nil),
		cell("thousands or a half", "X111", "tasks_assigned", "1.500"),
		cell("a letter in a number", "X112", "identity_number", "99900O000012"),
		cell("a zero lost", "X113", "identity_number", 99000000012),
		cell("a number turned scientific", "X114", "identity_number", "9.99E+11"),
		{"a formula never computed", "", func(b *messyBook) {
			if p := b.victim(); p >= 0 {
				b.put(b.at("score_i1", p), nil)
				b.must(b.SetCellFormula(messyMembers, b.at("score_i1", p), "4+5.5"))
				b.fault("X115", "score_i1", p)
			}
		}},
		cell("a formula gone wrong", "X116", "score_i2", "#REF!"),
		{"cells joined over rows", "joined", func(b *messyBook) {
			for p := range b.rows[1:] {
				if !b.taken[p] && !b.taken[p+1] && b.rows[p]+1 == b.rows[p+1] && !b.anyTouched(p) && !b.anyTouched(p+1) {
					b.taken[p], b.taken[p+1] = true, true
					b.later = append(b.later, func() {
						b.put(b.at("prior_shortcomings", p+1), nil)
						b.must(b.MergeCell(messyMembers, b.at("prior_shortcomings", p), b.at("prior_shortcomings", p+1)))
					})
					b.fault("X117", "prior_shortcomings", p)
					return
				}
			}
		}},
		{"somebody twice", "twice", func(b *messyBook) {
			p, to := b.victim(), b.rows[len(b.rows)-1]+1
			if p < 0 || b.raw(b.cell(2, to)) != "" || b.raw(b.cell(1, to)) == "Cộng" {
				return
			}
			for _, col := range b.cols {
				b.put(b.cell(col, to), b.typed(b.cell(col, b.rows[p])))
			}
			b.told = append(b.told, messyTold{code: "X118", error: true, where: func() string { return b.cell(b.cols["identity_number"], to) }})
		}},
		{"somebody of another branch", "", func(b *messyBook) {
			if p := b.victim(); p >= 0 && !slices.Contains(b.did, "every stamp lost") {
				b.put(b.at("branch_code", p), "CB0051")
				b.fault("X154", "branch_code", p)
			}
		}},
		cell("too many points", "E310", "score_i1", 99),
		cell("a statement against the counts", "E320", "task_statement", "Trên 50% nhiệm vụ bị đánh giá không hoàn thành"),
		cell("more late than were done", "E321", "tasks_late", 13),
		cell("a day yet to come", "E323", "admitted_on", "03/02/2027"),
		cell("in the Party before his birth", "E324", "admitted_on", "03/02/1930"),
		{"a column deleted", "column", func(b *messyBook) {
			col := b.cols["leadership_post"]
			b.must(b.RemoveCol(messyMembers, evaluate.ColumnName(col)))
			delete(b.cols, "leadership_post")
			for fact, c := range b.cols {
				if c > col {
					b.cols[fact] = c - 1
				}
			}
			b.told = append(b.told, messyTold{code: "X141", error: true, where: func() string { return b.cell(1, messyHeads) }})
		}},
		{"a column twice", "column", func(b *messyBook) {
			b.later = append(b.later, func() {
				for row := messyStamp; row <= b.rows[len(b.rows)-1]; row++ {
					b.must(b.SetCellStr(messyMembers, b.cell(75, row), b.raw(b.cell(b.cols["tasks_late"], row))))
				}
			})
			b.told = append(b.told, messyTold{code: "X142", error: true, where: func() string { return b.cell(75, messyHeads) }})
		}},
		{"a heading pasted over", "column", func(b *messyBook) {
			b.must(b.SetCellStr(messyMembers, b.cell(b.cols["tasks_late"], messyHeads), "Năm sinh"))
			b.told = append(b.told, messyTold{code: "X147", error: true, where: func() string { return b.cell(b.cols["tasks_late"], messyHeads) }})
		}},
	}
}

func (b *messyBook) anyTouched(p int) bool {
	for fact := range b.cols {
		if b.touched[fact+strconv.Itoa(p)] {
			return true
		}
	}
	return false
}

// typed is what stands in a cell, a number as a number.
func (b *messyBook) typed(cell string) any {
	v := b.raw(cell)
	if v == "" {
		return nil
	}
	if kind, err := b.GetCellType(messyMembers, cell); err == nil && (kind == excelize.CellTypeUnset || kind == excelize.CellTypeNumber) {
		if x, err := strconv.ParseFloat(v, 64); err == nil {
			return x
		}
	}
	return v
}

func (b *messyBook) serial(cell string) int {
	n, err := strconv.Atoi(b.raw(cell))
	b.must(err)
	return n
}
