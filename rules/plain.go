package rules

import (
	"strings"
	"unicode/utf8"
)

// plainReader reads a file of the program's own rules as they are written: block
// mappings and lists, braces and brackets on one line, texts on one line without
// escapes. Every command reads all of them, and the YAML library, which must be
// ready for anything, needs ten times as long. Whatever else a file holds ends the
// reading, and the library reads it. A test holds the two against each other on
// every built-in file; files of an office are never read here.
type plainReader struct {
	d    *decoder
	text string
	pos  int
	line int
	// seen is the last place whose column was asked, which was col; it lies in the line
	// of pos and not after it
	seen, col int
	bad       bool // something this reader does not know
}

// plain reads a file's bytes. ok is false where the YAML library has to.
func (d *decoder) plain(data []byte) (root node, ok bool) {
	r := &plainReader{d: d, text: string(data), line: 1, col: 1}
	r.nextLine()
	root = r.block(r.indent())
	return root, !r.bad && r.pos == len(r.text)
}

func (r *plainReader) fail() node {
	r.bad, r.pos = true, len(r.text)
	return node{}
}

// peek is the byte n after the current one, 0 after the end.
func (r *plainReader) peek(n int) byte {
	if r.pos+n >= len(r.text) {
		return 0
	}
	return r.text[r.pos+n]
}

// here is a node without content at the current place.
func (r *plainReader) here() node {
	r.col += utf8.RuneCountInString(r.text[r.seen:r.pos])
	r.seen = r.pos
	return node{at: r.d.origin(r.line, r.col)}
}

// indent is how many columns stand before the current place.
func (r *plainReader) indent() int { return r.here().at.Col - 1 }

func (r *plainReader) skipSpaces() {
	for r.peek(0) == ' ' {
		r.pos++
	}
}

// nextLine goes to the first character of a line with content, from the beginning of
// a line.
func (r *plainReader) nextLine() {
	for {
		r.skipSpaces()
		if r.peek(0) != '\n' && r.peek(0) != '#' {
			return
		}
		end := strings.IndexByte(r.text[r.pos:], '\n')
		if end < 0 {
			r.pos = len(r.text)
			return
		}
		r.newLine(r.pos + end)
	}
}

func (r *plainReader) newLine(end int) {
	r.pos = end + 1
	r.line, r.col, r.seen = r.line+1, 1, r.pos
}

// endLine demands that nothing but a comment follows, and goes on to the next
// content.
func (r *plainReader) endLine() {
	r.skipSpaces()
	switch c := r.peek(0); {
	case r.pos == len(r.text):
	case c == '\n' || c == '#' && r.text[r.pos-1] == ' ':
		r.nextLine()
	default:
		r.fail()
	}
}

// entry tells whether a list's dash stands here.
func (r *plainReader) entry() bool {
	return r.peek(0) == '-' && (r.peek(1) == ' ' || r.peek(1) == '\n')
}

// block reads the mapping or list that begins here, whose entries stand at an indent.
func (r *plainReader) block(indent int) node {
	if r.entry() {
		return r.list(indent)
	}
	key, ok := r.key()
	if !ok {
		return r.fail()
	}
	return r.mapping(key, indent)
}

func (r *plainReader) list(indent int) node {
	out := r.here()
	out.shape = listNode
	for r.entry() && r.indent() == indent {
		r.pos++
		r.skipSpaces()
		if r.peek(0) == '\n' {
			return r.fail()
		}
		at := r.indent()
		key, isKey := r.key()
		if isKey {
			out.items = append(out.items, r.mapping(key, at))
		} else {
			out.items = append(out.items, r.value(false))
			r.endLine()
		}
		if r.pos < len(r.text) && r.indent() > indent {
			return r.fail()
		}
	}
	return out
}

// mapping reads a mapping whose first key was read.
func (r *plainReader) mapping(key pair, indent int) node {
	out := node{at: key.at, shape: mappingNode}
	for {
		key.value = r.entryValue(indent)
		out.pairs = append(out.pairs, key)
		if r.pos == len(r.text) || r.indent() != indent || r.entry() {
			break
		}
		var ok bool
		if key, ok = r.key(); !ok {
			return r.fail()
		}
	}
	if r.pos < len(r.text) && r.indent() > indent {
		return r.fail() // a text of several lines
	}
	return out
}

