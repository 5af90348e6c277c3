package excel

import (
	"archive/zip"
	"bufio"
	"bytes"
	"io"
	"strconv"

	"github.com/xuri/excelize/v2"
)

// heavyCells is the area from which on a sheet is not given to the library,
// which needs more than a kilobyte a cell to change one. Its bytes pass by
// instead, and only styles of cells change on the way.
const heavyCells = 250_000

// stubSheet stands for a heavy sheet while the library works on the others.
const stubSheet = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData></sheetData></worksheet>`

// heavySheet is what changes on a sheet whose bytes pass by.
type heavySheet struct {
	part  string
	back  map[int]int      // tinted style → own style, of an earlier marking
	own   map[gridCell]int // remembered cell → own style
	tints map[gridCell]int // cell → style to wear
	// was are the attributes of what protects it, "" for nothing, and shut what will be.
	was, shut string
}

// findHeavy puts stubs in the place of sheets with a larger area than limit.
func (m *marker) findHeavy(path string, sheets []bookSheet, limit int) error {
	m.path, m.heavy = path, map[string]*heavySheet{}
	zr, err := zip.OpenReader(path)
	if err != nil {
		return err
	}
	defer zr.Close()
	parts, err := sheetParts(&zr.Reader)
	if err != nil {
		return err
	}
	if m.protection, err = protectionOf(&zr.Reader); err != nil {
		return err
	}
	for i, s := range sheets {
		m.parts[parts[i].part] = s.name
		area := int(s.scan.corner.col) * int(s.scan.corner.row)
		if area <= limit || IsMarkSheet(s.name) {
			if s.scan.shut != "" {
				if err := m.protect(s.name, s.scan.shut); err != nil {
					return err
				}
			}
			continue
		}
		m.heavy[s.name] = &heavySheet{part: parts[i].part, own: map[gridCell]int{}, tints: map[gridCell]int{}, was: s.scan.shut, shut: s.scan.shut}
		m.file.Pkg.Store(parts[i].part, []byte(stubSheet))
	}
	m.file.SetZipWriter(func(w io.Writer) excelize.ZipWriter { return &heavyZip{ZipWriter: newOrderedZip(w), marker: m} })
	return nil
}

// heavyZip puts the changed bytes of heavy sheets where their stubs would go.
type heavyZip struct {
	excelize.ZipWriter
	marker *marker
}

// Create begins a part.
func (z *heavyZip) Create(name string) (io.Writer, error) {
	w, err := z.ZipWriter.Create(name)
	if err != nil {
		return nil, err
	}
	if p := z.marker.protection; p.part == name {
		return protectBook(w, p.attrs), nil
	}
	if attrs, ok := z.marker.shut[z.marker.parts[name]]; ok {
		return protectSheet(w, attrs), nil
	}
	for _, h := range z.marker.heavy {
		if h.part == name {
			return io.Discard, z.marker.pass(h, w, func(c gridCell, style int) int {
				if tinted, ok := h.tints[c]; ok {
					return tinted
				}
				return h.style(z.marker, c, style)
			})
		}
	}
	return w, nil
}

// style is a cell's own style.
func (h *heavySheet) style(m *marker, c gridCell, now int) int {
	before, tinted := h.back[now]
	if own, ok := h.own[c]; ok && (tinted || m.isTint(now)) {
		return own
	}
	if tinted {
		return before
	}
	return now
}

// tintHeavy finds the own styles of the marked cells of heavy sheets and gives
// them their tints. A cell that is not there has nothing to tint; the list
// leads to its place all the same.
func (m *marker) tintHeavy(marks []*mark) error {
	for _, h := range m.heavy {
		wanted := map[gridCell]*mark{}
		for _, k := range marks {
			if c, ok := parseCell([]byte(k.cell)); ok && m.heavy[k.sheet] == h {
				wanted[c] = k
			}
		}
		if len(wanted) == 0 {
			continue
		}
		err := m.pass(h, io.Discard, func(c gridCell, style int) int {
			if k := wanted[c]; k != nil {
				k.before, k.found = h.style(m, c, style), true
			}
			return style
		})
		if err != nil {
			return err
		}
	}
	for _, k := range marks {
		h := m.heavy[k.sheet]
		if h == nil || !k.found {
			continue
		}
		tinted, err := m.tinted(k.before, k.tint)
		if err != nil {
			return err
		}
		c, _ := parseCell([]byte(k.cell))
		h.tints[c], k.after = tinted, tinted
	}
	return nil
}

// pass copies a sheet with its styles changed.
func (m *marker) pass(h *heavySheet, w io.Writer, style func(gridCell, int) int) error {
	zr, err := zip.OpenReader(m.path)
	if err != nil {
		return err
	}
	defer zr.Close()
	for _, f := range zr.File {
		if partName(f.Name) != h.part {
			continue
		}
		r, err := f.Open()
		if err != nil {
			return err
		}
		defer r.Close()
		if h.shut != h.was {
			return restyle(w, r, style, &h.shut)
		}
		return restyle(w, r, style, nil)
	}
	return io.ErrUnexpectedEOF
}

// restyle copies the bytes of a worksheet part, asks for the style of each cell and takes
// the selection of the sheet's tab away; shut will protect the sheet, unless it is nil and
// what protects it stays. The part was scanned before and is well-formed; a piece ends
// with the > of a tag or inside a text.
func restyle(w io.Writer, r io.Reader, style func(gridCell, int) int, shut *string) error {
	in, out := bufio.NewReaderSize(r, 1<<20), bufio.NewWriterSize(w, 64<<10)
	s := restyler{out: out, style: style, shut: shut}
	for {
		piece, err := in.ReadSlice('>')
		if i := bytes.LastIndexByte(piece, '<'); i >= 0 && err == nil {
			out.Write(piece[:i])
			s.tag(piece[i:])
		} else {
			out.Write(piece)
		}
		if err == io.EOF {
			return out.Flush()
		}
		if err != nil && err != bufio.ErrBufferFull {
			return err
		}
	}
}

// restyler writes the tags of a worksheet part. Errors of out show at its Flush.
type restyler struct {
	out   *bufio.Writer
	style func(gridCell, int) int
	shut  *string
	due   bool // the rows are over, and what protects the sheet comes next
}

// tag writes one tag, from < to >.
func (s *restyler) tag(tag []byte) {
	name, attrs := tag[:len(tag)-1], []byte(nil)
	if i := bytes.IndexAny(tag, " \t\r\n"); i >= 0 {
		name, attrs = tag[:i], tag[i:len(tag)-1]
	}
	colon := bytes.IndexByte(name, ':') + 1
	prefix, local := bytes.TrimLeft(name[:colon], "</"), bytes.Trim(name[colon:], "</")
	switch string(local) {
	case "sheetView":
		for _, selected := range []string{` tabSelected="1"`, ` tabSelected="true"`} {
			tag = bytes.Replace(tag, []byte(selected), nil, 1)
		}
	case "c":
		if tag[1] != '/' {
			restyleCell(s.out, tag, len(name), attrs, s.style)
			return
		}
	case "sheetData":
		s.out.Write(tag)
		s.due = tag[1] == '/' || tag[len(tag)-2] == '/'
		return
	case "sheetCalcPr":
	case sheetProtectionTag:
		if s.shut != nil {
			return
		}
	default:
		s.protect(string(prefix))
	}
	s.out.Write(tag)
}

// protect writes what protects the sheet, before the tag that comes behind it.
func (s *restyler) protect(prefix string) {
	if s.due && s.shut != nil && *s.shut != "" {
		s.out.WriteString("<" + prefix + sheetProtectionTag + *s.shut + "></" + prefix + sheetProtectionTag + ">")
	}
	s.due = false
}

func restyleCell(out *bufio.Writer, tag []byte, name int, attrs []byte, style func(gridCell, int) int) {
	cell, known, now := gridCell{}, false, 0
	from, to := name, name // where the number of the style stands
	for rest, ok := attrs, true; ok; {
		var key, value []byte
		if key, value, rest, ok = attribute(rest); !ok {
			break
		}
		switch string(key) {
		case "r":
			cell, known = parseCell(value)
		case "s":
			n, good := digits(value)
			if !good {
				known = false
				break
			}
			now = int(n)
			to = len(tag) - 2 - len(rest) // before the quote; the tag has > behind its attributes
			from = to - len(value)
		}
	}
	next := now
	if known {
		next = style(cell, now)
	}
	if next == now {
		out.Write(tag)
		return
	}
	out.Write(tag[:from])
	if from == to { // no number yet
		out.WriteString(` s="` + strconv.Itoa(next) + `"`)
	} else {
		out.WriteString(strconv.Itoa(next))
	}
	out.Write(tag[to:])
}
