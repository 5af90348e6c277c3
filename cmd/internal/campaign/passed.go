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
	i := a.orgOf(code)
	return i >= 0 && a.tree.Orgs[i].Founded.Compare(a.terms.period.First()) >= 0 &&
		slices.ContainsFunc(a.after[excel.Words(code)], func(now string) bool { return now != code })
}

// passed is that of the list of a run.
func (run *intake) passed(code string) bool {
	m := run.blankMaker()
	return m != nil && m.passed(code)
}

// setFormersApart writes in workbooks a code of its own for each former bearer of a passed one
// that they name.
func (a *assembly) setFormersApart(books []*kept) {
	if !slices.ContainsFunc(a.tree.Orgs, func(o evaluate.Org) bool { return a.passed(o.Code) }) {
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
		code, name := t.find(ids.branch).text(row), t.find(ids.name).text(row)
		if name != "" && a.passed(code) && a.orgOf(code+formerMark) < 0 && excel.Words(name) != excel.Words(a.tree.Orgs[a.orgOf(code)].Name) {
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

// dropFormers takes away what stands under a code that is another's now.
func (c *Campaign) dropFormers(a *assembly, taken map[bookKey]Receipt) error {
	for key, r := range taken {
		if !a.passed(key.Org) {
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
