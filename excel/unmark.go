package excel

import (
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"github.com/xeploai/xeploai/evaluate"
)

// unmark takes away what an earlier marking left: tints become the styles they
// were laid over, our notes and our two sheets go.
func (m *marker) unmark() error {
	back, err := m.remembered()
	if err != nil {
		return err
	}
	for _, s := range m.book.sheets {
		if isOwnSheet(s.name) || !s.tintable() {
			continue
		}
		if len(back) > 0 {
			if err := m.untint(s, back); err != nil {
				return err
			}
		}
		m.dropNotes(s.name)
	}
	for _, name := range []string{sheetErrors, sheetMarks} {
		if i, err := m.file.GetSheetIndex(name); err == nil && i >= 0 {
			if err := m.file.DeleteSheet(name); err != nil {
				return err
			}
		}
	}
	return nil
}

// remembered reads the pairs of styles: tinted → original.
func (m *marker) remembered() (map[int]int, error) {
	i := slices.IndexFunc(m.book.sheets, func(s bookSheet) bool { return s.name == sheetMarks })
	if i < 0 {
		return nil, nil
	}
	back := map[int]int{}
	for row := 1; row <= min(m.book.sheets[i].scan.rows, mostTintedCells); row++ {
		original, err := m.file.GetCellStyle(sheetMarks, cellName(1, row))
		if err != nil {
			return nil, err
		}
		tinted, err := m.file.GetCellStyle(sheetMarks, cellName(2, row))
		if err != nil {
			return nil, err
		}
		if original != tinted {
			back[tinted] = original
		}
	}
	return back, nil
}

func (m *marker) untint(s bookSheet, back map[int]int) error {
	for row := 1; row <= int(s.scan.corner.row); row++ {
		for col := 1; col <= int(s.scan.corner.col); col++ {
			cell := cellName(col, row)
			style, err := m.file.GetCellStyle(s.name, cell)
			if err != nil {
				return err
			}
			if original, ok := back[style]; ok {
				if err := m.file.SetCellStyle(s.name, cell, cell, original); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// dropNotes deletes our notes. What the library cannot read it cannot delete;
// notes are an extra, so that stops nothing.
func (m *marker) dropNotes(sheet string) {
	comments, err := m.file.GetComments(sheet)
	if err != nil {
		return
	}
	for _, c := range comments {
		if c.Author == toolName {
			_ = m.file.DeleteComment(sheet, c.Cell)
		}
	}
}

// notes puts a note on each cell with problems, on sheets that have no notes:
// beside those of other programs the library fails or loses ours in silence.
// The list of problems does not depend on them.
func (m *marker) notes(problems []evaluate.Problem) {
	texts := map[string][]string{}
	var order []string
	for _, p := range problems {
		if _, ok := m.sheet(p.At.Sheet); !ok || p.At.Cell == "" || p.Severity == evaluate.Note {
			continue
		}
		key := p.At.Sheet + "\x00" + p.At.Cell
		if len(texts[key]) == 0 {
			order = append(order, key)
		}
		texts[key] = append(texts[key], string(p.Code)+": "+p.Message+"\n→ "+p.Hint)
	}
	closed := map[string]bool{}
	for _, key := range order[:min(len(order), mostNotes)] {
		sheet, cell, _ := strings.Cut(key, "\x00")
		free, known := closed[sheet]
		if !known {
			comments, err := m.file.GetComments(sheet)
			free = err == nil && len(comments) == 0
			closed[sheet] = free
		}
		if !free {
			continue
		}
		text := strings.Join(texts[key], "\n")
		if err := m.file.AddComment(sheet, excelize.Comment{Cell: cell, Author: toolName, Text: clip(text, 1000),
			Width: 320, Height: uint(60 + 18*wrappedLines(text, 45))}); err != nil {
			closed[sheet] = false
		}
	}
}

// list writes the sheet of problems and opens the workbook there.
func (m *marker) list(problems []evaluate.Problem) error {
	i, err := m.file.NewSheet(sheetErrors)
	if err != nil {
		return err
	}
	if !slices.ContainsFunc(m.book.sheets, func(s bookSheet) bool { return !s.tintable() }) {
		// This loads every sheet; leaving the old one selected as well would make
		// Excel write into both.
		m.file.SetActiveSheet(i)
	}
	b := &book{file: m.file, styles: styles{file: m.file, ids: map[look]int{}}, lists: lists{refs: map[string]string{}}, sheets: 1}
	b.listErrors(problems, func(at evaluate.Origin) string {
		if !slices.ContainsFunc(m.book.sheets, func(s bookSheet) bool { return s.name == at.Sheet }) {
			return ""
		}
		cell := at.Cell
		if cell == "" {
			cell = "A1"
		}
		return quoteSheet(at.Sheet) + "!" + cell
	})
	return b.err
}

// countLine says how many problems of each severity there are.
func countLine(problems []evaluate.Problem) string {
	var counts [3]int
	for _, p := range problems {
		counts[p.Severity%3]++
	}
	var parts []string
	for _, s := range []evaluate.Severity{evaluate.Error, evaluate.Warning, evaluate.Note} {
		if counts[s] > 0 {
			parts = append(parts, strconv.Itoa(counts[s])+" "+strings.ToLower(severityLabel(s)))
		}
	}
	return strings.Join(parts, ", ")
}
