package excel

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/xuri/excelize/v2"
)

// Dump writes a workbook as stable text: properties, and for every sheet its
// state, cells, merged ranges, validations and print set-up. Goldens compare
// it; reviewers read it. It trusts the file and is for our own output only.
func Dump(w io.Writer, path string) error {
	f, err := excelize.OpenFile(path)
	if err != nil {
		return fmt.Errorf("dump %s: %w", path, err)
	}
	defer f.Close()
	d := &dumper{file: f, out: bufio.NewWriter(w)}
	d.properties()
	for _, sheet := range f.GetSheetList() {
		d.sheet(sheet)
	}
	if d.err != nil {
		return fmt.Errorf("dump %s: %w", path, d.err)
	}
	return d.out.Flush()
}

// dumper keeps the first error so that the parts read as a list.
type dumper struct {
	file *excelize.File
	out  *bufio.Writer
	err  error
}

func (d *dumper) say(format string, args ...any) { fmt.Fprintf(d.out, format+"\n", args...) }

func (d *dumper) keep(err error) bool {
	if d.err == nil {
		d.err = err
	}
	return err == nil
}

func (d *dumper) properties() {
	doc, err := d.file.GetDocProps()
	if d.keep(err) {
		d.say("document %q by %s, created %s, modified %s", doc.Title, doc.Creator, doc.Created, doc.Modified)
	}
	custom, err := d.file.GetCustomProps()
	if d.keep(err) {
		for _, p := range custom {
			d.say("property %s = %v", p.Name, p.Value)
		}
	}
	for _, n := range d.file.GetDefinedName() {
		d.say("name %s [%s] = %s", n.Name, n.Scope, n.RefersTo)
	}
}

func (d *dumper) sheet(name string) {
	shown, err := d.file.GetSheetVisible(name)
	d.keep(err)
	d.say("\nsheet %q visible=%v", name, shown)
	d.setup(name)
	merged, err := d.file.GetMergeCells(name)
	if d.keep(err) {
		for _, m := range merged {
			d.say("merged %s:%s", m.GetStartAxis(), m.GetEndAxis())
		}
	}
	checks, err := d.file.GetDataValidations(name)
	if d.keep(err) {
		for _, c := range checks {
			d.say("check %s %s %s %s %s%s", c.Sqref, c.Type, c.Operator, c.Formula1, c.Formula2, prompt(c))
		}
	}
	d.cells(name)
}

func prompt(v *excelize.DataValidation) string {
	if v.Prompt == nil {
		return ""
	}
	return fmt.Sprintf(" hint %q", *v.Prompt)
}

func (d *dumper) setup(name string) {
	layout, err := d.file.GetPageLayout(name)
	if d.keep(err) && layout.Orientation != nil {
		wide := 0
		if layout.FitToWidth != nil {
			wide = *layout.FitToWidth
		}
		d.say("page %s wide=%d scale=%s", *layout.Orientation, wide, number(layout.AdjustTo))
	}
	protection, err := d.file.GetSheetProtection(name)
	d.keep(err)
	d.say("protected %v", err == nil && protection.SelectLockedCells)
	panes, err := d.file.GetPanes(name)
	if d.keep(err) && panes.Freeze {
		d.say("frozen rows=%d columns=%d", panes.YSplit, panes.XSplit)
	}
	footer, err := d.file.GetHeaderFooter(name)
	if d.keep(err) && footer != nil {
		d.say("footer %s", footer.OddFooter)
	}
}

func number(u *uint) string {
	if u == nil {
		return "-"
	}
	return fmt.Sprint(*u)
}

// cells lists every cell that holds something, with its formula if it has one.
// Hidden rows are marked.
func (d *dumper) cells(name string) {
	rows, err := d.file.GetRows(name, excelize.Options{RawCellValue: true})
	if !d.keep(err) {
		return
	}
	columns := 0
	for _, row := range rows {
		columns = max(columns, len(row))
	}
	d.say("rows %d columns %d", len(rows), columns)
	for r, row := range rows {
		visible, err := d.file.GetRowVisible(name, r+1)
		if d.keep(err) && !visible {
			d.say("hidden row %d", r+1)
		}
		for c := range columns {
			d.cell(name, cellName(c+1, r+1), value(row, c))
		}
	}
}

func (d *dumper) cell(sheet, at, shown string) {
	formula, err := d.file.GetCellFormula(sheet, at)
	d.keep(err)
	switch {
	case formula != "":
		d.say("%s = %s → %s", at, formula, oneLine(shown))
	case shown != "":
		d.say("%s %s", at, oneLine(shown))
	}
}

func value(row []string, c int) string {
	if c < len(row) {
		return row[c]
	}
	return ""
}

func oneLine(s string) string { return strings.ReplaceAll(s, "\n", "⏎") }
