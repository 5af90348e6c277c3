package excel

import (
	"io"
	"slices"
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
			if !slices.Equal(got, c.want) {
				t.Errorf("got %q, want %q: %v", got, c.want, ps)
			}
		})
	}
}
