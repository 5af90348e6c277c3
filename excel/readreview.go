package excel

import (
	"slices"

	"github.com/xeploai/xeploai/evaluate"
)

// Rulings are what the review sheet of a result workbook decides about subjects
// of one kind: a row each, holding the facts of the authority alone. The place
// of a row is the line they were written in, a group's line for everybody listed
// under it.
type Rulings struct {
	Frame    *evaluate.Frame
	Subjects []string // by row: look-up id
	Groups   []string // by row: key of the group whose line it is; "" for the subject's own
	Lines    []int32  // by row: the workbook row of the subject itself
}

func (r *Rulings) add(at evaluate.Place, subject, group string, line int) int {
	r.Subjects, r.Groups, r.Lines = append(r.Subjects, subject), append(r.Groups, group), append(r.Lines, int32(line))
	return r.Frame.Append(at)
}

// reviewReading is the reading of the review sheet of one workbook.
type reviewReading struct {
	*reader
	sheet   bookSheet
	where   evaluate.Origin
	columns map[string]int // mark or role → 0-based column
	heads   map[string]int // heading → 0-based column of what the rows show of whom they are about
	kinds   map[evaluate.Kind]*reviewKind
	missing cellMap
	groups  map[string]entry // group key → what its line says
	listed  []entry          // the subjects' rows, in order of the sheet
	seen    map[string]bool
}

// reviewKind reads the entries of one kind.
type reviewKind struct {
	schema  *evaluate.Schema
	cells   map[evaluate.Role]*cellReader
	rulings *Rulings
	source  int32
}

// entry is one line with what was written in it.
type entry struct {
	kind           evaluate.Kind
	subject, group string
	row            int
	said           []said
	code           string // the look-up code that the row shows
	strays         stray
}

type said struct {
	fact int
	got  cellResult
}

// decides tells whether the line names a grade.
func (e *entry) decides(s *evaluate.Schema) bool {
	grade := s.ByRole(evaluate.RoleDecision)
	return slices.ContainsFunc(e.said, func(x said) bool { return x.fact == grade })
}

// binds tells whether the line of a group decides for whom it lists.
func (e *entry) binds(s *evaluate.Schema) bool {
	return e.kind == s.Kind && e.strays == noStray && e.decides(s) && !evaluate.EachAlone(e.group)
}

// readReviews takes the decisions from the review sheet, where there is one.
func (r *reader) readReviews() {
	if r.in.Stamp.Kind != ResultBook {
		return
	}
	for _, s := range r.book.sheets {
		at := evaluate.Origin{File: r.at.File, Sheet: s.name}
		if tidy(s.name) != sheetReview || s.scan.fault != noFault {
			continue
		}
		if p, over := r.tooMuch(s.scan, at); over {
			r.add(p)
			continue
		}
		v := &reviewReading{reader: r, sheet: s, where: at, kinds: map[evaluate.Kind]*reviewKind{},
			missing: s.scan.uncached, groups: map[string]entry{}, seen: map[string]bool{}}
		v.walk()
		v.settle()
	}
}

func (v *reviewReading) walk() {
	rows, err := v.book.rows(v.sheet)
	if err != nil {
		v.add(readFailure(err, v.where))
		return
	}
	v.open = append(v.open, rows)
	for {
		number, cells, ok := rows.Next()
		switch {
		case !ok:
			if err := rows.Err(); err != nil {
				v.add(readFailure(err, v.where))
			} else if v.columns == nil {
				v.add(problemReviewMarks(v.where))
			}
			return
		case v.columns == nil:
			v.marks(cells)
		case number < plainHeadRow, number == plainHeadRow && v.headings(cells):
		default:
			v.line(number, cells)
		}
	}
}

// marks finds the stamp row and with it the columns.
func (v *reviewReading) marks(cells []string) {
	columns := map[string]int{}
	for i, c := range cells {
		if c = tidy(c); len(c) > len(stampMark) && c[:len(stampMark)] == stampMark {
			columns[c[len(stampMark):]] = i
		}
	}
	for _, mark := range []string{markKind, markSubject, markGroup, string(evaluate.RoleDecision)} {
		if _, ok := columns[mark]; !ok {
			return
		}
	}
	v.columns = columns
}

// cell is the text of a marked column.
func (v *reviewReading) cell(cells []string, mark string) string {
	if c, ok := v.columns[mark]; ok && c < len(cells) {
		return cells[c]
	}
	return ""
}

func (v *reviewReading) at(row int, mark string) evaluate.Origin {
	at := v.where
	at.Cell = cellName(v.columns[mark]+1, row)
	return at
}

// line takes one line of a group or a subject.
func (v *reviewReading) line(number int, cells []string) {
	e := entry{kind: evaluate.Kind(tidy(v.cell(cells, markKind))), subject: tidy(v.cell(cells, markSubject)),
		group: tidy(v.cell(cells, markGroup)), row: number}
	k := v.kind(e.kind)
	if k == nil || e.group == "" {
		if v.written(number, cells) {
			v.add(problemReviewLine(v.at(number, string(evaluate.RoleDecision))))
		}
		return
	}
	key := e.group + "\x1f" + e.subject
	if v.seen[key] {
		v.add(problemReviewLine(v.at(number, string(evaluate.RoleDecision))))
		return
	}
	v.seen[key] = true
	e.code = tidy(v.shown(cells, labelLookUp))
	e.strays = v.straysAt(&e, cells)
	for _, role := range entryRoles() {
		v.entry(&e, k, role, cells)
	}
	if e.subject == "" {
		v.groups[e.group] = e
		return
	}
	v.listed = append(v.listed, e)
}

