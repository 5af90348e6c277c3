package cli

import (
	"errors"
	"io"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/xeploai/xeploai/cmd/internal/campaign"
	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

type initOptions struct {
	dir       string
	period    string
	reference string
	office    excel.Office
}

func newInit(a *app) *cobra.Command {
	opt := initOptions{}
	cmd := &cobra.Command{Use: "init THƯ-MỤC", Aliases: []string{"khoi-tao"}, Short: helpInit, Example: exampleInit, Args: arguments(1, 1)}
	cmd.RunE = a.run(func(args []string) (output, error) {
		opt.dir = a.path(args[0])
		return a.runInit(opt)
	})
	f := cmd.Flags()
	f.StringVar(&opt.period, "period", "", helpPeriod)
	f.StringVar(&opt.reference, "reference-date", "", helpReference)
	f.StringVar(&opt.office.Code, "office-code", defaultOfficeCode, helpOfficeCode)
	f.StringVar(&opt.office.Name, "office-name", defaultOfficeName, helpOfficeName)
	f.StringVar(&opt.office.Superior, "superior", "", helpSuperior)
	f.StringVar(&opt.office.Place, "place", "", helpPlace)
	f.StringVar(&opt.office.Signer, "signer", defaultSigner, helpSigner)
	return cmd
}

// runInit makes a campaign. The period is last year until June, when the
// reviews of a year are under way, this year after that; its last day is the
// reference date.
func (a *app) runInit(opt initOptions) (output, error) {
	if opt.period == "" {
		opt.period = reviewedYear(a.env.Now()).String()
	}
	p, ok := evaluate.ParsePeriod(opt.period)
	if !ok {
		return nil, usageError{errors.New(messageBadPeriod(opt.period))}
	}
	day := p.Last()
	if opt.reference != "" {
		if day, ok = campaign.ParseDay(opt.reference); !ok {
			return nil, usageError{errors.New(messageBadDay(opt.reference))}
		}
	}
	if strings.TrimSpace(opt.office.Code) == "" {
		return nil, usageError{errors.New(messageNoOfficeCode)}
	}
	opt.reference = day.String()
	folder, err := campaign.Init(opt.dir, campaign.Config{Period: opt.period, ReferenceDate: opt.reference, Office: opt.office,
		CommentFromMonths: defaultCommentMonths}, nil, nil, a.env.Now())
	if err != nil {
		return nil, err
	}
	return initOutput{folder: folder, period: opt.period}, nil
}

func reviewedYear(now time.Time) evaluate.Period {
	return evaluate.Period{Granularity: evaluate.Yearly, Year: now.AddDate(0, -6, 0).Year()}
}

type initOutput struct {
	folder campaign.Folder
	period string
}

func (o initOutput) status() status { return status{} }

func (o initOutput) text(a *app) { a.say("%s", messageInit(o.folder.Root, o.period)) }

func (o initOutput) json(w io.Writer) error {
	return encode(w, struct {
		Schema   int      `json:"schema"`
		Period   string   `json:"period"`
		Written  []string `json:"written"`
		Problems []string `json:"problems"`
	}{1, o.period, []string{campaign.SettingsName, campaign.OrgListName}, []string{}})
}
