package excel

import "bytes"

// foreignReference finds [1] in a formula: a value copied from another
// workbook, as old as its last update.
func foreignReference(f []byte) bool {
	for i := bytes.IndexByte(f, '['); i >= 0; {
		j := i + 1
		for j < len(f) && f[j] >= '0' && f[j] <= '9' {
			j++
		}
		if j > i+1 && j < len(f) && f[j] == ']' {
			return true
		}
		next := bytes.IndexByte(f[i+1:], '[')
		if next < 0 {
			return false
		}
		i += 1 + next
	}
	return false
}

// parseCell reads a name such as F12.
func parseCell(s []byte) (gridCell, bool) {
	i, col := 0, int32(0)
	for i < len(s) && i < 4 {
		c := s[i] &^ 0x20
		if c < 'A' || c > 'Z' {
			break
		}
		col = col*26 + int32(c-'A'+1)
		i++
	}
	row, ok := digits(s[i:])
	if !ok || col < 1 || col > gridColumns || row < 1 || row > gridRows {
		return gridCell{}, false
	}
	return gridCell{col, row}, true
}

// digits reads a whole number without a sign, of at most nine digits.
func digits(s []byte) (int32, bool) {
	if len(s) == 0 || len(s) > 9 {
		return 0, false
	}
	n := int32(0)
	for _, c := range s {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = n*10 + int32(c-'0')
	}
	return n, true
}
