package campaign

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// Who a matter between files is about is named in the workbook of the status, from the rows
// of its cells, those of a template and of the list of the gone too; of a place nobody is.
func TestWhomMattersAreAbout(t *testing.T) {
	lib := library(t)
	c := benchCampaign(t, filepath.Join(t.TempDir(), "c"), 3)
	person := func(name string) row { return row{"full_name": "Người Mẫu " + name} }
	report := leavingReport(t, lib, "CB0000", "died", person("Đã Mất"), person("An"), person("Bình"), person("Cúc"))
	report.Tables[1].Sources = []source{{report.Receipt.Path, "Không còn sinh hoạt"}}
	office := book(t, lib, excel.OfficeBook, "DU", evaluate.Organization, row{"org_name": "Chi bộ Mẫu 0"})
	// The report of another branch has come to lie in the place of an earlier one.
	second, third := book(t, lib, excel.BranchBook, "CB0001", evaluate.Member, person("Dần")), book(t, lib, excel.BranchBook, "CB0002", evaluate.Member, person("Én"))
	third.Receipt.Path, third.Tables[0].Sources = second.Receipt.Path, second.Tables[0].Sources
	third.Receipt.At = second.Receipt.At.Add(time.Hour)
	for _, k := range []*kept{report, office, second, third} {
		if err := c.Folder.keep(k); err != nil {
			t.Fatal(err)
		}
	}
	template := book(t, lib, excel.BranchBook, "CB0001", evaluate.Member, person("An"), person("Quên"))
	if err := os.MkdirAll(c.Folder.prefilled(), folderMode); err != nil {
		t.Fatal(err)
	}
	template.Tables[0].Sources = []source{{"mau/CB0001.xlsx", sheetTitle(evaluate.Member)}}
	if err := saveKept(c.Folder.prefilledPath("CB0001"), template); err != nil {
		t.Fatal(err)
	}
	members := func(file, cell string) evaluate.Origin {
		return evaluate.Origin{File: file, Sheet: sheetTitle(evaluate.Member), Cell: cell}
	}
	gone := evaluate.Origin{File: report.Receipt.Path, Sheet: "Không còn sinh hoạt", Cell: "B9"}
	place := evaluate.Origin{File: office.Receipt.Path, Sheet: sheetTitle(evaluate.Organization), Cell: "C9"}
	s := &Status{Matters: &Matters{}}
	want := []string{}
	for _, m := range []struct {
		want  string
		at    evaluate.Origin
		cells []string
		other []evaluate.Origin
	}{
		{"Quên", members("mau/CB0001.xlsx", "B10"), nil, []evaluate.Origin{members(report.Receipt.Path, "")}},
		{"An", members(report.Receipt.Path, "D9"), nil, []evaluate.Origin{members("mau/CB0001.xlsx", "B9")}}, // one person, two files
		{"An Bình Cúc", members(report.Receipt.Path, "B9"), []string{"B9:B11"}, nil},
		{"Bình", members(report.Receipt.Path, "C10"), []string{"C10:F10"}, nil},
		{"Đã Mất Cúc", gone, nil, []evaluate.Origin{members(report.Receipt.Path, "B11")}},
		{"Dần Én", members(second.Receipt.Path+wordReportOf("CB0001"), "B9"), nil, []evaluate.Origin{members(second.Receipt.Path, "B9")}},
		{"", place, nil, []evaluate.Origin{members(report.Receipt.Path, "B8"), {File: "to-chuc.xlsx", Sheet: "Danh sách tổ chức", Cell: "B9"}}},
		{"", evaluate.Origin{File: "to-chuc.xlsx"}, nil, nil},
	} {
		p := question("E342", m.at, "điều này", "sửa rồi nhập lại kèm --replace", seconds(m.other, "ở đây")...)
		p.Cells = m.cells
		s.Matters.List = append(s.Matters.List, Matter{Problem: p})
		want = append(want, m.want)
	}
	w, err := c.WriteStatus(s)
	if err != nil {
		t.Fatal(err)
	}
	path := c.Folder.path(w.Path)
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := f.GetRows("Giữa các tệp")
	if err != nil {
		t.Fatal(err)
	}
	head := slices.IndexFunc(rows, func(r []string) bool { return slices.Contains(r, "Người") })
	if head < 0 || len(rows) < head+1+len(want) {
		t.Fatalf("no column of people: %q", rows)
	}
	column, hint := slices.Index(rows[head], "Người"), slices.Index(rows[head], "Cách sửa")
	for i, want := range want {
		got := strings.ReplaceAll(strings.ReplaceAll(rows[head+1+i][column], "Người Mẫu ", ""), ",", "")
		if got != want {
			t.Errorf("%d: about %q, want %q", i+1, got, want)
		}
		if got := rows[head+1+i][hint]; got != "sửa rồi gửi lại (nơi nhận nhập kèm --replace)" {
			t.Errorf("the sender is told %q", got)
		}
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != fileMode {
		t.Errorf("others may read it: %v, %v", info.Mode(), err)
	}
}

// A refused file that comes back with a copy on the present template is sent back with it.
func TestStatusNamesTheCopyOnThePresentTemplate(t *testing.T) {
	at := time.Date(2025, 12, 20, 1, 0, 0, 0, time.UTC)
	s := statusOf(t, at, nil, func(c *Campaign) {
		for org, moved := range map[string]string{"CB0000": "tra-lai/a-mau-moi.xlsx", "CB0001": ""} {
			r := Refusal{Path: "nhan-ve/" + org, Kind: excel.BranchBook, Org: org, At: at, Errors: 1, Returned: "tra-lai/" + org, Migrated: moved}
			if err := c.Folder.keepRefusal(r); err != nil {
				t.Fatal(err)
			}
		}
	})
	for i, want := range []string{"tra-lai/CB0000, tra-lai/a-mau-moi.xlsx", "tra-lai/CB0001"} {
		_, o := find(t, s, []string{"CB0000", "CB0001"}[i])
		if got := s.returned(time.UTC)[i].Copy; got != want || o.File() != want {
			t.Errorf("sent back as %q, in the tree %q, want %q", got, o.File(), want)
		}
	}
}
