package campaign

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"runtime/debug"
	"slices"
	"time"

	"github.com/xeploai/xeploai/evaluate"
)

// Matters are what grading would ask about between the files that stand: whoever
// sent them is easier to ask on the day they come in.
type Matters struct {
	At   time.Time // looked for then
	List []Matter
}

// Matter is a problem between files with the codes of the organizations it
// concerns, in the order of the problem's places.
type Matter struct {
	evaluate.Problem
	Orgs []string
}

// Problems lists the matters without their organizations.
func (m *Matters) Problems() []evaluate.Problem {
	var out []evaluate.Problem
	for i := range m.List {
		out = append(out, m.List[i].Problem)
	}
	return out
}

// mattersRecord keeps what was found, and of which inputs, so that status need
// not put all files together again.
type mattersRecord struct {
	Of string
	Matters
}

// lookForMatters puts everything that stands together. What keeps it from being
// put together at all is left to grading to tell.
func (c *Campaign) lookForMatters() (*Matters, error) {
	defer sweptEarly()()
	receipts, err := c.Folder.receipts()
	if err != nil {
		return nil, err
	}
	a, err := c.assemble()
	if err != nil {
		return nil, err
	}
	in, ps, err := a.inputs()
	if err != nil {
		return nil, err
	}
	between := a.worthAsking(ps)
	if decidedTogether(in) {
		if found, err := a.gradeJoined(in, nil); err == nil {
			between = append(between, found.lapsed...)
		}
	}
	return c.mattersOf(in, between, receipts), nil
}

// everybodyGarbage bounds the garbage, in percent of what is in use, while everybody
// of an office is in memory at once: some 55 KiB for a file of 50 people.
const everybodyGarbage = 50

// sweptEarly bounds the garbage until the function it returns is called. A person
// who asked for less (GOGC) gets less.
func sweptEarly() (restore func()) {
	before := debug.SetGCPercent(everybodyGarbage)
	if before >= 0 && before < everybodyGarbage {
		debug.SetGCPercent(before)
	}
	return func() { debug.SetGCPercent(before) }
}

// decidedTogether tells whether anybody was decided with a group. Whether they are
// still under its review is known once they are graded.
func decidedTogether(in *evaluate.Inputs) bool {
	for _, pop := range in.Populations {
		if pop != nil && slices.ContainsFunc(pop.Subjects, func(s evaluate.Subject) bool { return len(s.Under) > 0 }) {
			return true
		}
	}
	return false
}

// worthAsking leaves out of the problems of joined inputs what nobody has to look
// at yet: notes, and rows about people whose branch is still awaited.
func (a *assembly) worthAsking(ps []evaluate.Problem) (out []evaluate.Problem) {
	for _, p := range ps {
		if p.Severity > evaluate.Note && !IsListWarning(p) && !a.awaited[p.At] {
			out = append(out, p)
		}
	}
	return out
}

// mattersOf adds whom problems between files concern.
func (c *Campaign) mattersOf(in *evaluate.Inputs, ps []evaluate.Problem, receipts []Receipt) *Matters {
	files, subjects := map[string]string{}, map[string]string{} // → code of an organization
	for key, label := range reportLabels(receipts) {
		files[label] = key.Org // of a roster nobody
	}
	for _, k := range sortedKinds(in.Populations) {
		for _, s := range in.Populations[k].Subjects {
			if s.Org >= 0 {
				subjects[s.ID] = in.Tree.Orgs[s.Org].Code
			}
		}
	}
	m := &Matters{At: c.now()}
	for _, p := range ps {
		found := Matter{Problem: p}
		add := func(org string) {
			if _, listed := in.Tree.Index(org); listed && !slices.Contains(found.Orgs, org) {
				found.Orgs = append(found.Orgs, org)
			}
		}
		add(files[p.At.File])
		add(subjects[p.Subject])
		for _, r := range p.Related {
			add(files[r.At.File])
			add(r.Org)
		}
		m.List = append(m.List, found)
	}
	return m
}

// mattersKey names all that matters rest on: files taken in, rules, settings and
// list, and the templates' own lists of names.
func (c *Campaign) mattersKey(receipts []Receipt, basis string) (string, error) {
	h := sha256.New()
	fmt.Fprintln(h, basis)
	for i := range receipts {
		fmt.Fprintf(h, "%q %q %q\n", inputKey(&receipts[i]), receipts[i].Digest, receipts[i].Path)
	}
	named, err := listFiles(c.Folder.prefilled(), ".kept")
	if err != nil {
		return "", err
	}
	for _, path := range named {
		info, err := os.Stat(path)
		if err != nil {
			return "", err
		}
		fmt.Fprintf(h, "%q %d %d\n", info.Name(), info.Size(), info.ModTime().UnixNano())
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

func (c *Campaign) keepMatters(m *Matters, receipts []Receipt, basis string) error {
	key, err := c.mattersKey(receipts, basis)
	if err != nil {
		return err
	}
	return saveRecord(c.Folder.matters(), mattersRecord{key, *m})
}

// standing are the matters between the files that stand: those kept where nothing
// has changed since, looked for again otherwise; nil where the files cannot be put
// together.
func (c *Campaign) standing(receipts []Receipt, basis string) *Matters {
	var kept mattersRecord
	key, err := c.mattersKey(receipts, basis)
	if err == nil && readRecord(c.Folder.matters(), &kept) == nil && kept.Of == key {
		return &kept.Matters
	}
	m, err := c.lookForMatters()
	if err != nil {
		return nil
	}
	return m
}

// matters looks for matters when an import ends, and keeps them.
func (run *intake) matters() ([]evaluate.Problem, error) { return run.renewMatters(run.sets, run.tree) }

// renewMatters looks for matters and keeps them; none where there is no list, or
// the files cannot be put together. The folder is locked.
func (c *Campaign) renewMatters(sets map[evaluate.Kind]*evaluate.RuleSet, tree *evaluate.Tree) ([]evaluate.Problem, error) {
	m, err := c.lookForMatters()
	if err != nil || tree == nil {
		return nil, nil
	}
	receipts, err := c.Folder.receipts()
	if err != nil {
		return nil, err
	}
	return m.Problems(), c.keepMatters(m, receipts, c.basis(sets, tree))
}

// askBetween looks for matters between the files that stand, as an import does
// when it ends.
func (c *Campaign) askBetween() ([]evaluate.Problem, error) {
	tree, _, err := c.list()
	if err != nil { // taking in does not need the list
		return nil, nil
	}
	sets, err := c.sets(tree)
	if err != nil {
		return nil, err
	}
	release, err := c.Folder.lockOpen()
	if err != nil {
		return nil, err
	}
	defer release()
	return c.renewMatters(sets, tree)
}
