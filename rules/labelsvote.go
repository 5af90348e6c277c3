package rules

import (
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

// labelVote says in words what a vote asks.
func (w *viewer) labelVote(v *evaluate.VoteSpec) string {
	parts := []string{"kiểm phiếu cho cột “" + heading(w.rs.Schema(), v.Of) + "”"}
	for i := range v.Majorities {
		m := &v.Majorities[i]
		parts = append(parts, "mức "+rungLabel(w.rs.Scale(), m.Rung)+": "+evaluate.PhraseMajority(m)+" của số “"+w.baseHeading(v)+"”")
	}
	if v.Quorum != nil {
		parts = append(parts, "có mặt từ "+evaluate.PhraseRate(*v.Quorum)+" số được triệu tập")
	}
	if v.CountBetter {
		parts = append(parts, "phiếu cho mức cao hơn cũng tính")
	}
	if v.Rounds == 2 {
		parts = append(parts, "bỏ phiếu hai vòng, vòng hai chọn mức cao nhất")
	}
	if v.Unrated {
		parts = append(parts, "phiếu có ô chưa đánh giá")
	}
	return strings.Join(parts, "; ")
}

// labelDifference says in words what must be explained.
func (w *viewer) labelDifference(d *evaluate.DifferenceSpec) string {
	var parts []string
	if d.Points != nil {
		parts = append(parts, "điểm tự chấm lệch từ "+evaluate.VietnameseNumber(*d.Points)+" điểm")
	}
	if d.Grade {
		parts = append(parts, "mức tự xếp khác mức được đề nghị")
	}
	return strings.Join(parts, " hoặc ") + ": phải ghi “" + heading(w.rs.Schema(), d.Reason) + "”"
}
