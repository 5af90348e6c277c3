package rules

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/xeploai/xeploai/evaluate"
)

const localSet = `schema: 1
id: xa-mau-member
edition: 2025-r1
extends: vn-366-member@2025-r1
title: Quy định của xã Mẫu
sources:
  XM: {number: 1-QĐ/ĐU, date: 2025-11-20, title: Quy định mẫu}
profiles:
  - id: staff
    sheet: xa-mau-annex-4
    text: Bảng điểm của xã Mẫu
    cite: {source: XM, place: Điều 1}
    standing: composed
  - id: village
    sheet: vn-366-annex-5
    text: Trưởng thôn
    cite: {source: XM, place: Điều 2}
    standing: composed
    when: {fact: category, equals: part_time}
ladder:
  - rung: excellent
    needs:
      - id: XS-LOCAL
        text: Không nghỉ ốm
        cite: {source: XM, place: Điều 3}
        standing: composed
        when: {fact: sick_leave_months, equals: 0}
drop:
  - {id: XS-SHORTCOMINGS, cite: {source: XM, place: Điều 4}, note: thí điểm}
`

const localSheet = `schema: 1
id: xa-mau-annex-4
kind: member
title: Bảng điểm của xã Mẫu
cite: {source: XM, place: Phụ lục}
standing: composed
max: 100
groups:
  - id: I
    label: Tất cả
    max: 100
    cite: {source: XM, place: Phụ lục}
    standing: composed
    lines:
      - {id: I.1, label: Một dòng, fact: score_i1, max: 100, cite: {source: XM, place: Phụ lục}, standing: composed}
`

func localFiles() fstest.MapFS {
	return fstest.MapFS{
		"sets/xa-mau-member@2025-r1.yaml": {Data: []byte(localSet)},
		"sheets/xa-mau-annex-4.yaml":      {Data: []byte(localSheet)},
	}
}

func loadLocal(t *testing.T, files fstest.MapFS) *evaluate.Library {
	t.Helper()
	lib, ps := Load(nil, Builtin(), Layer{Name: "xa-mau", FS: files})
	if ps = local(ps); len(ps) > 0 {
		t.Fatal(told(ps))
	}
	return lib
}

// local leaves out what the built-in rules are warned of: TestBuiltinLoads
// answers for that.
func local(ps []evaluate.Problem) []evaluate.Problem {
	return slices.DeleteFunc(ps, func(p evaluate.Problem) bool {
		return p.At.Layer == BuiltinLayer && p.Severity != evaluate.Error
	})
}

func findSet(t *testing.T, lib *evaluate.Library, ref string) *evaluate.RuleSet {
	t.Helper()
	i := slices.IndexFunc(lib.Sets, func(rs *evaluate.RuleSet) bool { return rs.Ref() == ref })
	if i < 0 {
		t.Fatalf("no set %s", ref)
	}
	return lib.Sets[i]
}

// A local set states only what differs; everything else is the parent's, and
// every part remembers who says it.
func TestExtends(t *testing.T) {
	lib := loadLocal(t, localFiles())
	local := findSet(t, lib, "xa-mau-member@2025-r1")
	parent := findSet(t, lib, "vn-366-member@2025-r1")
	spec := &local.Spec
	if spec.Profiles[0].ID != "village" || len(spec.Profiles) != len(parent.Spec.Profiles)+1 {
		t.Errorf("a new profile stands first, the others where they stood: %v", spec.Profiles)
	}
	if last := spec.Profiles[len(spec.Profiles)-1]; last.Sheet != "xa-mau-annex-4" || last.At.Layer != "xa-mau" {
		t.Errorf("profile staff is %+v", last)
	}
	needs := map[string]string{}
	for _, n := range spec.Ladder[0].Needs {
		needs[n.ID] = n.At.Layer
	}
	if needs["XS-LOCAL"] != "xa-mau" || needs["XS-TASKS"] != BuiltinLayer || needs["XS-SHORTCOMINGS"] != "" {
		t.Errorf("needs by layer: %v", needs)
	}
	if len(spec.Ladder[0].Needs) != len(parent.Spec.Ladder[0].Needs) || spec.Ladder[0].Band == nil {
		t.Error("one need added, one dropped, the band kept")
	}
	if len(spec.Dropped) != 1 || spec.Dropped[0].Cite.Place != "Điều 4" {
		t.Errorf("dropped: %+v", spec.Dropped)
	}
	view := Show(lib, local)
	if s := view.Sections[len(view.Sections)-1]; s.Title != labelDropped || s.Rules[0].Cite != "1-QĐ/ĐU, Điều 4" {
		t.Errorf("shown: %+v", s)
	}
}

