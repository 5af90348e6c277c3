package campaign

import (
	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// addPosts adds the leaders or officials whom the named workbooks know with their
// posts, then, of organizations of which those say nothing, whom the template
// written last named. Whoever is known already gets what was still open of him.
// Organizations that have reported themselves know better.
func (m *templateMaker) addPosts(p *posts, from []*kept) error {
	reported := map[int]bool{}
	for _, k := range m.books {
		if k.table(p.kind) != nil && k.Receipt.Kind != excel.ResultBook {
			reported[m.orgOf(k.Receipt.Org)] = true
		}
	}
	if err := m.addPostsOf(p, from, reported); err != nil {
		return err
	}
	for _, e := range p.entries {
		reported[e.org] = true
	}
	return m.addPostsOf(p, m.earlierTemplates(p.kind), reported)
}

func (m *templateMaker) addPostsOf(p *posts, books []*kept, reported map[int]bool) error {
	for _, k := range books {
		t := k.table(p.kind)
		if t == nil {
			continue
		}
		tied, lost := bind(t, p.schema)
		if tied == nil {
			return refuse([]evaluate.Problem{problemStale(k.Receipt.Path, lost)})
		}
		b := bound{tied, k}
		p.tables, p.earlier[k] = append(p.tables, b), true
		strangers := map[string][]evaluate.Origin{} // by what their rows name
		var named []string
		for row, r := range p.rowsOf(b) {
			switch e := p.sureHolder(r); {
			case r.org < 0 || p.namesStrangers(b, row):
				at := p.bodiesNamed(b, row)
				if strangers[at] == nil {
					named = append(named, at)
				}
				strangers[at] = append(strangers[at], r.who.at(p.ids))
			case reported[r.org]:
			case e != nil:
				e.others = append(e.others, placeRow{b, row})
			default:
				p.enter(r.who, r.org, r.post).earlier = true
			}
		}
		for _, at := range named {
			m.warnings = append(m.warnings, problemNoSuchPost(strangers[at]))
		}
	}
	return nil
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
	given, found := 0, 0
	for _, rel := range []evaluate.Relation{evaluate.OwnCollective, evaluate.OwnUnit} {
		for _, code := range codesIn(b.table.find(p.leads[rel]).text(row)) {
			given++
			if _, ok := p.registers[rel].find(code); ok {
				found++
			}
		}
	}
	return given > 0 && found == 0
}

// bodiesNamed is what a row names, so that it is told once.
func (p *posts) bodiesNamed(b bound, row int) string {
	return b.table.find(p.leads[evaluate.OwnCollective]).text(row) + "\x1f" + b.table.find(p.leads[evaluate.OwnUnit]).text(row)
}
