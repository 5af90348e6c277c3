package cli

import (
	"fmt"
	"strings"
	"testing"
)

// Cells are left out only where the line names the workbook that has them all.
func TestCellsAreLeftOutOnlyWhereListed(t *testing.T) {
	var cells []string
	for i := range cellsShown + 5 {
		cells = append(cells, fmt.Sprintf("K%d:K%d", 10*i+1, 10*i+3))
	}
	if got := messageCells(cells, ""); !strings.HasSuffix(got, cells[len(cells)-1]) || strings.Contains(got, "…") {
		t.Errorf("cells left out and listed nowhere: %s", got)
	}
	got := messageCells(cells, "tra-lai/a.xlsx")
	if !strings.Contains(got, cells[cellsShown-1]+" … và 15 ô nữa: xem tra-lai/a.xlsx") || strings.Contains(got, cells[cellsShown]) {
		t.Errorf("short form: %s", got)
	}
	if got := messageCells(cells[:3], "tra-lai/a.xlsx"); got != "các ô: K1:K3, K11:K13, K21:K23" {
		t.Errorf("few cells: %s", got)
	}
}
