package evaluate

import (
	"fmt"
	"strings"
)

// roleWord says as what somebody or something is graded.
func roleWord(k Kind) string {
	switch k {
	case Leader:
		return "cán bộ lãnh đạo, quản lý"
	case Staff:
		return "cán bộ, công chức, viên chức"
	case Unit:
		return "cơ quan, đơn vị"
	case Collective:
		return "tập thể lãnh đạo"
	case Organization:
		return "tổ chức đảng"
	}
	return "đảng viên"
}

// gradeWords are the grades a result may still come to.
func gradeWords(res *Result) string {
	var out []string
	for _, rank := range openRanks(res) {
		out = append(out, "“"+res.Rules.Label(rank)+"”")
	}
	text := strings.Join(out, " hoặc ")
	if res.Outcome != Graded {
		text += " (chưa quyết định)"
	}
	return text
}

func problemRolesDiffer(at, other Origin, subject string, here, there Kind, a, b *Result) Problem {
	return withRelated(Problem{Severity: Note, Code: "E378", At: at, Subject: subject,
		Message: fmt.Sprintf("cùng một người: với tư cách %s là %s, với tư cách %s là %s", roleWord(here), gradeWords(a), roleWord(there), gradeWords(b)),
		Hint:    "mỗi vai trò xếp theo quy định riêng nên có thể khác nhau; đối chiếu hai kết quả trước khi trình cấp có thẩm quyền"}, other, "kết quả kia của người này")
}

func problemStatedOtherwise(subject, body string, found []otherwise) Problem {
	p := Problem{Severity: Warning, Code: "E384", At: found[0].here, Subject: subject,
		Hint: "đối chiếu hai nơi rồi sửa nơi ghi nhầm; đến khi sửa, mỗi nơi dùng số của mình"}
	var said []string
	for i, d := range found {
		said = append(said, fmt.Sprintf("“%s” ghi %s, đơn vị ghi %s", d.heading, d.stated, d.own))
		if i > 0 {
			p = withRelated(p, d.here, fmt.Sprintf("“%s” ở dòng này", d.heading))
		}
		p = withRelated(p, d.there, "số của chính đơn vị ở đây")
	}
	p.Message = fmt.Sprintf("số về đơn vị %s ở dòng này khác số trong báo cáo của chính đơn vị: %s", QuoteCode(body), strings.Join(said, "; "))
	return p
}

// phraseRuleOf is what a rule says, with the role of the person that it is about.
func phraseRuleOf(text string, k Kind) string { return "“" + text + "” (" + roleWord(k) + ")" }

// text says which rules used the stated count, and which the results.
func (u tallyUse) text() string {
	var out []string
	say := func(what string, rules []string) {
		if len(rules) > 0 {
			out = append(out, what+": "+strings.Join(rules, ", "))
		}
	}
	say("quy định xét theo số ở ô này", u.stated)
	say("quy định xét theo kết quả trong đợt", u.graded)
	say("quy định xét cả hai", u.both)
	if len(out) == 0 {
		return "không quy định nào đã dùng số này"
	}
	return strings.Join(out, "; ")
}

// tallyWords say of a count whose it is and where those counted are named.
type tallyWords struct{ subject, counted, named, mend string }

// words are those of a count of the units in somebody's charge, or of those that stand
// under a unit by the list of organizations.
func (t *Tally) words() tallyWords {
	if t.Of == SubUnits {
		return tallyWords{"đơn vị này", "đơn vị trực thuộc", "danh sách tổ chức ghi đơn vị này ở đây", "hoặc sửa đơn vị cấp trên trong danh sách tổ chức"}
	}
	return tallyWords{"người này", "đơn vị người này phụ trách", "các đơn vị phụ trách ghi ở đây", "hoặc sửa mã các đơn vị phụ trách"}
}

func problemTallied(at Origin, subject string, def *FactDef, t tallied, use tallyUse) Problem {
	w := def.Tally.words()
	p := Problem{Severity: Warning, Code: "E379", At: at, Subject: subject,
		Message: fmt.Sprintf("cột “%s” ghi %d, nhưng theo kết quả trong đợt này là %d; %s", def.Heading, t.stated, t.sure, use.text()),
		Hint:    fmt.Sprintf("đối chiếu với kết quả của các %s; ghi nhầm thì sửa ô này, %s", w.counted, w.mend)}
	p = withRelated(p, t.named, w.named)
	for _, u := range t.at {
		p = withRelated(p, u, "đơn vị xếp mức ấy")
	}
	return p
}

// problemDisputed is problemTallied where the two numbers lead to different grades.
func problemDisputed(f *Frame, row, fact int, subject string, t tallied) Problem {
	def := &f.Schema.Facts[fact]
	w := def.Tally.words()
	p := Problem{Severity: Warning, Code: "E379", At: f.Origin(row, fact), Subject: subject,
		Message: fmt.Sprintf("cột “%s” ghi %d, nhưng theo kết quả trong đợt này là %d; xét theo số này hay số kia thì ra hai mức khác nhau, nên %s chờ", def.Heading, t.stated, t.sure, w.subject),
		Hint:    fmt.Sprintf("đối chiếu với kết quả của các %s rồi sửa ô này, %s; khớp nhau thì %s hết chờ", w.counted, w.mend, w.subject)}
	p = withRelated(p, t.named, w.named)
	for _, u := range t.at {
		p = withRelated(p, u, "đơn vị xếp mức ấy")
	}
	return p
}

// problemStatedGrade names a stated grade of those at the other end of a relation and
// what they came to here; so says what follows.
func (r *relations) problemStatedGrade(a role, fact int, s statedGrade, so string) Problem {
	frame := r.in.Populations[a.kind].Frame
	def := &frame.Schema.Facts[fact]
	to := RelationKind(def.SameAs.Of)
	var came []string
	for _, row := range s.rows {
		res, here := r.result(role{to, row}), "chưa có mức"
		if len(openRanks(res)) > 0 && !res.MayBeNone {
			here = gradeWords(res)
		}
		came = append(came, QuoteCode(r.idOf(to, row))+" là "+here)
	}
	p := Problem{Severity: Warning, Code: "E379", At: frame.Origin(a.row, fact), Subject: r.subject(a).ID,
		Message: fmt.Sprintf("cột “%s” ghi “%s”, nhưng theo kết quả trong đợt này %s; %s", def.Heading, def.Choices[s.code].Label, strings.Join(came, ", "), so),
		Hint:    "đối chiếu với kết quả của đơn vị rồi sửa ô này, hoặc sửa mã đơn vị ở dòng này"}
	for _, row := range s.rows {
		p = withRelated(p, r.place(role{to, row}), "đơn vị ở đây")
	}
	return p
}
