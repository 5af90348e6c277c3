package rules

import (
	"slices"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

// SheetView is a score sheet as people read it.
type SheetView struct {
	ID            string         `json:"id"`
	Title         string         `json:"title"`
	Profiles      []string       `json:"profiles"` // whose points it gives
	Max           string         `json:"max"`
	How           string         `json:"how,omitempty"` // how the total comes about, where there is more to it than adding up
	Cite          string         `json:"cite"`
	Standing      string         `json:"standing"`
	StandingLabel string         `json:"standing_label"`
	Note          string         `json:"note,omitempty"`
	Rows          []SheetRowView `json:"rows"`
}

// SheetRowView is one group, criterion or line of a sheet.
type SheetRowView struct {
	Depth         string `json:"depth"` // group, criterion or line
	ID            string `json:"id"`
	Label         string `json:"label"`
	How           string `json:"how,omitempty"` // how the points come about
	Max           string `json:"max"`
	Cite          string `json:"cite,omitempty"`
	Standing      string `json:"standing,omitempty"`
	StandingLabel string `json:"standing_label,omitempty"`
	Note          string `json:"note,omitempty"`
}

// The depths of a sheet's rows.
const (
	DepthGroup     = "group"
	DepthCriterion = "criterion"
	DepthLine      = "line"
)

// sheets describes the score sheets that the set's profiles take.
func (w *viewer) sheets() []SheetView {
	var out []SheetView
	for _, s := range w.rs.Sheets {
		v := w.sheet(s.Spec)
		for _, p := range w.rs.Spec.Profiles {
			if p.Sheet == s.Spec.ID {
				v.Profiles = append(v.Profiles, p.ID)
			}
		}
		out = append(out, v)
	}
	return out
}

func (w *viewer) sheet(s *evaluate.SheetSpec) SheetView {
	out := SheetView{ID: s.ID, Title: s.Title, Max: evaluate.VietnameseNumber(s.Max), How: labelTotal(s), Cite: w.cite(s.Cite),
		Standing: string(s.Standing), StandingLabel: evaluate.PhraseStanding(s.Standing), Note: s.Note}
	for i := range s.Groups {
		g := &s.Groups[i]
		out.Rows = append(out.Rows, w.sheetRow(SheetRowView{Depth: DepthGroup, ID: g.ID, Label: g.Label, How: labelGroup(g)}, g.Max, g.Cite, g.Standing))
		for j := range g.Criteria {
			c := &g.Criteria[j]
			if len(c.Lines) != 1 || c.Lines[0].ID != c.ID || len(c.Triggers) > 0 {
				out.Rows = append(out.Rows, SheetRowView{Depth: DepthCriterion, ID: c.ID, Label: c.Label, How: joinHow(labelClamped(c.Clamp), evaluate.PhraseTriggers(c.Triggers)), Max: evaluate.VietnameseNumber(c.Max)})
			}
			for k := range c.Lines {
				l := &c.Lines[k]
				row := SheetRowView{Depth: DepthLine, ID: l.ID, Label: l.Label, How: joinHow(evaluate.DescribeLine(l, w.rs.Schema()), evaluate.DescribeDuties(l)), Note: l.Note}
				out.Rows = append(out.Rows, w.sheetRow(row, l.Max, l.Cite, l.Standing))
			}
		}
	}
	return out
}

func (w *viewer) sheetRow(r SheetRowView, most evaluate.Num, cite evaluate.Citation, st evaluate.Standing) SheetRowView {
	r.Max, r.Cite, r.Standing, r.StandingLabel = evaluate.VietnameseNumber(most), w.cite(cite), string(st), evaluate.PhraseStanding(st)
	return r
}

// labelTotal says what happens to the sum of the groups.
func labelTotal(s *evaluate.SheetSpec) string {
	var parts []string
	if s.Step.Sign() > 0 {
		parts = append(parts, "điểm ghi theo bước "+evaluate.VietnameseNumber(s.Step))
	}
	if s.RoundLines.Sign() > 0 {
		parts = append(parts, "điểm từng dòng làm tròn đến "+evaluate.VietnameseNumber(s.RoundLines))
	}
	if s.Round.Sign() > 0 {
		parts = append(parts, "tổng điểm làm tròn đến "+evaluate.VietnameseNumber(s.Round))
	}
	if s.ClampFrom != nil {
		parts = append(parts, "tổng điểm không thấp hơn "+evaluate.VietnameseNumber(*s.ClampFrom))
	}
	if s.ClampTo != nil {
		parts = append(parts, "tổng điểm không cao hơn "+evaluate.VietnameseNumber(*s.ClampTo))
	}
	if len(s.Order) > 0 {
		var steps []string
		for _, stage := range s.Order {
			steps = append(steps, labelStage(stage))
		}
		parts = append(parts, "thứ tự tính: "+strings.Join(steps, ", "))
	}
	for _, p := range s.Scorers {
		if p.Decides && len(s.Scorers) > 1 {
			parts = append(parts, "nhiều người chấm; tính điểm của: "+p.Label)
		}
	}
	return strings.Join(parts, "; ")
}

func labelStage(s evaluate.SheetStage) string {
	switch s {
	case evaluate.StageBonus:
		return "cộng điểm thưởng"
	case evaluate.StageDeductions:
		return "trừ điểm trừ"
	case evaluate.StageTotal:
		return "chặn tổng điểm"
	}
	return "cộng các nhóm"
}

func labelGroup(g *evaluate.SheetGroup) string {
	var parts []string
	switch g.Role {
	case evaluate.BonusInside:
		parts = append(parts, "điểm thưởng, nằm trong tổng điểm")
	case evaluate.BonusOnTop:
		parts = append(parts, "điểm thưởng, ngoài tổng điểm")
	case evaluate.DeductionGroup:
		parts = append(parts, "điểm trừ")
	}
	if g.WeightsSum != nil {
		parts = append(parts, "các trọng số cộng lại bằng "+evaluate.VietnameseNumber(*g.WeightsSum))
	}
	parts = append(parts, labelClamped(g.Clamp), evaluate.PhraseTriggers(g.Triggers))
	return joinHow(parts...)
}

// joinHow joins what is said of a part, leaving out what is empty.
func joinHow(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), "; ")
}

func labelClamped(clamp bool) string {
	if clamp {
		return "cộng quá điểm tối đa thì chỉ tính điểm tối đa"
	}
	return ""
}
