package campaign

import (
	"errors"

	"github.com/xeploai/xeploai/evaluate"
)

// Failure is a failure of the machine or of the campaign folder that a person
// can mend: the problem says what is wrong and what to do, Err is the cause.
type Failure struct {
	Problem evaluate.Problem
	Err     error
}

// Error is the sentence for people; the cause is reached by errors.Unwrap.
func (f *Failure) Error() string { return f.Problem.Message }

// Unwrap returns the cause, nil when there is none.
func (f *Failure) Unwrap() error { return f.Err }

// Refused says that the work could not begin because data it rests on (rules,
// list of organizations) has errors. All of them are listed.
type Refused struct{ Problems []evaluate.Problem }

// Error counts the problems; they are shown one by one by whoever prints.
func (r *Refused) Error() string { return messageRefused(len(r.Problems)) }

// refuse returns the error when ps holds an Error, else nil.
func refuse(ps []evaluate.Problem) error {
	if worst, any := evaluate.Worst(ps); any && worst == evaluate.Error {
		return &Refused{Problems: evaluate.SortProblems(ps)}
	}
	return nil
}

// problemsOf lists the problems an error of ours carries.
func problemsOf(err error) []evaluate.Problem {
	var refused *Refused
	if errors.As(err, &refused) {
		return refused.Problems
	}
	return []evaluate.Problem{ProblemOf(err)}
}
