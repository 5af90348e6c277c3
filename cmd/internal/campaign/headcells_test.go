package campaign

import (
	"strings"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// Whether somebody is head is bounded by where he is: where title or Party post of a
// row contradict the cell about it, both readings stay open; posts that people really
// hold beside each other are no contradiction.
func TestCellsThatContradictWhoIsHead(t *testing.T) {
	founded, _ := evaluate.NewDate(2000, 1, 1)
	bodies := append(offices(), evaluate.Body{Kind: evaluate.Collective, Code: "TV", Name: "Ban thường vụ Mẫu", Org: "XA", Size: 5, Founded: founded})
	where := func(grade string) []sheet {
		return []sheet{orgsGiven("A", grade, "XA", grade), unitsGiven("UB", grade, "P1", grade),
			given(evaluate.Collective, "collective_code", row{"collective_type": "committee"}, "TV", grade, "CU", grade), collectivesGiven("management", "TT", grade)}
	}
	for _, c := range []struct {
		name                          string
		post, title, collective, unit string
		party, branch                 string // Party post of the row, and in the branch's report
		to                            string
		asked                         string // columns named beside the post's
		elsewhere                     string // grade of the collective, unit, organization
	}{
		{"a secretary whose post says deputy", "deputy", "Bí thư cấp ủy", "TV", "không", "secretary", "none", "undecided: excellent completed", "R J", "completed"},
		{"the title alone says so", "deputy", "Bí thư Đảng ủy", "TV", "không", "none", "none", "undecided: excellent completed", "J", "completed"},
		{"the Party post alone says so", "other", "", "TV", "không", "secretary", "upper_committee", "undecided: excellent completed", "R", "completed"},
		{"secretary of the branch's own committee", "deputy", "Chức danh Mẫu", "CU", "không", "secretary", "secretary", "undecided: excellent completed", "R", "completed"},
		{"secretary in the branch's report, deputy in the row for its committee", "deputy", "Phó bí thư Chi bộ", "CU", "không", "deputy_secretary", "secretary", "undecided: excellent completed", "A", "completed"},
		{"the same where it changes nothing", "deputy", "", "CU", "không", "", "secretary", "excellent", "A R", "excellent"},
		{"secretary in the branch's report, deputy in an agency", "deputy", "Phó Chủ tịch", "TT", "UB", "none", "secretary", "excellent", "", "completed"},
		{"acting secretary of the branch itself", "deputy", "Quyền Bí thư Chi bộ", "CU", "không", "", "none", "undecided: excellent completed", "J", "completed"},
		{"secretary of the branch itself, its deputy secretary in the report", "deputy", "Bí thư Chi bộ", "CU", "không", "none", "deputy_secretary", "undecided: excellent completed", "J", "completed"},
		{"deputy secretary of the branch itself", "deputy", "Phó bí thư Chi bộ", "CU", "không", "none", "deputy_secretary", "excellent", "", "completed"},
		{"head of a division", "deputy", "TRƯỞNG PHÒNG Mẫu", "không", "P1", "none", "none", "undecided: excellent completed", "J", "completed"},
		{"deputy by the title", "head", "Phó Trưởng phòng", "không", "P1", "none", "none", "undecided: excellent completed", "J", "completed"},
		{"acting head of a division", "deputy", "Quyền Trưởng phòng", "không", "P1", "none", "none", "undecided: excellent completed", "J", "completed"},
		{"abbreviated", "deputy", "Q. Trưởng phòng", "không", "P1", "none", "none", "undecided: excellent completed", "J", "completed"},
		{"deputy and acting head in one cell", "deputy", "Phó trưởng phòng, quyền Trưởng phòng", "không", "P1", "none", "none", "undecided: excellent completed", "J", "completed"},
		{"the other way round", "deputy", "Q. Trưởng phòng (Phó trưởng phòng)", "không", "P1", "none", "none", "undecided: excellent completed", "J", "completed"},
		{"with no comma between", "deputy", "Phó trưởng phòng quyền Trưởng phòng", "không", "P1", "none", "none", "undecided: excellent completed", "J", "completed"},
		{"deputy secretary and acting secretary", "deputy", "Phó bí thư, quyền Bí thư Đảng ủy", "TV", "không", "none", "none", "undecided: excellent completed", "J", "completed"},
		{"acting secretary", "other", "Quyền Bí thư Đảng ủy", "TV", "không", "none", "none", "undecided: excellent completed", "J", "completed"},
		{"head of a division for local power", "deputy", "Trưởng ban Xây dựng chính quyền", "không", "P1", "none", "none", "undecided: excellent completed", "J", "completed"},
		{"it changes nothing", "deputy", "Trưởng phòng", "không", "P1", "none", "none", "excellent", "J", "excellent"},
		// what people are
		{"chairman of the office, deputy in the committee", "deputy", "Chủ tịch Ủy ban", "TV", "không", "none", "none", "excellent", "", "completed"},
		{"both titles", "deputy", "Phó bí thư, Chủ tịch Ủy ban", "TV", "UB", "none", "none", "excellent", "", "completed"},
		{"deputy head of a division, secretary of his branch", "deputy", "Phó trưởng phòng", "không", "P1", "secretary", "secretary", "excellent", "", "completed"},
		{"deputy in the committee above, secretary of his branch", "deputy", "Phó bí thư Đảng ủy", "TV", "không", "secretary", "secretary", "excellent", "", "completed"},
		{"member of the committee above, secretary of a branch", "other", "Bí thư chi bộ", "TV", "không", "none", "none", "excellent", "", "completed"},
		{"head of a division not listed, in the office", "other", "Trưởng phòng", "TT", "UB", "none", "none", "excellent", "", "completed"},
		{"acting head who is called head", "head", "Quyền Trưởng phòng", "không", "P1", "none", "none", "completed", "", "completed"},
		{"deputy in charge", "deputy", "Phó trưởng phòng phụ trách", "không", "P1", "none", "none", "excellent", "", "completed"},
		{"deputy and acting head who is called head", "head", "Phó trưởng phòng, quyền Trưởng phòng", "không", "P1", "none", "none", "completed", "", "completed"},
		{"deputy in the committee, acting head of the office", "deputy", "Phó bí thư, quyền Chủ tịch Ủy ban", "TV", "UB", "none", "none", "excellent", "", "completed"},
		{"deputy and head of something else", "deputy", "Phó giám đốc, Trưởng phòng Mẫu", "không", "P1", "none", "none", "excellent", "", "completed"},
		{"acting deputy of the head", "deputy", "Quyền Phó trưởng phòng", "không", "P1", "none", "none", "excellent", "", "completed"},
		{"deputy in charge who is called head", "head", "Phó trưởng phòng phụ trách", "không", "P1", "none", "none", "completed", "", "completed"},
		{"no title of the vocabulary", "deputy", "Chức danh Mẫu", "không", "P1", "none", "none", "excellent", "", "completed"},
	} {
		t.Run(c.name, func(t *testing.T) {
			facts := post21(c.post, c.title, c.collective, c.unit, "không", row{"party_post": c.party, "area_grade": "none"})
			for id, text := range facts {
				if text == "" {
					delete(facts, id)
				}
			}
			books := append(where(c.elsewhere), leaders(somebody("An", facts)))
			if c.branch != "" {
				books = append(books, sheet{excel.BranchBook, "A", evaluate.Member, []row{somebody("An", memberLevels("good", "good"), row{"party_post": c.branch})}})
			}
			r := (&coupling{period: "2021", bodies: bodies, books: books}).run(t, libraries{})
			comes{kind: evaluate.Leader, who: "An", to: c.to}.check(t, r)
			var named []string
			pop, _ := r.report.Of(evaluate.Leader)
			for _, p := range r.problems {
				if p.Code != "E326" {
					continue
				}
				for i := range p.Related {
					if members, _ := r.report.Of(evaluate.Member); members != nil {
						if fact, _ := members.Frame.Schema.Index("party_post"); members.Frame.Origin(0, fact) == p.Related[i].At {
							named = append(named, "A")
						}
					}
					for _, id := range []evaluate.FactID{"party_post", "title"} {
						if fact, _ := pop.Frame.Schema.Index(id); pop.Frame.Origin(0, fact) == p.Related[i].At {
							named = append(named, map[evaluate.FactID]string{"party_post": "R", "title": "J"}[id])
						}
					}
				}
				if p.Subject == "" || strings.Contains(p.Message, "Mẫu") {
					t.Errorf("told as %v", p)
				}
			}
			if got := strings.Join(named, " "); got != c.asked {
				t.Errorf("asked about %q, want %q: %v", got, c.asked, r.problems)
			}
		})
	}
}
