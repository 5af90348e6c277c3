package rules

import "testing"

func TestBuiltinLoads(t *testing.T) {
	lib, ps := Load(nil, Builtin())
	for _, p := range ps {
		t.Errorf("%s %s: %s (%s)", p.Code, p.At, p.Message, p.Hint)
	}
	if len(lib.Sets) < 4 || len(lib.Forms) < 2 {
		t.Errorf("%d sets, %d forms", len(lib.Sets), len(lib.Forms))
	}
}

func TestBuiltinCases(t *testing.T) {
	lib, _ := Load(nil, Builtin())
	report, ps := RunCases(lib, Builtin())
	for _, p := range ps {
		t.Errorf("%s %s: %s", p.Code, p.At, p.Message)
	}
	for _, p := range report.Unproven() {
		t.Errorf("%s %s: %s", p.Code, p.At, p.Message)
	}
	t.Logf("%d of %d cases pass", report.Passed, report.Run)
}
