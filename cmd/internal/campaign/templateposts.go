package campaign

import (
	"slices"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// addPosts adds the leaders or officials whom the named workbooks know with their
// posts, then whom the template written last named. Whoever is known already gets what
// was still open of him, and what they say differently is told. Organizations that have
// reported themselves know better.
func (m *templateMaker) addPosts(p *posts, from []*kept) error {
	reported := map[int]bool{}
	for _, k := range m.books {
		if k.table(p.kind) != nil && k.Receipt.Kind != excel.ResultBook {
			reported[m.orgOf(k.Receipt.Org)] = true
		}
	}
	j := &joinedPosts{by: map[*binding]*kept{}, apart: newSourcesApart(p.schema)}
	for _, books := range [][]*kept{from, m.earlierTemplates(p.kind)} {
		if err := m.addPostsOf(p, j, books, reported); err != nil {
			return err
		}
	}
	m.warnings = append(m.warnings, j.apart.problems()...)
	m.warnings = append(m.warnings, j.twoHeads(p)...)
	return nil
}

// joinedPosts are the workbooks whose posts are joined.
type joinedPosts struct {
	by    map[*binding]*kept
	apart *sourcesApart
}

// twoHeads tells of units that two sources give different heads; several by one source
// may have followed each other.
func (j *joinedPosts) twoHeads(p *posts) []evaluate.Problem {
	var told cellPairs[[2]string]
	first := map[string]*postEntry{}
	for _, e := range p.entries {
		if !e.earlier || e.post.unit.codes == "" || e.in.table.find(factLeadershipPost).code(e.row) != codeHead {
			continue
		}
		before := first[e.post.unit.codes]
		if before == nil {
			first[e.post.unit.codes] = e
		} else if here, there := before.at(p.ids), e.at(p.ids); j.by[before.in] != j.by[e.in] && like(before.person, e.person) != certain {
			told.add([2]string{here.File, there.File}, here, there)
		}
	}
	return told.tell(func(_ [2]string, here, there []evaluate.Origin) evaluate.Problem {
		q := question("E319", here[0], "người đứng đầu đơn vị theo tệp này khác tệp nêu sau hoặc mẫu lần trước; mẫu ghi cả hai dòng",
			"người đã thôi giữ chức vụ thì sửa chức vụ ở tệp cũ rồi xuất mẫu lần nữa, hoặc ghi rõ ở cột Ghi chú trong mẫu; nêu nhầm tệp thì rút bằng --not-from",
			secondsBySheet(there, "người khác đứng đầu ở đây", "")...)
		q.Cells = cellsOnSheet(q.At, here)
		return q
	})
}

func (m *templateMaker) addPostsOf(p *posts, j *joinedPosts, books []*kept, reported map[int]bool) error {
	shown := map[string]*postEntry{} // by the ids of result workbooks, as members are
	for _, k := range books {
		if k.table(p.kind) == nil {
			continue
		}
		k = p.brought(k)
		tied, lost := bind(k.table(p.kind), p.schema)
		if tied == nil {
			return refuse([]evaluate.Problem{problemStale(k.Receipt.Path, lost)})
		}
		b := bound{tied, k}
		p.tables, p.earlier[k], j.by[tied] = append(p.tables, b), true, k
		var nowhere, stale unknownPlaces // by what their rows name
		for row, r := range p.rowsOf(b) {
			e, id := p.sureHolder(r), b.table.subject(row)
			if e == nil && id != "" {
				e = shown[id]
			}
			switch {
			case r.org < 0 || p.namesStrangers(b, row):
				nowhere.add(strings.Join(p.bodiesNamed(b, row), "\x1f"), r.who)
			case reported[r.org]:
			case e != nil:
				e.others = append(e.others, placeRow{b, row})
				if first := j.by[e.in]; first != nil && first != k {
					j.apart.compare(first, e.person, r.who)
				}
			default:
				e = p.enter(r.who, r.org, r.post)
				e.earlier, shown[id] = true, e
				for _, code := range p.strangersNamed(b, row) {
					stale.add(code, r.who)
				}
			}
		}
		for _, named := range nowhere.places {
			m.lose(nowhere.who[named])
			m.warnings = append(m.warnings, problemNoSuchPost(nowhere.cellsOf(named, p.ids)))
		}
		for _, code := range stale.places {
			m.warnings = append(m.warnings, problemStaleBody(stale.cellsOf(code, p.ids), code))
		}
	}
	return nil
}

// brought is an earlier workbook with its posts brought to the present list: where
// it names an organization, a unit or a collective that is no more, the only one
// that was merged or renamed from it stands. What was divided, or nobody knows,
// stays as it is written.
func (p *posts) brought(k *kept) *kept {
	out := *k
	out.Receipt.Org = p.branchNow(k.Receipt.Org)
	out.Tables = slices.Clone(k.Tables)
	for i := range out.Tables {
		t := &out.Tables[i]
		if t.Kind != p.kind {
			continue
		}
		t.columns = slices.Clone(t.columns)
		for c := range t.columns {
			p.bring(&t.columns[c])
		}
	}
	return &out
}

// bring rewrites a column that names places.
func (p *posts) bring(c *column) {
	fact, known := p.schema.Index(c.Fact)
	if !known || c.Type != evaluate.TextFact {
		return
	}
	var present func(string) string
	if register := p.registers[p.schema.Facts[fact].LeadsTo]; register.at != nil {
		present = register.present
	} else if p.schema.Facts[fact].Role == evaluate.RoleBranchCode {
		present = func(given string) string { return p.branchNow(p.branchOf(given)) }
	} else {
		return
	}
	if c.cells == nil {
		return
	}
	texts := make([]string, len(c.texts))
	for i, given := range c.texts {
		texts[i] = present(given)
	}
	c.cells = &cells{by: c.by, texts: texts}
}

// present is a cell that names places with the code of what followed each that is
// no more, said once; a cell that names none such stays as it is written.
func (r register) present(cell string) string {
	var codes []string
	moved := false
	for _, given := range codesIn(cell) {
		if _, stands := r.find(given); !stands {
			if i, ok := r.now(given); ok {
				given, moved = r.codes[i], true
			}
		}
		if !slices.Contains(codes, given) {
			codes = append(codes, given)
		}
	}
	if !moved {
		return cell
	}
	return strings.Join(codes, "; ")
}

// sureHolder is the subject who certainly is the person of a row in its post.
func (p *posts) sureHolder(r postRow) *postEntry {
	d := p.directoryOf(r.post)
	if m := d.find(r.who); m.sure >= 0 {
		return p.entries[d.entries[m.sure]]
	}
	return nil
}

// namesStrangers tells whether a row names collectives or units and none of them
// is on the list.
func (p *posts) namesStrangers(b bound, row int) bool {
	given := p.bodiesNamed(b, row)
	return len(given) > 0 && len(p.strangersNamed(b, row)) == len(given)
}

// bodiesNamed are the collectives and units that a row names as its own.
func (p *posts) bodiesNamed(b bound, row int) (given []string) {
	for _, rel := range []evaluate.Relation{evaluate.OwnCollective, evaluate.OwnUnit} {
		given = append(given, codesIn(b.table.find(p.leads[rel]).text(row))...)
	}
	return given
}

// strangersNamed are those of them that are not on the list.
func (p *posts) strangersNamed(b bound, row int) (strangers []string) {
	for _, rel := range []evaluate.Relation{evaluate.OwnCollective, evaluate.OwnUnit} {
		for _, code := range codesIn(b.table.find(p.leads[rel]).text(row)) {
			if _, ok := p.registers[rel].find(code); !ok {
				strangers = append(strangers, code)
			}
		}
	}
	return strangers
}
