package demo

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
)

// exampleOf is the office's own set of 2025 with its vote.
func exampleOf(t *testing.T) (*evaluate.RuleSet, *evaluate.VoteSpec) {
	t.Helper()
	lib, err := once()
	if err != nil {
		t.Fatal(err)
	}
	rs, err := inForce(lib, evaluate.Member, Options{Full: true}.filled())
	if err != nil || len(rs.Spec.Votes) != 1 {
		t.Fatal("the full office has no set with one vote", err)
	}
	return rs, &rs.Spec.Votes[0]
}

// The edges at which scenes are staged are those of the set.
func TestMajority_isThatOfTheSet(t *testing.T) {
	rs, v := exampleOf(t)
	for _, c := range []struct{ base, excellent, good, quorum int }{
		{15, 10, 8, 10}, {16, 11, 9, 11}, {17, 12, 9, 12}, {3, 2, 2, 2}, {1, 1, 1, 1},
	} {
		if e, g, q := majority(rs, v, "excellent", c.base), majority(rs, v, "good", c.base), quorum(v, c.base); e != c.excellent || g != c.good || q != c.quorum {
			t.Errorf("of %d: %d, %d, quorum %d; want %d, %d, %d", c.base, e, g, q, c.excellent, c.good, c.quorum)
		}
	}
	if n := majority(rs, v, "completed", 16); n != 0 {
		t.Errorf("%d votes for a grade the set asks none for", n)
	}
}

// The example is told to be one: nothing in it counts as quoted, and it is law
// only where the settings name it.
func TestLocal_isLabelledAndNamed(t *testing.T) {
	rs, v := exampleOf(t)
	if v.Standing != evaluate.StandIn || v.Note == "" {
		t.Errorf("the vote stands as %s", v.Standing)
	}
	if rs.Spec.Extends == "" {
		t.Error("the example extends nothing")
	}
	folder, p := made(t, Options{Seed: 1, Members: 300, Clean: true, Full: true})
	if p.Config.Rules.Chosen[evaluate.Member] != rs.Ref() {
		t.Errorf("the settings name %q", p.Config.Rules.Chosen[evaluate.Member])
	}
	if _, err := os.Stat(filepath.Join(folder.Root, localFolder, "sets", rs.Ref()+".yaml")); err != nil {
		t.Error(err)
	}
	plain, p := made(t, Options{Seed: 1, Members: 300, Clean: true})
	if _, err := os.Stat(filepath.Join(plain.Root, localFolder)); err == nil || p.Config.Rules.Folder != "" {
		t.Error("an office that was not asked for has rules of its own")
	}
}
