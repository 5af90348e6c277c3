package campaign

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/xeploai/xeploai/evaluate"
)

// lockedFolder is a folder whose journal and record say that it is closed.
func lockedFolder(t *testing.T) (*Campaign, *Closed) {
	t.Helper()
	c := &Campaign{Folder: Folder{Root: t.TempDir()}, now: func() time.Time { return time.Date(2026, 1, 5, 8, 0, 0, 0, time.UTC) }}
	if err := makeFolder(c.Folder.kept("")); err != nil {
		t.Fatal(err)
	}
	s := &Closed{At: c.now()}
	b, sum, err := s.bytes()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Folder.record(Entry{At: s.At, Did: didClose, Digest: sum}); err != nil {
		t.Fatal(err)
	}
	if err := Save(c.Folder.closing(), writeBytes(b), nil); err != nil {
		t.Fatal(err)
	}
	return c, s
}

// regradeAgain goes through the steps of adding a record up to the one named.
func regradeAgain(t *testing.T, c *Campaign, id, until string) {
	t.Helper()
	s, err := c.Folder.Closed()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Folder.tidyRegraded(); err != nil {
		t.Fatal(err)
	}
	records, err := c.Folder.regradings(s)
	if err != nil {
		t.Fatal(err)
	}
	sum, settle, err := c.Folder.storeRegraded(&Regraded{Seq: len(records) + 1, At: c.now(), Kind: evaluate.Unit, ID: id})
	if err != nil {
		t.Fatal(err)
	}
	if until == "stored" {
		return
	}
	if err := c.Folder.record(Entry{At: c.now(), Did: didRegrade, Digest: sum}); err != nil {
		t.Fatal(err)
	}
	if until == "told" {
		return
	}
	if err := settle(); err != nil {
		t.Fatal(err)
	}
}

// Wherever a run is cut off, the records stand as the journal has them, nothing
// is an alarm, and the next run goes on from there.
func TestRegradingCutOffHeals(t *testing.T) {
	for _, x := range []struct {
		until string
		stand int // records after the cut
	}{{"stored", 1}, {"told", 2}, {"settled", 2}} {
		c, s := lockedFolder(t)
		regradeAgain(t, c, "u1", "settled")
		regradeAgain(t, c, "u2", x.until)
		check := func(when string, want int) {
			t.Helper()
			if records, err := c.Folder.regradings(s); err != nil || len(records) != want {
				t.Errorf("cut off when %s, %s: %d records, want %d (%v)", x.until, when, len(records), want, err)
			}
			if ps, err := c.regradeAlarms(s); err != nil || len(ps) > 0 {
				t.Errorf("cut off when %s, %s: alarms %v (%v)", x.until, when, ps, err)
			}
		}
		check("then", x.stand)
		regradeAgain(t, c, "u3", "settled")
		check("after the next run", x.stand+1)
		if left, _ := listFiles(c.Folder.regraded(), waitingRecord); len(left) > 0 {
			t.Errorf("cut off when %s: %v is left", x.until, left)
		}
	}
}

// A record that cannot get its name after the journal knows it, for something
// lies in its place, stands all the same; a record that was changed or is gone
// stays an alarm.
func TestRegradingRecordWithoutItsPlace(t *testing.T) {
	c, s := lockedFolder(t)
	sum, settle, err := c.Folder.storeRegraded(&Regraded{Seq: 1, At: c.now(), Kind: evaluate.Leader, ID: "l1"})
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Folder.record(Entry{At: c.now(), Did: didRegrade, Digest: sum}); err != nil {
		t.Fatal(err)
	}
	waiting, _ := listFiles(c.Folder.regraded(), waitingRecord)
	place := waiting[0][:len(waiting[0])-len(waitingRecord)] + ".json"
	if err := os.MkdirAll(filepath.Join(place, "x"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := settle(); err == nil {
		t.Fatal("a folder was written over")
	}
	if records, err := c.Folder.regradings(s); err != nil || len(records) != 1 {
		t.Errorf("%d records (%v)", len(records), err)
	}
	if err := os.RemoveAll(place); err != nil {
		t.Fatal(err)
	}
	if err := c.Folder.tidyRegraded(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(place); err != nil {
		t.Errorf("the record has no place: %v", err)
	}
	if err := os.WriteFile(place, []byte("{}"), 0o600); err != nil {
		t.Fatal(err)
	}
	if ps, err := c.regradeAlarms(s); err != nil || len(ps) != 2 {
		t.Errorf("a changed record: %v (%v)", ps, err)
	}
}

// Closing and opening that were cut off after their line in the journal are
// healed by doing them again.
func TestClosingAndOpeningCutOffHeal(t *testing.T) {
	c, s := lockedFolder(t)
	regradeAgain(t, c, "u1", "told") // cut off too: opening puts it away with the rest
	if err := c.Folder.record(Entry{At: c.now(), Did: didReopen}); err != nil {
		t.Fatal(err)
	}
	if ps, err := c.alarms(s); err != nil || len(ps) != 1 || ps[0].Message != alarmHalfOpened("").Message {
		t.Fatalf("opening cut off: %v (%v)", ps, err)
	}
	if _, err := c.Reopen("lý do"); err != nil {
		t.Fatal(err)
	}
	if s, err := c.Folder.Closed(); err != nil || s != nil {
		t.Errorf("still closed: %v (%v)", s, err)
	}
	if records, err := c.Folder.putAsideRegradings(); err != nil || len(records) != 1 {
		t.Errorf("%d records put away (%v)", len(records), err)
	}
	// a line about a closing that never came about
	if err := c.Folder.record(Entry{At: c.now(), Did: didClose, Digest: "never"}); err != nil {
		t.Fatal(err)
	}
	b, sum, err := s.bytes()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Folder.record(Entry{At: s.At, Did: didClose, Digest: sum}); err != nil {
		t.Fatal(err)
	}
	if err := Save(c.Folder.closing(), writeBytes(b), nil); err != nil {
		t.Fatal(err)
	}
	if known, opening, err := c.closingKnown(); !known || opening || err != nil {
		t.Errorf("closed again: known %v, opening %v (%v)", known, opening, err)
	}
}
