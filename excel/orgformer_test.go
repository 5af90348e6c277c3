package excel

import (
	"slices"
	"testing"
)

// Codes of organizations are taken apart however they are divided; a name stays one, and
// one that looks like several is told.
func TestFormerOnes(t *testing.T) {
	for _, c := range []struct {
		text           string
		want           []string
		split, several bool
	}{
		{"", nil, false, false},
		{"CB-98; CB-99", []string{"CB-98", "CB-99"}, false, false},
		{"CB-98;", []string{"CB-98"}, false, false},
		{"HU.02.03, HU.02.04", []string{"HU.02.03", "HU.02.04"}, true, false},
		{"HU.02.03 và HU.02.04", []string{"HU.02.03", "HU.02.04"}, true, false},
		{"HU.02.03\nHU.02.04", []string{"HU.02.03", "HU.02.04"}, true, false},
		{"HU.02.03 HU.02.04", []string{"HU.02.03", "HU.02.04"}, true, false},
		{"HU.02.03+HU.02.04/HU.02.05", []string{"HU.02.03", "HU.02.04", "HU.02.05"}, true, false},
		{"Chi bộ Mẫu 3; HU.02.03, HU.02.04", []string{"Chi bộ Mẫu 3", "HU.02.03", "HU.02.04"}, true, false},
		{"Chi bộ Văn phòng, Tổng hợp", []string{"Chi bộ Văn phòng, Tổng hợp"}, false, false},
		{"Chi bộ Thanh tra và Tư pháp", []string{"Chi bộ Thanh tra và Tư pháp"}, false, false},
		{"Phòng Mẫu A", []string{"Phòng Mẫu A"}, false, false},
		{"Chi bộ thôn 3, Chi bộ thôn 4", []string{"Chi bộ thôn 3, Chi bộ thôn 4"}, false, true},
		{"HU.02.03 Chi bộ thôn 3", []string{"HU.02.03 Chi bộ thôn 3"}, false, true},
		{"HU.02.03, Chi bộ thôn 4", []string{"HU.02.03, Chi bộ thôn 4"}, false, true},
	} {
		if got, split, several := formerOnes(c.text); !slices.Equal(got, c.want) || split != c.split || several != c.several {
			t.Errorf("%q: %q, %v, %v", c.text, got, split, several)
		}
	}
}
