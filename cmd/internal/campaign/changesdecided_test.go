package campaign

import (
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// line is one row of a result workbook: of a list, or of the review sheet for one
// subject or, with a group, for one of its people.
type line struct {
	id, group string
	review    bool
	facts     row
}

// resultOf is a result workbook with the given rows, each at a row of its own but
// for those of a group, which stand at the group's.
func resultOf(t *testing.T, lib *evaluate.Library, file string, lines ...line) *excel.Intake {
	t.Helper()
	s := lib.Vocabulary.Schema(evaluate.Member)
	frame := func(sheet string) *evaluate.Frame {
		f := evaluate.NewFrame(s)
		columns := make([]int32, len(s.Facts))
		for i := range columns {
			columns[i] = int32(i + 2)
		}
		f.AddSource(evaluate.SourceSheet{File: file, Sheet: sheet, Columns: columns})
		return f
	}
	lists, reviews := frame("Đảng viên"), frame("Xem xét")
	in := &excel.Intake{Stamp: excel.Stamp{Kind: excel.ResultBook, Org: "XA"}, Digest: file, Frames: map[evaluate.Kind]*evaluate.Frame{evaluate.Member: lists},
		Subjects: map[evaluate.Kind][]string{}}
	r := &excel.Rulings{Frame: reviews}
	for i, l := range lines {
		f, at := lists, int32(9+i)
		if l.review {
			if f = reviews; l.group != "" {
				at = 8
			}
			r.Subjects, r.Groups, r.Lines = append(r.Subjects, l.id), append(r.Groups, l.group), append(r.Lines, int32(9+i))
		} else {
			in.Subjects[evaluate.Member] = append(in.Subjects[evaluate.Member], l.id)
		}
		to := f.Append(evaluate.Place{Source: 0, Row: at})
		for id, text := range l.facts {
			fill(t, f, to, id, text)
		}
	}
	if reviews.Len() > 0 {
		in.Reviews = map[evaluate.Kind]*excel.Rulings{evaluate.Member: r}
	}
	return in
}

// What people decide is compared by subject: moved from a group's line or an own row
// of the review sheet to the list it is no change, and neither is what another
// workbook decided and this one shows.
func TestChangesDecided(t *testing.T) {
	lib := library(t)
	c := &Campaign{Library: lib, now: func() time.Time { return time.Time{} }}
	good := row{"decision": "good", "decision_number": "12-QĐ/ĐU", "decision_date": "2025-12-20"}
	with := func(r row, id evaluate.FactID, v string) row {
		out := maps.Clone(r)
		out[id] = v
		return out
	}
	group := func(id string) line { return line{id: id, group: "g", review: true, facts: good} }
	list := func(id string, r row) line { return line{id: id, facts: r} }
	first := []line{list("a", nil), list("b", nil), list("c", nil), list("d", nil), group("a"), group("b"),
		{id: "c", review: true, facts: good}, {id: "b", review: true, facts: row{"decision": "completed", "decision_reason": "có việc chậm"}}}
	// shown is the workbook graded since: b's own row stands above its group's line.
	shown := []line{list("a", good), list("b", row{"decision": "completed", "decision_reason": "có việc chậm"}), list("c", good), list("d", nil)}
	change := func(i int, l line) []line {
		out := slices.Clone(shown)
		out[i] = l
		return out
	}
	for _, x := range []struct {
		name   string
		now    []line
		others []line
		want   []string
	}{
		{"the same, moved to the list", shown, nil, nil},
		{"one decision more", change(3, list("d", row{"decision": "good"})), nil, []string{"decision:  → Hoàn thành tốt nhiệm vụ"}},
		{"one for a group of three, told once", append(slices.Clone(shown), line{"d", "h", true, row{"decision": "good"}}, line{"e", "h", true, row{"decision": "good"}}, line{"f", "h", true, row{"decision": "good"}}), nil,
			[]string{"decision:  → Hoàn thành tốt nhiệm vụ"}},
		{"another grade", change(0, list("a", with(good, "decision", "completed"))), nil, []string{"decision: Hoàn thành tốt nhiệm vụ → Hoàn thành nhiệm vụ"}},
		{"taken back", change(2, list("c", nil)), nil, []string{"decision: Hoàn thành tốt nhiệm vụ → ", "decision_number: ẩn → ", "decision_date: 20/12/2025 → "}},
		{"no longer listed", shown[:2], nil, []string{"decision: Hoàn thành tốt nhiệm vụ → ", "decision_number: ẩn → ", "decision_date: 20/12/2025 → "}},
		{"shown from another workbook", change(3, list("d", good)), []line{list("d", good)}, nil},
		{"otherwise than another workbook", change(3, list("d", with(good, "decision", "completed"))), []line{list("d", good)}, []string{"decision:  → Hoàn thành nhiệm vụ"}},
		{"a row without an id", append(slices.Clone(shown), list("", good)), nil, nil},
		{"another order", []line{shown[3], shown[2], shown[1], shown[0]}, nil, nil},
	} {
		t.Run(x.name, func(t *testing.T) {
			old := keptOf("cu.xlsx", resultOf(t, lib, "cu.xlsx", first...), nil, time.Time{})
			var others []*kept
			if x.others != nil {
				others = append(others, keptOf("khac.xlsx", resultOf(t, lib, "khac.xlsx", x.others...), nil, time.Time{}))
			}
			changes, all := c.changesDecided(old, resultOf(t, lib, "moi.xlsx", x.now...), nil, others)
			var got []string
			for _, ch := range changes {
				if strings.Contains(ch.Old, "ký tự") {
					ch.Old = "ẩn"
				}
				got = append(got, string(ch.Fact)+": "+ch.Old+" → "+ch.New)
				if ch.At.Cell == "" && ch.Was.Cell == "" || ch.Old == "" && !ch.Was.IsZero() || ch.Heading == "" {
					t.Errorf("%+v", ch)
				}
			}
			if !slices.Equal(got, x.want) || all != len(x.want) {
				t.Errorf("%d: %q, want %q", all, got, x.want)
			}
		})
	}
}

// A decision stays with the number, the birth date and the branch it was written beside when
// the branch corrects a word of the name, and that is noted. With another's name, or where
// more is another, whose it is stays a question.
func TestDecidedUnderAnEarlierName(t *testing.T) {
	lib := library(t)
	who := func(name, n, born string) row {
		return row{"full_name": name, "identity_number": "99900000010" + n, "birth_date": born, "branch_code": "A"}
	}
	an, hoa := who("Người Mẫu Văn An", "1", "1960-01-02"), who("Người Mẫu Văn Hòa", "2", "1961-01-02")
	as := func(name string) row { return an.with(row{"full_name": name}) }
	for _, c := range []struct {
		name     string
		reported row
		beside   row
		want     string
	}{
		{"as it was", an, hoa, "decided"},
		{"another middle name", as("Người Mẫu Thị An"), hoa, "decided E358"},
		{"one more word", as("Người Mẫu Thị Văn An"), hoa, "decided E358"},
		{"a letter", as("Người Mẫu Vân An"), hoa, "decided E358"},
		{"another given name", as("Người Mẫu Văn Khuyên"), hoa, "held E345"},
		{"another name and birth date", as("Người Mẫu Thị An").with(row{"birth_date": "1970-01-02"}), hoa, "held E345"},
		{"without a birth date", as("Người Mẫu Thị An").without("birth_date"), hoa, "held E345"},
		{"the name is another's now", as("Người Mẫu Văn Ân"), who("Người Mẫu Văn An", "2", "1961-01-02"), "held E345"},
	} {
		report := func(first row) *kept { return book(t, lib, excel.BranchBook, "A", evaluate.Member, first, c.beside) }
		before := officeOf(t, lib, nil, report(an)).mustPopulate(t)[evaluate.Member].Subjects[0].ID
		in := resultOf(t, lib, "ket-qua.xlsx", line{id: before, facts: an.with(row{"decision": "good", "decision_number": "12-QĐ/ĐU", "decision_date": "2025-12-20"})})
		a := officeOf(t, lib, nil, report(c.reported), keptOf("ket-qua.xlsx", in, nil, time.Time{}))
		pop := a.mustPopulate(t)[evaluate.Member]
		if err := a.decisions(evaluate.Member, pop); err != nil {
			t.Fatal(err)
		}
		got := "open"
		if decision := pop.Frame.Schema.ByRole(evaluate.RoleDecision); !pop.Frame.Value(0, decision).IsBlank() {
			got = "decided"
		}
		if len(pop.Subjects[0].Holds) > 0 {
			got = "held " + string(pop.Subjects[0].Holds[0].Problem.Code)
		}
		for _, p := range a.problems {
			if p.Severity == evaluate.Note && p.Code == "E358" && p.At.File == "ket-qua.xlsx" {
				got += " " + string(p.Code)
			}
		}
		if got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}
