package campaign

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// intake is one run of Import: what is taken in already, and what this run
// took in.
type intake struct {
	*Campaign
	opt   ImportOptions
	sets  map[evaluate.Kind]*evaluate.RuleSet
	tree  *evaluate.Tree // nil where the list cannot be read
	known map[bookKey]Receipt
	// stoodBefore is known as it was when the run began.
	stoodBefore map[bookKey]Receipt
	reports     *reporting
	fresh       map[bookKey]input // accepted in this run
	rosters     *rosters          // instead of both, of rosters
	past        history
	missing     []Entry // receipts that a killed import did not get into the journal
	refusals    []Refusal
	headings    *excel.Headings
	owner       func(evaluate.Kind, string) (string, bool) // excel.ReadSpec.Owner; nil without the list
	// registers are the places of the list by kind; nil without it.
	registers map[evaluate.Kind]register
	formerly  formerNames
	bearers   func() map[string][]string // codes by name, see namesOf
	copies    map[string]string          // names of the copies for senders, by label
	claiming  sync.Mutex
	claimed   map[string]string         // path of a copy written by this run, in lower case → label of its file
	stood     func() ([]*kept, error)   // the result workbooks that stood when the run began
	astray    func() []evaluate.Problem // decisions that had nobody to stand on then
	makerOf
}

// Import checks workbooks and takes in those without errors. One file's faults
// never stop another; the error is for the machine alone.
func (c *Campaign) Import(opt ImportOptions) (*ImportReport, error) {
	if err := c.Folder.refuseClosed(); err != nil {
		return nil, err
	}
	files, list, err := collect(c.Folder, opt.Paths, opt.only)
	if err != nil {
		return nil, err
	}
	seen := list.files()
	run := &intake{Campaign: c, opt: opt, known: map[bookKey]Receipt{}, fresh: map[bookKey]input{},
		headings: excel.NewHeadings(c.Library.Vocabulary)}
	report := &ImportReport{DryRun: opt.DryRun, Files: make([]Imported, len(files))}
	var labels []string
	for _, f := range files {
		labels = append(labels, f.label)
	}
	for _, a := range list.whole {
		labels = append(labels, a.label)
	}
	run.copies = copyNames(labels)
	if tree, told, err := c.list(); err == nil { // taking in does not need the list
		run.tree, report.List = tree, told
		if run.formerly, err = c.calledBefore(tree); err != nil {
			return nil, err
		}
		run.registers = registersOf(tree, run.formerly, c.terms.period.First())
		run.owner = ownersOf(tree, run.registers)
	}
	if run.sets, err = c.sets(run.tree); err != nil {
		return nil, err
	}
	run.reports = newReporting(run.tree, run.sets)
	run.bearers = sync.OnceValue(func() map[string][]string { return namesOf(run.tree) }) // every title is asked about
	if !opt.DryRun {
		release, err := c.Folder.lockOpen()
		if err != nil {
			return nil, err
		}
		defer release()
		if _, err := c.Folder.key(); err != nil { // nothing taken in could be named without it
			return nil, err
		}
	}
	if err := run.recall(); err != nil {
		return nil, err
	}
	if err := run.settleWithdrawn(files, list); err != nil {
		return nil, err
	}
	order := newTurns()
	err = c.each(len(files), func(i int) error {
		var err error
		report.Files[i], err = run.take(files[i], func(f func()) { order.in(i, f) })
		return err
	})
	err = cmp.Or(err, run.settleAnswered(report))
	whole, archiveErr := run.judgeArchives(list.whole)
	report.Files = append(report.Files, whole...)
	err = cmp.Or(err, archiveErr)
	if err == nil && !opt.DryRun {
		err = run.retire()
	}
	if !opt.DryRun {
		err = cmp.Or(err, run.keepBeside(report), c.Folder.commit(), c.Folder.record(run.entries(report)...))
	}
	if err == nil && !opt.DryRun {
		err = c.Folder.keepLooked(seen)
	}
	if err == nil {
		err = run.checkDecisions(report)
	}
	if err == nil && opt.Matters && !opt.DryRun {
		if report.Matters, err = run.matters(); err == nil {
			report.Matters = append(report.Matters, untold(run.stillDecided(), report)...)
		}
	}
	report.Files = append(report.Files, list.ignored...)
	return report, err
}

