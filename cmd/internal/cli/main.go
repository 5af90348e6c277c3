package cli

import (
	"errors"
	"fmt"
	"runtime/debug"
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"github.com/xeploai/xeploai/cmd/internal/campaign"
	"github.com/xeploai/xeploai/evaluate"
)

// Main runs one command line and returns the exit code. It is the only way in,
// for the binary and for tests alike.
func Main(args []string, env Env) (code int) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Fprintf(env.Stderr, "%s\n%s", messagePanic(r), debug.Stack())
			code = exitFailed
		}
	}()
	app := &app{env: env}
	root := app.root()
	root.SetArgs(args)
	err := root.Execute()
	if err == nil {
		return app.status.code()
	}
	// A line that could not be parsed has set no flag.
	app.json = app.json || slices.Contains(args, "--json")
	app.reportError(err)
	return codeOf(app.usage(err))
}

// usage marks the errors that cobra itself finds on the command line. Errors of
// verbs are typed; whatever comes from parsing flags and names is not.
func (a *app) usage(err error) error {
	var failure *campaign.Failure
	var refused *campaign.Refused
	if errors.As(err, &failure) || errors.As(err, &refused) || a.started {
		return err
	}
	return usageError{err}
}

// reportError says what went wrong: in words on standard error, and with --json
// as the one object on standard output.
func (a *app) reportError(err error) {
	ps := a.problemsOf(err)
	a.talkProblems(ps)
	if a.json {
		// What cannot be written cannot be reported either.
		_ = a.object(jsonFailure{Schema: 1, Problems: jsonProblems(ps)})
	}
}

// jsonFailure is the object of a command that failed.
type jsonFailure struct {
	Schema   int           `json:"schema"`
	Problems []jsonProblem `json:"problems"`
}

// problemsOf lists the problems an error carries.
func (a *app) problemsOf(err error) []evaluate.Problem {
	var refused *campaign.Refused
	if errors.As(err, &refused) {
		return refused.Problems
	}
	var usage usageError
	if errors.As(a.usage(err), &usage) {
		message, hint := sentenceError(usage)
		return []evaluate.Problem{{Severity: evaluate.Error, Code: "C901", Message: message, Hint: hint}}
	}
	return []evaluate.Problem{campaign.ProblemOf(err)}
}

// sentenceError turns the parser's English into a Vietnamese sentence and hint.
func sentenceError(err usageError) (message, hint string) {
	text := err.Error()
	var unknown *pflag.NotExistError
	var lacking *pflag.ValueRequiredError
	var invalid *pflag.InvalidValueError
	switch {
	case strings.HasPrefix(text, "unknown command"):
		return messageUnknownVerb(quoted(text))
	case errors.As(err.err, &unknown):
		return messageUnknownFlag(unknown.GetSpecifiedName())
	case errors.As(err.err, &lacking):
		return messageFlagLacksValue(lacking.GetSpecifiedName())
	case errors.As(err.err, &invalid):
		return messageFlagValue(invalid.GetFlag().Name, invalid.GetValue())
	}
	return messageUsage(text)
}

// quoted is the first quoted word of a sentence.
func quoted(s string) string {
	if i := strings.Index(s, `"`); i >= 0 {
		if j := strings.Index(s[i+1:], `"`); j >= 0 {
			return s[i+1 : i+1+j]
		}
	}
	return s
}
