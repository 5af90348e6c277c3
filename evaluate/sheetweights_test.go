package evaluate

import (
	"slices"
	"strings"
	"testing"
)

// Weights that already come to more than the sheet declares contradict it, whatever the
// blank ones are; one that is beyond what its line may have is told as that, in words
// about weights.
func TestWeightsBeyondTheirSum(t *testing.T) {
	spec := everyForm()
	third := spec.Groups[2].Criteria[1].Lines[0]
	third.ID, third.Weight, third.Parts = "III.3", spec.FactOf("III.3", "weight"), slices.Clone(third.Parts)
	for i := range third.Parts {
		third.Parts[i].Measure.Fact = spec.FactOf("III.3", third.Parts[i].ID)
	}
	spec.Groups[2].Criteria = append(spec.Groups[2].Criteria, SingleCriteria(third)...)
	v, ps := NewVocabulary(spec.Facts(), nil)
	failOn(t, ps)
	s, ps := compileSheet(spec, v.Schema(Leader))
	failOn(t, ps)
	rs := &RuleSet{schema: v.Schema(Leader), Sheets: []*Sheet{s}}
	for _, c := range []struct {
		name                 string
		first, second, third string
		want                 string // codes
		words                string
	}{
		{"beyond the sum, one blank", "15", "", "6", "E315", "dù còn ô để trống"},
		{"the whole sum, one blank", "15", "", "5", "", ""},
		{"one beyond its line, two blank", "20.01", "", "", "E310", "trọng số 20,01"},
		{"one beyond its line, and all beyond the sum", "20.01", "", "1", "E310 E315", ""},
		{"all given, beyond the sum", "15", "3", "5", "E315", "cộng lại là 23, phải là 20"},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := NewFrame(v.Schema(Leader))
			f.Append(Place{Source: -1})
			fill(t, f, 0, changed(fullLines(), map[string]string{"e_iii_1_weight": c.first, "e_iii_2_weight": c.second, "e_iii_3_weight": c.third}))
			var codes, words []string
			for _, p := range rs.checkPoints(f, 0, 0) {
				codes, words = append(codes, string(p.Code)), append(words, p.Message)
			}
			if strings.Join(codes, " ") != c.want || !strings.Contains(strings.Join(words, "; "), c.words) {
				t.Errorf("told %q %q, want %s %q", codes, words, c.want, c.words)
			}
		})
	}
}
