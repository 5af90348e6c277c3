package evaluate

import "fmt"

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

// voteReason says in one or two sentences what the ballots do not carry, or what
// is not known of them.
func (rs *RuleSet) voteReason(res *Result) string {
	for i := range res.Votes {
		found := &res.Votes[i]
		v := rs.voteOf(found)
		if v.of[found.Rank] == nil || found.Verdict == Holds || res.Cause == CauseVote && found.Verdict != Fails {
			continue
		}
		cite := rs.cited(found.Rule)
		switch {
		case found.Quorum == Fails:
			return fmt.Sprintf("Cuộc họp không đủ số người (cần từ %s số được triệu tập): %s.", PhraseRate(*v.spec.Quorum), cite)
		case found.Verdict == Unknown:
			return fmt.Sprintf("Chưa đủ số liệu kiểm phiếu cho %s; số phiếu cần %s. Căn cứ: %s.", inQuotes(rs.Label(found.Rank)), rs.phraseMajority(v, found), cite)
		}
		text := fmt.Sprintf("Đề nghị %s không đủ số phiếu: %s phiếu, cần %s. Căn cứ: %s.", inQuotes(rs.Label(found.Rank)),
			phraseVotes(found), rs.phraseMajority(v, found), cite)
		if found.Carried != NoRank {
			text += " Mức đủ số phiếu: " + rs.Label(found.Carried) + "."
		}
		return text
	}
	return ""
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
