package excel

import (
	"strings"

	"github.com/xuri/excelize/v2"

	"github.com/xeploai/xeploai/evaluate"
)

// listInput is a column to fill in of the organization list.
func listInput(stamp, heading, hint string, width float64) column {
	return column{stamp: stamp, heading: heading, hint: hint, width: width,
		look: look{frame: boxed, wrap: true, unlocked: true, format: textFormat}}
}

// originColumns are the last columns of every sheet of the list: since when, at
// the latest on the given day, and what it was before.
func originColumns(prefix, heading string, latest evaluate.Date) []column {
	founded := listInput(prefix+"founded", labelFounded, hintFounded, 13)
	founded.look.format, founded.look.align, founded.look.fill = dateFormat, "center", wantedFill
	founded.check = func() *excelize.DataValidation { return dateCheck(latest) }
	return []column{founded, listInput(prefix+"predecessors", heading, hintPredecessors, 30)}
}

func originValues(founded evaluate.Date, predecessors []string) []any {
	day := any(nil)
	if !founded.IsZero() {
		day = serial(founded)
	}
	return []any{day, text(strings.Join(predecessors, "; "))}
}

func orgColumns(types []OrgType, latest evaluate.Date) []column {
	level := listInput("org.level", labelLevel+requiredMark, "", 20)
	for _, l := range evaluate.OrgLevels() {
		level.choices = append(level.choices, levelLabel(l))
	}
	typ := listInput("org.type", labelOrgType, hintOrgType, 30)
	for _, t := range types {
		typ.choices = append(typ.choices, t.Label)
	}
	return append([]column{numberColumn(), listInput("org.code", labelOrgCode+requiredMark, hintOrgCode, 14),
		listInput("org.name", labelOrgName+requiredMark, "", 40), listInput("org.parent", labelOrgParent, hintOrgParent, 14),
		level, typ}, originColumns("org.", labelPredecessors, latest)...)
}

func orgValues(i int, o evaluate.Org, types []OrgType) []any {
	level, typ := "", ""
	if o.Level != "" {
		level = levelLabel(o.Level)
	}
	for _, t := range types {
		if t.Code == o.Type && o.Type != "" {
			typ = t.Label
		}
	}
	return append([]any{i + 1, text(o.Code), text(o.Name), text(o.Parent), text(level), text(typ)},
		originValues(o.Founded, o.Predecessors)...)
}

// bodyKinds are the kinds of bodies in the order of their sheets.
func bodyKinds() []evaluate.Kind { return []evaluate.Kind{evaluate.Unit, evaluate.Collective} }

// bodyTable is the sheet of the units or of the collectives. codes are where
// the codes of the organizations and of the units stand; units, when they are
// what is listed, point at their own sheet. latest bounds the founding dates.
func bodyTable(kind evaluate.Kind, bodies []evaluate.Body, codes [2]string, latest evaluate.Date) listTable {
	t := listTable{name: sheetUnitList, title: labelUnitListTitle, how: labelUnitListHow}
	if kind == evaluate.Collective {
		t.name, t.title, t.how = sheetCollectiveList, labelCollectiveListTitle, labelCollectiveListHow
	}
	t.cols = bodyColumns(kind, latest)
	for _, b := range bodies {
		if b.Kind == kind {
			t.known = append(t.known, bodyValues(len(t.known), b))
		}
	}
	t.rows = max(len(t.known)+spareOrgRows, leastBodyRows)
	if kind == evaluate.Unit {
		codes[1] = codeRange(t)
	}
	t.cols[bodyOrgColumn].check = func() *excelize.DataValidation { return codeCheck(codes[0]) }
	t.cols[bodySuperiorColumn].check = func() *excelize.DataValidation { return codeCheck(codes[1]) }
	return t
}

// Positions of the columns of a body sheet that hold codes of others.
const (
	bodyOrgColumn      = 3
	bodySuperiorColumn = 4
)

func bodyColumns(kind evaluate.Kind, latest evaluate.Date) []column {
	prefix, w := bodyPrefix(kind), wordsOfBody(kind)
	cols := []column{numberColumn(), listInput(prefix+"code", w.code+requiredMark, w.codeHint, 14),
		listInput(prefix+"name", w.name+requiredMark, "", 46), listInput(prefix+"org", labelBodyOrg+requiredMark, hintBodyOrg, 16),
		listInput(prefix+"superior", w.superior, w.superiorHint, 16)}
	if kind == evaluate.Collective {
		size := listInput(prefix+"size", labelSize+requiredMark, hintSize, 12)
		size.look.format, size.look.align = "", "center"
		least := leastMembers()
		size.check = func() *excelize.DataValidation { return numberCheck(&least, nil, evaluate.Int(1)) }
		cols = append(cols, size)
	}
	return append(cols, originColumns(prefix, labelBodyPredecessors, latest)...)
}

// bodyPrefix precedes the ids of the columns of a body sheet.
func bodyPrefix(kind evaluate.Kind) string { return string(kind) + "_list." }

// leastMembers is the fewest members that can be counted.
func leastMembers() evaluate.Num { return evaluate.Int(1) }

func bodyValues(i int, b evaluate.Body) []any {
	superior := b.Superior
	if b.NoSuperior {
		superior = labelNoSuperior
	}
	values := []any{i + 1, text(b.Code), text(b.Name), text(b.Org), text(superior)}
	if b.Kind == evaluate.Collective {
		size := any(nil)
		if b.Size > 0 {
			size = b.Size
		}
		values = append(values, size)
	}
	return append(values, originValues(b.Founded, b.Predecessors)...)
}
