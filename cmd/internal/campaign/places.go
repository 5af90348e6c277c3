package campaign

import (
	"slices"
	"strings"
	"unicode"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// place is a subject that the organization list names: an organization, a unit
// or a collective.
type place struct {
	code, name string
	org        int    // tree position it stands under: an organization's own
	owner      string // code of the organization whose report speaks for it
	level      evaluate.OrgLevel
	size       int // of a collective: how many members it has, 0 when not stated
	founded    evaluate.Date
	from       []string // codes or names of those it follows
	at         evaluate.Origin
	columns    evaluate.ListColumns
}

// places lists the subjects of a kind in the order of the list.
func (a *assembly) places(k evaluate.Kind) []place {
	var out []place
	bodies := &a.tree.Units
	switch k {
	case evaluate.Organization:
		for i, o := range a.tree.Orgs {
			out = append(out, place{code: o.Code, name: o.Name, org: i, owner: o.Code, level: o.Level,
				founded: o.Founded, from: o.Predecessors, at: o.At, columns: o.Columns})
		}
		return out
	case evaluate.Collective:
		bodies = &a.tree.Collectives
	}
	for i, b := range bodies.List {
		out = append(out, place{code: b.Code, name: b.Name, org: bodies.Org(i), owner: b.Org, size: b.Size,
			founded: b.Founded, from: b.Predecessors, at: b.At, columns: b.Columns})
	}
	return out
}

// ownersOf tells whose report speaks of a unit or collective of the list, and whether
// that is a committee with a workbook of a base committee's kind.
func ownersOf(tree *evaluate.Tree, registers map[evaluate.Kind]register) func(evaluate.Kind, string) (string, bool) {
	a := &assembly{tree: tree}
	lists := map[evaluate.Kind][]place{evaluate.Unit: a.places(evaluate.Unit), evaluate.Collective: a.places(evaluate.Collective)}
	return func(k evaluate.Kind, code string) (string, bool) {
		i, ok := registers[k].find(code)
		if !ok {
			return "", false
		}
		owner := lists[k][i].owner
		org, ok := tree.Index(owner)
		return owner, ok && reporter(tree, org) == excel.BaseBook
	}
}

// registersOf are the places of a list by kind; for the rest see newRegister.
func registersOf(tree *evaluate.Tree, formerly formerNames, since evaluate.Date) map[evaluate.Kind]register {
	a, out := &assembly{tree: tree}, map[evaluate.Kind]register{}
	for _, k := range placeKinds() {
		out[k] = newRegister(a.places(k), formerly[k], since)
	}
	return out
}

// placeKinds are the kinds of subjects that the organization list names.
func placeKinds() []evaluate.Kind {
	return []evaluate.Kind{evaluate.Organization, evaluate.Unit, evaluate.Collective}
}

// register finds places by what people write: a code, or a name that only one
// place bears.
type register struct {
	at     map[string]int
	byName map[string]int // -1 when several bear it
	alike  map[string]int // by the code without case, spaces and dashes; -1 when several are
	codes  []string
	after  map[string][]string // what followed others, see followed
	// By an old code or name: what is the same place under a new one, and what may be but for
	// the day since when.
	renamed, undated map[string]int
}

// newRegister lists places; formerly are the names that others call their codes by, since is
// the first day of the period.
func newRegister(places []place, formerly map[string][]string, since evaluate.Date) register {
	r := register{at: map[string]int{}, byName: map[string]int{}, alike: map[string]int{}, after: followed(places, formerly), renamed: map[string]int{}, undated: map[string]int{}}
	for i, p := range places {
		r.codes = append(r.codes, p.code)
		r.at[p.code] = i
		noteOnly(r.byName, foldName(p.name), i)
		noteOnly(r.alike, foldCode(p.code), i)
	}
	r.noteRenamed(places, since)
	return r
}

// noteOnly notes what is called so, unless something else is too.
func noteOnly(of map[string]int, called string, i int) {
	if _, twice := of[called]; twice {
		i = -1
	}
	of[called] = i
}

// foldCode is a code without what people leave out or write otherwise: case, spaces and
// dashes.
func foldCode(code string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.Is(unicode.Pd, r) || r == '_' || r == '−' {
			return -1
		}
		return unicode.ToLower(r)
	}, code)
}

