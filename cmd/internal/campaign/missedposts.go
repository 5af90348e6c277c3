package campaign

import "github.com/xeploai/xeploai/evaluate"

// postRow is a row about a post, as a template or a report has it.
type postRow struct {
	who  person
	post post
	org  int
	used bool // of a report: a row of the template is about it
}

// rowsOf lists the rows of a workbook about posts.
func (p *posts) rowsOf(b bound) []postRow {
	out := make([]postRow, b.table.len())
	for row := range out {
		out[row] = postRow{who: p.whoAt(b, row), post: p.postOf(b, row), org: p.orgOfPost(b, row)}
	}
	return out
}

// missPrefilled looks for posts whose rows a template named and the report of
// the same organization lacks. Whom nobody reports joins the others, held; where
// another report speaks of the post, or the row was most likely corrected, that is
// told and holds nobody.
func (p *posts) missPrefilled() {
	for _, k := range p.prefilled {
		t, report := k.table(p.kind), p.reportOf(k.Receipt.key())
		if t == nil || report == nil {
			continue
		}
		tied, _ := bind(t, p.schema)
		if tied == nil {
			continue // a vocabulary that outgrew it made new templates
		}
		b := bound{tied, k}
		var now []postRow
		for _, r := range p.tables {
			if r.book == report {
				now = p.rowsOf(r)
			}
		}
		if p.missOf(p.rowsOf(b), now, report.sheet(p.kind)) {
			p.tables = append(p.tables, b)
		}
	}
}

// missOf compares what a template named with the report; any tells whether
// somebody joined the others. report is the sheet they are missing from.
func (p *posts) missOf(named, now []postRow, report evaluate.Origin) (any bool) {
	var fresh []person
	gone := unclaimed(named, now)
	for i := range now {
		if !now[i].used {
			fresh = append(fresh, now[i].who)
		}
	}
	near := newLookout(fresh)
	for _, g := range gone {
		if p.left.forGood(g.who) != nil {
			continue // his branch says why
		}
		problem := problemPrefilledPost(g.who.at(p.ids))
		if e := p.holder(g); e != nil {
			e.notes = append(e.notes, problemPrefilledElsewhere(g.who.at(p.ids), e.at(p.ids)))
		} else if like := near.nearest(g.who); like != nil {
			for _, e := range p.entries {
				if e.person == *like {
					e.notes = append(e.notes, offer(problem, like, p.ids))
				}
			}
		} else {
			p.enter(g.who, g.org, g.post).hold(lackedBy(problem, report))
			any = true
		}
	}
	return any
}

// holder is the subject whom some report has in the post of a row, nil for none.
func (p *posts) holder(g postRow) *postEntry {
	d := p.directoryOf(g.post)
	m := d.find(g.who)
	switch {
	case m.sure >= 0:
		return p.entries[d.entries[m.sure]]
	case len(m.maybe) > 0:
		return p.entries[d.entries[m.maybe[0]]]
	}
	return nil
}

// unclaimed are the rows of a template that no row of the report is about: first
// rows about the same post claim theirs, then those of a person whose post was
// corrected. Report rows get marked.
func unclaimed(named, now []postRow) []postRow {
	claim := func(rows []postRow, same func(a, b postRow) bool) (left []postRow) {
		d, at := newDirectory(nil), []int{}
		for i := range now {
			if !now[i].used {
				d.add(now[i].who)
				at = append(at, i)
			}
		}
		for _, r := range rows {
			found := false
			m := d.find(r.who)
			for _, i := range append(m.maybe, m.sure) {
				if !found && i >= 0 && !now[at[i]].used && same(r, now[at[i]]) {
					now[at[i]].used, found = true, true
				}
			}
			if !found {
				left = append(left, r)
			}
		}
		return left
	}
	left := claim(named, func(a, b postRow) bool { return a.post.key() == b.post.key() })
	return claim(left, func(a, b postRow) bool { return true })
}

// missedPlace is a row about a place that a template had and the report lacks.
type missedPlace struct {
	problem evaluate.Problem
	own     bool // the report is the one that speaks for the place
}

// missPlaces looks for rows about places that a template named and the report of
// the same organization lacks, by place.
func (a *assembly) missPlaces(k evaluate.Kind, schema *evaluate.Schema, places []place, rows map[int][]placeRow) map[int][]missedPlace {
	ids, known := identityOf(schema), a.registerOf(k)
	out := map[int][]missedPlace{}
	for _, e := range a.prefilled {
		t, report := e.table(k), a.reportOf(e.Receipt.key())
		if t == nil || report == nil {
			continue
		}
		tied, _ := bind(t, schema)
		if tied == nil {
			continue
		}
		for row := range t.len() {
			code := t.find(ids.branch).text(row)
			i, listed := known.find(code)
			if !listed || spokenBy(report, rows[i]) || known.isFormer(code) && a.orgOf(e.Receipt.Org) < 0 {
				continue // a report under an old code is asked about as a whole
			}
			own := a.owns(placeRow{bound{tied, e}, row}, places[i], k)
			out[i] = append(out[i], missedPlace{lackedBy(problemPrefilledPlace(t.origin(row, ids.name), own), report.sheet(k)), own})
		}
	}
	return out
}

func spokenBy(report *kept, rows []placeRow) bool {
	for _, r := range rows {
		if r.book == report {
			return true
		}
	}
	return false
}

// missed holds a place whose own report lacks its row, and tells of others.
func (a *assembly) missed(s *evaluate.Subject, gone []missedPlace) {
	for _, g := range gone {
		if g.own {
			a.hold(s, g.problem)
			continue
		}
		g.problem.Subject = s.ID
		a.problems = append(a.problems, g.problem)
	}
}
