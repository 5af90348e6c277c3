package excel

import (
	"testing"

	"github.com/xeploai/xeploai/evaluate"
)

// What a vote came to is said in one word each, the missing people before the
// missing votes.
func TestVotesCame(t *testing.T) {
	for _, c := range []struct {
		quorum, verdict evaluate.Verdict
		want            string
	}{
		{evaluate.NotApplicable, evaluate.Holds, "đủ phiếu"},
		{evaluate.Holds, evaluate.Fails, "không đủ phiếu"},
		{evaluate.Fails, evaluate.Fails, "cuộc họp không đủ số người"},
		{evaluate.NotApplicable, evaluate.Unknown, "chưa đủ số liệu"},
		{evaluate.NotApplicable, evaluate.NotApplicable, labelVotesUnasked},
	} {
		if got := votesCame(&evaluate.VoteFinding{Quorum: c.quorum, Verdict: c.verdict}); got != c.want {
			t.Errorf("%v, %v: %q, want %q", c.quorum, c.verdict, got, c.want)
		}
	}
}

// A sheet of the result of a vote is ours and holds no facts to be read back.
func TestVoteSheet_isNeverReadBack(t *testing.T) {
	for _, name := range []string{sheetVotes, numbered(sheetVotes, 2), ballotName(1)} {
		if !isOwnSheet(name) {
			t.Errorf("%s would be read", name)
		}
	}
}
