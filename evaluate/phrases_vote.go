package evaluate

import (
	"fmt"
	"strings"
)

// The words in which votes are told. Whose number a majority is a share of is
// always said, by the heading of its column.

func phraseNeeds(grade string) string { return "Số phiếu cần có cho " + inQuotes(grade) }

// PhraseRate says a share as people do: 2/3, 50%.
func PhraseRate(x Num) string {
	if n, d, ok := x.Fraction(); ok && d <= 9 {
		return fmt.Sprintf("%d/%d", n, d)
	}
	return VietnameseNumber(x.Mul(Int(100))) + "%"
}

// PhraseMajority says what a majority asks: from 2/3 on, more than 1/2.
func PhraseMajority(m *MajoritySpec) string {
	if m.Op == OpMoreThan {
		return "trên " + PhraseRate(m.Share)
	}
	return "từ " + PhraseRate(m.Share) + " trở lên"
}

// phraseMajority is the majority of one vote in figures.
func (rs *RuleSet) phraseMajority(v *vote, found *VoteFinding) string {
	base := rs.schema.Facts[found.BaseAt].Heading
	share := PhraseMajority(v.of[found.Rank])
	if !found.BaseKnown {
		return share + " của số " + inQuotes(base)
	}
	return fmt.Sprintf("%s (%s của %s %s)", VietnameseNumber(found.Needed), share, VietnameseNumber(found.Base), inQuotes(base))
}

// voteReason says what the ballots do not carry, every vote that failed; where none
// did, of which first too little is known. It is "" where neither is so.
func (rs *RuleSet) voteReason(res *Result) string {
	var failed []string
	open := ""
	for i := range res.Votes {
		switch found := &res.Votes[i]; {
		case rs.voteOf(found).of[found.Rank] == nil:
		case found.Verdict == Fails:
			failed = append(failed, rs.voteFailed(found))
		case found.Verdict == Unknown && open == "":
			open = fmt.Sprintf("Chưa đủ số liệu kiểm phiếu cho %s; số phiếu cần %s. Căn cứ: %s.", inQuotes(rs.Label(found.Rank)),
				rs.phraseMajority(rs.voteOf(found), found), rs.cited(found.Rule))
		}
	}
	if len(failed) > 0 {
		return strings.Join(failed, " ")
	}
	return open
}

// voteFailed is a vote that did not carry the grade put to it, and the one it does.
func (rs *RuleSet) voteFailed(found *VoteFinding) string {
	v, cite := rs.voteOf(found), rs.cited(found.Rule)
	if found.Quorum == Fails {
		return fmt.Sprintf("Cuộc họp không đủ số người (cần từ %s số được triệu tập): %s.", PhraseRate(*v.spec.Quorum), cite)
	}
	short, round := found, ""
	switch first := found.First; {
	case first == nil:
	case first.Verdict == Fails:
		short, round = first, " vào vòng hai: vòng một bỏ phiếu "+inQuotes(rs.Label(first.Rank))
	default:
		round = " ở vòng hai"
	}
	text := fmt.Sprintf("Đề nghị %s không đủ số phiếu%s: %s phiếu, cần %s. Căn cứ: %s.", inQuotes(rs.Label(found.Rank)), round,
		phraseVotes(short), rs.phraseMajority(v, short), cite)
	if found.Carried != NoRank {
		text += " Mức đủ số phiếu: " + rs.Label(found.Carried) + "."
	}
	return text
}

func phraseVotes(found *VoteFinding) string {
	if found.Low.Cmp(found.High) == 0 {
		return VietnameseNumber(found.Low)
	}
	return VietnameseNumber(found.Low) + "–" + VietnameseNumber(found.High)
}

func (rs *RuleSet) voteOf(found *VoteFinding) *vote {
	for i := range rs.votes {
		if rs.votes[i].rule == found.Rule {
			return &rs.votes[i]
		}
	}
	return nil
}

// inQuotes puts a name that comes from rules or vocabulary into quotation marks.
func inQuotes(name string) string { return "“" + name + "”" }
