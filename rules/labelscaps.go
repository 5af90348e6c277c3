package rules

import "github.com/xeploai/xeploai/evaluate"

func labelCap(c *evaluate.CapSpec, scale evaluate.Scale, schema *evaluate.Schema) string {
	base := map[evaluate.CapBase]string{
		evaluate.GoodOnly:     "số được xếp mức " + rungLabel(scale, c.Below),
		evaluate.GoodOrBetter: "số được xếp mức " + rungLabel(scale, c.Below) + " trở lên",
		evaluate.AllRated:     "tổng số được xếp loại",
		evaluate.AtRung:       "số được xếp mức ấy",
	}[c.Base]
	s := "mức " + rungLabel(scale, c.Rung) + " không quá " + percent(c.Rate) + " của " + base
	if c.Within == "campaign" {
		s += ", tính trong toàn đợt"
	} else {
		s += ", tính trong từng tổ chức cơ sở đảng"
	}
	if c.By != "" {
		s += ", chia nhóm theo cột “" + heading(schema, c.By) + "”"
	}
	if c.DefaultBy != "" {
		s += " (ô bỏ trống thì theo cột “" + heading(schema, c.DefaultBy) + "”)"
	}
	if c.Rounding == "half_up" {
		s += ", từ nửa trở lên làm tròn lên"
	} else {
		s += ", làm tròn xuống"
	}
	return s
}

func labelUplift(u *evaluate.UpliftSpec) string {
	return "được nâng đến " + percent(u.Rate) + " khi có quyết định: " + u.Text
}

func labelScope(condition string) string { return "chỉ áp dụng khi: " + condition }

func labelOnly(words string) string { return "chỉ tính: " + words }

func labelExclude(words string) string { return "không tính: " + words }
