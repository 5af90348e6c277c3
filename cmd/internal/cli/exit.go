package cli

import (
	"errors"

	"github.com/xeploai/xeploai/cmd/internal/campaign"
	"github.com/xeploai/xeploai/evaluate"
)

// Exit codes, part of the contract with other programs (README).
const (
	exitDone    = 0
	exitFailed  = 1 // the machine failed, the campaign is broken, a named path does not exist
	exitUsage   = 2
	exitData    = 3 // errors in the data; everything else stands
	exitWaiting = 4 // done, and something waits for a person
)

// status is what a verb ended with when it ended well: errors in the data, or
// people who must look. The zero status is exit 0.
type status struct {
	dataErrors bool
	waiting    bool
}

func (s status) code() int {
	switch {
	case s.dataErrors:
		return exitData
	case s.waiting:
		return exitWaiting
	}
	return exitDone
}

// add joins two statuses; the worst counts.
func (s status) add(t status) status {
	return status{s.dataErrors || t.dataErrors, s.waiting || t.waiting}
}

// usageError is a command used wrongly.
type usageError struct{ err error }

func (e usageError) Error() string { return e.err.Error() }
func (e usageError) Unwrap() error { return e.err }

// codeOf is the exit code of an error.
func codeOf(err error) int {
	var usage usageError
	var refused *campaign.Refused
	switch {
	case err == nil:
		return exitDone
	case errors.As(err, &usage), errors.Is(err, campaign.ErrNoReason):
		return exitUsage
	case errors.As(err, &refused):
		return exitData
	}
	return exitFailed
}

// hasErrors tells whether problems refuse anything.
func hasErrors(ps []evaluate.Problem) bool {
	worst, any := evaluate.Worst(ps)
	return any && worst == evaluate.Error
}

// countErrors counts the problems that refuse something.
func countErrors(ps []evaluate.Problem) int {
	n := 0
	for _, p := range ps {
		if p.Severity == evaluate.Error {
			n++
		}
	}
	return n
}
