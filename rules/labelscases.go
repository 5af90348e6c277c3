package rules

import (
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

// The Vietnamese words in which worked cases are printed.

const (
	labelBlankFact      = "(để trống)"
	labelGivenGroup     = "Nhóm xét tỷ lệ"
	labelGivenUplift    = "đã có quyết định nâng tỷ lệ"
	labelGivenAllLines  = "mọi dòng bảng điểm đạt điểm cao nhất"
	labelGivenNoLines   = "mọi dòng bảng điểm không được điểm nào, phần điểm trừ bị trừ hết mức"
	labelHasPredecessor = "là tổ chức kế tục"
	labelNotRatedOne    = "không xếp loại"
	labelNobody         = "không có ai"
)

func labelGivenScore(x evaluate.Num) string { return "tổng điểm " + evaluate.VietnameseNumber(x) }

func labelGivenLine(id, value string) string { return "dòng " + id + ": " + value }

func labelGivenOrg(said []string) string {
	return "Tổ chức: " + strings.Join(said, ", ")
}

func labelGivenSwitches(rules []string) string {
	return "bật quy định " + strings.Join(rules, ", ")
}

func labelGivenDay(d evaluate.Date) string { return "ngày chốt số liệu " + d.Vietnamese() }

func labelFoundedOn(d evaluate.Date) string { return "thành lập ngày " + d.Vietnamese() }

func labelOpen(grades []string) string {
	return "chưa rõ, còn có thể: " + strings.Join(grades, ", ")
}

// labelExpected says what must come out. A demand that is true or false needs
// no value.
func labelExpected(key, value string) string {
	yes, no := labelYesNo(key)
	switch {
	case value == "true" && yes != "":
		return yes
	case value == "false" && no != "":
		return no
	case value == "none" && key == "suggests":
		return "không gợi ý mức nào"
	case value == "none" && key == "problem":
		return "không báo lỗi dữ liệu"
	case key == "not_rated" && value == string(evaluate.Exempt):
		return "không xếp loại (được miễn)"
	case key == "not_rated" && value == string(evaluate.Deferred):
		return "chưa xếp loại"
	}
	if key == "not" {
		return "không phải, và không còn có thể là: " + value
	}
	for _, k := range expectationKeys() {
		if k.name == key {
			return cutHelp(k.help) + ": " + value
		}
	}
	return key + ": " + value
}

func labelYesNo(key string) (yes, no string) {
	switch key {
	case "review":
		return "phải có người xem xét", "không cần xem xét"
	case "review_due":
		return "vẫn phải kiểm điểm", "không phải kiểm điểm"
	case "flagged":
		return "đề nghị cao hơn mức tính được", "đề nghị không cao hơn mức tính được"
	case "undecided":
		return "chưa kết luận được", "kết luận được"
	case "not_rated":
		return "không xếp loại", "được xếp loại"
	}
	return "", ""
}
