package campaign

import (
	"slices"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// Whether a post is that of the head stands in one cell of a leader's row, and in
// others too: the title says it, and so does the Party post of a row about a committee.
// Where they say different things the bounds of heads hang on a slip of the pen. It is
// asked (E326), and whoever's grade hangs on it waits between the two.

// doubtHeads finds the rows of leaders whose cells contradict each other about that.
func (a *assembly) doubtHeads(pops map[evaluate.Kind]*evaluate.Population) {
	pop := pops[evaluate.Leader]
	if pop == nil {
		return
	}
	lead, known := pop.Frame.Schema.Index(factLeadershipPost)
	if !known {
		return
	}
	branches := a.branchesOf(pops[evaluate.Member])
	for row := range pop.Subjects {
		p := a.headedPost(pop, row, branches)
		if p.lead == "" {
			continue
		}
		against := a.saidOfHead(pops, row, p)
		if len(against) == 0 {
			continue
		}
		s := &pop.Subjects[row]
		q := problemHeadDenied(pop.Frame, row, lead, against)
		q.Subject = s.ID
		a.tell(q)
		s.Doubts = append(s.Doubts, evaluate.Doubt{Fact: factLeadershipPost, Given: p.lead, Other: against[0].code, Links: a.headsBranch(pops, row, p, against), Problem: q})
	}
}

// headsBranch is whom a post heads if its title is right that it is that of the secretary
// of the branch whose committee the row names, whatever the branch says of his post there.
func (a *assembly) headsBranch(pops map[evaluate.Kind]*evaluate.Population, row int, p headedPost, against []toldPost) []evaluate.Link {
	committee, _ := a.rowIsAbout(pops[evaluate.Collective], p)
	if against[0].code != codeHead || !committee || !a.ofBranch(p) {
		return nil
	}
	f := pops[evaluate.Leader].Frame
	at := f.Origin(row, leadsTo(f.Schema, evaluate.OwnCollective))
	var orgs []int
	for _, c := range p.collectives {
		orgs = append(orgs, a.tree.Collectives.Org(c))
	}
	return []evaluate.Link{{Relation: evaluate.HeadedBody, Rows: p.collectives, At: at}, {Relation: evaluate.HeadedOrg, Rows: orgs, At: at}}
}

// saidOfHead are the cells of a row that contradict what its own cell says of the post;
// a list before a text, whose words may be another post's.
func (a *assembly) saidOfHead(pops map[evaluate.Kind]*evaluate.Population, row int, p headedPost) (out []toldPost) {
	f := pops[evaluate.Leader].Frame
	if i, known := f.Schema.Index(factPartyPost); known && p.lead != codeHead && a.leadsCommittee(pops[evaluate.Collective], p) {
		out = append(out, toldPost{code: codeHead, fact: i, words: f.Show(i, f.Value(row, i)), at: f.Origin(row, i)})
	} else if known && p.lead != codeHead && a.leadsOwnBranch(pops[evaluate.Collective], p) {
		k, _ := f.Schema.Facts[i].CodeIndex(codeSecretary)
		out = append(out, toldPost{code: codeHead, fact: i, words: f.Schema.Facts[i].Choices[k].Label, at: p.branchCell})
	}
	for i := range f.Schema.Facts {
		t := f.Schema.Facts[i].Tells
		if t == nil || t.Fact != factLeadershipPost || f.Text(row, i) == "" {
			continue
		}
		committee, agency := a.rowIsAbout(pops[evaluate.Collective], p)
		if unsure(t, f.Text(row, i), committee && a.ofBranch(p)) {
			continue
		}
		if code, words := toldBy(t, f.Text(row, i), committee, agency, p.lead); code != "" && (len(out) == 0 || out[0].code == code) {
			out = append(out, toldPost{code: code, fact: i, words: words + " …", at: f.Origin(row, i)})
		}
	}
	return out
}

// toldPost is what a cell says of a post: a code of the cell's about it, and the words
// that say so.
type toldPost struct {
	code  string
	fact  int
	words string
	at    evaluate.Origin
}

// leadsCommittee tells whether the Party post can mean nothing but that the row's post
// leads the one committee it names: that of the own branch, or one above while the
// branch says he is not its secretary.
func (a *assembly) leadsCommittee(pop *evaluate.Population, p headedPost) bool {
	if p.party != codeSecretary || len(p.units) > 0 || len(p.collectives) != 1 || typeOf(pop, p.collectives[0]) != collectiveOfParty {
		return false
	}
	own := p.home >= 0 && a.tree.Collectives.Org(p.collectives[0]) == p.home
	return own || p.branchPost != "" && p.branchPost != codeSecretary
}

// leadsOwnBranch tells whether the branch calls somebody its secretary whose row is about
// its one committee: whoever heads a branch heads that.
func (a *assembly) leadsOwnBranch(pop *evaluate.Population, p headedPost) bool {
	return p.branchPost == codeSecretary && p.home >= 0 && len(p.units) == 0 && len(p.collectives) == 1 && a.tree.Collectives.Org(p.collectives[0]) == p.home &&
		typeOf(pop, p.collectives[0]) == collectiveOfParty
}

// rowIsAbout tells whether a row may be about a post in a committee, and in an agency:
// where it names neither its title alone says which post it is.
func (a *assembly) rowIsAbout(pop *evaluate.Population, p headedPost) (committee, agency bool) {
	if len(p.collectives)+len(p.units) == 0 {
		return true, true
	}
	agency = len(p.units) > 0
	for _, c := range p.collectives {
		kind := typeOf(pop, c)
		committee, agency = committee || kind == collectiveOfParty, agency || kind == collectiveOfAgency
	}
	return committee, agency
}

// toldBy is what a text says against a code of the choice it tells of, "" for nothing:
// every part of it that says something must say the same. Who acts as the head whose
// deputy he is leads the body, as who acts as its head alone does.
func toldBy(t *evaluate.Tells, text string, committee, agency bool, given string) (code, words string) {
	told, denies := titlesTold(t, text, committee, agency), false
	for _, x := range told {
		switch {
		case slices.ContainsFunc(told, x.standsInFor):
		case code != "" && code != x.says.Means:
			return "", ""
		default:
			code, words, denies = x.says.Means, x.begins(), slices.Contains(x.says.Denies, given)
		}
	}
	if !denies {
		return "", ""
	}
	return code, words
}

// ofBranch tells whether all collectives that a row names are those of branches.
func (a *assembly) ofBranch(p headedPost) bool {
	return len(p.collectives) > 0 && !slices.ContainsFunc(p.collectives, func(c int) bool {
		org := a.tree.Collectives.Org(c)
		return org < 0 || !a.tree.Orgs[org].Level.HasMembers()
	})
}

// unsure tells whether a text has words that leave open what it says; a post in a branch
// is another than the row's, but of a row about the committee of a branch.
func unsure(t *evaluate.Tells, text string, ofBranch bool) bool {
	words := t.Unsure
	if !ofBranch {
		words = slices.Concat(t.Unsure, t.Branch)
	}
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(" "+excel.Words(text)+" ", " "+excel.Words(w)+" ") })
}

