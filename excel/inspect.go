package excel

import (
	"archive/zip"
	"encoding/xml"
	"hash/crc32"
	"io"
	"path"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

// inspector unpacks parts one after another through the same buffers.
type inspector struct {
	// unpacked gives a part's bytes where somebody has unpacked it already; nil
	// when nobody has. They are checked like any others.
	unpacked func(name string) []byte
	scratch  []byte
	tokens   []byte
}

// inspect reads every part once: lengths and checksums are compared, sheet
// parts are scanned to their end. Problems are those of parts that all readers
// depend on. The library itself compares no checksums.
func (in *inspector) inspect(zr *zip.Reader, at evaluate.Origin) ([]bookSheet, []evaluate.Problem) {
	list, err := sheetParts(zr)
	if err != nil {
		return nil, []evaluate.Problem{problemBrokenPart(at, "xl/workbook.xml")}
	}
	parts := map[string]*zip.File{}
	for _, f := range zr.File {
		parts[partName(f.Name)] = f
	}
	table := stringTable{}
	if f := parts[stringsPart]; f != nil {
		if err := in.read(f, func(s *tokenizer) { table = scanStrings(s) }); err != nil || table.fault {
			return nil, []evaluate.Problem{problemBrokenPart(at, f.Name)}
		}
	}
	var formats []cellStyle
	if f := parts[stylesPart]; f != nil { // told below when it is broken
		_ = in.read(f, func(s *tokenizer) { formats = scanStyles(s) })
	}
	var sheets []bookSheet
	scanned := map[string]bool{stringsPart: true}
	for _, s := range list {
		f := parts[s.part]
		if f == nil {
			return nil, []evaluate.Problem{problemBrokenPart(at, s.part)}
		}
		if scanned[s.part] {
			return nil, []evaluate.Problem{problemBrokenPackage(at)}
		}
		scanned[s.part] = true
		var scan *sheetScan
		if err := in.read(f, func(s *tokenizer) { scan = scanSheet(s, table, formats) }); err != nil {
			return nil, []evaluate.Problem{problemBrokenPart(at, f.Name)}
		}
		sheets = append(sheets, bookSheet{name: s.name, scan: scan})
	}
	var ps []evaluate.Problem
	for _, f := range zr.File {
		if scanned[partName(f.Name)] || strings.HasSuffix(f.Name, "/") {
			continue
		}
		if err := in.read(f, nil); err != nil {
			ps = append(ps, problemBrokenPart(at, f.Name))
		}
	}
	return sheets, ps
}

// read gives a part's bytes to use, unpacked already where somebody has them.
func (in *inspector) read(f *zip.File, use func(*tokenizer)) error {
	if in.tokens == nil {
		in.scratch, in.tokens = make([]byte, 32<<10), make([]byte, 64<<10)
	}
	if in.unpacked != nil {
		if b := in.unpacked(partName(f.Name)); b != nil {
			if uint64(len(b)) != f.UncompressedSize64 || crc32.ChecksumIEEE(b) != f.CRC32 {
				return zip.ErrChecksum
			}
			if use != nil {
				use(tokenizerOver(b))
			}
			return nil
		}
	}
	return readPart(f, in.scratch, func(r io.Reader) {
		if use != nil {
			use(newTokenizer(r, in.tokens))
		}
	})
}

// readPart gives a part's bytes to use and reads what use leaves, comparing
// length and checksum at the end. scratch is the buffer for that rest.
func readPart(f *zip.File, scratch []byte, use func(io.Reader)) error {
	r, err := f.Open()
	if err != nil {
		return err
	}
	defer r.Close()
	sum := crc32.NewIEEE()
	use(io.TeeReader(r, sum))
	if _, err := io.CopyBuffer(onlyWriter{sum}, r, scratch); err != nil {
		return err
	}
	// The zip reader passes over a stored sum of zero, so compare ourselves.
	if sum.Sum32() != f.CRC32 {
		return zip.ErrChecksum
	}
	return nil
}

// onlyWriter hides everything else a writer can do, so that the given buffer is
// used.
type onlyWriter struct{ io.Writer }

// stringsPart is where the library looks for the table of texts.
const stringsPart = "xl/sharedStrings.xml"

// stylesPart is where the library looks for the styles of cells.
const stylesPart = "xl/styles.xml"

// partName is a part's name as the library looks it up.
func partName(name string) string {
	name = strings.ReplaceAll(name, "\\", "/")
	if strings.EqualFold(name, stringsPart) {
		return stringsPart
	}
	return name
}

// sheetPart is a worksheet's name and where its bytes are.
type sheetPart struct{ name, part string }

type xmlRelation struct {
	ID     string `xml:"Id,attr"`
	Type   string `xml:"Type,attr"`
	Target string `xml:"Target,attr"`
}

// bookPart is the part of the workbook itself.
func bookPart(zr *zip.Reader) (string, error) {
	rels, err := relations(zr, "_rels/.rels")
	if err != nil {
		return "", err
	}
	for _, r := range rels {
		if strings.HasSuffix(r.Type, "/officeDocument") {
			return strings.TrimPrefix(r.Target, "/"), nil
		}
	}
	return "xl/workbook.xml", nil
}

// sheetParts follows the relationships from the package to its worksheets.
// Chart sheets hold no cells and are left out.
func sheetParts(zr *zip.Reader) ([]sheetPart, error) {
	book, err := bookPart(zr)
	if err != nil {
		return nil, err
	}
	dir, base := path.Split(book)
	var rels []xmlRelation
	if rels, err = relations(zr, dir+"_rels/"+base+".rels"); err != nil {
		return nil, err
	}
	targets := map[string]xmlRelation{}
	for _, r := range rels {
		targets[r.ID] = r
	}
	var doc struct {
		Sheets []struct {
			Name string     `xml:"name,attr"`
			Attr []xml.Attr `xml:",any,attr"`
		} `xml:"sheets>sheet"`
	}
	if err := decodePart(zr, book, &doc); err != nil {
		return nil, err
	}
	var out []sheetPart
	for _, s := range doc.Sheets {
		for _, a := range s.Attr {
			r, ok := targets[a.Value]
			if a.Name.Local == "id" && ok && strings.HasSuffix(r.Type, "/worksheet") {
				out = append(out, sheetPart{s.Name, targetPath(dir, r.Target)})
			}
		}
	}
	return out, nil
}

func targetPath(dir, target string) string {
	target = strings.ReplaceAll(target, "\\", "/")
	if strings.HasPrefix(target, "/") {
		return strings.TrimPrefix(path.Clean(target), "/")
	}
	return path.Join(dir, target)
}

func relations(zr *zip.Reader, name string) ([]xmlRelation, error) {
	var doc struct {
		Relations []xmlRelation `xml:"Relationship"`
	}
	err := decodePart(zr, name, &doc)
	return doc.Relations, err
}

func decodePart(zr *zip.Reader, name string, into any) error {
	for _, f := range zr.File {
		if partName(f.Name) != name {
			continue
		}
		r, err := f.Open()
		if err != nil {
			return err
		}
		defer r.Close()
		return xml.NewDecoder(r).Decode(into)
	}
	return io.ErrUnexpectedEOF
}
