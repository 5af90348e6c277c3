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
//	Template  who is asked, what is filled in, under what name   templates.go templatesheets.go templatefrom.go templateposts.go filename.go
//	Import    many paths → read, decide, keep or give back       collect.go archive.go intake.go intakedecide.go imported.go migrate.go giveback.go
//	keptFile  receipt and typed facts in one file                store.go carried.go prefilled.go
//	assemble  kept files → evaluate.Inputs                       assemble.go binding.go columns.go
//	match     who is who across workbooks                        people.go roll.go members.go posts.go missedposts.go nearest.go
//	relate    who leads, belongs to, reports to whom             places.go links.go share.go above.go
//	decide    what people decided, laid over the rest            decisions.go unsettled.go
//	Grade     report and result workbooks                        grade.go graded.go outputs.go
//	Summarize the statutory forms                                summary.go statistics.go
//	Close     hashes instead of copies; alarms; grading anew     close.go closed.go alarms.go regrade.go regraded.go
//	Status    who has sent, who is late, what changed            status.go statustree.go deadline.go history.go watch.go
//
// What stands in the folder, and what a crash may leave of it: layout.go,
// save.go, savenew.go, ledger.go, journal.go, lock.go. Problems have one
// constructor per code in problems.go and problems_between.go.
package campaign
