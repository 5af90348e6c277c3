package campaign

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

func day(t testing.TB, s string) evaluate.Date {
	t.Helper()
	d, ok := evaluate.ParseDate(s)
	if !ok {
		t.Fatal(s)
	}
	return d
}

func TestDaysFrom(t *testing.T) {
	for _, c := range []struct {
		from, to string
		want     int
	}{
		{"2025-12-31", "2025-12-31", 0}, {"2025-12-31", "2026-01-01", 1}, {"2026-01-05", "2025-12-31", -5},
		{"2024-02-28", "2024-03-01", 2}, {"2025-02-28", "2025-03-01", 1},
	} {
		if got := daysFrom(day(t, c.from), day(t, c.to)); got != c.want {
			t.Errorf("from %s to %s: %d days, want %d", c.from, c.to, got, c.want)
		}
	}
}

func TestDeadlines_theNarrowerCounts(t *testing.T) {
	config := Config{Deadlines: []Deadline{{Date: "2025-12-15"}, {Level: evaluate.Branch, Date: "05/12/2025"}, {Org: "XM.10", Date: "2025-12-20"},
		{Within: "XM.2", Date: "2025-12-11"}, {Within: "XM.2.B", Date: "2025-12-12"}, {Org: "XM.2.B.1", Date: "2025-12-13"}, {Within: "XM.9", Date: "2025-12-01"}}}
	d, err := config.deadlines("x")
	if err != nil {
		t.Fatal(err)
	}
	tree, ps := evaluate.NewTree([]evaluate.Org{
		{Code: "XM", Level: evaluate.CommitteeLevel},
		{Code: "XM.1", Parent: "XM", Level: evaluate.BaseCommittee},
		{Code: "XM.10", Parent: "XM.1", Level: evaluate.Branch}, {Code: "xm.10", Parent: "XM.1", Level: evaluate.Branch},
		{Code: "XM.11", Parent: "XM", Level: evaluate.BaseBranch},
		{Code: "XM.2", Parent: "XM", Level: evaluate.BaseCommittee},
		{Code: "XM.2.1", Parent: "XM.2", Level: evaluate.Branch},
		{Code: "XM.2.B", Parent: "XM.2", Level: evaluate.SectionLevel},
		{Code: "XM.2.B.1", Parent: "XM.2.B", Level: evaluate.Branch}, {Code: "XM.2.B.2", Parent: "XM.2.B", Level: evaluate.Branch},
	})
	if len(ps) > 0 {
		t.Fatal(ps)
	}
	for code, want := range map[string]string{"XM.10": "2025-12-20", "xm.10": "2025-12-05", "XM.11": "2025-12-15", "XM.1": "2025-12-15",
		"XM.2": "2025-12-11", "XM.2.1": "2025-12-11", "XM.2.B": "2025-12-12", "XM.2.B.1": "2025-12-13", "XM.2.B.2": "2025-12-12"} {
		i, _ := tree.Index(code)
		if got := d.of(tree, i); got != day(t, want) {
			t.Errorf("%s: %s, want %s", code, got, want)
		}
	}
	sets, err := (&Campaign{Library: library(t), terms: terms{period: evaluate.Period{Granularity: evaluate.Yearly, Year: 2025}}}).sets(tree)
	if err != nil {
		t.Fatal(err)
	}
	if ps := d.strangers(newReporting(tree, sets)); len(ps) != 1 || ps[0].Code != "C950" || !strings.Contains(ps[0].Message, "XM.9") {
		t.Errorf("deadlines that reach nobody: %v", ps)
	}
	none := deadlines{}
	if none.any() || !none.of(tree, 1).IsZero() {
		t.Error("a deadline where none is set")
	}
}

// received keeps an empty report of a branch, taken in at the given moment.
func received(t testing.TB, c *Campaign, kind excel.BookKind, org string, at time.Time) {
	t.Helper()
	k := &kept{Receipt: Receipt{Version: keptVersion, Path: "nhan-ve/" + org + ".xlsx", Digest: org, Kind: kind, Org: org, Period: "2025", At: at}}
	if err := c.Folder.keep(k); err != nil {
		t.Fatal(err)
	}
}

