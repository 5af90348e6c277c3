package campaign

import (
	"encoding/json"
	"io"
	"os"
)

// The folder keeps small records, one JSON object in a file: what was refused,
// left out, graded, locked, graded anew.

// readRecord reads one into v. The error is that of the machine or of a file that
// is no such record; the caller says what it was to be.
func readRecord(path string, v any) error {
	b, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	return json.Unmarshal(b, v)
}

// saveRecord writes one through Save.
func saveRecord(path string, v any) error {
	return Save(path, func(w io.Writer) error { return json.NewEncoder(w).Encode(v) }, nil)
}
