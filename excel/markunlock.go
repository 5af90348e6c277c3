package excel

import (
	"github.com/xeploai/xeploai/evaluate"
)

// A protected sheet forbids what some problems ask for: to change a format, to take joined
// cells apart, to delete a row that is there twice; and what somebody pasted over an open
// cell is locked. The sheets to repair are open in the marked copy, whoever protected them:
// a password that nobody remembers would keep the branch from what the list tells it to do,
// and hides nothing, for it encrypts nothing. So is the workbook, where a hidden sheet has
// to be shown or a sheet to be named otherwise. All of it is protected again, with the same
// passwords, when the marks go.

// shutSheet is a sheet that was opened, "" for the workbook, and the attributes of what
// had protected it.
type shutSheet struct {
	sheet, attrs string
}

// unlock opens the sheets that problems speak of, and the workbook where it has to be;
// own tells that a sender's own protection was lifted.
func (m *marker) unlock(marks []*mark, problems []evaluate.Problem) (opened []shutSheet, own bool, err error) {
	named, sheets := false, make([]string, 0, len(marks))
	for _, k := range marks {
		sheets = append(sheets, k.sheet)
	}
	for _, p := range problems {
		if p.At.Cell != "" || p.Severity == evaluate.Note || p.At.File != m.label && p.At.File != "" {
			continue
		}
		named = true
		if sheet, ok := m.sheets[tidy(p.At.Sheet)]; ok {
			sheets = append(sheets, sheet)
		}
	}
	unseen, seen := false, map[string]bool{}
	for _, sheet := range sheets {
		if seen[sheet] {
			continue
		}
		seen[sheet] = true
		shown, err := m.file.GetSheetVisible(sheet)
		if err != nil {
			return nil, false, err
		}
		unseen = unseen || !shown
		attrs := m.protects(sheet)
		if attrs == "" {
			continue
		}
		if err := m.protect(sheet, ""); err != nil {
			return nil, false, err
		}
		own = own || attributeOf([]byte(attrs), "password") != "" || attributeOf([]byte(attrs), "hashValue") != ""
		opened = append(opened, shutSheet{sheet, attrs})
	}
	if book := m.protection.attrs; (unseen || named) && hasOn(book, "lockStructure") {
		opened, own = append(opened, shutSheet{"", book}), true
		m.protection.attrs = ""
	}
	return opened, own, nil
}

// lock protects a sheet, or the workbook, again as it was, by what the sheet of marks says.
func (m *marker) lock(sheet, attrs string) error {
	attrs = readProtection(attrs)
	switch {
	case attrs == "": // what was written over has nothing to say
	case sheet == "":
		if m.protection.attrs == "" {
			m.protection.attrs = attrs
		}
	case m.scans[sheet] != nil && m.protects(sheet) == "": // else the sender has done it himself
		return m.protect(sheet, attrs)
	}
	return nil
}

// protects are the attributes of what will protect a sheet, "" for nothing.
func (m *marker) protects(sheet string) string {
	if h := m.heavy[sheet]; h != nil {
		return h.shut
	}
	return m.shut[sheet]
}

// protect says what the sheet's tag will be. The library has to know the sheet, unless it is
// a heavy one: a part that it only passes on may be written in other ways.
func (m *marker) protect(sheet, attrs string) error {
	if h := m.heavy[sheet]; h != nil {
		h.shut = attrs
		return nil
	}
	m.shut[sheet] = attrs
	_, err := m.file.GetSheetProtection(sheet)
	return err
}
