package campaign

// The tool's own words that are no problems.

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
  switches: []      # các quy định mặc định tắt mà văn phòng quyết định bật

# Đảng viên chuyển đến: cần nhận xét của chi bộ cũ khi đã ở đó từ số tháng này.
comment_from_months: %q

# Số tệp xử lý cùng lúc; 0 là theo số nhân của máy.
workers: %d
`
