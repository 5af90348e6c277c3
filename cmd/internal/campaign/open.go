package campaign

import (
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"sync"
	"time"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
	"github.com/xeploai/xeploai/rules"
)

// Campaign is one period of one office, ready to work: settings checked, rules
// loaded.
type Campaign struct {
	Folder  Folder
	Config  Config
	Library *evaluate.Library
	// Tool is the name and version printed on what is written.
	Tool string
	// Progress is told how far long work has come; nil when nobody watches.
	Progress func(done, total int)
	// ProposeCaps adds to result workbooks what the sets' order of merit suggests
	// where a ceiling is exceeded.
	ProposeCaps bool

	terms terms
	now   func() time.Time
}

// Open checks the settings and loads the rules. Errors in rules are a *Refused
// with all of them; the clock is only asked when something is recorded or held
// against a deadline.
func Open(f Folder, c Config, tool string, now func() time.Time) (*Campaign, error) {
	t, err := c.terms(f.Settings())
	if err != nil {
		return nil, err
	}
	layers, err := Layers(f, c)
	if err != nil {
		return nil, err
	}
	lib, ps := rules.Load(c.Rules.Switches, layers...)
	if err := refuse(ps); err != nil {
		return nil, err
	}
	return &Campaign{Folder: f, Config: c, Library: lib, Tool: tool, terms: t, now: now}, nil
}

// Layers are the rules in use: the built-in ones and, over them, the local
// folder the settings name (relative to the campaign), which must be there.
func Layers(f Folder, c Config) ([]rules.Layer, error) {
	layers := []rules.Layer{rules.Builtin()}
	if c.Rules.Folder == "" {
		return layers, nil
	}
	dir := f.Rules(c)
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		return nil, failNoRulesFolder(c.Rules.Folder, err)
	}
	return append(layers, rules.Layer{Name: f.Label(dir), FS: os.DirFS(dir)}), nil
}

// Rules is the folder of the office's own rules, which must be configured.
func (f Folder) Rules(c Config) string {
	if filepath.IsAbs(c.Rules.Folder) {
		return c.Rules.Folder
	}
	return filepath.Join(f.Root, c.Rules.Folder)
}

// tree is list without its warnings, for what works without telling them.
func (c *Campaign) tree() (*evaluate.Tree, error) {
	tree, _, err := c.list()
	return tree, err
}

// list reads the organization list, with what is to be told of it.
func (c *Campaign) list() (*evaluate.Tree, []evaluate.Problem, error) {
	spec := c.readSpec(c.Folder.OrgList())
	if _, err := os.Stat(c.Folder.OrgList()); err != nil {
		return nil, nil, failPathMissing(c.Folder.OrgList(), err)
	}
	in, ps := excel.Read(c.Folder.OrgList(), spec)
	var orgs []evaluate.Org
	var bodies []evaluate.Body
	if in != nil { // a row without a code has its problem already
		orgs = slices.DeleteFunc(in.Orgs, func(o evaluate.Org) bool { return o.Code == "" })
		bodies = slices.DeleteFunc(in.Bodies, func(b evaluate.Body) bool { return b.Code == "" })
	}
	tree, found := evaluate.NewTree(orgs, bodies...)
	ps = append(ps, found...)
	ours := tree != nil && tree.Root() >= 0 && tree.Orgs[tree.Root()].Code == c.Config.Office.Code // whatever the code was when the list was made
	return tree, slices.DeleteFunc(slices.Clone(ps), func(p evaluate.Problem) bool { return p.Severity != evaluate.Warning || p.Code == "X152" && ours }), refuse(ps)
}

// readSpec says what the reader may accept in this campaign. The list is read once
// the reader asks who heads it; without one nobody does.
func (c *Campaign) readSpec(path string) excel.ReadSpec {
	listed := sync.OnceValue(func() *evaluate.Tree {
		tree, err := c.tree()
		if err != nil {
			return nil // what is read is not the list's fault
		}
		return tree
	})
	return excel.ReadSpec{Vocabulary: c.Library.Vocabulary, Office: c.Config.Office.Code,
		Period: c.terms.period, Facts: bookFacts(c.Library.Vocabulary), Label: c.Folder.Label(path), Excused: c.excused(),
		Heads: func(org string) bool { return heads(listed(), org) },
		Template: func(book excel.BookKind, org string, k evaluate.Kind) []int {
			sets, err := c.sets(listed())
			if err != nil {
				return nil // told by whatever needs the rules
			}
			return newReporting(listed(), sets).template(book, org, k)
		}}
}

// templateFacts are the columns of a sheet in the templates that the sets make: what
// the sender's workbook may hold and they use. nil for a kind without a set, but for
// decisions about organizations. The
// office's own tree facts are left to the list.
func templateFacts(sets map[evaluate.Kind]*evaluate.RuleSet, from sender, k evaluate.Kind) []int {
	if sets[k] == nil && k == evaluate.Organization {
		return liftFacts(sets, from)
	}
	if sets[k] == nil {
		return nil
	}
	may := suppliedFacts(sets[k].Schema(), from.suppliers(k))
	return together(sets[k].Schema(), slices.DeleteFunc(evaluate.FactsCollected(sets, k), func(i int) bool { return !slices.Contains(may, i) }))
}

// liftFacts are the columns of the sheet of organizations where none is graded: the
// decisions that lift a ceiling need a cell all the same. nil for senders who do not know
// them.
func liftFacts(sets map[evaluate.Kind]*evaluate.RuleSet, from sender) []int {
	schema, facts := evaluate.UpliftFacts(sets)
	by := from.suppliers(evaluate.Organization)
	if !slices.ContainsFunc(facts, func(i int) bool { return !schema.Facts[i].Identity && by.supply(&schema.Facts[i]) }) {
		return nil
	}
	return facts
}

// together puts facts under one heading beside each other, where the first of them
// stands: the vocabulary may name one of a kind apart from those it shares with others.
func together(s *evaluate.Schema, facts []int) []int {
	var out []int
	for _, fact := range facts {
		at, group := len(out), s.Facts[fact].Group
		for i := len(out) - 1; group != "" && i >= 0; i-- {
			if s.Facts[out[i]].Group == group {
				at = i + 1
				break
			}
		}
		out = slices.Insert(out, at, fact)
	}
	return out
}

// excused are the values that excuse people under the sets in force.
func (c *Campaign) excused() map[evaluate.Kind][]evaluate.Excuse {
	out := map[evaluate.Kind][]evaluate.Excuse{}
	for _, k := range evaluate.Kinds() {
		if rs, _, err := c.inForce(k); err == nil {
			out[k] = rs.Excuses()
		}
	}
	return out
}

func (c *Campaign) workers(jobs int) int {
	n := c.Config.Workers
	if n <= 0 {
		n = runtime.GOMAXPROCS(0)
	}
	return max(1, min(n, jobs))
}

// each is runEach with the campaign's workers and progress.
func (c *Campaign) each(n int, job func(i int) error) error {
	return runEach(n, c.workers(n), c.Progress, job)
}
