package excel

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/xeploai/xeploai/evaluate"
)

// formerOnes takes apart a cell of the list that names the organizations from which one
// was made. A semicolon divides them. Codes have none of the other signs by which people
// divide, so that cells of nothing but codes are taken apart by these too, and split tells
// so; a name may have any of them, and stays one: several tells that it looks like more.
func formerOnes(text string) (names []string, split, several bool) {
	for _, part := range strings.Split(text, ";") {
		part = tidy(part)
		if part == "" {
			continue
		}
		pieces, codes := piecesOf(part), 0
		for _, p := range pieces {
			if isCodeLike(p) {
				codes++
			}
		}
		switch words := strings.Fields(part); {
		case len(pieces) > 1 && codes == len(pieces):
			names, split = append(names, pieces...), true
		case len(words) > 1 && allCodeLike(words):
			names, split = append(names, words...), true
		default:
			names = append(names, part)
			several = several || len(words) > 1 && isCodeLike(words[0]) || len(pieces) > 1 && (codes > 0 || beginAlike(pieces))
		}
	}
	return names, split, several
}

// piecesOf divides a text where people divide lists.
func piecesOf(text string) (out []string) {
	spaced := strings.NewReplacer(" và ", ",", " Và ", ",", "\n", ",").Replace(text)
	for _, p := range strings.FieldsFunc(spaced, func(r rune) bool { return strings.ContainsRune(",+/&", r) }) {
		if p = tidy(p); p != "" {
			out = append(out, p)
		}
	}
	return out
}

// isCodeLike tells whether a text looks like a code: one word with letters and digits.
func isCodeLike(s string) bool {
	letter, digit := false, false
	for _, r := range s {
		switch {
		case unicode.IsSpace(r):
			return false
		case unicode.IsDigit(r):
			digit = true
		case unicode.IsLetter(r):
			letter = true
		}
	}
	return letter && digit
}

func allCodeLike(words []string) bool {
	for _, w := range words {
		if !isCodeLike(w) {
			return false
		}
	}
	return true
}

// beginAlike tells whether all texts begin with the same two words, as names of
// organizations of one kind do.
func beginAlike(texts []string) bool {
	first := ""
	for i, t := range texts {
		words := strings.Fields(fold(t))
		if len(words) < 3 {
			return false
		}
		begin := words[0] + " " + words[1]
		if i > 0 && begin != first {
			return false
		}
		first = begin
	}
	return true
}

// tellFormerOnes tells of the cells that were taken apart, or look as if they should be.
func (r *reader) tellFormerOnes(f *evaluate.Frame, prefix, heading string) {
	if f == nil {
		return
	}
	for row := range f.Len() {
		l := listRow{f, prefix, row}
		switch names, split, several := formerOnes(l.text("predecessors")); {
		case several:
			r.add(warningAt("X164", l.origin("predecessors"), fmt.Sprintf("cột “%s”: ô này được hiểu là tên của %s", heading, oneOrMore(len(names))), hintSeveralFormer))
		case split:
			r.add(noteAt("X164", l.origin("predecessors"), fmt.Sprintf("cột “%s”: ô này được hiểu là %d mã", heading, len(names)), "không cần làm gì nếu hiểu đúng"))
		}
	}
}

func oneOrMore(n int) string {
	if n == 1 {
		return "một tổ chức"
	}
	return fmt.Sprintf("%d tổ chức", n)
}

const hintSeveralFormer = "nhiều tổ chức thì viết cách nhau bằng dấu chấm phẩy (;), mỗi tổ chức chỉ ghi mã hoặc tên; đúng là một tổ chức thì không cần làm gì"
