package campaign

import (
	"path/filepath"
	"runtime"
	"runtime/debug"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"github.com/xeploai/xeploai/evaluate"
)

// Import alone, with every twentieth file faulty, against a plain excelize loop
// that only reads the rows of the same files. What import does beside reading:
// every cell is typed and checked, every part of the package is compared with
// what was delivered, facts are kept, each faulty file comes back marked, and what
// has to be looked at between the files is looked for at the end.
//
//	go test ./cmd/internal/campaign -run '^$' -bench Intake -benchtime 1x

func BenchmarkIntake500FilesSomeFaulty(b *testing.B)  { benchmarkIntake(b, 500, 50) }
func BenchmarkIntake2000FilesSomeFaulty(b *testing.B) { benchmarkIntake(b, 2000, 50) }

// As many people as in the 2,000 files, in two: what is remembered grows with people,
// not with files.
func BenchmarkIntake100000MembersInTwoFiles(b *testing.B) { benchmarkIntake(b, 2, 50_000) }

// faultyEvery is how many files one faulty one comes in.
const faultyEvery = 20

func benchmarkIntake(b *testing.B, branches, members int) {
	c := benchCampaign(b, filepath.Join(b.TempDir(), "campaign"), branches)
	files := fillTemplates(b, c, members)
	faulty := len(files) / faultyEvery
	for i := range faulty {
		spoilBench(b, files[i*faultyEvery])
	}
	defer debug.SetMemoryLimit(debug.SetMemoryLimit(540 << 20)) // as the binary sets it
	var plain, ours time.Duration
	var peak float64
	for range b.N {
		start := time.Now()
		for _, f := range files {
			plainReading(b, f)
		}
		plain += time.Since(start)

		benchReset(b, c)
		runtime.GC()
		debug.FreeOSMemory()
		stop := watchMemory()
		start = time.Now()
		report, err := c.Import(ImportOptions{Paths: []string{c.Folder.Inbox()}, Matters: true})
		if err != nil {
			b.Fatal(err)
		}
		ours += time.Since(start)
		peak = max(peak, stop())
		if a, r := report.Count(Accepted), report.Count(Rejected); a != len(files)-faulty || r != faulty {
			b.Fatalf("%d accepted and %d refused of %d, %d of them faulty", a, r, len(files), faulty)
		}
		if n := len(errorPlaces(report)); n != 3*faulty {
			b.Fatalf("%d errors told, want %d", n, 3*faulty)
		}
		if found, _ := filepath.Glob(filepath.Join(c.Folder.Returned(), "*.xlsx")); len(found) != faulty {
			b.Fatalf("%d marked copies of %d", len(found), faulty)
		}
	}
	b.ReportMetric(float64(ours)/float64(plain), "x-plain")
	b.ReportMetric(plain.Seconds()/float64(b.N), "s-plain")
	b.ReportMetric(ours.Seconds()/float64(b.N), "s-import")
	b.ReportMetric(peak/(1<<20), "MiB-peak")
}

// errorPlaces are the cells of the errors, each once.
func errorPlaces(r *ImportReport) map[string]bool {
	out := map[string]bool{}
	for _, p := range r.Problems() {
		if p.Severity == evaluate.Error {
			out[p.At.String()] = true
		}
	}
	return out
}

// spoilBench plants three faults: words for a number, a day that is none, an
// unknown choice.
func spoilBench(b testing.TB, path string) {
	b.Helper()
	f, err := excelize.OpenFile(path)
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	rows, err := f.GetRows("Đảng viên")
	if err != nil {
		b.Fatal(err)
	}
	faults := map[string]string{"#score_r1": "nhiều", "#admitted_on": "31/02/2001", "#category": "thợ lặn"}
	for i, stamp := range rows[5] {
		if v, ok := faults[stamp]; ok {
			cell, _ := excelize.CoordinatesToCellName(i+1, 9+len(v)%7)
			if err := f.SetCellStr("Đảng viên", cell, v); err != nil {
				b.Fatal(err)
			}
			delete(faults, stamp)
		}
	}
	if len(faults) > 0 {
		b.Fatalf("not planted: %v", faults)
	}
	if err := f.Save(); err != nil {
		b.Fatal(err)
	}
}

// plainReading is the yardstick: every row of every sheet, raw.
func plainReading(b *testing.B, path string) {
	b.Helper()
	f, err := excelize.OpenFile(path, excelize.Options{RawCellValue: true})
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	for _, sheet := range f.GetSheetList() {
		rows, err := f.Rows(sheet)
		if err != nil {
			b.Fatal(err)
		}
		for rows.Next() {
			if _, err := rows.Columns(excelize.Options{RawCellValue: true}); err != nil {
				b.Fatal(err)
			}
		}
		if err := rows.Close(); err != nil {
			b.Fatal(err)
		}
	}
}
