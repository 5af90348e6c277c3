package cli

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/xeploai/xeploai/cmd/internal/campaign"
	"github.com/xeploai/xeploai/rules"
)

func newRulesSchema(a *app) *cobra.Command {
	var dir string
	cmd := &cobra.Command{Use: "schema [" + strings.Join(rules.SchemaNames(), "|") + "]", Short: helpRulesSchema, Example: exampleRulesSchema, Args: arguments(0, 1)}
	cmd.RunE = a.run(func(args []string) (output, error) {
		names := rules.SchemaNames()
		if len(args) > 0 {
			if !slices.Contains(names, args[0]) {
				return nil, usageError{errors.New(messageNoSchema(args[0], names))}
			}
			names = args
		}
		if dir == "" {
			if len(names) > 1 {
				return nil, usageError{errors.New(messageWhichSchema(names))}
			}
			return rulesSchemaOutput{name: names[0]}, nil
		}
		return writeSchemas(filepath.Join(a.path(dir), rules.SchemaDir), names)
	})
	cmd.Flags().StringVar(&dir, "dir", "", helpSchemaDir)
	return cmd
}

// writeSchemas puts schemas into a folder. Those written before are brought up
// to date; any other file of the name is left alone and nothing is written.
func writeSchemas(dir string, names []string) (output, error) {
	out := rulesSchemaOutput{}
	var fresh []campaign.NewFile
	for _, name := range names {
		path, data := filepath.Join(dir, name+".json"), rules.FileSchema(name)
		old, err := os.ReadFile(path)
		switch {
		case err == nil && bytes.Equal(old, data):
			continue
		case err == nil && rules.IsFileSchema(old):
			if err := campaign.Save(path, func(w io.Writer) error { _, err := w.Write(data); return err }, nil); err != nil {
				return nil, err
			}
		default:
			fresh = append(fresh, campaign.NewFile{Path: path, Data: data})
		}
		out.written = append(out.written, path)
	}
	return out, campaign.SaveNew(fresh)
}

// rulesSchemaOutput is a schema printed, or the files written.
type rulesSchemaOutput struct {
	name    string
	written []string
}

func (o rulesSchemaOutput) status() status { return status{} }

func (o rulesSchemaOutput) text(a *app) {
	if o.name != "" {
		a.say("%s", bytes.TrimSpace(rules.FileSchema(o.name)))
		return
	}
	for _, f := range o.written {
		a.say("%s", f)
	}
	a.say("%s", messageSchemas(len(o.written)))
}

func (o rulesSchemaOutput) json(w io.Writer) error {
	out := struct {
		Schema   int             `json:"schema"`
		Name     string          `json:"name,omitempty"`
		Content  json.RawMessage `json:"json_schema,omitempty"`
		Written  []string        `json:"written"`
		Problems []jsonProblem   `json:"problems"`
	}{1, o.name, nil, []string{}, []jsonProblem{}}
	if o.name != "" {
		out.Content = rules.FileSchema(o.name)
	}
	for _, f := range o.written {
		out.Written = append(out.Written, filepath.ToSlash(f))
	}
	return encode(w, out)
}
