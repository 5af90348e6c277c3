package excel

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// CellsDigest identifies what stands in all cells of a workbook of our own, read or only
// shown: saving it again in another program does not change it, changing one cell does.
// It is "" for a file that cannot be read.
func CellsDigest(path string) string {
	b, _ := Open(path, DefaultLimits())
	if b == nil {
		return ""
	}
	defer b.Close()
	h := sha256.New()
	for _, s := range b.sheets {
		rows, err := b.file.Rows(s.name)
		if err != nil {
			return ""
		}
		fmt.Fprintf(h, "%q\n", s.name)
		for n := 1; rows.Next(); n++ {
			cells, err := rows.Columns(excelize.Options{RawCellValue: true})
			if err != nil {
				rows.Close()
				return ""
			}
			for c, text := range cells {
				if text != "" {
					fmt.Fprintf(h, "%d %d %q\n", n, c, sameCell(text))
				}
			}
		}
		if err := rows.Close(); err != nil {
			return ""
		}
	}
	return hex.EncodeToString(h.Sum(nil))
}

// sameCell is a cell as every program writes it: a number to the fifteen digits that all
// of them keep, ends of lines as one character.
func sameCell(text string) string {
	if x, err := strconv.ParseFloat(text, 64); err == nil {
		return strconv.FormatFloat(x, 'g', 15, 64)
	}
	return strings.ReplaceAll(strings.ReplaceAll(text, "_x000D_", ""), "\r", "")
}
