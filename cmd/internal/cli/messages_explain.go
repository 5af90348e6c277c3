package cli

import (
	"fmt"
	"strings"

	"github.com/xeploai/xeploai/cmd/internal/campaign"
	"github.com/xeploai/xeploai/evaluate"
)

// The words of an explanation.

func messageSubject(name string, e *evaluate.Explanation, at evaluate.Origin) string {
	return fmt.Sprintf("%s (%s, %s) %s: %s", name, kindWord(e.Kind), e.Subject.ID, at, wordResult(e.Result))
}

func wordResult(r *evaluate.Result) string {
	switch r.Outcome {
	case evaluate.Graded:
		return r.Rules.Label(r.Rank)
	case evaluate.NotRated:
		return "Không xếp loại"
	case evaluate.Review:
		return "Cần xem xét (" + r.Rules.Labels(r.Possible) + ")"
	}
	return "Chưa đủ dữ liệu (" + r.Rules.Labels(r.Possible) + ")"
}

func messageNext(s string) string { return "Còn thiếu để lên " + s }

func messageReviewGround(why string) string { return "Vì sao còn để chọn: " + why }

func messageHold(p evaluate.Problem) string { return messageAbout("Chờ", p) }

func messageRemark(p evaluate.Problem) string { return messageAbout("Lưu ý", p) + ". " + p.Hint }

// messageSendersRemark is what the sender wrote among the remarks: nothing rests on it.
func messageSendersRemark(f *evaluate.Frame, row, remark int) string {
	return fmt.Sprintf("Ghi chú trong báo cáo (không dùng để xếp loại): “%s”, %s", f.Text(row, remark), f.Origin(row, remark))
}

func messageLacking(p evaluate.Problem) string {
	return messageAbout("Quyết định chưa qua được kiểm tra", p) + ". Cách sửa: " + p.Hint
}

func messageAbout(word string, p evaluate.Problem) string {
	text := fmt.Sprintf("%s: %s %s: %s", word, p.At, p.Code, p.Message)
	for _, r := range p.Related {
		text += fmt.Sprintf("; %s: %s", r.Note, r.At)
	}
	return text
}

func messageMissing(o evaluate.Observation) string {
	word := "Cần bổ sung"
	if len(o.Parties) > 0 { // others' grades: nobody writes these
		word = "Chờ kết quả"
	}
	return fmt.Sprintf("%s: %s, %s", word, o.Heading, o.Place())
}

func messageProposals(r *evaluate.Result) string {
	say := func(rank evaluate.Rank) string {
		if rank == evaluate.NoRank {
			return "chưa có"
		}
		return r.Rules.Label(rank)
	}
	text := fmt.Sprintf("Tự xếp loại: %s; đề nghị: %s; quyết định: %s", say(r.Self), say(r.Proposed), say(r.Decided))
	if r.Above {
		text += "; đề nghị cao hơn mức đủ điều kiện xét"
	}
	return text
}

// messageDecision tells what the authority decided, why, and in which cell it
// stands, that of the group's line when one entry settled a group.
func messageDecision(f *evaluate.Frame, row int, r *evaluate.Result, group bool) string {
	show := func(role evaluate.Role, before string) string {
		i := f.Schema.ByRole(role)
		if i < 0 || f.Value(row, i).IsBlank() {
			return ""
		}
		return before + f.Show(i, f.Value(row, i))
	}
	how := "riêng cho trường hợp này"
	if group {
		how = "chung cho nhóm"
	}
	return fmt.Sprintf("Cấp có thẩm quyền quyết định (%s): %s%s%s%s%s. Ghi ở %s", how, r.Rules.Label(r.Decided),
		show(evaluate.RoleDecisionNumber, ", số "), show(evaluate.RoleDecisionDate, ", ngày "), show(evaluate.RoleDecisionReason, "; lý do: "),
		show(evaluate.RoleDecisionRelief, "; chấp nhận xem xét giảm nhẹ: "),
		f.Origin(row, f.Schema.ByRole(evaluate.RoleDecision)))
}

// messageOverruled names a decision beside the one that stands above it.
func messageOverruled(o evaluate.Overruled) string {
	if o.Group {
		return fmt.Sprintf("Quyết định chung của nhóm (%s; ghi ở %s) không áp dụng cho trường hợp này vì có quyết định riêng", o, o.At)
	}
	if o.Regraded {
		return fmt.Sprintf("Trước khi mở sổ đã xếp lại %s (ghi ở %s); quyết định ở trên được nhận sau nên đứng", o, o.At)
	}
	return fmt.Sprintf("Còn quyết định %s (ghi ở %s) cho một mã tra cứu không còn, có lẽ là của chính trường hợp này; quyết định ở trên đứng", o, o.At)
}

func messageRules(g *campaign.Grading, k evaluate.Kind) string {
	for _, r := range g.Rules {
		if r.Kind == k {
			return fmt.Sprintf("Bộ quy tắc %s, sha256 %.12s…", r.Ref, r.SHA256)
		}
	}
	return ""
}

func messageRung(r *evaluate.RungStep) string {
	text := fmt.Sprintf("%s: %s (%s)", r.Rung.Label, wordVerdict(r.Met), r.Spec.Cite)
	if r.Given {
		text += " ← mức đủ điều kiện xét"
	}
	return text
}

