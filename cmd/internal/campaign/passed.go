package campaign

import (
	"slices"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// A code may be given to an organization founded in the period after workbooks that bear it
// for another went out, or were taken in. Which of both a row means the name beside the code
// tells; what is said of the former bearer is nobody's of the list, as with a code that is no
// more, and whoever followed it is told of it.

// passed tells whether a code was that of an organization which others followed before it
// was given to one founded in the period.
func (a *assembly) passed(code string) bool {
	return a.isFollowed(code) && a.tree.Orgs[a.orgOf(code)].Founded.Compare(a.terms.period.First()) >= 0
}

// isFollowed tells whether others of the list followed one whose code is on it.
func (a *assembly) isFollowed(code string) bool {
	return a.orgOf(code) >= 0 && slices.ContainsFunc(a.after[excel.Words(code)], func(now string) bool { return now != code })
}

// isFormers tells whether a name beside a code is that of who had it before: not the name of
// who has it now, and either that one was founded in the period or one that followed is
// called so, which kept its name under a code of its own.
func (a *assembly) isFormers(code, name string) bool {
	called := func(code string) bool { return excel.Words(a.tree.Orgs[a.orgOf(code)].Name) == excel.Words(name) }
	if name == "" || !a.isFollowed(code) || a.orgOf(code+formerMark) >= 0 || called(code) {
		return false
	}
	return a.passed(code) || slices.ContainsFunc(a.after[excel.Words(code)], called)
}

// passed is that of the list of a run.
func (run *intake) passed(code string) bool {
	m := run.blankMaker()
	return m != nil && m.passed(code)
}

// setFormersApart writes in workbooks a code of its own for each former bearer of a passed one
// that they name.
func (a *assembly) setFormersApart(books []*kept) {
	if !slices.ContainsFunc(a.tree.Orgs, func(o evaluate.Org) bool { return a.isFollowed(o.Code) }) {
		return
	}
	for _, k := range books {
		codes := a.formersIn(k)
		for code, former := range codes {
			a.formerCodes[former] = code
		}
		a.bear(k, codes)
	}
	a.followFormers()
}

// formersIn are the codes for the former bearers that a workbook names, by the passed ones.
func (a *assembly) formersIn(k *kept) map[string]string {
	ids := identityOf(a.Library.Vocabulary.Schema(evaluate.Organization))
	t, out := k.table(evaluate.Organization), map[string]string{}
	for row := 0; t != nil && row < t.len(); row++ {
		if code := t.find(ids.branch).text(row); a.isFormers(code, t.find(ids.name).text(row)) {
			out[code] = code + formerMark
		}
	}
	return out
}

// followFormers lets those that followed former bearers of passed codes follow their codes.
func (a *assembly) followFormers() {
	for former, code := range a.formerCodes {
		a.after[excel.Words(former)] = a.after[excel.Words(code)]
	}
}

// written is a code as a workbook has it.
func (a *assembly) written(code string) string {
	if was, ok := a.formerCodes[code]; ok {
		return was
	}
	return code
}

// bear writes other codes of organizations into a workbook.
func (a *assembly) bear(k *kept, codes map[string]string) {
	if len(codes) == 0 {
		return
	}
	if code, ok := codes[k.Receipt.Org]; ok {
		k.Receipt.Org = code
	}
	for i := range k.Tables {
		t := &k.Tables[i]
		if t.Kind == evaluate.Unit || t.Kind == evaluate.Collective {
			continue // with codes of their own
		}
		c := t.find(identityOf(a.Library.Vocabulary.Schema(t.Kind)).branch)
		if c == nil || c.cells == nil {
			continue
		}
		for j, text := range c.texts {
			if code, ok := codes[text]; ok {
				c.texts[j] = code
			}
		}
	}
}

// dropFormers takes away what stands under a code that is another's now. Where the list
// calls predecessors by their names, workbooks say which codes they had.
func (c *Campaign) dropFormers(tree *evaluate.Tree, sets map[evaluate.Kind]*evaluate.RuleSet, taken map[bookKey]Receipt) error {
	codes := map[string]bool{}
	for key := range taken {
		codes[excel.Words(key.Org)] = true
	}
	a := newAssembly(c, tree, sets, nil)
	if slices.ContainsFunc(tree.Orgs, func(o evaluate.Org) bool {
		return slices.ContainsFunc(o.Predecessors, func(from string) bool { return !codes[excel.Words(from)] })
	}) {
		called, err := c.calledBefore(tree)
		if err != nil {
			return err
		}
		a.remember(called)
	}
	for key, r := range taken {
		if !a.isFollowed(key.Org) {
			continue
		}
		k, err := readKept(r.file)
		if err != nil {
			return err
		}
		if a.setFormersApart([]*kept{k}); k.Receipt.Org != key.Org {
			delete(taken, key)
		}
	}
	return nil
}
