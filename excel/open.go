package excel

import (
	"archive/zip"
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
	HeldSize  int64 // of the parts together that the library keeps in memory
	PartSize  int64 // of any part but sheets and the table of texts
	Ratio     int64 // greatest compression of a part above 1 MiB
	Rows      int   // rows with values on one sheet
	EmptyRows int   // rows without values on one sheet
	Columns   int   // rightmost column with a value
}

// DefaultLimits lets half a million people through and stops what no office
// sends. Without a limit the library unpacks up to 16 GB, and it walks empty
// formatted rows one by one.
func DefaultLimits() Limits {
	return Limits{FileSize: 128 << 20, UnzipSize: 1 << 30, HeldSize: 256 << 20, PartSize: 32 << 20, Ratio: 250,
		Rows: 600_000, EmptyRows: 100_000, Columns: 1_000}
}

// Book is an open workbook whose parts were all seen to be whole.
type Book struct {
	file   *excelize.File
	origin evaluate.Origin
	sheets []bookSheet
	told   []evaluate.Problem // what is to be said although it could be opened
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
	var told []evaluate.Problem
	switch surplusOf(src, size) {
	case hiddenFiles:
		return nil, []evaluate.Problem{problemHiddenFiles(at)}
	case strayBytes:
		told = append(told, problemStrayBytes(at))
	}
	f, err := openExcelize(path, limits)
	sheets, ps := (&inspector{unpacked: unpackedBy(f)}).inspect(zr, at)
	if err == nil && len(ps) == 0 && knowsSheets(f, sheets) {
		return &Book{file: f, origin: at, sheets: sheets, told: told}, nil
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
	var total, held uint64
	seen := map[string]bool{}
	for _, f := range zr.File {
		name := strings.ToLower(strings.ReplaceAll(f.Name, "\\", "/"))
		n := f.UncompressedSize64
		total += n
		streamed := strings.HasPrefix(name, "xl/worksheets/sheet") || name == strings.ToLower(stringsPart)
		if !streamed || n <= excelize.StreamChunkSize {
			held += n
		}
		switch {
		case total > uint64(limits.UnzipSize), n > uint64(limits.UnzipSize), held > uint64(limits.HeldSize),
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
