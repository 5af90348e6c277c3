package evaluate

import (
	"fmt"
	"strings"
)

// PhraseHidden stands for a text that is not repeated.
func PhraseHidden(letters int) string { return fmt.Sprintf(phraseHidden, letters) }

const phraseHidden = "nội dung ô (%d ký tự)"

// WithoutHidden is a message without what stands in it for texts that are not
// repeated: what messages about different texts have in common.
func WithoutHidden(message string) string {
	before, after, _ := strings.Cut(phraseHidden, "%d")
	out, rest := "", message
	for {
		at := strings.Index(rest, before)
		if at < 0 {
			return out + rest
		}
		number := strings.TrimLeft(rest[at+len(before):], "0123456789")
		if !strings.HasPrefix(number, after) {
			return out + rest
		}
		out, rest = out+rest[:at], number[len(after):]
	}
}

// VietnameseNumber writes a number as people in Vietnam read it: 89,5. A value
// without a finite decimal form is written as a fraction.
func VietnameseNumber(x Num) string { return strings.Replace(x.String(), ".", ",", 1) }

// shownPlaces is how many decimals people are shown of points that have no end.
const shownPlaces = 2

// endless tells whether a number has no finite decimal form: the mean of three months.
func endless(x Num) bool { return strings.Contains(x.String(), "/") }

// PhrasePoints writes points as people read them; those without a finite decimal form
// are rounded for showing, and say so. What is compared is never rounded.
func PhrasePoints(x Num) string {
	if !endless(x) {
		return VietnameseNumber(x)
	}
	step, _ := Ratio(1, 100)
	s := VietnameseNumber(x.Round(step))
	whole, places, _ := strings.Cut(s, ",")
	return "≈ " + whole + "," + places + strings.Repeat("0", shownPlaces-len(places))
}

// PhrasePointsExactly is PhrasePoints with the exact fraction beside what is rounded.
func PhrasePointsExactly(x Num) string {
	if !endless(x) {
		return VietnameseNumber(x)
	}
	return PhrasePoints(x) + " (chính xác: " + VietnameseNumber(x) + ")"
}

// PhraseRelation names the subjects a relation leads to.
func PhraseRelation(r Relation) string {
	switch r {
	case Members:
		return "Đảng viên trong tổ chức"
	case Subtree:
		return "Đảng viên của tổ chức và các tổ chức trực thuộc"
	case Children:
		return "Tổ chức đảng trực thuộc"
	case OwnUnit:
		return "Cơ quan, đơn vị"
	case SubUnits:
		return "Đơn vị trực thuộc"
	case UnitsInCharge:
		return "Đơn vị phụ trách"
	case OwnCollective:
		return "Tập thể lãnh đạo, quản lý"
	case Units:
		return "Các cơ quan, đơn vị của tổ chức"
	case Collectives:
		return "Các tập thể lãnh đạo, quản lý"
	case Fellows:
		return "Thành viên tập thể lãnh đạo"
	case HeadedOrg:
		return "Tổ chức đảng mình đứng đầu"
	case HeadedBody:
		return "Tập thể lãnh đạo, quản lý mình đứng đầu"
	case Committee:
		return "Thành viên cấp ủy"
	case Managed:
		return "Người trực tiếp quản lý"
	case AsStaff:
		return "Xếp loại cán bộ, công chức, viên chức của chính người này"
	}
	return "Tổ chức đảng nơi sinh hoạt"
}

// phraseOfPost follows the workbook in which something is asked of each post.
const phraseOfPost = ", trang lãnh đạo, mỗi chức vụ một dòng"

// PhraseSupplier names the workbook in which a fact about a subject of a kind is
// given. What a branch knows of its people, an organization of any level knows
// of itself.
func PhraseSupplier(k Kind, s Supplier) string {
	switch s {
	case SupplyBranch:
		switch k {
		case Organization:
			return "tệp của chính tổ chức này"
		case Collective, Leader, Unit, Staff:
			return "tệp của tổ chức đảng nơi đó"
		}
		return "tệp của chi bộ"
	case SupplyBase:
		return "tệp của đảng ủy cơ sở"
	case SupplyOffice:
		return "tệp của văn phòng"
	case SupplyAuthority:
		return "tệp kết quả"
	case SupplyTree:
		return "danh sách tổ chức"
	case SupplyDerived:
		return "tính từ các ô khác"
	}
	return ""
}

// phraseTally is a count with the codes of the organizations, units and
// collectives it is made of.
func phraseTally(t tally, o *Observation) string {
	s := fmt.Sprintf("%d/%d", t.yes, t.yes+t.no+t.open) + phraseCodes(o.Codes(Holds))
	if t.open > 0 {
		s += fmt.Sprintf(", %d chưa rõ", t.open) + phraseCodes(o.Codes(Unknown))
	}
	if t.notRated > 0 {
		s += fmt.Sprintf(", ngoài ra %d không xếp loại", t.notRated) + phraseCodes(o.Codes(NotApplicable))
	}
	return s
}

// phraseMoreCodes ends a list of which not all is shown.
func phraseMoreCodes(n int) string { return fmt.Sprintf(" và %d mã khác", n) }

// Words for related subjects without a grade, and for there being none.
const (
	phraseNotRated  = "không xếp loại"
	phrasePerhaps   = "chưa rõ có phải không"
	phraseNobody    = "không có"
	phraseElsewhere = "mức do cơ quan khác, cấp trên đã xếp"
	phraseOpen      = "chưa có mức"
	phraseUnsaid    = "chưa biết là ai"
)

// phraseWaits is the place of what other subjects' grades will tell.
const phraseWaits = "chờ kết quả xếp loại của những nơi, những người này"

// phraseWaitsFacts is the place of what is still to be said of other subjects.
const phraseWaitsFacts = "chờ dữ kiện của những nơi, những người này"

func dataTally(t tally) string { return fmt.Sprintf("%d/%d", t.yes, t.yes+t.no+t.open) }

// Labels joins the labels of a set of grades, best first.
func (rs *RuleSet) Labels(set RankSet) string {
	var out []string
	for _, r := range set.Ranks() {
		out = append(out, rs.Label(r))
	}
	return strings.Join(out, " / ")
}

// PhraseStanding is the Vietnamese word for a standing.
func PhraseStanding(s Standing) string {
	switch s {
	case Quoted:
		return "trích nguyên văn"
	case SecondHand:
		return "theo lời kể lại"
	case App:
		return "theo phần mềm đã số hóa"
	case Memory:
		return "chưa đối chiếu văn bản"
	case Interpretation:
		return "cách hiểu, chưa có văn bản nói rõ"
	case StandIn:
		return "tạm dùng thay văn bản chưa có"
	case Composed:
		return "số liệu giả định"
	}
	return string(s)
}

func quoteRule(s string) string { return "điều kiện " + s }
