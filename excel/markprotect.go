package excel

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"strings"
)

// keptProtection is how the sender's workbook is protected against changes of its
// sheets, which the library forgets where an older program wrote the password.
type keptProtection struct {
	part string // of the workbook
	tag  []byte // nil for none
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
	var tag bytes.Buffer
	tag.WriteString("<" + protectionTag)
	for _, a := range doc.Protection.Attrs {
		if a.Name.Space == "" && a.Name.Local != "xmlns" {
			tag.WriteString(" " + a.Name.Local + `="`)
			_ = xml.EscapeText(&tag, []byte(a.Value)) // a buffer takes everything
			tag.WriteString(`"`)
		}
	}
	tag.WriteString("/>")
	return keptProtection{part, tag.Bytes()}, nil
}

const protectionTag = "workbookProtection"

// protectingWriter puts the protection into the workbook's part, which the library
// writes in one piece.
type protectingWriter struct {
	to  io.Writer
	tag []byte
}

// Write takes the part and tells of as many bytes as it was given.
func (w protectingWriter) Write(part []byte) (int, error) {
	out := string(part)
	if from := strings.Index(out, "<"+protectionTag); from >= 0 {
		end := strings.Index(out[from:], "</"+protectionTag+">") + len("</"+protectionTag+">")
		out = out[:from] + out[from+end:]
	}
	for _, next := range []string{"<bookViews", "<sheets"} {
		if at := strings.Index(out, next); at >= 0 {
			out = out[:at] + string(w.tag) + out[at:]
			break
		}
	}
	if _, err := io.WriteString(w.to, out); err != nil {
		return 0, err
	}
	return len(part), nil
}