// The parent stays in force unless the local set is chosen.
func TestLocalSetIsChosenByName(t *testing.T) {
	lib := loadLocal(t, localFiles())
	p, _ := evaluate.ParsePeriod("2025")
	key := evaluate.LibraryKey{Track: evaluate.PartyTrack, Kind: evaluate.Member, Period: p}
	if rs, err := lib.InForce(key); err != nil || rs.Ref() != "vn-366-member@2025-r1" {
		t.Errorf("unchosen: %v %v", rs, err)
	}
	key.Chosen = "xa-mau-member"
	if rs, err := lib.InForce(key); err != nil || rs.Ref() != "xa-mau-member@2025-r1" {
		t.Errorf("chosen: %v %v", rs, err)
	}
}

// The digest that results quote changes with every part a grade rests on.
func TestDigestCoversEveryPart(t *testing.T) {
	const ref, parent = "xa-mau-member@2025-r1", "vn-366-member@2025-r1"
	first := loadLocal(t, localFiles())
	digests := map[string]bool{findSet(t, first, ref).Spec.SHA256: true}
	for name, change := range map[string]func(fstest.MapFS){
		"set":   func(m fstest.MapFS) { m["sets/"+ref+".yaml"].Data = []byte(localSet + "# x\n") },
		"sheet": func(m fstest.MapFS) { m["sheets/xa-mau-annex-4.yaml"].Data = []byte(localSheet + "# x\n") },
		"facts": func(m fstest.MapFS) { m["facts.yaml"] = &fstest.MapFile{Data: []byte("schema: 1\n")} },
		"parent": func(m fstest.MapFS) {
			data, _ := data.ReadFile("data/sets/" + parent + ".yaml")
			m["sets/"+parent+".yaml"] = &fstest.MapFile{Data: append(data, "# x\n"...)}
		},
	} {
		files := localFiles()
		change(files)
		d := findSet(t, loadLocal(t, files), ref).Spec.SHA256
		if digests[d] || len(d) != 64 {
			t.Errorf("a change of the %s leaves the digest %s", name, d)
		}
		digests[d] = true
	}
	file, _ := data.ReadFile("data/sets/" + parent + ".yaml")
	if got := findSet(t, first, parent).Spec.SHA256; got != digestOf(file) {
		t.Errorf("a central set's digest is its file's, got %s", got)
	}
}

// A later layer replaces the file of the same name and adds facts that may use
// the shared lists.
func TestLaterLayerReplaces(t *testing.T) {
	sheet, _ := data.ReadFile("data/sheets/vn-366-annex-5.yaml")
	files := fstest.MapFS{
		"sheets/vn-366-annex-5.yaml": {Data: []byte("# sửa\n" + string(sheet))},
		"facts.yaml": {Data: []byte("schema: 1\nmember:\n  facts:\n" +
			"    - {id: volunteer, type: choice, choices: yes_no, heading: Tình nguyện, supplier: branch}\n")},
		"sets/xa@1.yaml": {Data: []byte("schema: 1\nid: xa\nedition: \"1\"\nextends: vn-366-member@2025-r1\ncolumns: [volunteer]\n")},
	}
	lib := loadLocal(t, files)
	rs := findSet(t, lib, "vn-366-member@2025-r1")
	found := false
	for _, s := range rs.Sheets {
		found = found || s.Spec.ID == "vn-366-annex-5" && s.Spec.At.Layer == "xa-mau"
	}
	if !found {
		t.Error("the local sheet does not stand in")
	}
	if i, ok := lib.Vocabulary.Schema(evaluate.Member).Index("volunteer"); !ok || len(lib.Vocabulary.Schema(evaluate.Member).Facts[i].Choices) != 2 {
		t.Error("the local fact is missing")
	}
}

