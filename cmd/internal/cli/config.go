package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"reflect"
	"strings"
	"time"

	"github.com/go-viper/mapstructure/v2"
	"github.com/spf13/pflag"
	"github.com/spf13/viper"

	"github.com/xeploai/xeploai/cmd/internal/campaign"
	"github.com/xeploai/xeploai/excel"
)

// settings mirrors xeploai.yaml. Viper folds the case of every key, so nothing
// but these settings may ever pass through it: never a rule file, never a code.
type settings struct {
	Period            string         `mapstructure:"period"`
	ReferenceDate     string         `mapstructure:"reference_date"`
	Office            officeSettings `mapstructure:"office"`
	Rules             ruleSettings   `mapstructure:"rules"`
	CommentFromMonths string         `mapstructure:"comment_from_months"`
	Workers           int            `mapstructure:"workers"`
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
	Switches     []string `mapstructure:"switches"`
}

// settingKeys lists every key, so that XEPLOAI_OFFICE_NAME and its like are
// seen even where the file is silent.
func settingKeys() []string {
	return []string{"period", "reference_date", "office.code", "office.name", "office.superior", "office.place", "office.preparer",
		"office.signer", "office.signed_by", "rules.folder", "rules.member", "rules.organization", "rules.switches",
		"comment_from_months", "workers"}
}

// settingFlags says which flags stand over which settings.
func settingFlags() map[string]string {
	return map[string]string{"rules": "rules.folder", "workers": "workers"}
}

// readConfig reads the settings file with the environment and the flags over it. An unknown
// key is refused: a slip of the pen must not silently mean the default.
func readConfig(path string, flags *pflag.FlagSet, getenv func(string) string) (campaign.Config, error) {
	v := viper.New()
	v.SetConfigFile(path)
	v.SetConfigType("yaml")
	if err := v.ReadInConfig(); err != nil {
		if errors.Is(err, fs.ErrNotExist) {
			return campaign.Config{}, campaign.FailSettings(path, messageNoSettings, err)
		}
		return campaign.Config{}, campaign.FailSettings(path, messageBadSettings(err.Error()), err)
	}
	for _, key := range settingKeys() {
		name := "XEPLOAI_" + strings.ToUpper(strings.ReplaceAll(key, ".", "_"))
		if value := getenv(name); value != "" {
			v.Set(key, value)
		}
	}
	for name, key := range settingFlags() {
		if f := flags.Lookup(name); f != nil && f.Changed {
			v.Set(key, f.Value.String())
		}
	}
	var s settings
	hooks := mapstructure.ComposeDecodeHookFunc(asWritten, mapstructure.StringToSliceHookFunc(","))
	if err := v.UnmarshalExact(&s, viper.DecodeHook(hooks)); err != nil {
		return campaign.Config{}, campaign.FailSettings(path, messageBadSettings(settingFault(err)), err)
	}
	return campaign.Config{
		Period: s.Period, ReferenceDate: s.ReferenceDate,
		Office: excel.Office{Code: s.Office.Code, Name: s.Office.Name, Superior: s.Office.Superior, Place: s.Office.Place,
			Preparer: s.Office.Preparer, Signer: s.Office.Signer, SignedBy: s.Office.SignedBy},
		Rules: campaign.RuleSettings{Folder: s.Rules.Folder, Member: s.Rules.Member, Organization: s.Rules.Organization,
			Switches: s.Rules.Switches},
		CommentFromMonths: s.CommentFromMonths, Workers: s.Workers,
	}, nil
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

// settingFault says which keys are unknown, in words.
func settingFault(err error) string {
	text := err.Error()
	if i := strings.Index(text, "invalid keys: "); i >= 0 {
		keys := text[i+len("invalid keys: "):]
		if j := strings.IndexByte(keys, '\n'); j >= 0 {
			keys = keys[:j]
		}
		return messageUnknownKeys(keys)
	}
	return text
}
