package evaluate

import "strings"

// Standing says how sure we are that a rule is the text of the regulation. It
// is shown wherever a rule that is not Quoted has an effect.
type Standing string

// The standings, as marked in the sources (design §2).
const (
	Quoted         Standing = "quoted"         // the wording itself was seen
	SecondHand     Standing = "second_hand"    // a commentator's paraphrase was seen: switched off
	App            Standing = "app"            // seen only as encoded in someone's software
	Memory         Standing = "memory"         // remembered, not seen
	Interpretation Standing = "interpretation" // our reading where the text has a gap
	StandIn        Standing = "stand_in"       // another text stands in for one not public
	Composed       Standing = "composed"       // invented so that fixtures exist
)

// Standings lists every standing, surest first.
func Standings() []Standing {
	return []Standing{Quoted, SecondHand, App, Memory, Interpretation, StandIn, Composed}
}

// Source is one regulation a rule set rests on.
type Source struct {
	ID     string // short key used by citations
	Number string // as printed: 366-QĐ/TW
	Title  string
	Date   Date
}

// Citation names the place in a regulation that a rule rests on.
type Citation struct {
	Source string // Source.ID
	Place  string // as printed: "Điều 11, khoản 1.1"
	Number string // Source.Number, filled in when the rule set is built
}

// String is the printed form: "366-QĐ/TW, Điều 11".
func (c Citation) String() string {
	parts := make([]string, 0, 2)
	for _, s := range []string{c.Number, c.Place} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, ", ")
}
