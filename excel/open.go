package excel

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/xuri/excelize/v2"

	"github.com/xeploai/xeploai/evaluate"
)

// Limits bound what a workbook may cost before it is refused. Sizes are bytes.
type Limits struct {
	FileSize  int64 // of the file as it lies there
	UnzipSize int64 // of all parts together
	PartSize  int64 // of any part but sheets and the table of texts, which are streamed
	Ratio     int64 // greatest compression of a part above 1 MiB
	Rows      int   // rows with values on one sheet
	EmptyRows int   // rows without values on one sheet
	Columns   int   // rightmost column with a value
}

// DefaultLimits lets half a million people through and stops what no office
// sends. Without a limit the library unpacks up to 16 GB, and it walks empty
// formatted rows one by one.
func DefaultLimits() Limits {
	return Limits{FileSize: 128 << 20, UnzipSize: 1 << 30, PartSize: 32 << 20, Ratio: 250,
		Rows: 600_000, EmptyRows: 100_000, Columns: 1_000}
}

// Book is an open workbook whose parts were all seen to be whole.
type Book struct {
	file   *excelize.File
	origin evaluate.Origin
	sheets []bookSheet
}

// bookSheet is one worksheet and what the pass over its bytes found.
type bookSheet struct {
	name string
	scan *sheetScan
}

// Close removes the temporary files of a large workbook.
func (b *Book) Close() error { return b.file.Close() }

// IsLockFile tells whether a path is the file that Excel keeps beside a
// workbook it has open; a search for *.xlsx returns it too.
func IsLockFile(path string) bool { return strings.HasPrefix(filepath.Base(path), "~$") }

// Open opens a workbook for reading: the one place that does. Anything else
// than a whole .xlsx gives a nil Book and problems that say what it is instead.
// Faults inside a single sheet do not stop it; readers of that sheet meet them.
// The caller must Close the book.
func Open(path string, limits Limits) (*Book, []evaluate.Problem) {
	return openBook(path, evaluate.Origin{File: path}, limits)
}

func openBook(path string, at evaluate.Origin, limits Limits) (*Book, []evaluate.Problem) {
	if IsLockFile(path) {
		return nil, []evaluate.Problem{problemLockFile(at)}
	}
	src, err := os.Open(path)
	if err != nil {
		return nil, []evaluate.Problem{problemCannotOpen(at)}
	}
	defer src.Close()
	size, p := measure(src, at, limits)
	if p != nil {
		return nil, []evaluate.Problem{*p}
	}
	zr, p := unpack(src, size, at, limits)
	if p != nil {
		return nil, []evaluate.Problem{*p}
	}
	f, err := openExcelize(path, limits)
	sheets, ps := (&inspector{unpacked: unpackedBy(f)}).inspect(zr, at)
	if err == nil && len(ps) == 0 && knowsSheets(f, sheets) {
		return &Book{file: f, origin: at, sheets: sheets}, nil
	}
	if f != nil {
		f.Close()
	}
	if len(ps) == 0 {
		ps = []evaluate.Problem{problemReader(at)}
	}
	return nil, ps
}

// unpackedBy gives the parts the library holds in memory, so that they are not
// unpacked twice.
func unpackedBy(f *excelize.File) func(string) []byte {
	if f == nil {
		return nil
	}
	return func(name string) []byte {
		v, _ := f.Pkg.Load(name)
		b, _ := v.([]byte)
		return b
	}
}

func knowsSheets(f *excelize.File, sheets []bookSheet) bool {
	for _, s := range sheets {
		if i, err := f.GetSheetIndex(s.name); err != nil || i < 0 {
			return false
		}
	}
	return true
}

// measure looks at the size and the first bytes.
func measure(src *os.File, at evaluate.Origin, limits Limits) (int64, *evaluate.Problem) {
	info, err := src.Stat()
	if err != nil || !info.Mode().IsRegular() {
		p := problemCannotOpen(at)
		return 0, &p
	}
	switch {
	case info.Size() == 0:
		p := problemEmptyFile(at)
		return 0, &p
	case info.Size() > limits.FileSize:
		p := problemFileTooLarge(at, limits.FileSize)
		return 0, &p
	}
	head := make([]byte, 4096)
	n, err := src.ReadAt(head, 0)
	if err != nil && err != io.EOF {
		p := problemCannotOpen(at)
		return 0, &p
	}
	return info.Size(), sniff(head[:n], src, info.Size(), at)
}

// unpack opens the zip container and weighs its parts before any is unpacked.
func unpack(src io.ReaderAt, size int64, at evaluate.Origin, limits Limits) (*zip.Reader, *evaluate.Problem) {
	zr, err := zip.NewReader(src, size)
	if err != nil {
		p := problemBrokenPackage(at)
		return nil, &p
	}
	if p := otherFormat(zr, at); p != nil {
		return nil, p
	}
	var total uint64
	seen := map[string]bool{}
	for _, f := range zr.File {
		name := strings.ToLower(strings.ReplaceAll(f.Name, "\\", "/"))
		n := f.UncompressedSize64
		total += n
		streamed := strings.HasPrefix(name, "xl/worksheets/sheet") || name == "xl/sharedstrings.xml"
		switch {
		case total > uint64(limits.UnzipSize), n > uint64(limits.UnzipSize),
			!streamed && n > uint64(limits.PartSize),
			n > 1<<20 && n > f.CompressedSize64*uint64(limits.Ratio):
			p := problemZipBomb(at, limits.UnzipSize)
			return nil, &p
		case seen[name]:
			// Two parts of one name: which is read depends on the program.
			p := problemBrokenPackage(at)
			return nil, &p
		}
		seen[name] = true
	}
	return zr, nil
}

// openExcelize opens the file with the library, whose panics on crafted files
// are answers like any other.
func openExcelize(path string, limits Limits) (f *excelize.File, err error) {
	defer func() {
		if recover() != nil {
			f, err = nil, errMalformed
		}
	}()
	return excelize.OpenFile(path, excelize.Options{RawCellValue: true, UnzipSizeLimit: limits.UnzipSize})
}

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
