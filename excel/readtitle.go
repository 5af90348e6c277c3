package excel

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

// Years that may stand in a title as that of a review.
const earliestTitleYear, latestTitleYear = 2000, 2099

// checkTitle holds what stands above the headings against what the workbook is
// taken for. Of a stamped one it is the line that names organization and period: a
// sender who typed over it means another report than the stamps say. Of an
// unstamped one it is every year that a title names.
func (r *reader) checkTitle(d dataSheet) {
	if isListKind(d.head.schema.Kind) {
		r.checkListTitle(d)
		return
	}
	if r.spec.People || r.in.Stamp.Kind == ResultBook {
		return
	}
	years := map[string]evaluate.Origin{}
	var beside cellRuns
	titles, above := r.titleRow(d), stampRow+d.head.row-headingRow
	for _, row := range d.rows.rows {
		if row.number >= d.head.row {
			break
		}
		for c, raw := range row.cells {
			if strings.HasPrefix(raw, stampMark) {
				break
			}
			if r.in.Stamp.Version == TemplateVersion && row.number < above && hasContent(raw) && !isStep(tidy(raw)) && (c > 0 || row.number != titles && !isTitleLine(raw) || r.isOwnRemark(tidy(raw))) {
				beside.add(gridCell{int32(c + 1), int32(row.number)})
			}
			at := evaluate.Origin{File: d.where.File, Sheet: d.where.Sheet, Cell: cellName(c+1, row.number)}
			switch text := tidy(raw); {
			case text == "":
			case r.in.Stamp.Version > 0:
				r.checkTitleLine(text, at)
				if c == 0 {
					r.checkTitleAnew(text, at, row.number == titles)
				}
			default:
				for _, y := range yearsNamed(text) {
					years[y] = at
				}
			}
		}
	}
	if beside.count > 0 {
		p := noteAbove(evaluate.Origin{File: d.where.File, Sheet: d.where.Sheet, Cell: beside.first().String()}, beside.count)
		p.Cells = beside.names()
		r.add(p)
	}
	want := strconv.Itoa(r.spec.Period.Year)
	if _, named := years[want]; named || len(years) == 0 || r.spec.Period.Year == 0 {
		return
	}
	year := slices.Sorted(maps.Keys(years))[0]
	r.add(problemTitlePeriod(years[year], year, r.spec.Period.String()))
}

// checkListTitle takes back that the list of organizations is of another period where its
// title names the period of the settings: whoever keeps the list has said that it holds.
func (r *reader) checkListTitle(d dataSheet) {
	now := fold(periodLine(r.spec.Period.String()))
	for _, row := range d.rows.rows {
		if d.head.schema.Kind == orgListKind && row.number < d.head.row && slices.ContainsFunc(row.cells, func(said string) bool { return fold(said) == now }) {
			r.problems = slices.DeleteFunc(r.problems, func(p evaluate.Problem) bool { return p.Code == CodeOtherPeriod && p.Severity == evaluate.Warning })
		}
	}
}

// titleRow is the row of the title of one of our templates: where it was put or, where
// nothing of ours stands there any more, the first that has a text of its own.
func (r *reader) titleRow(d dataSheet) int {
	first, usual := 0, titleRow+d.head.row-headingRow
	for _, row := range d.rows.rows {
		text := tidy(row.cell(0))
		if row.number >= d.head.row || text == "" || strings.HasPrefix(text, stampMark) || isStep(text) || isTitleLine(text) {
			continue
		}
		if row.number == usual {
			return usual
		}
		if first == 0 {
			first = row.number
		}
	}
	return first
}

// isTitleLine recognises the lines below the title: whose report it is, and what is
// still to do.
func isTitleLine(s string) bool {
	key := fold(s)
	return strings.Contains(key, fold(labelPeriod)) || strings.Contains(key, fold(labelSheetLegend))
}

// isStep recognises the links to the sheets before and after.
func isStep(s string) bool {
	return strings.HasPrefix(s, strings.TrimSpace(labelBack)) || strings.HasSuffix(s, strings.TrimSpace(labelForward))
}

