package demo

import (
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

// describeBodies writes down what all books together would say about agencies,
// units and collectives.
func (w *world) describeBodies() {
	d := newDice(w.opt, "bodies described")
	w.qualities = make([]quality, len(w.bodies))
	for i := range w.bodies {
		b := &w.bodies[i]
		w.qualities[i] = bodyQuality(d)
		if forced, ok := w.cast.bodies[b.Code]; ok {
			w.qualities[i] = forced
		}
		r := w.sheets[b.Kind].append()
		if b.Kind == evaluate.Unit {
			tasks, told := w.cast.tasks[b.Code]
			if !told {
				tasks = w.qualities[i]
			}
			describeUnit(d, r, b, w.qualities[i], tasks)
			continue
		}
		describeCollective(d, r, b, w.qualities[i], w.attachedTo(b.Superior))
	}
}

func bodyQuality(d dice) quality {
	return draw(d, []weighted[quality]{{solid, 700}, {star, 200}, {fair, 100}})
}

func (w *world) attachedTo(unit string) int {
	n := 0
	for i := range w.bodies {
		if unit != "" && w.bodies[i].Kind == evaluate.Unit && w.bodies[i].Superior == unit {
			n++
		}
	}
	return n
}

func describeUnit(d dice, r row, b *evaluate.Body, q, tasks quality) {
	r.text("unit_code", b.Code)
	r.text("unit_name", b.Name)
	r.yes("reviewed", true)
	if q != untold {
		r.bandPoints(d, q)
	}
	r.tasks(d, tasks, orgTasks(), true)
	r.choice("proposal_self", q.grade())
}

func describeCollective(d dice, r row, b *evaluate.Body, q quality, attached int) {
	r.text("collective_code", b.Code)
	r.text("collective_name", b.Name)
	kind := "committee"
	if strings.HasSuffix(b.Code, codeLeadership) {
		kind = "management"
	}
	r.choice("collective_type", kind)
	r.yes("reviewed", true)
	r.points(d, q)
	r.levels(d, q, orgLevels(), nil)
	r.collectiveLevels(d, q)
	r.remedy(d, q)
	counted := r.uses("tasks_assigned")
	r.tasks(d, q, orgTasks(), counted)
	if !counted {
		r.completion(q, false)
	}
	r.choice("basic_targets", "met")
	r.choice("unit_key_targets", q.targets())
	r.number("attached_count", attached)
	r.number("attached_disciplined_count", 0)
	r.choice("proposal_self", q.grade())
	r.text("cap_group", r.label("collective_type", kind))
}

// bandPoints fills in the lines so that they add up to the middle of the points
// that the set asks for the grade the quality expects. Bonus and deductions are
// left alone.
func (r row) bandPoints(d dice, q quality) {
	sheet := r.rules.SheetOf(r.frame, r.at)
	if sheet == nil {
		return
	}
	var lines []evaluate.SheetLine
	for _, g := range sheet.Spec.Groups {
		if g.Role != evaluate.PointsGroup && g.Role != "" {
			continue
		}
		for l := range g.AllLines() {
			lines = append(lines, *l)
		}
	}
	lo, hi := r.band(q)
	points := lo*100 + (hi-lo)*int64(d.between(30, 80)) // in hundredths
	for i, n := range share(d, lines, int(points*10/sheet.Spec.Max.Floor())) {
		r.quarters(lines[i].Fact, n)
	}
}

// band is the range of points of the grade that the quality expects.
func (r row) band(q quality) (lo, hi int64) {
	hi = 100
	for _, rung := range r.rules.Spec.Ladder {
		rank, ok := r.rules.Spec.Scale.Rank(rung.Rung)
		if !ok || string(r.rules.Spec.Scale.Rung(rank).Statutory) != q.grade() || rung.Band == nil {
			continue
		}
		if rung.Band.From != nil {
			lo = rung.Band.From.Floor()
		}
		if rung.Band.To != nil {
			hi = rung.Band.To.Floor()
		}
	}
	return lo, hi
}
