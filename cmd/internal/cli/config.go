package cli

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"reflect"
	"regexp"
	"strings"
	"time"

	"github.com/go-viper/mapstructure/v2"
	"github.com/spf13/viper"

	"github.com/xeploai/xeploai/cmd/internal/campaign"
	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// settings mirrors xeploai.yaml. Viper folds the case of every key, so nothing
// but these settings may ever pass through it: never a rule file, never a code.
type settings struct {
	Period            string         `mapstructure:"period"`
	ReferenceDate     string         `mapstructure:"reference_date"`
	Office            officeSettings `mapstructure:"office"`
	Rules             ruleSettings   `mapstructure:"rules"`
	Kinds             []string       `mapstructure:"kinds"`
	CommentFromMonths string         `mapstructure:"comment_from_months"`
	Workers           int            `mapstructure:"workers"`
	// Deadlines are a list, not a map: codes as keys would lose their case.
	Deadlines    []deadlineSettings `mapstructure:"deadlines"`
	WatchSeconds int                `mapstructure:"watch_seconds"`
}

type deadlineSettings struct {
	Org    string `mapstructure:"org"`
	Within string `mapstructure:"within"`
	Level  string `mapstructure:"level"`
	Date   string `mapstructure:"date"`
}

type officeSettings struct {
	Code     string `mapstructure:"code"`
	Name     string `mapstructure:"name"`
	Superior string `mapstructure:"superior"`
	Place    string `mapstructure:"place"`
	Preparer string `mapstructure:"preparer"`
	Signer   string `mapstructure:"signer"`
	SignedBy string `mapstructure:"signed_by"`
}

type ruleSettings struct {
	Folder       string   `mapstructure:"folder"`
	Member       string   `mapstructure:"member"`
	Organization string   `mapstructure:"organization"`
	Collective   string   `mapstructure:"collective"`
	Leader       string   `mapstructure:"leader"`
	Unit         string   `mapstructure:"unit"`
	Staff        string   `mapstructure:"staff"`
	Switches     []string `mapstructure:"switches"`
}

// settingKeys lists every key, so that XEPLOAI_OFFICE_NAME and its like are
// seen even where the file is silent.
func settingKeys() []string {
	return []string{"period", "reference_date", "office.code", "office.name", "office.superior", "office.place", "office.preparer",
		"office.signer", "office.signed_by", keyRulesFolder, "rules.member", "rules.organization", "rules.collective", "rules.leader",
		"rules.unit", "rules.staff", "rules.switches", "kinds", "comment_from_months", "workers", keyWatchSeconds}
}

// settingFlags says which flags stand over which settings.
func settingFlags() map[string]string {
	return map[string]string{"rules": keyRulesFolder, "workers": "workers", "interval": keyWatchSeconds}
}

const (
	keyRulesFolder  = "rules.folder"
	keyWatchSeconds = "watch_seconds"
)

// envName is the environment variable of a setting.
func envName(key string) string {
	return "XEPLOAI_" + strings.ToUpper(strings.ReplaceAll(key, ".", "_"))
}

// readConfig reads the settings file with the environment and, over that, the
// given values by key. An unknown key is refused: a slip of the pen must not
// silently mean the default.
func readConfig(path string, given map[string]string, getenv func(string) string) (campaign.Config, error) {
	v := viper.New()
	v.SetConfigFile(path)
	v.SetConfigType("yaml")
	if err := v.ReadInConfig(); err != nil {
		if errors.Is(err, fs.ErrNotExist) {
			return campaign.Config{}, campaign.FailSettings(path, messageNoSettings, err)
		}
		return campaign.Config{}, campaign.FailSettings(path, yamlFault(path, err), err)
	}
	for _, key := range settingKeys() {
		if value := getenv(envName(key)); value != "" {
			v.Set(key, value)
		}
	}
	for key, value := range given {
		v.Set(key, value)
	}
	var s settings
	hooks := mapstructure.ComposeDecodeHookFunc(asWritten, mapstructure.StringToSliceHookFunc(","))
	if err := v.UnmarshalExact(&s, viper.DecodeHook(hooks)); err != nil {
		return campaign.Config{}, campaign.FailSettings(path, settingFault(err, getenv), err)
	}
	return campaign.Config{
		Period: s.Period, ReferenceDate: s.ReferenceDate,
		Office: excel.Office{Code: s.Office.Code, Name: s.Office.Name, Superior: s.Office.Superior, Place: s.Office.Place,
			Preparer: s.Office.Preparer, Signer: s.Office.Signer, SignedBy: s.Office.SignedBy},
		Rules: campaign.RuleSettings{Folder: s.Rules.Folder, Chosen: s.Rules.chosen(), Switches: s.Rules.Switches},
		Kinds: kindsOf(s.Kinds), CommentFromMonths: s.CommentFromMonths, Workers: s.Workers,
		Deadlines: deadlinesOf(s.Deadlines), WatchSeconds: s.WatchSeconds,
	}, nil
}

// chosen are the sets named, by kind.
func (r ruleSettings) chosen() map[evaluate.Kind]string {
	return map[evaluate.Kind]string{evaluate.Member: r.Member, evaluate.Organization: r.Organization, evaluate.Collective: r.Collective,
		evaluate.Leader: r.Leader, evaluate.Unit: r.Unit, evaluate.Staff: r.Staff}
}

func deadlinesOf(given []deadlineSettings) []campaign.Deadline {
	var out []campaign.Deadline
	for _, d := range given {
		out = append(out, campaign.Deadline{Org: d.Org, Within: d.Within, Level: evaluate.OrgLevel(strings.TrimSpace(d.Level)), Date: d.Date})
	}
	return out
}

func kindsOf(names []string) []evaluate.Kind {
	var out []evaluate.Kind
	for _, name := range names {
		out = append(out, evaluate.Kind(strings.TrimSpace(name)))
	}
	return out
}

// asWritten gives a value back as it was written: YAML takes 2025-12-31 for a
// time, and 2025 for a number.
func asWritten(from, to reflect.Type, data any) (any, error) {
	if to.Kind() != reflect.String || from.Kind() == reflect.String {
		return data, nil
	}
	if t, ok := data.(time.Time); ok {
		return t.Format(time.DateOnly), nil
	}
	return fmt.Sprint(data), nil
}

// yamlFault says where the parser gave up, not what it says in English. The
// commonest cause, a tab before a key, it does not name at all.
func yamlFault(path string, err error) string {
	if b, err := os.ReadFile(path); err == nil {
		if at := regexp.MustCompile(`(?m)^ *\t`).FindIndex(b); at != nil {
			return messageYAMLTab(1 + bytes.Count(b[:at[0]], []byte("\n")))
		}
	}
	line := ""
	if m := regexp.MustCompile(`line (\d+)`).FindStringSubmatch(err.Error()); m != nil {
		line = m[1]
	}
	return messageBadYAML(line)
}

// settingFault says which keys are unknown, or which one has a value of the
// wrong kind and where that was given.
func settingFault(err error, getenv func(string) string) string {
	text := err.Error()
	if _, keys, ok := strings.Cut(text, "invalid keys: "); ok {
		keys, _, _ = strings.Cut(keys, "\n")
		return messageUnknownKeys(keys)
	}
	key := ""
	if m := regexp.MustCompile(`'([a-z_.]+(?:\[\d+\][a-z_.]*)?)'`).FindStringSubmatch(text); m != nil {
		key = m[1]
	}
	if getenv(envName(key)) != "" {
		key = envName(key)
	}
	return messageBadSetting(key)
}