func (run *intake) recall() error {
	receipts, err := run.Folder.receipts()
	if err != nil {
		return err
	}
	for _, r := range receipts {
		run.known[r.key()] = r
	}
	run.stoodBefore = maps.Clone(run.known)
	if err := run.recallRosters(receipts); err != nil {
		return err
	}
	run.stood = sync.OnceValues(func() ([]*kept, error) { return run.Folder.resultBooks(receipts) })
	run.astray = sync.OnceValue(run.Folder.decisionsAstray)
	entries, _, err := run.Folder.Journal()
	if err != nil {
		return err
	}
	run.past, run.missing = historyOf(entries, receipts)
	if run.refusals, err = run.Folder.refusals(); err != nil {
		return err
	}
	return run.bringRefusals()
}

// take reads one file, decides in turn and keeps or gives back.
func (run *intake) take(file input, inTurn func(func())) (Imported, error) {
	path, broken, remove, err := file.unpack()
	if err != nil {
		inTurn(func() {})
		return Imported{Path: file.label}, err
	}
	defer remove()
	done := Imported{Path: file.label, named: file.named, source: file}
	var in *excel.Intake
	if broken != nil {
		done.Problems = []evaluate.Problem{*broken}
	} else {
		spec := run.readSpec(path)
		spec.Heads = func(org string) bool { return heads(run.tree, org) }
		spec.Template = func(book excel.BookKind, org string, k evaluate.Kind) []int {
			return run.reports.template(book, run.codeNow(org), k)
		}
		spec.Totals = run.totals
		spec.Label, spec.Headings, spec.Owner = file.label, run.headings, run.owner
		spec.OrgName, spec.OrgsCalled, spec.Passed = run.orgName, run.orgsCalled, run.passed
		if m := run.blankMaker(); m != nil {
			spec.Places, spec.IsName = m.placesNamed, m.isName
		}
		in, done.Problems = excel.Read(path, spec)
	}
	if in != nil {
		run.readAsRenamed(in, &done)
		run.veil(&in.Stamp)
		done.Problems = append(done.Problems, run.checkRows(in)...)
		done.Problems = append(done.Problems, run.checkLacks(in, file.label)...)
		done.Problems = append(done.Problems, run.checkCodes(in)...)
		done.Kind, done.Org, done.digest = in.Stamp.Kind, in.Stamp.Org, in.Digest
		if in.Stamp.Kind == excel.RosterBook {
			done.cover = run.rosters.coverOf(keptOf(done.Path, in, nil, run.now()))
		}
		done.Rows = map[evaluate.Kind]int{}
		for k, f := range in.Frames {
			done.Rows[k] = f.Len()
		}
	}
	done.Problems = excel.Gather(evaluate.SortProblems(done.Problems), in.Rows())
	run.nameTemplate(in, &done)
	inTurn(func() { run.decide(&done) })
	if done.again {
		if err := run.compareWithStanding(in, &done); err != nil {
			return done, err
		}
	}
	if done.beside != nil {
		if err := run.compareWithin(in, &done); err != nil {
			return done, err
		}
	}
	done.recognise()
	run.keepDecisions(in, &done)
	if run.opt.DryRun {
		return done, nil
	}
	if done.Outcome == Replaced && done.Kind != excel.RosterBook {
		if err := run.Folder.keepVersion(bookKey{done.Kind, done.Org}); err != nil {
			return done, err
		}
	}
	switch done.Outcome {
	case Accepted, Replaced:
		if err := run.Folder.keep(run.keptOf(in, &done)); err != nil {
			return done, err
		}
		if done.former != "" {
			if err := run.retireFormer(&done); err != nil {
				return done, err
			}
		}
		if in.Marked {
			if err := run.clean(path, &done); err != nil {
				return done, err
			}
		}
	case Rejected:
		return done, run.giveBack(path, in, &done)
	}
	return done, nil
}

// totals are the points that a template adds up for the eye.
func (run *intake) totals(book excel.BookKind, org string, k evaluate.Kind) []int {
	if run.sets[k] == nil {
		return nil
	}
	return run.sets[k].PlainSum(run.reports.template(book, run.codeNow(org), k))
}

