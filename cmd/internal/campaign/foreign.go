package campaign

import (
	"fmt"
	"slices"

	"github.com/xeploai/xeploai/evaluate"
)

// knownRow is a row outside a report that knows somebody in a branch: of a
// roster, of a template as it was filled in when written, or of another report.
type knownRow struct {
	person
	entry *entry // of another report, nil for the others
}

// knownRows finds rows about somebody whatever branch they put him in.
type knownRows struct {
	*directory
	rows []knownRow
	days []*evaluate.FactDef // that tell people of one name as one too; nil for none
}

func newKnownRows(rows []knownRow) *knownRows {
	people := make([]person, len(rows))
	for i := range rows {
		people[i] = rows[i].person
		people[i].branch = "" // a name and a birth date are compared across branches here
	}
	return &knownRows{directory: newDirectory(people), rows: rows}
}

// about lists the rows that are about the person of a report's row: one number in
// common, or the name and the whole birth date, and nothing that differs.
func (k *knownRows) about(p person) []knownRow {
	var out []knownRow
	for _, i := range k.indexes(p) {
		out = append(out, k.rows[i])
	}
	return out
}

// indexes are the positions of the rows that about lists.
func (k *knownRows) indexes(p person) (out []int) {
	p.branch = ""
	for _, i := range k.candidates(p) {
		if q := k.people[i]; !differ(p, q) && (p.card == "" || q.card == "" || p.card == q.card || p.identity == q.identity && p.identity != "") {
			out = append(out, i)
		}
	}
	return out
}

// foreigner is a reported person whom something knows in another branch.
type foreigner struct {
	*entry
	known knownRow
	twin  *entry // his row in another report, nil for none
}

// askForeign holds whoever is reported by one branch and known in another, unless
// the row says that he moved in or is elsewhere for a time, or the branches were
// merged. Where that is most of a report it was most likely made in another
// branch's template, and is one problem. A report is not refused for it: what is
// known may be older than the report, and must not depend on what came first.
func (a *assembly) askForeign(r *roll, rosters []bound) {
	listed := newKnownRows(append(a.left.moved(), a.listedPeople(r.ids, rosters)...))
	reported := make([]knownRow, len(r.entries))
	for i, e := range r.entries {
		reported[i] = knownRow{e.person, e}
	}
	others, covered := newKnownRows(reported), a.rosterBranches(r.ids, rosters)
	byBook := map[*kept][]foreigner{}
	var order []*kept
	rows := map[*kept]int{}
	book := a.bookOf(evaluate.Member)
	for _, e := range r.entries {
		if e.drop || e.org < 0 {
			continue
		}
		b := book[e.in.table]
		if rows[b]++; rows[b] == 1 {
			order = append(order, b)
		}
		if e.misnamed {
			continue
		}
		about := listed.about(e.person)
		if s := e.status(); s == statusMovedIn || s == statusElsewhere {
			e.merged = e.merged || r.cameMerged(e, about)
			if len(e.places) == 0 {
				e.places = r.placesElsewhere(e, slices.Concat(about, others.about(e.person)))
			}
			if twin := r.reportedElsewhere(e, others); twin != nil && !r.knownHere(e, about) {
				r.askTwice(e, twin, covered[e.branch])
			}
			continue
		}
		known, twin := r.elsewhere(e, about), (*entry)(nil)
		if known != nil || len(about) == 0 {
			twin = r.reportedElsewhere(e, others)
		}
		switch {
		case (known != nil || twin != nil) && a.left.forGood(e.person) != nil:
			e.foreign = true // that is asked (E347)
		case known != nil:
			byBook[b] = append(byBook[b], foreigner{e, *known, twin})
		case twin == nil:
		case slices.ContainsFunc(others.about(e.person), func(k knownRow) bool { return k.entry == twin }):
			byBook[b] = append(byBook[b], foreigner{e, knownRow{twin.person, twin}, twin})
		default:
			r.askTwice(e, twin, covered[e.branch])
		}
	}
	for _, b := range order {
		r.holdForeign(byBook[b], rows[b])
	}
}

// elsewhere is the first row that knows somebody in another branch; nil where one
// knows him in his own, or none of a branch on the list.
func (r *roll) elsewhere(e *entry, rows []knownRow) *knownRow {
	var found *knownRow
	for i, k := range rows {
		org := orgIn(r.tree, k.branch)
		switch {
		case k.branch == e.branch:
			return nil
		case org < 0, r.joined(e, k, org):
		case found == nil:
			found = &rows[i]
		}
	}
	return found
}

// placesElsewhere are the cells that name somebody in another branch.
func (r *roll) placesElsewhere(e *entry, rows []knownRow) (out []evaluate.Related) {
	for _, k := range rows {
		at := evaluate.Related{At: k.at(r.ids), Org: k.branch}
		if k.branch != e.branch && k.branch != "" && !slices.Contains(out, at) && len(out) < mostNamed {
			out = append(out, at)
		}
	}
	return out
}

// cameMerged tells whether what is known of somebody knows him in a branch that
// his was merged from, and in no other.
func (r *roll) cameMerged(e *entry, rows []knownRow) bool {
	came := false
	for _, k := range rows {
		if k.branch == e.branch {
			continue
		}
		if !r.follows(e.org, &entry{person: k.person, org: orgIn(r.tree, k.branch)}) {
			return false
		}
		came = true
	}
	return came
}

