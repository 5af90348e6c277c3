// Package rules turns rule data into the core's values and back into words.
//
// Law is data here: the vocabulary of facts, score sheets, rule sets, statutory
// forms and worked cases are YAML files, embedded in the program and overridden
// by a folder of the office's own. This package reads them strictly, reports
// every mistake of every file at once with line and column, lays local sets
// over central ones, hands everything to package evaluate for the checks of
// meaning, and plays the worked cases that prove a set.
//
// The path of one file:
//
//	bytes → node          YAML text with places, nothing guessed     node.go
//	node → fields         known keys, each once                      fields.go keys*.go
//	fields → specs        facts, sets, sheets, forms, papers, cases  facts.go set.go condition.go sheet.go form.go paper.go case.go
//	specs → flat specs    local over central, with who says what     extend.go
//	flat specs → Library  evaluate.NewVocabulary, NewRuleSet         load.go flatten.go periods.go
//	Library → CaseReport  cases played, judged, coverage counted     cases.go stage.go group.go judge.go coverage.go possible.go
//	RuleSet → SetView     a set in Vietnamese words                  show.go words.go labels.go
//
// Released editions are frozen by data/editions.lock (lock.go). Problems are
// evaluate.Problem values, one constructor per code: R200-R219 for the text of
// rule files (problems.go), R280-R299 for cases (problemscases.go) and for locks,
// periods and files that cannot be read (problemslibrary.go).
//
// The package must not import excel or anything below cmd.
package rules
