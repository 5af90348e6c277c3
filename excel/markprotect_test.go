package excel

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
)

// The ways in which a sheet is protected: ours, by a password as older programs write it,
// and as newer ones do.
var protections = map[string]string{
	"ours": ``,
	"old":  `<sheetProtection password="CC1A" sheet="1" objects="1" scenarios="1"/>`,
	"new": `<sheetProtection algorithmName="SHA-512" hashValue="eUjOAbsYC1wzdMdJBYeZ/4w5LRyJQWSgFxTmFKAc5u3R+1ykDPKqO2BKhL6YTC/1MmsFYRjAtjf0Sz0jVRWyDg=="` +
		` saltValue="+ak0ckQfvZ5bGfPjEpVUvw==" spinCount="100000" sheet="1" objects="1" scenarios="1" formatCells="0"/>`,
}

// protectionIn is the tag that protects a sheet, "" for none.
func protectionIn(t *testing.T, path, sheet string) string {
	t.Helper()
	text := sheetBytes(t, path, sheet)
	from := strings.Index(text, "<sheetProtection")
	if from < 0 {
		return ""
	}
	if strings.Count(text, "<sheetProtection") > 1 || from < strings.Index(text, "</sheetData>") {
		t.Errorf("%s is protected twice, or in front of its rows", sheet)
	}
	return strings.TrimSuffix(strings.TrimSuffix(text[from:from+strings.Index(text[from:], ">")], "/"), " ")
}

// protectedBy is the sample with the members' sheet protected otherwise.
func protectedBy(t *testing.T, tag string) string {
	t.Helper()
	if tag == "" {
		return sent(t)
	}
	path := damaged(t, sent(t), memberPart, func(s string) string {
		from := strings.Index(s, "<sheetProtection")
		return s[:from] + tag + s[from+strings.Index(s[from:], "</sheetProtection>")+len("</sheetProtection>"):]
	})
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return keepBook(t, "own", data)
}

// What hints ask for can be done in the marked copy: sheets to repair are open, whoever
// protected them, and the list says so of a password. Others stay as they are, and with
// the marks all of it comes back to the letter.
func TestMarkOpensSheetsToRepair(t *testing.T) {
	whole := problemAt(evaluate.Error, "", "lỗi của cả trang")
	for name, tag := range protections {
		for _, p := range []evaluate.Problem{problemAt(evaluate.Error, "D9", "lỗi mẫu"), whole} {
			path := protectedBy(t, tag)
			was, cover := protectionIn(t, path, sheetMembers), protectionIn(t, path, sheetCover)
			if was == "" || cover == "" {
				t.Fatal("the template itself is open")
			}
			out := markedWith(t, "marked", path, p)
			if got := protectionIn(t, out, sheetMembers); got != "" || protectionIn(t, out, sheetCover) != cover {
				t.Errorf("%s, at %q: members %s, cover %s", name, p.At.Cell, got, protectionIn(t, out, sheetCover))
			}
			told := strings.Contains(strings.Join(listOf(t, out), "\n"), labelMarkUnlocked)
			if told != (tag != "") {
				t.Errorf("%s, at %q: the list tells of a password: %t", name, p.At.Cell, told)
			}
			elsewhere := problemAt(evaluate.Error, "D4", "lỗi ở bìa")
			elsewhere.At.Sheet = sheetCover
			if got := protectionIn(t, markedWith(t, "cover", path, elsewhere), sheetMembers); got != was {
				t.Errorf("%s: with nothing to repair it is protected by\n%s, want\n%s", name, got, was)
			}
			again := markedWith(t, "again", out, problemAt(evaluate.Error, "E10", "còn lỗi"))
			if got := protectionIn(t, again, sheetMembers); got != "" {
				t.Errorf("%s: marked again it is shut: %s", name, got)
			}
			if got := protectionIn(t, markedWith(t, "clean", again), sheetMembers); got != was {
				t.Errorf("%s: without the marks protected by\n%s, want\n%s", name, got, was)
			}
		}
	}
}

