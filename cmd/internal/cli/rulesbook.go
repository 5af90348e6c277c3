package cli

import (
	"io"

	"github.com/xeploai/xeploai/cmd/internal/campaign"
	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
	"github.com/xeploai/xeploai/rules"
)

// writeRuleBook prints a set into a new workbook.
func (a *app) writeRuleBook(s ruleShelf, rs *evaluate.RuleSet, v rules.SetView, path string) error {
	spec := ruleBook(v, rules.ShowCases(s.library, rs, s.layers...))
	spec.Office, spec.Tool, spec.Time = s.office, a.tool(), a.env.Now()
	return campaign.SaveNewWorkbook(path, func(w io.Writer) error { return excel.WriteRuleBook(w, spec) },
		func(tmp string) error { return excel.Verify(tmp, nil) })
}

// ruleBook hands over the words of a set from the package that knows rules to
// the one that knows workbooks.
func ruleBook(v rules.SetView, cases []rules.CaseView) excel.RuleBookSpec {
	out := excel.RuleBookSpec{Title: v.Title, InForce: v.InForce, Ref: v.Ref, Digest: v.SHA256, Extends: v.Extends}
	for _, r := range v.Scale {
		out.Scale = append(out.Scale, r.Label)
	}
	titles := map[string]string{}
	for _, s := range v.Sheets {
		titles[s.ID] = messageScoredBy(s.Title)
	}
	for _, s := range v.Sections {
		section := excel.RuleSection{Title: s.Title}
		for _, r := range s.Rules {
			if title := titles[r.Effect]; title != "" && s.Key == "profiles" {
				r.Effect = title
			}
			section.Rules = append(section.Rules, bookLine(&r, false))
			for j := range r.Parts {
				section.Rules = append(section.Rules, bookLine(&r.Parts[j], true))
			}
		}
		out.Sections = append(out.Sections, section)
	}
	who := map[string]string{}
	for _, s := range v.Sections {
		for _, r := range s.Rules {
			if s.Key == "profiles" {
				who[r.ID] = r.Text
			}
		}
	}
	for i := range v.Sheets {
		out.Sheets = append(out.Sheets, bookSheet(&v.Sheets[i], who))
	}
	for _, c := range cases {
		out.Cases = append(out.Cases, excel.RuleCase{Name: c.Name, Number: c.Number, Mark: c.Mark, Given: c.Given, Expected: c.Expected})
	}
	for _, s := range v.Sources {
		out.Sources = append(out.Sources, excel.RuleSource{Number: s.Number, Date: s.Date, Title: s.Title})
	}
	return out
}

func bookLine(r *rules.RuleView, part bool) excel.RuleLine {
	out := excel.RuleLine{Part: part, ID: r.ID, Text: r.Text, Cite: r.Cite, Standing: r.StandingLabel, Note: r.Note,
		Quoted: isQuoted(r.Standing), Off: r.Off}
	out.Condition = joinSentences(r.Condition, r.Scope, r.Effect)
	if r.Layer != rules.BuiltinLayer {
		out.SaidBy = r.Layer
	}
	return out
}

func bookSheet(s *rules.SheetView, who map[string]string) excel.RuleSheet {
	out := excel.RuleSheet{Title: s.Title, How: s.How, Max: s.Max, Cite: s.Cite, Standing: s.StandingLabel, Note: s.Note, Quoted: isQuoted(s.Standing)}
	var served []string
	for _, p := range s.Profiles {
		served = append(served, who[p])
	}
	out.For = joinSentences(served...)
	for _, r := range s.Rows {
		line := excel.RuleSheetLine{ID: r.ID, Label: r.Label, How: r.How, Max: r.Max, Cite: r.Cite, Standing: r.StandingLabel, Note: r.Note, Quoted: isQuoted(r.Standing)}
		switch r.Depth {
		case rules.DepthCriterion:
			line.Depth = 1
		case rules.DepthLine:
			line.Depth = 2
		}
		out.Lines = append(out.Lines, line)
	}
	return out
}

func isQuoted(standing string) bool { return standing == string(evaluate.Quoted) }
