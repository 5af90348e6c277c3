package excel

import (
	"bytes"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/xeploai/xeploai/evaluate"
)

// Sheets too large for the library give the same copy, and come back byte for
// byte.
func TestMarkHeavySheets(t *testing.T) {
	path := sent(t)
	heavy := func(name, path string, problems ...evaluate.Problem) string {
		data, err := markedCopy(path, problems, true, 0)
		if err != nil {
			t.Fatal(err)
		}
		out := keepBook(t, name, data.Bytes())
		if err := Verify(out, nil); err != nil {
			t.Fatal(err)
		}
		return out
	}
	problems := []evaluate.Problem{problemAt(evaluate.Error, "D9", "a"), problemAt(evaluate.Warning, "E10", "b"), problemAt(evaluate.Error, "ZZ5000", "không có ô")}
	first := heavy("first", path, problems...)
	f, plain := openBookAt(t, first), openBookAt(t, path)
	for cell, want := range map[string]string{"D9": errorTint, "E10": warningTint, "D10": fillOf(t, plain, "D10")} {
		if got := fillOf(t, f, cell); got != want {
			t.Errorf("fill of %s is %q, want %q", cell, got, want)
		}
	}
	noFill := func(s *excelize.Style) { s.Fill = excelize.Fill{} }
	sameDescription(t, unprotected(described(t, first, noFill)), unprotected(described(t, path, noFill)))
	// The sheet to repair is open, and no other; what protected it is back in the end.
	for sheet, want := range map[string]string{sheetMembers: "", sheetOrgs: protectionIn(t, path, sheetOrgs)} {
		if got := protectionIn(t, first, sheet); got != want {
			t.Errorf("%s is protected by %q, want %q", sheet, got, want)
		}
	}
	second := heavy("second", first, problemAt(evaluate.Error, "F11", "c"))
	g := openBookAt(t, second)
	for cell, want := range map[string]string{"D9": fillOf(t, plain, "D9"), "E10": fillOf(t, plain, "E10"), "F11": errorTint} {
		if got := fillOf(t, g, cell); got != want {
			t.Errorf("fill of %s is %q, want %q", cell, got, want)
		}
	}
	clean := heavy("clean", second)
	for _, sheet := range []string{sheetCover, sheetMembers, sheetOrgs} {
		want := strings.NewReplacer(` tabSelected="1"`, "", ` tabSelected="true"`, "").Replace(sheetBytes(t, path, sheet))
		if sheetBytes(t, clean, sheet) != want {
			t.Errorf("%s did not come back as it was", sheet)
		}
	}
	// What one way marked the other can unmark.
	sameDescription(t, described(t, markedWith(t, "light", second)), described(t, path))
}

func TestRestyle(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{`<row r="1"><c r="A1" s="3"/><c r="B1" s="3" t="s"><v>1</v></c></row>`, `<row r="1"><c r="A1" s="77"/><c r="B1" s="3" t="s"><v>1</v></c></row>`},
		{`<c r="A1"/>`, `<c s="77" r="A1"/>`},
		{`<c t="str" r="A1"><v>a > b</v></c>`, `<c s="77" t="str" r="A1"><v>a > b</v></c>`},
		{`<x:c s='12' r='A1'></x:c>`, `<x:c s='77' r='A1'></x:c>`},
		{`<cols><col min="1"/></cols><c s="5"/>`, `<cols><col min="1"/></cols><c s="5"/>`},
		{`<sheetView tabSelected="1" workbookViewId="0"/>` + "\n", `<sheetView workbookViewId="0"/>` + "\n"},
	} {
		var out bytes.Buffer
		err := restyle(&out, strings.NewReader(c.in), func(at gridCell, style int) int {
			if at.String() == "A1" {
				return 77
			}
			return style
		}, nil)
		if err != nil || out.String() != c.want {
			t.Errorf("%s became %s, want %s (%v)", c.in, out.String(), c.want, err)
		}
	}
	if err := restyle(brokenWriter{}, strings.NewReader(strings.Repeat("<a>", 1<<17)), nil, nil); err != errBroken {
		t.Errorf("a broken writer gives %v", err)
	}
}

// What protects a sheet is taken out wherever it stands, and put where programs look for
// it; a sheet of which nothing changes passes as it is.
func TestRestyleProtects(t *testing.T) {
	open, shut := "", ` sheet="1"`
	for _, c := range []struct {
		in, want string
		shut     *string
	}{
		{`<sheetData></sheetData><sheetProtection sheet="1"/><autoFilter ref="A1"/>`, `<sheetData></sheetData><autoFilter ref="A1"/>`, &open},
		{`<x:sheetData/><x:sheetProtection sheet='1'></x:sheetProtection></x:worksheet>`, `<x:sheetData/></x:worksheet>`, &open},
		{`<sheetData><row r="1"></row></sheetData><sheetCalcPr fullCalcOnLoad="1"/><mergeCells/>`, `<sheetData><row r="1"></row></sheetData><sheetCalcPr fullCalcOnLoad="1"/><sheetProtection sheet="1"></sheetProtection><mergeCells/>`, &shut},
		{`<x:sheetData/></x:worksheet>`, `<x:sheetData/><x:sheetProtection sheet="1"></x:sheetProtection></x:worksheet>`, &shut},
		{`<sheetData ></sheetData ><sheetProtection password="AB" sheet="1"/></worksheet>`, `<sheetData ></sheetData ><sheetProtection password="AB" sheet="1"/></worksheet>`, nil},
	} {
		var out bytes.Buffer
		if err := restyle(&out, strings.NewReader(c.in), nil, c.shut); err != nil || out.String() != c.want {
			t.Errorf("%s became %s, want %s (%v)", c.in, out.String(), c.want, err)
		}
	}
}
