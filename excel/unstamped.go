package excel

import (
	"slices"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

// Whose report a workbook is that has lost its stamps: the one that the line under the
// titles names, with its code, or the one that all its rows name. A report that is nobody's
// would leave its sender missing.

// findOrganization takes the organization that the titles of a report without stamps name,
// where they name one of the list and no other.
func (r *reader) findOrganization(sheets []dataSheet) {
	if !r.in.Stamp.Kind.Reports() || r.spec.People || r.spec.OrgName == nil {
		return
	}
	for _, d := range sheets {
		for _, row := range d.rows.rows {
			before, _, ok := strings.Cut(tidy(row.cell(0)), labelPeriod+":")
			if !ok || row.number >= d.head.row {
				continue
			}
			switch _, code := unitIn(before); {
			case code == "" || r.spec.OrgName(code) == "":
			case r.in.Stamp.Org == "":
				r.in.Stamp.Org, r.titled = code, evaluate.Origin{File: d.where.File, Sheet: d.where.Sheet, Cell: cellName(1, row.number)}
			case code != r.in.Stamp.Org:
				r.in.Stamp.Org, r.titled = "", evaluate.Origin{}
				return
			}
		}
	}
}

// settleOrganization holds what a title said against the rows, or follows them where it said
// nothing. A branch's report with rows of several is nobody's, as is a base committee's
// without a title.
func (r *reader) settleOrganization() {
	codes, second := r.organizationsNamed()
	sole := ""
	if len(codes) == 1 {
		sole = codes[0]
	}
	several := len(codes) > 1 && r.in.Stamp.Version == 0 && !r.spec.People
	switch kind := r.in.Stamp.Kind; {
	case several && (kind == BranchBook || kind == BaseBook && r.in.Stamp.Org == ""):
		r.add(problemSeveralOrganizations(second, codes, kind))
	case r.in.Stamp.Org == "":
		r.in.Stamp.Org = sole
	case r.titled.IsZero(), sole == r.in.Stamp.Org: // the rows say it themselves
	case sole != "" && sole != r.in.Stamp.Org:
		r.add(problemNameDiffers(r.titled, r.in.Stamp.Org, sole))
	default:
		r.add(noteTitledOrganization(r.titled, r.in.Stamp.Org))
	}
}

// organizationsNamed are the codes that the rows of an unstamped workbook name, or the names
// that stand for them, and where the second stands. Leaders of a branch may be members
// elsewhere.
func (r *reader) organizationsNamed() (codes []string, second evaluate.Origin) {
	for _, k := range r.kinds() {
		if r.in.Stamp.Kind == BranchBook && k != evaluate.Member && k != evaluate.Organization {
			continue
		}
		f := r.in.Frames[k]
		pos := f.Schema.ByRole(evaluate.RoleBranchCode)
		for row := range f.Len() {
			c := r.codeOf(f.Text(row, pos))
			switch {
			case slices.Contains(codes, c), c == "" && r.in.Stamp.Kind == BranchBook: // which is told as a cell to fill in
				continue
			case !r.titled.IsZero() && r.spec.OrgName(c) == "": // which contradicts no title
				continue
			}
			if codes = append(codes, c); len(codes) == 2 {
				second = f.Origin(row, pos)
			}
		}
	}
	return codes, second
}

// codeOf is the code of the one organization of a name, and any other text as it is.
func (r *reader) codeOf(text string) string {
	if r.spec.OrgsCalled == nil || r.spec.OrgName == nil || text == "" || r.spec.OrgName(text) != "" {
		return text
	}
	if codes := r.spec.OrgsCalled(text); len(codes) == 1 {
		return codes[0]
	}
	return text
}
