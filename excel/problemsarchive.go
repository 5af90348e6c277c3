package excel

import (
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"

	"github.com/xeploai/xeploai/evaluate"
)

// Problems of archives, X179-X186 and X194: one archive may hold many reports, and what
// is wrong with one file of it does not stop the others.

const hintUnpack = "giải nén ra thư mục trên máy rồi gửi rời từng tệp .xlsx; người nhận có thể tự giải nén rồi nhập thư mục ấy"

func problemBrokenArchive(at evaluate.Origin) evaluate.Problem {
	return errorAt("X179", at, "gói nén .zip bị hỏng hoặc bị cắt ngang nên không đọc được tệp nào trong gói",
		"có thể việc chép hoặc tải về chưa xong; xin gửi lại gói nén, hoặc gửi rời từng tệp")
}

func problemOtherArchive(at evaluate.Origin) evaluate.Problem {
	return errorAt("X180", at, "gói nén không phải dạng .zip (.rar, .7z, .tar) nên không mở được", hintUnpack)
}

func problemArchiveTooLarge(at evaluate.Origin, l ArchiveLimits) evaluate.Problem {
	return errorAt("X181", at, fmt.Sprintf("gói nén vượt giới hạn (%d MB, %d tệp, %d MB sau khi giải nén), không mở vì an toàn", l.FileSize>>20, l.Entries, l.UnzipSize>>20),
		"chia thành nhiều gói nhỏ, hoặc "+hintUnpack)
}

func problemEntryEncrypted(at evaluate.Origin) evaluate.Problem {
	return errorAt("X182", at, "tệp trong gói nén được đặt mật khẩu", "bỏ mật khẩu rồi gửi lại; hoặc biết mật khẩu thì "+hintUnpack)
}

// unsafeEntry is a file of an archive whose name is none for a file in a folder.
type unsafeEntry struct {
	position int // 1-based, in the archive's table
	name     string
}

// unsafeNamed is how many unsafe names are repeated.
const unsafeNamed = 20

// problemEntryNames names what was not read, with all signs escaped that a screen
// would act on.
func problemEntryNames(at evaluate.Origin, unsafe []unsafeEntry) evaluate.Problem {
	return errorAt("X183", at, fmt.Sprintf("%d tệp trong gói nén có tên dẫn ra ngoài gói hoặc không dùng làm tên tệp được, nên không được đọc: %s", len(unsafe), entriesNamed(unsafe)),
		"gói có thể không an toàn; gửi rời từng tệp .xlsx")
}

// problemEntrySigns is about names that only hold a sign which Windows allows in none.
func problemEntrySigns(at evaluate.Origin, signs []unsafeEntry) evaluate.Problem {
	return errorAt("X183", at, fmt.Sprintf("%d tệp trong gói nén có dấu không dùng được trong tên tệp (%s), nên không được đọc: %s", len(signs), strings.Join(strings.Split(entrySigns, ""), " "), entriesNamed(signs)),
		"đổi tên các tệp ấy (bỏ dấu ấy; chữ có dấu mà thành “?” thì gõ lại không dấu) rồi nén lại, hoặc gửi rời từng tệp .xlsx")
}

// entriesNamed lists files of an archive by position and name.
func entriesNamed(unsafe []unsafeEntry) string {
	var named []string
	for _, u := range unsafe[:min(len(unsafe), unsafeNamed)] {
		named = append(named, fmt.Sprintf("tệp thứ %d trong gói %s", u.position, quoteEntry(u.name)))
	}
	if n := len(unsafe) - len(named); n > 0 {
		named = append(named, fmt.Sprintf("và %d tệp nữa", n))
	}
	return strings.Join(named, ", ")
}

// quoteEntry repeats a name of an archive's table, which may hold anything.
func quoteEntry(name string) string {
	return strconv.Quote(clip(strings.ToValidUTF8(norm.NFC.String(name), "\uFFFD"), quoteLimit))
}

func problemEntryTwice(at evaluate.Origin) evaluate.Problem {
	return errorAt("X183", at, "hai tệp trong gói nén cùng một tên; chỉ tệp đầu được đọc", "đổi tên một trong hai tệp rồi nén lại, hoặc gửi rời từng tệp")
}

func problemNestedArchive(at evaluate.Origin) evaluate.Problem {
	return errorAt("X184", at, "trong gói nén còn có gói nén khác, không mở", hintUnpack)
}

func problemEntryBroken(at evaluate.Origin) evaluate.Problem {
	return errorAt("X185", at, "tệp trong gói nén bị hỏng hoặc nén theo cách không đọc được", "xin gửi lại tệp này, hoặc gửi rời không nén")
}

func problemHiddenEntries(at evaluate.Origin) evaluate.Problem {
	return errorAt(codeSurplus, at, "gói nén gồm nhiều gói dán vào nhau: có tệp mà mục lục của gói không kể đến, nên không đọc gì trong gói",
		"nén lại các tệp báo cáo thành một gói mới, hoặc gửi rời từng tệp")
}

func problemStrayInArchive(at evaluate.Origin) evaluate.Problem {
	return errorAt(codeSurplus, at, "gói nén có dữ liệu thừa không thuộc tệp nào; các tệp trong gói vẫn được đọc",
		"kiểm tra xem gói có đủ tệp không, nén lại rồi nhập lại; các tệp đã nhận không bị nhận hai lần")
}

func problemArchiveEmpty(at evaluate.Origin) evaluate.Problem {
	return errorAt("X186", at, "gói nén không có tệp nào", "kiểm tra lại gói; nén lại các tệp báo cáo")
}
