package excel

import (
	"testing"

	"github.com/xeploai/xeploai/evaluate"
)

func TestReadTemplate(t *testing.T) {
	in, ps := Read(fillTemplate(t, BranchBook, 5, sampleRemark), readSpec(t))
	if in == nil || codesOf(ps) != "X169" {
		explain(t, ps)
		t.Fatal("a filled template is refused")
	}
	if in.Stamp.Kind != BranchBook || in.Stamp.Org != "CB-01" || in.Stamp.Period != "2025" || in.Stamp.Rules[evaluate.Member] == "" {
		t.Errorf("stamp %+v", in.Stamp)
	}
	f := in.Frames[evaluate.Member]
	if f.Len() != 5 || in.Frames[evaluate.Organization].Len() != 1 {
		t.Fatalf("%d members", f.Len())
	}
	at := func(id evaluate.FactID) int { i, _ := f.Schema.Index(id); return i }
	for id, want := range map[evaluate.FactID]string{"full_name": "Người Mẫu 3", "identity_number": "001095001002", "birth_date": "1962-03-03",
		"category": "official", "score_1": "9.5", "tasks_done": "18", "reviewed": "yes", "proposal_self": "good", "remark": "=ghi chú 2"} {
		if got := f.Data(at(id), f.Value(2, at(id))); got != want {
			t.Errorf("%s = %q, want %q", id, got, want)
		}
	}
	if o := f.Origin(2, at("identity_number")); o.String() != "nhan/mau.xlsx[Đảng viên!C11]" {
		t.Errorf("origin %s", o)
	}
}

// Who owes a required cell: each reporter on the rows it answers for.
func TestOwnRow(t *testing.T) {
	v := readVocabulary(t)
	frame := evaluate.NewFrame(v.Schema(evaluate.Member))
	row, code := frame.Append(evaluate.Place{Source: -1}), frame.Schema.ByRole(evaluate.RoleBranchCode)
	frame.SetText(row, code, "B1")
	for _, c := range []struct {
		kind BookKind
		org  string
		by   evaluate.Supplier
		want bool
	}{
		{BranchBook, "B1", evaluate.SupplyBranch, true},
		{BaseBook, "A", evaluate.SupplyBranch, false}, // the branch's own word
		{BaseBook, "B1", evaluate.SupplyBranch, true},
		{BaseBook, "A", evaluate.SupplyBase, true},
		{OfficeBook, "X", evaluate.SupplyBase, false}, // a base committee may answer it
		{OfficeBook, "X", evaluate.SupplyOffice, true},
	} {
		s := sheetReading{reader: &reader{in: &Intake{Stamp: Stamp{Kind: c.kind, Org: c.org}}}, frame: frame, code: code}
		if got := s.ownRow(&evaluate.FactDef{Supplier: c.by}, row); got != c.want {
			t.Errorf("%s of %s owes what the %s supplies: %t", c.kind, c.org, c.by, got)
		}
	}
}

// A section committee says of its own collectives what base committees say of theirs: the
// base committee above it, which lists them too, owes nothing of them.
func TestOwnRow_ofCommitteesBelow(t *testing.T) {
	schema := *readVocabulary(t).Schema(evaluate.Member)
	schema.Kind = evaluate.Collective
	frame := evaluate.NewFrame(&schema)
	row, code := frame.Append(evaluate.Place{Source: -1}), frame.Schema.ByRole(evaluate.RoleBranchCode)
	frame.SetText(row, code, "TT")
	for _, c := range []struct {
		owner     string
		committee bool
		by        evaluate.Supplier
		want      bool
	}{
		{"A", true, evaluate.SupplyBranch, true},
		{"A", true, evaluate.SupplyBase, true},
		{"A.B", true, evaluate.SupplyBranch, false},
		{"A.B", true, evaluate.SupplyBase, false},
		{"A.1", false, evaluate.SupplyBranch, false}, // a branch says of its own what branches say
		{"A.1", false, evaluate.SupplyBase, true},
	} {
		spec := ReadSpec{Owner: func(evaluate.Kind, string) (string, bool) { return c.owner, c.committee }}
		s := sheetReading{reader: &reader{spec: spec, in: &Intake{Stamp: Stamp{Kind: BaseBook, Org: "A"}}}, frame: frame, code: code}
		if got := s.ownRow(&evaluate.FactDef{Supplier: c.by}, row); got != c.want {
			t.Errorf("A owes of a collective of %s what the %s supplies: %t", c.owner, c.by, got)
		}
	}
}
