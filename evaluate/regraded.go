package evaluate

import "slices"

// Regraded is how things stand where some subjects are graded anew beside results that
// stay as they were locked: theirs as the one report has them, those of all others as the
// other has, and the ceilings over all of them. Both are of the same subjects.
func Regraded(locked, anew *Report, sets map[Kind]*RuleSet, regraded func(Kind, string) bool) *Report {
	out := &Report{Inputs: anew.Inputs, Results: map[Kind][]Result{}, Remarks: locked.Remarks}
	for _, k := range Kinds() {
		was, old := locked.Of(k)
		_, now := anew.Of(k)
		if len(now) == 0 {
			continue
		}
		results := slices.Clone(old)
		for row := range was.Subjects {
			if regraded(k, was.Subjects[row].ID) {
				results[row] = now[row]
			}
		}
		out.Results[k] = results
	}
	for _, k := range Kinds() {
		if len(out.Results[k]) > 0 {
			out.Caps = append(out.Caps, sets[k].Caps(out, k)...)
		}
	}
	return out
}
