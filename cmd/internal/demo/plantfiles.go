package demo

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf16"

	"github.com/xeploai/xeploai/cmd/internal/campaign"
	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// raw puts bytes in the place of a branch's file, under the file's name with
// another ending.
func (p *planter) raw(k Kind, content func() []byte, ending string) func() error {
	return func() error {
		at, ok := p.take(nil)
		if !ok {
			return nil
		}
		file := p.books[at].file
		if err := os.Remove(p.path(file)); err != nil {
			return err
		}
		file = strings.TrimSuffix(file, filepath.Ext(file)) + ending
		p.note(k, file, "", "")
		p.refused = append(p.refused, at)
		return p.save(file, content())
	}
}

func (p *planter) save(file string, content []byte) error {
	return campaign.Save(p.path(file), func(w io.Writer) error { _, err := w.Write(content); return err }, nil)
}

func textFile() []byte { return []byte(textList) }

// oldExcelFile and encryptedFile are compound files that hold nothing but the
// directory by which such files are told apart.
func oldExcelFile() []byte { return compoundFile("Workbook") }

func encryptedFile() []byte { return compoundFile("EncryptionInfo", "EncryptedPackage") }

// compoundFile is the outline of an OLE2 file: a header of one sector, an
// allocation table and a directory that names the streams.
func compoundFile(streams ...string) []byte {
	const sector = 512
	out := make([]byte, 3*sector)
	copy(out, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")
	little := func(at int, b ...byte) { copy(out[at:], b) }
	little(24, 0x3e, 0, 3, 0, 0xfe, 0xff, 9, 0, 6, 0)
	little(44, 1)       // one sector of allocation table
	little(48, 1)       // the directory begins in sector 1
	little(56, 0, 0x10) // streams under 4096 bytes are small
	little(60, 0xfe, 0xff, 0xff, 0xff)
	little(68, 0xfe, 0xff, 0xff, 0xff)
	for i := 76; i < 2*sector; i++ { // no further tables, no sector in use but two
		out[i] = 0xff
	}
	little(76, 0, 0, 0, 0)
	little(sector, 0xfd, 0xff, 0xff, 0xff, 0xfe, 0xff, 0xff, 0xff)
	for i, name := range append([]string{"Root Entry"}, streams...) {
		at := 2*sector + i*128
		for k, unit := range utf16.Encode([]rune(name)) {
			little(at+2*k, byte(unit), byte(unit>>8))
		}
		little(at+64, byte(2*len(name)+2), 0, 2, 1)
		little(at+68, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff)
	}
	little(2*sector+66, 5)
	return out
}

// lockFile leaves what Excel leaves beside a workbook it has open.
func (p *planter) lockFile() error {
	at, ok := p.take(nil)
	if !ok {
		return nil
	}
	file := "~$" + p.books[at].file
	p.note(LockFile, file, "", "")
	p.extra++
	return p.save(file, append([]byte("\x07Mau Mau"), make([]byte, 157)...))
}

// stamped lays a workbook beside the others that bears another stamp: of
// another office, another period, another version of the template.
func (p *planter) stamped(k Kind) func() error {
	return func() error {
		at, ok := p.take(nil)
		if !ok {
			return nil
		}
		b := p.books[at]
		spec, file := b.spec, b.file
		name := strings.TrimSuffix(file, ".xlsx")
		switch k {
		case OtherOffice:
			spec = strangers(spec)
			file = bookName(spec.Stamp)
			p.extra++
		case OtherPeriod:
			last := p.w.opt.Period
			last.Year--
			spec.Stamp.Period = last.String()
			file = fmt.Sprintf("%s-%s.xlsx", name, last)
			p.extra++
		case OtherVersion:
			spec.Stamp.Version = excel.TemplateVersion + 1
			p.refused = append(p.refused, at)
		}
		p.note(k, file, "", "")
		return campaign.Save(p.path(file), func(w io.Writer) error { return excel.WriteTemplate(w, spec) }, nil)
	}
}

// strangers is the workbook as an organization of another office would send it.
func strangers(spec excel.TemplateSpec) excel.TemplateSpec {
	spec.Stamp.Office, spec.Stamp.Org = "VPM", "VPM.01"
	spec.OrgName = strangeBranch
	spec.Sheets = slices.Clone(spec.Sheets)
	for i := range spec.Sheets {
		from := spec.Sheets[i].Prefill
		to := evaluate.NewFrame(from.Schema)
		for row := range from.Len() {
			copySubject(to, from, row, func(int) bool { return true })
			to.SetText(row, to.Schema.ByRole(evaluate.RoleBranchCode), spec.Stamp.Org)
		}
		spec.Sheets[i].Prefill = to
	}
	return spec
}

// noHeader deletes the rows by which columns are known.
func (p *planter) noHeader() error {
	at, ok := p.take(nil)
	if !ok {
		return nil
	}
	p.refused = append(p.refused, at)
	return p.edit(&p.books[at], func(e *editor) {
		for row := firstDataRow - 1; row >= firstDataRow-3 && e.err == nil; row-- {
			e.err = e.file.RemoveRow(e.sheet.Title, row)
		}
		e.note(NoHeader, e.name, e.sheet.Title, "")
	})
}

// cutSheet cuts the largest sheet inside a workbook short, with checksums that
// fit: opening such a file shows nothing wrong, rows are just missing.
func (p *planter) cutSheet() error {
	at, ok := p.take(func(b *book) bool { return len(b.members) >= 15 })
	if !ok {
		return nil
	}
	b := &p.books[at]
	whole, err := os.ReadFile(p.path(b.file))
	if err != nil {
		return err
	}
	cut, last, err := cutLargestSheet(whole)
	if err != nil {
		return fmt.Errorf("cutting a sample workbook: %w", err)
	}
	p.refused = append(p.refused, at)
	p.note(CutSheet, b.file, memberSheet(b).Title, last)
	return p.save(b.file, cut)
}

// cutLargestSheet also returns the last cell that is still there.
func cutLargestSheet(whole []byte) (cut []byte, last string, err error) {
	in, err := zip.NewReader(bytes.NewReader(whole), int64(len(whole)))
	if err != nil {
		return nil, "", err
	}
	var largest *zip.File
	for _, f := range in.File {
		if strings.HasPrefix(f.Name, "xl/worksheets/sheet") && (largest == nil || f.UncompressedSize64 > largest.UncompressedSize64) {
			largest = f
		}
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range in.File {
		if f != largest {
			err = w.Copy(f)
		} else {
			last, err = copyPart(w, f)
		}
		if err != nil {
			return nil, "", err
		}
	}
	err = w.Close()
	return out.Bytes(), last, err
}

// copyPart writes the first half of a sheet, up to the end of a cell.
func copyPart(w *zip.Writer, f *zip.File) (last string, err error) {
	r, err := f.Open()
	if err != nil {
		return "", err
	}
	defer r.Close()
	text, err := io.ReadAll(r)
	if err != nil {
		return "", err
	}
	text = text[:bytes.LastIndex(text[:len(text)/2], []byte("<c r="))]
	if row := bytes.LastIndex(text, []byte("<row ")); row > bytes.LastIndex(text, []byte("<c r=")) {
		text = text[:bytes.LastIndex(text[:row], []byte("<c r="))] // no row is cut off before its first cell
	}
	at := bytes.LastIndex(text, []byte(`<c r="`)) + len(`<c r="`)
	last = string(text[at : at+bytes.IndexByte(text[at:], '"')])
	part, err := w.Create(f.Name)
	if err != nil {
		return "", err
	}
	_, err = part.Write(text)
	return last, err
}
