// Package evaluate is the core of xeploai: it decides quality grades and leaves
// behind the reasons. Values go in and values come out.
//
// Contract: standard library only, no files, no clock, no package state, no
// randomness; equal inputs give equal outputs whatever the order of map
// iteration or the number of cores. Knowledge of any regulation (thresholds,
// labels, articles) arrives as data in a RuleSet; none is written here.
//
// The path of one rule, from cell to grade:
//
//	Vocabulary   which facts exist, what a blank means                 vocabulary.go
//	Frame        the facts of all subjects of one kind, with origins    frame.go
//	Sheet.Score  points by a declared score sheet                       sheet.go
//	Condition    a three-valued test of facts                           condition.go
//	RuleSet      bars, ladder, bounds, caps of one edition              ruleset.go
//	Decide       the single walk that grades and explains               decide.go
//	Grade        everybody, in the order the rule sets demand           grade.go
//	Caps         ceilings as findings, never as demotions               caps.go
//	Form         statutory tables counted from results                  form.go
//
// The package must import neither excelize nor a YAML library, nor any other
// package of this module.
package evaluate