// statusOf is the status of a sample campaign of one base committee with three
// branches on a day, under deadlines.
func statusOf(t *testing.T, today time.Time, due []Deadline, prepare func(*Campaign)) *Status {
	t.Helper()
	c := benchCampaign(t, filepath.Join(t.TempDir(), "c"), 3)
	c.now = func() time.Time { return today }
	c.Config.Deadlines = due
	var err error
	if c.terms, err = c.Config.terms("x"); err != nil {
		t.Fatal(err)
	}
	prepare(c)
	s, err := c.Status()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func find(t *testing.T, s *Status, org string) (*StatusLine, *OrgStatus) {
	t.Helper()
	for i := range s.Lines {
		if s.Lines[i].Org == org {
			return &s.Lines[i], s.Report(&s.Lines[i])
		}
	}
	t.Fatalf("no %s", org)
	return nil, nil
}

func TestStatus_againstDeadlines(t *testing.T) {
	hanoi := time.FixedZone("", 7*3600)
	due := []Deadline{{Date: "2025-12-10"}}
	prepare := func(c *Campaign) {
		// ten in the evening in London is the next day in Hà Nội
		received(t, c, excel.BranchBook, "CB0000", time.Date(2025, 12, 10, 22, 0, 0, 0, time.UTC))
		// corrected after the deadline, first taken in before it
		received(t, c, excel.BranchBook, "CB0001", time.Date(2025, 12, 20, 2, 0, 0, 0, time.UTC))
		first := Entry{At: time.Date(2025, 12, 9, 2, 0, 0, 0, time.UTC), Did: string(Accepted), Kind: string(excel.BranchBook), Org: "CB0001", Digest: "old"}
		if err := c.Folder.record(first); err != nil {
			t.Fatal(err)
		}
		if err := c.Folder.keepRefusal(Refusal{Path: "nhan-ve/x.xlsx", Kind: excel.BaseBook, Org: "CS00", Errors: 4, Returned: "tra-lai/x.xlsx"}); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct{ today, cb0, cb1, cb2, cs string }{
		{"2025-12-21", "muộn 1 ngày", "đúng hạn", "quá hạn 11 ngày", "quá hạn 11 ngày"},
		{"2025-12-10", "muộn 1 ngày", "đúng hạn", "hạn hôm nay", "hạn hôm nay"},
		{"2025-12-07", "muộn 1 ngày", "đúng hạn", "còn 3 ngày", "còn 3 ngày"},
	} {
		d := day(t, c.today)
		s := statusOf(t, time.Date(d.Year, time.Month(d.Month), d.Day, 1, 0, 0, 0, hanoi), due, prepare)
		for org, want := range map[string]string{"CB0000": c.cb0, "CB0001": c.cb1, "CB0002": c.cb2, "CS00": c.cs} {
			if _, o := find(t, s, org); o.DueWord() != want {
				t.Errorf("on %s %s: %q, want %q", c.today, org, o.DueWord(), want)
			}
		}
		if s.Day != d {
			t.Errorf("today is %s, want %s", s.Day, d)
		}
	}
	s := statusOf(t, time.Date(2025, 12, 21, 1, 0, 0, 0, hanoi), due, prepare)
	root, office := find(t, s, "DU")
	base, _ := find(t, s, "CS00")
	if got := base.BelowWord() + "; " + base.TroubleWord(); got != "2/3 chi bộ đã nhận; quá hạn 1, nộp muộn 1" {
		t.Errorf("below the base committee: %q", got)
	}
	if got := root.BelowWord() + "; " + root.TroubleWord(); got != "0/1 đảng bộ cơ sở, 2/3 chi bộ đã nhận; trả lại 1 (4 lỗi), quá hạn 2, nộp muộn 1" {
		t.Errorf("below the root: %q", got)
	}
	if got := s.TotalWord(); got != "Đã nhận 2/5, bị trả lại 1, chưa gửi 2. Quá hạn 3, nộp muộn 1." || office.State != StateMissing {
		t.Errorf("in all: %q", got)
	}
}

// The tree is walked from the root down whatever the order of the list, and
// what is wanted brings everything above it along.
func TestStatusLines_followTheTree(t *testing.T) {
	orgs := []evaluate.Org{{Code: "C2", Parent: "S", Level: evaluate.Branch}, {Code: "B2", Parent: "M", Level: evaluate.BaseBranch},
		{Code: "S", Parent: "B1", Level: evaluate.SectionLevel}, {Code: "B1", Parent: "M", Level: evaluate.BaseCommittee},
		{Code: "M", Parent: "R", Level: evaluate.CommitteeLevel}, {Code: "R", Level: evaluate.CommitteeLevel}, {Code: "C1", Parent: "B1", Level: evaluate.Branch}}
	tree, ps := evaluate.NewTree(orgs)
	if err := refuse(ps); err != nil {
		t.Fatal(ps)
	}
	s := &Status{}
	reports := make([]int, tree.Len())
	for i, o := range orgs {
		reports[i] = -1
		if reporter(tree, i) != "" {
			reports[i] = len(s.Orgs)
			s.Orgs = append(s.Orgs, OrgStatus{Org: o.Code, State: StateReceived})
		}
	}
	s.Lines = s.lines(tree, reports)
	var got []string
	for _, l := range s.Lines {
		base := "-"
		if l.Base >= 0 {
			base = s.Lines[l.Base].Org
		}
		got = append(got, fmt.Sprintf("%d %s %s %s", l.Depth, l.Org, base, l.BelowWord()))
	}
	want := "0 R - 1/1 đảng bộ cấp trên, 1/1 đảng bộ cơ sở, 1/1 đảng bộ bộ phận, 1/1 chi bộ cơ sở, 2/2 chi bộ đã nhận\n" +
		"1 M - 1/1 đảng bộ cơ sở, 1/1 đảng bộ bộ phận, 1/1 chi bộ cơ sở, 2/2 chi bộ đã nhận\n" +
		"2 B2 B2 \n2 B1 B1 1/1 đảng bộ bộ phận, 2/2 chi bộ đã nhận\n3 S B1 1/1 chi bộ đã nhận\n4 C2 B1 \n3 C1 B1 "
	if text := strings.Join(got, "\n"); text != want {
		t.Errorf("got\n%s\nwant\n%s", text, want)
	}
	var shown []string
	for i, is := range s.Shown(func(o *OrgStatus) bool { return o.Org == "C2" }) {
		if is {
			shown = append(shown, s.Lines[i].Org)
		}
	}
	if got := strings.Join(shown, " "); got != "R M B1 S C2" {
		t.Errorf("shown: %s", got)
	}
}

// A base committee's list holds its own people alone; who answers to the office
// is on one list, the first.
func TestReminders_groupedByBaseCommittee(t *testing.T) {
	s := statusOf(t, time.Date(2025, 12, 1, 8, 0, 0, 0, time.UTC), nil, func(c *Campaign) {
		received(t, c, excel.BranchBook, "CB0001", time.Date(2025, 12, 1, 1, 0, 0, 0, time.UTC))
	})
	var lines []excel.StatusLine
	for i := range s.Lines {
		lines = append(lines, s.bookLine(&s.Lines[i], time.UTC))
	}
	var got []string
	for _, r := range s.reminders(lines) {
		for _, l := range r.Lines {
			got = append(got, r.To+": "+l.Code+" "+l.Asked)
		}
	}
	want := "Đảng bộ cơ sở Mẫu 0: CS00 gửi báo cáo\nĐảng bộ cơ sở Mẫu 0: CB0000 gửi báo cáo\nĐảng bộ cơ sở Mẫu 0: CB0002 gửi báo cáo"
	if text := strings.Join(got, "\n"); text != want {
		t.Errorf("got\n%s\nwant\n%s", text, want)
	}
}

// BenchmarkStatus5000Organizations is everything status does but printing; what of
// it is reading the list, receipts and refusals is measured by itself.
func BenchmarkStatus5000Organizations(b *testing.B) {
	c := benchCampaign(b, filepath.Join(b.TempDir(), "c"), 4900)
	at := time.Date(2025, 12, 1, 8, 0, 0, 0, time.UTC)
	var entries []Entry
	for i := range 4900 {
		code := fmt.Sprintf("CB%04d", i)
		if i%3 > 0 {
			received(b, c, excel.BranchBook, code, at)
			entries = append(entries, Entry{At: at, Did: string(Accepted), Kind: string(excel.BranchBook), Org: code, Digest: code})
		} else if i%4 == 0 {
			r := Refusal{Path: code, Kind: excel.BranchBook, Org: code, At: at, Errors: 2, Returned: "tra-lai/" + code}
			if err := c.Folder.keepRefusal(r); err != nil {
				b.Fatal(err)
			}
		}
	}
	if err := c.Folder.record(entries...); err != nil {
		b.Fatal(err)
	}
	var reading, status, workbook time.Duration
	rounds := 0
	for b.Loop() {
		rounds++
		start := time.Now()
		_, err1 := c.Folder.receipts()
		_, err2 := c.Folder.refusals()
		_, err3 := c.tree()
		if err := errors.Join(err1, err2, err3); err != nil {
			b.Fatal(err)
		}
		reading += time.Since(start)
		start = time.Now()
		s, err := c.Status()
		if err != nil || len(s.Lines) != 4999 {
			b.Fatal(len(s.Lines), err)
		}
		status += time.Since(start)
		start = time.Now()
		if err := excel.WriteStatus(io.Discard, c.statusSpec(s)); err != nil {
			b.Fatal(err)
		}
		workbook += time.Since(start)
	}
	b.ReportMetric(reading.Seconds()/float64(rounds), "s-reading")
	b.ReportMetric(status.Seconds()/float64(rounds), "s-status")
	b.ReportMetric(workbook.Seconds()/float64(rounds), "s-workbook")
}
