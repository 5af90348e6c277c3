package rules

import (
	"os"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

// diffText writes a difference as one line a fact.
func diffText(d SetDiff) string {
	var b strings.Builder
	line := func(c Change) string {
		from, to := c.Brief()
		return c.Label + " [" + from + "] [" + to + "]\n"
	}
	for _, c := range d.General {
		b.WriteString(line(c))
	}
	for _, s := range d.Sections {
		b.WriteString("# " + s.Key + " (" + s.Title + ")\n")
		for _, r := range s.Rules {
			b.WriteString(string(r.Kind) + " " + r.FromID + ">" + r.ID + " " + r.Text + "\n")
			for _, c := range r.Changes {
				b.WriteString("  " + line(c))
			}
		}
	}
	return b.String()
}

// What changed between two sets is said in words, rules with new ids included.
func TestDiffSaysWhatChanged(t *testing.T) {
	const file, golden = "testdata/diff/local.txtar", "testdata/diff/want.txt"
	archive, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	lib, ps := Load(nil, Builtin(), localLayer(archive.Files))
	if ps = local(ps); len(ps) > 0 {
		t.Fatal(told(ps))
	}
	views := map[string]SetView{}
	for _, rs := range lib.Sets {
		views[rs.Ref()] = Show(lib, rs)
	}
	got := diffText(Diff(views["a@1"], views["b@1"]))
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil || got != string(want) {
		t.Errorf("the difference is\n%s\nwanted\n%s", got, want)
	}
}

// A set does not differ from itself, and what is new seen from one side is gone
// seen from the other.
func TestDiffOfBuiltinSets(t *testing.T) {
	lib, _ := Load(nil, Builtin())
	var views []SetView
	for _, rs := range lib.Sets {
		views = append(views, Show(lib, rs))
	}
	for i, a := range views {
		if d := Diff(a, a); len(d.General)+len(d.Sections) > 0 {
			t.Errorf("%s differs from itself: %s", a.Ref, diffText(d))
		}
		b := views[(i+1)%len(views)]
		there, back := Diff(a, b), Diff(b, a)
		added, removed, _ := there.Count()
		addedBack, removedBack, _ := back.Count()
		if added-removed != removedBack-addedBack {
			t.Errorf("%s and %s: %d new and %d gone one way, %d and %d the other", a.Ref, b.Ref, added, removed, addedBack, removedBack)
		}
		if added+removed+len(there.General) == 0 {
			t.Errorf("nothing differs between %s and %s", a.Ref, b.Ref)
		}
	}
}

func TestBriefKeepsWhatReads(t *testing.T) {
	for _, c := range []struct{ from, to, a, b string }{
		{"tỷ lệ “Vượt mức” trên “Được giao” từ 50% trở lên", "tỷ lệ “Vượt mức” trên “Được giao” từ 30% trở lên", "… từ 50% trở lên", "… từ 30% trở lên"},
		{"từ 70 điểm", "từ 75 điểm", "từ 70 điểm", "từ 75 điểm"},
		{"một hai ba bốn năm sáu", "một hai ba bốn năm sáu bảy", "… sáu", "… sáu bảy"},
	} {
		if a, b := (Change{From: c.from, To: c.to}).Brief(); a != c.a || b != c.b {
			t.Errorf("%q, %q are cut to %q, %q", c.from, c.to, a, b)
		}
	}
}
