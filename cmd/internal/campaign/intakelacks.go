package campaign

import (
	"fmt"
	"slices"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// What a workbook of ours lacks as a whole, told the day it comes in: cell by
// cell it looks like something nobody knew.

// checkLacks warns of columns of a template that are gone, and of a workbook of the
// office in which nothing was filled in. A list without stamps is refused where it is
// not the whole report: of a template the reader knows which sheets it had.
func (run *intake) checkLacks(in *excel.Intake, file string) []evaluate.Problem {
	if in.Stamp.Version == 0 {
		return run.missingSheets(in, file)
	}
	ps := run.lostColumns(in)
	if in.Stamp.Kind == excel.OfficeBook { // others owe cells, which are missed one by one
		if at, empty := run.emptyReport(in); empty {
			ps = append(ps, problemNothingFilled(at))
		}
	}
	return ps
}

// missingSheets looks for what a branch has to report on and a list of its own making
// says nothing of.
func (run *intake) missingSheets(in *excel.Intake, file string) []evaluate.Problem {
	if in.Stamp.Kind != excel.BranchBook || len(in.Frames) == 0 || run.tree == nil {
		return nil
	}
	var missing []string
	for _, k := range run.owedSheets(in.Stamp.Org) {
		// Nobody may be a leader or an official there, but the sheet says so.
		if f := in.Frames[k]; f == nil || f.Len() == 0 && k != evaluate.Leader && k != evaluate.Staff {
			missing = append(missing, sheetTitle(k))
		}
	}
	if len(missing) == 0 {
		return nil
	}
	return []evaluate.Problem{problemNoSheets(evaluate.Origin{File: file}, missing)}
}

// owedSheets are the kinds for which the template of a branch has a sheet; what all
// branches owe where the list does not say which it is.
func (run *intake) owedSheets(branch string) (out []evaluate.Kind) {
	reports, org := run.reports, orgIn(run.tree, branch)
	for _, k := range graded(run.sets) {
		owed := k == evaluate.Member || k == evaluate.Organization
		if org >= 0 {
			owed = reports.on(excel.BranchBook, k, org)
		}
		if owed && reports.asks(excel.BranchBook, k, org) {
			out = append(out, k)
		}
	}
	return out
}

// lostColumns looks at the sheets whose template was made for the rules in force;
// others asked for other columns. Required columns are missed by the reader.
func (run *intake) lostColumns(in *excel.Intake) (ps []evaluate.Problem) {
	for _, k := range sortedKinds(in.Frames) {
		rs, f := run.sets[k], in.Frames[k]
		if rs == nil || in.Stamp.Rules[k] != rs.Ref() {
			continue
		}
		needed := neededFromAll(rs)
		var asked []int
		for _, i := range run.reports.template(in.Stamp.Kind, in.Stamp.Org, k) {
			if d := &f.Schema.Facts[i]; !d.Required && d.Supplier != evaluate.SupplyDerived && d.Role != evaluate.RoleBranchCode && !othersColumn(in.Stamp.Kind, d) {
				asked = append(asked, i)
			}
		}
		for n, s := range f.Sources {
			if !hasRows(f, n) {
				continue
			}
			var lost, idle []string
			for _, i := range asked {
				switch {
				case s.Columns[i] != 0:
				case slices.Contains(needed, i) && k != evaluate.Leader: // whose form may stand on his row as a member
					lost = append(lost, f.Schema.Facts[i].FullHeading())
				default:
					idle = append(idle, f.Schema.Facts[i].FullHeading())
				}
			}
			at := evaluate.Origin{File: s.File, Sheet: s.Sheet}
			if len(lost) > 0 {
				ps = append(ps, problemLostColumns(at, lost))
			}
			if len(idle) > 0 {
				ps = append(ps, problemIdleColumns(at, idle))
			}
		}
	}
	return ps
}

// neededFromAll are the facts without which the rules leave somebody without a grade.
func neededFromAll(rs *evaluate.RuleSet) []int {
	out := rs.FactsWanted()
	for _, s := range rs.Sheets {
		out = append(out, s.Wanted(rs.Schema())...)
	}
	return out
}

// othersColumn tells whether a template leaves a column out where every place it
// lists reports for itself.
func othersColumn(book excel.BookKind, d *evaluate.FactDef) bool {
	return book != excel.BranchBook && d.Kind != evaluate.Member && d.Kind != evaluate.Organization && !d.Identity && d.Supplier == evaluate.SupplyBranch
}

// hasRows tells whether any row of a frame stands on a sheet of it.
func hasRows(f *evaluate.Frame, source int) bool {
	for row := range f.Len() {
		if f.Place(row).Source == int32(source) {
			return true
		}
	}
	return false
}

// emptyReport tells whether there are rows and none says anything beyond who it is and
// what the template may have filled in. Of a workbook without rows its cover speaks.
func (run *intake) emptyReport(in *excel.Intake) (at evaluate.Origin, empty bool) {
	for _, k := range sortedKinds(in.Frames) {
		f := in.Frames[k]
		if f.Len() == 0 {
			continue
		}
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
		if at.IsZero() && len(f.Sources) > 0 && run.sets[k] != nil { // rows of decisions alone are nobody's
			at = evaluate.Origin{File: f.Sources[0].File}
		}
	}
	return at, !at.IsZero()
}

// mostHeadings is how many columns that are gone are named.
const mostHeadings = 5

func goneColumns(headings []string) string {
	text := "“" + strings.Join(headings[:min(mostHeadings, len(headings))], "”, “") + "”"
	if more := len(headings) - mostHeadings; more > 0 {
		text += fmt.Sprintf(" và %d cột khác", more)
	}
	return "trang này không còn cột " + text + " của mẫu"
}

func problemNoSheets(at evaluate.Origin, sheets []string) evaluate.Problem {
	return evaluate.Problem{Severity: evaluate.Error, Code: excel.CodeSheetGone, At: at,
		Message: "tệp không có trang “" + strings.Join(sheets, "”, “") + "” của mẫu; báo cáo của chi bộ gồm đủ các trang ấy",
		Hint:    "ghi nốt trang ấy vào bản đủ trang gửi kèm, nếu có (tên kết thúc bằng “-mau-moi”, đã có sẵn các dòng của tệp này); hoặc chép dữ liệu vào mẫu; rồi gửi lại"}
}

const hintLostColumns = "chép dữ liệu vào mẫu còn đủ cột, ghi các cột ấy rồi gửi lại"

// problemLostColumns is about columns without which somebody has no grade.
func problemLostColumns(at evaluate.Origin, headings []string) evaluate.Problem {
	return question("E359", at, goneColumns(headings)+" mà xếp loại cần; ai phải có số liệu ở đó thì chưa xếp loại được", hintLostColumns)
}

// problemIdleColumns is about columns that may be left blank.
func problemIdleColumns(at evaluate.Origin, headings []string) evaluate.Problem {
	return question("E359", at, goneColumns(headings)+"; ở mọi dòng được hiểu là ô để trống", hintLostColumns+"; nếu đúng là không có gì để ghi ở đó thì không cần làm gì")
}

func problemNothingFilled(at evaluate.Origin) evaluate.Problem {
	return evaluate.Problem{Severity: evaluate.Warning, Code: "E376", At: at,
		Message: "tệp này chưa ghi gì ngoài phần mẫu ghi sẵn; nhận tệp này thì ô để trống về kỷ luật, kết luận được hiểu như mẫu đã ghi ở đầu cột (phần lớn là “Không”)",
		Hint:    "nếu gửi nhầm mẫu chưa điền thì gửi lại tệp đã điền; nếu đúng là không có gì để ghi thì không cần làm gì"}
}
