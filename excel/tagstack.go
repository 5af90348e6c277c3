package excel

// tagStack holds the names of the open elements, outermost first, and checks
// that every closing tag closes the last open one.
type tagStack struct {
	names []string
	done  bool // the root element was closed
}

// push takes a tag; false when it does not fit.
func (s *tagStack) push(t token) bool {
	switch t.kind {
	case closeTag:
		n := len(s.names)
		if n == 0 || s.names[n-1] != string(t.name) {
			return false
		}
		s.names = s.names[:n-1]
		s.done = n == 1
		return true
	case emptyTag:
		if len(s.names) > 0 {
			return true
		}
		first := !s.done
		s.done = true
		return first
	}
	if s.done || len(s.names) > 64 {
		return false
	}
	s.names = append(s.names, intern(t.name))
	return true
}

func (s *tagStack) depth() int { return len(s.names) }

// at is the open element at a depth counted from 0, "" when there is none.
func (s *tagStack) at(i int) string {
	if i < len(s.names) {
		return s.names[i]
	}
	return ""
}

// closed tells whether the root was opened and closed.
func (s *tagStack) closed() bool { return s.done }

// textOf tells whether character data here is the text of a rich or plain
// string item: holder > t, or holder > r > t. Phonetic readings are not.
func (s *tagStack) textOf(holder string) bool {
	n := len(s.names)
	if n < 2 || s.names[n-1] != "t" {
		return false
	}
	return s.names[n-2] == holder || n >= 3 && s.names[n-2] == "r" && s.names[n-3] == holder
}

// intern gives the frequent names without allocating.
func intern(name []byte) string {
	switch string(name) {
	case "c":
		return "c"
	case "v":
		return "v"
	case "row":
		return "row"
	case "f":
		return "f"
	case "is":
		return "is"
	case "t":
		return "t"
	case "si":
		return "si"
	case "r":
		return "r"
	case "sheetData":
		return "sheetData"
	}
	return string(name)
}
