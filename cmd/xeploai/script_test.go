package main

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/xuri/excelize/v2"

	"github.com/xeploai/xeploai/cmd/internal/campaign"
	"github.com/xeploai/xeploai/cmd/internal/cli"
	"github.com/xeploai/xeploai/cmd/internal/demo"
	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// scripts is where the end-to-end stories stand.
const scripts = "../../testdata/script"

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"xeploai":      func() { bound(); os.Exit(cli.Main(os.Args[1:], frozen())) },
		"exits":        func() { bound(); os.Exit(exits(os.Args[1:])) },
		"xlsxset":      func() { os.Exit(failing(setCell(os.Args[1:]))) },
		"xlsxget":      func() { os.Exit(failing(getCell(os.Args[1:]))) },
		"xlsxdump":     func() { os.Exit(failing(dump(os.Args[1:]))) },
		"spoil":        func() { os.Exit(failing(spoil(os.Args[1:]))) },
		"office":       func() { os.Exit(failing(office(os.Args[1:]))) },
		"setting":      func() { os.Exit(failing(setting(os.Args[1:]))) },
		"roster":       func() { os.Exit(failing(roster(os.Args[1:]))) },
		"unprivileged": func() { os.Exit(failing(unprivileged(os.Args[1:]))) },
	})
}

// frozen is the real environment with a clock that stands still, so that
// outputs can be compared.
func frozen() cli.Env {
	env := cli.SystemEnv("test")
	env.Now = func() time.Time { return time.Date(2026, 1, 5, 8, 30, 0, 0, time.UTC) }
	env.Pause = arrivals(os.Getenv("ARRIVALS"))
	return env
}

// arrivals is time passing for a command that watches: instead of waiting it
// lays what is in dir/1, dir/2, … over the current folder, one after the other,
// and when there is no further one the watch is over.
func arrivals(dir string) func(context.Context, time.Duration) bool {
	n := 0
	return func(context.Context, time.Duration) bool {
		n++
		step := filepath.Join(dir, strconv.Itoa(n))
		if _, err := os.Stat(step); dir == "" || err != nil {
			return false
		}
		if err := lay(step, "."); err != nil {
			panic(err)
		}
		return true
	}
}

// lay copies the files of a folder into another, over what is there.
func lay(from, to string) error {
	return filepath.WalkDir(from, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name, err := filepath.Rel(from, path)
		if err != nil {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		if d.IsDir() {
			return os.MkdirAll(filepath.Join(to, name), info.Mode())
		}
		b, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		return os.WriteFile(filepath.Join(to, name), b, info.Mode())
	})
}

func TestScripts(t *testing.T) {
	found, err := filepath.Glob(filepath.Join(scripts, "*.txtar"))
	if err != nil || len(found) == 0 {
		t.Fatalf("no scripts in %s: %v", scripts, err)
	}
	offices := t.TempDir()
	testscript.Run(t, testscript.Params{Dir: scripts, RequireExplicitExec: true, Setup: func(e *testscript.Env) error {
		e.Setenv(officesVar, offices)
		return nil
	}})
}

func failing(err error) int {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return 0
}

// exits N[,M…] cmd args… runs a command and demands its exit code: a script by
// itself only tells zero from the rest.
func exits(args []string) int {
	if len(args) < 2 {
		return failing(fmt.Errorf("usage: exits N[,M…] command [args…]"))
	}
	cmd := exec.Command(args[1], args[2:]...)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = os.Stdin, os.Stdout, os.Stderr
	_ = cmd.Run()
	if cmd.ProcessState == nil {
		return failing(fmt.Errorf("%s did not start", args[1]))
	}
	if got := strconv.Itoa(cmd.ProcessState.ExitCode()); !slices.Contains(strings.Split(args[0], ","), got) {
		return failing(fmt.Errorf("%v ended with %s, want %s", args[1:], got, args[0]))
	}
	return 0
}

// xlsxset file sheet (cell value)… edits cells, as a person would in Excel:
// numbers become numbers, "=x" a formula without stored value, "" empties. A
// cell is named A9, or fact@9 by the hidden stamp row.
func setCell(args []string) error {
	if len(args) < 4 || len(args)%2 != 0 {
		return fmt.Errorf("usage: xlsxset file sheet (cell value)…")
	}
	f, err := excelize.OpenFile(args[0])
	if err != nil {
		return err
	}
	defer f.Close()
	rows := sync.OnceValues(func() ([][]string, error) { return f.GetRows(args[1]) }) // slow
	for i := 2; i < len(args); i += 2 {
		cell, err := resolve(rows, args[1], args[i])
		if err != nil {
			return err
		}
		if err := setOne(f, args[1], cell, args[i+1]); err != nil {
			return err
		}
	}
	return f.Save()
}

