package excel

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
)

// One mistake in a whole column is one problem with all its cells; a few are told one
// by one, and so are those that ask for different things.
func TestGather(t *testing.T) {
	at := func(col string, row int) evaluate.Origin {
		return evaluate.Origin{File: "a.xlsx", Sheet: sheetMembers, Cell: fmt.Sprint(col, row)}
	}
	var all []evaluate.Problem
	for row := 9; row < 9+fewestGathered+1; row++ {
		shown := evaluate.Quote(strings.Repeat("x", row) + " y")
		if row == 10 {
			shown = evaluate.Quote("1")
		}
		same := errorAt("X118", at("D", row), "dòng này trùng", "xóa")
		same.Related = []evaluate.Related{{At: at("D", 8), Note: "dòng kia ở đây"}}
		other := errorAt("X118", at("C", row), "dòng này trùng", "xóa")
		other.Related = []evaluate.Related{{At: at("C", row-1), Note: "dòng kia ở đây"}}
		all = append(all, same, other, errorAt("X104", at("R", row), shown+" không phải là số", "ghi số"),
			errorAt("X108", at("E", row), fmt.Sprintf("\"%d\" không phải là ngày đầy đủ", 1960+row), "ghi đủ"),
			errorAt("E310", at("W", row), fmt.Sprintf("%d.5 điểm nằm ngoài khung từ 0 đến 30", 90+row), "ghi lại"),
			errorAt("E310", at("X", row), fmt.Sprintf("99 điểm nằm ngoài khung từ 0 đến %d", row), "ghi lại"),
			errorAt("X109", at("F", row), "\"thợ lặn\" không có trong danh sách", fmt.Sprintf("có phải là %d?", row)))
	}
	all = append(all, errorAt("X108", at("G", 9), "\"1\" không phải là ngày đầy đủ", "ghi đủ"), errorAt("X101", evaluate.Origin{File: "a.xlsx"}, "không mở được", "gửi lại"))
	all = evaluate.SortProblems(all)
	before := slices.Clone(all)
	var got []string
	for _, p := range Gather(all, nil) {
		if p.Code != "X109" && !strings.HasPrefix(p.At.Cell, "X") && !strings.HasPrefix(p.At.Cell, "C") {
			got = append(got, fmt.Sprintf("%s %s %s", p.Code, p.At.Cell, strings.Join(p.Cells, ",")))
		}
	}
	if want := []string{"X101  ", "X118 D9 D9:D14", "X108 E9 E9:E14", "X108 G9 ", "X104 R9 R9:R14", "E310 W9 W9:W14"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if n := len(Gather(all, nil)); n != 6+3*(fewestGathered+1) {
		t.Errorf("%d problems", n)
	}
	for i := range all {
		if all[i].Message != before[i].Message || all[i].Cells != nil {
			t.Fatal("the problems given were changed")
		}
	}
	gathered := Gather(all, nil)
	p := gathered[slices.IndexFunc(gathered, func(p evaluate.Problem) bool { return p.Code == "X108" })]
	if !strings.HasPrefix(p.Message, "\"1969\" không phải là ngày đầy đủ; ") || !strings.Contains(p.Message, fmt.Sprint(fewestGathered)) {
		t.Errorf("said as %q", p.Message)
	}
}

// What contradicts another cell of its own row is one problem in a column of such rows; where
// the other cell stands in different columns, or the rows differ, it is not.
func TestGatherWithinRows(t *testing.T) {
	at := func(col string, row int) evaluate.Origin {
		return evaluate.Origin{File: "a.xlsx", Sheet: sheetMembers, Cell: fmt.Sprint(col, row)}
	}
	var all []evaluate.Problem
	for row := 8; row < 8+fewestGathered+1; row++ {
		own := errorAt("E324", at("K", row), "sớm hơn", "kiểm tra")
		own.Related = []evaluate.Related{{At: at("E", row), Note: "ở đây"}}
		below := errorAt("E324", at("L", row), "sớm hơn", "kiểm tra")
		below.Related = []evaluate.Related{{At: at("E", row+1), Note: "ở đây"}}
		apart := errorAt("E324", at("M", row), "sớm hơn", "kiểm tra")
		apart.Related = []evaluate.Related{{At: at(columnName(1+row%2), row), Note: "ở đây"}}
		all = append(all, own, below, apart)
	}
	count := map[string]int{}
	for _, p := range Gather(evaluate.SortProblems(all), nil) {
		count[p.At.Cell[:1]]++
		if p.At.Cell == "K8" && (len(p.Related) != 1 || p.Related[0].At.Cell != "E8" || len(p.Cells) != 1) {
			t.Errorf("gathered as %+v", p)
		}
	}
	if n := fewestGathered + 1; count["K"] != 1 || count["L"] != n || count["M"] != n {
		t.Errorf("told %v", count)
	}
}

// The same said of the same cells of many rows is one problem with all of them; of other
// cells in each row, or of cells in several rows, it is not.
func TestGatherRows(t *testing.T) {
	at := func(col string, row int) evaluate.Origin {
		return evaluate.Origin{File: "a.xlsx", Sheet: sheetMembers, Cell: fmt.Sprint(col, row)}
	}
	var all []evaluate.Problem
	for row := 8; row < 8+fewestGathered; row++ {
		same := errorAt("E325", at("M", row), "2 ô ghi cho trường hợp không xếp loại", "xem")
		same.Cells = []string{fmt.Sprint("L", row), fmt.Sprint("M", row)}
		other := errorAt("E325", at("X", row), "2 ô ghi cho trường hợp không xếp loại", "xem")
		other.Cells = []string{fmt.Sprint("X", row), fmt.Sprint(columnName(25+row), row)}
		below := errorAt("E325", at("W", row), "2 ô ghi cho trường hợp không xếp loại", "xem")
		below.Cells = []string{fmt.Sprint("W", row), fmt.Sprint("W", row+100)}
		all = append(all, same, other, below)
	}
	count := map[string]int{}
	for _, p := range Gather(evaluate.SortProblems(all), nil) {
		count[p.At.Cell[:1]]++
		if p.At.Cell == "M8" && (strings.Join(p.Cells, " ") != "L8:L12 M8:M12" || !strings.HasSuffix(p.Message, "; 4 dòng khác cũng vậy")) {
			t.Errorf("gathered as %+v", p)
		}
	}
	if count["M"] != 1 || count["X"] != fewestGathered || count["W"] != fewestGathered {
		t.Errorf("told %v", count)
	}
}

// Fewer cells are one mistake where they are all of a sheet's rows, but for a pair.
func TestGatherOfASmallSheet(t *testing.T) {
	for rows, want := range map[int]int{2: 2, 3: 1, 4: 1} {
		var all []evaluate.Problem
		for row := 9; row < 9+rows; row++ {
			all = append(all, errorAt("X113", evaluate.Origin{File: "a.xlsx", Sheet: "S", Cell: fmt.Sprint("C", row)}, "thiếu số 0", "thêm số 0"))
		}
		if got := Gather(all, map[string]int{"S": rows}); len(got) != want {
			t.Errorf("all of %d rows: %d problems", rows, len(got))
		}
		if got := Gather(all, map[string]int{"S": rows + 1}); len(got) != rows {
			t.Errorf("%d of %d rows: %d problems", rows, rows+1, len(got))
		}
	}
}