// checkTitleLine compares the line under the title of our own templates with the
// stamps.
func (r *reader) checkTitleLine(text string, at evaluate.Origin) {
	before, rest, ok := strings.Cut(text, labelPeriod+":")
	if !ok {
		return
	}
	period, _, _ := strings.Cut(rest, titleJoint)
	if got, want := tidy(period), periodLabel(r.in.Stamp.Period); fold(got) != fold(want) && !hasRemark(got, want) {
		r.add(problemTitleDiffers(at, got, want))
	}
	name, code := unitIn(before)
	switch {
	case code == "" || r.in.Stamp.Org == "":
	case !strings.EqualFold(code, r.in.Stamp.Org):
		r.add(problemTitleDiffers(at, code, r.in.Stamp.Org))
	default:
		if _, name, ok := strings.Cut(name, unitLabel(r.in.Stamp.Kind)+":"); ok {
			r.called = append(r.called, calledSo{tidy(name), at})
		}
	}
}

// hasRemark tells whether a line says a period and something of the sender's behind it.
func hasRemark(said, period string) bool {
	rest, ok := strings.CutPrefix(fold(said), fold(period)+" ")
	return ok && !allDigits(rest[:1])
}

// isOwnRemark tells whether a line under a title has such words behind the period.
func (r *reader) isOwnRemark(text string) bool {
	_, rest, ok := strings.Cut(text, labelPeriod+":")
	return ok && hasRemark(rest, periodLabel(r.in.Stamp.Period))
}

// checkTitleAnew holds a title that a sender typed over ours, or a headline besides in capitals,
// in words of his own, against the stamps: the only years that it names, and another
// organization of the list that it says the report is of. A committee's name without that word
// may be the superior's.
func (r *reader) checkTitleAnew(text string, at evaluate.Origin, title bool) {
	before, _, dated := strings.Cut(text, labelPeriod+":")
	if years, own := yearsNamed(text), yearsNamed(periodLabel(r.in.Stamp.Period)); !dated && len(years) > 0 && len(own) > 0 &&
		(title || strings.ToUpper(text) == text || len(strings.Fields(text)) == 2) && !slices.Contains(years, own[0]) {
		r.add(problemTitleDiffers(at, text, periodLabel(r.in.Stamp.Period)))
	}
	unit, code := unitIn(before)
	_, name, named := strings.Cut(unit, unitLabel(r.in.Stamp.Kind)+":")
	if named && code != "" || r.spec.OrgName == nil || r.spec.OrgsCalled == nil {
		return
	}
	if !named {
		name = r.branchNamed(before, title)
	}
	name = tidy(name)
	if bearers := r.spec.OrgsCalled(name); len(bearers) > 0 && !slices.Contains(bearers, r.in.Stamp.Org) {
		r.add(problemNameOfOther(at, name, r.in.Stamp.Org, r.spec.OrgName(r.in.Stamp.Org)))
	}
}

// branchNamed is the branch that the title of a branch's report names first, or that a line
// in capitals does or another begins with, as far as any sign or a year; "" where that is its own.
func (r *reader) branchNamed(text string, title bool) string {
	lower := strings.ToLower(text)
	i := strings.Index(lower, branchWord)
	if i < 0 || r.in.Stamp.Kind != BranchBook || i > 0 && !title && strings.ToUpper(text) != text ||
		strings.Contains(fold(text), fold(r.spec.OrgName(r.in.Stamp.Org))) {
		return ""
	}
	name, _, _ := strings.Cut(lower[i:], " "+yearWord+" ")
	if end := strings.IndexAny(name, "-–·,;:(."); end >= 0 {
		name = name[:end]
	}
	if len(lower) != len(text) {
		return name
	}
	return text[i : i+len(name)] // as it is written, for the message
}

// unitIn is the organization that the line under a title names before the period: what it
// says before the code, and the code.
func unitIn(before string) (name, code string) {
	unit := strings.TrimRight(before, titleJoint)
	open := strings.LastIndex(unit, "(")
	if open < 0 {
		return unit, ""
	}
	return unit[:open], strings.Trim(unit[open:], "() ")
}

// calledSo is a name of the organization that a workbook was made for, where it
// stands.
type calledSo struct {
	name string
	at   evaluate.Origin
}

