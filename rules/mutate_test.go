package rules

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/xeploai/xeploai/evaluate"
)

// A number of a local set that no case holds fast is told at its line, and is no
// longer once a case does.
func TestMutateTellsWhatNoCaseHolds(t *testing.T) {
	lib, _ := Load(nil, Builtin())
	files := fstest.MapFS{}
	for _, f := range Scaffold(lib, []Layer{Builtin()}, NewSet{ID: "xa-nam", Title: "Xã Nam", Parent: findSet(t, lib, "thanh-hoa-council@2026-r1"), Profile: "commune"}) {
		files[f.Path] = &fstest.MapFile{Data: f.Data}
	}
	layer := Layer{Name: "moi", FS: files}
	try := func() (Mutation, []evaluate.Problem) {
		fresh, _ := Load(nil, Builtin(), layer)
		return Mutate(fresh, findSet(t, fresh, "xa-nam@2026-r1"), Builtin(), layer)
	}
	loose := func(m *Mutation) bool {
		return slices.ContainsFunc(m.Survivors, func(s Survivor) bool { return s.Place == "IX.7 each" })
	}
	before, ps := try()
	if len(ps) > 0 || !loose(&before) || before.Tried < 100 {
		t.Fatalf("%d changes, %+v, %s", before.Tried, before.Survivors, told(ps))
	}
	said := told(before.Problems("xa-nam@2026-r1"))
	if !strings.Contains(said, `moi/sheets/xa-nam-bang-diem.yaml:`) || !strings.Contains(said, `R287: xa-nam@2026-r1, mục "xa-nam-bang-diem IX.7 each": chưa trường hợp nào phát hiện nếu 10 ghi nhầm thành 9.5`) {
		t.Errorf("the survivor is not told:\n%s", said)
	}
	name := "cases/xa-nam.yaml"
	text := string(files[name].Data)
	files[name] = &fstest.MapFile{Data: []byte(text + "  - {name: Một người bị kỷ luật, reference_date: 2026-12-31, facts: {unit_level: commune}, lines: {all: full, IX.7: 1}, expect: {score: 90}}\n")}
	after, ps := try()
	if len(ps) > 0 || loose(&after) || after.Tried != before.Tried || len(after.Survivors) >= len(before.Survivors) {
		t.Errorf("the case changes nothing: %d of %d survive, before %d; %s", len(after.Survivors), after.Tried, len(before.Survivors), told(ps))
	}
	files[name] = &fstest.MapFile{Data: []byte(text + "  - {name: Sai, reference_date: 2026-12-31, facts: {unit_level: commune}, lines: {all: full}, expect: {score: 1}}\n")}
	if m, ps := try(); len(ps) != 1 || m.Tried != 0 {
		t.Errorf("cases that fail prove something: %+v, %s", m, told(ps))
	}
}
