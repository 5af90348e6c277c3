package evaluate

import "testing"

func TestNearest(t *testing.T) {
	known := []string{"at_least", "at_most", "fact", "of", "tasks_done", "tasks_late", "QD366", "đảng"}
	for _, c := range []struct{ typed, want string }{
		{"at_leats", "at_least"}, {"AT_MOST", "at_most"}, {"fac", "fact"}, {"taks_done", "tasks_done"}, {"tasks_dane", "tasks_done"},
		{"qd366", "QD366"}, {"at_most", ""}, {"o", ""}, {"condition", ""}, {"tasks_failed", ""}, {"", ""}, {"tasks_done_in_a_year", ""},
	} {
		if got := Nearest(c.typed, known); got != c.want {
			t.Errorf("%q is taken to resemble %q, not %q", c.typed, got, c.want)
		}
	}
	if a, b := Nearest("tasks_dote", []string{"tasks_done", "tasks_date"}), Nearest("tasks_dote", []string{"tasks_date", "tasks_done"}); a != "tasks_done" || b != "tasks_date" {
		t.Errorf("of words equally near the first does not count: %q, %q", a, b)
	}
}

// What was typed is asked about; without anything near, only the usual hint stays.
func TestAskNearest(t *testing.T) {
	if got := AskNearest("goood", []string{"good"}, "sửa lại mã"); got != `có phải là "good" không? nếu không: sửa lại mã` {
		t.Error(got)
	}
	if got := AskNearest("nothing", []string{"good"}, "sửa lại mã"); got != "sửa lại mã" {
		t.Error(got)
	}
}