// Two files of one layer may not declare the same fact or limit: which of them
// counts would hang on their names.
func TestNothingIsDeclaredTwiceInALayer(t *testing.T) {
	file := "schema: 1\nmember:\n  facts:\n" +
		"    - {id: %s, type: number, step: 1, min: 0, heading: Số, supplier: branch}\n" +
		"  limits:\n    - {id: %s, sum: [%[1]s], at_most: tasks_done, message: quá}\n"
	for _, names := range [][2]string{{"extra", "other_within"}, {"other", "extra_within"}} {
		layer := Layer{Name: "xa-mau", FS: fstest.MapFS{
			"facts/a.yaml": {Data: fmt.Appendf(nil, file, "extra", "extra_within")},
			"facts/b.yaml": {Data: fmt.Appendf(nil, file, names[0], names[1])},
		}}
		_, ps := Load(nil, Builtin(), layer)
		if !slices.ContainsFunc(ps, func(p evaluate.Problem) bool { return p.Code == "R220" && p.At.File == "xa-mau/facts/b.yaml" }) {
			t.Errorf("%v: not reported: %v", names, ps)
		}
	}
}

// Optional rules are off until the campaign turns them on.
func TestSwitches(t *testing.T) {
	lib, _ := Load([]string{"organization_shares"}, Builtin())
	off, _ := Load(nil, Builtin())
	count := func(l *evaluate.Library) (n int) {
		for _, rs := range l.Sets {
			for i := range rs.Rules {
				if rs.Rules[i].Off {
					n++
				}
			}
		}
		return n
	}
	if count(off) == 0 || count(lib) >= count(off) {
		t.Errorf("off without the switch: %d, with it: %d", count(off), count(lib))
	}
}

// A local set may have five grades over a parent of four: its own scale orders
// the ladder, wherever the new rung is written, and a grade is given up by name
// and with a citation.
func TestExtendWithAScaleOfItsOwn(t *testing.T) {
	set := `schema: 1
id: nam-muc
edition: "1"
extends: vn-366-member@2025-r1
title: Năm mức
sources:
  S: {number: 1-QĐ}
scale:
  - {rung: excellent, label: Xuất sắc, statutory: excellent}
  - {rung: good, label: Tốt, statutory: good}
  - {rung: fair, label: Khá, short: K, statutory: completed}
  - {rung: completed, label: Hoàn thành, statutory: completed}
  - {rung: not_completed, label: Không hoàn thành, statutory: not_completed}
ladder:
  - {rung: good, band: {from: 80, to: 90, cite: {source: S, place: Điều 1}, standing: composed}}
  - {rung: completed, band: {from: 50, to: 65, cite: {source: S, place: Điều 1}, standing: composed}}
  - rung: fair
    cite: {source: S, place: Điều 1}
    band: {from: 65, to: 80, cite: {source: S, place: Điều 1}, standing: composed}
`
	load := func(text string) (*evaluate.Library, []evaluate.Problem) {
		lib, ps := Load(nil, Builtin(), Layer{Name: "moi", FS: fstest.MapFS{"sets/nam-muc@1.yaml": &fstest.MapFile{Data: []byte(text)}}})
		return lib, slices.DeleteFunc(local(ps), func(p evaluate.Problem) bool { return p.Severity != evaluate.Error })
	}
	lib, ps := load(set)
	if len(ps) > 0 {
		t.Fatal(told(ps))
	}
	var rungs []string
	rs := findSet(t, lib, "nam-muc@1")
	for _, r := range rs.Spec.Ladder {
		rungs = append(rungs, r.Rung)
	}
	if want := []string{"excellent", "good", "fair", "completed", "not_completed"}; !slices.Equal(rungs, want) {
		t.Errorf("the ladder is %v, wanted %v", rungs, want)
	}
	parent := findSet(t, lib, "vn-366-member@2025-r1")
	if len(rs.Spec.Bars) != len(parent.Spec.Bars) || len(rs.Spec.Ladder[0].Needs) != len(parent.Spec.Ladder[0].Needs) {
		t.Error("the central cases and conditions are not taken over")
	}

	three := strings.Replace(strings.Replace(set, "  - {rung: completed, label: Hoàn thành, statutory: completed}\n", "", 1),
		"  - {rung: completed, band: {from: 50, to: 65, cite: {source: S, place: Điều 1}, standing: composed}}\n", "", 1)
	three = strings.Replace(three, "from: 65", "from: 50", 1)
	if _, ps := load(three); len(ps) != 1 || ps[0].At.Line != 8 || !strings.Contains(told(ps), "drop: - {id: completed") {
		t.Errorf("a grade is given up silently, or told elsewhere:\n%s", told(ps))
	}
	if _, ps := load(three + "drop:\n  - {id: completed, cite: {source: S, place: Điều 2}}\n"); len(ps) > 0 {
		t.Error(told(ps))
	}
}
