package cli

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"

	"github.com/xeploai/xeploai/cmd/internal/campaign"
	"github.com/xeploai/xeploai/evaluate"
)

// Results go to standard output, talk to standard error. With --json standard
// output carries exactly one object.

// output is what a verb hands back; a verb neither prints nor exits, so that a
// menu can call it too.
type output interface {
	text(a *app)
	json(w io.Writer) error
	status() status
}

// deliver renders an output and notes what the process must end with.
func (a *app) deliver(out output) error {
	a.status = a.status.add(out.status())
	if a.json {
		if err := out.json(a.env.Stdout); err != nil {
			return fmt.Errorf("write result: %w", err)
		}
		return nil
	}
	out.text(a)
	return nil
}

// encode writes one JSON value on a line of its own.
func encode(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return enc.Encode(v)
}

// say prints a line of the result; nothing with --json.
func (a *app) say(format string, args ...any) {
	if !a.json {
		fmt.Fprintf(a.env.Stdout, format+"\n", args...)
	}
}

// talk prints a line of talk.
func (a *app) talk(format string, args ...any) {
	fmt.Fprintf(a.env.Stderr, format+"\n", args...)
}

// object prints the one JSON object of a verb.
func (a *app) object(v any) error {
	if err := encode(a.env.Stdout, v); err != nil {
		return fmt.Errorf("write result: %w", err)
	}
	return nil
}

// talkProblems prints problems one after the other, with all their cells.
func (a *app) talkProblems(ps []evaluate.Problem) { a.talkProblemsOf(ps, "") }

// talkProblemsOf prints problems; of many cells only the first are printed where
// the given file lists them all. What to do about several in a row is said once, below the
// last of them.
func (a *app) talkProblemsOf(ps []evaluate.Problem, listed string) {
	for i, p := range ps {
		if i+1 < len(ps) && ps[i+1].Code == p.Code && ps[i+1].Hint == p.Hint {
			p.Hint = ""
		}
		a.talkProblem(p, listed)
	}
}

// oneOfEach are n of the problems, in their order: the first of every code as far as
// they go, then the first of the rest. Hundreds of one kind would hide the one of
// another that explains them.
func oneOfEach(ps []evaluate.Problem, n int) []evaluate.Problem {
	if len(ps) <= n {
		return ps
	}
	chosen, seen, left := make([]bool, len(ps)), map[evaluate.Code]bool{}, n
	for i, p := range ps {
		if left > 0 && !seen[p.Code] {
			seen[p.Code], chosen[i] = true, true
			left--
		}
	}
	out := make([]evaluate.Problem, 0, n)
	for i, p := range ps {
		if !chosen[i] && left > 0 {
			chosen[i] = true
			left--
		}
		if chosen[i] {
			out = append(out, p)
		}
	}
	return out
}

// exceptList leaves out warnings about the list of organizations and says how many
// there are: status and import tell them, other verbs need not say them again.
func (a *app) exceptList(ps []evaluate.Problem) []evaluate.Problem {
	rest := slices.DeleteFunc(slices.Clone(ps), campaign.IsListWarning)
	if n := len(ps) - len(rest); n > 0 {
		a.talk("%s", messageListWarnings(n))
	}
	return rest
}

func (a *app) talkProblem(p evaluate.Problem, listed string) {
	place := p.At.String()
	if place != "" {
		place += ": "
	}
	a.talk("%s%s %s: %s", place, severityWord(p.Severity), p.Code, p.Message)
	if len(p.Cells) > 0 {
		a.talk("  %s", messageCells(p.Cells, listed))
	}
	if p.Hint != "" {
		a.talk("  %s", messageHint(p.Hint))
	}
	for _, r := range p.Related {
		a.talk("  %s: %s", r.At, r.Note)
	}
}

// jsonProblem is a problem in the contract's form (design §8, schema 1).
type jsonProblem struct {
	Severity string   `json:"severity"`
	Code     string   `json:"code"`
	At       string   `json:"at"`
	Cells    []string `json:"cells,omitempty"`
	Message  string   `json:"message"`
	Hint     string   `json:"hint,omitempty"`
	Subject  string   `json:"subject,omitempty"`
	// Other places that belong to the problem: the second cell of a matter between files.
	Related []jsonPlace `json:"related,omitempty"`
}

type jsonPlace struct {
	At   string `json:"at"`
	Note string `json:"note"`
}

func jsonPlaces(related []evaluate.Related) (out []jsonPlace) {
	for _, r := range related {
		out = append(out, jsonPlace{r.At.String(), r.Note})
	}
	return out
}

func jsonProblems(ps []evaluate.Problem) []jsonProblem {
	out := make([]jsonProblem, 0, len(ps))
	for _, p := range ps {
		out = append(out, jsonProblem{p.Severity.String(), string(p.Code), p.At.String(), p.Cells, p.Message, p.Hint, p.Subject, jsonPlaces(p.Related)})
	}
	return out
}

// column is one column of a printed table.
type column struct {
	title string
	right bool
	width int // greatest width in letters; 0 for any
}

// table prints rows under headings; widths count letters as a terminal shows
// them, so that Vietnamese lines up.
func (a *app) table(columns []column, rows [][]any) {
	if a.json {
		return
	}
	printTable(a.env.Stdout, columns, rows)
}

func printTable(w io.Writer, columns []column, rows [][]any) {
	t := table.NewWriter()
	t.SetOutputMirror(w)
	t.SetStyle(table.StyleLight)
	t.Style().Format.Header = text.FormatDefault
	head := table.Row{}
	var configs []table.ColumnConfig
	for i, c := range columns {
		head = append(head, c.title)
		cc := table.ColumnConfig{Number: i + 1, WidthMax: c.width, WidthMaxEnforcer: text.WrapSoft}
		if c.right {
			cc.Align = text.AlignRight
		}
		configs = append(configs, cc)
	}
	t.AppendHeader(head)
	t.SetColumnConfigs(configs)
	for _, r := range rows {
		t.AppendRow(table.Row(r))
	}
	t.Render()
}
