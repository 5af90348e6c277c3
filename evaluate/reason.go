package evaluate

import (
	"fmt"
	"slices"
	"strings"
)

// Why a result is what it is, and what it lacks for the next grade, in a sentence.

// Reason says in one sentence why the effective result is what it is, with the
// article it rests on.
func (r *Report) Reason(k Kind, row int) string {
	return r.reason(k, row) + r.noticed(k, row)
}

// ReviewGround tells why grades whose conditions are not met are left to a person, by what
// the set says of those whom no rung fits; "" where they are not.
func (r *Report) ReviewGround(k Kind, row int) string {
	_, results := r.Of(k)
	w, spec := &results[row].Walk, results[row].Rules.Spec
	if w.Outcome != Review || w.Cause != CauseFallThrough || w.Suggested != NoRank || spec.FallNote == "" {
		return ""
	}
	return strings.TrimRight(spec.FallNote, ". ") + " (" + spec.FallCite.String() + "; " + PhraseStanding(spec.FallStand) + ")"
}

// noticed tells what is to be considered beside the grade.
func (r *Report) noticed(k Kind, row int) string {
	_, results := r.Of(k)
	res, out := &results[row], ""
	for _, i := range res.Rules.notices {
		if res.Walk.Verdicts[i] == Holds {
			out += " Lưu ý: " + res.Rules.cited(i) + "."
		}
	}
	return out
}

func (r *Report) reason(k Kind, row int) string {
	_, results := r.Of(k)
	return r.reasonOf(k, row, &results[row], r.Questions(k, row))
}

// reasonOf is reason for a result of the subject while the given questions are open.
func (r *Report) reasonOf(k Kind, row int, res *Result, questions []Hold) string {
	pop, _ := r.Of(k)
	rs := res.Rules
	switch {
	case res.Decided != NoRank:
		said := ""
		if votes := rs.voteReason(res); votes != "" {
			said = votes + " "
		}
		return "Theo quyết định của cấp có thẩm quyền. " + said + "Tính được: " + r.walkReason(k, row)
	case res.Lapsed:
		return rs.lapsedReason(pop.Subjects[row].Holds) + " " + r.otherwise(k, row, res, questions)
	case res.Contested:
		return rs.contestedReason(pop.Subjects[row].Holds)
	case len(questions) > 0:
		return "Chờ xử lý: " + questions[0].Problem.Message
	case res.Elsewhere != NoRank:
		return fmt.Sprintf("Đã xếp ở nơi khác: %q; không xếp lại ở đây. Tính được: %s", rs.Label(res.Elsewhere), r.walkReason(k, row))
	case res.Cause == CauseConflict:
		return "Hai nơi đề nghị khác nhau" + rs.proposedApart(pop.Frame, row) + "; cấp có thẩm quyền xem xét, quyết định. Tính được: " + r.walkReason(k, row)
	case res.Cause == CauseVote || res.Outcome == Undecided && rs.voteReason(res) != "":
		return rs.voteReason(res) + " Tính được: " + r.walkReason(k, row)
	case res.Cause == CauseProposedLow:
		return fmt.Sprintf("Đề nghị %q nhưng không có trường hợp nào buộc xếp mức này; cần cấp có thẩm quyền xem xét. Tính được: %s",
			rs.Label(res.Proposed), r.walkReason(k, row))
	case res.Outcome == Graded && res.Walk.Outcome == Graded && res.Rank < res.Walk.Rank:
		return fmt.Sprintf("Tạm lấy theo đề nghị %q, thấp hơn mức đủ điều kiện xét. Tính được: %s", rs.Label(res.Rank), r.walkReason(k, row))
	case res.Outcome == Undecided && res.Walk.Outcome == Undecided && res.Proposed != NoRank && res.Possible != res.Walk.Possible:
		return fmt.Sprintf("Chưa đủ dữ liệu; theo đề nghị %q có thể là %s. Chỉ theo quy tắc: %s.", rs.Label(res.Proposed),
			rs.openText(res.Possible, res.MayBeNone), rs.openText(res.Walk.Possible, res.Walk.MayBeNone))
	case res.Outcome == Graded && res.Walk.Outcome == Undecided:
		return fmt.Sprintf("Dù còn dữ liệu trống, theo đề nghị %q chỉ còn một kết quả.", rs.Label(res.Rank))
	}
	return r.walkReason(k, row)
}

// otherwise is why what stands without the decisions that have lapsed does, be it the
// rules, a vote that did not carry, or another question.
func (r *Report) otherwise(k Kind, row int, res *Result, questions []Hold) string {
	open := slices.DeleteFunc(slices.Clone(questions), func(h Hold) bool { return h.Lapsed })
	computed := r.walkReason(k, row)
	if said := r.reasonOf(k, row, res.Otherwise, open); said != computed {
		return "Nay, không kể quyết định ấy: " + said
	}
	return "Nay tính được: " + computed
}

