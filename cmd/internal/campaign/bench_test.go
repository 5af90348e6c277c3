package campaign

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"strconv"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// The whole job (import, grade, result workbooks) against a plain excelize
// program that only reads the rows, adds up the numbers and streams the same
// columns out. Both run in one benchmark on the same files, so that the ratio
// "x-plain" means something on any machine:
//
//	go test ./cmd/internal/campaign -run '^$' -bench Job -benchtime 1x

func BenchmarkJob100000MembersInOneWorkbook(b *testing.B) { benchmarkJob(b, 1, 100_000) }

func BenchmarkJob10000MembersInOneWorkbook(b *testing.B) { benchmarkJob(b, 1, 10_000) }

func BenchmarkJob2000FilesOf50Members(b *testing.B) { benchmarkJob(b, 2000, 50) }

func benchmarkJob(b *testing.B, branches, members int) {
	dir := b.TempDir()
	c := benchCampaign(b, filepath.Join(dir, "campaign"), branches)
	files := fillTemplates(b, c, members)
	defer debug.SetMemoryLimit(debug.SetMemoryLimit(540 << 20)) // as the binary sets it
	var plain, ours time.Duration
	var peak float64
	for range b.N {
		start := time.Now()
		for i, f := range files {
			plainProgram(b, f, filepath.Join(dir, fmt.Sprintf("plain-%d.xlsx", i%2)))
		}
		plain += time.Since(start)

		benchReset(b, c)
		runtime.GC()
		stop := watchMemory()
		start = time.Now()
		imported, err := c.Import(ImportOptions{Paths: []string{c.Folder.Inbox()}})
		if err != nil {
			b.Fatal(err)
		}
		if n := imported.Count(Accepted); n != len(files) {
			b.Fatalf("%d of %d files accepted: %v", n, len(files), imported.Problems()[:min(3, len(imported.Problems()))])
		}
		g, err := c.Grade()
		if err != nil {
			b.Fatal(err)
		}
		ours += time.Since(start)
		peak = max(peak, stop())
		if len(g.Report.Results[evaluate.Member]) != branches*members {
			b.Fatalf("%d members graded", len(g.Report.Results[evaluate.Member]))
		}
	}
	b.ReportMetric(float64(ours)/float64(plain), "x-plain")
	b.ReportMetric(plain.Seconds()/float64(b.N), "s-plain")
	b.ReportMetric(ours.Seconds()/float64(b.N), "s-job")
	b.ReportMetric(peak/(1<<20), "MiB-peak")
}

func benchCampaign(b testing.TB, dir string, branches int) *Campaign {
	b.Helper()
	orgs := []evaluate.Org{{Code: "DU", Name: "Đảng bộ xã Mẫu", Level: evaluate.CommitteeLevel, Type: "commune"}}
	for i := range branches {
		if i%50 == 0 {
			orgs = append(orgs, evaluate.Org{Code: fmt.Sprintf("CS%02d", i/50), Name: fmt.Sprintf("Đảng bộ cơ sở Mẫu %d", i/50),
				Parent: "DU", Level: evaluate.BaseCommittee, Type: "commune"})
		}
		orgs = append(orgs, evaluate.Org{Code: fmt.Sprintf("CB%04d", i), Name: fmt.Sprintf("Chi bộ Mẫu %d", i),
			Parent: fmt.Sprintf("CS%02d", i/50), Level: evaluate.Branch, Type: "commune"})
	}
	now := func() time.Time { return time.Date(2025, 12, 31, 8, 0, 0, 0, time.UTC) }
	config := Config{Period: "2025", ReferenceDate: "2025-12-31", CommentFromMonths: "6",
		Office: excel.Office{Code: "DU", Name: "ĐẢNG ỦY XÃ MẪU", Superior: "ĐẢNG BỘ TỈNH MẪU", Place: "Mẫu"}}
	folder, err := Init(dir, config, orgs, nil, now())
	if err != nil {
		b.Fatal(err)
	}
	c, err := Open(folder, config, "bench", now)
	if err != nil {
		b.Fatal(err)
	}
	return c
}

// benchReset forgets what an earlier round took in and wrote.
func benchReset(b testing.TB, c *Campaign) {
	b.Helper()
	for _, dir := range []string{c.Folder.facts(), c.Folder.refused(), c.Folder.Results(), c.Folder.Returned()} {
		if err := os.RemoveAll(dir); err != nil {
			b.Fatal(err)
		}
	}
	if err := c.Folder.Make(); err != nil {
		b.Fatal(err)
	}
}

