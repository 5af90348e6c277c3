package rules

import (
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

// allLines is the key that gives every line of the sheet a value, so that cases
// about one line need not spell out the others: full gives all points and no
// deduction, none gives no points and every deduction in full; no bonus in either.
const allLines = "all"

// noLines is the value of allLines that gives nothing.
const noLines = "none"

// fillLines writes values into the lines of the sheet the subject takes. A key
// is a line's id, or line.part for a measure of a product line.
func (s *stage) fillLines(f *evaluate.Frame, row int, lines []givenFact) {
	if len(lines) == 0 {
		return
	}
	sheet := s.rules.SheetOf(f, row)
	if sheet == nil {
		s.problems = append(s.problems, problemCaseScene(lines[0].at, sceneNoSheet))
		return
	}
	for _, g := range lines {
		if string(g.id) == allLines {
			s.fill(f, row, everyLine(sheet.Spec, f.Schema, g))
		}
	}
	for _, g := range lines {
		if string(g.id) == allLines {
			continue
		}
		id, ok := lineFact(sheet.Spec, string(g.id))
		if !ok {
			s.problems = append(s.problems, problemCaseRule(g.at, string(g.id), lineIDs(sheet.Spec)))
			continue
		}
		s.fill(f, row, []givenFact{{at: g.at, id: id, line: string(g.id), text: g.text}})
	}
}

// lineFact finds the fact behind a line's id, or behind one of its parts.
func lineFact(s *evaluate.SheetSpec, key string) (evaluate.FactID, bool) {
	for i := range s.Groups {
		for l := range s.Groups[i].AllLines() {
			switch {
			case l.ID == key && l.Fact != "":
				return l.Fact, true
			case l.ID == key && l.Measure != nil && l.Measure.Fact != "":
				return l.Measure.Fact, true
			case strings.HasPrefix(key, l.ID+"."):
				return s.FactOf(l.ID, key[len(l.ID)+1:]), true
			}
		}
		if part, ok := strings.CutPrefix(key, s.Groups[i].ID+"."); ok && len(s.Groups[i].Parts) > 0 {
			return s.FactOf(s.Groups[i].ID, part), true
		}
	}
	return "", false
}

// lineIDs names the lines of a sheet, for hints.
func lineIDs(s *evaluate.SheetSpec) []string {
	var out []string
	for i := range s.Groups {
		for l := range s.Groups[i].AllLines() {
			out = append(out, l.ID)
		}
	}
	return out
}

// everyLine is what allLines stands for. Individual weights and shares are left
// to the case.
func everyLine(s *evaluate.SheetSpec, schema *evaluate.Schema, at givenFact) []givenFact {
	var out []givenFact
	put := func(id evaluate.FactID, text string) {
		if _, ok := schema.Index(id); ok && id != "" {
			out = append(out, givenFact{at: at.at, id: id, text: text})
		}
	}
	for i := range s.Groups {
		adds := s.Groups[i].Role == evaluate.PointsGroup
		if at.text == noLines {
			adds = s.Groups[i].Role == evaluate.DeductionGroup
		}
		for l := range s.Groups[i].AllLines() {
			put(l.Fact, bestValue(l, adds))
			if l.Measure != nil {
				bestMeasure(l.Measure, adds, put)
			}
			for j := range l.Parts {
				bestMeasure(&l.Parts[j].Measure, adds, put)
			}
			if l.Ranges != nil {
				bestMeasure(&l.Ranges.Measure, adds, put)
			}
		}
	}
	return out
}

func bestMeasure(m *evaluate.Measure, adds bool, put func(evaluate.FactID, string)) {
	switch {
	case len(m.Levels) > 0:
		put(m.Fact, optionWith(m.Levels, adds))
	case adds:
		put(m.Fact, "100")
	default:
		put(m.Fact, "0")
	}
}

func bestValue(l *evaluate.SheetLine, adds bool) string {
	switch l.Form {
	case evaluate.TickLine:
		if adds {
			return "yes"
		}
		return "no"
	case evaluate.ShareOfLine:
		return "no"
	case evaluate.OptionsLine:
		return optionWith(l.Options, adds)
	case evaluate.EachLine, evaluate.LoseLine:
		if adds == (l.Form == evaluate.EachLine) {
			return timesToMax(l)
		}
		return "0"
	}
	if adds {
		return l.Max.String()
	}
	return "0"
}

// timesToMax is how many occurrences reach the maximum.
func timesToMax(l *evaluate.SheetLine) string {
	n, ok := l.Max.Div(l.Points)
	if !ok {
		return "0"
	}
	return evaluate.Int(-n.Neg().Floor()).String()
}

// optionWith is the code of the option with the most points, or the fewest.
func optionWith(options []evaluate.LineOption, most bool) string {
	best := 0
	for i, o := range options {
		if c := o.Points.Cmp(options[best].Points); c > 0 && most || c < 0 && !most {
			best = i
		}
	}
	return options[best].Code
}
