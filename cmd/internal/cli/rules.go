package cli

import (
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/xeploai/xeploai/cmd/internal/campaign"
	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
	"github.com/xeploai/xeploai/rules"
)

func newRules(a *app) *cobra.Command {
	cmd := &cobra.Command{Use: "rules", Aliases: []string{"quy-tac"}, Short: helpRules, Args: arguments(0, 0), RunE: a.helpOnly}
	cmd.AddCommand(
		a.rulesVerb("list", helpRulesList, arguments(0, 0), listRules),
		newRulesShow(a),
		newRulesFacts(a),
		newRulesCheck(a),
		newRulesTest(a),
		a.rulesVerb("diff MÃ-1 MÃ-2", helpRulesDiff, arguments(2, 2), diffRules),
		newRulesNew(a),
		newRulesSchema(a),
	)
	return cmd
}

// ruleShelf is the rules at hand: those of the campaign, or the built-in ones
// where the command is given outside any.
type ruleShelf struct {
	layers  []rules.Layer
	library *evaluate.Library
	found   []evaluate.Problem
	// home is the campaign's folder, or where the user stands; local the folder
	// of the office's own rules, "" for none.
	home, local string
	inCampaign  bool
	office      excel.Office // whose head stands on what is printed
}

// set finds the one set of an id, or of an id and edition.
func (s ruleShelf) set(ref string) (*evaluate.RuleSet, error) {
	var fit []*evaluate.RuleSet
	for _, rs := range s.library.Sets {
		if rs.Ref() == ref || rs.Spec.ID == ref {
			fit = append(fit, rs)
		}
	}
	fit = s.library.Current(fit) // an id alone means the edition in force
	if len(fit) != 1 {
		return nil, failNoSet(ref, len(fit), s.refs())
	}
	return fit[0], nil
}

// refs names the sets, with and without their editions, for hints.
func (s ruleShelf) refs() []string {
	var out []string
	for _, rs := range s.library.Sets {
		out = append(out, rs.Spec.ID, rs.Ref())
	}
	return out
}

func (a *app) rulesVerb(use, short string, args cobra.PositionalArgs, work func(ruleShelf, []string) (output, error)) *cobra.Command {
	cmd := &cobra.Command{Use: use, Short: short, Args: args}
	cmd.RunE = a.run(func(args []string) (output, error) {
		shelf, err := a.shelf(cmd.Flags())
		if err != nil {
			return nil, err
		}
		return work(shelf, args)
	})
	return cmd
}

func (a *app) shelf(flags *pflag.FlagSet) (ruleShelf, error) {
	var config campaign.Config
	folder, err := campaign.Find(a.where())
	switch {
	case err == nil:
		if config, err = a.config(folder, flags); err != nil {
			return ruleShelf{}, err
		}
	case a.dir != "":
		return ruleShelf{}, err
	default:
		folder = campaign.Folder{Root: a.env.Dir}
		if f := flags.Lookup("rules"); f != nil {
			config.Rules.Folder = f.Value.String()
		}
	}
	s := ruleShelf{home: folder.Root, inCampaign: err == nil, office: config.Office}
	if !s.inCampaign {
		s.office = excel.Office{Name: defaultOfficeName, Signer: defaultSigner}
	}
	if s.layers, err = campaign.Layers(folder, config); err != nil {
		return ruleShelf{}, err
	}
	if config.Rules.Folder != "" {
		s.local = folder.Rules(config)
	}
	s.library, s.found = rules.Load(config.Rules.Switches, s.layers...)
	return s, nil
}