// proposedApart names the proposals between which a conflict leaves the choice, with
// their cells, those of higher levels that do not settle it last.
func (rs *RuleSet) proposedApart(f *Frame, row int) string {
	var out []string
	for _, i := range rs.schema.Proposals() {
		if rank := rs.gradeFact(f, row, i); rank != NoRank && rs.schema.Facts[i].Level > 0 {
			out = append(out, fmt.Sprintf("%s “%s” (%s)", rs.schema.Facts[i].Heading, rs.Label(rank), f.Origin(row, i)))
			for _, other := range f.rivalsOf(row, i) {
				out = append(out, fmt.Sprintf("“%s” (%s)", rs.Label(rs.gradeOf(i, other.value)), other.at))
			}
		}
	}
	if len(out) == 0 {
		return ""
	}
	return ": " + strings.Join(out, ", ")
}

// lapsedReason tells which decisions have to be said again about a subject, and
// where they and it stand.
func (rs *RuleSet) lapsedReason(holds []Hold) string {
	var out []string
	for _, h := range holds {
		if !h.Lapsed || len(h.Decided) == 0 {
			continue
		}
		s := fmt.Sprintf("quyết định %q ở %s được ghi khi trường hợp này còn ở nhóm xem xét khác hoặc mang mã tra cứu khác", rs.Label(rs.rankOfCode(h.Decided[0])), h.Problem.At)
		if more := h.Problem.Related; len(more) > 0 {
			s += " (nay ở " + more[len(more)-1].At.String() + ")"
		}
		out = append(out, s)
	}
	if len(out) == 0 {
		return "Chờ quyết định lại."
	}
	return "Chờ quyết định lại: " + strings.Join(out, "; ") + "."
}

// contestedReason tells which decisions contradict each other and where each is
// written.
func (rs *RuleSet) contestedReason(holds []Hold) string {
	var out []string
	for _, h := range holds {
		if len(h.Decided) == 0 {
			continue
		}
		var s string
		if d, more := h.Decided, h.Problem.Related; len(d) == 2 && d[0] != d[1] && len(more) == 1 {
			s = fmt.Sprintf("hai quyết định khác nhau, %q ở %s và %q ở %s; chưa quyết định nào được dùng",
				rs.Label(rs.rankOfCode(d[0])), h.Problem.At, rs.Label(rs.rankOfCode(d[1])), more[0].At)
		} else {
			s = h.Problem.Message + ": " + h.Problem.At.String()
			for _, r := range more {
				s += ", " + r.At.String()
			}
		}
		out = append(out, s)
	}
	return "Chờ thống nhất: " + strings.Join(out, "; ") + "."
}

// walkReason is the sentence for what the walk alone found.
func (r *Report) walkReason(k Kind, row int) string {
	_, results := r.Of(k)
	res := &results[row]
	rs, w := res.Rules, &res.Walk
	switch w.Outcome {
	case NotRated:
		return "Không xếp loại: " + rs.cited(w.Because) + "."
	case Undecided:
		return fmt.Sprintf("Chưa đủ dữ liệu; có thể là %s.", rs.openText(w.Possible, w.MayBeNone))
	case Review:
		return rs.reviewReason(w)
	}
	return rs.gradedReason(w)
}

func (rs *RuleSet) openText(possible RankSet, mayBeNone bool) string {
	s := rs.Labels(possible)
	if mayBeNone {
		s += " / không xếp loại"
	}
	return strings.TrimPrefix(s, " / ")
}

func (rs *RuleSet) reviewReason(w *Walk) string {
	if w.Cause == CauseRelief {
		return "Cấp có thẩm quyền xem xét, quyết định: " + rs.cited(w.Because) + rs.reliefText(w.Because) + "."
	}
	s := "Cần xem xét: không mức nào khớp đủ điều kiện"
	if w.Because >= 0 {
		s = "Cần xem xét: không đạt " + quoteRule(rs.cited(w.Because))
	}
	if x, ok := w.Score.Known(); ok && w.Score.Given {
		s += ", trong khi đạt " + PhrasePoints(x) + " điểm"
	}
	if w.Suggested != NoRank {
		s += "; gợi ý: " + rs.Label(w.Suggested)
	} else {
		if w.Because >= 0 {
			s += "; không mức nào đủ điều kiện"
		}
		s += "; còn để cấp có thẩm quyền chọn: " + rs.Labels(w.Possible)
	}
	return s + "."
}

