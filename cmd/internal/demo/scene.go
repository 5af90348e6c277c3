package demo

import (
	"slices"

	"github.com/xeploai/xeploai/evaluate"
)

// SceneKind names one coupling between subjects, or one limit, that the sample
// office shows at work.
type SceneKind string

// The kinds of scenes.
const (
	StateGrade         SceneKind = "state_grade"         // a member failed as an official
	OneFailedMember    SceneKind = "one_failed_member"   // one member at the lowest grade limits the branch
	ShareOfExcellent   SceneKind = "share_of_excellent"  // too few good members for the best grade of the branch
	ShareOfGood        SceneKind = "share_of_good"       // too few good members for the second grade
	Counterpart        SceneKind = "counterpart"         // the government of the same level limits the organization
	CommitteeBound     SceneKind = "committee_bound"     // a committee is bounded by its organization
	SecretaryBound     SceneKind = "secretary_bound"     // a secretary is bounded by his organization
	LeadershipBound    SceneKind = "leadership_bound"    // the leadership of a unit is bounded by the unit
	HeadByCollective   SceneKind = "head_by_collective"  // a head is bounded by his collective
	HeadByUnit         SceneKind = "head_by_unit"        // a head is bounded by his unit
	HeadOfFailedUnit   SceneKind = "head_of_failed_unit" // the unit failed, and so did its head
	DeputyOfFailedUnit SceneKind = "deputy_of_failed"    // the unit failed its tasks: no best grade for deputies
	UnitsInCharge      SceneKind = "units_in_charge"     // too many of the units in charge failed
	Corruption         SceneKind = "corruption"          // corruption below a leader who found and mended it
	FellowDisciplined  SceneKind = "fellow_disciplined"  // a fellow of the collective was disciplined
	UnitDisciplined    SceneKind = "unit_disciplined"    // an attached unit was disciplined
	CommitteeMember    SceneKind = "committee_member"    // a member of the committee was disciplined
	SickLeave          SceneKind = "sick_leave"          // long sick leave limits the grade
	SickLeaveFree      SceneKind = "sick_leave_no_limit" // long sick leave limits nothing
	SmallCollective    SceneKind = "small_collective"    // a collective of two has no grade
	CapExceeded        SceneKind = "cap_exceeded"        // too many of a group at the best grade
	TwoPosts           SceneKind = "two_posts"           // one person, two posts, two authorities
	Waits              SceneKind = "waits"               // a dependant waits for an open unit
	WaitsNot           SceneKind = "does_not_wait"       // a unit is open, and every outcome gives the same grade
	GradedElsewhere    SceneKind = "graded_elsewhere"    // a unit has its grade from another authority
	OfficialFailed     SceneKind = "official_failed"     // an official graded here failed, and is a member
	OfficialBound      SceneKind = "official_bound"      // an official graded here is good, the member no more
	OfficialOpen       SceneKind = "official_open"       // a member waits for an official who is open
	VoteCarried        SceneKind = "vote_carried"        // exactly as many votes as the grade takes
	VoteNextGrade      SceneKind = "vote_next_grade"     // too few votes for the grade, enough for the next
	VoteWrongBase      SceneKind = "vote_wrong_base"     // enough of those present, too few of those summoned
	VoteNoQuorum       SceneKind = "vote_no_quorum"      // too few people at the meeting
)

// Scene is one coupling staged on purpose, and what must come of it.
type Scene struct {
	Kind SceneKind
	Of   evaluate.Kind
	// Rule must have come to the verdict; "" where no single rule tells.
	Rule    string
	Verdict evaluate.Verdict
	// Outcome and, of a graded subject, Grade must have come out.
	Outcome evaluate.Outcome
	Grade   evaluate.Statutory
	// find tells which rows of the population the scene is about.
	find func(pop *evaluate.Population, row int) bool
	// check is what else must be so, nil for nothing.
	check func(r *evaluate.Report, k evaluate.Kind, row int) bool
	// group finds and judges a scene about many at once, in the place of all the
	// above.
	group func(r *evaluate.Report) (subject string, seen bool)
}

// Staged is a scene after grading.
type Staged struct {
	Scene
	Subject string // id in reports, "" when there is no such subject
	Seen    bool   // it came out as it must
}

// Look finds out how the staged scenes came out.
func (p *Planted) Look(r *evaluate.Report) []Staged {
	out := make([]Staged, 0, len(p.Scenes))
	for _, s := range p.Scenes {
		out = append(out, s.look(r))
	}
	return out
}

func (s Scene) look(r *evaluate.Report) Staged {
	pop, results := r.Of(s.Of)
	out := Staged{Scene: s}
	if s.group != nil {
		out.Subject, out.Seen = s.group(r)
		return out
	}
	for row := range results {
		if !s.find(pop, row) {
			continue
		}
		out.Subject = pop.Subjects[row].ID
		out.Seen = s.cameOut(&results[row]) && (s.check == nil || s.check(r, s.Of, row))
		return out
	}
	return out
}

func (s *Scene) cameOut(res *evaluate.Result) bool {
	if res.Outcome != s.Outcome {
		return false
	}
	if s.Outcome == evaluate.Graded && res.Rules.Spec.Scale.Rung(res.Rank).Statutory != s.Grade {
		return false
	}
	if s.Rule == "" {
		return true
	}
	i := slices.IndexFunc(res.Rules.Rules, func(r evaluate.Rule) bool { return r.ID == s.Rule })
	return i >= 0 && res.Walk.Verdicts[i] == s.Verdict
}
