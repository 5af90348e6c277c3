package demo

import (
	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
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
	// Library holds the rule sets; nil takes the built-in ones.
	Library *evaluate.Library
	// Workers bounds the workbooks written at once; 0 takes one per core.
	Workers int
	// Clean leaves out the deliberate mistakes.
	Clean bool
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

// Planted tells what was made and which mistakes were put in on purpose.
type Planted struct {
	Office    excel.Office
	Reference evaluate.Date  // the day "6 months" is counted to
	Orgs      []evaluate.Org // as in the organization list
	Branches  int
	Members   int
	Files     int // workbooks laid into the inbox
	Mistakes  []Mistake
}

// Mistake is one deliberate fault and the problem it must lead to.
type Mistake struct {
	Kind  string
	File  string // relative to the campaign folder, with forward slashes
	Sheet string // "" when the file as a whole is at fault
	Cell  string // "" when the sheet as a whole is at fault
	Code  evaluate.Code
	// Refuses tells that the file is not taken in because of it.
	Refuses bool
}
