package excel

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

// sniff says what the first bytes are when they are no zip container.
func sniff(head []byte, src io.ReaderAt, size int64, at evaluate.Origin) *evaluate.Problem {
	var p evaluate.Problem
	trimmed := bytes.ToLower(bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf")), " \t\r\n"))
	switch {
	case bytes.HasPrefix(head, []byte("PK\x03\x04")):
		return nil
	case bytes.HasPrefix(head, []byte("PK")):
		p = problemBrokenPackage(at)
	case bytes.HasPrefix(head, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")):
		p = problemOldExcel(at)
		if holdsUTF16(src, size, "EncryptedPackage") {
			p = problemEncrypted(at)
		}
	case bytes.HasPrefix(head, []byte("\x09\x08")), bytes.HasPrefix(head, []byte("\x09\x04\x06\x00")):
		p = problemOldExcel(at) // Excel 5 and older, without a container
	case bytes.HasPrefix(trimmed, []byte("<")):
		p = problemRenamedText(at, textHTML)
	case len(head) > 0 && isText(head):
		p = problemRenamedText(at, textPlain)
	default:
		p = problemNotWorkbook(at)
	}
	return &p
}

// holdsUTF16 looks for an ASCII name as compound files write it.
func holdsUTF16(src io.ReaderAt, size int64, name string) bool {
	want := make([]byte, 0, 2*len(name))
	for i := range len(name) {
		want = append(want, name[i], 0)
	}
	buf := make([]byte, 1<<20)
	for off := int64(0); off < size; off += int64(len(buf) - len(want)) {
		n, err := src.ReadAt(buf, off)
		if bytes.Contains(buf[:n], want) {
			return true
		}
		if err != nil {
			return false
		}
	}
	return false
}

func isText(head []byte) bool {
	if bytes.HasPrefix(head, []byte("\xff\xfe")) || bytes.HasPrefix(head, []byte("\xfe\xff")) {
		return true // UTF-16
	}
	for _, c := range head {
		if c < 9 || c > 13 && c < 32 {
			return false
		}
	}
	return true
}

// otherFormat recognises containers of other office programs.
func otherFormat(zr *zip.Reader, at evaluate.Origin) *evaluate.Problem {
	what, workbook := "", false
	for _, f := range zr.File {
		switch strings.ToLower(f.Name) {
		case "content.xml":
			what = formatODS
		case "xl/workbook.bin":
			what = formatXLSB
		case "word/document.xml":
			what = formatDOCX
		case "ppt/presentation.xml":
			what = formatPPTX
		case "[content_types].xml":
			workbook = true
		}
	}
	var p evaluate.Problem
	switch {
	case what != "":
		p = problemOtherFormat(at, what)
	case !workbook:
		p = problemNotWorkbook(at)
	default:
		return nil
	}
	return &p
}
