package excel

import (
	"bytes"
	"errors"
	"io"
)

// tokenKind is what a piece of markup is.
type tokenKind uint8

const (
	openTag tokenKind = iota + 1
	closeTag
	emptyTag // <x/>
	opaque   // comment, CDATA or processing instruction
)

// token is one tag with the character data before it. Its slices are valid
// until the next token is asked for.
type token struct {
	kind  tokenKind
	name  []byte // local name, without a namespace prefix
	attrs []byte // everything between the name and the end of the tag
	text  []byte // character data since the tag before
}

var (
	errMalformed = errors.New("malformed markup")
	errCut       = errors.New("the markup ends too early")
)

// A tag or a text longer than this is no workbook of people: the greatest cell
// text is 32,767 characters.
const maxToken = 4 << 20

// tokenizer cuts XML into tags at the speed of a byte search and without
// allocating per tag. It knows just enough XML for worksheet parts: excelize
// swallows the errors of its decoder (a sheet cut in half reads as fewer rows
// and no error), so somebody else has to see how a sheet ends.
type tokenizer struct {
	r        io.Reader
	buf      []byte
	pos, end int
	eof      bool
	err      error // a read error of the source, such as a wrong checksum
}

func newTokenizer(r io.Reader, buf []byte) *tokenizer { return &tokenizer{r: r, buf: buf} }

// tokenizerOver reads bytes that are all there; it does not change them.
func tokenizerOver(b []byte) *tokenizer { return &tokenizer{buf: b, end: len(b), eof: true} }

// fill reads more behind what is kept from pos on; false when nothing came.
func (s *tokenizer) fill() bool {
	if s.eof {
		return false
	}
	if s.pos > 0 {
		s.end = copy(s.buf, s.buf[s.pos:s.end])
		s.pos = 0
	}
	if s.end == len(s.buf) {
		if len(s.buf) >= maxToken {
			s.eof, s.err = true, errMalformed
			return false
		}
		s.buf = append(s.buf, make([]byte, len(s.buf))...)
	}
	n, err := io.ReadAtLeast(s.r, s.buf[s.end:], 1)
	s.end += n
	if err != nil {
		s.eof = true
		if err != io.EOF {
			s.err = err
		}
	}
	return n > 0
}

// find returns the offset from pos of b, looking from the offset off on.
func (s *tokenizer) find(off int, b byte) (int, bool) {
	for {
		if i := bytes.IndexByte(s.buf[s.pos+off:s.end], b); i >= 0 {
			return off + i, true
		}
		off = s.end - s.pos
		if !s.fill() {
			return 0, false
		}
	}
}

// next returns the next tag. At a proper end of the part it returns io.EOF.
func (s *tokenizer) next() (token, error) {
	lt, ok := s.find(0, '<')
	if !ok {
		return token{}, s.endError()
	}
	gt, ok := s.find(lt+1, '>')
	for ok && openQuote(s.buf[s.pos+lt:s.pos+gt]) {
		gt, ok = s.find(gt+1, '>')
	}
	if !ok {
		return token{}, s.cutError()
	}
	tag := s.buf[s.pos+lt+1 : s.pos+gt]
	if len(tag) > 0 && (tag[0] == '!' || tag[0] == '?') {
		return s.opaque(lt, gt)
	}
	t := token{kind: openTag, text: s.buf[s.pos : s.pos+lt]}
	switch {
	case len(tag) > 0 && tag[0] == '/':
		t.kind, tag = closeTag, tag[1:]
	case len(tag) > 0 && tag[len(tag)-1] == '/':
		t.kind, tag = emptyTag, tag[:len(tag)-1]
	}
	t.name = tag
	for i, c := range tag {
		if c == ' ' || c == '\n' || c == '\t' || c == '\r' {
			t.name, t.attrs = tag[:i], tag[i:]
			break
		}
	}
	if i := bytes.IndexByte(t.name, ':'); i >= 0 {
		t.name = t.name[i+1:]
	}
	s.pos += gt + 1
	if len(t.name) == 0 {
		return token{}, errMalformed
	}
	return t, nil
}

// opaque skips a comment, CDATA section, declaration or instruction that
// starts at lt and whose first > stands at gt.
func (s *tokenizer) opaque(lt, gt int) (token, error) {
	closing := []byte(">")
	switch head := s.buf[s.pos+lt : s.pos+gt+1]; {
	case bytes.HasPrefix(head, []byte("<!--")):
		closing = []byte("-->")
	case bytes.HasPrefix(head, []byte("<![CDATA[")):
		closing = []byte("]]>")
	case bytes.HasPrefix(head, []byte("<?")):
		closing = []byte("?>")
	}
	for !bytes.HasSuffix(s.buf[s.pos+lt:s.pos+gt+1], closing) {
		var ok bool
		if gt, ok = s.find(gt+1, '>'); !ok {
			return token{}, s.cutError()
		}
	}
	text := s.buf[s.pos : s.pos+lt]
	s.pos += gt + 1
	return token{kind: opaque, text: text}, nil
}

func (s *tokenizer) endError() error {
	if s.err != nil {
		return s.err
	}
	if len(bytes.TrimSpace(s.buf[s.pos:s.end])) > 0 {
		return errCut
	}
	return io.EOF
}

func (s *tokenizer) cutError() error {
	if s.err != nil {
		return s.err
	}
	return errCut
}

// openQuote tells whether a tag's text ends inside an attribute value, so that
// the > after it belongs to the value.
func openQuote(tag []byte) bool {
	if n := bytes.Count(tag, []byte{'"'}); n > 0 {
		return n%2 == 1
	}
	return bytes.Count(tag, []byte{'\''})%2 == 1 && bytes.IndexByte(tag, '=') > 0
}

// attribute cuts the first name="value" pair off attrs; ok is false at the end
// or at something else, which rest then still holds.
func attribute(attrs []byte) (name, value, rest []byte, ok bool) {
	attrs = bytes.TrimLeft(attrs, " \t\r\n")
	eq := bytes.IndexByte(attrs, '=')
	if eq <= 0 || eq+1 >= len(attrs) {
		return nil, nil, attrs, false
	}
	quote := attrs[eq+1]
	if quote != '"' && quote != '\'' {
		return nil, nil, attrs, false
	}
	end := bytes.IndexByte(attrs[eq+2:], quote)
	if end < 0 {
		return nil, nil, attrs, false
	}
	return attrs[:eq], attrs[eq+2 : eq+2+end], attrs[eq+3+end:], true
}