// followers are the codes of all that an unknown one was merged into or renamed to.
func (r register) followers(given string) []string { return r.after[excel.Words(given)] }

// now finds what an earlier workbook names: the place itself while it is on the
// list, else the only one that was merged or renamed from it.
func (r register) now(given string) (int, bool) {
	if i, ok := r.find(given); ok {
		return i, true
	}
	if codes := r.followers(given); len(codes) == 1 {
		return r.at[codes[0]], true
	}
	return 0, false
}

func (r register) find(given string) (int, bool) {
	if i, ok := r.at[given]; ok {
		return i, true
	}
	if i, ok := r.byName[foldName(given)]; ok && i >= 0 && given != "" {
		return i, true
	}
	if i, ok := r.alike[foldCode(given)]; ok && i >= 0 && foldCode(given) != "" {
		return i, true
	}
	if _, several := r.byName[foldName(given)]; several {
		return 0, false
	}
	i, ok := r.renamed[excel.Words(given)]
	return i, ok
}

// isFormer tells whether a code is the old one of what has another now.
func (r register) isFormer(code string) bool {
	if len(r.renamed) == 0 {
		return false
	}
	_, former := r.renamed[excel.Words(code)]
	return former && !slices.Contains(r.codes, code)
}

// spelled tells whether what was found was given by its name, or by its code in other letters.
func (r register) spelled(given string, i int) bool {
	found, ok := r.find(given)
	return ok && found == i && r.codes[i] != given
}

// likely is the only code that differs from an unknown one by a slip of the keyboard, ""
// for none or several.
func (r register) likely(given string) string {
	found := ""
	for _, code := range r.codes {
		if excel.LettersApart(given, code) != 1 {
			continue
		}
		if found != "" {
			return ""
		}
		found = code
	}
	return found
}

// placeRow is one row about a place in some workbook.
type placeRow struct {
	bound
	row int
}

// owns tells whether a row is in the report that speaks for a place, be it one under a code that
// its organization had before while there is none under the present one.
func (a *assembly) owns(r placeRow, p place, k evaluate.Kind) bool {
	book := r.book.Receipt
	speaks := book.Kind == excel.BranchBook || book.Kind == excel.BaseBook || book.Kind == excel.OfficeBook && k != evaluate.Organization
	return speaks && (book.Org == p.owner || a.branchNow(book.Org) == p.owner && !a.hasReported(bookKey{book.Kind, p.owner}))
}

// placeRows gathers the rows of all workbooks by place; the row of the report
// that speaks for it comes first.
func (a *assembly) placeRows(k evaluate.Kind, schema *evaluate.Schema, places []place, books []bound) map[int][]placeRow {
	ids, known := identityOf(schema), a.registerOf(k)
	out, former := map[int][]placeRow{}, formerRows{assembly: a, register: known}
	for _, b := range books {
		former.of(b.book.Receipt.key())
		for row := range b.table.len() {
			given := b.table.find(ids.branch).text(row)
			if given == "" {
				given = b.table.find(ids.name).text(row)
			}
			if given == "" && b.table.len() == 1 && k == evaluate.Organization {
				given = b.book.Receipt.Org
			}
			i, ok := known.find(given)
			if !former.take(given, b.table.origin(row, ids.branch), ok) {
				continue
			}
			r := placeRow{b, row}
			if a.owns(r, places[i], k) {
				out[i] = append([]placeRow{r}, out[i]...)
			} else {
				out[i] = append(out[i], r)
			}
		}
		former.tell()
	}
	former.tellUndated()
	return out
}

// listed builds the population of a kind that the organization list names,
// reported or not. Of organizations these are all below the office itself; what
// the office's workbook says of the office is returned beside them.
func (a *assembly) listed(k evaluate.Kind) (pop *evaluate.Population, above []placeRow, err error) {
	schema := a.Library.Vocabulary.Schema(k)
	books, err := a.bind(k, schema, excel.BranchBook, excel.BaseBook, excel.OfficeBook)
	if err != nil {
		return nil, nil, err
	}
	pop = &evaluate.Population{Frame: evaluate.NewFrame(schema)}
	places := a.places(k)
	list := a.treeSource(pop.Frame, places)
	for _, b := range books {
		b.into(pop.Frame)
	}
	rows := a.placeRows(k, schema, places, books)
	gone := a.missPlaces(k, schema, places, rows)
	for i, p := range places {
		own := rows[i]
		office := p.level == evaluate.CommitteeLevel && a.tree.Parent(p.org) < 0
		if office {
			own, above = split(own, func(r placeRow) bool { return r.book.Receipt.Kind != excel.OfficeBook })
		}
		if office && len(own) == 0 {
			for _, g := range gone[i] {
				a.problems = append(a.problems, g.problem)
			}
			continue
		}
		a.addPlace(pop, k, list, p, own)
		a.missed(&pop.Subjects[len(pop.Subjects)-1], gone[i])
	}
	return pop, above, nil
}

