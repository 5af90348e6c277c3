package campaign

import (
	"fmt"
	"slices"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// The tool's own words that are no problems.

// formerMark marks the code of an organization that bore it before another got it.
const formerMark = "-cu"

const settingsTemplate = `# Cấu hình một đợt đánh giá, xếp loại. Sửa bằng trình soạn thảo văn bản (Notepad).
# Khóa lạ bị từ chối, để lỗi gõ không âm thầm bị bỏ qua.

# Kỳ đánh giá: năm 2025, quý 2026-Q3, tháng 2018-06, nhiệm kỳ 2020-2025.
period: %q
# Ngày mốc để tính "đủ 6 tháng": năm-tháng-ngày.
reference_date: %q

# Văn phòng (cơ quan) làm việc này; in ở đầu mọi biểu.
office:
  code: %q          # mã của tổ chức đứng đầu trong to-chuc.xlsx
  name: %q          # ví dụ: ĐẢNG ỦY XÃ MẪU
  superior: %q      # ví dụ: ĐẢNG BỘ TỈNH MẪU
  place: %q         # địa danh trước ngày tháng
  preparer: %q      # người lập biểu
  signer: %q        # chức danh người ký
  signed_by: %q     # họ tên người ký

# Quy tắc áp dụng. Để trống thì lấy bộ quy tắc có hiệu lực cho kỳ này.
rules:
  folder: %q        # thư mục quy tắc của địa phương; trống là không có
  member: %q        # mã@phiên bản, khi có nhiều bộ cho đảng viên
  organization: %q  # mã@phiên bản, khi có nhiều bộ cho tổ chức đảng
  collective: %q    # mã@phiên bản, cho tập thể lãnh đạo, quản lý
  leader: %q        # mã@phiên bản, cho cá nhân lãnh đạo, quản lý
  unit: %q          # mã@phiên bản, cho cơ quan, đơn vị
  staff: %q         # mã@phiên bản, cho cán bộ, công chức, viên chức
  switches: %s      # các quy định mặc định tắt mà văn phòng quyết định bật

# Xếp loại những ai. Để trống: đảng viên và tổ chức đảng; có danh sách tập thể, đơn vị thì
# cả tập thể, đơn vị và cá nhân lãnh đạo. Cán bộ, công chức chỉ xếp ở đây khi ghi rõ:
# [member, organization, collective, leader, unit, staff]
kinds: %s

# Đảng viên chuyển đến: cần nhận xét của chi bộ cũ khi đã ở đó từ số tháng này.
comment_from_months: %q

# Số tệp xử lý cùng lúc; 0 là theo số nhân của máy.
workers: %d

# Hạn nộp báo cáo (hết ngày ghi ở đây vẫn là đúng hạn); để [] là không đặt hạn. Mỗi mục một dòng:
# hạn chung, hạn của một cấp (level), hạn của một tổ chức và mọi tổ chức bên dưới (within), hạn của
# riêng một tổ chức (org); mã để trong dấu nháy kép. Hạn hẹp hơn đứng trên: org, within gần nhất, level, chung. Các cấp: committee (văn phòng),
# base_committee, section_committee, base_branch, branch. Ví dụ:
#   deadlines:
#     - {date: 2025-12-15}
#     - {level: branch, date: 2025-12-05}
#     - {within: "DB-01", date: 2025-12-12}
#     - {org: "CB-01", date: 2025-12-10}
deadlines: []

# "xeploai status --watch" xem hộp nhận về mấy giây một lần; 0 là 10 giây.
watch_seconds: 0
`

func sheetTitle(k evaluate.Kind) string {
	switch k {
	case evaluate.Organization:
		return "Tổ chức"
	case evaluate.Collective:
		return "Tập thể"
	case evaluate.Leader:
		return "Lãnh đạo"
	case evaluate.Unit:
		return "Đơn vị"
	case evaluate.Staff:
		return "Cán bộ công chức"
	}
	return "Đảng viên"
}

// headingDecisions is the heading of the sheet of organizations where none is graded.
const headingDecisions = "QUYẾT ĐỊNH NÂNG TỶ LỆ (TỔ CHỨC ĐẢNG KHÔNG XẾP LOẠI TRONG ĐỢT NÀY)"

func sheetHeading(k evaluate.Kind) string {
	about := "ĐẢNG VIÊN"
	switch k {
	case evaluate.Organization:
		about = "TỔ CHỨC ĐẢNG"
	case evaluate.Collective:
		about = "TẬP THỂ LÃNH ĐẠO, QUẢN LÝ"
	case evaluate.Leader:
		about = "CÁ NHÂN LÃNH ĐẠO, QUẢN LÝ"
	case evaluate.Unit:
		about = "CƠ QUAN, ĐƠN VỊ"
	case evaluate.Staff:
		about = "CÁN BỘ, CÔNG CHỨC, VIÊN CHỨC"
	}
	return "THÔNG TIN ĐÁNH GIÁ, XẾP LOẠI " + about
}

// organizationWords are those, folded, that names of Party organizations begin with, or
// what people write for these: the place or the office of the branch. No family is called so.
func organizationWords() []string {
	return []string{"chi bộ", "đảng bộ", "đảng ủy", "chi ủy", "liên chi bộ", "cb", "đb", "thôn", "xóm", "ấp", "khu phố", "khu dân cư", "tổ dân phố",
		"trường", "trạm", "hợp tác xã", "công ty", "công an", "ban chỉ huy"}
}

// committeeWords, folded, begin the names of committees, before their place.
func committeeWords() []string { return []string{"đảng bộ", "đảng ủy"} }

// wordsBeforeGoal, folded, stand before the place somebody moves to.
func wordsBeforeGoal() []string { return []string{"về", "đến", "sang", "tới"} }

// linksToSuperior are the words, folded, between an organization and the one above.
func linksToSuperior() []string { return []string{"trực thuộc", "thuộc"} }

// guideLeft says how a branch tells that somebody is no longer a member there.
const guideLeft = "Ai đã mất, chuyển đi, ra khỏi Đảng, bị khai trừ, xóa tên: giữ dòng, chọn “Không còn: …” ở cột Tình trạng sinh hoạt, các ô khác để trống; không xóa dòng."

// guideLeaders is what to know before the sheet of leaders is filled in; members tells that
// the campaign grades members, too.
func guideLeaders(members bool) []string {
	out := []string{
		"Mỗi chức vụ một dòng: ghi họ tên, số định danh, mã tập thể, mã cơ quan, đơn vị, chức danh. Người giữ hai chức vụ thì có hai dòng.",
		"Mã các đơn vị phụ trách: cách nhau bằng dấu chấm phẩy; không phụ trách đơn vị nào thì ghi “không”; để trống là chưa biết.",
	}
	if !members {
		return out
	}
	return slices.Insert(out, 1, "Điều đã ghi ở trang “Đảng viên” (điểm, nhiệm vụ, tự xếp loại của đảng viên …) không cần ghi lại: ô để trống lấy từ dòng của chính người ấy ở trang đó.")
}

// guide explains the score sheets of what a workbook asks: which people take which, and what each
// column of points is about. All of it comes from the rule sets.
func (m *templateMaker) guide(sheets []excel.TemplateSheet) []excel.GuideSection {
	var out []excel.GuideSection
	for _, k := range graded(m.sets) {
		at := slices.IndexFunc(sheets, func(s excel.TemplateSheet) bool { return s.Schema.Kind == k })
		if at < 0 {
			continue
		}
		rs := m.sets[k]
		about := excel.GuideSection{Heading: sheetTitle(k) + ": " + rs.Spec.Title}
		if k == evaluate.Leader {
			about.Lines = append(about.Lines, guideLeaders(m.sets[evaluate.Member] != nil)...)
		}
		if sheets[at].Leaves {
			about.Lines = append(about.Lines, guideLeft)
		}
		for _, p := range rs.Spec.Profiles {
			if p.Override && !asks(sheets[at], p.When) {
				continue // the office decides that, and whoever fills this in is asked nothing of it
			}
			line := p.Text
			if p.Sheet != "" {
				name := sheetName(rs, p.Sheet)
				if short, _, _ := strings.Cut(name, ":"); !strings.Contains(line, short) { // which says so already
					line += " → " + name
				}
			}
			if line != "" {
				about.Lines = append(about.Lines, line)
			}
		}
		if white := uncounted(&sheets[at]); len(white) > 0 {
			about.Lines = append(append(about.Lines, "Có dòng còn cần thêm những ô trắng sau mới xếp loại được; chưa biết thì để trống:"), white...)
		}
		out = append(out, about)
		for _, s := range rs.Sheets {
			if slices.ContainsFunc(s.Facts(), func(fact int) bool { return slices.Contains(sheets[at].Facts, fact) }) {
				out = append(out, sheetGuide(rs.Schema(), s.Spec))
			}
		}
	}
	return out
}

// uncounted are the headings of what only some rows need and no counter counts, those
// under one group heading in one line.
func uncounted(s *excel.TemplateSheet) (out []string) {
	counted := slices.Concat(s.Wanted, slices.Concat(slices.Concat(s.Eithers...)...))
	needs := s.Needs
	for _, f := range s.Forms {
		counted, needs = slices.Concat(counted, f.Wanted, slices.Concat(slices.Concat(f.Eithers...)...)), slices.Concat(needs, f.Needs)
	}
	for _, n := range needs {
		counted = append(counted, n.Facts...)
	}
	group := ""
	for _, i := range s.Facts {
		f := &s.Schema.Facts[i]
		switch {
		case !slices.Contains(s.Perhaps, i) || f.Required || slices.Contains(counted, i) || slices.Contains(s.Locked, i):
			continue
		case len(out) > 0 && f.Group == group:
			out[len(out)-1] += "; " + f.Heading
		default:
			out = append(out, strings.TrimPrefix(f.Group+": "+f.Heading, ": "))
		}
		group = f.Group
	}
	return out
}

// asks tells whether a sheet has the column of the fact that a condition tests.
func asks(s excel.TemplateSheet, c *evaluate.ConditionSpec) bool {
	if c == nil {
		return false
	}
	fact, known := s.Schema.Index(c.Fact)
	return known && slices.Contains(s.Facts, fact)
}

func sheetName(rs *evaluate.RuleSet, id string) string {
	for _, s := range rs.Sheets {
		if s.Spec.ID == id {
			return s.Spec.Title
		}
	}
	return id
}

func sheetGuide(schema *evaluate.Schema, s *evaluate.SheetSpec) excel.GuideSection {
	out := excel.GuideSection{Heading: fmt.Sprintf("%s (tối đa %s điểm)", s.Title, evaluate.VietnameseNumber(s.Max))}
	if s.Note != "" {
		out.Lines = append(out.Lines, s.Note)
	}
	for _, g := range s.Groups {
		out.Lines = append(out.Lines, fmt.Sprintf("%s. %s: tối đa %s điểm", g.ID, g.Label, evaluate.VietnameseNumber(g.Max)))
		for l := range g.AllLines() {
			heading := "Mục " + l.ID // its columns begin so, or are named in its description
			if i, ok := schema.Index(l.Fact); ok {
				heading = "Cột " + schema.Facts[i].Heading
			}
			out.Lines = append(out.Lines, fmt.Sprintf("%s: %s (%s)", heading, l.Label, evaluate.DescribeLine(l, schema)))
		}
	}
	return out
}

// Titles of what is written.
const (
	titleResult         = "KẾT QUẢ ĐÁNH GIÁ, XẾP LOẠI CHẤT LƯỢNG"
	campaignResultName  = "ket-qua-toan-dot.xlsx"
	campaignSummaryName = "tong-hop.xlsx"
)

// wordReportOf follows the label of a report in whose place another's lies by now.
func wordReportOf(org string) string {
	return fmt.Sprintf(" (bản đã nhận của %s, nay tệp khác nằm ở đây)", org)
}
