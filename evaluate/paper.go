package evaluate

import "slices"

// PaperUse says when a printed form about one subject is needed.
type PaperUse string

// RegradingPaper stands beside the decision to grade one subject anew after the
// results were closed.
const RegradingPaper PaperUse = "regrading"

// PaperSpec is a printed form about one subject as data: the number and title
// the regulation gave it.
type PaperSpec struct {
	At       Origin
	ID       string
	Use      PaperUse
	Number   string
	Title    string
	Kinds    []Kind
	From     Period
	To       *Period // nil: until now
	Cite     Citation
	Standing Standing
	Note     string
}

// Paper finds the printed form for a use, a kind and a period, nil when no
// regulation names one. Of several the last by id is taken, so that a local one
// may be named to stand over a central one.
func (l *Library) Paper(use PaperUse, k Kind, p Period) *PaperSpec {
	var found *PaperSpec
	for _, s := range l.Papers {
		if s.Use == use && slices.Contains(s.Kinds, k) && p.First().Compare(s.From.First()) >= 0 && (s.To == nil || p.Last().Compare(s.To.Last()) <= 0) {
			found = s
		}
	}
	return found
}
