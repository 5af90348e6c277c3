package excel

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
)

// rosterSum is the checksum of whom and what a template lists: every identity
// fact it is pre-filled with, in order. It tells later from which roster the
// workbook was made; "" when it lists nobody.
func rosterSum(sheets []TemplateSheet) string {
	h := sha256.New()
	listed := false
	for i := range sheets {
		s := &sheets[i]
		for row := range prefilled(s) {
			listed = true
			io.WriteString(h, "\x1e"+string(s.Schema.Kind))
			for fact := range s.Schema.Facts {
				if v := s.Prefill.Value(row, fact); s.Schema.Facts[fact].Identity && !v.IsBlank() {
					io.WriteString(h, "\x1f"+string(s.Schema.Facts[fact].ID)+"="+s.Prefill.Data(fact, v))
				}
			}
		}
	}
	if !listed {
		return ""
	}
	return hex.EncodeToString(h.Sum(nil)[:8])
}
