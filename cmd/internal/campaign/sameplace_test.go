package campaign

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/xeploai/xeploai/evaluate"
)

// Two branches' reports came in one after the other under one name, one person stands in
// both: the question says of each cell in whose report it is, and concerns both.
func TestReportsFromOnePlaceAreToldApart(t *testing.T) {
	c := benchCampaign(t, t.TempDir()+"/c", 2)
	files := fillTemplates(t, c, 8)
	number := func(path string, set string) string {
		f, err := excelize.OpenFile(path)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		rows, err := f.GetRows("Đảng viên")
		if err != nil {
			t.Fatal(err)
		}
		for i, stamp := range rows[5] {
			if stamp == "#identity_number" {
				cell, _ := excelize.CoordinatesToCellName(i+1, 9)
				if set != "" {
					if err := f.SetCellStr("Đảng viên", cell, set); err != nil {
						t.Fatal(err)
					}
					if err := f.Save(); err != nil {
						t.Fatal(err)
					}
				}
				return rows[8][i]
			}
		}
		t.Fatalf("no such column: %v", rows[5])
		return ""
	}
	number(files[1], number(files[0], ""))
	place := filepath.Join(c.Folder.Inbox(), "bao cao.xlsx")
	for _, f := range files {
		if err := os.Rename(f, place); err != nil {
			t.Fatal(err)
		}
		if _, err := c.Import(ImportOptions{Paths: []string{place}, Matters: true}); err != nil {
			t.Fatal(err)
		}
	}
	s, err := c.Status()
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for _, m := range s.Matters.List {
		if m.Severity < evaluate.Warning {
			continue
		}
		found++
		at := []string{m.At.String()}
		for _, r := range m.Related {
			at = append(at, r.At.String())
		}
		all := strings.Join(at, "\n")
		if !strings.Contains(all, "bao cao.xlsx (bản đã nhận của CB0000") || !strings.Contains(all, "bao cao.xlsx[") || len(m.Orgs) < 2 {
			t.Errorf("%s %s: %s concerns %v", m.Code, m.Message, all, m.Orgs)
		}
	}
	if found == 0 {
		t.Error("nothing is asked")
	}
}
