package excel

import (
	"slices"

	"github.com/xeploai/xeploai/evaluate"
)

// The kinds under which the rows of an organization list pass through the
// reader. They are no subject kinds and never leave the package.
const (
	orgListKind        evaluate.Kind = "organization_list"
	unitListKind       evaluate.Kind = "unit_list"
	collectiveListKind evaluate.Kind = "collective_list"
)

// isListKind tells whether a sheet belongs to the organization list.
func isListKind(k evaluate.Kind) bool {
	return k == orgListKind || k == unitListKind || k == collectiveListKind
}

// listKind is the kind under which the rows of a body sheet are read.
func listKind(k evaluate.Kind) evaluate.Kind {
	if k == evaluate.Collective {
		return collectiveListKind
	}
	return unitListKind
}

// listSchemas declares the columns of an organization list as facts, so that
// the list is read with the same care as every other sheet.
func listSchemas() []*evaluate.Schema {
	v, _ := evaluate.NewVocabulary(slices.Concat(orgFacts(), bodyFacts(evaluate.Unit), bodyFacts(evaluate.Collective)), nil)
	return []*evaluate.Schema{v.Schema(orgListKind), v.Schema(unitListKind), v.Schema(collectiveListKind)}
}

func orgFacts() []evaluate.FactDef {
	const prefix = "org."
	choice := func(id, heading string, required bool, choices []evaluate.Choice) evaluate.FactDef {
		def := listFact(orgListKind, prefix+id, heading, required, "")
		def.Type, def.Choices = evaluate.ChoiceFact, choices
		return def
	}
	var levels, types []evaluate.Choice
	for _, l := range evaluate.OrgLevels() {
		levels = append(levels, evaluate.Choice{Code: string(l), Label: levelLabel(l)})
	}
	for _, t := range OrgTypes() {
		types = append(types, evaluate.Choice{Code: t.Code, Label: t.Label})
	}
	return append([]evaluate.FactDef{
		listFact(orgListKind, prefix+"code", labelOrgCode, true, evaluate.RoleBranchCode),
		listFact(orgListKind, prefix+"name", labelOrgName, true, evaluate.RoleName),
		listFact(orgListKind, prefix+"parent", labelOrgParent, false, ""), choice("level", labelLevel, true, levels),
		choice("type", labelOrgType, false, types),
	}, originFacts(orgListKind, prefix, labelPredecessors)...)
}

func bodyFacts(kind evaluate.Kind) []evaluate.FactDef {
	list, prefix, w := listKind(kind), bodyPrefix(kind), wordsOfBody(kind)
	facts := []evaluate.FactDef{
		listFact(list, prefix+"code", w.code, true, evaluate.RoleBranchCode, aliasCode),
		listFact(list, prefix+"name", w.name, true, evaluate.RoleName, aliasName),
		listFact(list, prefix+"org", labelBodyOrg, true, "", bareHeading(labelBodyOrg)),
		listFact(list, prefix+"superior", w.superior, false, "", bareHeading(w.superior)),
	}
	if kind == evaluate.Collective {
		size, least := listFact(list, prefix+"size", labelSize, true, ""), leastMembers()
		size.Type, size.Step, size.Min = evaluate.NumberFact, evaluate.Int(1), &least
		facts = append(facts, size)
	}
	return append(facts, originFacts(list, prefix, labelBodyPredecessors)...)
}

// bareHeading is a heading without what is in brackets, as people retype it.
func bareHeading(heading string) string { return tidy(cutAt(heading, "(")) }

func originFacts(list evaluate.Kind, prefix, heading string) []evaluate.FactDef {
	founded := listFact(list, prefix+"founded", labelFounded, false, "")
	founded.Type = evaluate.DateFact
	return []evaluate.FactDef{founded, listFact(list, prefix+"predecessors", heading, false, "")}
}

func listFact(list evaluate.Kind, id, heading string, required bool, role evaluate.Role, aliases ...string) evaluate.FactDef {
	return evaluate.FactDef{ID: evaluate.FactID(id), Kind: list, Type: evaluate.TextFact,
		Heading: heading, Required: required, Role: role, Aliases: aliases}
}

