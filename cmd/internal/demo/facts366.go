package demo

import "github.com/xeploai/xeploai/evaluate"

// Facts of regimes that count points and tasks.

// quarter is the grain of points: a whole number of quarter points.
const quarter = 4

// share is the part of a sheet's points a year of this quality earns, per mille.
func (q quality) share(d dice) int {
	switch q {
	case star:
		return d.between(912, 985)
	case torn:
		return d.between(905, 940)
	case fair:
		return d.between(530, 685)
	case weak:
		return d.between(360, 480)
	}
	return d.between(720, 890)
}

// points fills in the lines of the sheet the subject takes, so that they add up
// to the quality's share of the sheet.
func (r row) points(d dice, q quality) {
	sheet := r.rules.SheetOf(r.frame, r.at)
	if sheet == nil {
		return
	}
	var lines []evaluate.SheetLine
	for _, g := range sheet.Spec.Groups {
		for l := range g.AllLines() {
			lines = append(lines, *l)
		}
	}
	for i, n := range share(d, lines, q.share(d)) {
		r.quarters(lines[i].Fact, n)
	}
}

// share spreads a share of all points over the lines, in quarter points.
func share(d dice, lines []evaluate.SheetLine, perMille int) []int64 {
	rooms, given := make([]int64, len(lines)), make([]int64, len(lines))
	var total, rest int64
	for i, l := range lines {
		rooms[i] = l.Max.Mul(evaluate.Int(quarter)).Floor()
		given[i] = rooms[i] * int64(perMille) / 1000
		total += rooms[i]
		rest -= given[i]
	}
	for rest += total * int64(perMille) / 1000; rest > 0; {
		if i := d.IntN(len(given)); given[i] < rooms[i] {
			given[i]++
			rest--
		}
	}
	for range 2 * len(given) { // people differ in what they are good at
		from, to := d.IntN(len(given)), d.IntN(len(given))
		if given[from] > 1 && given[to] < rooms[to] {
			given[from]--
			given[to]++
		}
	}
	return given
}

func (r row) quarters(id evaluate.FactID, n int64) {
	if i, ok := r.position(id); ok {
		x, _ := evaluate.Ratio(n, quarter)
		v, _ := evaluate.NumberValue(x)
		r.frame.Set(r.at, i, v)
	}
}

// taskFacts names the counts of a subject's tasks, or of those of the place
// somebody leads.
type taskFacts struct {
	assigned, done, late, exceeded, failed, statement evaluate.FactID
	under                                             string          // statement that the floor was missed
	half                                              evaluate.FactID // statement of the regime that asks for half of the tasks exceeded
}

func ownTasks() taskFacts {
	return taskFacts{"tasks_assigned", "tasks_done", "tasks_late", "tasks_exceeded", "tasks_failed", "task_statement", "failed", "task_statement_half"}
}

func unitTasks() taskFacts {
	return taskFacts{"unit_tasks_assigned", "unit_tasks_done", "unit_tasks_late", "unit_tasks_exceeded", "", "unit_statement", "under_floor", ""}
}

func orgTasks() taskFacts {
	return taskFacts{"tasks_assigned", "tasks_done", "tasks_late", "tasks_exceeded", "", "unit_statement", "under_floor", ""}
}

// tasks tells how the tasks went: in numbers where they are counted, else by an
// attested statement, never both.
func (r row) tasks(d dice, q quality, f taskFacts, counted bool) {
	if !counted {
		r.choice(f.statement, q.statement(d, f.under))
		r.choice(f.half, q.halfStatement())
		return
	}
	assigned := d.between(6, 24)
	done, late, failed := assigned, 0, 0
	exceeded := assigned * d.between(0, 25) / 100
	switch q {
	case star:
		exceeded = (assigned*d.between(35, 60) + 99) / 100
	case torn:
		exceeded = assigned * d.between(5, 20) / 100
	case fair:
		late, exceeded = assigned*d.between(5, 19)/100, 0
	case weak:
		done, exceeded = assigned*d.between(20, 40)/100, 0
		failed = assigned - done
	}
	if q == star && r.uses(f.half) {
		exceeded = (assigned*d.between(52, 70) + 99) / 100
	}
	r.number(f.assigned, assigned)
	r.number(f.done, done)
	r.number(f.late, late)
	r.number(f.exceeded, exceeded)
	r.number(f.failed, failed)
}

func (q quality) statement(d dice, under string) string {
	switch q {
	case star:
		return "exceeded"
	case fair:
		if d.chance(150) {
			return "on_time"
		}
		return "late_some"
	case weak:
		return under
	}
	return "on_time"
}
