package evaluate

import (
	"iter"
	"math/bits"
	"slices"
)

// Rank is a rung's height within its scale: 0 is the worst. -1 is no rung.
type Rank int8

// NoRank stands where there is no grade.
const NoRank Rank = -1

// Statutory is one of the four statutory grades, or "" for none.
type Statutory string

// The statutory grades, best first.
const (
	Excellent    Statutory = "excellent"
	Good         Statutory = "good"
	Completed    Statutory = "completed"
	NotCompleted Statutory = "not_completed"
)

// StatutoryGrades lists the four grades best first.
func StatutoryGrades() []Statutory {
	return []Statutory{Excellent, Good, Completed, NotCompleted}
}

// Rung is one grade of a rule set's scale. Labels belong to the regulation,
// which may rename them.
type Rung struct {
	ID        string
	Label     string // Hoàn thành xuất sắc nhiệm vụ
	Short     string // HTXSNV
	Statutory Statutory
	At        Origin
}

// Scale is the ordered list of a set's 2-6 rungs, best first as written.
type Scale []Rung

// StatutoryScale is the scale of the four statutory grades, whatever names a set
// gives them.
func StatutoryScale() Scale {
	var out Scale
	for _, g := range StatutoryGrades() {
		out = append(out, Rung{ID: string(g), Statutory: g})
	}
	return out
}

// Lowest and Top are the ends of the scale.
func (s Scale) Lowest() Rank { return 0 }

// Top is the rank of the best rung.
func (s Scale) Top() Rank { return Rank(len(s) - 1) }

// Rung returns the rung of a rank.
func (s Scale) Rung(r Rank) Rung {
	if r < 0 || int(r) >= len(s) {
		return Rung{}
	}
	return s[len(s)-1-int(r)]
}

// Rank returns the rank of a rung id.
func (s Scale) Rank(id string) (Rank, bool) {
	i := slices.IndexFunc(s, func(r Rung) bool { return r.ID == id })
	return Rank(len(s) - 1 - i), i >= 0
}

// RankOf returns the rank of a statutory grade, NoRank where the scale has no
// rung with that equivalent.
func (s Scale) RankOf(g Statutory) Rank {
	i := slices.IndexFunc(s, func(r Rung) bool { return r.Statutory == g })
	if i < 0 || g == "" {
		return NoRank
	}
	return Rank(len(s) - 1 - i)
}

// RankSet is a set of ranks: the grades that remain possible.
type RankSet uint8

// With returns the set including r.
func (s RankSet) With(r Rank) RankSet { return s | 1<<uint(r) }

// Has tells whether r belongs to the set.
func (s RankSet) Has(r Rank) bool { return r >= 0 && s&(1<<uint(r)) != 0 }

// All yields the set, best first.
func (s RankSet) All() iter.Seq[Rank] {
	return func(yield func(Rank) bool) {
		for r := Rank(7); r >= 0; r-- {
			if s.Has(r) && !yield(r) {
				return
			}
		}
	}
}

// Ranks lists the set, best first.
func (s RankSet) Ranks() []Rank { return slices.Collect(s.All()) }

// best is the highest member, NoRank of the empty set.
func (s RankSet) best() Rank { return Rank(bits.Len8(uint8(s))) - 1 }

// least is the lowest member, NoRank of the empty set.
func (s RankSet) least() Rank {
	if s == 0 {
		return NoRank
	}
	return Rank(bits.TrailingZeros8(uint8(s)))
}

// Single returns the only member; ok is false when there is none or several.
func (s RankSet) Single() (Rank, bool) {
	if s == 0 || s&(s-1) != 0 {
		return NoRank, false
	}
	return Rank(bits.TrailingZeros8(uint8(s))), true
}

// upTo is the set of all ranks from the lowest to r.
func upTo(r Rank) RankSet {
	if r < 0 {
		return 0
	}
	return RankSet(1<<uint(r+1) - 1)
}
