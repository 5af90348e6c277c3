package excel

import (
	"io"
	"strings"
	"testing"
	"time"

	"github.com/xeploai/xeploai/evaluate"
)

// Nobody is told to send at once what is not due yet.
func TestReminderAsksByTheDeadline(t *testing.T) {
	now := time.Date(2025, 12, 1, 9, 0, 0, 0, time.UTC)
	later, past := evaluate.Date{Year: 2025, Month: 12, Day: 1}, evaluate.Date{Year: 2025, Month: 11, Day: 30}
	for name, c := range map[string]struct {
		due  []evaluate.Date
		want string
	}{
		"no deadline":  {make([]evaluate.Date, 2), "hoàn thành và gửi về ngay."},
		"all to come":  {[]evaluate.Date{later, later}, "hoàn thành và gửi về chậm nhất vào hạn ghi ở bảng."},
		"one is late":  {[]evaluate.Date{later, past}, "hoàn thành và gửi về ngay, báo cáo chưa đến hạn thì chậm nhất"},
		"all are late": {[]evaluate.Date{past, past}, "hoàn thành và gửi về ngay."},
	} {
		spec := sampleStatus(2)
		spec.Time, spec.Reminders = now, spec.Reminders[:1]
		for i := range spec.Reminders[0].Lines {
			spec.Reminders[0].Lines[i].Due = c.due[i]
		}
		path, _ := written(t, "remind", func(w io.Writer) error { return WriteStatus(w, spec) })
		if text := allText(t, path, sheetReminders); !strings.Contains(text, c.want) {
			t.Errorf("%s: %s", name, text)
		}
	}
}
