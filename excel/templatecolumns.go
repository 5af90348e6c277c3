package excel

import (
	"math"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"github.com/xeploai/xeploai/evaluate"
)

// templateColumns lists the columns and, for each, its fact position; -1 is
// the number column, -2 the total.
func templateColumns(s TemplateSheet) ([]column, []int) {
	cols := []column{numberColumnOf(s.Schema.Kind)}
	cols[0].look.size = inputSize
	facts := []int{-1}
	lastTotal := -1
	for i, fact := range s.Facts {
		if slices.Contains(s.Total, fact) {
			lastTotal = i
		}
	}
	for i, fact := range s.Facts {
		var limit *evaluate.Num
		if m, ok := s.Maxima[fact]; ok {
			limit = &m
		}
		latest, past := s.Latest[fact]
		if year := evaluate.Int(int64(latest.Year)); past && limit == nil {
			limit = &year
		}
		def := s.Schema.Facts[fact]
		if def.Line != "" {
			def.Hint = clip(def.Line, calledRoom)
		}
		c := sizedColumn(&def, limit, inputSize)
		if past && s.Schema.Facts[fact].Type == evaluate.DateFact {
			c.check = func() *excelize.DataValidation { return dateCheck(latest) }
		}
		if line := lineHint(&s, fact); line != "" {
			c.hint = joinHint(def.Hint, line)
		} else if def.Line == "" {
			c.hint = joinHint(clip(s.Called[fact], calledRoom), c.hint)
		}
		if s.Leaves && s.Schema.Facts[fact].ID == factActivityStatus {
			c.choices, c.hint = append(slices.Clone(c.choices), leavingLabels()...), joinHint(c.hint, labelLeavesHint)
		}
		wanted := slices.Contains(s.Wanted, fact) || slices.ContainsFunc(s.Forms, func(f RowForm) bool { return slices.Contains(f.Wanted, fact) })
		if slices.Contains(s.SecondRound, fact) {
			c.hint = joinHint(labelSecondRound, c.hint)
		}
		c.hint = fittingHint(c.hint, func(hint string) string {
			return templateHint(&def, hint, wanted, needHint(&s, fact), eitherHint(&s, fact))
		})
		if slices.Contains(s.Locked, fact) {
			c = c.lock()
		}
		c.width = codeWidth(&s, fact, c.width)
		cols, facts = append(cols, c), append(facts, fact)
		if i == lastTotal {
			total := column{heading: labelTotalScore, group: c.group, width: 8,
				look: look{size: inputSize, frame: boxed, bold: true, align: "center"}}.lock()
			total.hint = labelTotalHint
			if s.TotalMax != nil {
				most := s.TotalMax.String()
				total.look.format, total.bounds = `General"/`+most+`"`, beyond(nil, s.TotalMax)
				total.width = totalWidth(most)
			}
			cols, facts = append(cols, total), append(facts, -2)
		}
	}
	return cols, facts
}

// fittingHint is what a column says with as much of its hint as a prompt has room for: what
// is said after it, of a cell left empty, stays.
func fittingHint(hint string, says func(hint string) string) string {
	said := says(hint)
	if over := units(said) - longestCheck; over > 0 && units(hint) > over {
		said = says(clip(hint, units(hint)-over))
	}
	return said
}

// totalWidth has room for a total beyond the maximum too, in bold and with quarters of
// a point: what is too wide is shown as signs that nobody understands.
func totalWidth(most string) float64 {
	widest := strings.Repeat("8", len(most)) + ".88/" + most
	return math.Ceil(textWidth(widest)*inputSize/tableSize/roomPerUnit/boldRoom + 1)
}

// codeWidth widens a column of codes until those known stand on one line each:
// programs break a word that is too long where they like.
func codeWidth(s *TemplateSheet, fact int, width float64) float64 {
	f := &s.Schema.Facts[fact]
	if s.Prefill == nil || f.Type != evaluate.TextFact || f.Role != evaluate.RoleBranchCode {
		return width
	}
	for row := range s.Prefill.Len() {
		if text := s.Prefill.Text(row, fact); !strings.Contains(text, " ") {
			width = max(width, min(textWidth(text)*inputSize/tableSize/roomPerUnit+1, widestCode))
		}
	}
	return width
}

// leadColumns is how many leading columns stay in sight: up to the name.
func leadColumns(s *evaluate.Schema, facts []int) int {
	if i := slices.Index(facts, s.ByRole(evaluate.RoleName)); i >= 0 && i < 4 {
		return i + 1
	}
	return min(2, len(facts))
}
