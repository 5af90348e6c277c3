package cli

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/xeploai/xeploai/cmd/internal/demo"
	"github.com/xeploai/xeploai/evaluate"
)

// A bound names whose grade it is: what the other subject is, its name, and the
// id to ask about it by.
func TestExplain_namesWhoBounds(t *testing.T) {
	s := office(t, demo.Options{Members: 300, Clean: true})
	for _, args := range [][]string{{"import", "nhan-ve"}, {"grade", "--json", "--full"}} {
		if code := s.run(args...); code != exitDone && code != exitWaiting {
			t.Fatalf("%v: %d", args, code)
		}
	}
	var graded struct {
		Results []struct {
			ID      string
			Reasons []struct {
				Rule, Verdict string
				Facts         []struct {
					Related []struct{ Kind, ID string }
				}
			}
		}
	}
	if err := json.Unmarshal(s.out.Bytes(), &graded); err != nil {
		t.Fatal(err)
	}
	for _, r := range graded.Results {
		for _, reason := range r.Reasons {
			if reason.Rule != "HEAD-LE-COLLECTIVE" || reason.Verdict != "holds" {
				continue
			}
			last := reason.Facts[len(reason.Facts)-1]
			if len(last.Related) != 1 || last.Related[0].Kind != "collective" || last.Related[0].ID == "" {
				t.Fatalf("related %+v", last)
			}
			s.run("explain", r.ID)
			if want := "; là tập thể lãnh đạo “"; !strings.Contains(s.out.String(), want) || !strings.Contains(s.out.String(), "” ("+last.Related[0].ID+")") {
				t.Errorf("%s: nobody says who bounds:\n%s", r.ID, s.out.String())
			}
			return
		}
	}
	t.Fatal("no head is bounded by a collective")
}

func TestMessageBounding(t *testing.T) {
	tree := &evaluate.Tree{Orgs: []evaluate.Org{{Code: "XA", Name: "Đảng ủy xã Mẫu"}}}
	tree.Units.List = []evaluate.Body{{Kind: evaluate.Unit, Code: "DV", Name: "Phòng Mẫu"}}
	for want, o := range map[string]evaluate.Observation{
		"": {},
		"; là cơ quan, đơn vị “Phòng Mẫu” (DV)":                  {Parties: []evaluate.Party{{Kind: evaluate.Unit, ID: "DV"}}},
		"; là công chức, viên chức (abc), tập thể lãnh đạo (TT)": {Parties: []evaluate.Party{{Kind: evaluate.Staff, ID: "abc"}, {Kind: evaluate.Collective, ID: "TT"}}},
	} {
		if got := messageBounding(&o, tree); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	counted := evaluate.Observation{Counted: &evaluate.CountSpec{}, Parties: []evaluate.Party{{Kind: evaluate.Unit, ID: "DV"}}}
	if got := messageBounding(&counted, tree); got != "" {
		t.Errorf("who is counted bounds nothing: %q", got)
	}
}
