package excel

import (
	"bytes"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/xeploai/xeploai/evaluate"
)

// ballotTemplate is a branch workbook that asks for the votes behind two
// proposals.
func ballotTemplate(t *testing.T) TemplateSpec {
	t.Helper()
	choices := []evaluate.Choice{{Code: "excellent", Label: "Xuất sắc"}, {Code: "good", Label: "Tốt"}}
	count := func(id, of, heading string, c evaluate.BallotCount, g evaluate.Statutory) evaluate.FactDef {
		return evaluate.FactDef{ID: evaluate.FactID(id), Kind: evaluate.Member, Type: evaluate.NumberFact, Step: evaluate.Int(1), Heading: heading,
			Ballot: &evaluate.BallotPart{Of: evaluate.FactID(of), Count: c, Votes: g}}
	}
	proposal := func(id, heading string, level int) evaluate.FactDef {
		return evaluate.FactDef{ID: evaluate.FactID(id), Kind: evaluate.Member, Type: evaluate.ChoiceFact, Heading: heading, Choices: choices, Role: evaluate.RoleProposal, Level: level}
	}
	v, ps := evaluate.NewVocabulary([]evaluate.FactDef{
		{ID: "full_name", Kind: evaluate.Member, Type: evaluate.TextFact, Heading: "Họ và tên", Role: evaluate.RoleName, Identity: true},
		proposal("proposal_branch", "Chi bộ đề nghị", 1), proposal("proposal_base", "Đảng ủy cơ sở đề nghị", 2),
		count("branch_good", "proposal_branch", "Phiếu tốt", "", "good"), count("branch_valid", "proposal_branch", "Phiếu hợp lệ", evaluate.BallotsValid, ""),
		count("branch_excellent", "proposal_branch", "Phiếu xuất sắc", "", "excellent"),
		count("base_valid", "proposal_base", "Phiếu hợp lệ", evaluate.BallotsValid, ""), count("unasked", "proposal_base", "Phiếu chưa đánh giá", evaluate.BallotsUnrated, ""),
	}, nil)
	if len(ps) > 0 {
		explain(t, ps)
		t.Fatal("vocabulary")
	}
	s := v.Schema(evaluate.Member)
	known := evaluate.NewFrame(s)
	for i, name := range []string{"Người Mẫu 1", "=Người Mẫu 2"} {
		known.Append(evaluate.Place{})
		setText(known, i, "full_name", name)
	}
	x, _ := evaluate.NumberValue(evaluate.Int(13))
	known.Set(0, at(known, "branch_valid"), x)
	return TemplateSpec{Stamp: sampleStamp(BranchBook), Office: sampleOffice(), OrgName: "Chi bộ Mẫu", Superior: "Đảng bộ thôn Mẫu",
		Sheets: []TemplateSheet{{Title: sheetMembers, Heading: "ĐẢNG VIÊN", Schema: s, Facts: []int{0, 1, 2, 3, 4, 5, 6}, Prefill: known, Rows: 2}}}
}

// Votes of a second round are told apart where they are filled in and where they are
// signed for, and only in the minutes of that vote.
func TestBallotSheets_secondRound(t *testing.T) {
	spec := ballotTemplate(t)
	best, _ := spec.Sheets[0].Schema.Index("branch_excellent")
	spec.Sheets[0].SecondRound = []int{best}
	path, _ := written(t, "rounds", func(w io.Writer) error { return WriteTemplate(w, spec) })
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for sheet, two := range map[string]bool{"Kiểm phiếu": true, "Kiểm phiếu 2": false} {
		heading, _ := f.GetCellValue(sheet, cellName(4, ballotHead))
		said, _ := f.GetCellValue(sheet, "A9")
		if (heading == "Vòng hai: phiếu xuất sắc") != two || strings.Contains(said, "vòng một") != two {
			t.Errorf("%s: %q, %q", sheet, heading, said)
		}
	}
	checks, err := f.GetDataValidations(sheetMembers)
	if err != nil || !slices.ContainsFunc(checks, func(v *excelize.DataValidation) bool {
		return v.Prompt != nil && strings.Contains(*v.Prompt, "vòng hai")
	}) {
		t.Errorf("no message of its column tells of the second round: %v", err)
	}
}

