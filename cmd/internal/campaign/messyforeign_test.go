//go:build libreoffice

package campaign

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// foreignEvery is how many returns one comes in that another program saves.
const foreignEvery = 7

// One in seven of the messy returns, truly saved again by LibreOffice, is taken in
// as if its sender had used Excel: the same values, the same faults at the same
// cells; and the marked copies, mended and saved again, are accepted.
func TestMessyReturnsSavedByLibreOffice(t *testing.T) {
	c := messyCampaign(t, 0)
	all := messyMeaning(t, c)
	makeMessy(t, all)
	var returns []*messyReturn
	for i, r := range all {
		if r.book != nil && i%foreignEvery == 2 {
			r.path = r.org() + ".xlsx"
			returns = append(returns, r)
		}
	}
	savedAgain(t, returns)
	junk := c.layAll(t, returns)
	report := c.takeIn(t, c.Folder.Inbox())
	c.told(t, report, returns, junk, nil)
	c.said(t, returns, func(r *messyReturn) bool { return !r.refused() })
	c.secondRound(t, report, returns)
	for _, f := range c.takeIn(t, c.Folder.Inbox()).Files {
		if f.Outcome == Rejected {
			t.Errorf("%s comes back again: %v", f.Path, f.Problems)
		}
	}
	c.said(t, returns, func(*messyReturn) bool { return true })
	t.Logf("%d files saved by LibreOffice, %d of them faulty", len(returns), report.Count(Rejected))
}

// savedAgain opens and saves all files in one run of the program.
func savedAgain(t *testing.T, returns []*messyReturn) {
	t.Helper()
	in, out := t.TempDir(), t.TempDir()
	var paths []string
	for _, r := range returns {
		path := filepath.Join(in, r.org()+".xlsx")
		if err := os.WriteFile(path, r.bytes, 0o600); err != nil {
			t.Fatal(err)
		}
		paths = append(paths, path)
	}
	savedByLibreOffice(t, "xlsx", out, paths...)
	for _, r := range returns {
		b, err := os.ReadFile(filepath.Join(out, r.org()+".xlsx"))
		if err != nil {
			t.Fatal(err)
		}
		r.bytes = b
	}
}

// savedByLibreOffice has files written in another format by one run of the program.
func savedByLibreOffice(t *testing.T, format, out string, paths ...string) {
	t.Helper()
	args := append([]string{"-env:UserInstallation=file://" + t.TempDir(), "--headless", "--convert-to", format, "--outdir", out}, paths...)
	if b, err := exec.Command("soffice", args...).CombinedOutput(); err != nil {
		t.Fatalf("LibreOffice (soffice) is needed for tests with the tag libreoffice: %v\n%s", err, b)
	}
}

// pagesOf is the text of a document, page by page.
func pagesOf(t *testing.T, pdf string) []string {
	t.Helper()
	b, err := exec.Command("pdftotext", "-layout", pdf, "-").Output()
	if err != nil {
		t.Fatal("pdftotext: ", err)
	}
	return strings.Split(strings.TrimSuffix(string(b), "\f"), "\f")
}
