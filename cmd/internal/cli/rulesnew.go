package cli

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"github.com/spf13/cobra"
	"golang.org/x/text/unicode/norm"

	"github.com/xeploai/xeploai/cmd/internal/campaign"
	"github.com/xeploai/xeploai/rules"
)

type rulesNewOptions struct {
	id, from, dir, title, profile string
}

// localRulesDir is where a campaign without rules of its own gets them.
const localRulesDir = "quy-tac"

func newRulesNew(a *app) *cobra.Command {
	opt := rulesNewOptions{}
	cmd := &cobra.Command{Use: "new MÃ", Short: helpRulesNew, Example: exampleRulesNew, Args: arguments(1, 1)}
	cmd.RunE = a.run(func(args []string) (output, error) {
		opt.id = args[0]
		shelf, err := a.shelf(cmd.Flags())
		if err != nil {
			return nil, err
		}
		return a.newRuleSet(shelf, opt)
	})
	f := cmd.Flags()
	f.StringVar(&opt.from, "from", "", helpRulesFrom)
	f.StringVar(&opt.dir, "dir", "", helpRulesDir)
	f.StringVar(&opt.title, "title", "", helpRulesTitle)
	f.StringVar(&opt.profile, "profile", "", helpRulesProfile)
	return cmd
}

// newRuleSet scaffolds a local set: all files, or none.
func (a *app) newRuleSet(s ruleShelf, opt rulesNewOptions) (output, error) {
	if id := asID(opt.id); id != opt.id || id == "" {
		return nil, usageError{errors.New(messageBadID(opt.id, id))}
	}
	if opt.from == "" {
		return nil, usageError{errors.New(messageNoFrom)}
	}
	if _, err := s.set(opt.id); err == nil {
		return nil, usageError{errors.New(messageTakenID(opt.id))}
	}
	parent, err := s.set(opt.from)
	if err != nil {
		return nil, err
	}
	profiles := rules.ScaffoldProfiles(parent)
	switch {
	case opt.profile == "" && len(profiles) > 0:
		opt.profile = profiles[len(profiles)-1]
	case opt.profile != "" && !slices.Contains(profiles, opt.profile):
		return nil, usageError{errors.New(messageNoProfile(opt.profile, parent.Ref(), profiles))}
	}
	if opt.title == "" {
		opt.title = messageNewTitle(parent.Spec.Title)
	}
	dir := s.rulesDir(a, opt.dir)
	out := rulesNewOutput{ref: opt.id + "@" + parent.Spec.Edition, from: parent.Ref(), dir: dir, profile: opt.profile,
		unset: s.inCampaign && s.local == "" && opt.dir == ""}
	var files []campaign.NewFile
	for _, f := range rules.Scaffold(s.library, s.layers, rules.NewSet{ID: opt.id, Title: opt.title, Parent: parent, Profile: opt.profile}) {
		path := filepath.Join(dir, filepath.FromSlash(f.Path))
		if _, err := os.Stat(path); err == nil && strings.HasPrefix(f.Path, rules.SchemaDir+"/") {
			continue // of an earlier set; `rules schema --dir` brings it up to date
		}
		files = append(files, campaign.NewFile{Path: path, Data: f.Data})
		out.written = append(out.written, f.Path)
	}
	return out, campaign.SaveNew(files)
}

// rulesDir is the folder that new rules go to: the one named, that of the
// office's own rules, one made in the campaign, or where the user stands.
func (s ruleShelf) rulesDir(a *app, named string) string {
	switch {
	case named != "":
		return a.path(named)
	case s.local != "":
		return s.local
	case s.inCampaign:
		return filepath.Join(s.home, localRulesDir)
	}
	return s.home
}

// asID turns a name into an id: Vietnamese letters without their marks, small,
// everything else a hyphen.
func asID(name string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(strings.ToLower(name)) {
		switch {
		case unicode.Is(unicode.Mn, r):
		case r == 'đ':
			b.WriteByte('d')
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			b.WriteRune(r)
		case !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
	}
	return strings.Trim(b.String(), "-")
}

type rulesNewOutput struct {
	ref, from, dir, profile string
	written                 []string
	unset                   bool // the campaign does not name the folder yet
}

func (o rulesNewOutput) status() status { return status{} }

func (o rulesNewOutput) text(a *app) {
	for _, f := range o.written {
		a.say("%s", filepath.Join(o.dir, filepath.FromSlash(f)))
	}
	a.say("%s", messageNewSet(o.ref, o.from, o.profile, o.dir, o.unset))
}

func (o rulesNewOutput) json(w io.Writer) error {
	return encode(w, struct {
		Schema   int           `json:"schema"`
		Set      string        `json:"set"`
		From     string        `json:"from"`
		Profile  string        `json:"profile,omitempty"`
		Folder   string        `json:"folder"`
		Written  []string      `json:"written"`
		Problems []jsonProblem `json:"problems"`
	}{1, o.ref, o.from, o.profile, filepath.ToSlash(o.dir), o.written, []jsonProblem{}})
}
