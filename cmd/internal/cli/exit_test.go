package cli

import (
	"strings"
	"testing"
)

// Scripts go by the exit code; help says what each means, and that of import.
func TestHelpTellsExitCodes(t *testing.T) {
	s := &stage{t: t, dir: t.TempDir()}
	s.run("--help")
	for _, want := range []string{"Mã kết thúc: 0 ", "; 1 ", "; 2 ", "; 3 ", "; 4 ", "import đã nhận mọi tệp"} {
		if !strings.Contains(s.out.String(), want) {
			t.Errorf("help does not say %q", want)
		}
	}
}
