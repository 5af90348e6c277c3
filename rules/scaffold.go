package rules

import (
	"path"
	"slices"
	"strconv"
	"strings"
	"text/template"

	"github.com/xeploai/xeploai/evaluate"
)

// NewSet asks for the beginnings of a local set.
type NewSet struct {
	ID      string
	Title   string
	Parent  *evaluate.RuleSet // set it extends
	Profile string            // profile whose score sheet is copied; "" where the parent has no sheet
}

// NewFile is a file to write, by its path within the folder of rules.
type NewFile struct {
	Path string
	Data []byte
}

// ScaffoldProfiles lists the profiles of a set that have a score sheet of their
// own, those an office chooses by hand left out. The last one is the widest.
func ScaffoldProfiles(rs *evaluate.RuleSet) []string {
	var out []string
	for _, p := range rs.Spec.Profiles {
		if p.Sheet != "" && !p.Override {
			out = append(out, p.ID)
		}
	}
	return out
}

// Scaffold writes the beginnings of a local set: the set with comments that
// teach, its score sheet as a copy of the parent's to be changed line by line,
// worked cases that pass as they stand, and the schemas that editors check them
// with. What is copied counts as composed until somebody puts a citation to it.
func Scaffold(lib *evaluate.Library, layers []Layer, ask NewSet) []NewFile {
	s := &scaffold{NewSet: ask, lib: lib, layers: layers, sheet: ask.ID + "-bang-diem"}
	edition := ask.Parent.Spec.Edition
	files := []NewFile{{path.Join("sets", ask.ID+"@"+edition+".yaml"), fillText("set.yaml.tmpl", s.setTexts())}}
	if ask.Profile != "" {
		files = append(files, NewFile{path.Join("sheets", s.sheet+".yaml"), fillText("sheet.yaml.tmpl", s.sheetTexts())})
	}
	files = append(files, NewFile{path.Join("cases", ask.ID+".yaml"), fillText("cases.yaml.tmpl", s.caseTexts(files))})
	for _, name := range SchemaNames() {
		files = append(files, NewFile{path.Join(SchemaDir, name+".json"), FileSchema(name)})
	}
	return files
}

// SchemaDir is where the schemas lie within a folder of rules; what `rules new`
// writes refers to them there, so that editors need no network.
const SchemaDir = "schema"

func fillText(name string, data any) []byte {
	t := template.Must(template.New(name).Funcs(template.FuncMap{"quote": quoted}).ParseFS(scaffolds, "scaffold/"+name))
	var b strings.Builder
	if err := t.Execute(&b, data); err != nil {
		panic("rules: the texts of a new set are part of the program: " + err.Error())
	}
	return []byte(b.String())
}

// scaffold copies parts of the parent.
type scaffold struct {
	NewSet
	lib    *evaluate.Library
	layers []Layer
	sheet  string // id of the new score sheet
}

type setTexts struct {
	ID, Edition, NextEdition, Parent, Title, InForce, Sheet, Profile, Follow, Second, AnyFact, Droppable string
}

func (s *scaffold) setTexts() setTexts {
	spec := &s.Parent.Spec
	out := setTexts{ID: s.ID, Edition: spec.Edition, NextEdition: nextEdition(spec.Edition), Parent: s.Parent.Ref(), Title: s.Title,
		Sheet: s.sheet, Second: spec.Scale[min(1, len(spec.Scale)-1)].ID, AnyFact: s.anyCount()}
	inForce := mappingOf(pairOf("from", textNode(spec.From.String())))
	if spec.To != nil {
		inForce.pairs = append(inForce.pairs, pairOf("to", textNode(spec.To.String())))
	}
	out.InForce = flowText(inForce)
	if n := len(spec.Ladder); n > 0 && len(spec.Ladder[0].Needs) > 0 {
		needs := spec.Ladder[0].Needs
		out.Droppable = needs[len(needs)-1].ID
	}
	out.Follow = strings.TrimSuffix(s.followTexts(), "\n")
	if s.Profile != "" {
		i := slices.IndexFunc(spec.Profiles, func(p evaluate.ProfileSpec) bool { return p.ID == s.Profile })
		n := asExample(s.nodeAt(spec.Profiles[i].At)).with("sheet", textNode(s.sheet))
		out.Profile = strings.TrimSuffix(itemText(n, "  "), "\n")
	}
	return out
}

