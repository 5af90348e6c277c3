package evaluate

import "testing"

func TestQuoteRepeatsNoNamesAndNumbers(t *testing.T) {
	for _, s := range []string{"21", "89,5", "1.234", "-1", "90 %", "100%", "31/02/2010", "2010-02-31", "5.9.75", "CB-01", "XM.01.04", "2025-Q3"} {
		if !Quotable(s) {
			t.Errorf("%q could be repeated", s)
		}
	}
	for _, s := range []string{"", "Nguyễn Mẫu An", "An", "nguyen mau an", "NguyenMauAn", "001095001000", "001 095 001 000", "001.095.001.000",
		"27.066420", "27 066420", "1234567", "9E11 An 1", "Chi bộ Mẫu 1", "1.09500100E+11", "An 1", "12345678901234567890123"} {
		if Quotable(s) {
			t.Errorf("%q is repeated", s)
		}
		if got := Quote(s); s != "" && got == `"`+s+`"` {
			t.Errorf("Quote(%q) = %s", s, got)
		}
	}
}
