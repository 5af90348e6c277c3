package cli

import (
	"fmt"
	"path/filepath"
	"regexp"
	"testing"
)

// Every period that the help of the demo names works, and so do the smallest offices
// and those just large enough for scenes, whatever the seed.
func TestDemoEndsWell(t *testing.T) {
	type office struct {
		period        string
		members, seed int
	}
	named := regexp.MustCompile(`[0-9]{4}(-[0-9Q]+)?`).FindAllString(helpDemoPeriod, -1)
	if len(named) < 3 {
		t.Fatalf("%q names %q", helpDemoPeriod, named)
	}
	var list []office
	for i, period := range named {
		list = append(list, office{period, 1 + 2*(i%2), 1}, office{period, 60, 2 + i})
	}
	list = append(list, office{"2014", 400, 5}, office{"2025", 400, 3}, office{"2026", 400, 1}, office{"2026", 400, 2})
	for _, o := range list {
		t.Run(fmt.Sprintf("%s/%d/%d", o.period, o.members, o.seed), func(t *testing.T) {
			t.Parallel()
			s := &stage{t: t, dir: t.TempDir(), env: map[string]string{}}
			args := []string{"demo", filepath.Join(s.dir, "mau"), "--period", o.period, "--members", fmt.Sprint(o.members), "--seed", fmt.Sprint(o.seed)}
			if code := s.run(args...); code != 0 {
				t.Errorf("ended with %d\n%s%s", code, s.out.String(), s.err.String())
			}
		})
	}
}
