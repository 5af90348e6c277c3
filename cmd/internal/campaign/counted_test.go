package campaign

import (
	"slices"
	"strings"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// Whoever fills in what the templates of any embedded set tint and count waits for no cell
// of a score sheet, and for no other of these sheets that they do not tell of; and not everybody
// waits for one: no counter says that nothing is missing where grading finds all undecided.
func TestWhatTemplatesCountIsEnoughForAGrade(t *testing.T) {
	lib := library(t)
	const variants = 6
	for _, rs := range lib.Sets {
		k := rs.Spec.Kind
		a := countedOffice(t, lib, rs)
		m, err := newTemplateMaker(a, named{})
		if err != nil {
			t.Fatal(err)
		}
		var sheets []excel.TemplateSheet
		for org := range m.tree.Orgs {
			if !m.fillsIn(org) {
				continue
			}
			spec := m.spec(org)
			for _, s := range spec.Sheets {
				if s.Schema.Kind == k {
					sheets = append(sheets, s)
				}
			}
		}
		open, undecided := map[string]int{}, 0
		for variant := range variants {
			pop := subjectOf(a, k)
			fillCounted(rs, sheets, pop.Frame, variant)
			in := &evaluate.Inputs{Period: a.terms.period, Reference: a.terms.reference, Tree: a.tree, Populations: map[evaluate.Kind]*evaluate.Population{k: pop}}
			report, _ := evaluate.Grade(in, a.sets)
			lacks := false
			for _, o := range report.Missing(k, 0) {
				at, known := rs.Schema().Index(o.Fact)
				asked := func(s excel.TemplateSheet) bool { return slices.Contains(s.Facts, at) }
				told := func(s excel.TemplateSheet) bool { return slices.Contains(s.Perhaps, at) }
				if !o.Blank || !known || !slices.ContainsFunc(sheets, asked) {
					continue
				}
				lacks = true
				if scored(rs, sheets, at) || !slices.ContainsFunc(sheets, told) {
					open[string(o.Fact)]++
				}
			}
			if lacks {
				undecided++
			}
		}
		if len(open) > 0 || undecided == variants {
			t.Errorf("%s: waits for %v, %d of %d times for something", rs.Ref(), open, undecided, variants)
		}
	}
}

// scored tells whether a fact stands on a score sheet, and a workbook that asks for it also
// asks which sheet somebody takes.
func scored(rs *evaluate.RuleSet, sheets []excel.TemplateSheet, fact int) bool {
	return slices.ContainsFunc(rs.Sheets, func(s *evaluate.Sheet) bool { return slices.Contains(s.Facts(), fact) }) &&
		slices.ContainsFunc(sheets, func(s excel.TemplateSheet) bool {
			return slices.Contains(s.Facts, fact) && (len(rs.Sheets) == 1 || len(s.Forms) > 0)
		})
}

// countedOffice is an office with an organization of each kind that reports, under one set.
func countedOffice(t *testing.T, lib *evaluate.Library, rs *evaluate.RuleSet) *assembly {
	t.Helper()
	tree, ps := evaluate.NewTree([]evaluate.Org{
		{Code: "XA", Name: "Đảng ủy xã Mẫu", Level: evaluate.CommitteeLevel},
		{Code: "DU", Name: "Đảng bộ Mẫu", Parent: "XA", Level: evaluate.BaseCommittee},
		{Code: "A", Name: "Chi bộ Mẫu 1", Parent: "DU", Level: evaluate.Branch},
	}, evaluate.Body{Kind: evaluate.Unit, Code: "DV", Name: "Đơn vị Mẫu", Org: "A"}, evaluate.Body{Kind: evaluate.Collective, Code: "TT", Name: "Tập thể Mẫu", Org: "A"})
	if err := refuse(ps); err != nil {
		t.Fatal(err, ps)
	}
	c := &Campaign{Library: lib, Folder: Folder{Root: t.TempDir()}, terms: terms{comment: evaluate.Int(6), period: rs.Spec.From, reference: rs.Spec.From.Last()}}
	return newAssembly(c, tree, map[evaluate.Kind]*evaluate.RuleSet{rs.Spec.Kind: rs}, make([]byte, keySize))
}

// subjectOf is one subject of a kind in the branch.
func subjectOf(a *assembly, k evaluate.Kind) *evaluate.Population {
	f := evaluate.NewFrame(a.sets[k].Schema())
	f.Append(evaluate.Place{})
	return &evaluate.Population{Frame: f, Subjects: []evaluate.Subject{{ID: "1", Person: "1", Org: orgIn(a.tree, "A")}}}
}

// fillCounted fills in what the sheets count, with one of several answers everywhere.
func fillCounted(rs *evaluate.RuleSet, sheets []excel.TemplateSheet, f *evaluate.Frame, variant int) {
	schema := rs.Schema()
	for i := range schema.Facts {
		if schema.Facts[i].Identity || schema.Facts[i].Required {
			answer(f, i, variant)
		}
	}
	for _, s := range sheets {
		for _, i := range s.Wanted {
			if slices.Contains(s.Facts, i) {
				answer(f, i, variant)
			}
		}
	}
	for _, sheet := range rs.Sheets {
		weigh(schema, sheet.Spec, f, variant)
	}
	for _, s := range sheets {
		eithers, needs := s.Eithers, s.Needs
		for _, form := range s.Forms {
			if form.Fact >= 0 {
				def := &schema.Facts[form.Fact]
				choice, says := def.CodeIndex(def.Blank)
				if v := f.Value(0, form.Fact); !v.IsBlank() {
					choice, says = v.Choice(), true
				}
				if !says {
					break
				}
				if !slices.Contains(form.Choices, choice) {
					continue
				}
			}
			for _, i := range form.Wanted {
				if slices.Contains(s.Facts, i) && f.Value(0, i).IsBlank() {
					answer(f, i, variant)
				}
			}
			eithers, needs = slices.Concat(eithers, form.Eithers), slices.Concat(needs, form.Needs)
			break
		}
		for _, ways := range eithers {
			for _, i := range ways[variant%len(ways)] {
				answer(f, i, variant)
			}
		}
		for _, n := range needs {
			fillNeed(f, n, s.Facts, variant)
		}
	}
}

func fillNeed(f *evaluate.Frame, n evaluate.LineNeed, facts []int, variant int) {
	if n.Weight >= 0 && f.Value(0, n.Weight).Number().Sign() <= 0 {
		return
	}
	if n.Full >= 0 && !f.Value(0, n.Full).IsBlank() && slices.Contains(n.Codes, f.Value(0, n.Full).Choice()) {
		return
	}
	enough := len(n.Facts)
	if n.Count >= 0 {
		given, _ := f.Value(0, n.Count).Number().Int64()
		enough = int(given)
	}
	for _, i := range n.Facts[:min(enough, len(n.Facts))] {
		if slices.Contains(facts, i) {
			answer(f, i, variant)
		}
	}
}

// weigh gives the weights that were asked for their sum: one line all of it, or all alike.
func weigh(schema *evaluate.Schema, s *evaluate.SheetSpec, f *evaluate.Frame, variant int) {
	for g := range s.Groups {
		var at []int
		for l := range s.Groups[g].AllLines() {
			if i, ok := schema.Index(l.Weight); ok && l.Weight != "" && !f.Value(0, i).IsBlank() {
				at = append(at, i)
			}
		}
		for n, i := range at {
			share, _ := s.Groups[g].WeightsSum.Div(evaluate.Int(int64(len(at))))
			if variant%2 == 0 {
				share = evaluate.Num{}
				if n == 0 {
					share = *s.Groups[g].WeightsSum
				}
			}
			setNumber(f, i, share)
		}
	}
}

// answer says something of a fact: among choices and numbers another in every variant.
func answer(f *evaluate.Frame, i, variant int) {
	switch d := &f.Schema.Facts[i]; d.Type {
	case evaluate.ChoiceFact:
		f.Set(0, i, evaluate.ChoiceValue(variant%len(d.Choices)))
	case evaluate.NumberFact:
		n := evaluate.Int(int64(1 + variant%2))
		if d.Max != nil && variant%3 == 0 {
			n = *d.Max
		}
		setNumber(f, i, n)
	case evaluate.DateFact:
		f.Set(0, i, evaluate.DateValue(evaluate.Date{Year: 1980, Month: 1, Day: 2}))
	default:
		f.SetText(0, i, strings.Repeat("M", 3))
	}
}

func setNumber(f *evaluate.Frame, i int, n evaluate.Num) {
	v, _ := evaluate.NumberValue(n)
	f.Set(0, i, v)
}
