package excel

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"os"
	"path"
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"

	"github.com/xeploai/xeploai/evaluate"
)

// ArchiveLimits bound what an archive of workbooks may cost. Sizes are bytes.
type ArchiveLimits struct {
	FileSize  int64 // of the archive as it lies there
	Entries   int   // files in it, folders not counted
	UnzipSize int64 // of all files together
}

// DefaultArchiveLimits lets a whole province's returns through.
func DefaultArchiveLimits() ArchiveLimits {
	return ArchiveLimits{FileSize: 1 << 30, Entries: 20_000, UnzipSize: 4 << 30}
}

// Archive is an open zip file of workbooks, seen as one folder. Archives in it
// are not opened: nobody could say where a problem stands any more.
type Archive struct {
	src     *os.File
	label   string
	entries []archiveEntry
}

type archiveEntry struct {
	name string
	file *zip.File
}

// archiveMark stands between the name of an archive and that of a file in it.
const archiveMark = "!"

// ArchiveLabel names a file in an archive: nhan-ve/goi.zip!chi-bo.xlsx.
func ArchiveLabel(archive, entry string) string { return archive + archiveMark + entry }

// CutArchiveLabel takes an ArchiveLabel apart; ok is false for other labels.
func CutArchiveLabel(label string) (archive, entry string, ok bool) {
	i := strings.Index(strings.ToLower(label), archiveSuffix+archiveMark)
	if i < 0 {
		return "", "", false
	}
	i += len(archiveSuffix)
	return label[:i], label[i+len(archiveMark):], true
}

const archiveSuffix = ".zip"

// IsArchive tells by its name whether a file may hold several workbooks.
func IsArchive(name string) bool {
	switch strings.ToLower(filepath.Ext(name)) {
	case archiveSuffix, ".rar", ".7z", ".tar", ".gz", ".tgz":
		return true
	}
	return false
}

// OpenArchive lists the files of a zip archive. label is its name in problems.
// The Archive is nil when it cannot be read at all; other problems are about
// single files in it, which are then left out. workbook tells that the file is
// no archive but one workbook under the wrong name. Close the Archive.
func OpenArchive(file, label string, limits ArchiveLimits) (a *Archive, workbook bool, ps []evaluate.Problem) {
	at := evaluate.Origin{File: label}
	src, err := os.Open(file)
	if err != nil {
		return nil, false, []evaluate.Problem{problemCannotOpen(at)}
	}
	a = &Archive{src: src, label: label}
	if workbook, ps = a.list(at, limits); workbook || a.entries == nil {
		a.Close()
		a = nil
	}
	return a, workbook, ps
}

// Close closes the archive.
func (a *Archive) Close() error { return a.src.Close() }

// Names lists the files of the archive by their tidied names, in the archive's
// order.
func (a *Archive) Names() []string {
	out := make([]string, len(a.entries))
	for i, e := range a.entries {
		out[i] = e.name
	}
	return out
}

// list reads the archive's table of contents.
func (a *Archive) list(at evaluate.Origin, limits ArchiveLimits) (workbook bool, ps []evaluate.Problem) {
	info, err := a.src.Stat()
	if err != nil || !info.Mode().IsRegular() {
		return false, []evaluate.Problem{problemCannotOpen(at)}
	}
	head := make([]byte, 8)
	n, _ := a.src.ReadAt(head, 0)
	switch {
	case info.Size() == 0:
		return false, []evaluate.Problem{problemEmptyFile(at)}
	case info.Size() > limits.FileSize:
		return false, []evaluate.Problem{problemArchiveTooLarge(at, limits)}
	case !bytes.HasPrefix(head[:n], []byte("PK")):
		return false, []evaluate.Problem{problemOtherArchive(at)}
	}
	zr, err := zip.NewReader(a.src, info.Size())
	if err != nil {
		return false, []evaluate.Problem{problemBrokenArchive(at)}
	}
	if isInsideFile(a.src, info.Size()) {
		return false, []evaluate.Problem{problemBrokenArchive(at)}
	}
	if isWorkbookPackage(zr) {
		return true, nil
	}
	switch surplusOf(a.src, info.Size()) {
	case hiddenFiles:
		return false, []evaluate.Problem{problemHiddenEntries(at)}
	case strayBytes:
		ps = append(ps, problemStrayInArchive(at))
	}
	return false, append(ps, a.take(zr, at, limits)...)
}

func isWorkbookPackage(zr *zip.Reader) bool {
	types, book := false, false
	for _, f := range zr.File {
		name := strings.ToLower(f.Name)
		types = types || name == "[content_types].xml"
		book = book || strings.HasPrefix(name, "xl/")
	}
	return types && book
}

