package excel

import (
	"encoding/json"

	"github.com/xuri/excelize/v2"
)

// A protected sheet forbids what some problems ask for: to change a format, to take joined
// cells apart, to delete a row that is there twice; and what somebody pasted over an open
// cell is locked. The sheets to repair are open in the marked copy, and protected again
// when the marks go.

// shutSheet is a sheet that was opened, and how it had been protected.
type shutSheet struct {
	sheet, options string
}

// unlock opens the sheets with marks. A protection by a password is the sender's own;
// heavy sheets, none of ours, stay as they are.
func (m *marker) unlock(marks []*mark) (opened []shutSheet, err error) {
	seen := map[string]bool{}
	for _, k := range marks {
		if seen[k.sheet] || m.heavy[k.sheet] != nil || !m.scans[k.sheet].shut {
			continue
		}
		seen[k.sheet] = true
		options, err := m.file.GetSheetProtection(k.sheet)
		if err != nil {
			return nil, err
		}
		text, err := json.Marshal(options)
		if err != nil {
			return nil, err
		}
		if err := m.file.UnprotectSheet(k.sheet); err != nil {
			return nil, err
		}
		opened = append(opened, shutSheet{k.sheet, string(text)})
	}
	return opened, nil
}

// lock protects a sheet again as it was, by what the sheet of marks says.
func (m *marker) lock(sheet, options string) error {
	var o excelize.SheetProtectionOptions
	if m.scans[sheet] == nil || m.heavy[sheet] != nil || json.Unmarshal([]byte(options), &o) != nil {
		return nil // what is not there, or was written over, has nothing to say
	}
	return m.file.ProtectSheet(sheet, &o)
}
