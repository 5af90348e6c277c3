package rules

import "github.com/xeploai/xeploai/evaluate"

// The closed lists of codes that rule files are written in.

// words turns typed codes into plain text.
func words[T ~string](codes []T) []string {
	out := make([]string, len(codes))
	for i, c := range codes {
		out[i] = string(c)
	}
	return out
}

// convert gives plain texts their own type.
func convert[T ~string](texts []string) []T {
	var out []T
	for _, s := range texts {
		out = append(out, T(s))
	}
	return out
}

// kinds lists the subject kinds a file may speak of.
func kinds() []string {
	return words([]evaluate.Kind{evaluate.Member, evaluate.Organization, evaluate.Collective,
		evaluate.Leader, evaluate.Unit, evaluate.Staff})
}

func tracks() []string {
	return words([]evaluate.Track{evaluate.PartyTrack, evaluate.StateTrack, evaluate.TaskTrack})
}

func granularities() []string {
	return words([]evaluate.Granularity{evaluate.Yearly, evaluate.Quarterly, evaluate.Monthly, evaluate.Term})
}

func statutoryGrades() []string { return words(evaluate.StatutoryGrades()) }

func standings() []string { return words(evaluate.Standings()) }

func orgLevels() []string { return words(evaluate.OrgLevels()) }

func classes() []string {
	return words([]evaluate.NotRatedClass{evaluate.Exempt, evaluate.Deferred})
}

func capBases() []string {
	return words(evaluate.CapBases())
}

func factTypes() []string { return []string{"text", "number", "date", "choice"} }

func suppliers() []string {
	return words([]evaluate.Supplier{evaluate.SupplyBranch, evaluate.SupplyBase, evaluate.SupplyOffice,
		evaluate.SupplyAuthority, evaluate.SupplyTree, evaluate.SupplyDerived})
}

func roles() []string {
	return words([]evaluate.Role{evaluate.RoleName, evaluate.RoleIdentity, evaluate.RoleCard, evaluate.RoleBirth,
		evaluate.RoleBirthYear, evaluate.RoleBranchCode, evaluate.RoleProposal, evaluate.RoleDecision,
		evaluate.RoleDecisionReason, evaluate.RoleDecisionNumber, evaluate.RoleDecisionDate,
		evaluate.RoleDecisionRelief, evaluate.RoleRemark, evaluate.RoleElsewhere})
}

// relations lists whom a subject may be held against.
func relations() []string {
	return words(evaluate.Relations())
}

func roundings() []string { return []string{"floor", "half_up"} }

func capScopes() []string { return []string{"base_organization", "campaign"} }

func allOutcomes() []evaluate.Outcome {
	return []evaluate.Outcome{evaluate.Undecided, evaluate.Graded, evaluate.Review, evaluate.NotRated}
}

func outcomes() []string {
	var out []string
	for _, o := range allOutcomes() {
		out = append(out, o.String())
	}
	return out
}

// operators lists the comparisons as they are written.
func operators() []string { return names(operatorKeys()) }

// forms lists the keys that say what a condition looks at.
func forms() []string { return names(formKeys()) }

// formsWith lists the forms that another key of a condition may accompany.
func formsWith(key string) []string {
	switch key {
	case "of":
		return []string{"part"}
	case "where", "share", "number":
		return []string{"count"}
	case "when_none":
		return []string{"part", "count"}
	}
	return []string{"fact", "part", "every", "some", "months_since", "points"}
}

// expectKeys lists what a case may demand.
func expectKeys() []string { return names(expectationKeys()) }

func verdictKeys() []string { return []string{"holds", "fails", "unknown", "not_applicable"} }