// take keeps the files that may be read.
func (a *Archive) take(zr *zip.Reader, at evaluate.Origin, limits ArchiveLimits) (ps []evaluate.Problem) {
	total, seen := uint64(0), map[string]bool{}
	entries := []archiveEntry{}
	var unsafe, signs []unsafeEntry
	for i, f := range zr.File {
		if strings.HasSuffix(f.Name, "/") || strings.HasSuffix(f.Name, "\\") {
			continue
		}
		name, ok := entryName(f)
		if ok && isHiddenEntry(name) {
			continue
		}
		n := f.UncompressedSize64
		if total += n; total > uint64(limits.UnzipSize) || n > uint64(limits.UnzipSize) || len(entries) >= limits.Entries {
			return []evaluate.Problem{problemArchiveTooLarge(at, limits)}
		}
		in := evaluate.Origin{File: ArchiveLabel(a.label, name)}
		switch {
		case !ok && hasSignsAlone(name):
			signs = append(signs, unsafeEntry{i + 1, f.Name})
		case !ok:
			unsafe = append(unsafe, unsafeEntry{i + 1, f.Name})
		case seen[strings.ToLower(name)]:
			ps = append(ps, problemEntryTwice(in))
		case f.Flags&1 != 0:
			ps = append(ps, problemEntryEncrypted(in))
		case IsArchive(name):
			ps = append(ps, problemNestedArchive(in))
		default:
			entries = append(entries, archiveEntry{name, f})
		}
		seen[strings.ToLower(name)] = true
	}
	if len(unsafe) > 0 {
		ps = append(ps, problemEntryNames(at, unsafe))
	}
	if len(signs) > 0 {
		ps = append(ps, problemEntrySigns(at, signs))
	}
	if len(entries) == 0 && len(ps) == 0 {
		ps = append(ps, problemArchiveEmpty(at))
	}
	a.entries = entries
	return ps
}

// isHiddenEntry tells which files programs put into archives by themselves.
func isHiddenEntry(name string) bool {
	for _, dir := range strings.Split(name, "/") {
		if strings.HasPrefix(dir, ".") || dir == "__MACOSX" {
			return true
		}
	}
	return strings.HasSuffix(strings.ToLower(name), "/thumbs.db") || strings.EqualFold(name, "thumbs.db")
}

// entryName is the name of a file in the archive, composed and with forward
// slashes; false when it is none for a file in a folder (isEntryName). Names are UTF-8 where the archive says so or they read like it, else of
// the code page that zip files had first.
func entryName(f *zip.File) (string, bool) {
	name := f.Name
	if f.NonUTF8 && !utf8.ValidString(name) {
		decoded, err := charmap.CodePage437.NewDecoder().String(name)
		if err != nil {
			return "", false
		}
		name = decoded
	}
	name = norm.NFC.String(strings.ReplaceAll(name, "\\", "/"))
	return name, isEntryName(name)
}

// hasSignsAlone tells whether a name would be one of a file without the signs that
// other systems than Windows allow in it. The colon of a drive is no such sign.
func hasSignsAlone(name string) bool {
	bare := strings.Map(func(r rune) rune {
		if strings.ContainsRune(entrySigns, r) {
			return '_'
		}
		return r
	}, name)
	return !strings.Contains(name, ":/") && isEntryName(bare)
}

// entrySigns are the signs that no name of a file has on Windows.
const entrySigns = `:*?"<>|`

// isEntryName tells whether a name stays in the archive and can be that of a file.
func isEntryName(name string) bool {
	if !utf8.ValidString(name) || strings.ContainsFunc(name, unicode.IsControl) || strings.ContainsAny(name, entrySigns) {
		return false
	}
	if name == "" || strings.HasPrefix(name, "/") || path.Clean(name) != name || name == ".." || strings.HasPrefix(name, "../") {
		return false
	}
	for _, dir := range strings.Split(name, "/") {
		if strings.TrimRight(dir, ". ") != dir || isDeviceName(dir) {
			return false
		}
	}
	return true
}

// isDeviceName recognises names that Windows keeps for devices.
func isDeviceName(name string) bool {
	base, _, _ := strings.Cut(strings.ToUpper(name), ".")
	switch base {
	case "CON", "PRN", "AUX", "NUL":
		return true
	}
	return len(base) == 4 && (strings.HasPrefix(base, "COM") || strings.HasPrefix(base, "LPT")) && base[3] >= '0' && base[3] <= '9'
}

// Extract unpacks the i-th file into w, to its end and with its checksum
// compared. A problem says that the archive is at fault, an error that w is.
func (a *Archive) Extract(i int, w io.Writer, limits Limits) (*evaluate.Problem, error) {
	e := a.entries[i]
	at := evaluate.Origin{File: ArchiveLabel(a.label, e.name)}
	if e.file.UncompressedSize64 > uint64(limits.FileSize) {
		p := problemFileTooLarge(at, limits.FileSize)
		return &p, nil
	}
	fault := func() (*evaluate.Problem, error) {
		p := problemEntryBroken(at)
		return &p, nil
	}
	r, err := e.file.Open()
	if err != nil {
		return fault()
	}
	defer r.Close()
	to := &failingWriter{w: w}
	if n, err := io.Copy(to, io.LimitReader(r, limits.FileSize+1)); to.err != nil {
		return nil, to.err
	} else if err != nil || n > limits.FileSize {
		return fault()
	}
	return nil, nil
}

// failingWriter remembers that writing failed, and not reading.
type failingWriter struct {
	w   io.Writer
	err error
}

func (f *failingWriter) Write(b []byte) (int, error) {
	n, err := f.w.Write(b)
	f.err = errors.Join(f.err, err)
	return n, err
}