// listOf are the rows above the headings of the list of problems.
func listOf(t *testing.T, path string) (out []string) {
	t.Helper()
	rows, err := openBookAt(t, path).GetRows(sheetErrors)
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows[:errorHeadRow-1] {
		out = append(out, strings.Join(row, "|"))
	}
	return out
}

// Who protects the sheet anew while repairing keeps what he did; what somebody wrote over
// the remembered protection protects nothing.
func TestUnmarkKeepsALaterProtection(t *testing.T) {
	const later = `<sheetProtection password="83AF" sheet="1" sort="0"`
	out := markedWith(t, "marked", protectedBy(t, protections["old"]), problemAt(evaluate.Error, "D9", "lỗi mẫu"))
	shut := damaged(t, out, memberPart, func(s string) string {
		return strings.Replace(s, "</sheetData>", "</sheetData>"+later+"/>", 1)
	})
	if got := protectionIn(t, markedWith(t, "clean", shut), sheetMembers); got != later {
		t.Errorf("protected by %s", got)
	}
	f := openBookAt(t, out)
	if err := f.SetCellValue(sheetMarks, "E3", `sheet="1"><evil/`); err != nil {
		t.Fatal(err)
	}
	odd := filepath.Join(t.TempDir(), "la.xlsx")
	if err := f.SaveAs(odd); err != nil {
		t.Fatal(err)
	}
	if got := protectionIn(t, markedWith(t, "clean", odd), sheetMembers); got != "" {
		t.Errorf("protected by %s", got)
	}
}

// The protection of the workbook stays as its program wrote it, unless a hint asks for
// what it forbids: to show a hidden sheet, to name one otherwise. It comes back with the
// sheets'.
func TestMarkedCopyStaysProtected(t *testing.T) {
	for _, tag := range []string{`<workbookProtection workbookPassword="CC3D" lockStructure="1"/>`,
		`<workbookProtection workbookAlgorithmName="SHA-512" workbookHashValue="ab==" workbookSaltValue="cd==" workbookSpinCount="100000" lockStructure="1"/>`} {
		hide := func(s string) string {
			return strings.Replace(strings.Replace(s, "<bookViews>", tag+"<bookViews>", 1), `name="`+sheetMembers+`"`, `name="`+sheetMembers+`" state="hidden"`, 1)
		}
		data, err := os.ReadFile(damaged(t, sent(t), "xl/workbook.xml", hide))
		if err != nil {
			t.Fatal(err)
		}
		path := keepBook(t, "hidden", data)
		inSight := problemAt(evaluate.Error, "D4", "lỗi mẫu")
		inSight.At.Sheet = sheetCover
		renamed := inSight
		renamed.At.Cell = ""
		for _, c := range []struct {
			problem evaluate.Problem
			kept    bool
		}{{inSight, true}, {problemAt(evaluate.Error, "D9", "trang ẩn"), false}, {renamed, false}} {
			out := markedWith(t, "marked", path, c.problem)
			if got := workbookProtectionIn(t, out); (got == tag) != c.kept || !c.kept && got != "" {
				t.Errorf("at %q: protected by %s", c.problem.At.Cell, got)
			}
			if told := strings.Contains(strings.Join(listOf(t, out), "\n"), labelMarkUnlocked); told == c.kept {
				t.Errorf("at %q: the list tells of a password: %t", c.problem.At.Cell, told)
			}
			if got := workbookProtectionIn(t, markedWith(t, "clean", markedWith(t, "again", out, c.problem))); got != tag {
				t.Errorf("at %q: without the marks protected by %s", c.problem.At.Cell, got)
			}
		}
	}
}

// workbookProtectionIn is the tag that protects the workbook, "" for none.
func workbookProtectionIn(t *testing.T, path string) string {
	t.Helper()
	for _, part := range parts(t, path) {
		text := string(part.data)
		if from := strings.Index(text, "<workbookProtection"); part.name == "xl/workbook.xml" && from >= 0 {
			if strings.Count(text, "<workbookProtection") > 1 {
				t.Error("the workbook is protected twice")
			}
			return text[from : from+strings.Index(text[from:], ">")+1]
		}
	}
	return ""
}
