package cli

import "github.com/xeploai/xeploai/cmd/internal/demo"

// jsonScene is one coupling the demo staged: which subject shows it, by which
// rule, and whether it came out.
type jsonScene struct {
	Scene   string `json:"scene"`
	Kind    string `json:"kind"`
	Subject string `json:"subject"`
	Rule    string `json:"rule"`
	Seen    bool   `json:"seen"`
}

func jsonScenes(staged []demo.Staged) []jsonScene {
	out := make([]jsonScene, 0, len(staged))
	for _, s := range staged {
		out = append(out, jsonScene{string(s.Kind), string(s.Of), s.Subject, s.Rule, s.Seen})
	}
	return out
}

// unseen counts the scenes that did not come out.
func unseen(staged []demo.Staged) int {
	n := 0
	for _, s := range staged {
		if !s.Seen {
			n++
		}
	}
	return n
}

// scenesText prints a line for every scene, and whether all came out.
func scenesText(a *app, staged []demo.Staged) {
	for _, s := range staged {
		a.say("%s", messageScene(s))
	}
	a.say("%s", messageScenes(len(staged), unseen(staged)))
}