func setOne(f *excelize.File, sheet, cell, value string) error {
	if n, err := strconv.ParseFloat(value, 64); err == nil {
		return f.SetCellValue(sheet, cell, n)
	}
	switch {
	case value == "":
		return f.SetCellValue(sheet, cell, nil)
	case value[0] == '=':
		return f.SetCellFormula(sheet, cell, value[1:])
	case value[0] == '\'': // text even though it looks like a number
		return f.SetCellStr(sheet, cell, value[1:])
	}
	return f.SetCellStr(sheet, cell, value)
}

// xlsxget file sheet cell prints one cell.
func getCell(args []string) error {
	if len(args) != 3 {
		return fmt.Errorf("usage: xlsxget file sheet cell")
	}
	f, err := excelize.OpenFile(args[0])
	if err != nil {
		return err
	}
	defer f.Close()
	cell, err := resolve(func() ([][]string, error) { return f.GetRows(args[1]) }, args[1], args[2])
	if err != nil {
		return err
	}
	v, err := f.GetCellValue(args[1], cell)
	fmt.Println(v)
	return err
}

// stampRow is the hidden row of a template that names the fact of each column.
const stampRow = 6

// resolve turns fact@9 into the cell of that fact, or of that heading, in row 9.
func resolve(read func() ([][]string, error), sheet, name string) (string, error) {
	fact, row, byFact := strings.Cut(name, "@")
	if !byFact {
		return name, nil
	}
	rows, err := read()
	if err != nil {
		return "", err
	}
	if len(rows) >= stampRow {
		for i, v := range rows[stampRow-1] {
			if v == "#"+fact {
				column, err := excelize.ColumnNumberToName(i + 1)
				return column + row, err
			}
		}
		for _, heads := range rows[stampRow:] { // columns that are never read back have a heading alone
			if i := slices.Index(heads, fact); i >= 0 {
				column, err := excelize.ColumnNumberToName(i + 1)
				return column + row, err
			}
		}
	}
	return "", fmt.Errorf("sheet %s has no column of %s", sheet, fact)
}

// officesVar names the folder of the offices made before, which scripts share.
const officesVar = "OFFICES"

// office DIR [PERIOD [MEMBERS]] lays down a campaign whose inbox holds what every
// organization of a small sample office would send, without mistakes. Equal offices
// are equal files: they are made once.
func office(args []string) error {
	opt := demo.Options{Seed: 7, Members: 60, Clean: true, Now: frozen().Now()}
	if len(args) > 1 {
		opt.Period, _ = evaluate.ParsePeriod(args[1])
	}
	if len(args) > 2 {
		n, err := strconv.Atoi(args[2])
		if err != nil {
			return err
		}
		opt.Members = n
	}
	made := filepath.Join(os.Getenv(officesVar), fmt.Sprintf("%s-%d", opt.Period, opt.Members))
	if _, err := os.Stat(made); err != nil {
		making, err := os.MkdirTemp(os.Getenv(officesVar), "making")
		if err != nil {
			return err
		}
		if _, err := demo.Make(filepath.Join(making, "office"), opt); err != nil {
			return err
		}
		if err := os.Rename(filepath.Join(making, "office"), made); err != nil {
			if _, there := os.Stat(made); there != nil { // else another script was quicker
				return err
			}
		}
	}
	return lay(made, args[0])
}

// setting DIR key value changes a line of the settings of a campaign.
func setting(args []string) error {
	if len(args) != 3 {
		return fmt.Errorf("usage: setting dir key value")
	}
	path := filepath.Join(args[0], campaign.SettingsName)
	b, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	line := regexp.MustCompile("(?m)^" + regexp.QuoteMeta(args[1]) + ":.*$")
	if !line.Match(b) {
		return fmt.Errorf("no line of %s", args[1])
	}
	return os.WriteFile(path, line.ReplaceAllLiteral(b, []byte(args[1]+": "+args[2])), 0o600)
}

// xlsxdump file prints a workbook as text.
func dump(args []string) error {
	if len(args) != 1 {
		return fmt.Errorf("usage: xlsxdump file")
	}
	return excel.Dump(os.Stdout, args[0])
}
