package excel

import (
	"slices"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

// votedOn are the subjects of one kind that a level voted on.
type votedOn struct {
	kind evaluate.Kind
	box  evaluate.BallotBox
	rows []int
}

// writeVotes draws the result of every vote whose figures were reported: what was
// counted, what was needed of whose number, and what the ballots carry. The
// campaign's workbook lists only what they do not carry or do not tell, because
// each base organization's has the rest.
func (b *book) writeVotes(r *result) {
	n := 0
	for _, v := range r.votes() {
		n++
		b.voteSheet(r, v, numbered(sheetVotes, n))
	}
}

// votes lists the votes with somebody to show.
func (r *result) votes() []votedOn {
	var out []votedOn
	for _, k := range r.kinds {
		pop, results := r.report.Of(k)
		for _, box := range pop.Frame.Schema.Ballots() {
			v := votedOn{kind: k, box: box}
			figures := box.Facts()
			for _, row := range r.rows[k] {
				counted := slices.ContainsFunc(figures, func(i int) bool { return !pop.Frame.Known(row, i).IsBlank() })
				found := foundIn(&results[row], pop.Frame.Schema.Facts[box.Proposal].ID)
				lacks := found != nil && (found.Verdict == evaluate.Fails || found.Verdict == evaluate.Unknown)
				if lacks || counted && r.spec.Orgs != nil {
					v.rows = append(v.rows, row)
				}
			}
			if len(v.rows) > 0 {
				out = append(out, v)
			}
		}
	}
	return out
}

// foundIn is what the ballots behind a proposal came to, nil where no vote was
// held against the grade.
func foundIn(res *evaluate.Result, proposal evaluate.FactID) *evaluate.VoteFinding {
	for i := range res.Votes {
		if res.Votes[i].Vote.Of == proposal {
			return &res.Votes[i]
		}
	}
	return nil
}

func (b *book) voteSheet(r *result, v votedOn, name string) {
	first := r.subject(v.kind, v.rows[0])
	schema := first.frame.Schema
	figures := slices.DeleteFunc(v.box.Facts(), func(i int) bool {
		return !slices.ContainsFunc(v.rows, func(row int) bool { return !first.frame.Known(row, i).IsBlank() })
	})
	cols := voteColumns(schema, v.box.Proposal, figures)
	head := r.head(labelVotesTitle)
	head.title += ": " + strings.ToUpper(schema.Facts[v.box.Proposal].Heading)
	p := b.plainTable(name, head, cols, joinSentences(r.voteRule(v), r.votesNote(), r.shortNames()))
	plain := make([]int, len(cols))
	for i, c := range cols {
		plain[i] = p.style(c.look.padded())
	}
	for n, row := range v.rows {
		s := r.subject(v.kind, row)
		values := []any{n + 1, s.named(), text(s.org), text(s.frame.Show(v.box.Proposal, s.frame.Known(row, v.box.Proposal)))}
		for _, i := range figures {
			values = append(values, factCell(s.frame, row, i))
		}
		values = append(values, voteResult(s.res, foundIn(s.res, schema.Facts[v.box.Proposal].ID))...)
		cells := make([]any, len(cols))
		for i := range cells {
			cells[i] = styled(values[i], plain[i])
		}
		p.fit(cells)
	}
	p.end()
}

func voteColumns(schema *evaluate.Schema, proposal int, figures []int) []column {
	centred := look{frame: boxed, wrap: true, top: true, align: "center"}
	left := look{frame: boxed, wrap: true, top: true}
	out := []column{{heading: labelNumber, width: 5, look: centred}, {heading: labelName, width: 24, look: left},
		{heading: labelBranch, width: 20, look: left}, {heading: schema.Facts[proposal].Heading, width: 14, look: centred}}
	for _, i := range figures {
		out = append(out, column{heading: schema.Facts[i].Heading, width: 9, look: centred})
	}
	return append(out, column{heading: labelVotedRung, width: 10, look: centred}, column{heading: labelVotesHad, width: 9, look: centred},
		column{heading: labelVotesNeeded, width: 9, look: centred}, column{heading: labelVotesCame, width: 22, look: left},
		column{heading: labelVotesCarried, width: 10, look: centred})
}

// voteResult is what a vote came to: the grade held against it, votes had and
// needed, the words for it and the grade that is carried where that one is not.
func voteResult(res *evaluate.Result, f *evaluate.VoteFinding) []any {
	if f == nil && waits(res) {
		return []any{nil, nil, nil, text(labelVotesLater), nil}
	}
	if f == nil || f.Verdict == evaluate.NotApplicable && !f.BaseKnown {
		return []any{nil, nil, nil, text(labelVotesUnasked), nil}
	}
	var had, needed, carried any
	if f.Low.Cmp(f.High) == 0 {
		had = f.Low.Float()
	}
	if f.BaseKnown {
		needed = f.Needed.Float()
	}
	if f.Carried != evaluate.NoRank {
		carried = text(short(res.Rules, f.Carried))
	}
	return []any{text(short(res.Rules, f.Rank)), had, needed, text(votesCame(f)), carried}
}

// voteRule is the rule of the vote with its article and how much it is to be
// trusted, "" where no set in force has one.
func (r *result) voteRule(v votedOn) string {
	s := r.subject(v.kind, v.rows[0])
	for i := range s.res.Rules.Spec.Votes {
		spec := &s.res.Rules.Spec.Votes[i]
		if spec.Of != s.frame.Schema.Facts[v.box.Proposal].ID {
			continue
		}
		basis := spec.Cite.String()
		if spec.Standing != evaluate.Quoted {
			basis += "; " + evaluate.PhraseStanding(spec.Standing)
		}
		return strings.TrimRight(spec.Text, ". ") + " (" + basis + ")."
	}
	return ""
}

func (r *result) votesNote() string {
	if r.spec.Orgs == nil {
		return labelVotesShort
	}
	return ""
}

// numbered is the name of the n-th sheet of a sort in a workbook.
func numbered(name string, n int) string {
	if n > 1 {
		return name + " " + itoa(n)
	}
	return name
}
