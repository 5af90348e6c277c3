package campaign

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// The office whose clerk gets 300 messy returns of 310 organizations:
//
//	messyoffice_test.go  who reports, and what each means to say
//	messybook_test.go    one return while its sender works in it
//	messykinds_test.go   what senders do to their tables and to single cells
//	messyfiles_test.go   what becomes of whole files, and how they arrive
//	messysender_test.go  who gets a marked copy and mends what it says
//	messytruth_test.go   what must come out, and whether it did
//	messyround_test.go   the second round, and files sent again
//	messyintake_test.go  the run itself
//	messyforeign_test.go the same of files that LibreOffice saved (tag libreoffice)
const (
	messyBranches = 303
	messyBases    = 6
	messyPeople   = 8 // of a branch
)

// messyReturn is what one organization has on its desk.
type messyReturn struct {
	spec   excel.TemplateSpec
	people []map[string]string // what is meant, fact → value; see fillFacts
	own    map[string]string   // of the organization itself
	book   *messyBook          // its workbook once its sender is done; nil for a base committee's
	fault  string              // of the whole file, "" for none
	path   string              // in the inbox, within an archive behind "!"
	bytes  []byte
}

func (r *messyReturn) org() string { return r.spec.Stamp.Org }

// silent are the ten who send nothing: the office, a base committee, branches.
func silent(org string) bool {
	return slices.Contains([]string{"DU", "CS05", "CB0000", "CB0049", "CB0050", "CB0111", "CB0177", "CB0233", "CB0250", "CB0299"}, org)
}

