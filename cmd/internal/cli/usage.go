package cli

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/jedib0t/go-pretty/v6/text"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// usageOf prints how a command is used, in Vietnamese, with columns that line
// up: the parser's own text pads by bytes. order is the order verbs are shown in.
func usageOf(order map[*cobra.Command]int) func(*cobra.Command) error {
	return func(c *cobra.Command) error {
		w := c.OutOrStderr()
		fmt.Fprintf(w, "%s\n  %s\n", headUsage, c.UseLine())
		if len(c.Aliases) > 0 {
			fmt.Fprintf(w, "\n%s\n  %s\n", headAliases, strings.Join(c.Aliases, ", "))
		}
		if c.HasExample() {
			fmt.Fprintf(w, "\n%s\n%s\n", headExamples, c.Example)
		}
		var verbs [][2]string
		for _, sub := range slices.SortedStableFunc(slices.Values(c.Commands()), func(a, b *cobra.Command) int { return order[a] - order[b] }) {
			if sub.IsAvailableCommand() {
				verbs = append(verbs, [2]string{sub.Name(), sub.Short})
			}
		}
		printPairs(w, headVerbs, verbs)
		printPairs(w, headFlags, flagPairs(c.LocalFlags()))
		printPairs(w, headGlobalFlags, flagPairs(c.InheritedFlags()))
		if len(verbs) > 0 {
			fmt.Fprintf(w, "\n%s\n", messageMoreHelp(c.CommandPath()))
		}
		return nil
	}
}

func flagPairs(flags *pflag.FlagSet) [][2]string {
	var out [][2]string
	flags.VisitAll(func(f *pflag.Flag) {
		if f.Hidden {
			return
		}
		name := "    --" + f.Name
		if f.Shorthand != "" {
			name = "-" + f.Shorthand + ", --" + f.Name
		}
		usage := f.Usage
		switch f.Value.Type() {
		case "bool":
		default:
			value, rest, _ := strings.Cut(usage, ": ")
			name, usage = name+" "+value, rest
			if f.DefValue != "" && f.DefValue != "0" && f.DefValue != "[]" {
				usage += " " + messageDefault(f.DefValue)
			}
		}
		out = append(out, [2]string{name, usage})
	})
	return out
}

func printPairs(w io.Writer, head string, pairs [][2]string) {
	if len(pairs) == 0 {
		return
	}
	fmt.Fprintf(w, "\n%s\n", head)
	width := 0
	for _, p := range pairs {
		width = max(width, text.StringWidth(p[0]))
	}
	for _, p := range pairs {
		fmt.Fprintf(w, "  %s  %s\n", text.Pad(p[0], width, ' '), p[1])
	}
}
