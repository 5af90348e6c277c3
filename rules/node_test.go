package rules

import (
	"strings"
	"testing"
	"time"
)

// A scalar is its text: YAML's guesses would turn editions into numbers, dates
// into timestamps and answers into booleans.
func TestScalarsAreText(t *testing.T) {
	d := &decoder{file: "x"}
	root, ok := d.parse([]byte("\ufeffa: 2025.10\r\nb: 2025-01-01\nc: no\nd: 007\ne: 1e3\nf: \"\"\ng: ~\nh: >\n  một\n  hai\ni: 'nửa'\nj: 30%\n"))
	if !ok {
		t.Fatal(told(d.problems))
	}
	want := map[string]string{"a": "2025.10", "b": "2025-01-01", "c": "no", "d": "007", "e": "1e3", "f": "", "g": "", "h": "một hai", "i": "nửa", "j": "30%"}
	for _, p := range root.pairs {
		if p.value.text != want[p.key] {
			t.Errorf("%s is %q, want %q", p.key, p.value.text, want[p.key])
		}
		if empty := p.value.shape == emptyNode; empty != (p.key == "g") {
			t.Errorf("%s empty: %v", p.key, empty)
		}
	}
}

// Decomposed letters, as typed on some machines, are composed.
func TestTextIsComposed(t *testing.T) {
	d := &decoder{file: "x"}
	root, _ := d.parse([]byte("a: Hoa\u0300n tha\u0300nh\n"))
	if got := root.pairs[0].value.text; got != "Hoàn thành" {
		t.Errorf("got %q", got)
	}
}

// Text made to exhaust the YAML library is answered quickly.
func TestHostileTextIsBounded(t *testing.T) {
	for name, text := range map[string]string{
		"brackets": strings.Repeat("[", 900_000),
		"dashes":   strings.Repeat("- ", 400_000),
		"lines":    strings.Repeat("-\n", 400_000),
		"pairs":    strings.Repeat("a: b\n", 200_000),
		"anchors":  strings.Repeat("&a ", 300_000),
		"keys":     strings.Repeat("? ", 300_000),
		"big":      strings.Repeat("a", maxFileBytes+1),
	} {
		start := time.Now()
		d := &decoder{file: "x"}
		if _, ok := d.parse([]byte(text)); ok || len(d.problems) == 0 {
			t.Errorf("%s was accepted", name)
		}
		if took := time.Since(start); took > 20*time.Second {
			t.Errorf("%s took %s", name, took)
		}
	}
}
