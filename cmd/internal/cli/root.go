package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/xeploai/xeploai/cmd/internal/campaign"
)

// app is one run of the command line.
type app struct {
	env     Env
	dir     string // -C
	json    bool
	status  status
	started bool // a verb began: what fails now is no longer a matter of usage
}

// verb makes the command of one verb. Its arguments are checked by cobra, its
// work begins with begin.
type verb func(a *app) *cobra.Command

// verbs lists every verb in the order of a year's work.
func verbs() []verb {
	return []verb{newDemo, newInit, newTemplate, newImport, newStatus, newGrade, newSummary, newRun, newExplain, newClose, newReopen, newRegrade, newRules}
}

func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use:           useRoot,
		Short:         helpRootShort,
		Long:          helpRoot,
		Version:       a.env.Version,
		SilenceErrors: true,
		SilenceUsage:  true,
		// The word cobra would add is English.
		DisableFlagsInUseLine: true,
		RunE:                  a.helpOnly,
	}
	root.SetOut(a.env.Stdout)
	root.SetErr(a.env.Stderr)
	root.SetIn(a.env.Stdin)
	root.PersistentFlags().StringVarP(&a.dir, "campaign", "C", "", helpCampaign)
	root.PersistentFlags().BoolVar(&a.json, "json", false, helpJSON)
	root.PersistentFlags().String("rules", "", helpRulesFolder)
	root.PersistentFlags().Int("workers", 0, helpWorkers)
	order := map[*cobra.Command]int{}
	root.SetUsageFunc(usageOf(order))
	root.SetVersionTemplate("xeploai {{.Version}}\n")
	root.CompletionOptions.HiddenDefaultCmd = true
	root.SetHelpCommand(&cobra.Command{Use: "help", Hidden: true, RunE: func(*cobra.Command, []string) error { return root.Help() }})
	for i, v := range verbs() {
		cmd := v(a)
		order[cmd] = i
		root.AddCommand(cmd)
	}
	vietnameseFlags(root)
	return root
}

// vietnameseFlags gives cobra's own help flag a Vietnamese sentence everywhere.
func vietnameseFlags(c *cobra.Command) {
	c.InitDefaultHelpFlag()
	if f := c.Flags().Lookup("help"); f != nil {
		f.Usage = helpHelp
	}
	c.InitDefaultVersionFlag()
	if f := c.Flags().Lookup("version"); f != nil {
		f.Usage = helpVersion
	}
	c.DisableFlagsInUseLine = true
	for _, sub := range c.Commands() {
		vietnameseFlags(sub)
	}
}

// begin notes that the command line was understood.
func (a *app) begin() { a.started = true }

// where is the folder the command is about: the one named, or where the user
// stands.
func (a *app) where() string {
	if a.dir != "" {
		return a.path(a.dir)
	}
	return a.env.Dir
}

// path reads a path as the user meant it: from where the user stands.
func (a *app) path(p string) string {
	if filepath.IsAbs(p) {
		return p
	}
	return filepath.Join(a.env.Dir, p)
}

// helpOnly is the RunE of a command that needs a verb behind it: it shows the
// verbs. Help is text; who asks for an object has forgotten the verb.
func (a *app) helpOnly(cmd *cobra.Command, _ []string) error {
	if a.json {
		return errors.New(messageNoVerb)
	}
	return cmd.Help()
}

// existing reads the path of something that must be there: from where the user
// stands, and where nothing of the name is there, from the campaign folder.
func (a *app) existing(p string, campaign campaign.Folder) string {
	here := a.path(p)
	if _, err := os.Stat(here); filepath.IsAbs(p) || !errors.Is(err, fs.ErrNotExist) {
		return here
	}
	there := filepath.Join(campaign.Root, p)
	if _, err := os.Stat(there); err != nil {
		return here
	}
	return there
}

// config reads the settings in force: the file's, with environment and flags
// over them.
func (a *app) config(folder campaign.Folder, flags *pflag.FlagSet) (campaign.Config, error) {
	given := map[string]string{}
	for name, key := range settingFlags() {
		if f := flags.Lookup(name); f != nil && f.Changed {
			given[key] = f.Value.String()
		}
	}
	if dir := given[keyRulesFolder]; dir != "" {
		given[keyRulesFolder] = a.existing(dir, folder)
	}
	return readConfig(folder.Settings(), given, a.env.Getenv)
}

// open finds the campaign folder and opens it with the settings in force.
func (a *app) open(flags *pflag.FlagSet) (*campaign.Campaign, error) {
	folder, err := campaign.Find(a.where())
	if err != nil {
		return nil, err
	}
	config, err := a.config(folder, flags)
	if err != nil {
		return nil, err
	}
	return a.openWith(folder, config)
}

func (a *app) openWith(folder campaign.Folder, config campaign.Config) (*campaign.Campaign, error) {
	c, err := campaign.Open(folder, config, a.tool(), a.env.Now)
	if err != nil {
		return nil, err
	}
	if a.env.Terminal && !a.json {
		c.Progress = a.progress
	}
	return c, nil
}

// run is the RunE of a verb: it begins, works and delivers.
func (a *app) run(work func(args []string) (output, error)) func(*cobra.Command, []string) error {
	return func(_ *cobra.Command, args []string) error {
		a.begin()
		out, err := work(args)
		if err != nil {
			return err
		}
		return a.deliver(out)
	}
}

// arguments checks how many arguments a verb takes; most < 0 means any number.
func arguments(least, most int) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		if len(args) < least || most >= 0 && len(args) > most {
			return errors.New(messageArguments(least, most, len(args)))
		}
		return nil
	}
}

func (a *app) tool() string { return "xeploai " + a.env.Version }

// progress redraws one line on a terminal; a pipe never sees it.
func (a *app) progress(done, total int) {
	fmt.Fprintf(a.env.Stderr, "\r%s", messageProgress(done, total))
	if done == total {
		fmt.Fprintln(a.env.Stderr)
	}
}
