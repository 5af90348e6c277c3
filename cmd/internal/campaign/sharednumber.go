package campaign

import (
	"slices"

	"github.com/xeploai/xeploai/evaluate"
)

// One number in the reports of two people is a slip in one of the rows. It joins nobody:
// taken for one person reported twice, one of them would be told to be struck out.

// otherPeople tells whether rows that share a number are two people's all the same.
func otherPeople(p, q person) bool {
	return strangers(p, q) || bornApart(p, q) && p.card != "" && q.card != "" && p.card != q.card
}

// askShared asks about numbers of two people: whose row is misnamed waits for that, and is
// told where the other stands; where no list says whose the number is both wait. From then on it
// is no number of a row that waits for it, so that nothing said of its owner is laid on
// the other.
func (r *roll) askShared() {
	d := newDirectory(r.people())
	contested := map[*entry][]person{}
	for _, e := range r.entries {
		others := r.sharers(d, e)
		if !e.misnamed {
			others = slices.DeleteFunc(others, func(o *entry) bool { return o.misnamed })
		}
		if len(others) == 0 {
			continue
		}
		var at []evaluate.Origin
		for _, o := range others {
			at, contested[e] = append(at, o.at(r.ids)), append(contested[e], o.person)
		}
		if i := slices.IndexFunc(e.holds, func(p evaluate.Problem) bool { return p.Code == codeMisnamed }); e.misnamed && i >= 0 {
			e.holds[i].Related = slices.Concat(e.holds[i].Related, seconds(at, "số ấy được báo cáo ở đây nữa"))
		} else {
			e.hold(problemShared(e.at(r.ids), at))
		}
	}
	for e, others := range contested {
		for _, o := range others {
			if e.identity == o.identity {
				e.identity = ""
			}
			if e.card == o.card {
				e.card = ""
			}
		}
	}
}

// sharers are the rows of other people under a number of a row.
func (r *roll) sharers(d *directory, e *entry) (out []*entry) {
	if e.drop {
		return nil
	}
	for _, i := range slices.Concat(d.byIdentity.of(e.identity), d.byCard.of(e.card)) {
		if o := r.entries[i]; !o.drop && otherPeople(e.person, o.person) && !slices.Contains(e.twins, o) && !slices.Contains(out, o) {
			out = append(out, o)
		}
	}
	return out
}
