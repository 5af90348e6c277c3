package rules

import (
	"slices"

	"github.com/xeploai/xeploai/evaluate"
)

// vote reads the vote behind one level's proposal.
func (d *decoder) vote(n node) evaluate.VoteSpec {
	rule, f := d.rule(n, "votes", voteKeys())
	out := evaluate.VoteSpec{RuleSpec: rule, Of: evaluate.FactID(f.text("of")), CountBetter: f.flag("count_better"), Unrated: f.flag("unrated"),
		Base: evaluate.VoteBase(f.maybeChoice("base", words(evaluate.VoteBases())...)), Rounds: 1}
	if f.has("rounds") {
		out.Rounds = f.whole("rounds")
	}
	if q, ok := f.get("quorum"); ok {
		x := d.share(q, "quorum")
		out.Quorum = &x
	}
	for _, item := range f.list("majority") {
		g := d.fields(item, "majority", majorityKeys())
		m := evaluate.MajoritySpec{At: g.at, Rung: g.text("rung")}
		for _, op := range majorityOps() {
			if x, ok := g.get(string(op)); ok {
				m.Op, m.Share = op, d.share(x, string(op))
			}
		}
		if g.has("at_least") == g.has("more_than") {
			d.fail(problemMissing(g.at, "at_least"))
		}
		out.Majorities = append(out.Majorities, m)
	}
	return out
}

// difference reads how far self-grade and appraisal may differ unexplained.
func (d *decoder) difference(n node) *evaluate.DifferenceSpec {
	rule, f := d.rule(n, "explain_difference", differenceKeys())
	return &evaluate.DifferenceSpec{RuleSpec: rule, Points: f.maybeNumber("points"), Grade: f.flag("grade"),
		SelfFact: evaluate.FactID(f.maybe("self")), Reason: evaluate.FactID(f.text("reason"))}
}

// ballot reads which figure of which vote a fact is.
func (d *decoder) ballot(n node) *evaluate.BallotPart {
	f := d.fields(n, "ballot", ballotKeys())
	out := &evaluate.BallotPart{At: f.at, Of: evaluate.FactID(f.text("of")),
		Count: evaluate.BallotCount(f.maybeChoice("count", words(evaluate.BallotCounts())...)),
		Votes: evaluate.Statutory(f.maybeChoice("votes", statutoryGrades()...))}
	if n, ok := f.get("surely"); ok {
		g := d.fields(n, "surely", surelyKeys())
		out.Surely = &evaluate.SurelyCalled{Status: evaluate.FactID(g.text("fact")), Codes: g.texts("one_of"),
			Since: evaluate.FactID(g.text("since")), Months: g.whole("months")}
	}
	return out
}

// votes tells the votes of a set and the difference it wants explained.
func (w *viewer) votes() []RuleView {
	var out []RuleView
	for i := range w.rs.Spec.Votes {
		v := &w.rs.Spec.Votes[i]
		view := w.rule(&v.RuleSpec)
		view.Condition = w.labelVote(v)
		out = append(out, view)
	}
	if d := w.rs.Spec.ExplainDifference; d != nil {
		view := w.rule(&d.RuleSpec)
		view.Condition = w.labelDifference(d)
		out = append(out, view)
	}
	return out
}

// baseHeading is the heading of the figure a majority is a share of.
func (w *viewer) baseHeading(v *evaluate.VoteSpec) string {
	schema := w.rs.Schema()
	for _, b := range schema.Ballots() {
		if i, ok := b.Counts[v.Base.Count()]; ok && schema.Facts[b.Proposal].ID == v.Of {
			return schema.Facts[i].Heading
		}
	}
	return string(v.Base)
}

func majorityOps() []evaluate.Op { return []evaluate.Op{evaluate.OpAtLeast, evaluate.OpMoreThan} }

// unconditional are the keys of a rule that holds on no condition of its own.
func unconditional() []key {
	return slices.DeleteFunc(ruleKeys(), func(k key) bool { return k.name == "when" || k.name == "applies_when" })
}

func voteKeys() []key {
	return slices.Concat(unconditional(), []key{
		must("of", aText(), "Cột đề nghị mà lần biểu quyết này đứng sau"),
		may("base", aCode(words(evaluate.VoteBases())...), "Tỷ lệ tính trên ai: official_summoned đảng viên chính thức được triệu tập, present có mặt, issued phiếu phát ra, valid phiếu hợp lệ"),
		may("quorum", aText(), "Tỷ lệ có mặt tối thiểu trên số được triệu tập, ví dụ 2/3"),
		may("majority", mappings("majority"), "Số phiếu cần có cho từng mức; mức không ghi thì không đòi số phiếu"),
		may("count_better", aFlag(), "true: phiếu cho mức cao hơn cũng tính là tán thành mức thấp hơn"),
		may("rounds", aWhole(), "1 một vòng; 2 vòng hai chọn mức cao nhất trong số vòng một đạt mức liền dưới"),
		may("unrated", aFlag(), "true: phiếu có ô chưa đánh giá, xếp loại"),
	})
}

func majorityShareKeys() []key {
	return []key{
		may("at_least", aText(), "Từ tỷ lệ này trở lên, ví dụ 2/3"),
		may("more_than", aText(), "Trên tỷ lệ này, ví dụ 1/2"),
	}
}

func majorityKeys() []key {
	return slices.Concat([]key{must("rung", aText(), "Mức được đề nghị, như trong scale")}, majorityShareKeys())
}

func differenceKeys() []key {
	return slices.Concat(unconditional(), []key{
		may("points", aNumber(), "Lệch từ số điểm này trở lên, về phía nào cũng vậy"),
		may("grade", aFlag(), "true: mức tự xếp khác mức được đề nghị"),
		may("self", aText(), "Dữ kiện ghi tổng điểm tự chấm; đi cùng points"),
		must("reason", aText(), "Dữ kiện ghi lý do chênh lệch"),
	})
}

func ballotFigureKeys() []key {
	return []key{
		may("count", aCode(words(evaluate.BallotCounts())...), "Số được triệu tập, có mặt, phát ra, thu về, hợp lệ, không hợp lệ, chưa đánh giá"),
		may("votes", aCode(statutoryGrades()...), "Số phiếu cho mức này"),
	}
}

func ballotKeys() []key {
	return slices.Concat([]key{must("of", aText(), "Cột đề nghị mà lần bỏ phiếu này đứng sau")}, ballotFigureKeys(),
		[]key{may("surely", aMapping("surely"), "Ai chắc chắn thuộc số được triệu tập; số ghi ít hơn thì hỏi lại")})
}

func surelyKeys() []key {
	return []key{
		must("fact", aText(), "Dữ kiện về tình trạng"),
		must("one_of", listOf(aText()), "là một trong các giá trị này"),
		must("since", aText(), "và ngày này"),
		must("months", aWhole(), "đã qua từ số tháng này trở lên"),
	}
}
