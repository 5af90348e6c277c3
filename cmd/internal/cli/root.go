package cli

import (
	"fmt"

	"github.com/spf13/cobra"

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
	return []verb{newDemo, newInit, newTemplate, newImport, newStatus, newGrade, newSummary, newRun, newExplain, newRules}
}

func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use:           "xeploai",
		Short:         helpRootShort,
		Long:          helpRoot,
		Version:       a.env.Version,
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          cobra.NoArgs,
		RunE:          func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	root.SetOut(a.env.Stdout)
	root.SetErr(a.env.Stderr)
	root.SetIn(a.env.Stdin)
	root.PersistentFlags().StringVarP(&a.dir, "campaign", "C", "", helpCampaign)
	root.PersistentFlags().BoolVar(&a.json, "json", false, helpJSON)
	root.SetUsageTemplate(usageTemplate)
	root.SetVersionTemplate("xeploai {{.Version}}\n")
	root.CompletionOptions.HiddenDefaultCmd = true
	root.SetHelpCommand(&cobra.Command{Use: "help", Hidden: true, RunE: func(*cobra.Command, []string) error { return root.Help() }})
	for _, v := range verbs() {
		root.AddCommand(v(a))
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
	for _, sub := range c.Commands() {
		vietnameseFlags(sub)
	}
}

// begin notes that the command line was understood.
func (a *app) begin() { a.started = true }

// open finds the campaign folder and opens it with the settings in force.
func (a *app) open() (*campaign.Campaign, error) {
	start := a.dir
	if start == "" {
		start = a.env.Dir
	}
	folder, err := campaign.Find(start)
	if err != nil {
		return nil, err
	}
	config, err := readConfig(folder.Settings(), a.env.Getenv)
	if err != nil {
		return nil, err
	}
	c, err := campaign.Open(folder, config, a.tool(), a.env.Now)
	if err != nil {
		return nil, err
	}
	if a.env.Terminal && !a.json {
		c.Progress = a.progress
	}
	return c, nil
}

func (a *app) tool() string { return "xeploai " + a.env.Version }

// progress redraws one line on a terminal; a pipe never sees it.
func (a *app) progress(done, total int) {
	fmt.Fprintf(a.env.Stderr, "\r%s", messageProgress(done, total))
	if done == total {
		fmt.Fprintln(a.env.Stderr)
	}
}
