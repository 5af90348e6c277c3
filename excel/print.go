package excel

import (
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"
)

// footerLength bounds the words of a footer, which with its fonts and page
// numbers must not pass 255 letters.
const footerLength = 140

const a4 = 9

// setPrint sets paper, scale, margins, foot and what is repeated on every page.
func (b *book) setPrint(name string, l layout) {
	size, wide, tall, fit, centered := a4, 1, 0, l.scale == 0, true
	orientation := "landscape"
	if l.portrait {
		orientation = "portrait"
	}
	page := &excelize.PageLayoutOptions{Size: &size, Orientation: &orientation}
	if fit {
		page.FitToWidth, page.FitToHeight = &wide, &tall
	} else {
		// Programs ignore breaks on a sheet that is fitted to a page.
		scale := uint(l.scale)
		page.AdjustTo = &scale
	}
	b.do(b.file.SetPageLayout(name, page))
	b.do(b.file.SetSheetProps(name, &excelize.SheetPropsOptions{FitToPage: &fit}))
	left, right, top, bottom, foot := marginLeft, marginRight, marginTop, marginBottom, 0.3
	b.do(b.file.SetPageMargins(name, &excelize.PageLayoutMarginsOptions{
		Left: &left, Right: &right, Top: &top, Bottom: &bottom, Footer: &foot, Horizontally: &centered}))
	b.do(b.file.SetHeaderFooter(name, &excelize.HeaderFooterOptions{OddFooter: footerOf(l.standing, l.footer)}))
	b.printArea(name, l.area)
	if l.repeatFrom == 0 && l.repeatCols == 0 {
		return
	}
	b.do(b.file.SetDefinedName(&excelize.DefinedName{
		Name: "_xlnm.Print_Titles", Scope: name, RefersTo: printTitles(name, l)}))
}

// footerOf is what stands at the foot of every page: first, in bold and never cut
// off, whether its figures are provisional or final, then what the sheet is, and
// the number of the page.
func footerOf(standing, words string) string {
	escaped := func(s string) string { return strings.ReplaceAll(s, "&", "&&") }
	standing = escaped(standing)
	lead, room := "", footerLength-len([]rune(standing))
	if standing != "" {
		lead = `&"` + fontName + `,Bold"&9` + standing
		if words != "" {
			words = " · " + words
		}
	}
	for n := room; len([]rune(escaped(words))) > room; n-- {
		words = clip(words, n)
	}
	return `&L` + lead + `&"` + fontName + `,Italic"&9` + escaped(words) + `&R&"` + fontName + `,Regular"&9` + labelPage
}

// printArea says what of a sheet is printed, each part on pages of its own;
// without parts it is everything.
func (b *book) printArea(name string, parts ...string) {
	parts = slices.DeleteFunc(parts, func(s string) bool { return s == "" })
	if len(parts) == 0 {
		return
	}
	for i := range parts {
		parts[i] = quoteSheet(name) + "!" + parts[i]
	}
	b.do(b.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Area", Scope: name, RefersTo: strings.Join(parts, ",")}))
}

func printTitles(name string, l layout) string {
	quoted := quoteSheet(name)
	var parts []string
	if l.repeatCols > 0 {
		parts = append(parts, quoted+"!$A:$"+columnName(l.repeatCols))
	}
	if l.repeatFrom > 0 {
		parts = append(parts, quoted+"!$"+itoa(l.repeatFrom)+":$"+itoa(l.repeatTo))
	}
	return strings.Join(parts, ",")
}

func quoteSheet(name string) string { return "'" + strings.ReplaceAll(name, "'", "''") + "'" }
