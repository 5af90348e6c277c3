package campaign

import (
	"maps"
	"slices"

	"github.com/xeploai/xeploai/evaluate"
)

// formerNames are the names that places had by their codes, in workbooks of earlier
// periods: a list may name a predecessor by either.
type formerNames map[evaluate.Kind]map[string][]string

// add takes what one workbook calls the places of its codes.
func (n *formerNames) add(called map[evaluate.Kind]map[string]string) {
	for k, names := range called {
		if *n == nil {
			*n = formerNames{}
		}
		if (*n)[k] == nil {
			(*n)[k] = map[string][]string{}
		}
		for _, code := range slices.Sorted(maps.Keys(names)) {
			if of := (*n)[k]; !slices.Contains(of[code], names[code]) {
				of[code] = append(of[code], names[code])
			}
		}
	}
}

// remember lets what earlier workbooks call a code stand for it where the list says
// what followed whom.
func (a *assembly) remember(called formerNames) {
	a.formerly = called
	for rel, r := range a.registers {
		r.formerly = called[evaluate.RelationKind(rel)]
		a.registers[rel] = r
	}
}
