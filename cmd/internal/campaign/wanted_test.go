package campaign

import (
	"maps"
	"slices"
	"testing"
	"time"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// Under 21-HD nobody has a grade without his months of sick leave, so the
// template says so of every member; under 366 the same column is for show.
func TestTemplatesTellWhatGradesNeed(t *testing.T) {
	for period, want := range map[string]bool{"2020": true, "2025": false} {
		year, _ := evaluate.ParsePeriod(period)
		config := Config{Period: period, ReferenceDate: period + "-12-31", CommentFromMonths: "6",
			Office: excel.Office{Code: "DU", Name: "ĐẢNG ỦY XÃ MẪU", Superior: "ĐẢNG BỘ TỈNH MẪU", Place: "Mẫu"}}
		c := begun(t, config, []evaluate.Org{{Code: "DU", Name: "Đảng bộ xã Mẫu", Level: evaluate.CommitteeLevel, Type: "commune"},
			{Code: "CB", Name: "Chi bộ Mẫu", Parent: "DU", Level: evaluate.BaseBranch, Type: "commune"}}, nil, time.Date(year.Year, 12, 31, 8, 0, 0, 0, time.UTC))
		specs, err := c.TemplateSpecs()
		if err != nil {
			t.Fatal(err)
		}
		seen := false
		for _, spec := range specs {
			for i := range spec.Sheets {
				s := &spec.Sheets[i]
				if at, ok := s.Schema.Index("sick_leave_months"); ok && s.Schema.Kind == evaluate.Member && spec.Stamp.Kind == excel.BranchBook {
					seen = true
					asked := map[string]int{}
					for _, f := range s.Forms {
						asked[f.Name] = len(f.Wanted)
					}
					if period == "2025" && !maps.Equal(asked, map[string]int{"Phụ lục 3": 8, "Phụ lục 4": 4, "Phụ lục 5": 5}) {
						t.Errorf("the score sheets of members ask for %v", asked)
					}
					if admitted, _ := s.Schema.Index("admitted_on"); s.Latest[admitted] != year.Last() {
						t.Errorf("%s: somebody may be admitted until %v", period, s.Latest[admitted])
					}
					if !slices.Contains(s.Facts, at) || slices.Contains(s.Wanted, at) != want {
						t.Errorf("%s, %s: asked for: %v, wanted: %v", period, spec.Stamp.Org, slices.Contains(s.Facts, at), slices.Contains(s.Wanted, at))
					}
				}
			}
		}
		if !seen {
			t.Errorf("%s: no sheet of members", period)
		}
	}
}
