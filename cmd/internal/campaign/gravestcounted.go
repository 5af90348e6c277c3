package campaign

import (
	"slices"

	"github.com/xeploai/xeploai/evaluate"
)

// A record that says less than rows do leaves open everybody who counts these people.

// tooLight lets a subject wait whose record says less than rows do, between what these
// and what the record leads to, and with it everybody else who counts these people. The
// people themselves are graded by their rows, for the record names nobody.
func (w *recordWalk) tooLight(of formRow, d evaluate.Doubt, worst string, worse []recordRow) {
	counted, matters := w.counted(d.Given, worse)
	s := &w.pops[of.kind].Subjects[of.row]
	const record, rows = "record", "rows"
	d.Matter = matterOf(of, d.Fact)
	if matters[of] {
		d.Here, d.Answer, d.Fellows = rows, record, counted[of]
	} else {
		d.Here, d.Answer, d.Other = record, rows, worst // it goes by its record alone
	}
	own := matters[of] || w.sets[of.kind].Distinguishes(d.Fact, d.Given, worst)
	d.Problem.Subject = s.ID
	others := false
	for b := range counted { // each has doubts of its own, so that no order shows
		if b != of && matters[b] {
			others = true
			t := &w.pops[b.kind].Subjects[b.row]
			t.Doubts = append(t.Doubts, evaluate.Doubt{Matter: d.Matter, Here: rows, Answer: record, Fellows: counted[b], Problem: d.Problem})
		}
	}
	w.doubt(s, d, own || others)
}

// counted are the rows about those people that collectives and organizations count, as
// they would be if the record were right; and which of these may come out otherwise.
func (w *recordWalk) counted(given string, worse []recordRow) (map[formRow][]evaluate.Supposed, map[formRow]bool) {
	out, matters := map[formRow][]evaluate.Supposed{}, map[formRow]bool{}
	note := func(k evaluate.Kind, row int, rel evaluate.Relation, r recordRow, seat int) {
		pop := w.pops[r.kind]
		is, code := codeOf(pop.Frame, r.row, r.of.Fact), w.instead(given, r)
		b, s := formRow{k, row}, evaluate.Supposed{Of: rel, Row: r.row, Fact: r.of.Fact, Code: code}
		if seat >= 0 { // counted among the leaders by his row as a member
			s.Row, s.Seated, pop = seat, true, w.assembly.seated
		}
		if is == "" || slices.Contains(out[b], s) {
			return
		}
		out[b] = append(out[b], s)
		matters[b] = matters[b] || w.sets[k] != nil && w.sets[k].CountsApart(pop.Frame.Schema, r.of.Fact, is, code)
	}
	for _, r := range worse {
		for _, same := range w.rolesOf(r) {
			s := &w.pops[same.kind].Subjects[same.row]
			if same.kind == evaluate.Member {
				if row := w.orgRow(s.Org); row >= 0 {
					note(evaluate.Organization, row, evaluate.Members, same, -1)
				}
				seat, bodies := w.seatOf(s.ID)
				for _, body := range bodies {
					note(evaluate.Collective, body, evaluate.Fellows, same, seat)
				}
				continue
			}
			for _, body := range collectivesOf(s) {
				note(evaluate.Collective, body, evaluate.Fellows, same, -1)
			}
			for _, row := range w.seats[same.row] {
				note(evaluate.Organization, row, evaluate.Committee, same, -1)
			}
		}
	}
	return out, matters
}

// instead is what a row would say if the record were right.
func (w *recordWalk) instead(given string, r recordRow) string {
	schema := w.pops[r.kind].Frame.Schema
	i, _ := schema.Index(r.of.Fact)
	def := &schema.Facts[i]
	if _, same := def.CodeIndex(given); same {
		return given
	}
	return def.Blank
}

// rolesOf are the rows about the person of a row, itself among them: what is true of him
// is said in all of them.
func (w *recordWalk) rolesOf(r recordRow) (out []recordRow) {
	who := w.pops[r.kind].Subjects[r.row].Person
	if who == "" {
		return []recordRow{r}
	}
	if w.persons == nil {
		w.persons = w.rowsByPerson()
	}
	for _, role := range w.persons[who] {
		same := r
		same.formRow = role
		out = append(out, same)
	}
	return out
}

// rowsByPerson are the rows about each person, made once somebody is asked for.
func (w *recordWalk) rowsByPerson() map[string][]formRow {
	out := map[string][]formRow{}
	for _, k := range []evaluate.Kind{evaluate.Member, evaluate.Leader} {
		for row := 0; w.pops[k] != nil && row < len(w.pops[k].Subjects); row++ {
			if who := w.pops[k].Subjects[row].Person; who != "" {
				out[who] = append(out[who], formRow{k, row})
			}
		}
	}
	return out
}
