package campaign

import (
	"fmt"
	"slices"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// What a workbook of ours lacks as a whole, told the day it comes in: cell by
// cell it looks like something nobody knew.

// checkLacks warns of columns of a branch's template that are gone although
// grading needs them, and of a workbook of the office in which
// nothing was filled in.
func (run *intake) checkLacks(in *excel.Intake) []evaluate.Problem {
	if in.Stamp.Version == 0 {
		return nil
	}
	switch in.Stamp.Kind {
	case excel.BranchBook:
		return run.lostColumns(in)
	case excel.OfficeBook: // others owe cells, which are missed one by one
		if at, empty := emptyReport(in); empty {
			return []evaluate.Problem{problemNothingFilled(at)}
		}
	}
	return nil
}

// lostColumns looks at the sheets whose template was made for the rules in force;
// others asked for other columns.
func (run *intake) lostColumns(in *excel.Intake) (ps []evaluate.Problem) {
	for _, k := range sortedKinds(in.Frames) {
		rs, f := run.sets[k], in.Frames[k]
		if rs == nil || f.Len() == 0 || k == evaluate.Leader || in.Stamp.Rules[k] != rs.Ref() {
			continue
		}
		wanted := rs.FactsWanted()
		for _, s := range rs.Sheets {
			wanted = append(wanted, s.Wanted(rs.Schema())...)
		}
		may := suppliedFacts(rs.Schema(), bookSuppliers()[in.Stamp.Kind][k])
		slices.Sort(wanted)
		for _, i := range slices.Compact(wanted) {
			if !slices.Contains(may, i) {
				continue
			}
			for _, s := range f.Sources {
				if i < len(s.Columns) && s.Columns[i] == 0 {
					ps = append(ps, problemLostColumn(evaluate.Origin{File: s.File, Sheet: s.Sheet}, rs.Schema().Facts[i].FullHeading()))
				}
			}
		}
	}
	return ps
}

// emptyReport tells whether no row says anything beyond who it is and what the
// template may have filled in.
func emptyReport(in *excel.Intake) (at evaluate.Origin, empty bool) {
	for _, k := range sortedKinds(in.Frames) {
		f := in.Frames[k]
		for i := range f.Schema.Facts {
			if d := &f.Schema.Facts[i]; d.Identity || d.Lasting {
				continue
			}
			for row := range f.Len() {
				if !f.Value(row, i).IsBlank() {
					return at, false
				}
			}
		}
		if at.IsZero() && len(f.Sources) > 0 {
			at = evaluate.Origin{File: f.Sources[0].File}
		}
	}
	return at, !at.IsZero()
}

func problemLostColumn(at evaluate.Origin, heading string) evaluate.Problem {
	return evaluate.Problem{Severity: evaluate.Warning, Code: "E359", At: at,
		Message: fmt.Sprintf("trang này không còn cột “%s” của mẫu mà xếp loại cần; ai phải có số liệu ở cột ấy thì chưa xếp loại được", heading),
		Hint:    "chép dữ liệu vào mẫu còn đủ cột, ghi cột này rồi nhập lại kèm --replace"}
}

func problemNothingFilled(at evaluate.Origin) evaluate.Problem {
	return evaluate.Problem{Severity: evaluate.Warning, Code: "E376", At: at,
		Message: "tệp này chưa ghi gì ngoài phần mẫu ghi sẵn; nhận tệp này thì ô để trống về kỷ luật, kết luận được hiểu như mẫu đã ghi ở đầu cột (phần lớn là “Không”)",
		Hint:    "nếu gửi nhầm mẫu chưa điền thì gửi lại tệp đã điền, nhập kèm --replace; nếu đúng là không có gì để ghi thì không cần làm gì"}
}
