package excel

import (
	"strings"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
)

func TestEveryCodeIsProvoked(t *testing.T) {
	provoked := map[evaluate.Code]bool{}
	known := map[evaluate.Code]bool{}
	for _, c := range Codes() {
		if known[c.Code] || c.Title == "" {
			t.Errorf("%s is listed badly", c.Code)
		}
		known[c.Code] = true
	}
	for _, p := range provocations() {
		t.Run(string(p.code)+" "+p.name, func(t *testing.T) {
			spec := readSpec(t)
			if p.wrong != nil {
				p.wrong(&spec)
			}
			_, ps := Read(p.build(t), spec)
			t.Log(codesOf(ps))
			for _, x := range ps {
				if !known[x.Code] {
					t.Errorf("%s is not listed", x.Code)
				}
				if x.Message == "" || x.Hint == "" || x.At.File == "" {
					t.Errorf("%s says too little: %+v", x.Code, x)
				}
			}
			for _, x := range ps {
				if x.Code == p.code {
					provoked[p.code] = true
					if p.cell != "" && x.At.Cell != p.cell {
						t.Errorf("%s stands at %s, want %s", x.Code, x.At, p.cell)
					}
					return
				}
			}
			explain(t, ps)
			t.Errorf("got %q", codesOf(ps))
		})
	}
	for _, code := range provokedElsewhere() {
		provoked[code] = true
	}
	for code := range known {
		if !provoked[code] {
			t.Errorf("nothing provokes %s", code)
		}
	}
}

// provokedElsewhere lists the codes that need limits or workbooks of their own; the tests
// are TestLimits, TestProblemsAreCapped, TestReviewSheetRefusesWhatItCannotPlace, and
// TestArchiveNames, TestArchiveFaults, TestArchiveExtracts, TestMessyWorkbooks,
// TestEarlierLayout and TestSortedApart.
func provokedElsewhere() []evaluate.Code {
	return []evaluate.Code{"X103", "X133", "X138", "E393", "E394", "X139",
		"X179", "X180", "X181", "X182", "X183", "X184", "X185", "X186",
		"X172", "X173", "X174", "X175", "X176", "X187", "X177", "X178", "X188", "X189"}
}

func TestLimits(t *testing.T) {
	path := fillTemplate(t, BranchBook, 5)
	small := DefaultLimits()
	small.FileSize = 100
	if _, ps := Open(path, small); codesOf(ps) != "X103" {
		t.Errorf("file size: %s", codesOf(ps))
	}
	scan := &sheetScan{rows: 10, filled: 10}
	few := DefaultLimits()
	few.Rows = 5
	r := &reader{limits: few}
	if p, over := r.tooMuch(scan, evaluate.Origin{}); !over || p.Code != "X133" {
		t.Errorf("rows: %s", p.Code)
	}
	for name, change := range map[string]func(*Limits){
		"unzipped": func(l *Limits) { l.UnzipSize = 1000 }, "held": func(l *Limits) { l.HeldSize = 1000 },
		"part": func(l *Limits) { l.PartSize = 1000 },
	} {
		l := DefaultLimits()
		change(&l)
		if _, ps := Open(path, l); codesOf(ps) != "X125" {
			t.Errorf("%s: %s", name, codesOf(ps))
		}
	}
}

func TestProblemsAreCapped(t *testing.T) {
	r := &reader{}
	for i := range maxProblems + 7 {
		r.add(problemRequired(evaluate.Origin{Cell: cellName(1, i+1)}, "cột", 1))
	}
	ps := r.result()
	if len(ps) != maxProblems+1 || ps[maxProblems].Code != "X138" || !strings.Contains(ps[maxProblems].Message, "7") {
		t.Errorf("%d problems, last %+v", len(ps), ps[len(ps)-1])
	}
}
