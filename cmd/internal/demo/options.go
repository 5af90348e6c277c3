package demo

import (
	"time"

	"github.com/xeploai/xeploai/cmd/internal/campaign"
	"github.com/xeploai/xeploai/evaluate"
)

// DefaultMembers is how many people the office has unless told otherwise.
const DefaultMembers = 7000

// DefaultPeriod is the year graded unless told otherwise.
func DefaultPeriod() evaluate.Period {
	return evaluate.Period{Granularity: evaluate.Yearly, Year: 2025}
}

// Options says which office to make. Equal options make equal offices.
type Options struct {
	Seed    uint64
	Members int             // number of people; 0 takes DefaultMembers
	Period  evaluate.Period // zero takes DefaultPeriod
	Clean   bool            // leave out the deliberate mistakes
	// Full adds what mostly comes from elsewhere or what no text asks for: officials
	// are graded too, and branches vote by an example of a local set. Offices without
	// units go without it.
	Full    bool
	Workers int       // workbooks written at once; 0 takes one per core
	Now     time.Time // what the journal says of the folder's making; no workbook depends on it
}

func (o Options) filled() Options {
	if o.Members <= 0 {
		o.Members = DefaultMembers
	}
	if o.Period == (evaluate.Period{}) {
		o.Period = DefaultPeriod()
	}
	return o
}

// full tells whether the office is large enough for what Full adds.
func (o Options) full() bool { return o.Full && o.Members >= leastForBodies }

// Planted tells what was made and which mistakes were put in on purpose.
type Planted struct {
	Config                      campaign.Config // settings of the campaign made, as written to its folder
	Orgs                        int             // organizations in the list, the office's own included
	Branches                    int             // organizations that have members
	Members                     int
	Units, Collectives, Leaders int // leaders are counted by post
	Officials                   int
	Files                       int // files laid into the inbox
	Mistakes                    []Mistake
	Scenes                      []Scene
}
