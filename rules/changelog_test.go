package rules

import (
	"io/fs"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
)

// changelog reads the table of editions: by reference, what each row says.
func changelog(t *testing.T) (text string, rows map[string][]string) {
	t.Helper()
	raw, err := os.ReadFile("CHANGELOG.md")
	if err != nil {
		t.Fatal(err)
	}
	rows = map[string][]string{}
	for _, line := range strings.Split(string(raw), "\n") {
		cells := strings.Split(strings.Trim(line, "| "), "|")
		if strings.HasPrefix(line, "|") && strings.Count(cells[0], "@") > 1 {
			t.Errorf("CHANGELOG.md has one row for several editions, which may stand elsewhere again: %s", cells[0])
		}
		if ref := regexp.MustCompile("^ *`([^`]+@[^`]+)` *$").FindStringSubmatch(cells[0]); ref != nil {
			if rows[ref[1]] != nil {
				t.Errorf("CHANGELOG.md has two rows for %s", ref[1])
			}
			rows[ref[1]] = cells[1:]
		}
	}
	return string(raw), rows
}

// Every edition has its row, with the periods it is in force for and the grades
// it touches; every row is about an edition there is.
func TestChangelogNamesEveryEdition(t *testing.T) {
	_, rows := changelog(t)
	lib, _ := Load(nil, Builtin())
	sets := map[string]*evaluate.RuleSet{}
	for _, rs := range lib.Sets {
		sets[rs.Ref()] = rs
		row := rows[rs.Ref()]
		if len(row) != 3 || strings.TrimSpace(row[0]) == "" || strings.TrimSpace(row[1]) == "" || strings.TrimSpace(row[2]) == "" {
			t.Errorf("CHANGELOG.md has no row for %s with periods, grades and contents", rs.Ref())
			continue
		}
		if !strings.Contains(row[0], rs.Spec.From.String()) || rs.Spec.To != nil && !strings.Contains(row[0], rs.Spec.To.String()) {
			t.Errorf("CHANGELOG.md: the periods of %s are %q, but it is in force from %s to %v", rs.Ref(), row[0], rs.Spec.From, rs.Spec.To)
		}
	}
	for ref := range rows {
		if sets[ref] == nil {
			t.Errorf("CHANGELOG.md has a row for %s, which is no edition", ref)
		}
	}
}

// Whatever is locked is told of: a set by its row, a sheet by its name.
func TestChangelogNamesEverythingLocked(t *testing.T) {
	text, rows := changelog(t)
	lock, err := fs.ReadFile(Builtin().FS, lockFile)
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range strings.Split(string(lock), "\n") {
		e, ok := parseLockLine(line)
		name := strings.TrimSuffix(e.name[strings.LastIndex(e.name, "/")+1:], ".yaml")
		switch {
		case !ok:
		case strings.HasPrefix(e.name, "sheets/") && !strings.Contains(text, "`"+name+"`"):
			t.Errorf("CHANGELOG.md does not name the locked sheet %s", name)
		case !strings.HasPrefix(e.name, "sheets/") && rows[name] == nil:
			t.Errorf("CHANGELOG.md has no row for the locked edition %s", name)
		}
	}
}