// written tells whether a line holds any entry.
func (v *reviewReading) written(number int, cells []string) bool {
	return slices.ContainsFunc(entryRoles(), func(role evaluate.Role) bool {
		c, ok := v.columns[string(role)]
		return ok && (hasContent(v.cell(cells, string(role))) || v.missing.has(gridCell{int32(c + 1), int32(number)}))
	})
}

// entry takes one entry of a line.
func (v *reviewReading) entry(e *entry, k *reviewKind, role evaluate.Role, cells []string) {
	c, there := v.columns[string(role)]
	reader := k.cells[role]
	if !there || reader == nil {
		return
	}
	cell, at, def := gridCell{int32(c + 1), int32(e.row)}, v.at(e.row, string(role)), reader.def
	switch {
	case v.missing.has(cell) && def.Prose:
		v.add(warningProseUncomputed(at, def.Heading, 1))
		return
	case v.missing.has(cell):
		v.add(problemNoStoredValue(at, 1))
		return
	}
	raw := v.cell(cells, string(role))
	if raw == "" {
		return
	}
	got := reader.read(raw)
	switch dated := v.sheet.scan.dated.has(cell); {
	case def.Prose:
		if got = reader.prose(v.sheet.scan, cell, raw); got.how == dateAsText {
			v.add(noteProseDays(at, def.Heading, 1))
		}
	case dated && def.Type == evaluate.TextFact:
		v.add(problemShownAsDay(at, def.Heading, shownDay(raw, v.date1904), false))
	}
	switch {
	case got.problem != nil:
		if v.add(got.problem(at)); def.Prose {
			return
		}
	case got.data == "":
		return
	}
	e.said = append(e.said, said{k.schema.ByRole(role), got})
}

// kind is the reading of a kind, nil for one that the workbook may not decide.
func (v *reviewReading) kind(k evaluate.Kind) *reviewKind {
	if found, ok := v.kinds[k]; ok {
		return found
	}
	allowed, known := v.spec.Facts[ResultBook][k]
	s := v.spec.Vocabulary.Schema(k)
	if !known || s == nil {
		return nil
	}
	out := &reviewKind{schema: s, cells: map[evaluate.Role]*cellReader{}, rulings: &Rulings{Frame: evaluate.NewFrame(s)}}
	source := evaluate.SourceSheet{File: v.where.File, Sheet: v.where.Sheet, Columns: make([]int32, len(s.Facts))}
	for _, role := range entryRoles() {
		at := s.ByRole(role)
		c, there := v.columns[string(role)]
		if at >= 0 && there && slices.Contains(allowed, at) {
			out.cells[role], source.Columns[at] = newCellReader(&s.Facts[at], v.date1904), int32(c+1)
		}
	}
	out.source = out.rulings.Frame.AddSource(source)
	v.kinds[k] = out
	return out
}

// settle gives every subject what its own row and its group's line say. A group
// binds whom this workbook lists under it and nobody else, and nobody where each is
// decided alone.
func (v *reviewReading) settle() {
	used := map[string]bool{}
	v.tellStrays()
	for _, e := range v.listed {
		k, group := v.kinds[e.kind], v.groups[e.group]
		binds := e.strays == noStray && group.binds(k.schema)
		used[e.group] = true
		if len(e.said) > 0 && e.strays == noStray {
			v.put(k, e, e, "")
			if !binds && !e.decides(k.schema) {
				v.add(problemNoGradeDecided(v.at(e.row, string(evaluate.RoleDecision))))
			}
		}
		if binds {
			v.put(k, group, e, e.group)
		}
	}
	for _, key := range sortedKeys(v.groups) {
		g := v.groups[key]
		switch {
		case len(g.said) == 0 || g.strays != noStray:
		case evaluate.EachAlone(key):
			v.add(problemEachAlone(v.at(g.row, string(evaluate.RoleDecision))))
		case !used[key]:
			v.add(problemReviewLine(v.at(g.row, string(evaluate.RoleDecision))))
		case !g.decides(v.kinds[g.kind].schema):
			v.add(problemNoGradeDecided(v.at(g.row, string(evaluate.RoleDecision))))
		}
	}
	for kind, k := range v.kinds {
		if k.rulings.Frame.Len() > 0 {
			v.in.Reviews[kind] = k.rulings
		}
	}
}

// put records what line e says of the subject on another or the same line.
func (v *reviewReading) put(k *reviewKind, e, of entry, group string) {
	row := k.rulings.add(evaluate.Place{Source: k.source, Row: int32(e.row)}, of.subject, group, of.row)
	v.digest.row(k.schema.Kind)
	v.digest.cell(markSubject, of.subject)
	v.digest.cell(markGroup, group)
	for _, x := range e.said {
		v.digest.cell(k.schema.Facts[x.fact].ID, x.got.data)
		switch {
		case x.got.problem != nil:
		case x.got.text != "":
			k.rulings.Frame.SetText(row, x.fact, x.got.text)
		default:
			k.rulings.Frame.Set(row, x.fact, x.got.value)
		}
	}
}

func sortedKeys(m map[string]entry) []string {
	out := make([]string, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}
