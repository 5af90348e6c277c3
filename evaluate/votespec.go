package evaluate

// VoteBase says whose number a majority is a share of. The wrong base is the
// classic mistake, so every explanation names it.
type VoteBase string

// The bases.
const (
	OfSummoned VoteBase = "official_summoned" // official members who had to be called, present or not
	OfPresent  VoteBase = "present"
	OfIssued   VoteBase = "issued"
	OfValid    VoteBase = "valid"
)

// VoteBases lists the bases.
func VoteBases() []VoteBase { return []VoteBase{OfSummoned, OfPresent, OfIssued, OfValid} }

// Count is the figure that a base is.
func (b VoteBase) Count() BallotCount {
	if b == OfSummoned {
		return BallotsSummoned
	}
	return BallotCount(b)
}

// VoteSpec is the vote behind one level's proposal: workbooks ask for its
// ballots, and where it names majorities the proposal stands only when the
// ballots carry it.
type VoteSpec struct {
	RuleSpec             // without a condition
	Of          FactID   // the proposal that the vote is behind
	Base        VoteBase // "" where there is no majority
	Quorum      *Num     // share of those summoned that must be present; nil for none
	Majorities  []MajoritySpec
	CountBetter bool // a vote for a better grade counts for the worse ones too
	Rounds      int  // 2: the best grade is voted on alone, among those carried for the next
	Unrated     bool // ballots may name no grade ("chưa đánh giá")
}

// MajoritySpec is how many votes a proposal of one rung needs.
type MajoritySpec struct {
	At    Origin
	Rung  string
	Op    Op  // at_least or more_than
	Share Num // of the base
}

// needed is the fewest votes that carry a proposal on a base.
func (m *MajoritySpec) needed(base Num) Num {
	exact := m.Share.Mul(base)
	least := -exact.Neg().Floor() // rounded up
	if m.Op == OpMoreThan {
		least = exact.Floor() + 1
	}
	return Int(max(least, 1)) // nobody is carried by no vote at all
}

// vote is a compiled VoteSpec.
type vote struct {
	spec *VoteSpec
	rule int
	box  *BallotBox
	of   map[Rank]*MajoritySpec
}

func (v *vote) twoRounds() bool   { return v != nil && v.spec.Rounds == 2 }
func (v *vote) asksUnrated() bool { return v != nil && v.spec.Unrated }

// voteBehind is the vote in force whose ballots a count holds, nil for none.
func (rs *RuleSet) voteBehind(b *BallotBox) *vote {
	for i := range rs.votes {
		if v := &rs.votes[i]; v.box != nil && v.box.Proposal == b.Proposal && !rs.Rules[v.rule].Off {
			return v
		}
	}
	return nil
}

// addVotes resolves the votes of a set. The figures a vote in force rests on
// become columns of the workbooks; a vote that is switched off asks for none.
func (b *builder) addVotes() {
	for i := range b.rs.Spec.Votes {
		spec := &b.rs.Spec.Votes[i]
		v := vote{spec: spec, rule: b.addVoteRule(spec), of: map[Rank]*MajoritySpec{}}
		wrong := func(key, why string) { b.fail(about(key, problemVote(spec.At, spec.ID, why))) }
		if _, ok := b.schema.Index(spec.Of); !ok {
			b.fail(about("of", problemUnknownFact(spec.At, spec.Of, b.schema)))
			continue
		}
		if v.box = b.schema.box(spec.Of); v.box == nil {
			wrong("of", "từ vựng không có cột kiểm phiếu nào cho cột đề nghị này")
			continue
		}
		b.checkVote(&v, wrong)
		for j := range spec.Majorities {
			m := &spec.Majorities[j]
			if r := b.rank(m.At, "rung", m.Rung); r != NoRank {
				b.checkMajority(&v, m, r)
				v.of[r] = m
			}
		}
		if !b.rs.Rules[v.rule].Off {
			for _, fact := range v.box.Facts() {
				if fact != v.box.unrated() || spec.Unrated {
					b.use(fact)
				}
			}
		}
		b.rs.votes = append(b.rs.votes, v)
	}
}

// unrated is the position of the ballots that name no grade, -1 for none.
func (b *BallotBox) unrated() int {
	if i, ok := b.Counts[BallotsUnrated]; ok {
		return i
	}
	return -1
}

// addVoteRule gives a vote its verdict in the walk.
func (b *builder) addVoteRule(spec *VoteSpec) int {
	bounding := b.bounding
	b.bounding = true // a vote has no condition
	defer func() { b.bounding = bounding }()
	return b.add(spec.RuleSpec, RoleVote, NoRank, -1)
}

func (b *builder) checkVote(v *vote, wrong func(key, why string)) {
	s := v.spec
	_, known := v.box.Counts[s.Base.Count()]
	for _, x := range []struct {
		is       bool
		key, why string
	}{
		{len(s.Majorities) > 0 && !known, "base", "base phải là official_summoned, present, issued hoặc valid"},
		{len(s.Majorities) == 0 && s.Base != "", "base", "base chỉ có nghĩa khi có majority"},
		{s.Rounds != 1 && s.Rounds != 2, "rounds", "rounds phải là 1 hoặc 2"},
		{s.Quorum != nil && (s.Quorum.Sign() <= 0 || s.Quorum.Cmp(Int(1)) > 0), "quorum", "quorum phải lớn hơn 0% và không quá 100%"},
		{s.Quorum != nil && len(s.Majorities) == 0, "quorum", "quorum chỉ có nghĩa khi có majority"},
		{s.Unrated && v.box.unrated() < 0, "unrated", "từ vựng không có cột phiếu chưa đánh giá"},
	} {
		if x.is {
			wrong(x.key, x.why)
		}
	}
	for i := range b.rs.votes {
		if b.rs.votes[i].spec.Of == s.Of {
			wrong("of", "mỗi cột đề nghị chỉ có một lần biểu quyết")
		}
	}
}

func (b *builder) checkMajority(v *vote, m *MajoritySpec, r Rank) {
	wrong := func(key, why string) { b.fail(about(key, problemVote(m.At, v.spec.ID, why))) }
	if v.box.votesFor(b.rs.Spec.Scale, r) < 0 {
		wrong("rung", "không có cột số phiếu cho mức "+m.Rung)
	}
	if _, twice := v.of[r]; twice {
		wrong("rung", "mức "+m.Rung+" được ghi hai lần")
	}
	if m.Share.Sign() <= 0 || m.Share.Cmp(Int(1)) > 0 || m.Op == OpMoreThan && m.Share.Cmp(Int(1)) == 0 {
		wrong(string(m.Op), "tỷ lệ phải lớn hơn 0% và không quá 100%")
	}
}

// votesFor is the column of the votes for a rung, -1 for none.
func (b *BallotBox) votesFor(scale Scale, r Rank) int {
	for _, v := range b.Votes {
		if scale.RankOf(v.Grade) == r {
			return v.Fact
		}
	}
	return -1
}