// checkCover holds what the cover says against the stamps, as the titles are held
// against them.
func (r *reader) checkCover() {
	if r.spec.People || r.in.Stamp.Version != TemplateVersion || r.in.Stamp.Org == "" {
		return
	}
	for _, s := range r.book.sheets {
		if tidy(s.name) != sheetCover || s.scan.fault != noFault {
			continue
		}
		rows, err := r.peek(s)
		if err != nil {
			return // told where the sheet is read
		}
		for _, row := range rows.rows {
			at := evaluate.Origin{File: r.at.File, Sheet: s.name, Cell: cellName(coverCount, row.number)}
			switch label, value := tidy(row.cell(0)), tidy(row.cell(coverCount-1)); {
			case label == unitLabel(r.in.Stamp.Kind) && value != "":
				r.called = append(r.called, calledSo{value, at})
			case label == unitCodeLabel(r.in.Stamp.Kind):
				if value != "" && !strings.EqualFold(value, r.in.Stamp.Org) {
					r.add(problemTitleDiffers(at, value, r.in.Stamp.Org))
					r.called = slices.DeleteFunc(r.called, func(c calledSo) bool { return c.at.Sheet == s.name })
				}
				return
			case len(yearsNamed(label)) > 0:
				at.Cell = cellName(1, row.number)
				if want := periodLabel(r.in.Stamp.Period); fold(label) != fold(want) && !hasRemark(label, want) {
					r.add(problemTitleDiffers(at, label, want))
				}
			}
		}
	}
}

// checkNames tells where one of the places that name the organization calls it
// otherwise than the others do: a template says the same in all of them.
func (r *reader) checkNames() {
	said := map[string]int{}
	for _, c := range r.called {
		said[fold(c.name)]++
	}
	usual := ""
	if r.spec.OrgName != nil {
		usual = fold(r.spec.OrgName(r.in.Stamp.Org))
	}
	for _, c := range r.called { // the first of those said most often
		if key := fold(c.name); said[key] > said[usual] {
			usual = key
		}
	}
	for _, c := range r.called {
		if fold(c.name) == usual {
			continue
		}
		for _, other := range r.called {
			if fold(other.name) == usual {
				r.add(problemNameDiffers(c.at, c.name, other.name))
				break
			}
		}
	}
	r.checkListed(usual)
}

// checkListed holds the name that a workbook gives its organization against that which
// the list gives the code: one of another organization contradicts it, one that nobody
// bears may be new.
func (r *reader) checkListed(usual string) {
	if r.spec.OrgName == nil || r.spec.OrgsCalled == nil {
		return
	}
	listed := r.spec.OrgName(r.in.Stamp.Org)
	i := slices.IndexFunc(r.called, func(c calledSo) bool { return fold(c.name) == usual })
	if listed == "" || i < 0 || usual == fold(listed) {
		return
	}
	c := r.called[i]
	bearers := r.spec.OrgsCalled(c.name)
	if len(bearers) == 0 && r.spec.Passed != nil && r.spec.Passed(r.in.Stamp.Org) {
		r.add(problemCodePassed(c.at, c.name, r.in.Stamp.Org, listed))
	} else if len(bearers) == 0 {
		r.add(problemNameNotListed(c.at, c.name, r.in.Stamp.Org, listed))
	} else if !slices.Contains(bearers, r.in.Stamp.Org) {
		r.add(problemNameOfOther(c.at, c.name, r.in.Stamp.Org, listed))
	}
}

// yearsNamed are the years a title calls its own, “năm 2024”: no days, and none of
// the documents it cites.
func yearsNamed(text string) []string {
	words := strings.Fields(fold(text))
	said := " " + strings.Join(words, " ") + " "
	if slices.ContainsFunc(documentWords(), func(w string) bool { return strings.Contains(said, " "+w+" ") }) {
		return nil
	}
	var out []string
	for i, w := range words {
		n, err := strconv.Atoi(w)
		if err != nil || n < earliestTitleYear || n > latestTitleYear || i == 0 || words[i-1] != yearWord || slices.Contains(words[max(0, i-6):i], dayWord) {
			continue
		}
		out = append(out, w)
	}
	return out
}
