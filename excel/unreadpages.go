package excel

import (
	"fmt"
	"hash/crc32"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"github.com/xeploai/xeploai/evaluate"
)

// Some pages of a template are read by people alone, as is the list of a marked copy. What a sender writes there is told,
// lest he thinks he has reported it. To know it from what the template itself says there,
// which differs from one to the next, the stamp's sheet keeps a sum of each cell, by row, and that of the marks those of the list.

// isForPeople tells whether a page of a template is for people alone. Minutes to fill in and
// to sign are no such page: what is written there is for paper.
func isForPeople(sheet string) bool {
	switch tidy(sheet) {
	case sheetCover, sheetGuide, sheetLeft:
		return true
	}
	return IsMarkSheet(sheet) && tidy(sheet) != sheetMarks
}

// pageStamp precedes the name of a page before the sums of its rows.
const pageStamp = "rows:"

// rowsInLine is how many rows a cell takes; it may hold 32767 letters, and the widest of
// these pages has eight columns.
const rowsInLine = 400

// sumLength is how many letters the sum of a cell has.
const sumLength = 8

// cellSum is of what a cell says in its column; of a formula it is of the column alone,
// for its value changes.
func cellSum(column int, said string) string {
	return fmt.Sprintf("%0*x", sumLength, crc32.ChecksumIEEE([]byte(columnName(column)+"\x00"+tidy(said))))
}

// isRunning tells whether a cell is a running number, which stays when rows are moved and
// goes on when one is added.
func isRunning(sheet string, column int, said string) bool {
	return tidy(sheet) == sheetLeft && column == 1 && allDigits(tidy(said))
}

// remember keeps the sums of a row that is about to be written.
func (p *page) remember(cells []any) {
	if !isForPeople(p.name) {
		return
	}
	var row strings.Builder
	for c, v := range cells {
		said := ""
		switch v := v.(type) {
		case nil:
			continue
		case excelize.Cell:
			if v.Formula == "" && v.Value == nil {
				continue
			}
			if v.Formula == "" {
				said = fmt.Sprint(v.Value)
			}
		default:
			said = fmt.Sprint(v)
		}
		if !isRunning(p.name, c+1, said) {
			row.WriteString(cellSum(c+1, said))
		}
	}
	if row.Len() > 0 {
		p.sums = append(p.sums, row.String())
	}
}

// keepSums leaves the sums of a finished page for the stamp's sheet.
func (p *page) keepSums() {
	for part := range slices.Chunk(p.sums, rowsInLine) {
		p.book.sums = append(p.book.sums, [2]string{pageStamp + p.name, strings.Join(part, " ")})
	}
}

// tellWritten tells what a sender wrote on such pages, and keeps whom he named on the list
// of those who are gone. A workbook that has lost its sums is not asked.
func (r *reader) tellWritten() {
	if r.spec.People || !slices.Contains([]BookKind{BranchBook, BaseBook, OfficeBook}, r.in.Stamp.Kind) {
		return
	}
	all := map[string]map[string][]string{}
	for _, keeper := range []string{sheetStamp, sheetMarks} {
		all[keeper] = r.pageSums(keeper)
	}
	for _, s := range r.book.sheets {
		ours := all[sheetStamp]
		if IsMarkSheet(s.name) {
			ours = all[sheetMarks]
		} else if r.in.Stamp.Version != TemplateVersion {
			continue
		}
		if ours == nil || !isForPeople(s.name) || s.scan.fault != noFault || IsMarkSheet(s.name) && ours[tidy(s.name)] == nil {
			continue
		}
		if written := r.writtenOn(s, ours[tidy(s.name)]); written.count > 0 {
			p := warningWritten(evaluate.Origin{File: r.at.File, Sheet: s.name, Cell: written.first().String()}, written.count)
			p.Cells = written.names()
			r.add(p)
			r.keepNamed(s, written)
		}
	}
}

// pageSums are the sums that a sheet keeps by page, a row a text; nil for none at all.
func (r *reader) pageSums(keeper string) (out map[string][]string) {
	i := slices.IndexFunc(r.book.sheets, func(s bookSheet) bool { return tidy(s.name) == keeper && s.scan.fault == noFault })
	if i < 0 {
		return nil
	}
	rows, err := r.book.rows(r.book.sheets[i])
	if err != nil {
		return nil
	}
	r.open = append(r.open, rows)
	for _, cells, ok := rows.Next(); ok; _, cells, ok = rows.Next() {
		name, is := strings.CutPrefix(tidy(cellAt(cells, 0)), pageStamp)
		if !is {
			continue
		}
		if out == nil {
			out = map[string][]string{}
		}
		out[name] = append(out[name], strings.Fields(cellAt(cells, 1))...)
	}
	return out
}

// writtenOn are the cells of a page that say what the template did not.
func (r *reader) writtenOn(s bookSheet, ours []string) (out cellRuns) {
	rows, err := r.book.rows(s)
	if err != nil {
		return out
	}
	r.open = append(r.open, rows)
	var said []saidRow
	for number, cells, ok := rows.Next(); ok; number, cells, ok = rows.Next() {
		row := saidRow{number: int32(number)}
		for c, text := range cells {
			if hasContent(text) && !isRunning(s.name, c+1, text) && !(tidy(s.name) == sheetCover && r.isReadOnCover(c, cells)) {
				row.columns, row.sums = append(row.columns, int32(c+1)), append(row.sums, [2]string{cellSum(c+1, text), cellSum(c+1, "")})
			}
		}
		if len(row.columns) > 0 {
			said = append(said, row)
		}
	}
	placeRows(said[:min(len(said), len(ours)+mostAdded)], ours)
	for _, row := range said {
		for i, column := range row.columns {
			if !row.knows(i, row.ours) {
				out.add(gridCell{column, row.number})
			}
		}
	}
	return out
}

// isReadOnCover tells whether a cell of the cover is one of those held against the stamps
// (checkCover) or asked for (readNobody).
func (r *reader) isReadOnCover(column int, cells []string) bool {
	switch label := tidy(cellAt(cells, 0)); label {
	case unitLabel(r.in.Stamp.Kind), unitCodeLabel(r.in.Stamp.Kind), labelNobody:
		return column == coverCount-1
	default:
		return column == 0 && len(yearsNamed(label)) > 0
	}
}

// keepNamed keeps whom a sender named on the list of those who are gone: he is not read
// as gone, but whoever misses him is told where he stands.
func (r *reader) keepNamed(s bookSheet, written cellRuns) {
	schema := r.spec.Vocabulary.Schema(evaluate.Member)
	if tidy(s.name) != sheetLeft || schema == nil {
		return
	}
	typed := map[int]bool{}
	for at := range written.each {
		typed[int(at.row)] = true
	}
	r.in.Beside, _ = r.listedGone(schema, func(number int, _ []string) bool { return typed[number] })
}

func warningWritten(at evaluate.Origin, n int) evaluate.Problem {
	return warningAt("X167", at, fmt.Sprintf("%d ô ở trang này do người gửi ghi thêm hoặc sửa; trang này không được đọc", n),
		"xem các ô ấy; nếu nói về ai (đã chuyển đi, đã mất, còn sinh hoạt …) thì ghi ở dòng của người ấy trong bảng phải điền rồi gửi lại; không thì không cần làm gì")
}
