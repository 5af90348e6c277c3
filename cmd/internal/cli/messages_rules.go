package cli

import (
	"fmt"
	"slices"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/rules"
)

// The words of the rule keeper's verbs.

const (
	helpRulesNew    = "lập bộ quy tắc địa phương kế thừa một bộ có sẵn, kèm bảng điểm, trường hợp mẫu và lời hướng dẫn"
	helpRulesDiff   = "nói bằng lời bộ quy tắc thứ hai khác bộ thứ nhất ở đâu"
	helpRulesSchema = "in hoặc ghi JSON Schema để trình soạn thảo gợi ý và soát lỗi ngay khi gõ tệp quy tắc"

	helpRulesCheckAll = "in cả cảnh báo của các bộ có sẵn (bảng gốc in sai, phiên bản chưa khóa)"
	helpRulesXlsx     = "TỆP: ghi thành tệp Excel để cấp ủy đọc, đối chiếu, ký (tệp chưa có)"
	helpRulesFrom     = "MÃ[@PHIÊN-BẢN]: bộ quy tắc được kế thừa"
	helpRulesDir      = "THƯ-MỤC: nơi ghi (mặc định: thư mục quy tắc của đợt đánh giá; ngoài đợt đánh giá thì thư mục đang đứng)"
	helpRulesTitle    = "TÊN: tên bộ quy tắc, in trên mọi kết quả"
	helpRulesProfile  = "MÃ: đối tượng được lấy bảng điểm để sửa (mặc định: đối tượng cuối cùng, rộng nhất)"
	helpSchemaDir     = "THƯ-MỤC: ghi vào thư mục con schema của thư mục quy tắc này thay vì in ra"

	helpRulesMutate = "cố ý làm sai từng số, từng điều kiện của bộ được nêu, mỗi lần một chỗ, và kể ra chỗ nào chưa trường hợp mẫu nào phát hiện"

	messageMutateWhich = "--mutate cần tên một bộ quy tắc: xeploai rules test MÃ --mutate"
	exampleRulesTest   = "  xeploai rules test\n  xeploai rules test xa-vi-du-member\n  xeploai rules test xa-vi-du-member --mutate"

	exampleRulesShow   = "  xeploai rules show vn-366-member\n  xeploai rules show vn-366-member --xlsx quy-dinh.xlsx"
	exampleRulesCheck  = "  xeploai rules check\n  xeploai rules check an-phu-sheet-b\n  xeploai rules check --all"
	exampleRulesNew    = "  xeploai rules new xa-vi-du-member --from vn-366-member\n  xeploai rules new xa-vi-du-member --from vn-366-member --profile outside --dir quy-tac"
	exampleRulesSchema = "  xeploai rules schema set\n  xeploai rules schema --dir quy-tac"

	messageNoFrom = "chưa ghi bộ quy tắc được kế thừa; thêm --from MÃ, ví dụ --from vn-366-member"
)

func messageBadID(given, id string) string {
	s := fmt.Sprintf("mã %q không dùng được: chỉ dùng chữ thường không dấu, số và dấu gạch nối", given)
	if id != "" {
		s += "; có thể dùng: " + id
	}
	return s
}

func messageTakenID(id string) string {
	return fmt.Sprintf("đã có bộ quy tắc mang mã %q; chọn mã khác", id)
}

func messageNoProfile(profile, ref string, known []string) string {
	if len(known) == 0 {
		return fmt.Sprintf("bộ %s không có bảng điểm nào để sửa; bỏ --profile", ref)
	}
	return fmt.Sprintf("bộ %s không có đối tượng %q có bảng điểm; các đối tượng: %s", ref, profile, strings.Join(known, ", "))
}

func messageNewTitle(parent string) string {
	return "Quy định của địa phương theo: " + parent
}

func messageNewSet(ref, from, profile, dir string, unset bool) string {
	s := fmt.Sprintf("Đã lập bộ %s kế thừa %s.", ref, from)
	if profile == "" {
		s += " Bộ gốc không dùng bảng điểm nên không có bảng để sửa."
	} else {
		s += fmt.Sprintf(" Bảng điểm chép từ đối tượng %q; mọi số trong đó đang ghi là giả định (composed).", profile)
	}
	s += "\nCác trường hợp mẫu đang đúng với bản chép. Sửa tệp theo văn bản của mình rồi chạy:"
	if unset {
		return s + fmt.Sprintf("\n  xeploai --rules %s rules check\n  xeploai --rules %[1]s rules test\nĐể đợt đánh giá dùng các quy tắc này, ghi trong xeploai.yaml: rules: {folder: %[1]s}", localRulesDir)
	}
	return s + fmt.Sprintf("\n  xeploai --rules %s rules check\n  xeploai --rules %[1]s rules test", dir)
}

