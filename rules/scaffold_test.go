package rules

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/goccy/go-yaml"

	"github.com/xeploai/xeploai/evaluate"
)

// What is scaffolded from every profile of every built-in set loads without a
// mistake, its cases pass and show something, and editors find nothing to say.
func TestScaffoldStandsOnItsOwn(t *testing.T) {
	lib, _ := Load(nil, Builtin())
	schemas := compileSchemas(t)
	for _, rs := range lib.Sets {
		profiles := ScaffoldProfiles(rs)
		if len(profiles) == 0 {
			profiles = []string{""}
		}
		for _, profile := range profiles {
			t.Run(rs.Ref()+"/"+profile, func(t *testing.T) {
				t.Parallel()
				files := Scaffold(lib, []Layer{partOfBuiltin(t, rs.Ref())}, NewSet{ID: "xa-moi", Title: "Quy định: của xã Mới", Parent: rs, Profile: profile})
				fresh := fstest.MapFS{}
				for _, f := range files {
					fresh[f.Path] = &fstest.MapFile{Data: f.Data}
					if strings.HasSuffix(f.Path, ".json") {
						continue
					}
					var doc any
					if err := yaml.Unmarshal(f.Data, &doc); err != nil {
						t.Fatalf("%s: %v", f.Path, err)
					}
					if err := valid(t, schemas[schemaOf(f.Path)], doc); err != nil {
						t.Errorf("%s: %v", f.Path, err)
					}
				}
				checkScaffold(t, rs, fresh)
			})
		}
	}
}

func checkScaffold(t *testing.T, parent *evaluate.RuleSet, files fstest.MapFS) {
	t.Helper()
	layer := Layer{Name: "moi", FS: files}
	lib, ps := Load(nil, partOfBuiltin(t, parent.Ref()), layer)
	report, more := RunCases(lib, layer)
	taken := map[string]bool{} // what the parent's sheet gets wrong is copied with it
	for _, p := range ps {
		if p.At.Layer == BuiltinLayer {
			taken[p.Message] = true
		}
	}
	for _, p := range append(append(ps, more...), report.Unproven()...) {
		if p.Severity == evaluate.Error || p.At.Layer == "moi" && !taken[p.Message] {
			t.Error(told([]evaluate.Problem{p}))
		}
	}
	if report.Run == 0 || report.Passed != report.Run {
		t.Errorf("%d of %d cases pass", report.Passed, report.Run)
	}
	found := false
	for _, rs := range lib.Sets {
		if rs.Spec.ID == "xa-moi" {
			found = rs.Spec.Extends == parent.Ref() && rs.NotQuoted() >= parent.NotQuoted()
		}
	}
	if !found {
		t.Error("the new set does not stand over its parent")
	}
}

// A rule of the parent that asks for a line of the copied sheet asks the copy
// for it, and a set that forgets to is told so.
func TestScaffoldedRulesAskTheCopiedSheet(t *testing.T) {
	lib, _ := Load(nil, Builtin())
	parent := findSet(t, lib, "thanh-hoa-council@2026-r1")
	files := Scaffold(lib, []Layer{Builtin()}, NewSet{ID: "xa-nam", Title: "Xã Nam", Parent: parent, Profile: "commune"})
	layer := Layer{Name: "moi", FS: fstest.MapFS{}}
	for _, f := range files {
		layer.FS.(fstest.MapFS)[f.Path] = &fstest.MapFile{Data: f.Data}
	}
	fresh, _ := Load(nil, Builtin(), layer)
	asked := map[evaluate.FactID]bool{}
	rs := findSet(t, fresh, "xa-nam@2026-r1")
	rs.Spec.EachCondition(func(_ evaluate.Kind, c *evaluate.ConditionSpec) { asked[c.Fact] = true })
	for fact, want := range map[evaluate.FactID]bool{"thd_v_1a": false, "xa_nam_bang_diem_v_1a": true, "xa_nam_bang_diem_ix_7": true, "thc_v_1a": true} {
		if asked[fact] != want {
			t.Errorf("%s is asked for: %v, wanted %v", fact, asked[fact], want)
		}
	}
	best, _ := rs.Scale().Rank("excellent")
	if need := rs.Spec.Ladder[0].Needs[1]; best == evaluate.NoRank || need.ID != "XS-MODELS-COMMUNE" || need.At.Layer != "moi" || len(rs.Spec.Ladder[0].Needs) != len(parent.Spec.Ladder[0].Needs) {
		t.Errorf("the condition does not stand in the place of the parent's: %+v", need)
	}

	name := "sets/xa-nam@2026-r1.yaml"
	text := string(layer.FS.(fstest.MapFS)[name].Data)
	start, end := strings.Index(text, "ladder:\n"), strings.Index(text, "# THÊM")
	layer.FS.(fstest.MapFS)[name] = &fstest.MapFile{Data: []byte(text[:start] + text[end:])}
	_, ps := Load(nil, Builtin(), layer)
	said := told(local(ps))
	if !strings.Contains(said, "R263") || !strings.Contains(said, "thd_v_1a") || !strings.Contains(said, "xa_nam_bang_diem_v_1a (cùng dòng") {
		t.Errorf("a condition on the parent's sheet goes unnoticed:\n%s", said)
	}
}
