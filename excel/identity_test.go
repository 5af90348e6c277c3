package excel

import (
	"strings"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
)

// Dots, dashes and apostrophes are no part of an identity number: they are passed over
// where the digits are then as many as such a number has, and else it is said what to
// take out, never what stands there.
func TestIdentityNumbersWithMarks(t *testing.T) {
	for written, want := range map[string]struct {
		code evaluate.Code
		data string
		said string
	}{
		"001.070.000.123":   {"X165", "001070000123", ""},
		"'001070000123":     {"X165", "001070000123", ""},
		"’001 070 000 123":  {"X165", "001070000123", ""},
		"001-070-000-123":   {"X165", "001070000123", ""},
		"012.345.678":       {"X165", "012345678", ""},
		"001.070.000.12":    {"X112", "", "11 chữ số; bỏ dấu chấm; ghi 12 chữ số"},
		"'001-070.000.1234": {"X112", "", "13 chữ số; bỏ dấu chấm, gạch, nháy; ghi 12 chữ số"},
		"1.23456789":        {"X112", "", "bỏ dấu chấm"},
		"-123456789":        {"X112", "", "bỏ dấu gạch"},
		"CCCD 001070000123": {"X112", "", "bỏ chữ cái"},
		"(001070000123)":    {"X112", "", "bỏ dấu khác"},
		"00107000012":       {"X113", "", ""},
		"0010700001234":     {"X112", "", "13 chữ số; ghi 12 chữ số"},
	} {
		in, ps := Read(filled(t, func(e *editor) { e.set("identity_number", 1, written) }), readSpec(t))
		p := find(t, ps, want.code)
		if said := p.Message + "; " + p.Hint; want.said != "" && !strings.Contains(strings.ReplaceAll(said, ")", ""), want.said) {
			t.Errorf("%s: said %q", written, said)
		}
		f := in.Frames[evaluate.Member]
		if i := f.Schema.ByRole(evaluate.RoleIdentity); f.Text(1, i) != want.data {
			t.Errorf("%s: read as %q", written, f.Text(1, i))
		}
	}
}