func messageNoSchema(name string, known []string) string {
	return fmt.Sprintf("không có loại tệp %q; các loại: %s", name, strings.Join(known, ", "))
}

func messageWhichSchema(known []string) string {
	return "cần tên một loại tệp (" + strings.Join(known, ", ") + ") hoặc --dir THƯ-MỤC"
}

func messageSchemas(n int) string {
	if n == 0 {
		return "Các schema đang có đã đúng với chương trình này."
	}
	return fmt.Sprintf("Đã ghi %d schema. Dòng đầu tệp quy tắc: # yaml-language-server: $schema=../schema/set.json", n)
}

func messageChange(c rules.Change) string {
	switch {
	case c.From == "":
		return c.Label + ": " + c.To
	case c.To == "":
		return c.Label + ": " + c.From + " → không còn"
	}
	from, to := c.Brief()
	return c.Label + ": " + from + " → " + to
}

func messageRuleDiff(r *rules.RuleDiff) string {
	s := map[rules.DiffKind]string{rules.Added: "+ thêm ", rules.Removed: "− bỏ ", rules.Changed: "~ đổi "}[r.Kind]
	if r.FromID != "" {
		s += r.FromID + " → "
	}
	s += r.ID
	if r.ID != "" && r.Text != "" {
		s += ": "
	}
	return s + r.Text
}

func messageDiff(d *rules.SetDiff) string {
	added, removed, changed := d.Count()
	if added+removed+changed+len(d.General) == 0 {
		return "Hai bộ quy tắc giống nhau."
	}
	return fmt.Sprintf("Thêm %d, bỏ %d, đổi %d.", added, removed, changed)
}

// messageSetTitle marks the sets that are in force only where they are chosen.
func messageSetTitle(s *evaluate.RuleSetSpec) string {
	if s.Local {
		return "(địa phương) " + s.Title
	}
	return s.Title
}

// messageScale names the rungs by the codes that rules and cases write.
func messageScale(scale []rules.RungView) string {
	var out []string
	for _, r := range scale {
		s := r.ID + " “" + r.Label + "”"
		if r.Statutory != r.ID {
			s += " (tương đương " + r.Statutory + ")"
		}
		out = append(out, s)
	}
	return "Các mức, từ cao xuống thấp: " + strings.Join(out, " · ")
}

func messageMutation(tried, alive int) string {
	if alive == 0 {
		return fmt.Sprintf("Cố ý làm sai %d chỗ: chỗ nào cũng có trường hợp mẫu hoặc rules check phát hiện.", tried)
	}
	return fmt.Sprintf("Cố ý làm sai %d chỗ: %d chỗ chưa có gì phát hiện (cảnh báo R287 ở trên). Chỗ nào viết khác mà nghĩa vẫn thế thì không cần trường hợp.", tried, alive)
}

func messageSheet(s *rules.SheetView) string {
	text := fmt.Sprintf("Bảng điểm %s: %s, tối đa %s điểm", s.ID, s.Title, s.Max)
	return withStanding(text+"  ["+s.Cite+"]", s.Standing, s.StandingLabel)
}

// messageSheetRow repeats of citation and standing only what is not the sheet's.
func messageSheetRow(r *rules.SheetRowView, s *rules.SheetView) string {
	text := r.ID + " " + r.Label + " (" + r.Max + ")"
	if r.How != "" {
		text += ": " + r.How
	}
	if r.Cite != "" && r.Cite != s.Cite {
		text += "  [" + r.Cite + "]"
	}
	if r.Standing != s.Standing {
		text = withStanding(text, r.Standing, r.StandingLabel)
	}
	return text
}

func withStanding(text, standing, label string) string {
	if standing == "" || standing == string(evaluate.Quoted) {
		return text
	}
	return text + " (" + label + ")"
}

func messageRuleBook(ref, path string) string {
	return fmt.Sprintf("Đã in bộ quy tắc %s vào %s.", ref, path)
}

// joinSentences puts what is said of a rule one under the other.
func joinSentences(parts ...string) string {
	return strings.Join(slices.DeleteFunc(slices.Clone(parts), func(s string) bool { return s == "" }), "\n")
}

// joinSaid puts what is said of a source on one line.
func joinSaid(parts ...string) string {
	return strings.Join(slices.DeleteFunc(slices.Clone(parts), func(s string) bool { return s == "" }), "; ")
}

func messageScoredBy(title string) string { return "chấm theo: " + title }

// messageSuperseded marks an edition that is in force only where it is named.
func messageSuperseded(by string) string { return "(đã có phiên bản " + by + " thay) " }
