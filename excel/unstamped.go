package excel

import (
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
// nothing.
func (r *reader) settleOrganization() {
	switch sole := r.soleOrganization(); {
	case r.in.Stamp.Org == "":
		r.in.Stamp.Org = sole
	case r.titled.IsZero():
	case sole != "" && sole != r.in.Stamp.Org:
		r.add(problemTitleDiffers(r.titled, r.in.Stamp.Org, sole))
	default:
		r.add(noteTitledOrganization(r.titled, r.in.Stamp.Org))
	}
}

// soleOrganization is the code that all rows of an unstamped workbook share, or the name
// that stands for it.
func (r *reader) soleOrganization() string {
	sole, any := "", false
	for _, k := range r.kinds() {
		f := r.in.Frames[k]
		pos := f.Schema.ByRole(evaluate.RoleBranchCode)
		for row := range f.Len() {
			switch c := r.codeOf(f.Text(row, pos)); {
			case !any:
				sole, any = c, true
			case c != sole:
				return ""
			}
		}
	}
	return sole
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
