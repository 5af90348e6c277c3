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
	if r.spec.People || r.in.Stamp.Kind == ResultBook || isListKind(d.head.schema.Kind) {
		return
	}
	years := map[string]evaluate.Origin{}
	for _, row := range d.rows.rows {
		if row.number >= d.head.row {
			break
		}
		for c, raw := range row.cells {
			if strings.HasPrefix(raw, stampMark) {
				break
			}
			at := evaluate.Origin{File: d.where.File, Sheet: d.where.Sheet, Cell: cellName(c+1, row.number)}
			switch text := tidy(raw); {
			case text == "":
			case r.in.Stamp.Version > 0:
				r.checkTitleLine(text, at)
			default:
				for _, y := range yearsNamed(text) {
					years[y] = at
				}
			}
		}
	}
	want := strconv.Itoa(r.spec.Period.Year)
	if _, named := years[want]; named || len(years) == 0 || r.spec.Period.Year == 0 {
		return
	}
	year := slices.Sorted(maps.Keys(years))[0]
	r.add(problemTitlePeriod(years[year], year, r.spec.Period.String()))
}

// checkTitleLine compares the line under the title of our own templates with the
// stamps.
func (r *reader) checkTitleLine(text string, at evaluate.Origin) {
	before, rest, ok := strings.Cut(text, labelPeriod+":")
	if !ok {
		return
	}
	period, _, _ := strings.Cut(rest, titleJoint)
	if got, want := tidy(period), periodLabel(r.in.Stamp.Period); fold(got) != fold(want) {
		r.add(problemTitleDiffers(at, got, want))
	}
	unit := strings.TrimRight(before, titleJoint)
	open := strings.LastIndex(unit, "(")
	if open < 0 || r.in.Stamp.Org == "" {
		return
	}
	if got := strings.Trim(unit[open:], "() "); got != "" && !strings.EqualFold(got, r.in.Stamp.Org) {
		r.add(problemTitleDiffers(at, got, r.in.Stamp.Org))
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
