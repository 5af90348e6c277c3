package excel

// lists collects the values of drop-downs on one hidden sheet. They are never
// written into the validation itself: there a comma inside an item splits it
// and 255 characters are the end.
type lists struct {
	titles []string
	items  [][]string
	refs   map[string]string
}

// ref returns the range holding the items, adding them once.
func (l *lists) ref(title string, items []string) string {
	key := ""
	for _, s := range items {
		key += s + "\x00"
	}
	if r, ok := l.refs[key]; ok {
		return r
	}
	l.titles = append(l.titles, title)
	l.items = append(l.items, items)
	col := len(l.items)
	r := quoteSheet(sheetLists) + "!" + absolute(col, 2) + ":" + absolute(col, len(items)+1)
	l.refs[key] = r
	return r
}

// writeLists draws the list sheet, if any list is used.
func (b *book) writeLists() {
	if len(b.lists.items) == 0 {
		return
	}
	widths := make([]float64, len(b.lists.items))
	rows := 0
	for i, items := range b.lists.items {
		widths[i] = 30
		rows = max(rows, len(items))
	}
	p := b.sheet(sheetLists, layout{widths: widths, show: hidden, protect: true, grid: true})
	heads := make([]any, len(widths))
	for i, t := range b.lists.titles {
		heads[i] = p.cell(t, look{bold: true, wrap: true, fill: headFill})
	}
	p.write(0, heads)
	for r := range rows {
		cells := make([]any, len(widths))
		for i, items := range b.lists.items {
			if r < len(items) {
				cells[i] = p.cell(items[r], look{format: textFormat})
			}
		}
		p.write(0, cells)
	}
	p.end()
}
