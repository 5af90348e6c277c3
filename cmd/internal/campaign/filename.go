package campaign

import (
	"strings"

	"golang.org/x/text/unicode/norm"
)

// fileName makes a workbook's name from code and name of an organization: plain
// letters, so that no system and no mail program spoils it. A hash keeps apart
// codes that only differ in what is lost.
func fileName(code, name string) string {
	plain := strings.Map(func(r rune) rune {
		if r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '.' || r == '-' || r == '_' {
			return r
		}
		return -1
	}, code)
	if plain != code || strings.Trim(code, ".") != code {
		plain = strings.ToUpper(slug(code)) + "-" + shortSum(code)[:6]
	}
	return plain + "-" + slug(name) + ".xlsx"
}

func slug(s string) string {
	var b strings.Builder
	dash := false
	for _, r := range norm.NFD.String(strings.ToLower(s)) {
		switch {
		case r == 'đ':
			r = 'd'
		case r >= 0x300 && r <= 0x36f:
			continue
		}
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			if dash && b.Len() > 0 {
				b.WriteByte('-')
			}
			dash = false
			b.WriteRune(r)
			continue
		}
		dash = true
	}
	if out := b.String(); len(out) > 60 {
		return strings.TrimRight(out[:60], "-")
	} else if out != "" {
		return out
	}
	return "to-chuc"
}
