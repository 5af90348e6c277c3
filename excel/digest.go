package excel

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"hash"
	"io"
	"slices"

	"github.com/xeploai/xeploai/evaluate"
)

// digest identifies a workbook's contents: the meaning of every data cell by
// fact, in vocabulary order, row by row. Saving a file again in another
// program, moving columns, tinting cells or blank rows between do not change
// it; changing one fact does.
type digest struct {
	kinds   map[evaluate.Kind]hash.Hash
	current hash.Hash
	line    []byte
}

func newDigest() *digest { return &digest{kinds: map[evaluate.Kind]hash.Hash{}} }

// row starts a subject of a kind; the cells that follow are its.
func (d *digest) row(k evaluate.Kind) {
	d.flush()
	if d.current = d.kinds[k]; d.current == nil {
		d.current = sha256.New()
		d.kinds[k] = d.current
	}
	d.line = append(d.line, 0x1e)
}

// cell adds one given fact of the row.
func (d *digest) cell(id evaluate.FactID, data string) {
	d.line = append(append(d.line, id...), 0x1f)
	d.line = append(append(d.line, data...), 0x1f)
}

func (d *digest) flush() {
	if d.current != nil {
		d.current.Write(d.line)
	}
	d.line = d.line[:0]
}

func (d *digest) sum() string {
	d.flush()
	kinds := make([]evaluate.Kind, 0, len(d.kinds))
	for k := range d.kinds {
		kinds = append(kinds, k)
	}
	slices.SortFunc(kinds, func(a, b evaluate.Kind) int { return cmp.Compare(a, b) })
	all := sha256.New()
	for _, k := range kinds {
		io.WriteString(all, string(k))
		all.Write(d.kinds[k].Sum(nil))
	}
	return hex.EncodeToString(all.Sum(nil))
}
