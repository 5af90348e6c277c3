package excel

import (
	"fmt"
	"hash/crc32"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"github.com/xeploai/xeploai/evaluate"
)

// Some pages of a template are read by people alone. What a sender writes there is told,
// lest he thinks he has reported it. To know it from what the template itself says there,
// which differs from one to the next, the stamp's sheet keeps a sum of each cell.

// isForPeople tells whether a page of a template is for people alone. Minutes to fill in and
// to sign are no such page: what is written there is for paper.
func isForPeople(sheet string) bool {
	switch tidy(sheet) {
	case sheetCover, sheetGuide, sheetLeft:
		return true
	}
	return false
}

// pageStamp precedes the name of a page before the sums of its cells.
const pageStamp = "page:"

// sumsInLine is how many sums a cell takes; it may hold 32767 letters.
const sumsInLine = 4000

// cellSum is of what a cell says and where; of a formula it is of the place alone, for
// its value changes.
func cellSum(cell, said string) string {
	return fmt.Sprintf("%08x", crc32.ChecksumIEEE([]byte(cell+"\x00"+tidy(said))))
}

// remember keeps the sums of a row that is about to be written.
func (p *page) remember(cells []any) {
	if !isForPeople(p.name) {
		return
	}
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
		p.sums = append(p.sums, cellSum(cellName(c+1, p.row), said))
	}
}

// keepSums leaves the sums of a finished page for the stamp's sheet.
func (p *page) keepSums() {
	for part := range slices.Chunk(p.sums, sumsInLine) {
		p.book.sums = append(p.book.sums, [2]string{pageStamp + p.name, strings.Join(part, " ")})
	}
}

// tellWritten tells what a sender wrote on such pages, and keeps whom he named on the list
// of those who are gone. A workbook that has lost its sums is not asked.
func (r *reader) tellWritten() {
	if r.spec.People || r.in.Stamp.Version != TemplateVersion || !slices.Contains([]BookKind{BranchBook, BaseBook, OfficeBook}, r.in.Stamp.Kind) {
		return
	}
	ours := r.pageSums()
	for _, s := range r.book.sheets {
		if ours == nil || !isForPeople(s.name) || s.scan.fault != noFault {
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

// pageSums are the sums on the stamp's sheet by page, nil for none at all.
func (r *reader) pageSums() (out map[string]map[string]bool) {
	i := slices.IndexFunc(r.book.sheets, func(s bookSheet) bool { return tidy(s.name) == sheetStamp && s.scan.fault == noFault })
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
			out = map[string]map[string]bool{}
		}
		if out[name] == nil {
			out[name] = map[string]bool{}
		}
		for _, sum := range strings.Fields(cellAt(cells, 1)) {
			out[name][sum] = true
		}
	}
	return out
}

// writtenOn are the cells of a page that say what the template did not.
func (r *reader) writtenOn(s bookSheet, ours map[string]bool) (out cellRuns) {
	rows, err := r.book.rows(s)
	if err != nil {
		return out
	}
	r.open = append(r.open, rows)
	for number, cells, ok := rows.Next(); ok; number, cells, ok = rows.Next() {
		for c, said := range cells {
			name := cellName(c+1, number)
			if !hasContent(said) || ours[cellSum(name, said)] || ours[cellSum(name, "")] || tidy(s.name) == sheetCover && r.isReadOnCover(c, cells) {
				continue
			}
			out.add(gridCell{int32(c + 1), int32(number)})
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
