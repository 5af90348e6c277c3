// Package campaign ties the workbooks, the rules and the core together in the
// folder of one period and one office: settings, kept files, journal, locking.
//
// Contract: inputs are never written to; every file of ours is written through
// Save (temporary file, check, rename), so that a crash or a full disk leaves
// the old state or the new; nothing is kept that names a person except the
// facts themselves, in files only their owner can read. Faults in data are
// evaluate.Problem values; failures of the machine are Go errors, those a
// person can mend being a *Failure. The clock, progress and settings are handed
// in; the package prints nothing.
//
// The path of a workbook:
//
//	Import    many paths → read, decide, keep or give back      intake.go
//	keptFile  receipt and typed facts in one file               store.go
//	assemble  kept files → evaluate.Inputs                      assemble.go
//	match     who is who across workbooks                       people.go
//	Grade     report and result workbooks                       grade.go
//	Summarize the statutory forms                               summary.go
package campaign