// fillTemplates writes the branches' workbooks, filled, into the inbox.
func fillTemplates(b testing.TB, c *Campaign, members int) []string {
	b.Helper()
	specs, err := c.TemplateSpecs()
	if err != nil {
		b.Fatal(err)
	}
	if err := c.Folder.Make(); err != nil {
		b.Fatal(err)
	}
	var files []string
	for _, spec := range specs {
		if spec.Stamp.Kind != excel.BranchBook {
			continue
		}
		for i := range spec.Sheets {
			s := &spec.Sheets[i]
			if s.Schema.Kind == evaluate.Organization {
				fillFacts(b, s.Prefill, 0, map[string]string{"reviewed": "yes", "unit_statement": "on_time"})
				continue
			}
			s.Prefill, s.Rows = evaluate.NewFrame(s.Schema), members
			for row := range members {
				s.Prefill.Append(evaluate.Place{Source: -1})
				fillMember(b, s.Prefill, row, len(files)*members+row)
			}
		}
		path := filepath.Join(c.Folder.Inbox(), spec.Stamp.Org+".xlsx")
		if err := Save(path, func(w io.Writer) error { return excel.WriteTemplate(w, spec) }, nil); err != nil {
			b.Fatal(err)
		}
		files = append(files, path)
	}
	return files
}

// fillMember invents one member under the rules of 2025.
func fillMember(b testing.TB, f *evaluate.Frame, row, id int) {
	b.Helper()
	fillFacts(b, f, row, memberFacts(id))
}

func memberFacts(id int) map[string]string {
	return map[string]string{"full_name": fmt.Sprintf("Nguyễn Mẫu %d", id), "identity_number": fmt.Sprintf("999%09d", id),
		"category": "civil_servant", "leadership_post": "none", "party_post": "none", "admitted_on": "2001-02-03",
		"activity_status": "normal", "reviewed": "yes", "score_i1": "9.5", "score_i2": "9", "score_i3": strconv.Itoa(5 + id%5),
		"score_r1": strconv.Itoa(40 + id%30), "tasks_assigned": "10", "tasks_done": "10", "tasks_late": strconv.Itoa(id % 3), "tasks_failed": "0",
		"tasks_exceeded": strconv.Itoa(id % 6), "proposal_self": "good"}
}

func fillFacts(b testing.TB, f *evaluate.Frame, row int, facts map[string]string) {
	b.Helper()
	for key, text := range facts {
		i, ok := f.Schema.Index(evaluate.FactID(key))
		if !ok {
			b.Fatalf("no fact %s", key)
		}
		def := &f.Schema.Facts[i]
		switch def.Type {
		case evaluate.TextFact:
			f.SetText(row, i, text)
		case evaluate.DateFact:
			d, _ := evaluate.ParseDate(text)
			f.Set(row, i, evaluate.DateValue(d))
		case evaluate.NumberFact:
			x, _ := evaluate.ParseNum(text)
			v, _ := evaluate.NumberValue(x)
			f.Set(row, i, v)
		case evaluate.ChoiceFact:
			code, ok := def.CodeIndex(text)
			if !ok {
				b.Fatalf("%s has no code %s", key, text)
			}
			f.Set(row, i, evaluate.ChoiceValue(code))
		}
	}
}

// plainProgram is the yardstick: raw rows in, the sum of the numbers of each
// row, the same columns and the sum streamed out, saved.
func plainProgram(b *testing.B, from, to string) {
	b.Helper()
	in, err := excelize.OpenFile(from, excelize.Options{RawCellValue: true})
	if err != nil {
		b.Fatal(err)
	}
	defer in.Close()
	rows, err := in.Rows("Đảng viên")
	if err != nil {
		b.Fatal(err)
	}
	out := excelize.NewFile()
	defer out.Close()
	sw, err := out.NewStreamWriter("Sheet1")
	if err != nil {
		b.Fatal(err)
	}
	for n := 1; rows.Next(); n++ {
		cells, err := rows.Columns(excelize.Options{RawCellValue: true})
		if err != nil {
			b.Fatal(err)
		}
		line, sum := make([]any, len(cells), len(cells)+1), 0.0
		for i, s := range cells {
			line[i] = s
			if x, err := strconv.ParseFloat(s, 64); err == nil {
				line[i], sum = x, sum+x
			}
		}
		if err := sw.SetRow("A"+strconv.Itoa(n), append(line, sum)); err != nil {
			b.Fatal(err)
		}
	}
	if err := sw.Flush(); err != nil {
		b.Fatal(err)
	}
	var buf bytes.Buffer
	if _, err := out.WriteTo(&buf); err != nil {
		b.Fatal(err)
	}
	if err := os.WriteFile(to, buf.Bytes(), 0o600); err != nil {
		b.Fatal(err)
	}
}

// watchMemory samples what the process holds of the machine's memory; the
// function it returns ends the watch and gives the peak in bytes.
func watchMemory() (stop func() float64) {
	done, peak := make(chan struct{}), make(chan float64)
	go func() {
		sample := []metrics.Sample{{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
		top := 0.0
		tick := time.NewTicker(20 * time.Millisecond)
		defer tick.Stop()
		for {
			metrics.Read(sample)
			top = max(top, float64(sample[0].Value.Uint64()-sample[1].Value.Uint64()))
			select {
			case <-done:
				peak <- top
				return
			case <-tick.C:
			}
		}
	}()
	return func() float64 { close(done); return <-peak }
}