func split(rows []placeRow, take func(placeRow) bool) (taken, left []placeRow) {
	for _, r := range rows {
		if take(r) {
			taken = append(taken, r)
		} else {
			left = append(left, r)
		}
	}
	return taken, left
}

func (a *assembly) addPlace(pop *evaluate.Population, k evaluate.Kind, list int32, p place, rows []placeRow) {
	frame := pop.Frame
	fromList := evaluate.Place{Source: list, Row: rowOf(p.at.Cell)}
	var to int
	reported := len(rows) > 0 && a.owns(rows[0], p, k)
	if reported {
		to = rows[0].append(rows[0].row)
		rows = rows[1:]
	} else {
		to = frame.Append(fromList)
	}
	pop.Subjects = append(pop.Subjects, evaluate.Subject{ID: p.code, Org: p.org})
	setListed(frame, to, p, fromList)
	for _, r := range rows {
		allowed := r.book.sender(a.tree).suppliers(k)
		a.overlay(pop, r.bound, r.row, to, func(fact int) bool {
			f := &frame.Schema.Facts[fact]
			return f.Supplier != evaluate.SupplyBranch && allowed.supply(f)
		})
		a.ownVoice(pop, to, r, reported)
	}
}

// ownVoice holds a place about which another workbook says what only its own
// report may say; it was not used.
func (a *assembly) ownVoice(pop *evaluate.Population, to int, r placeRow, reported bool) {
	for i := range r.table.columns {
		c := &r.table.columns[i]
		if pos := r.fact[i]; pos < 0 || !c.given(r.row) || r.target.Schema.Facts[pos].Identity ||
			r.target.Schema.Facts[pos].Supplier != evaluate.SupplyBranch {
			continue
		}
		var own evaluate.Origin
		if reported {
			if own = pop.Frame.Origin(to, r.fact[i]); own.IsZero() {
				own = pop.Frame.Origin(to, -1) // its report has no such column
			}
		}
		a.hold(&pop.Subjects[to], problemOwnVoice(r.table.origin(r.row, c.Fact), own))
	}
}

// setListed gives the facts the organization list knows; it stands above what a
// workbook may repeat of them.
func setListed(f *evaluate.Frame, row int, p place, at evaluate.Place) {
	s := f.Schema
	if i := s.ByRole(evaluate.RoleBranchCode); i >= 0 {
		f.SetTextFrom(row, i, p.code, at)
	}
	if i := s.ByRole(evaluate.RoleName); i >= 0 {
		f.SetTextFrom(row, i, p.name, at)
	}
	choose := func(id evaluate.FactID, code string) {
		if i, ok := s.Index(id); ok {
			if k, ok := s.Facts[i].CodeIndex(code); ok {
				f.SetFrom(row, i, evaluate.ChoiceValue(k), at)
			}
		}
	}
	choose(evaluate.FactOrgLevel, string(p.level))
	merged := "no"
	if len(p.from) > 0 {
		merged = "yes"
	}
	choose(evaluate.FactPredecessor, merged)
	// What the list leaves blank is to be given there as well.
	if i, ok := s.Index(evaluate.FactFoundedOn); ok {
		v := evaluate.Value{}
		if !p.founded.IsZero() {
			v = evaluate.DateValue(p.founded)
		}
		f.SetFrom(row, i, v, at)
	}
	if i, ok := s.Index(evaluate.FactBodySize); ok {
		v := evaluate.Value{}
		if p.size > 0 {
			v, _ = evaluate.NumberValue(evaluate.Int(int64(p.size)))
		}
		f.SetFrom(row, i, v, at)
	}
}