// entryValue reads what stands behind the colon of a key at an indent.
func (r *plainReader) entryValue(indent int) node {
	r.skipSpaces()
	if c := r.peek(0); c != '\n' && c != '#' {
		out := r.value(false)
		r.endLine()
		return out
	}
	r.endLine()
	at := r.indent()
	if r.pos == len(r.text) || at < indent || at == indent && !r.entry() {
		return r.fail() // no value at all
	}
	return r.block(at)
}

// key reads a key with its colon, or nothing where none begins here.
func (r *plainReader) key() (pair, bool) {
	from := *r
	n := r.scalar(true)
	if !r.bad && n.shape == scalarNode && r.peek(0) == ':' && (r.peek(1) == ' ' || r.peek(1) == '\n') {
		r.pos++
		return pair{key: n.text, at: n.at}, true
	}
	*r = from
	return pair{}, false
}

// value reads a text, or braces or brackets; inside tells that it stands in some.
func (r *plainReader) value(inside bool) node {
	switch r.peek(0) {
	case '{':
		return r.braces()
	case '[':
		return r.brackets()
	}
	return r.scalar(inside)
}

func (r *plainReader) braces() node {
	out := r.here()
	out.shape, out.flow = mappingNode, true
	r.pos++
	for r.skipSpaces(); r.peek(0) != '}'; {
		key, ok := r.key()
		if !ok {
			return r.fail()
		}
		r.skipSpaces()
		key.value = r.value(true)
		out.pairs = append(out.pairs, key)
		if !r.comma('}') {
			return r.fail()
		}
	}
	r.pos++
	return out
}

func (r *plainReader) brackets() node {
	out := r.here()
	out.shape, out.flow = listNode, true
	r.pos++
	for r.skipSpaces(); r.peek(0) != ']'; {
		out.items = append(out.items, r.value(true))
		if !r.comma(']') {
			return r.fail()
		}
	}
	r.pos++
	return out
}

// comma goes over the comma between two entries; what closes them may stand there too.
func (r *plainReader) comma(closing byte) bool {
	r.skipSpaces()
	if r.peek(0) == closing {
		return true
	}
	if r.peek(0) != ',' {
		return false
	}
	r.pos++
	r.skipSpaces()
	return r.peek(0) != closing
}

// scalar reads a text, with or without quotes. Inside braces a comma ends it.
func (r *plainReader) scalar(inside bool) node {
	out := r.here()
	out.shape = scalarNode
	rest := r.text[r.pos:]
	if end := strings.IndexByte(rest, '\n'); end >= 0 {
		rest = rest[:end]
	}
	if rest == "" {
		return r.fail()
	}
	if q := rest[0]; q == '"' || q == '\'' {
		end := strings.IndexByte(rest[1:], q)
		if end < 0 || strings.IndexByte(rest[1:end+1], '\\') >= 0 || strings.HasPrefix(rest[end+2:], "'") {
			return r.fail()
		}
		out.text = rest[1 : end+1]
		r.pos += end + 2
		return out
	}
	if strings.IndexByte("-?:,[]{}#&*!|>@`%\t", rest[0]) >= 0 && (rest[0] != '-' || len(rest) == 1 || rest[1] == ' ') {
		return r.fail()
	}
	out.text = strings.TrimRight(rest[:bareEnd(rest, inside)], " ")
	r.pos += len(out.text)
	switch out.text {
	case "~", "null", "Null", "NULL", "<<", "---", "...":
		return r.fail()
	}
	return out
}

// bareEnd is where a text without quotes ends.
func bareEnd(s string, inside bool) int {
	for i := range len(s) {
		switch s[i] {
		case ':':
			if i+1 == len(s) || s[i+1] == ' ' || inside && strings.IndexByte(",]}", s[i+1]) >= 0 {
				return i
			}
		case '#':
			if s[i-1] == ' ' {
				return i
			}
		case ',', '[', ']', '{', '}':
			if inside {
				return i
			}
		}
	}
	return len(s)
}
