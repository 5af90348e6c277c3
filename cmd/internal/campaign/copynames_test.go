package campaign

import (
	"maps"
	"testing"
)

// A sender gets his file back under the name he gave it, wherever it lay.
func TestCopyNames(t *testing.T) {
	got := copyNames([]string{"../a/DB1.3.xlsx", "../b/db1.3.xlsx", "../c/goi.zip!x/DB1.3.xlsx", "../d/DB1.4.xlsx", "nhan-ve/to/DB1.3.xlsx", "nhan-ve/DB1.4.xlsx", "tra-lai/cu.xlsx"})
	want := map[string]string{"../a/DB1.3.xlsx": "DB1.3.xlsx", "../b/db1.3.xlsx": "db1.3 (2).xlsx", "../c/goi.zip!x/DB1.3.xlsx": "DB1.3 (3).xlsx",
		"../d/DB1.4.xlsx": "DB1.4 (2).xlsx", "nhan-ve/to/DB1.3.xlsx": "to/DB1.3.xlsx", "nhan-ve/DB1.4.xlsx": "DB1.4.xlsx", "tra-lai/cu.xlsx": "cu.xlsx"}
	if !maps.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}
