package campaign

import (
	"maps"
	"slices"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// A list may say by its code or by its name what a place followed. Which name goes with which
// code that the list has no more, the templates written, the reports taken in and the workbooks
// named for templates tell; here alone the one is turned into the other.

// formerNames are the names that workbooks give the places of each code, by kind.
type formerNames map[evaluate.Kind]map[string][]string

func (n *formerNames) note(k evaluate.Kind, code, name string) {
	if *n == nil {
		*n = formerNames{}
	}
	of := (*n)[k]
	if of == nil {
		of = map[string][]string{}
		(*n)[k] = of
	}
	if code != "" && name != "" && !slices.Contains(of[code], name) {
		of[code] = append(of[code], name)
	}
}

// add takes what one workbook named for templates calls the places of its codes.
func (n *formerNames) add(called map[evaluate.Kind]map[string]string) {
	for k, names := range called {
		for code, name := range names {
			n.note(k, code, name)
		}
	}
}

// calledIn is what the templates written call the places of their codes, and reports those that
// neither a template nor the list has: where a code was changed they have old names beside new codes.
func (c *Campaign) calledIn(tree *evaluate.Tree, sent, reports []*kept) (out formerNames) {
	a := &assembly{tree: tree}
	for _, kind := range placeKinds() {
		ids := identityOf(c.Library.Vocabulary.Schema(kind))
		known := map[string]bool{}
		for _, p := range a.places(kind) {
			known[p.code] = true
		}
		note := func(books []*kept, unless map[string]bool) {
			for _, k := range books {
				for code, names := range k.called(kind, ids) {
					for _, name := range names {
						if !unless[code] {
							out.note(kind, code, name)
						}
					}
				}
			}
		}
		note(sent, nil)
		for code := range out[kind] {
			known[code] = true
		}
		note(reports, known)
	}
	return out
}

// called is what a kept workbook calls the places of a kind by their codes; the template of an
// organization also remembers what the one before it called them.
func (k *kept) called(kind evaluate.Kind, ids identityFacts) map[string][]string {
	var out formerNames
	t := k.table(kind)
	for row := 0; t != nil && row < t.len(); row++ {
		out.note(kind, t.find(ids.branch).text(row), t.find(ids.name).text(row))
	}
	for code, names := range k.Receipt.Called[kind] {
		for _, name := range names {
			out.note(kind, code, name)
		}
	}
	return out[kind]
}

// keepCalled keeps with a new template what the one before it called places otherwise.
func (m *templateMaker) keepCalled(earlier, now *kept) {
	for _, kind := range placeKinds() {
		ids := identityOf(m.Library.Vocabulary.Schema(kind))
		same := now.called(kind, ids)
		for code, names := range earlier.called(kind, ids) {
			for _, name := range names {
				if !slices.Contains(same[code], name) {
					now.Receipt.Called.note(kind, code, name)
				}
			}
		}
	}
}

// calledBefore is calledIn of a campaign, where its list says that some place followed others.
func (c *Campaign) calledBefore(tree *evaluate.Tree) (formerNames, error) {
	a, follows := &assembly{tree: tree}, false
	for _, k := range placeKinds() {
		follows = follows || slices.ContainsFunc(a.places(k), func(p place) bool { return len(p.from) > 0 })
	}
	if !follows {
		return nil, nil
	}
	sent, err := c.readPrefilled()
	if err != nil {
		return nil, err
	}
	files, err := c.Folder.keptFiles()
	if err != nil {
		return nil, err
	}
	reports, err := c.readAll(files)
	return c.calledIn(tree, sent, reports), err
}

// remember lets a code that the list has no more be followed by what followed the name that
// workbooks give it.
func (a *assembly) remember(called formerNames) {
	for k, names := range called {
		for code, of := range names {
			for _, name := range of {
				a.formerly.note(k, code, name)
			}
		}
	}
	if len(called) > 0 {
		a.registerPlaces()
	}
}

// registerPlaces makes the registers of what the list names, and of what followed what.
func (a *assembly) registerPlaces() {
	of := map[evaluate.Kind]register{}
	for _, k := range placeKinds() {
		of[k] = newRegister(a.places(k), a.formerly[k], a.terms.period.First())
	}
	a.after = of[evaluate.Organization].after
	a.followFormers()
	a.registers = map[evaluate.Relation]register{evaluate.OwnUnit: of[evaluate.Unit], evaluate.UnitsInCharge: of[evaluate.Unit],
		evaluate.OwnCollective: of[evaluate.Collective], evaluate.HeadedOrg: of[evaluate.Organization]}
}

// registerOf is the register of a kind of places.
func (a *assembly) registerOf(k evaluate.Kind) register {
	switch k {
	case evaluate.Unit:
		return a.registers[evaluate.OwnUnit]
	case evaluate.Collective:
		return a.registers[evaluate.OwnCollective]
	}
	return a.registers[evaluate.HeadedOrg]
}

// followed lists by predecessor, its code or its name folded, the codes of the places that the
// list has in its stead. The name stands for the code of the only place that bore it: of two of
// one name nobody can say which is meant, nor where a place bore it itself, under its present code.
func followed(places []place, formerly map[string][]string) map[string][]string {
	out, bearers := map[string][]string{}, map[string][]string{}
	if !slices.ContainsFunc(places, func(p place) bool { return len(p.from) > 0 }) {
		return out
	}
	note := func(of map[string][]string, called, code string) {
		if !slices.Contains(of[called], code) {
			of[called] = append(of[called], code)
		}
	}
	for _, code := range slices.Sorted(maps.Keys(formerly)) {
		for _, name := range formerly[code] {
			note(bearers, excel.Words(name), code)
		}
	}
	for _, p := range places {
		note(bearers, excel.Words(p.name), p.code)
	}
	for _, p := range places {
		for _, old := range p.from {
			called := excel.Words(old)
			note(out, called, p.code)
			bore := slices.Clone(bearers[called])
			if called == excel.Words(p.name) { // it goes on under the same name
				bore = slices.DeleteFunc(bore, func(code string) bool { return code == p.code })
			}
			if len(bore) == 1 && bore[0] != p.code {
				note(out, excel.Words(bore[0]), p.code)
			}
		}
	}
	return out
}
