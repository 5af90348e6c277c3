package campaign

import (
	"fmt"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

// Failures of what the settings say.

func failSettingPeriod(file, given string) error {
	return FailSettings(file, fmt.Sprintf("period %q không phải là một kỳ (năm 2025, quý 2026-Q3, tháng 2018-06, nhiệm kỳ 2020-2025)", given), nil)
}

func failSettingReference(file, given string) error {
	return FailSettings(file, fmt.Sprintf("reference_date %q không phải là một ngày; ghi 2025-12-31 hoặc 31/12/2025", given), nil)
}

func failSettingOffice(file string) error {
	return FailSettings(file, "office.code còn trống", nil)
}

func failSettingMonths(file, given string) error {
	return FailSettings(file, fmt.Sprintf("comment_from_months %q không phải là số tháng", given), nil)
}

func failSettingKind(file, given string) error {
	return FailSettings(file, fmt.Sprintf("kinds có %q không phải là loại chủ thể nào (member, organization, collective, leader, unit, staff)", given), nil)
}

func failSettingSwitches(file string, strange, known []string) error {
	there := "không có công tắc nào"
	if len(known) > 0 {
		there = "chỉ có " + strings.Join(known, ", ")
	}
	return FailSettings(file, fmt.Sprintf("rules.switches: không có công tắc %s; các bộ quy tắc của kỳ này %s", strings.Join(strange, ", "), there), nil)
}

// FailNoRules says that not exactly one rule set is in force for a kind and period.
func FailNoRules(file string, kind evaluate.Kind, period string, err error) error {
	return failure("C922", file, fmt.Sprintf("không chọn được bộ quy tắc cho %s, kỳ %s: %v", strings.ToLower(sheetTitle(kind)), period, err),
		"xem các bộ quy tắc bằng: xeploai rules list; bộ của địa phương, hoặc một trong nhiều bộ, thì ghi rõ mã@phiên bản trong mục rules của "+SettingsName, err)
}

// failNoKinds says that nobody the campaign grades by itself is graded in the
// period, and who is.
func failNoKinds(file, period string, gradable []evaluate.Kind) error {
	var names, codes []string
	for _, k := range gradable {
		names, codes = append(names, strings.ToLower(sheetTitle(k))), append(codes, string(k))
	}
	return failure("C922", file, fmt.Sprintf("không chọn được bộ quy tắc cho đảng viên, tổ chức đảng, kỳ %s: kỳ này chỉ có bộ cho %s", period, strings.Join(names, ", ")),
		fmt.Sprintf("ghi `kinds: [%s]` (hoặc một phần) trong %s; lập danh sách tập thể, đơn vị thì lãnh đạo được xếp loại mà không phải ghi", strings.Join(codes, ", "), SettingsName), nil)
}

// failOnlyChosen says that a period has sets only for those who name them, and which.
func failOnlyChosen(file, period string, sets []*evaluate.RuleSet) error {
	var kinds, chosen []string
	for _, k := range evaluate.Kinds() {
		var refs []string
		for _, rs := range sets {
			if rs.Spec.Kind == k {
				refs = append(refs, rs.Ref())
			}
		}
		if len(refs) > 0 {
			kinds, chosen = append(kinds, string(k)), append(chosen, string(k)+": "+strings.Join(refs, " hoặc "))
		}
	}
	return failure("C922", file, fmt.Sprintf("không chọn được bộ quy tắc cho đảng viên, tổ chức đảng, kỳ %s: kỳ này chỉ có bộ của địa phương, phải ghi rõ mới dùng", period),
		fmt.Sprintf("ghi `kinds: [%s]` (hoặc một phần) trong %s, và ở mục rules ghi bộ của từng loại: %s; xem các bộ bằng: xeploai rules list",
			strings.Join(kinds, ", "), SettingsName, strings.Join(chosen, "; ")), nil)
}
