package demo

import (
	"cmp"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/xeploai/xeploai/cmd/internal/campaign"
	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// filesPerSpoiled is how many files there are to one that is spoiled, about.
const filesPerSpoiled = 17

// planter spoils some of the files that were written.
type planter struct {
	w         *world
	d         dice
	folder    campaign.Folder
	books     []book
	branches  []int  // books of branches not yet spoiled, in the order to take them
	elsewhere []bool // people of whom another book than their branch's speaks
	refused   []int  // books that will be given back
	mistakes  []Mistake
	extra     int // files laid beside those of the organizations
}

func newPlanter(w *world, folder campaign.Folder, books []book) *planter {
	p := &planter{w: w, d: newDice(w.opt, "mistakes"), folder: folder, books: books, elsewhere: make([]bool, len(w.people))}
	for i := range books {
		if books[i].kind() == excel.BranchBook {
			if !w.cast.spared[w.layout.orgs[books[i].org].Code] {
				p.branches = append(p.branches, i)
			}
			continue
		}
		for _, m := range books[i].members {
			p.elsewhere[m] = true
		}
	}
	for i := range w.posts {
		p.elsewhere[w.posts[i].person] = true
	}
	for i := range w.officials {
		p.elsewhere[w.officials[i].person] = true
	}
	p.d.Shuffle(len(p.branches), func(i, j int) { p.branches[i], p.branches[j] = p.branches[j], p.branches[i] })
	// A refused file leaves without effect what others say about its people:
	// spoil first where that is little, so that the list of findings stays short.
	slices.SortStableFunc(p.branches, func(i, j int) int { return p.spokenOf(i) - p.spokenOf(j) })
	return p
}

// spokenOf grades how much other books say about the people of one: little is 0.
func (p *planter) spokenOf(at int) int {
	n := 0
	for _, m := range p.books[at].members {
		if p.elsewhere[m] {
			n++
		}
	}
	return n / 3
}

// all spoils about one file in twenty. The order is that of interest: a small
// office shows the first few.
func (p *planter) all() error {
	budget := max(1, (len(p.books)+filesPerSpoiled/2)/filesPerSpoiled)
	for _, spoil := range []func() error{
		p.cells(TextInNumber, TooManyPoints, UnknownCode),
		p.namesakes,
		p.cells(NoSuchDay, LostZero, RequiredBlank),
		p.cutSheet,
		p.twoFiles,
		p.cells(TwiceInFile, NoStoredValue),
		p.cells(Contradiction, BrokenLimit, OutOfRange),
		p.lockFile,
		p.raw(NoWorkbook, textFile, ".xlsx"),
		p.raw(OldExcel, oldExcelFile, ".xls"),
		p.stamped(OtherPeriod),
		p.stamped(OtherOffice),
		p.stamped(OtherVersion),
		p.raw(Encrypted, encryptedFile, ".xlsx"),
		p.noHeader,
		p.raw(EmptyFile, func() []byte { return nil }, ".xlsx"),
		p.unknownOrg,
		p.bodies,
		p.commentMissing,
		p.cells(OtherBranch, BallotsOver, BallotsSplit, BallotsVotes),
	} {
		if budget == 0 {
			break
		}
		before := len(p.mistakes)
		if err := spoil(); err != nil {
			return err
		}
		if len(p.mistakes) > before {
			budget--
		}
	}
	p.consequences()
	return nil
}

// take gives the next branch book with enough people that suits.
func (p *planter) take(suits func(b *book) bool) (int, bool) {
	for k, i := range p.branches {
		if len(p.books[i].members) >= 6 && (suits == nil || suits(&p.books[i])) {
			p.branches = slices.Delete(p.branches, k, k+1)
			return i, true
		}
	}
	return 0, false
}

func (p *planter) label(file string) string {
	return path.Join(filepath.ToSlash(p.folder.Label(p.folder.Inbox())), file)
}

func (p *planter) path(file string) string { return filepath.Join(p.folder.Inbox(), file) }

// note records a mistake; sheet and cell may be "".
func (p *planter) note(k Kind, file, sheet, cell string) {
	f := k.finding()
	p.mistakes = append(p.mistakes, Mistake{Kind: k, File: p.label(file), Sheet: sheet, Cell: cell, Code: f.code, Refuses: f.refuses})
}

// consequences foretells what a refused branch file leads to: what other books
// say about its people finds nobody, which is told once a book at the first of them.
func (p *planter) consequences() {
	gone := map[int]bool{}
	for _, i := range p.refused {
		gone[p.books[i].org] = true
	}
	for i := range p.books {
		b := &p.books[i]
		if b.kind() == excel.BranchBook || slices.Contains(p.refused, i) {
			continue
		}
		for row, m := range b.members {
			if !gone[p.w.layout.branches[p.w.people[m].branch].org] {
				continue
			}
			s := memberSheet(b)
			name := s.Schema.ByRole(evaluate.RoleName)
			p.note(FollowsUnmatched, b.file, s.Title, cellOf(s, name, row))
			p.mistakes[len(p.mistakes)-1].Follows = true
			break
		}
	}
}

// sorted lists the mistakes by file, then cell.
func (p *planter) sorted() []Mistake {
	slices.SortStableFunc(p.mistakes, func(a, b Mistake) int {
		return cmp.Or(strings.Compare(a.File, b.File), strings.Compare(a.Sheet, b.Sheet),
			cmp.Compare(len(a.Cell), len(b.Cell)), strings.Compare(a.Cell, b.Cell), strings.Compare(string(a.Kind), string(b.Kind)))
	})
	return p.mistakes
}
