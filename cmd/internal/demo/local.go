package demo

import (
	"embed"
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"strings"

	"github.com/xeploai/xeploai/cmd/internal/campaign"
	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/rules"
)

//go:embed local
var localFiles embed.FS

// localFolder is the folder of the office's own rules within the campaign.
const localFolder = "quy-tac"

// localLayer are the sample office's own rules: an example of a vote for each
// regime, which no text of those years asks for and which therefore is no
// built-in set.
func localLayer() rules.Layer {
	sub, err := fs.Sub(localFiles, "local")
	if err != nil {
		panic("demo: the embedded rules are part of the program: " + err.Error())
	}
	return rules.Layer{Name: localFolder, FS: sub}
}

// library reads the built-in rules and the office's own.
func library() (*evaluate.Library, error) {
	lib, ps := rules.Load(switches(), rules.Builtin(), localLayer())
	if worst, any := evaluate.Worst(ps); any && worst == evaluate.Error {
		return nil, fmt.Errorf("rules of the sample office: %s %s", ps[0].At, ps[0].Message)
	}
	return lib, nil
}

// chosen names the office's own set of a kind for the period, "" for none.
func chosen(lib *evaluate.Library, k evaluate.Kind, o Options) string {
	if !o.full() {
		return ""
	}
	entries, _ := fs.ReadDir(localFiles, "local/sets")
	for _, e := range entries {
		ref := strings.TrimSuffix(e.Name(), ".yaml")
		if _, err := lib.InForce(evaluate.LibraryKey{Track: evaluate.PartyTrack, Kind: k, Period: o.Period, Chosen: ref}); err == nil {
			return ref
		}
	}
	return ""
}

// inForce finds the set by which the sample office grades a kind: its own, else
// the central one. Errors are those of campaign.InForce.
func inForce(lib *evaluate.Library, k evaluate.Kind, o Options) (*evaluate.RuleSet, error) {
	if own := chosen(lib, k, o); own != "" {
		return lib.InForce(evaluate.LibraryKey{Track: evaluate.PartyTrack, Kind: k, Period: o.Period, Chosen: own})
	}
	return campaign.InForce(lib, k, o.Period)
}

// localRules are the settings that name the office's own sets.
func localRules(lib *evaluate.Library, o Options) campaign.RuleSettings {
	out := campaign.RuleSettings{Chosen: map[evaluate.Kind]string{}}
	for _, k := range gradedKinds(o) {
		if own := chosen(lib, k, o); own != "" {
			out.Folder, out.Chosen[k] = localFolder, own
		}
	}
	return out
}

// writeLocal lays the office's own rules into its campaign. Errors are those of
// writing.
func writeLocal(f campaign.Folder, c campaign.Config) error {
	if c.Rules.Folder == "" {
		return nil
	}
	var files []campaign.NewFile
	for _, name := range []string{"sets", "cases"} {
		entries, err := fs.ReadDir(localFiles, path.Join("local", name))
		if err != nil {
			return err
		}
		for _, e := range entries {
			data, err := localFiles.ReadFile(path.Join("local", name, e.Name()))
			if err != nil {
				return err
			}
			files = append(files, campaign.NewFile{Path: filepath.Join(f.Rules(c), name, e.Name()), Data: data})
		}
	}
	return campaign.SaveNew(files)
}
