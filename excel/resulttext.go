package excel

import (
	"slices"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

// short is a grade as written in narrow columns.
func short(rs *evaluate.RuleSet, r evaluate.Rank) string {
	rung := rs.Scale().Rung(r)
	if rung.Short != "" {
		return rung.Short
	}
	return rung.Label
}

// shorts joins the grades of a set, best first.
func shorts(rs *evaluate.RuleSet, set evaluate.RankSet, none bool) string {
	var out []string
	for _, r := range set.Ranks() {
		out = append(out, short(rs, r))
	}
	if none {
		out = append(out, labelNotRated)
	}
	return strings.Join(out, " / ")
}

// computedText is what the rules alone gave.
func computedText(s *subject) string {
	rs, w := s.res.Rules, &s.res.Walk
	switch w.Outcome {
	case evaluate.Graded:
		return short(rs, w.Rank)
	case evaluate.NotRated:
		return labelNotRated
	case evaluate.Review:
		if w.Suggested != evaluate.NoRank {
			return labelSuggested + short(rs, w.Suggested)
		}
		return labelReviewShort
	}
	return shorts(rs, w.Possible, w.MayBeNone)
}

// effectiveText is what stands now: the decision, else the lower of computed
// and proposed, else what it waits for.
func effectiveText(s *subject) string {
	switch s.res.Outcome {
	case evaluate.Graded:
		return short(s.res.Rules, s.res.Rank)
	case evaluate.NotRated:
		return labelNotRated
	case evaluate.Review:
		return labelReviewShort
	}
	return labelUndecidedShort
}

// lacksOf are the codes of the checks that the recorded decision fails, by itself or
// with the others under a ceiling.
func (r *result) lacksOf(s *subject) []string {
	var out []string
	for _, p := range slices.Concat(s.res.LacksInDecision(s.frame, s.row, s.of.ID), r.over[s.kind][s.row]) {
		if code := string(p.Code); !slices.Contains(out, code) {
			out = append(out, code)
		}
	}
	return out
}

// boundText says what the sanctions and bounds that hold do to the grade, with
// the grades that bound it and the article, and that it was given elsewhere.
func (r *result) boundText(s *subject) string {
	var out []string
	rs := s.res.Rules
	if s.res.Elsewhere != evaluate.NoRank {
		out = append(out, boundElsewhere(short(rs, s.res.Elsewhere)))
	}
	for i := range rs.Rules {
		rule := &rs.Rules[i]
		if rule.Role != evaluate.RoleSanction || rule.Off || s.res.Walk.Verdicts[i] != evaluate.Holds {
			continue
		}
		for k := range rs.Spec.Sanctions {
			if x := &rs.Spec.Sanctions[k]; x.ID == rule.ID && !r.limitsNothing(s, x) {
				out = append(out, boundCited(r.boundEffect(s, x), rule.Cite.String(), rule.Standing))
			}
		}
	}
	return strings.Join(out, "\n")
}

// limitsNothing tells whether a bound is the highest grade: it holds, and nobody is
// lower for it.
func (r *result) limitsNothing(s *subject, x *evaluate.SanctionSpec) bool {
	rs := s.res.Rules
	switch {
	case x.LowerBy > 0 || x.Forced != "":
		return false
	case x.NotAbove != "":
		return rankOf(rs, x.NotAbove) == rs.Scale().Top()
	}
	if i, ok := s.frame.Schema.Index(x.NotAboveFact); ok {
		return gradeText(s, i) == short(rs, rs.Scale().Top())
	}
	return r.report.BoundsNothing(s.kind, s.row, x.NotAboveOf)
}

// boundEffect is what one sanction or bound does.
func (r *result) boundEffect(s *subject, x *evaluate.SanctionSpec) string {
	rs := s.res.Rules
	switch {
	case x.LowerBy > 0:
		return boundLower(x.LowerBy)
	case x.Forced != "":
		return boundForced(short(rs, rankOf(rs, x.Forced)))
	case x.NotAbove != "":
		return boundNotAbove(short(rs, rankOf(rs, x.NotAbove)))
	}
	if i, ok := s.frame.Schema.Index(x.NotAboveFact); ok {
		return boundNotAbove(joinDots(gradeText(s, i), cutAt(s.frame.Schema.Facts[i].Heading, "(")))
	}
	return joinSentences(strings.TrimRight(x.Text, ". ")+".", r.report.Bounding(s.kind, s.row, x.NotAboveOf))
}

// boundCited is an effect with the document it rests on.
func boundCited(effect, cite string, standing evaluate.Standing) string {
	if standing != evaluate.Quoted {
		cite += "; " + evaluate.PhraseStanding(standing)
	}
	return effect + " (" + cite + ")"
}

// citedText is a rule with its article, and its standing when the wording of
// the regulation itself was not seen.
func citedText(r *evaluate.RuleSpec) string {
	out := strings.TrimRight(r.Text, ". ") + " (" + r.Cite.String()
	if r.Standing != evaluate.Quoted {
		out += "; " + evaluate.PhraseStanding(r.Standing)
	}
	return out + ")"
}

func profileText(s *subject) string {
	i := s.res.Walk.Profile
	if i < 0 {
		return ""
	}
	p := s.res.Rules.Spec.Profiles[i]
	if p.Override {
		return p.Text + labelOverride
	}
	return p.Text
}

// gradeText is a proposed grade in the set's short names.
func gradeText(s *subject, fact int) string {
	v := s.frame.Value(s.row, fact)
	if v.Type() != evaluate.ChoiceFact {
		return ""
	}
	code := s.frame.Schema.Facts[fact].Choices[v.Choice()].Code
	scale := s.res.Rules.Scale()
	if r, ok := scale.Rank(code); ok {
		return short(s.res.Rules, r)
	}
	if r := scale.RankOf(evaluate.Statutory(code)); r != evaluate.NoRank {
		return short(s.res.Rules, r)
	}
	return s.frame.Show(fact, v)
}

// proposedText tells who proposed what, the lowest level first.
func proposedText(s *subject) string {
	var out []string
	for _, i := range s.frame.Schema.Proposals() {
		if grade := gradeText(s, i); grade != "" {
			out = append(out, s.frame.Schema.Facts[i].Heading+": "+grade)
		}
	}
	return strings.Join(out, "\n")
}

// groupPoints is what a group of the subject's own sheet gave; nothing while
// lines are blank: a sum over blanks would pass for a result.
func groupPoints(s *subject, group string) any {
	if x, known := s.res.Rules.PointsOf(s.frame, s.row, &s.res.Walk, group); known && s.res.Walk.Score.Given {
		return numberCell(x)
	}
	return nil
}

// sheetGroups lists the groups of all sheets of a set, each id once.
func sheetGroups(rs *evaluate.RuleSet) []string {
	var out []string
	for _, s := range rs.Sheets {
		for i := range s.Spec.Groups {
			if id := s.Spec.Groups[i].ID; !slices.Contains(out, id) {
				out = append(out, id)
			}
		}
	}
	return out
}

// totalPoints is the total, or the range that blank lines leave open.
func totalPoints(s *subject) any {
	sc := &s.res.Walk.Score
	if !sc.Given {
		return nil
	}
	if x, ok := sc.Known(); ok {
		return numberCell(x)
	}
	return evaluate.PhrasePoints(sc.Low) + "–" + evaluate.PhrasePoints(sc.High)
}

// shortFacts are the facts told in short: what the set uses and is neither
// identity, nor a required particular, nor points, proposal or decision. Of a vote
// the ballots for each grade are told; how many people and ballots there were is
// the same on every row of a branch.
func shortFacts(rs *evaluate.RuleSet) []int {
	told := map[int]bool{} // elsewhere
	for _, box := range rs.Schema().Ballots() {
		for _, i := range box.Counts {
			told[i] = true
		}
	}
	for _, sheet := range rs.Sheets {
		for _, i := range sheet.Facts() {
			told[i] = true
		}
	}
	var out []int
	for _, i := range rs.FactsUsed() {
		f := &rs.Schema().Facts[i]
		if !f.Identity && !f.Required && !told[i] && f.Role == "" && f.Supplier != evaluate.SupplyTree {
			out = append(out, i)
		}
	}
	return out
}

// factsText tells the given facts in one line: grouped counts together, zeros
// and values that a blank would mean left out.
func factsText(s *subject, facts []int) string {
	var parts []string
	group := ""
	for _, i := range facts {
		f := &s.frame.Schema.Facts[i]
		v := s.frame.Value(s.row, i)
		if v.IsBlank() || v.Type() == evaluate.NumberFact && v.Number().Sign() == 0 {
			continue
		}
		if meaning, ok := f.BlankValue(); ok && v == meaning {
			continue
		}
		told := cutAt(f.Heading, "(") + " " + s.frame.Show(i, v)
		if v.Type() == evaluate.ChoiceFact {
			told = cutAt(f.Heading, "(") + ": " + s.frame.Show(i, v)
		}
		if f.Group != "" && f.Group == group {
			parts[len(parts)-1] += ", " + lowerFirst(told)
			continue
		}
		if group = f.Group; group != "" {
			told = cutAt(group, "(") + ": " + lowerFirst(told)
		}
		parts = append(parts, told)
	}
	return strings.Join(parts, "; ")
}

func lowerFirst(s string) string {
	for i, r := range s {
		return strings.ToLower(string(r)) + s[i+len(string(r)):]
	}
	return s
}

// level names the level of the subject's organization.
func (r *result) level(s *subject) string {
	if s.of.Org < 0 {
		return ""
	}
	return levelLabel(r.report.Inputs.Tree.Orgs[s.of.Org].Level)
}

// reason is why the grade is what it is, and under it the grades that the text
// wants weighed beside it and the ceilings that the decision exceeds with others:
// whoever decides reads all in one place.
func (r *result) reason(s *subject) string {
	lines := []string{r.report.Reason(s.kind, s.row), labelWeighed(r.report.Weighed(s.kind, s.row))}
	for _, p := range r.over[s.kind][s.row] {
		lines = append(lines, overCeiling(p))
	}
	return joinLines(lines...)
}

// boundWidth lets the longest text of the column make a row no taller than its
// reasons do: a bound of many heads is as long as they are.
func (r *result) boundWidth(k evaluate.Kind) float64 {
	longest := 0
	r.each(func(s subject) {
		if s.kind == k {
			longest = max(longest, len([]rune(r.boundText(&s))))
		}
	})
	if longest > longBound {
		return 40
	}
	return 20
}

// longBound is from how many letters on a bound is wide.
const longBound = 120
