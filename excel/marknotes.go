package excel

import (
	"strings"

	"github.com/xuri/excelize/v2"
)

const (
	noteLength  = 1500 // longest note, in UTF-16 units
	notedAtMost = 500  // the library adds notes slower and slower
)

// note puts the texts on the cells, unless the workbook has notes or drawings
// of that sort already: on a file from another program AddComment may fail or
// lose what was there.
func (m *marker) note(marks []*mark) error {
	for _, name := range m.file.GetSheetList() {
		if comments, err := m.file.GetComments(name); err != nil || len(comments) > 0 {
			return nil
		}
	}
	if m.foreignDrawing() {
		return nil
	}
	for _, k := range marks[:min(len(marks), notedAtMost)] {
		if m.heavy[k.sheet] != nil {
			continue
		}
		lines := wrappedLines(k.text, 46)
		err := m.file.AddComment(k.sheet, excelize.Comment{Cell: k.cell, Author: toolName, Text: k.text,
			Width: 320, Height: uint(24 + 18*min(lines, 20))})
		if err != nil {
			return err
		}
		k.noted = true
	}
	return nil
}

// foreignDrawing tells whether the package holds controls or other drawings in
// the old markup that notes use, beside those of notes we took away.
func (m *marker) foreignDrawing() bool {
	found := false
	m.file.Pkg.Range(func(name, data any) bool {
		part, _ := name.(string)
		content, _ := data.([]byte)
		found = strings.Contains(part, "threadedComment") ||
			strings.HasSuffix(part, ".vml") && strings.Contains(strings.ReplaceAll(string(content), `ObjectType="Note"`, ""), "ObjectType=")
		return !found
	})
	return found
}

// dropNotes deletes the notes whose texts are among ours; one that the sender
// changed is the sender's.
func (m *marker) dropNotes(texts map[string]bool) error {
	if len(texts) == 0 {
		return nil
	}
	for _, name := range m.file.GetSheetList() {
		comments, err := m.file.GetComments(name)
		if err != nil {
			return err
		}
		for _, c := range comments {
			text := c.Text
			for _, run := range c.Paragraph {
				text += run.Text
			}
			if !texts[noteKey(text)] {
				continue
			}
			if err := m.file.DeleteComment(name, c.Cell); err != nil {
				return err
			}
		}
	}
	return nil
}

// noteKey is a note's text without spaces and line ends, which programs change.
func noteKey(s string) string { return strings.Join(strings.Fields(tidy(s)), "") }