func messageBand(r *evaluate.RungStep, s evaluate.Scored) string {
	b := r.Spec.Band
	text := "khung điểm"
	if b.From != nil {
		word := " từ "
		if b.FromExcluded {
			word = " trên "
		}
		text += word + evaluate.VietnameseNumber(*b.From)
	}
	if b.To != nil {
		word := " dưới "
		if b.ToIncluded {
			word = " đến "
		}
		text += word + evaluate.VietnameseNumber(*b.To)
	}
	have := "chưa đủ điểm thành phần"
	if x, ok := s.Known(); ok && s.Given {
		have = "được " + evaluate.PhrasePointsExactly(x)
	}
	word := wordVerdict(r.Band)
	if r.AboveBand(s) {
		word = "cao hơn khung của mức này"
	}
	return fmt.Sprintf("    %s  %s: %s  [%s]", word, text, have, b.Cite)
}

func messageJudgement(j evaluate.JudgementSpec) string {
	return fmt.Sprintf("do cấp có thẩm quyền cân nhắc  %s: %s  [%s]", j.ID, j.Text, j.Cite)
}

func messageStep(s evaluate.Step) string {
	word := wordCase(s.Verdict)
	switch s.Rule.Role {
	case evaluate.RoleNeed, evaluate.RoleVote, evaluate.RoleDifference:
		word = wordVerdict(s.Verdict)
	case evaluate.RoleRest:
		word = wordRest(s.Verdict)
	}
	text := fmt.Sprintf("%s  %s: %s  [%s]", word, s.Rule.ID, s.Rule.Text, s.Rule.Cite)
	if s.Rule.Standing != evaluate.Quoted {
		text += " (" + evaluate.PhraseStanding(s.Rule.Standing) + ")"
	}
	return text
}

// messageCounted says who was counted, not only among whom.
func messageCounted(among, which string) string { return among + " mà " + which }

func messageSeen(o evaluate.Observation) string {
	value := o.Shown
	switch {
	case o.Blank:
		value = "còn trống"
	case o.Assumed:
		value += " (để trống)"
	}
	text := o.Heading + " = " + value + messagePeople(&o)
	if at := o.Place(); at != "" {
		text += "  [" + at + "]"
	}
	return text
}

// listedPeople is how many names a line gives.
const listedPeople = 12

// messagePeople names the people who were counted and those who are open. An
// explanation names people: it is what one of them, or their office, asked for.
func messagePeople(o *evaluate.Observation) string {
	say := func(word string, v evaluate.Verdict) string {
		var names []string
		for _, p := range o.Parties {
			if p.Counts != v || p.Kind.HasCode() || p.Frame == nil {
				continue
			}
			if name := p.Frame.Text(p.Row, p.Frame.Schema.ByRole(evaluate.RoleName)); name != "" {
				names = append(names, name)
			}
		}
		if n := len(names) - listedPeople; n > 0 {
			names = append(names[:listedPeople:listedPeople], fmt.Sprintf("và %d người khác", n))
		}
		if len(names) == 0 {
			return ""
		}
		return "; " + word + ": " + strings.Join(names, ", ")
	}
	return say("gồm", evaluate.Holds) + say("chưa rõ", evaluate.Unknown)
}

// messageBounding names the subjects whose grades bound or stand for something:
// what each is, its name and the id to ask about it by.
func messageBounding(o *evaluate.Observation, tree *evaluate.Tree) string {
	if o.Counted != nil || len(o.Parties) == 0 {
		return ""
	}
	var who []string
	for i := range o.Parties[:min(len(o.Parties), listedPeople)] {
		p := &o.Parties[i]
		words := kindWord(p.Kind)
		if name := p.Name(tree); name != "" {
			words += " “" + name + "”"
		}
		if p.ID != "" {
			words += " (" + p.ID + ")"
		}
		who = append(who, words)
	}
	if n := len(o.Parties) - listedPeople; n > 0 {
		who = append(who, fmt.Sprintf("và %d nơi khác", n))
	}
	return "; là " + strings.Join(who, ", ")
}

func wordVerdict(v evaluate.Verdict) string {
	switch v {
	case evaluate.Holds:
		return "đạt"
	case evaluate.Fails:
		return "không đạt"
	case evaluate.NotApplicable:
		return "không áp dụng"
	}
	return "chưa rõ"
}

// wordRest says how far those are whose grades are to be weighed.
func wordRest(v evaluate.Verdict) string {
	switch v {
	case evaluate.Holds:
		return "đã có đủ"
	case evaluate.Unknown:
		return "còn chờ"
	}
	return "không có ai"
}

// wordCase is the verdict on a case that befalls somebody: nobody "achieves" a bar.
func wordCase(v evaluate.Verdict) string {
	switch v {
	case evaluate.Holds:
		return "CÓ"
	case evaluate.Fails:
		return "không có"
	}
	return wordVerdict(v)
}

// messageScored heads the lines of the score sheet.
func messageScored(r *evaluate.Result) string {
	return "Bảng điểm: " + r.Rules.Sheets[r.Walk.Score.Sheet].Spec.Title
}

// messageLine tells the points of one line, how they come about and the cells
// they rest on.
func messageLine(l *evaluate.LineStep, schema *evaluate.Schema) string {
	text := fmt.Sprintf("    %s  %s: %s điểm (%s)", l.Line.ID, l.Line.Label, l.Shown(), evaluate.DescribeLine(l.Line, schema))
	for i, o := range l.Seen {
		sep := "; "
		if i == 0 {
			sep = "  ← "
		}
		text += sep + o.Shown
		switch {
		case o.Assumed:
			text += " (ô trống)"
		case !o.At.IsZero():
			text += " " + o.At.String()
		}
	}
	return text
}