// reliefText is on what ground a bar is left to a person's decision.
func (rs *RuleSet) reliefText(rule int) string {
	for _, b := range rs.bars {
		if b.rule == rule && b.relief >= 0 {
			return "; căn cứ xem xét: " + strings.TrimRight(rs.Rules[b.relief].Text, ". ")
		}
	}
	return ""
}

func (rs *RuleSet) gradedReason(w *Walk) string {
	if w.Because >= 0 && (rs.Rules[w.Because].Role == RoleBar || rs.Rules[w.Because].Role == RoleSanction) {
		return fmt.Sprintf("%s: %s.", rs.Label(w.Rank), rs.cited(w.Because))
	}
	for i := len(rs.sanction) - 1; i >= 0; i-- {
		if s := rs.sanction[i].rule; rs.ladderRank(w) > w.Rank && rs.keepsBelow(w, i, w.Rank+1) == Holds {
			return fmt.Sprintf("%s: %s.", rs.Label(w.Rank), rs.cited(s))
		}
	}
	score := ""
	if x, ok := w.Score.Known(); ok && w.Score.Given {
		score = PhrasePoints(x) + " điểm, "
	}
	for i := range rs.ladder {
		l := &rs.ladder[i]
		if l.rank != w.Rank || l.rank == 0 && l.spec.Band == nil {
			continue // the lowest rung without a band is where the rest falls
		}
		if and(rs.needs(w, l), bandOf(w, l)) != Fails {
			if w.Rank == 0 {
				return fmt.Sprintf("%s: %sthuộc khung điểm của mức này (%s).", rs.Label(0), score, l.spec.Cite)
			}
			return fmt.Sprintf("Đủ điều kiện xét %s: %sđạt mọi điều kiện (%s).", rs.Label(w.Rank), score, l.spec.Cite)
		}
	}
	why := ""
	if b := rs.blocking(w); b >= 0 {
		why = "; không đạt " + quoteRule(rs.cited(b))
	}
	return fmt.Sprintf("%s: không đạt điều kiện của mức cao hơn (%s)%s.", rs.Label(w.Rank), rs.Spec.FallCite, why)
}

func bandOf(w *Walk, l *rung) Verdict {
	if l.spec.Band == nil {
		return NotApplicable
	}
	return w.Score.within(l.spec.Band)
}

// ladderRank is the grade the ladder alone gives, before sanctions.
func (rs *RuleSet) ladderRank(w *Walk) Rank {
	for i := range rs.ladder {
		if l := &rs.ladder[i]; and(rs.needs(w, l), bandOf(w, l)).Met() {
			return l.rank
		}
	}
	return 0
}

// cited is a rule's text with its article, and its standing when the text of
// the regulation itself was not seen.
func (rs *RuleSet) cited(i int) string {
	r := &rs.Rules[i]
	s := strings.TrimRight(r.Text, ". ") + " (" + r.Cite.String()
	if r.Standing != Quoted {
		s += "; " + PhraseStanding(r.Standing)
	}
	return s + ")"
}

// NextGrade says what is missing for the next better grade, "" when there is
// none or nothing was decided.
func (r *Report) NextGrade(k Kind, row int) string {
	_, results := r.Of(k)
	res := &results[row]
	rs, w := res.Rules, &res.Walk
	if w.Outcome != Graded || w.Rank >= rs.Spec.Scale.Top() {
		return ""
	}
	i := slices.IndexFunc(rs.ladder, func(l rung) bool { return l.rank == w.Rank+1 })
	if i < 0 {
		return ""
	}
	l := &rs.ladder[i]
	var lacks []string
	if w.Because >= 0 && rs.Rules[w.Because].Role == RoleBar {
		lacks = append(lacks, "bị vướng: "+rs.Rules[w.Because].Text)
	}
	for i, s := range rs.sanction {
		switch rs.keepsBelow(w, i, l.rank) {
		case Holds:
			lacks = append(lacks, "bị giới hạn: "+rs.Rules[s.rule].Text)
		case Unknown:
			lacks = append(lacks, "chưa rõ giới hạn: "+rs.Rules[s.rule].Text)
		}
	}
	if w.Score.Sheet >= 0 && w.Score.floor(l.spec.Band) == Fails {
		lacks = append(lacks, "chưa tới "+VietnameseNumber(*l.spec.Band.From)+" điểm")
	}
	for _, n := range l.needs {
		if rule := &rs.Rules[n]; !rule.Off && !w.Verdicts[n].Met() {
			word := "chưa đạt: "
			if w.Verdicts[n] == Unknown {
				word = "chưa rõ: "
			}
			lacks = append(lacks, word+strings.TrimRight(rule.Text, "."))
		}
	}
	if len(lacks) == 0 {
		return ""
	}
	return rs.Label(l.rank) + ": " + strings.Join(lacks, "; ")
}