func sharesNumber(p, q person) bool {
	return p.identity != "" && p.identity == q.identity || p.card != "" && p.card == q.card
}

// holdForeign holds the people of one report who are known elsewhere; of is how
// many rows the report has.
func (r *roll) holdForeign(people []foreigner, of int) {
	most, branch := 0, ""
	count := map[string]int{}
	for _, f := range people {
		if f.known.entry != nil {
			continue // two reports: which of them is wrong nobody can say
		}
		if count[f.known.branch]++; count[f.known.branch] > most {
			most, branch = count[f.known.branch], f.known.branch
		}
	}
	var wrong []foreigner
	if most > 1 && 2*most > of {
		for _, f := range people {
			if f.known.branch == branch {
				wrong = append(wrong, f)
			}
		}
		p := problemWrongTemplate(r.ids, wrong, branch, of)
		reportedRightly(&p, r.ids, wrong, branch)
		if r.wrong == nil {
			r.wrong = map[string]evaluate.Problem{}
		}
		r.wrong[wrong[0].branch] = p
		for _, f := range wrong {
			r.leaveTo(f.entry, branch)
			f.hold(p)
		}
	}
	r.gatherForeign(people)
	for _, f := range people {
		f.foreign = true
		if !f.isAsked() {
			f.hold(problemForeign(f.at(r.ids), f.branch, f.known.at(r.ids), f.known.branch))
			r.holdTwin(f)
		}
	}
}

// leaveTo ends the question where somebody is graded whose row stands in another branch's
// template: the row of the branch where he is known is right, and the number is its own.
func (r *roll) leaveTo(e *entry, branch string) {
	if len(e.twins) == 0 || slices.ContainsFunc(e.twins, func(twin *entry) bool { return twin.branch != branch }) {
		return
	}
	isTwice := func(p evaluate.Problem) bool { return p.Code == codeTwice }
	e.holds = slices.DeleteFunc(e.holds, isTwice)
	for _, twin := range e.twins {
		if twin.twins = slices.DeleteFunc(twin.twins, func(o *entry) bool { return o == e }); len(twin.twins) == 0 {
			twin.holds = slices.DeleteFunc(twin.holds, isTwice)
		}
	}
	e.identity, e.card = "", ""
}

// listedPeople are the rows of rosters and, of branches no roster speaks of, those
// their templates named.
func (a *assembly) listedPeople(ids identityFacts, rosters []bound) []knownRow {
	var out []knownRow
	add := func(b *binding, branch string) {
		for row := range b.table.len() {
			out = append(out, knownRow{person: b.personAt(row, ids, a.branchOf, branch)})
		}
	}
	for _, b := range rosters {
		add(b.binding, "")
	}
	covered := a.rosterBranches(ids, rosters)
	schema := a.Library.Vocabulary.Schema(evaluate.Member)
	for _, k := range a.prefilled {
		t := k.table(evaluate.Member)
		if t == nil || covered[k.Receipt.Org] {
			continue
		}
		if tied, _ := bind(t, schema); tied != nil {
			add(tied, k.Receipt.Org)
		}
	}
	return out
}

// bookOf finds the workbook of each table of a kind.
func (a *assembly) bookOf(k evaluate.Kind) map[*table]*kept {
	out := map[*table]*kept{}
	for _, b := range a.books {
		if t := b.table(k); t != nil {
			out[t] = b
		}
	}
	return out
}

// Reported in one branch, known in another.
const (
	codeForeign       evaluate.Code = "E356"
	codeWrongTemplate evaluate.Code = "E357"
)

// problemForeign names both branches, so that it says the same from either row.
func problemForeign(at evaluate.Origin, here string, known evaluate.Origin, there string) evaluate.Problem {
	return question(codeForeign, at, fmt.Sprintf("được báo cáo ở %q, nhưng danh sách, mẫu ghi sẵn hoặc báo cáo khác biết người này ở %q", here, there),
		fmt.Sprintf("nếu người này chuyển đến %q thì nơi ấy ghi đúng số định danh và tình trạng sinh hoạt “Chuyển đến trong năm”; nếu danh sách cũ thì nhập danh sách mới kèm --replace; nếu %[1]q ghi nhầm thì bỏ dòng ở đó và để %q báo cáo", here, there),
		evaluate.Related{At: known, Note: "người ấy cũng ở đây", Org: there, Mutual: true})
}

func problemWrongTemplate(ids identityFacts, people []foreigner, branch string, of int) evaluate.Problem {
	first := people[0]
	var at, knownAt []evaluate.Origin
	for _, f := range people {
		at, knownAt = append(at, f.at(ids)), append(knownAt, f.known.at(ids))
	}
	p := question(codeWrongTemplate, first.at(ids),
		fmt.Sprintf("phần lớn người trong tệp này (%d/%d) thuộc %q theo danh sách hoặc mẫu ghi sẵn, không phải %q; có lẽ đã dùng nhầm mẫu", len(people), of, branch, first.branch),
		fmt.Sprintf("chép số liệu sang mẫu của %q rồi gửi lại; khi tệp đúng của %q đến thì nhập kèm --replace; nếu hai chi bộ đã sáp nhập, ghi tổ chức tiền thân vào %s", branch, first.branch, OrgListName),
		secondsBySheet(knownAt, "những người ấy ở đây", branch)...)
	p.Cells = cellsOnSheet(p.At, at)
	return p
}
