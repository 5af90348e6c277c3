package rules

import (
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

// Load reads every layer, checks everything and returns the library together
// with all mistakes of all files, sorted by place. A later layer replaces the
// earlier file of the same set edition, sheet or form, and adds facts. switches
// are the optional rules to turn on. The library holds the sets without an
// Error; it may be used for grading only when no problem is one.
func Load(switches []string, layers ...Layer) (*evaluate.Library, []evaluate.Problem) {
	return newLoader(layers).library(switches)
}

func newLoader(layers []Layer) *loader {
	l := &loader{sheets: map[string]*evaluate.SheetSpec{}, forms: map[string]*evaluate.FormSpec{}, papers: map[string]*evaluate.PaperSpec{}, digests: map[string]string{}, places: &places{}}
	for i, layer := range layers {
		l.readLayer(layer, i > 0)
	}
	return l
}

// library checks and compiles everything read.
func (l *loader) library(switches []string) (*evaluate.Library, []evaluate.Problem) {
	vocabulary, ps := evaluate.NewVocabulary(l.allFacts(), l.facts.allLimits())
	l.problems = append(l.problems, ps...)
	specs := l.flatten()
	l.problems = append(l.problems, checkPeriods(specs)...)
	var sets []*evaluate.RuleSet
	for _, spec := range specs {
		if spec.Kind == "" {
			continue // reported where it is missing
		}
		rs, ps := evaluate.NewRuleSet(spec, l.sheets, vocabulary, switches)
		before := len(l.problems)
		l.addTyped(ps)
		l.tellAtHeir(&spec, l.problems[before:])
		if worst, any := evaluate.Worst(ps); !any || worst < evaluate.Error {
			sets = append(sets, rs)
		}
	}
	if !l.unreadSet { // else what that set uses is not known
		l.findUnused(specs)
		l.findUnusedFacts(specs)
	}
	l.findStrayLines(specs)
	var forms []*evaluate.FormSpec
	for _, id := range slices.Sorted(maps.Keys(l.forms)) {
		forms = append(forms, l.forms[id])
		l.problems = append(l.problems, evaluate.CheckForm(l.forms[id])...)
	}
	lib := evaluate.NewLibrary(vocabulary, sets, forms)
	for _, id := range slices.Sorted(maps.Keys(l.papers)) {
		lib.Papers = append(lib.Papers, l.papers[id])
	}
	return lib, evaluate.SortProblems(l.problems)
}

// loader gathers the decoded files of all layers.
type loader struct {
	facts     factsFile
	sets      []setFile
	sheets    map[string]*evaluate.SheetSpec
	forms     map[string]*evaluate.FormSpec
	papers    map[string]*evaluate.PaperSpec
	digests   map[string]string // sheet id, or facts, of a local layer → SHA-256
	problems  []evaluate.Problem
	places    *places
	unread    []string // ids of score sheets whose file could not be read
	unreadSet bool     // the file of some set could not be read
}

func (l *loader) fail(p evaluate.Problem) { l.problems = append(l.problems, p) }

// findUnused warns of score sheets that no set takes: they are checked by
// nobody, and an office that typed one expects it to count.
func (l *loader) findUnused(specs []evaluate.RuleSetSpec) {
	used := map[string]bool{}
	for i := range specs {
		for _, p := range specs[i].Profiles {
			used[p.Sheet] = true
		}
	}
	for _, id := range slices.Sorted(maps.Keys(l.sheets)) {
		if !used[id] {
			l.fail(problemUnusedSheet(l.sheets[id].At, id))
		}
	}
}

// allFacts is the vocabulary with the facts that score lines declare. They come
// before the proposals: a person scores first and proposes then.
func (l *loader) allFacts() []evaluate.FactDef {
	own := map[evaluate.Kind][]evaluate.FactDef{}
	for _, id := range slices.Sorted(maps.Keys(l.sheets)) {
		s := l.sheets[id]
		own[s.Kind] = append(own[s.Kind], s.Facts()...)
	}
	var out []evaluate.FactDef
	for _, f := range l.facts.facts {
		if f.Role == evaluate.RoleProposal || f.Role == evaluate.RoleDecision {
			out = append(out, own[f.Kind]...)
			delete(own, f.Kind)
		}
		out = append(out, f)
	}
	for _, k := range kinds() {
		out = append(out, own[evaluate.Kind(k)]...)
	}
	return out
}

// addTyped adds what the typed rules show, each at the place of its own key,
// except where the key is known to be missing or misread: there it would say the
// same again in other words.
func (l *loader) addTyped(ps []evaluate.Problem) {
	incomplete, missing, misread := map[evaluate.Origin]bool{}, map[keyOf]bool{}, map[evaluate.Origin]bool{}
	for _, p := range l.problems {
		if p.Code == codeMissing {
			incomplete[p.At], missing[keyOf{p.At, p.Key}] = true, true
		} else if p.Severity == evaluate.Error {
			misread[p.At] = true
		}
	}
	for _, p := range ps {
		if l.wantsUnread(p) {
			continue
		}
		if p.Key == "" {
			if !incomplete[p.At] {
				l.fail(p)
			}
			continue
		}
		at, found, known := l.places.find(p.At, p.Key)
		if missing[at] || known && (missing[keyOf{found.key, at.key}] || misread[found.key] || misread[found.value]) {
			continue
		}
		if known {
			p.At = found.key
		}
		l.fail(p)
	}
}

// tellAtHeir moves mistakes in what a set takes over from another layer to the
// set's own file: whoever wrote that cannot edit the other, and it is the taking
// over that is wrong.
func (l *loader) tellAtHeir(spec *evaluate.RuleSetSpec, ps []evaluate.Problem) {
	inherited := func(p evaluate.Problem) bool { return p.Severity == evaluate.Error && p.At.Layer != spec.At.Layer }
	if spec.Extends == "" || !slices.ContainsFunc(ps, inherited) {
		return
	}
	at := spec.At
	if _, found, known := l.places.find(at, "extends"); known {
		at = found.key
	}
	for i := range ps {
		if p := &ps[i]; inherited(*p) {
			p.Related = append([]evaluate.Related{{At: p.At, Note: noteInherited}}, p.Related...)
			p.At, p.Hint, p.Key = at, hintInherited(p.Hint), ""
		}
	}
}

// wantsUnread tells whether a set misses a score sheet that is there and could
// not be read: that is said once, at the sheet.
func (l *loader) wantsUnread(p evaluate.Problem) bool {
	return p.Code == "R251" && slices.ContainsFunc(l.unread, func(id string) bool { return strings.Contains(p.Message, strconv.Quote(id)) })
}

// readLayer decodes the rule files of one layer; local tells that it lies over
// another.
func (l *loader) readLayer(layer Layer, local bool) {
	names := slices.DeleteFunc(ruleFiles(layer, &l.problems), func(name string) bool { return path.Dir(name) == "cases" })
	for i, f := range openAll(layer, names) {
		d, dir, base := f.d, path.Dir(names[i]), path.Base(names[i])
		if f.ok {
			l.decode(d, f.root, dir, base, f.digest, local)
		} else if dir == "sets" {
			l.unreadSet = true
		} else if dir == "sheets" {
			l.unread = append(l.unread, strings.TrimSuffix(base, ".yaml"))
		}
		l.problems = append(l.problems, d.problems...)
		l.places.add(d.places)
	}
}

func (l *loader) decode(d *decoder, root node, dir, base, digest string, local bool) {
	named := func(id string) {
		if id != "" && base != id+".yaml" {
			d.fail(problemFileName(root.at, id+".yaml"))
		}
	}
	switch dir {
	case "sets":
		s := setFile{spec: d.decodeSet(root), digest: digest}
		named(s.ref())
		l.sets = replaceOrAdd(l.sets, s, func(o setFile) bool { return o.ref() == s.ref() })
	case "sheets":
		s := d.decodeSheet(root)
		named(s.ID)
		l.sheets[s.ID] = s
		if local {
			l.digests[s.ID] = digest
		}
	case "forms":
		f := d.decodeForm(root)
		named(f.ID)
		l.forms[f.ID] = f
	case "papers":
		p := d.decodePaper(root)
		named(p.ID)
		l.papers[p.ID] = p
	default:
		l.facts.over(d.decodeFacts(root, l.facts))
		if local {
			l.digests[factsKey] = digestOf([]byte(l.digests[factsKey] + digest))
		}
	}
}

// factsKey stands for the vocabulary among the digests of sheets, whose ids
// have no dot.
const factsKey = "facts.yaml"
