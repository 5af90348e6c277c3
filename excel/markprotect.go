package excel

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"strings"
)

// A workbook and its sheets are protected by one tag each, with attributes. The library
// writes them as it understands them, which forgets passwords of older programs and takes
// what a tag leaves unsaid for allowed; therefore the tags are written here, to the letter.

// keptProtection is how the sender's workbook is protected against changes of its
// sheets.
type keptProtection struct {
	part  string // of the workbook
	attrs string // of the tag, "" for none
}

// protectionOf reads it from the package.
func protectionOf(zr *zip.Reader) (keptProtection, error) {
	part, err := bookPart(zr)
	if err != nil {
		return keptProtection{}, err
	}
	var doc struct {
		Protection *struct {
			Attrs []xml.Attr `xml:",any,attr"`
		} `xml:"workbookProtection"`
	}
	if err := decodePart(zr, part, &doc); err != nil || doc.Protection == nil {
		return keptProtection{part: part}, err
	}
	return keptProtection{part, protectionAttrs(doc.Protection.Attrs)}, nil
}

// protectionAttrs writes attributes as they stand in a tag, without namespaces.
func protectionAttrs(attrs []xml.Attr) string {
	var out bytes.Buffer
	for _, a := range attrs {
		if a.Name.Space == "" && a.Name.Local != "xmlns" {
			out.WriteString(" " + a.Name.Local + `="`)
			_ = xml.EscapeText(&out, []byte(a.Value)) // a buffer takes everything
			out.WriteString(`"`)
		}
	}
	return out.String()
}

// readProtection reads the attributes of a tag, "" where they are none.
func readProtection(text string) string {
	var tag struct {
		Attrs []xml.Attr `xml:",any,attr"`
	}
	if strings.ContainsAny(text, "<>") || xml.Unmarshal([]byte("<p "+text+"/>"), &tag) != nil {
		return ""
	}
	return protectionAttrs(tag.Attrs)
}

// hasOn tells whether one of a tag's attributes is switched on.
func hasOn(attrs, name string) bool {
	on := attributeOf([]byte(attrs), name)
	return on == "1" || on == "true"
}

const (
	bookProtectionTag  = "workbookProtection"
	sheetProtectionTag = "sheetProtection"
)

// protectingWriter puts the protection into a part that the library writes in one piece,
// in the place of what stands there.
type protectingWriter struct {
	to         io.Writer
	tag, attrs string
	before     []string // the tag stands before the first of these that there is
}

func protectBook(w io.Writer, attrs string) io.Writer {
	return protectingWriter{w, bookProtectionTag, attrs, []string{"<bookViews", "<sheets"}}
}

func protectSheet(w io.Writer, attrs string) io.Writer {
	return protectingWriter{w, sheetProtectionTag, attrs, []string{"</sheetData>"}}
}

// Write takes the part and tells of as many bytes as it was given.
func (w protectingWriter) Write(part []byte) (int, error) {
	out := string(part)
	if from := strings.Index(out, "<"+w.tag); from >= 0 {
		end := strings.Index(out[from:], "</"+w.tag+">") + len("</"+w.tag+">")
		out = out[:from] + out[from+end:]
	}
	for _, next := range w.before {
		at := strings.Index(out, next)
		if at < 0 {
			continue
		}
		if strings.HasPrefix(next, "</") {
			at += len(next)
		}
		if w.attrs != "" {
			out = out[:at] + "<" + w.tag + w.attrs + "/>" + out[at:]
		}
		break
	}
	if _, err := io.WriteString(w.to, out); err != nil {
		return 0, err
	}
	return len(part), nil
}
