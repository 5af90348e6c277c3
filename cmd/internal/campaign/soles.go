package campaign

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/xeploai/xeploai/evaluate"
)

// askSoles asks about a post that one member of a branch holds (Sole) and that several
// of its rows name: a row was filled down, or the former secretary stands beside the
// new one. Nobody waits: which of them it is changes what heads are bound by, which is
// asked where it does (headcells.go).
func (a *assembly) askSoles(pop *evaluate.Population) {
	if pop == nil {
		return
	}
	for fact := range pop.Frame.Schema.Facts {
		def := &pop.Frame.Schema.Facts[fact]
		for choice := range def.Choices {
			if def.Choices[choice].Sole {
				a.askSole(pop, fact, choice)
			}
		}
	}
}

func (a *assembly) askSole(pop *evaluate.Population, fact, choice int) {
	holders := map[int][]evaluate.Origin{}
	var order []int
	for row := range pop.Subjects {
		org := pop.Subjects[row].Org
		if v := pop.Frame.Known(row, fact); org < 0 || v.IsBlank() || v.Choice() != choice || inWrongTemplate(&pop.Subjects[row]) {
			continue
		}
		if holders[org] == nil {
			order = append(order, org)
		}
		holders[org] = append(holders[org], pop.Frame.Origin(row, fact))
	}
	slices.Sort(order)
	for _, org := range order {
		if len(holders[org]) > 1 {
			a.problems = append(a.problems, problemSole(&pop.Frame.Schema.Facts[fact], choice, holders[org]))
		}
	}
}

// inWrongTemplate tells of rows that most likely are another branch's: what they say of posts
// says nothing of this one's.
func inWrongTemplate(s *evaluate.Subject) bool {
	return slices.ContainsFunc(s.Holds, func(h evaluate.Hold) bool { return h.Problem.Code == codeWrongTemplate })
}

// tellHeadsOfUnits tells of units that rows of several people say they head, where it is
// not asked whose they are (E329): they followed each other in the period, or a cell was
// filled down. Each is bound by what his row says he heads, for it says so in so many words
// and no text frees whoever headed for a part of the period.
func (a *assembly) tellHeadsOfUnits(pop *evaluate.Population, o *ofUnits) {
	cell := leadsTo(pop.Frame.Schema, evaluate.OwnUnit)
	for unit := range o.named {
		var rows []int
		for _, row := range o.named[unit] {
			same := func(other int) bool { return !twoPeople(pop, row, other) }
			if p := &o.posts[row]; p.lead == codeHead && len(p.units) == 1 && !slices.ContainsFunc(rows, same) {
				rows = append(rows, row)
			}
		}
		if len(rows) < 2 || o.asked[unit] {
			continue
		}
		var cells []evaluate.Origin
		var persons []string
		for _, row := range rows {
			cells, persons = append(cells, pop.Frame.Origin(row, cell)), append(persons, pop.Subjects[row].Person)
		}
		a.headsOfOne = append(a.headsOfOne, headsOfOne{problemHeadsOfOne("đơn vị "+evaluate.QuoteCode(a.tree.Units.List[unit].Code), cells), persons})
	}
}

// tellHeadsOfOrgs tells the same of Party organizations that no row writes down as headed
// (E377). Two members of a branch are asked about as its secretaries.
func (a *assembly) tellHeadsOfOrgs(heads map[int][]headship) {
	for org := range a.tree.Orgs {
		var apart []headship
		var cells []evaluate.Origin
		members, written := 0, false
		for _, h := range heads[org] {
			written = written || h.written
			if slices.ContainsFunc(apart, func(x headship) bool { return x.person == h.person || x.name == h.name }) {
				continue
			}
			if apart, cells = append(apart, h), append(cells, h.at); h.member {
				members++
			}
		}
		if len(apart) > 1 && members < 2 && !written {
			var persons []string
			for _, h := range apart {
				persons = append(persons, h.person)
			}
			a.headsOfOne = append(a.headsOfOne, headsOfOne{problemHeadsOfOne("tổ chức đảng "+evaluate.QuoteCode(a.tree.Orgs[org].Code), cells), persons})
		}
	}
}

// headsOfOne are several people who say they head one place.
type headsOfOne struct {
	problem evaluate.Problem
	persons []string
}

// tellHeadsOfOne tells of them once decisions are laid on: where all were decided the
// authority has seen them side by side, and followed each other they have.
func (a *assembly) tellHeadsOfOne(pop *evaluate.Population) {
	if pop == nil {
		return
	}
	decided := map[string]bool{}
	for row := range pop.Subjects {
		if who := pop.Subjects[row].Person; who != "" && decisionOn(pop.Frame, row).Grade != "" {
			decided[who] = true
		}
	}
	for _, h := range a.headsOfOne {
		if slices.ContainsFunc(h.persons, func(who string) bool { return !decided[who] }) {
			a.problems = append(a.problems, h.problem)
		}
	}
}

// problemHeadsOfOne names every row that says its person heads the place.
func problemHeadsOfOne(place string, cells []evaluate.Origin) evaluate.Problem {
	sortCells(cells)
	p := question("E319", cells[0], fmt.Sprintf("%d người cùng được ghi là đứng đầu %s; mỗi người vẫn xếp theo dòng của mình", len(cells), place),
		"sửa chức vụ, mã ở dòng ghi sai rồi nhập lại kèm --replace; người đã thôi giữ trong kỳ thì ghi chức vụ, nơi hiện nay; hai người thay nhau mà đều xếp theo chức vụ này thì giữ nguyên, khi quyết định mức của cả hai đã được nhập thì hết điều này",
		secondsBySheet(cells[1:], "người khác cũng ghi như thế ở đây", "")...)
	p.Cells = cellsOnSheet(cells[0], cells)
	return p
}

func sortCells(cells []evaluate.Origin) {
	slices.SortFunc(cells, func(x, y evaluate.Origin) int {
		return cmp.Or(cmp.Compare(x.File, y.File), cmp.Compare(x.Sheet, y.Sheet), cmp.Compare(rowOf(x.Cell), rowOf(y.Cell)))
	})
}

// problemSole names every cell that gives somebody the post.
func problemSole(def *evaluate.FactDef, choice int, cells []evaluate.Origin) evaluate.Problem {
	sortCells(cells)
	label := def.Choices[choice].Label
	p := question("E319", cells[0], fmt.Sprintf("%d người của cùng một chi bộ ghi “%s” ở cột “%s”; mỗi chi bộ chỉ có một", len(cells), label, def.Heading),
		"xem ai đang là “"+label+"”; người khác, kể cả người đã thôi giữ trong năm, thì ghi chức vụ hiện nay, rồi nhập lại kèm --replace",
		secondsBySheet(cells[1:], "người khác cũng ghi như thế ở đây", "")...)
	p.Cells = cellsOnSheet(cells[0], cells)
	return p
}
