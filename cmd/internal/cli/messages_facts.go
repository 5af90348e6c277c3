package cli

import (
	"fmt"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/rules"
)

// The words of `rules facts`.

const (
	helpRulesFacts = "tra mã dữ kiện để viết điều kiện: của một loại chủ thể, của một bộ quy tắc, hoặc theo từ; kèm kiểu, mã các giá trị, ý nghĩa ô trống"

	exampleRulesFacts = "  xeploai rules facts member\n  xeploai rules facts member kỷ luật\n  xeploai rules facts \"nghi om\"\n  xeploai rules facts vn-27hd-member"
)

func messageNoFacts(word string, kinds []evaluate.Kind) string {
	var list []string
	for _, k := range kinds {
		list = append(list, string(k)+" ("+kindWord(k)+")")
	}
	return fmt.Sprintf("không có dữ kiện nào khớp với %q; ghi một loại chủ thể — %s —, một bộ quy tắc, hoặc một từ khác", word, strings.Join(list, ", "))
}

func messageFactsOf(k evaluate.Kind) string {
	return fmt.Sprintf("%s (%s)", kindWord(k), k)
}

func messageFact(f *rules.FactView) string {
	s := fmt.Sprintf("%s  “%s”: %s", f.ID, f.Heading, wordFactType(f))
	if f.Sheet != "" {
		s += "; dòng của bảng điểm " + f.Sheet
	}
	if f.Derived != "" {
		return s + "; máy tính: " + f.Derived
	}
	s += "; ghi ở " + f.Supplier
	if f.Blank == "" {
		return s + "; để trống: chưa biết"
	}
	return s + "; để trống: " + f.Blank
}

func wordFactType(f *rules.FactView) string {
	switch f.Type {
	case "number":
		s := "số"
		if f.Step != "" {
			s += ", bước " + comma(f.Step)
		}
		if f.Min != "" {
			s += ", từ " + comma(f.Min)
		}
		if f.Max != "" {
			s += ", đến " + comma(f.Max)
		}
		return s
	case "choice":
		if f.Ordered {
			return "một trong các giá trị, xếp từ cao xuống thấp"
		}
		return "một trong các giá trị"
	case "date":
		return "ngày"
	}
	return "chữ"
}

func comma(s string) string { return strings.Replace(s, ".", ",", 1) }

// messageFactMore lists the values of a choice by code, then what the form says.
func messageFactMore(f *rules.FactView) []string {
	var out, values []string
	for _, v := range f.Values {
		values = append(values, v.Code+" “"+v.Label+"”")
	}
	if len(values) > 0 {
		out = append(out, strings.Join(values, ", "))
	}
	if f.Hint != "" {
		out = append(out, f.Hint)
	}
	return out
}

func messageFactCount(n int) string { return fmt.Sprintf("%d dữ kiện.", n) }