func messyCampaign(t testing.TB, workers int) *Campaign {
	t.Helper()
	orgs := []evaluate.Org{{Code: "DU", Name: "Đảng bộ xã Mẫu", Level: evaluate.CommitteeLevel, Type: "commune"}}
	for i := range messyBases {
		orgs = append(orgs, evaluate.Org{Code: fmt.Sprintf("CS%02d", i), Name: fmt.Sprintf("Đảng bộ cơ sở Mẫu %d", i),
			Parent: "DU", Level: evaluate.BaseCommittee, Type: "commune"})
	}
	for i := range messyBranches {
		o := evaluate.Org{Code: fmt.Sprintf("CB%04d", i), Name: fmt.Sprintf("Chi bộ Mẫu %d", i),
			Parent: fmt.Sprintf("CS%02d", i*messyBases/messyBranches), Level: evaluate.Branch, Type: "commune"}
		if i == mergedInto {
			o.Predecessors = []string{fmt.Sprintf("CB%04d", mergedAway)}
		}
		orgs = append(orgs, o)
	}
	now := func() time.Time { return time.Date(2026, 1, 5, 8, 0, 0, 0, time.UTC) }
	config := Config{Period: "2025", ReferenceDate: "2025-12-31", CommentFromMonths: "6", Workers: workers,
		Office: excel.Office{Code: "DU", Name: "ĐẢNG ỦY XÃ MẪU", Superior: "ĐẢNG BỘ TỈNH MẪU", Place: "Mẫu"}}
	folder, err := Init(filepath.Join(t.TempDir(), "dot"), config, orgs, nil, now())
	if err != nil {
		t.Fatal(err)
	}
	c, err := Open(folder, config, "test", now)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// messyMeaning is what everybody means to report, in the order of the list.
func messyMeaning(t testing.TB, c *Campaign) []*messyReturn {
	t.Helper()
	specs, err := c.TemplateSpecs()
	if err != nil {
		t.Fatal(err)
	}
	var out []*messyReturn
	for _, spec := range specs {
		r := &messyReturn{spec: spec, own: map[string]string{"reviewed": "yes"}}
		if spec.Stamp.Kind == excel.BranchBook {
			r.own["unit_statement"] = "on_time"
			for range messyPeople {
				r.people = append(r.people, messyMember(len(out)*messyPeople+len(r.people)))
			}
		}
		if out = append(out, r); len(specs) != 1+messyBases+messyBranches {
			t.Fatalf("%d organizations report", len(specs))
		}
	}
	between(out)
	return slices.DeleteFunc(out, func(r *messyReturn) bool { return silent(r.org()) })
}

func messyMember(id int) map[string]string {
	m := memberFacts(id)
	pick := func(n int, from ...string) string { return from[n%len(from)] }
	m["full_name"] = strings.Join([]string{pick(id/8, "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng"), pick(id/56, "Văn", "Thị", "Hữu", "Ngọc", "Xuân", "Minh"),
		"Mẫu", pick(id, "An", "Bình", "Hoà", "Thuỷ", "Đức", "Khuê", "Tuý", "Hoè")}, " ")
	m["birth_date"] = fmt.Sprintf("19%02d-%02d-%02d", 50+id%40, 1+id%12, 13+id%15)
	m["admitted_on"] = fmt.Sprintf("20%02d-%02d-%02d", 5+id%15, 1+id%9, 1+id%28)
	m["card_number"] = fmt.Sprintf("77.%06d", id)
	m["party_post"] = []string{"none", "committee_member"}[id%2]
	m["prior_shortcomings"] = "none"
	return m
}

// frames fills frames with what is meant, as templates are filled in.
func (r *messyReturn) frames(t testing.TB) []*evaluate.Frame {
	var out []*evaluate.Frame
	for i := range r.spec.Sheets {
		s := &r.spec.Sheets[i]
		f := evaluate.NewFrame(s.Schema)
		switch {
		case s.Schema.Kind == evaluate.Organization && r.book == nil && s.Prefill != nil && s.Prefill.Len() > 1:
			f = s.Prefill
			code := s.Schema.ByRole(evaluate.RoleBranchCode)
			for row := range f.Len() {
				if f.Text(row, code) == r.org() {
					fillFacts(t, f, row, r.own)
				}
			}
		case s.Schema.Kind == evaluate.Organization:
			f.Append(evaluate.Place{Source: -1})
			fillFacts(t, f, 0, r.own)
		default:
			for row, facts := range r.people {
				f.Append(evaluate.Place{Source: -1})
				fillFacts(t, f, row, facts)
			}
		}
		out = append(out, f)
	}
	return out
}

// clean writes the return as its template filled in without a fault.
func (r *messyReturn) clean(t testing.TB) []byte {
	spec := r.spec
	spec.Sheets = slices.Clone(spec.Sheets)
	for i, f := range r.frames(t) {
		spec.Sheets[i].Prefill, spec.Sheets[i].Rows = f, f.Len()+4
	}
	var b bytes.Buffer
	if err := excel.WriteTemplate(&b, spec); err != nil {
		t.Error(err)
	}
	return b.Bytes()
}

// meant lists the values a return says, by kind: what must have been kept.
func (r *messyReturn) meant(t testing.TB) map[evaluate.Kind][]string {
	out := map[evaluate.Kind][]string{}
	for i, f := range r.frames(t) {
		kind := r.spec.Sheets[i].Schema.Kind
		tb := tableOf(kind, f)
		out[kind] = saidIn(&tb)
	}
	return out
}

// saidIn lists the rows of a table in order, each as its facts and values. The
// code of the branch is the stamp's and left out.
func saidIn(tb *table) []string {
	out := make([]string, tb.len())
	for row := range out {
		said := map[string]string{}
		for i := range tb.columns {
			c := &tb.columns[i]
			if id := c.Fact; c.given(row) && id != "branch_code" && id != "org_code" && id != "org_name" {
				said[string(id)] = c.data(row)
			}
		}
		for _, id := range slices.Sorted(maps.Keys(said)) {
			out[row] += id + "=" + said[id] + " "
		}
	}
	return out
}

// lay writes bytes to a file of the inbox.
func (c *Campaign) lay(t testing.TB, path string, b []byte) {
	path = filepath.Join(c.Folder.Inbox(), filepath.FromSlash(path))
	if err := makeFolder(filepath.Dir(path)); err != nil {
		t.Error(err)
	}
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Error(err)
	}
}
