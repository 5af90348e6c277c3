package excel

import "github.com/xeploai/xeploai/evaluate"

// CodeInfo is one problem code and what it stands for, for the table of codes.
type CodeInfo struct {
	Code  evaluate.Code
	Title string
}

// Codes lists every code this package reports, in order.
func Codes() []CodeInfo {
	return []CodeInfo{
		{"X101", "không mở được tệp"}, {"X102", "tệp rỗng"}, {"X103", "tệp quá lớn"},
		{"X104", "không phải số trong cột số (chữ, TRUE/FALSE, ngày), chữ bị đổi thành ngày"}, {"X105", "số lẻ hơn bước cho phép"}, {"X106", "số ngoài khoảng cho phép"},
		{"X107", "ngày không có trong lịch (31/02), hoặc trước năm 1900"}, {"X108", "không phải ngày đầy đủ"},
		{"X109", "giá trị không có trong danh sách chọn"}, {"X110", "ô bắt buộc để trống"},
		{"X111", "giá trị hiểu được nhiều nghĩa"}, {"X112", "số định danh không đúng dạng, đổi chỗ với số thẻ, hoặc chỉ lặp lại một chữ số"},
		{"X113", "số định danh, số thẻ bị mất số 0 ở đầu"}, {"X114", "số định danh, số thẻ bị Excel đổi thành dạng khoa học"},
		{"X115", "công thức không lưu kết quả (ở cột lời văn như “Ghi chú” chỉ là cảnh báo, lời ghi không được đọc)"}, {"X116", "ô chứa lỗi công thức (ở cột lời văn cũng vậy)"}, {"X117", "ô gộp trong vùng dữ liệu, qua dòng của nhiều người hoặc nhiều cột"},
		{"X118", "một người ghi hai lần trong tệp"}, {"X119", "trùng họ tên, không có gì để phân biệt"},
		{"X120", "không phải bảng tính"}, {"X121", "Excel cũ (.xls)"}, {"X122", "tệp có mật khẩu mở"},
		{"X123", "HTML, CSV hay văn bản đổi tên thành .xlsx"}, {"X124", "định dạng văn phòng khác (.ods, .xlsb, .docx)"},
		{"X125", "nội dung nén phình ra bất thường"}, {"X126", "gói tệp hỏng hoặc bị cắt"}, {"X127", "một phần của tệp hỏng hoặc thiếu"},
		{"X128", "trang tính bị cắt ngang"}, {"X129", "trang tính có cấu trúc hỏng"}, {"X130", "dòng, ô trùng hoặc sai thứ tự trong tệp"},
		{"X131", "ô trỏ tới đoạn chữ không có"}, {"X132", "quá nhiều dòng trống"}, {"X133", "quá nhiều dòng dữ liệu"},
		{"X134", "dữ liệu ở quá xa bên phải"}, {"X135", "số ô đọc được không khớp"}, {"X136", "nội dung khác thường, không đọc được"},
		{"X137", "tệp tạm ~$ của Excel"}, {"X138", "còn nhiều vấn đề nữa"}, {"X139", "chỉ một phần các cột của bảng đã được sắp xếp"},
		{"X140", "không có hàng tiêu đề"}, {"X141", "thiếu cột bắt buộc"}, {"X142", "cột lặp lại"}, {"X143", "cột không biết, có dữ liệu; cột “Tên” để riêng"},
		{"X144", "tiêu đề hiểu được nhiều nghĩa"}, {"X145", "cột của nơi khác cung cấp; ô chỉ để xem của tệp kết quả bị gõ đè"}, {"X146", "trang tính bị bỏ qua"},
		{"X147", "tiêu đề không khớp dấu của mẫu"}, {"X148", "họ tên tách ở nhiều cột, đã ghép lại; dòng chỉ có tên"}, {"X149", "ngày sinh và năm sinh trong một dòng khác nhau"},
		{"X150", "không có dấu của mẫu và không nhận ra được, hoặc có dòng của nhiều tổ chức; tiêu đề danh sách không ghi tên đúng một chi bộ"}, {"X151", "sai phiên bản mẫu"}, {"X152", "tệp của cơ quan khác"},
		{"X153", "tệp của kỳ khác"}, {"X154", "dòng, trang của tổ chức khác"}, {"X155", "các dấu của mẫu, bìa, dòng tiêu đề khác nhau"},
		{"X156", "loại tệp không nhập được ở đây"}, {"X157", "tệp không có dấu, nhận theo tiêu đề"},
		{"X158", "thiếu trang của mẫu"},
		{"X159", "dòng ghi lên phần ký tên in sẵn dưới bảng"},
		{"X160", "chưa có dòng dữ liệu"}, {"X161", "giá trị lấy từ tệp khác"}, {"X162", "số dạng chữ, hoặc kèm chữ chỉ đơn vị (9đ), đã hiểu"}, {"X163", "ngày dạng chữ, đã hiểu; ngày, giờ thay cho lời ghi, đã giữ"},
		{"X164", "viết tắt, tên thay cho mã, đã hiểu"}, {"X165", "dấu cách, bảng mã, dấu trong số định danh, đã chuẩn hóa"}, {"X166", "dòng trống xen giữa"}, {"X167", "dòng chỉ có chữ, không phải của ai, đã bỏ qua; chữ ghi thêm ở trang không được đọc"},
		{"X168", "số ở cột tổng điểm khác các ô điểm, không được đọc"},
		{"X169", "ghi chú của người gửi: comment trên ô không được đọc; cột “Ghi chú” có lời ghi, hoặc có lời như nói người ấy đã mất, chuyển đi, được miễn"},
		{"X170", "trạng thái trong danh sách quốc gia chưa biết nghĩa"}, {"X171", "người đã rời khỏi danh sách, hoặc chi bộ ghi không còn sinh hoạt"},
		{"X179", "gói nén .zip hỏng hoặc bị cắt"},
		{"X180", "gói nén không phải .zip"},
		{"X181", "gói nén vượt giới hạn"},
		{"X182", "tệp trong gói nén có mật khẩu"},
		{"X183", "tên tệp trong gói nén không an toàn hoặc trùng"},
		{"X184", "gói nén trong gói nén"},
		{"X185", "tệp trong gói nén hỏng"},
		{"X186", "gói nén rỗng"},
		{"X172", "dòng cộng, tổng số, bình quân, đã bỏ qua"},
		{"X173", "trang, dòng bị ẩn, bị lọc hoặc bị gạch ngang, vẫn đọc"},
		{"X174", "chữ cái của bảng chữ khác, đã hiểu"},
		{"X175", "cột, trang mang tên khác, đã hiểu"},
		{"X176", "ô là công thức, dùng kết quả lưu"},
		{"X187", "ô gộp, chi bộ ghi ở tiêu đề nhóm hoặc tiêu đề danh sách, đã hiểu"},
		{"X177", "mẫu phiên bản cũ, vẫn đọc được"},
		{"X178", "cột của mẫu cũ không còn mà có dữ liệu"},
		{"X188", "không rõ trang ghi về loại nào"}, {"X189", "dòng tiêu đề lặp lại, dòng số thứ tự các cột, đã bỏ qua"},
		{"X190", "một dấu của mẫu khác hai dấu kia"},
		{"X193", "giá trị của tệp cũ chưa chuyển sang tệp này"},
		{"X194", "gói tệp có phần mà mục lục không kể đến"},
		{"X196", "không phải là họ tên"}, {"X197", "họ tên có phần có lẽ không phải tên"}, {"X198", "cách xưng hô, số thứ tự, chức vụ kèm họ tên, đã bỏ"},
		{"E393", "không rõ dòng của trang xem xét là của ai"}, {"E394", "ghi lý do, số, ngày mà không ghi mức quyết định"},
	}
}
