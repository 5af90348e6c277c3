package campaign

import (
	"slices"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// checkCodes tells of the cells that name a place of the list otherwise than by its code
// and were understood. A member's own branch is told of where the workbook is read.
func (run *intake) checkCodes(in *excel.Intake) (ps []evaluate.Problem) {
	for _, k := range sortedKinds(in.Frames) {
		f := in.Frames[k]
		for i := range f.Schema.Facts {
			def := &f.Schema.Facts[i]
			r, listed := run.registers[placeNamedBy(def)]
			if !listed {
				continue
			}
			var spelled []evaluate.Origin
			for row := range f.Len() {
				if slices.ContainsFunc(codesIn(f.Text(row, i)), func(code string) bool {
					at, known := r.find(code)
					return known && r.codes[at] != code
				}) {
					spelled = append(spelled, f.Origin(row, i))
				}
			}
			ps = append(ps, notesSpelled(def.Heading, spelled)...)
		}
	}
	return ps
}

// placeNamedBy is the kind of place that a fact of somebody in a post names, "" for none.
func placeNamedBy(def *evaluate.FactDef) evaluate.Kind {
	switch {
	case def.LeadsTo != "":
		return evaluate.RelationKind(def.LeadsTo)
	case def.Role == evaluate.RoleBranchCode && (def.Kind == evaluate.Leader || def.Kind == evaluate.Staff):
		return evaluate.Organization
	}
	return ""
}
