package excel

import (
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

// orgListKind is the kind under which the rows of an organization list pass
// through the reader. It is no subject kind and never leaves the package.
const orgListKind evaluate.Kind = "organization_list"

// orgListSchema declares the columns of an organization list as facts, so that
// the list is read with the same care as every other sheet.
func orgListSchema() *evaluate.Schema {
	text := func(id, heading string, required bool, role evaluate.Role) evaluate.FactDef {
		return evaluate.FactDef{ID: evaluate.FactID("org." + id), Kind: orgListKind, Type: evaluate.TextFact,
			Heading: heading, Required: required, Role: role}
	}
	choice := func(id, heading string, required bool, choices []evaluate.Choice) evaluate.FactDef {
		def := text(id, heading, required, "")
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
	founded := text("founded", labelFounded, false, "")
	founded.Type = evaluate.DateFact
	v, _ := evaluate.NewVocabulary([]evaluate.FactDef{
		text("code", labelOrgCode, true, evaluate.RoleBranchCode), text("name", labelOrgName, true, evaluate.RoleName),
		text("parent", labelOrgParent, false, ""), choice("level", labelLevel, true, levels),
		choice("type", labelOrgType, false, types), founded, text("predecessors", labelPredecessors, false, ""),
	}, nil)
	return v.Schema(orgListKind)
}

// orgsOf turns the rows of an organization list into organizations.
func orgsOf(f *evaluate.Frame) []evaluate.Org {
	if f == nil {
		return nil
	}
	at := func(id string) int { i, _ := f.Schema.Index(evaluate.FactID("org." + id)); return i }
	code, level, founded := at("code"), at("level"), at("founded")
	orgs := make([]evaluate.Org, f.Len())
	for row := range orgs {
		o := evaluate.Org{Code: f.Text(row, code), Name: f.Text(row, at("name")), Parent: f.Text(row, at("parent")),
			Level: evaluate.OrgLevel(f.Data(level, f.Value(row, level))),
			Type:  f.Data(at("type"), f.Value(row, at("type"))), At: f.Origin(row, code)}
		if v := f.Value(row, founded); !v.IsBlank() {
			o.Founded = v.Date()
		}
		for _, p := range strings.Split(f.Text(row, at("predecessors")), ";") {
			if p = tidy(p); p != "" {
				o.Predecessors = append(o.Predecessors, p)
			}
		}
		orgs[row] = o
	}
	return orgs
}