// takeList turns the rows of an organization list into organizations, units and
// collectives. A list without its main sheet is none; the other sheets may be
// missing or empty, as in lists that were written before there were any.
func (r *reader) takeList() {
	orgs := r.in.Frames[orgListKind]
	r.in.Orgs = orgsOf(orgs)
	r.tellFormerOnes(orgs, "org.", labelPredecessors)
	for _, k := range bodyKinds() {
		r.tellFormerOnes(r.in.Frames[listKind(k)], bodyPrefix(k), labelBodyPredecessors)
		r.in.Bodies = append(r.in.Bodies, bodiesOf(r.in.Frames[listKind(k)], k)...)
		delete(r.in.Frames, listKind(k))
	}
	delete(r.in.Frames, orgListKind)
	switch {
	case r.failed():
	case orgs == nil:
		r.add(problemSheetMissing(r.at, sheetOrgList))
	case orgs.Len() == 0 && len(r.in.Bodies) > 0:
		r.add(problemNoRows(evaluate.Origin{File: r.at.File, Sheet: sheetOrgList}))
	}
}

// listRow reads one row of a sheet of the list by column.
type listRow struct {
	frame  *evaluate.Frame
	prefix string
	row    int
}

func (l listRow) at(id string) int {
	i, _ := l.frame.Schema.Index(evaluate.FactID(l.prefix + id))
	return i
}

func (l listRow) text(id string) string            { return l.frame.Text(l.row, l.at(id)) }
func (l listRow) value(id string) evaluate.Value   { return l.frame.Value(l.row, l.at(id)) }
func (l listRow) origin(id string) evaluate.Origin { return l.frame.Origin(l.row, l.at(id)) }
func (l listRow) data(id string) string            { return l.frame.Data(l.at(id), l.value(id)) }

// column is the workbook column of a fact of the list, 0 where the sheet has none.
func (l listRow) column(id string) int32 {
	i, ok := l.frame.Schema.Index(evaluate.FactID(l.prefix + id))
	p := l.frame.Place(l.row)
	if !ok || p.Source < 0 || int(p.Source) >= len(l.frame.Sources) {
		return 0
	}
	return l.frame.Sources[p.Source].Columns[i]
}

func (l listRow) columns() evaluate.ListColumns {
	return evaluate.ListColumns{Code: l.column("code"), Name: l.column("name"), Level: l.column("level"),
		Parent: max(l.column("parent"), l.column("superior")), Org: l.column("org"), Founded: l.column("founded"), Predecessors: l.column("predecessors"), Size: l.column("size")}
}

func (l listRow) founded() evaluate.Date {
	if v := l.value("founded"); !v.IsBlank() {
		return v.Date()
	}
	return evaluate.Date{}
}

func (l listRow) predecessors() []string {
	names, _, _ := formerOnes(l.text("predecessors"))
	return names
}

func orgsOf(f *evaluate.Frame) []evaluate.Org {
	if f == nil {
		return nil
	}
	orgs := make([]evaluate.Org, f.Len())
	for row := range orgs {
		l := listRow{f, "org.", row}
		orgs[row] = evaluate.Org{Code: l.text("code"), Name: l.text("name"), Parent: l.text("parent"),
			Level: evaluate.OrgLevel(l.data("level")), Type: l.data("type"), At: l.origin("code"), Columns: l.columns(),
			Founded: l.founded(), Predecessors: l.predecessors()}
	}
	return orgs
}

func bodiesOf(f *evaluate.Frame, kind evaluate.Kind) []evaluate.Body {
	if f == nil {
		return nil
	}
	bodies := make([]evaluate.Body, f.Len())
	for row := range bodies {
		l := listRow{f, bodyPrefix(kind), row}
		b := evaluate.Body{Kind: kind, Code: l.text("code"), Name: l.text("name"), Org: l.text("org"),
			Superior: l.text("superior"), NoSuperior: SaysNone(l.text("superior")), At: l.origin("code"), Columns: l.columns(), Founded: l.founded(), Predecessors: l.predecessors()}
		if b.NoSuperior {
			b.Superior = ""
		}
		if kind == evaluate.Collective && !l.value("size").IsBlank() {
			n, _ := l.value("size").Number().Int64() // the reader lets whole numbers pass only
			b.Size = int(n)
		}
		bodies[row] = b
	}
	return bodies
}