// keptOf is what is kept of a file taken in.
func (run *intake) keptOf(in *excel.Intake, f *Imported) *kept {
	k := keptOf(f.Path, in, f.Problems, run.now())
	k.Receipt.Turn = f.turn
	k.Tables = append(k.Tables, f.carried...)
	return k
}

// veil covers the organization of a workbook without our stamp, which a cell
// named: one the list does not have may be anything, a person's name included,
// and must not stand in the journal or in JSON.
func (run *intake) veil(s *excel.Stamp) {
	if s.Version != 0 || s.Org == "" || evaluate.Quotable(s.Org) {
		return
	}
	if run.tree != nil && slices.ContainsFunc(run.tree.Orgs, func(o evaluate.Org) bool {
		return o.Code == s.Org || foldName(o.Name) == foldName(s.Org)
	}) {
		return
	}
	s.Org = "#" + shortSum(s.Org)
}

// checkRows asks what contradicts within a row: days by the vocabulary, the rest
// by the rule set of each kind.
func (run *intake) checkRows(in *excel.Intake) []evaluate.Problem {
	var ps []evaluate.Problem
	beside := &besides{frames: in.Frames}
	for _, k := range sortedKinds(in.Frames) {
		rs, f := run.sets[k], in.Frames[k]
		if in.Stamp.Kind != excel.RosterBook { // a roster is of its own day, not of the period
			ps = append(ps, evaluate.CheckAllDays(f, run.terms.period, run.terms.reference)...)
		}
		if rs == nil {
			continue
		}
		for row := range f.Len() {
			ps = append(ps, beside.heed(formRow{k, row}, rs.CheckRow(f, row))...)
		}
	}
	return append(ps, run.checkUplifts(in.Frames[evaluate.Organization])...)
}

// checkUplifts refuses words that stand where the number of a decision lifts a
// ceiling: whatever is written there would lift it.
func (run *intake) checkUplifts(f *evaluate.Frame) []evaluate.Problem {
	var ps []evaluate.Problem
	if f == nil {
		return nil
	}
	for _, id := range evaluate.Uplifts(run.sets) {
		i, known := f.Schema.Index(id)
		for row := 0; known && row < f.Len(); row++ {
			if text := f.Text(row, i); text != "" && !strings.ContainsAny(text, "123456789") {
				ps = append(ps, problemNoDecision(f.Origin(row, i), f.Schema.Facts[i].Heading))
			}
		}
	}
	return ps
}

func (run *intake) entries(report *ImportReport) []Entry {
	out := run.missing
	for _, f := range report.Files {
		switch f.Outcome {
		case Accepted, Replaced, Rejected, Newer:
			e := Entry{At: run.now(), Did: string(f.Outcome), Kind: string(f.Kind), Digest: f.digest, Changed: f.Changed}
			for _, k := range sortedKinds(f.Rows) {
				e.Count += f.Rows[k]
			}
			if f.Kind != excel.RosterBook { // a roster speaks of the branches it lists
				e.Org = f.Org
			}
			for _, code := range sortedCodes(countCodes(f.Problems)) {
				e.Codes = append(e.Codes, code)
			}
			out = append(out, e)
		}
	}
	return out
}

// orgName is the name of an organization on the list, "" of none.
func (run *intake) orgName(code string) string {
	if run.tree == nil {
		return ""
	}
	if i, ok := run.tree.Index(code); ok {
		return run.tree.Orgs[i].Name
	}
	return ""
}

// orgsCalled are the codes of the organizations that bear a name or, before a merger,
// bore it.
func (run *intake) orgsCalled(name string) []string { return run.bearers()[excel.Words(name)] }

// namesOf lists by name, as names are compared, the codes of those that bear it or bore it.
func namesOf(tree *evaluate.Tree) map[string][]string {
	out := map[string][]string{}
	if tree == nil {
		return out
	}
	for i := range tree.Orgs {
		o := &tree.Orgs[i]
		for _, name := range append([]string{o.Name}, o.Predecessors...) {
			if key := excel.Words(name); !slices.Contains(out[key], o.Code) {
				out[key] = append(out[key], o.Code)
			}
		}
	}
	return out
}
