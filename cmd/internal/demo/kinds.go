package demo

import (
	"slices"

	"github.com/xeploai/xeploai/evaluate"
)

// Kind names one kind of deliberate mistake.
type Kind string

// The kinds.
const (
	TextInNumber     Kind = "text_in_number"      // a word where a number belongs
	OutOfRange       Kind = "out_of_range"        // 13 months in a year
	TooManyPoints    Kind = "too_many_points"     // 21 of 20 points
	UnknownCode      Kind = "unknown_code"        // a choice that no list has
	NoSuchDay        Kind = "no_such_day"         // 31/02
	LostZero         Kind = "lost_zero"           // an identity number turned into a number
	TwiceInFile      Kind = "twice_in_file"       // the same member on two rows
	NoStoredValue    Kind = "no_stored_value"     // a formula that was never computed
	RequiredBlank    Kind = "required_blank"      // nothing where something is required
	Contradiction    Kind = "contradiction"       // counts against an attested statement
	BrokenLimit      Kind = "broken_limit"        // more late than done
	OtherBranch      Kind = "other_branch"        // a row of another organization
	OtherVersion     Kind = "other_version"       // made by a template of another version
	OtherOffice      Kind = "other_office"        // another office's file
	OtherPeriod      Kind = "other_period"        // another period's file
	NoHeader         Kind = "no_header"           // headings deleted
	CutSheet         Kind = "cut_sheet"           // a sheet cut short inside the package
	NoWorkbook       Kind = "no_workbook"         // text called .xlsx
	OldExcel         Kind = "old_excel"           // .xls
	Encrypted        Kind = "encrypted"           // a password to open
	EmptyFile        Kind = "empty_file"          // no byte at all
	LockFile         Kind = "lock_file"           // ~$ left by Excel
	TwoFiles         Kind = "two_files"           // the same member in two files
	Namesakes        Kind = "namesakes"           // one name twice and nothing to tell them apart
	NamesakesInFile  Kind = "namesakes_in_file"   // the same, as the file alone shows it
	UnknownOrg       Kind = "unknown_org"         // an organization nobody listed
	CommentMissing   Kind = "comment_missing"     // active elsewhere, no comment from there
	UnknownUnit      Kind = "unknown_unit"        // a leader in charge of a unit nobody listed
	UnknownBody      Kind = "unknown_body"        // a collective nobody listed
	OthersUnit       Kind = "others_unit"         // a word about another organization's unit
	UnlikeUnit       Kind = "unlike_unit"         // a head reports fewer of his unit's tasks done than the unit
	BallotsOver      Kind = "ballots_over"        // more people at a vote than were summoned
	BallotsSplit     Kind = "ballots_split"       // valid and invalid ballots are not those returned
	BallotsVotes     Kind = "ballots_votes"       // votes for the grades are not the valid ballots
	FollowsUnmatched Kind = "follows_not_matched" // about people whose branch's file is refused
)

// Mistake is one deliberate fault and the problem it leads to.
type Mistake struct {
	Kind  Kind
	File  string // as named in problems: relative to the campaign folder
	Sheet string // "" when the file as a whole is at fault
	Cell  string // "" when the sheet as a whole is at fault
	// Code is the problem that must be reported there, "" when nothing may be:
	// a lock file is passed over.
	Code evaluate.Code
	// Refuses tells that the file is given back because of it.
	Refuses bool
	// Follows tells that this is no mistake of its own but what a refused file
	// leads to elsewhere.
	Follows bool
}

// finding is what a kind of mistake must lead to.
type finding struct {
	kind    Kind
	code    evaluate.Code
	refuses bool
}

// findings lists every kind. A lock file leads to nothing.
func findings() []finding {
	return []finding{
		{TextInNumber, "X104", true}, {OutOfRange, "X106", true}, {TooManyPoints, "E310", true},
		{UnknownCode, "X109", true}, {NoSuchDay, "X107", true}, {LostZero, "X113", true},
		{TwiceInFile, "X118", true}, {NoStoredValue, "X115", true}, {RequiredBlank, "X110", true},
		{Contradiction, "E320", true}, {BrokenLimit, "E321", true}, {OtherBranch, "X154", true},
		{OtherVersion, "X151", true}, {OtherOffice, "X152", true}, {OtherPeriod, "X153", true},
		{NoHeader, "X140", true}, {CutSheet, "X128", true}, {NoWorkbook, "X123", true},
		{OldExcel, "X121", true}, {Encrypted, "X122", true}, {EmptyFile, "X102", true},
		{LockFile, "", false}, {TwoFiles, "E342", false}, {Namesakes, "E344", false},
		{NamesakesInFile, "X119", false}, {UnknownOrg, "E349", false}, {CommentMissing, "E360", false},
		{UnknownUnit, "E374", false}, {UnknownBody, "E349", false}, {OthersUnit, "E366", false},
		{UnlikeUnit, "E384", false},
		{BallotsOver, "E380", true}, {BallotsSplit, "E381", true}, {BallotsVotes, "E382", true},
		{FollowsUnmatched, "E346", false},
	}
}

func (k Kind) finding() finding {
	all := findings()
	return all[slices.IndexFunc(all, func(f finding) bool { return f.kind == k })]
}