// toldTitle is one title of a text whose words say something of a post.
type toldTitle struct {
	says   *evaluate.TellingWords
	title  string // its words, but for that of acting
	begin  string // those that say it
	acting string // the word before it, "" for none
}

func (x toldTitle) begins() string { return strings.TrimSpace(x.acting + " " + x.begin) }

// standsInFor tells whether another title is the acting one of the head whose deputy this
// title names: "Phó trưởng phòng" beside "quyền Trưởng phòng", not "quyền Trưởng ban".
func (x toldTitle) standsInFor(head toldTitle) bool {
	before, after, within := strings.Cut(" "+x.title+" ", " "+head.begin+" ")
	if head.acting == "" || x.acting != "" || head.says.Means != codeHead || !within || before == "" {
		return false
	}
	mine, its := strings.Fields(after), strings.Fields(strings.TrimPrefix(head.title, head.begin))
	return len(mine) == 0 || len(its) == 0 || mine[0] == its[0]
}

// titlesTold are the titles in a text that say something of a post; in one cell an acting
// one often follows with nothing between.
func titlesTold(t *evaluate.Tells, text string, committee, agency bool) (out []toldTitle) {
	for _, part := range titlesIn(text) {
		part = excel.Words(part)
		for _, w := range t.Acting {
			part = strings.ReplaceAll(part, " "+excel.Words(w)+" ", ","+excel.Words(w)+" ")
		}
		for _, title := range strings.Split(part, ",") {
			if x := toldByTitle(t, title); x.says != nil && (x.says.Committee && committee || !x.says.Committee && agency) {
				out = append(out, x)
			}
		}
	}
	return out
}

// toldByTitle finds the words a title begins with, the longest of them.
func toldByTitle(t *evaluate.Tells, title string) toldTitle {
	out := toldTitle{title: title}
	for _, w := range t.Acting {
		if rest, acting := strings.CutPrefix(title, excel.Words(w)+" "); acting {
			out.title, out.acting = rest, excel.Words(w)
			break
		}
	}
	for i := range t.Words {
		for _, b := range t.Words[i].Begins {
			if w := excel.Words(b); len(w) > len(out.begin) && strings.HasPrefix(out.title+" ", w+" ") {
				out.says, out.begin = &t.Words[i], w
			}
		}
	}
	return out
}
