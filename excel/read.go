package excel

import (
	"maps"
	"slices"

	"github.com/xeploai/xeploai/evaluate"
)

// maxProblems bounds what is listed of one file.
const maxProblems = 2000

// Read takes in one workbook: values with the cells they came from, and every
// problem in it at once. A file with a problem of severity Error is to be
// refused whole. Intake is nil when nothing could be read. Read never panics
// and never ends other than by returning, whatever the bytes.
func Read(path string, spec ReadSpec) (in *Intake, ps []evaluate.Problem) {
	at := evaluate.Origin{File: path}
	if spec.Label != "" {
		at.File = spec.Label
	}
	defer func() {
		// The library panics on some crafted files; that too is an answer.
		if recover() != nil {
			in, ps = nil, []evaluate.Problem{problemReader(at)}
		}
	}()
	limits := DefaultLimits()
	book, ps := openBook(path, at, limits)
	if book == nil {
		return nil, ps
	}
	defer book.Close()
	r := &reader{book: book, spec: spec, limits: limits, at: at, peeked: map[string]*replay{}}
	defer r.close()
	r.add(book.told...)
	in = r.read()
	return in, r.result()
}

// reader is the reading of one workbook.
type reader struct {
	book       *Book
	spec       ReadSpec
	limits     Limits
	at         evaluate.Origin
	problems   []evaluate.Problem
	dropped    int
	date1904   bool
	digest     *digest
	open       []RowReader        // to be closed
	peeked     map[string]*replay // first rows already read, by sheet
	in         *Intake
	data       []dataSheet
	written    writtenCells
	noted      map[string]bool // ownNotes, nil before the first question
	nobody     nobody
	bareSheets []evaluate.Origin // hidden ones without headings
	called     []calledSo        // how cover and titles name the organization
	others     map[string]string // sheets of other organizations' workbooks, with their codes
	titled     evaluate.Origin   // the title that names the organization of a workbook without stamps
}

func (r *reader) close() {
	for _, rows := range r.open {
		rows.Close()
	}
}

// add keeps problems up to the bound and counts the rest.
func (r *reader) add(ps ...evaluate.Problem) {
	for _, p := range ps {
		if len(r.problems) < maxProblems {
			r.problems = append(r.problems, p)
		} else {
			r.dropped++
		}
	}
}

// isElsewhere tells whether a problem says that the whole file belongs to another
// office or period.
func isElsewhere(p evaluate.Problem) bool {
	return (p.Code == CodeOtherOffice || p.Code == CodeOtherPeriod) && p.Severity == evaluate.Error
}

func (r *reader) result() []evaluate.Problem {
	ps := evaluate.SortProblems(r.problems)
	if slices.ContainsFunc(ps, isElsewhere) {
		// Whatever its cells hold, the file is not of this campaign: mending them
		// would be work for nothing.
		return slices.DeleteFunc(ps, func(p evaluate.Problem) bool { return !isElsewhere(p) && p.At.Sheet != "" })
	}
	if r.dropped > 0 {
		ps = append(ps, problemMoreProblems(r.at, r.dropped))
	}
	return ps
}

func (r *reader) read() *Intake {
	if props, err := r.book.file.GetWorkbookProps(); err == nil && props.Date1904 != nil {
		r.date1904 = *props.Date1904
	}
	stamp, stamped := r.stamp()
	r.in = &Intake{Stamp: stamp, Frames: map[evaluate.Kind]*evaluate.Frame{},
		Subjects: map[evaluate.Kind][]string{}, Reviews: map[evaluate.Kind]*Rulings{}, Called: map[evaluate.Kind]map[string]string{}}
	r.digest = newDigest()
	for _, sheet := range slices.Sorted(maps.Keys(r.others)) { // with them it is another workbook than without
		r.digest.row(evaluate.Kind(r.others[sheet]))
	}
	if stamped && !r.checkStamp() {
		return r.in
	}
	sheets := r.dataSheets()
	if len(sheets) == 0 {
		if r.namesNobody() {
			r.in.Digest = r.digest.sum()
		}
		return r.in
	}
	known := stamped || r.recognise(sheets)
	r.tellBare()
	if !known {
		return r.in
	}
	if !stamped {
		r.findOrganization(sheets)
	}
	r.readShown()
	r.data = sheets
	for _, s := range sheets {
		r.checkTitle(s)
		r.readSheet(s)
	}
	for _, s := range r.book.sheets {
		r.tellComments(s.name)
	}
	r.checkCover()
	r.tellWritten()
	r.readNobody()
	r.checkNames()
	r.readReviews()
	r.readListed()
	r.finish()
	return r.in
}

// finish looks at the rows as a whole.
func (r *reader) finish() {
	total, decisions := 0, 0
	for _, k := range r.kinds() {
		f := r.in.Frames[k]
		if r.in.Stamp.decisionsAlone(k) {
			decisions += rowsWritten(f)
		} else {
			total += f.Len() + r.leftOf(k)
		}
		if r.in.Stamp.Kind == ResultBook {
			r.add(repeatedRows(f, r.in.Subjects[k])...)
		} else {
			for _, p := range repeatedSubjects(r.withLeft(f)) {
				r.add(r.forPeople(p, hintOfRepeated(p.Code)))
			}
		}
	}
	r.missSheets(total)
	r.judgeLayout()
	r.judgeEmpty(total, decisions)
	r.in.Digest = r.digest.sum()
	if r.in.Stamp.Kind == OrgListBook {
		r.takeList()
	}
	r.settleOrganization()
}

// forPeople makes a problem a note with a hint of its own where the workbook is
// only asked who there is: one that tells of nobody, or of somebody twice, is no
// fault there.
func (r *reader) forPeople(p evaluate.Problem, hint string) evaluate.Problem {
	if r.spec.People {
		p.Severity, p.Hint = evaluate.Note, hint
	}
	return p
}

// missSheets looks for what a workbook was made with and has no longer: a sheet
// that was deleted, and in a branch's own report, which always speaks of its
// members and of itself, a sheet without rows. Both would lose people unseen. A
// place may well have no officials but those who lead it, and nobody to grade as a
// leader: that is asked and refuses nobody's report.
func (r *reader) missSheets(total int) {
	for _, k := range r.in.Stamp.Sheets {
		name := kindSheet(k)
		f := r.in.Frames[k]
		switch {
		case f == nil && !slices.ContainsFunc(r.book.sheets, func(s bookSheet) bool { return tidy(s.name) == name }):
			r.add(problemSheetMissing(r.at, name))
		case total == 0 && mayBeNobody(&r.in.Stamp, r.in.Stamp.Sheets): // told of the workbook
		case f == nil || f.Len()+r.leftOf(k) > 0 || r.in.Stamp.Kind != BranchBook || k == evaluate.Staff:
		case k == evaluate.Leader:
			if !r.spec.People {
				r.add(problemNoLeaders(evaluate.Origin{File: r.at.File, Sheet: name}))
			}
		case k == evaluate.Member:
			r.add(r.forPeople(problemNoMembers(evaluate.Origin{File: r.at.File, Sheet: name}), hintNobodyHere))
		default:
			r.add(r.forPeople(problemNoRows(evaluate.Origin{File: r.at.File, Sheet: name}), hintNobodyHere))
		}
	}
}

func (r *reader) failed() bool {
	worst, any := evaluate.Worst(r.problems)
	return any && worst == evaluate.Error
}

func (r *reader) kinds() []evaluate.Kind {
	var out []evaluate.Kind
	for k := range r.in.Frames {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}

// fewestHeadings keeps a title that happens to hold a known word from being read
// as headings.
const fewestHeadings = 3
