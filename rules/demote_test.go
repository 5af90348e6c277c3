package rules

import (
	"maps"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/xeploai/xeploai/evaluate"
)

// everyStanding lists the standing of each part that a set prints, by its id and
// place, so that two sets can be compared.
func everyStanding(v *SetView) map[string]string {
	out := map[string]string{}
	var note func(section string, rules []RuleView)
	note = func(section string, rules []RuleView) {
		for i := range rules {
			out[section+" "+rules[i].ID+" "+rules[i].At] = rules[i].Standing
			note(section+" "+rules[i].ID, rules[i].Parts)
		}
	}
	for _, s := range v.Sections {
		if s.Key != "drop" {
			note(s.Key, s.Rules)
		}
	}
	return out
}

// What a set takes over counts as borrowed here and as quoted where it stands;
// what was less sure stays so, what the set says itself too.
func TestInheritedStanding(t *testing.T) {
	surest := func(to string) (lib *evaluate.Library, view SetView) {
		text := strings.Replace(localSet, "extends: vn-366-member@2025-r1\n", "extends: vn-366-member@2025-r1\n"+to, 1)
		files := localFiles()
		files["sets/xa-mau-member@2025-r1.yaml"] = &fstest.MapFile{Data: []byte(text)}
		lib = loadLocal(t, files)
		return lib, Show(lib, findSet(t, lib, "xa-mau-member@2025-r1"))
	}
	plainLib, plain := surest("columns: []\n") // as long, so that every part stands at the same line
	lib, borrowed := surest("inherited_standing: memory\n")
	before, after := everyStanding(&plain), everyStanding(&borrowed)
	demoted, kept := 0, 0
	for part, was := range before {
		want := was
		if was == "quoted" || was == "second_hand" || was == "app" {
			want, demoted = "memory", demoted+1
		} else {
			kept++
		}
		if after[part] != want {
			t.Errorf("%s was %q and is %q, not %q", part, was, after[part], want)
		}
	}
	if demoted < 20 || kept < 4 || len(after) != len(before) {
		t.Fatalf("%d of %d parts demoted, %d kept: nothing is proven", demoted, len(before), kept)
	}
	if borrowed.NotQuoted <= plain.NotQuoted {
		t.Errorf("%d parts are not quoted, before %d", borrowed.NotQuoted, plain.NotQuoted)
	}
	one, other := Show(lib, findSet(t, lib, "vn-366-member@2025-r1")), Show(plainLib, findSet(t, plainLib, "vn-366-member@2025-r1"))
	if !maps.Equal(everyStanding(&one), everyStanding(&other)) {
		t.Error("the set that is extended was changed")
	}
}

// The sets that stand in for texts of Mỹ Đức quote nothing.
func TestStandInsQuoteNothing(t *testing.T) {
	lib, _ := Load(nil, Builtin())
	for _, ref := range []string{"my-duc-413-organization@2017-r1", "my-duc-421-leader@2017-r1", "my-duc-421-leader@2017-r2", "my-duc-421-leader@2017-r4",
		"my-duc-11hd-leader@2018-r1", "my-duc-11hd-staff@2018-r1", "my-duc-11hd-leader@2018-r2", "my-duc-11hd-staff@2018-r2",
		"my-duc-11hd-leader@2018-r3", "my-duc-11hd-staff@2018-r3"} {
		view := Show(lib, findSet(t, lib, ref))
		for part, standing := range everyStanding(&view) {
			if standing != "stand_in" && standing != "composed" {
				t.Errorf("%s: %s is %q", ref, part, standing)
			}
		}
	}
}
