package cli

import (
	"errors"
	"strings"

	"github.com/xeploai/xeploai/cmd/internal/campaign"
)

// Main runs one command line and returns the exit code. It is the only way in,
// for the binary and for tests alike.
func Main(args []string, env Env) int {
	app := &app{env: env}
	root := app.root()
	root.SetArgs(args)
	err := root.Execute()
	if err == nil {
		return app.status.code()
	}
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

func (a *app) reportError(err error) {
	var refused *campaign.Refused
	if errors.As(err, &refused) {
		a.talkProblems(refused.Problems)
		a.talk("%s", err)
		return
	}
	var failure *campaign.Failure
	if errors.As(err, &failure) {
		a.talkProblem(failure.Problem)
		return
	}
	a.talk("%s", sentenceError(a.usage(err)))
}

// sentenceError turns the parser's English into a Vietnamese sentence.
func sentenceError(err error) string {
	var usage usageError
	text := err.Error()
	if !errors.As(err, &usage) {
		return messageFailed(text)
	}
	switch {
	case strings.HasPrefix(text, "unknown command"):
		return messageUnknownVerb(quoted(text))
	case strings.HasPrefix(text, "unknown flag"), strings.HasPrefix(text, "unknown shorthand"):
		return messageUnknownFlag(text[strings.LastIndex(text, ":")+1:])
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
