package rules

import (
	"slices"
	"strings"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
)

// The headings that lists of Party members ordinarily have lead to one fact each.
func TestOrdinaryHeadings(t *testing.T) {
	lib, _ := Load(nil, Builtin())
	schema := lib.Vocabulary.Schema(evaluate.Member)
	for heading, want := range map[string]evaluate.FactID{
		"Họ và tên đảng viên": "full_name", "Họ tên đảng viên": "full_name", "Họ tên": "full_name", "Họ và tên khai sinh": "full_name",
		"Số căn cước công dân": "identity_number", "CCCD/CMND": "identity_number", "CMND/CCCD": "identity_number", "Số CMND/CCCD": "identity_number", "Căn cước công dân": "identity_number",
		"Số thẻ đảng viên": "card_number", "Số TĐV": "card_number", "Thẻ đảng viên": "card_number",
		"Ngày kết nạp": "admitted_on", "Ngày kết nạp Đảng": "admitted_on", "Ngày vào Đảng dự bị": "admitted_on", "Ngày, tháng, năm vào Đảng": "admitted_on",
		"Sinh ngày": "birth_date", "Ngày, tháng, năm sinh": "birth_date",
		"Chức vụ trong Đảng": "party_post", "Tự xếp loại": "proposal_self", "Chi bộ đề nghị xếp loại": "proposal_branch",
	} {
		var found []evaluate.FactID
		for i := range schema.Facts {
			f := &schema.Facts[i]
			if slices.ContainsFunc(append([]string{f.Heading}, f.Aliases...), func(h string) bool { return strings.EqualFold(h, heading) }) {
				found = append(found, f.ID)
			}
		}
		if !slices.Equal(found, []evaluate.FactID{want}) {
			t.Errorf("%q is %v, want %s", heading, found, want)
		}
	}
}
