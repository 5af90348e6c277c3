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
// The path of a workbook, with every file of the package (a test sees to that):
//
//	Open      settings, list, rules, who supplies what      open.go config.go init.go kinds.go suppliers.go
//	Template  who is asked, what is filled in, what name    templates.go templatesheets.go templateposts.go templatepeople.go filename.go reporting.go
//	          from rosters and earlier results              templatefrom.go templatejoin.go templatelasts.go templategone.go templatesent.go templateagainst.go templateapart.go templatetwice.go templatenumber.go templatesources.go templatenamed.go cellpairs.go templatemark.go
//	Import    many paths → read, decide, keep or give back  collect.go archive.go skipped.go intake.go renamed.go passed.go intakedecide.go intakerosters.go intakelacks.go intakecodes.go forgotten.go looked.go imported.go parallel.go
//	          what goes back to its sender                  giveback.go refusal.go migrate.go
//	          what a report sent again changed              changes.go changesleft.go changesdecided.go
//	keptFile  receipt and typed facts in one file           store.go keptcolumns.go record.go carried.go prefilled.go beside.go answered.go
//	assemble  kept files → evaluate.Inputs                  assemble.go sameplace.go binding.go columns.go column.go nowhere.go tell.go
//	match     who is who across workbooks                   people.go index.go roll.go members.go apart.go rosters.go nearest.go find.go
//	          posts of leaders and officials                posts.go post.go postrows.go missedposts.go unpaired.go
//	          who is no longer there                        ended.go leavers.go listedgone.go gonerows.go namedbeside.go
//	          rows that may be another's, or nobody's       misnamed.go sharednumber.go slips.go reportedtwice.go divided.go knownapart.go knownstate.go movedaway.go namesake.go othernames.go foreign.go homebranch.go askwho.go unreported.go
//	relate    who leads, belongs to, reports to whom        places.go orgnames.go formernames.go links.go above.go headed.go headedbodies.go seats.go votebase.go
//	share     what one role of a person says for another    share.go speakers.go whichpost.go sharing.go otherroles.go contradict.go contradictread.go
//	doubt     one matter told in two places                 headcells.go headedcheck.go headunits.go ledunits.go fellows.go bodytypes.go gravest.go gravestcounted.go soles.go
//	decide    what people decided, laid over the rest       decisions.go decisioncheck.go decisiondays.go lapsed.go overruled.go unsettled.go resting.go
//	Grade     report and result workbooks                   grade.go graded.go gradeproblems.go matters.go outputs.go resultbooks.go
//	Summarize the statutory forms                           summary.go summaryclosed.go statistics.go
//	Close     hashes instead of copies; alarms              close.go closed.go alarms.go
//	regrade   one subject anew after the close              regrade.go regradeform.go regraded.go regradedfiles.go regradedstand.go
//	Status    who has sent, who is late, what changed       status.go statustree.go statusbook.go statuspeople.go deadline.go history.go watch.go
//
// What stands in the folder, and what a crash may leave of it: layout.go save.go
// savenew.go ledger.go journal.go lock.go os_unix.go os_windows.go. Problems have one
// constructor per code in problems.go, problems_between.go, problems_contradict.go, problems_ended.go, problems_files.go,
// problems_gone.go, problems_names.go, problems_settings.go and problems_templates.go; other words are in messages.go,
// messages_close.go and messages_status.go; what a person can mend is a failure.go.
package campaign
