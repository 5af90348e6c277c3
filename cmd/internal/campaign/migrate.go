package campaign

import (
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// migratedSuffix ends the name of a copy that was moved to the present template.
const migratedSuffix = "-mau-moi.xlsx"

// migrate writes what a refused workbook of an earlier layout, or one that lost a
// sheet, says into the present template of its organization, cell by fact. What has no
// place there is listed on a sheet of its own, and the copy is refused until the
// sender has seen to it. Of a workbook of another period who its people are comes over, and
// what lasts of them.
func (run *intake) migrate(path string, in *excel.Intake, f *Imported) error {
	spec, ok := run.present(in)
	if !ok {
		return nil
	}
	name := asWorkbookName(run.copyName(f.Path))
	name = strings.TrimSuffix(name, filepath.Ext(name)) + migratedSuffix
	label, err := run.writeReturned(path, f, name, func(w io.Writer) error { return excel.WriteTemplate(w, spec) })
	f.Migrated = label
	run.nameTemplate(in, f)
	return err
}

// isOfAnotherPeriod tells whether a workbook was made for another period, as its stamps say.
func (run *intake) isOfAnotherPeriod(in *excel.Intake) bool {
	return in.Stamp.Period != "" && in.Stamp.Period != run.terms.period.String()
}

// onlyOfAnotherPeriod tells whether a workbook of this office is refused for its period.
func (run *intake) onlyOfAnotherPeriod(in *excel.Intake, ps []evaluate.Problem) bool {
	is := func(code evaluate.Code) bool {
		return slices.ContainsFunc(ps, func(p evaluate.Problem) bool { return p.Code == code && p.Severity == evaluate.Error })
	}
	return run.isOfAnotherPeriod(in) && is(excel.CodeOtherPeriod) && !is(excel.CodeOtherOffice)
}

// nameTemplate says of a workbook of an earlier layout, or of another period, which file takes its place:
// the copy moved to the present template, where there is one, and the template.
func (run *intake) nameTemplate(in *excel.Intake, f *Imported) {
	if in == nil || in.Stamp.Version > excel.TemplateVersion || run.tree == nil {
		return
	}
	template, written, comes := "", false, false
	if org, ok := run.tree.Index(in.Stamp.Org); ok {
		o := run.tree.Orgs[org]
		path := filepath.Join(run.Folder.Templates(), fileName(o.Code, o.Name))
		_, err := os.Stat(path)
		template, written = run.Folder.Label(path), err == nil
		comes = reporter(run.tree, org) == in.Stamp.Kind && run.onlyOfAnotherPeriod(in, f.Problems)
	}
	for i := range f.Problems {
		switch p := &f.Problems[i]; p.Code {
		case excel.CodeVersion:
			p.Hint = hintNewTemplate(f.Migrated, template, written)
		case excel.CodeOtherPeriod:
			if template != "" && run.isOfAnotherPeriod(in) {
				p.Hint = hintThisPeriod(template, written, comes)
			}
		case excel.CodeOtherOrganization:
			p.Hint += run.ownTemplate(in, *p)
		}
	}
}

// forSender are the problems as the copy that goes back tells them: whoever gets it
// has none of the office's folders.
func (run *intake) forSender(in *excel.Intake, f *Imported) []evaluate.Problem {
	out := slices.Clone(f.Problems)
	for i := range out {
		switch p := &out[i]; {
		case in == nil || run.tree == nil:
		case p.Code == excel.CodeVersion && in.Stamp.Version <= excel.TemplateVersion:
			p.Hint = hintTemplateForSender(f.Migrated != "")
		case p.Code == excel.CodeOtherPeriod && f.Migrated != "":
			p.Hint = hintThisPeriodForSender
		case p.Code == excel.CodeOtherOrganization:
			p.Hint = strings.TrimSuffix(p.Hint, run.ownTemplate(in, *p))
		}
	}
	return out
}

// ownTemplate names the template of the organization that the row of a problem
// names, "" where the list has none of that code.
func (run *intake) ownTemplate(in *excel.Intake, p evaluate.Problem) string {
	for _, o := range run.tree.Orgs {
		if o.Code != in.Stamp.Org && strings.Contains(p.Message, ": "+evaluate.QuoteCode(o.Code)+";") {
			return "; mẫu của " + o.Code + ": " + run.Folder.Label(filepath.Join(run.Folder.Templates(), fileName(o.Code, o.Name)))
		}
	}
	return ""
}

// blankMaker makes templates that know nobody, once for a run.
func (run *intake) blankMaker() *templateMaker {
	run.makerOnce.Do(func() {
		if run.tree == nil {
			return
		}
		a := newAssembly(run.Campaign, run.tree, run.sets, make([]byte, keySize))
		a.remember(run.formerly)
		run.maker = &templateMaker{assembly: a, reports: newReporting(a.tree, a.sets), known: map[evaluate.Kind]*knownPeople{}}
		for k, rs := range run.sets {
			run.maker.known[k] = &knownPeople{frame: evaluate.NewFrame(rs.Schema())}
		}
	})
	return run.maker
}

// makerOf is the template maker of a run, made when it is first asked for.
type makerOf struct {
	makerOnce sync.Once
	maker     *templateMaker
	making    sync.Mutex
}

// present is the template of the workbook's organization, filled with what the
// workbook says; false where the organization is not known or reports otherwise.
func (run *intake) present(in *excel.Intake) (spec excel.TemplateSpec, ok bool) {
	m := run.blankMaker()
	if m == nil {
		return spec, false
	}
	org, ok := m.tree.Index(in.Stamp.Org)
	if !ok || reporter(m.tree, org) != in.Stamp.Kind {
		return spec, false
	}
	run.making.Lock()
	defer run.making.Unlock()
	spec = m.spec(org)
	past := run.isOfAnotherPeriod(in)
	if !past {
		spec.Unmoved = in.Unmoved
	}
	for _, k := range sortedKinds(in.Frames) {
		frame := in.Frames[k]
		if past {
			if !slices.Contains(personKinds(), k) {
				continue // the places are those of the list as it is now
			}
			frame = lastingRows(frame)
		}
		left := in.Left != nil && in.Left.Schema.Kind == k && !past
		if frame.Len() == 0 && !left || run.sets[k] == nil {
			continue
		}
		i := 0
		for i < len(spec.Sheets) && spec.Sheets[i].Schema.Kind != k {
			i++
		}
		if i == len(spec.Sheets) {
			spec.Sheets = append(spec.Sheets, m.peopleSheet(in.Stamp.Kind, k, org))
		}
		fillIn(&spec.Sheets[i], frame)
		if left {
			addLeft(&spec.Sheets[i], in)
		}
	}
	return spec, true
}

// lastingRows are the rows of a frame without what they say of their own period alone.
func lastingRows(from *evaluate.Frame) *evaluate.Frame {
	out := evaluate.NewFrame(from.Schema)
	facts := lastingFacts(from.Schema)
	for row := range from.Len() {
		at := out.Append(evaluate.Place{Source: -1})
		for _, i := range facts {
			v := from.Value(row, i)
			def := &from.Schema.Facts[i]
			switch choice, known := def.CodeIndex(from.Data(i, v)); {
			case v.IsBlank() || def.Type == evaluate.ChoiceFact && known && def.Choices[choice].Passing:
			case v.Type() == evaluate.TextFact:
				out.SetText(at, i, from.Text(row, i))
			default:
				out.Set(at, i, v)
			}
		}
	}
	return out
}

// addLeft puts in behind the members whom the workbook says have left.
func addLeft(s *excel.TemplateSheet, in *excel.Intake) {
	s.LeftAs = map[int]string{}
	for row, state := range in.LeftAs {
		s.LeftAs[s.Prefill.Len()] = state
		appendRow(s, in.Left, row, func(int) {})
	}
	s.Rows = max(s.Rows, s.Prefill.Len())
}

// fillIn puts all rows of a frame into a sheet; what the sheet does not ask for
// and the frame says gets a column all the same.
func fillIn(s *excel.TemplateSheet, from *evaluate.Frame) {
	prefill := evaluate.NewFrame(s.Schema)
	has := map[int]bool{}
	for _, i := range s.Facts {
		has[i] = true
	}
	s.Prefill, s.Closed = prefill, nil
	for row := range from.Len() {
		appendRow(s, from, row, func(i int) {
			if !has[i] {
				has[i] = true
				s.Facts = append(s.Facts, i)
			}
		})
	}
	s.Rows = max(s.Rows, prefill.Len())
}

// appendRow copies a row of a frame into a sheet; met is told of each fact it gives.
func appendRow(s *excel.TemplateSheet, from *evaluate.Frame, row int, met func(fact int)) {
	at := s.Prefill.Append(evaluate.Place{Source: -1})
	for j := range from.Schema.Facts {
		v := from.Value(row, j)
		i, ok := s.Schema.Index(from.Schema.Facts[j].ID)
		if v.IsBlank() || !ok {
			continue
		}
		if v.Type() == evaluate.TextFact {
			s.Prefill.SetText(at, i, from.Text(row, j))
		} else {
			s.Prefill.Set(at, i, v)
		}
		met(i)
	}
}
