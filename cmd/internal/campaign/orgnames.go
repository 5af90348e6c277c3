package campaign

import (
	"slices"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// How rows name organizations: by code, by name, or, since many branches of many
// committees bear one name, by the name and those of the committees above it.

// branchOf reads what people write as a branch: its code, or its name where only
// one organization bears it, or its name with that of committees above it where
// these single one out; as it is written where that is nobody's.
func (a *assembly) branchOf(given string) string {
	if _, ok := a.tree.Index(given); ok {
		return given
	}
	if found := a.bearersOf(given); len(found) == 1 {
		return a.tree.Orgs[found[0]].Code
	}
	return given
}

// bears tells whether a text is the name of several organizations, alone or with
// those of committees above them.
func (a *assembly) bears(given string) bool { return len(a.bearersOf(given)) > 1 }

// isName tells whether a text is an organization's name without those of committees.
func (a *assembly) isName(text string) bool { return len(a.orgsByName[excel.Words(text)]) > 0 }

// bearersOf are the organizations that a text names: alone, with those above behind them, or,
// as a path is written, from the highest down.
func (a *assembly) bearersOf(given string) []int {
	name := excel.Words(given)
	if bearers := a.orgsByName[name]; len(bearers) > 0 {
		return bearers
	}
	if found := a.underNamed(name); len(found) > 0 {
		return found
	}
	steps := strings.FieldsFunc(given, func(r rune) bool { return strings.ContainsRune(`/\>|`, r) })
	if len(steps) < 2 {
		return nil
	}
	slices.Reverse(steps)
	return a.underNamed(excel.Words(strings.Join(steps, " ")))
}

// placesNamed are the codes of the organizations that a text names as branchOf reads it, all
// that it may mean.
func (a *assembly) placesNamed(given string) (codes []string) {
	if _, ok := a.tree.Index(given); ok {
		return []string{given}
	}
	for _, i := range a.bearersOf(given) {
		codes = append(codes, a.tree.Orgs[i].Code)
	}
	return codes
}

// underNamed are the organizations whose own name the folded text begins with and
// whose superiors' names, from the nearest up, are all the rest of it.
func (a *assembly) underNamed(text string) (found []int) {
	for i := range len(text) {
		if text[i] != ' ' {
			continue
		}
		for _, org := range a.orgsByName[text[:i]] {
			if a.isAbove(org, text[i+1:]) {
				found = append(found, org)
			}
		}
	}
	slices.Sort(found)
	return slices.Compact(found)
}

// isAbove tells whether a folded text is nothing but names of an organization's
// superiors, the nearer before the higher.
func (a *assembly) isAbove(org int, text string) bool {
	for text = afterLink(text); text != ""; text = afterLink(text) {
		up := a.tree.Parent(org)
		for ; up >= 0; up = a.tree.Parent(up) {
			if rest, ok := cutCommittee(text, excel.Words(a.tree.Orgs[up].Name)); ok {
				text = rest
				break
			}
		}
		if up < 0 {
			return false
		}
		org = up
	}
	return true
}

// cutCommittee takes the folded name of a committee off the beginning of a text, which may
// leave out what all of its kind are called: “xã Mẫu” is enough for “Đảng bộ xã Mẫu”.
func cutCommittee(text, name string) (rest string, ok bool) {
	for _, called := range append(committeeWords(), "") {
		if place, whole := strings.CutPrefix(name, called); whole {
			if rest, ok = strings.CutPrefix(text+" ", name+" "); !ok && called != "" {
				rest, ok = strings.CutPrefix(text+" ", strings.TrimSpace(place)+" ")
			}
			return rest, ok
		}
	}
	return "", false
}

// afterLink takes off the words that stand between an organization and its superior.
func afterLink(text string) string {
	text = strings.TrimSpace(text)
	for _, link := range linksToSuperior() {
		if rest, ok := strings.CutPrefix(text, link+" "); ok {
			return strings.TrimSpace(rest)
		}
	}
	return text
}

// quotedOrg bounds how long a name may be that is repeated.
const quotedOrg = 120

// quoteOrg repeats a text that names an organization. One that begins as names of
// organizations do is no person's, unless it has the digits of one.
func quoteOrg(s string) string {
	digits := 0
	for _, r := range s {
		if r >= '0' && r <= '9' {
			digits++
		}
	}
	folded := excel.Words(s) + " "
	if digits <= 6 && len([]rune(s)) <= quotedOrg && slices.ContainsFunc(organizationWords(), func(w string) bool { return strings.HasPrefix(folded, w+" ") }) {
		return "“" + strings.TrimSpace(s) + "”"
	}
	return evaluate.QuoteCode(s)
}