func TestBallotSheets(t *testing.T) {
	spec := ballotTemplate(t)
	path, _ := written(t, "ballots", func(w io.Writer) error { return WriteTemplate(w, spec) })
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	// One sheet a vote, its figures in their order and only those the workbook asks for.
	for sheet, want := range map[string][]string{
		"Kiểm phiếu":   {"STT", "Họ và tên", "Phiếu hợp lệ", "Phiếu xuất sắc", "Phiếu tốt", "Chi bộ đề nghị", ""},
		"Kiểm phiếu 2": {"STT", "Họ và tên", "Phiếu hợp lệ", "Đảng ủy cơ sở đề nghị", ""},
	} {
		for i, heading := range want {
			if got, _ := f.GetCellValue(sheet, cellName(i+1, ballotHead)); got != heading {
				t.Errorf("%s, column %d: %q, want %q", sheet, i+1, got, heading)
			}
		}
	}
	for cell, want := range map[string]string{"B12": "Người Mẫu 1", "B13": "=Người Mẫu 2", "C12": "13", "C13": "", "A13": "2"} {
		if got, _ := f.GetCellValue("Kiểm phiếu", cell); got != want {
			t.Errorf("%s shows %q, want %q", cell, got, want)
		}
	}
	// The figures are those of the data sheet, wherever its columns stand.
	for cell, column := range map[string]string{"C12": "Phiếu hợp lệ", "D13": "Phiếu xuất sắc", "F12": "Chi bộ đề nghị"} {
		formula, _ := f.GetCellFormula("Kiểm phiếu", cell)
		_, row, _ := excelize.CellNameToCoordinates(cell)
		where := ""
		for i := 1; i < 10; i++ {
			if got, _ := f.GetCellValue(sheetMembers, cellName(i, headingRow)); got == column && where == "" {
				where = "'" + sheetMembers + "'!" + cellName(i, dataRow+row-ballotHead-1)
			}
		}
		if want := "IF(" + where + `="","",` + where + ")"; formula != want {
			t.Errorf("%s: %s, want %s", cell, formula, want)
		}
	}
	if landscape, _ := f.GetPageLayout("Kiểm phiếu"); landscape.Orientation == nil || *landscape.Orientation != "landscape" {
		t.Error("the minutes do not print on A4 across")
	}
}

// The minutes are never read back: a filled template with them is as good as one
// without.
func TestBallotSheetIsNotRead(t *testing.T) {
	for _, name := range []string{sheetBallots, ballotName(2)} {
		if !isOwnSheet(name) {
			t.Errorf("%q would be read", name)
		}
	}
}

// However many were voted on, the signatures stand on a page with the last two of
// them: alone they would certify nothing.
func TestMinutesAreSignedUnderTheirRows(t *testing.T) {
	breakAt := regexp.MustCompile(`<brk id="(\d+)"`)
	turned := 0
	for n := 2; n <= 80; n++ {
		known, spare := n/2+1, 20*(n%2)
		spec := ballotTemplate(t)
		spec.Sheets[0].Rows = known + spare
		for n := spec.Sheets[0].Prefill.Len(); n < known; n++ {
			spec.Sheets[0].Prefill.Append(evaluate.Place{})
			setText(spec.Sheets[0].Prefill, n, "full_name", "Người Mẫu "+itoa(n))
		}
		var b bytes.Buffer
		if err := WriteTemplate(&b, spec); err != nil {
			t.Fatal(err)
		}
		for _, m := range breakAt.FindAllSubmatch(partOf(t, b.Bytes(), "xl/worksheets/sheet3.xml"), -1) {
			turned++
			if before, _ := strconv.Atoi(string(m[1])); ballotHead+known-before < min(signedRows, known-1) {
				t.Errorf("%d voted on, %d rows to fill in: %d of them stand over the signatures", known, spare, ballotHead+known-before)
			}
		}
	}
	if turned == 0 {
		t.Error("no minutes go over more than one page")
	}
}