// anyCount is a number that the example of a condition asks for.
func (s *scaffold) anyCount() string {
	for _, f := range s.Parent.Schema().Facts {
		if f.Type == evaluate.NumberFact && f.Role == "" && f.Derived == nil {
			return string(f.ID)
		}
	}
	return ""
}

// nextEdition is 2025-r2 after 2025-r1.
func nextEdition(edition string) string {
	i := strings.LastIndexFunc(edition, func(r rune) bool { return r < '0' || r > '9' }) + 1
	n, err := strconv.Atoi(edition[i:])
	if err != nil {
		return edition + "-2"
	}
	return edition[:i] + strconv.Itoa(n+1)
}

type sheetTexts struct{ From, Body string }

func (s *scaffold) sheetTexts() sheetTexts {
	spec := s.parentSheet()
	n := asExample(s.nodeAt(spec.At)).with("id", textNode(s.sheet)).with("title", textNode(spec.Title+labelToEdit)).without("note").without("defects").without("prefix")
	return sheetTexts{spec.ID, strings.TrimSuffix(blockText(n, ""), "\n")}
}

func (s *scaffold) parentSheet() *evaluate.SheetSpec {
	for _, p := range s.Parent.Spec.Profiles {
		for _, sheet := range s.Parent.Sheets {
			if p.ID == s.Profile && sheet.Spec.ID == p.Sheet {
				return sheet.Spec
			}
		}
	}
	panic("rules: a compiled set has the sheets of its profiles")
}

// nodeAt finds the mapping at a place that was decoded before.
func (s *scaffold) nodeAt(at evaluate.Origin) node {
	for _, layer := range s.layers {
		name, ok := strings.CutPrefix(at.File, layer.Name+"/")
		if !ok || layer.Name != at.Layer {
			continue
		}
		if _, root, _, ok := open(layer, name); ok {
			if n, found := root.find(at); found {
				return n
			}
		}
	}
	panic("rules: no " + at.String() + " in the files it was read from")
}

func (n node) find(at evaluate.Origin) (node, bool) {
	if n.shape == mappingNode && n.at.Line == at.Line && n.at.Col == at.Col {
		return n, true
	}
	for _, p := range n.pairs {
		if m, ok := p.value.find(at); ok {
			return m, true
		}
	}
	for _, item := range n.items {
		if m, ok := item.find(at); ok {
			return m, true
		}
	}
	return node{}, false
}

// asExample copies a node with every citation replaced by one that is plainly
// an example, and every standing by composed.
func asExample(n node) node {
	n.pairs, n.items = slices.Clone(n.pairs), slices.Clone(n.items)
	for i, p := range n.pairs {
		switch p.key {
		case "cite":
			n.pairs[i].value = mappingOf(pairOf("source", textNode(exampleSource)), pairOf("place", textNode(labelExamplePlace)))
		case "standing":
			n.pairs[i].value = textNode(string(evaluate.Composed))
		default:
			n.pairs[i].value = asExample(p.value)
		}
	}
	for i := range n.items {
		n.items[i] = asExample(n.items[i])
	}
	return n
}

// exampleSource is the source that the texts of a new set declare.
const exampleSource = "VD"

// with replaces the value of a key.
func (n node) with(key string, value node) node {
	n.pairs = slices.Clone(n.pairs)
	for i := range n.pairs {
		if n.pairs[i].key == key {
			n.pairs[i].value = value
		}
	}
	return n
}

func (n node) without(key string) node {
	n.pairs = slices.DeleteFunc(slices.Clone(n.pairs), func(p pair) bool { return p.key == key })
	return n
}
