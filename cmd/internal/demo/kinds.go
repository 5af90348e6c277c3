package demo

import "github.com/xeploai/xeploai/evaluate"

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

// code is the problem a kind of mistake leads to.
func (k Kind) code() (code evaluate.Code, refuses bool) {
	switch k {
	case TextInNumber:
		return "X104", true
	case OutOfRange:
		return "X106", true
	case TooManyPoints:
		return "E310", true
	case UnknownCode:
		return "X109", true
	case NoSuchDay:
		return "X107", true
	case LostZero:
		return "X113", true
	case TwiceInFile:
		return "X118", true
	case NoStoredValue:
		return "X115", true
	case RequiredBlank:
		return "X110", true
	case Contradiction:
		return "E320", true
	case BrokenLimit:
		return "E321", true
	case OtherBranch:
		return "X154", true
	case OtherVersion:
		return "X151", true
	case OtherOffice:
		return "X152", true
	case OtherPeriod:
		return "X153", true
	case NoHeader:
		return "X140", true
	case CutSheet:
		return "X128", true
	}
	return k.codeOfRest()
}

func (k Kind) codeOfRest() (code evaluate.Code, refuses bool) {
	switch k {
	case NoWorkbook:
		return "X123", true
	case OldExcel:
		return "X121", true
	case Encrypted:
		return "X122", true
	case EmptyFile:
		return "X102", true
	case TwoFiles:
		return "E342", false
	case Namesakes:
		return "E344", false
	case NamesakesInFile:
		return "X119", false
	case UnknownOrg:
		return "E349", false
	case CommentMissing:
		return "E360", false
	case FollowsUnmatched:
		return "E346", false
	}
	return "", false
}
