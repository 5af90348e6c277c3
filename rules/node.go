package rules

import (
	"errors"
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/lexer"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"
	"golang.org/x/text/unicode/norm"

	"github.com/xeploai/xeploai/evaluate"
)

// Limits of a rule file. A hand-written regulation stays far below them; they
// keep a hostile file from exhausting memory or the parser's stack.
const (
	maxFileBytes = 1 << 20
	maxDepth     = 24
	maxEntries   = 30_000 // the YAML library's time grows with their square
)

// shape is what a node of a rule file is.
type shape uint8

const (
	emptyNode shape = iota // nothing after the colon, or ~
	scalarNode
	mappingNode
	listNode
)

// node is one place in a rule file: a mapping, a list or a text. YAML's own
// guesses (numbers, booleans, dates) never take part: a scalar is its text.
type node struct {
	at    evaluate.Origin
	shape shape
	text  string
	flow  bool // written in braces, where a comma splits prose
	pairs []pair
	items []node
}

// pair is one key of a mapping with its value.
type pair struct {
	key   string
	at    evaluate.Origin
	value node
}

// decoder reads one file and collects all its mistakes.
type decoder struct {
	file, layer string
	problems    []evaluate.Problem
	places      *places
	words       *conditionWords
}

func (d *decoder) fail(p evaluate.Problem) { d.problems = append(d.problems, p) }

func (d *decoder) origin(line, col int) evaluate.Origin {
	return evaluate.Origin{File: d.file, Line: line, Col: col, Layer: d.layer}
}

func (d *decoder) tokenOrigin(t *token.Token) evaluate.Origin {
	if t == nil || t.Position == nil {
		return d.origin(1, 1)
	}
	return d.origin(max(t.Position.Line, 1), max(t.Position.Column, 1))
}

// parse reads the file's bytes into nodes. ok is false when nothing can be
// decoded; the reason is among the problems.
func (d *decoder) parse(data []byte) (root node, ok bool) {
	text := strings.TrimPrefix(string(data), "\ufeff")
	switch {
	case len(data) > maxFileBytes:
		d.fail(problemUnreadable(d.origin(1, 1), whyTooBig))
		return node{}, false
	case !utf8.ValidString(text) || strings.ContainsRune(text, 0):
		d.fail(problemUnreadable(d.origin(1, 1), whyNotUTF))
		return node{}, false
	case d.findTabs(text):
		return node{}, false
	}
	return d.parseText(norm.NFC.String(text))
}

// findTabs reports every line indented with a tab: the YAML library would stop
// at the first and place some at the wrong column.
func (d *decoder) findTabs(text string) (found bool) {
	for i, line := range strings.Split(text, "\n") {
		indent := line[:len(line)-len(strings.TrimLeft(line, " \t"))]
		if at := strings.IndexByte(indent, '\t'); at >= 0 && strings.TrimSpace(line) != "" {
			d.fail(problemTab(d.origin(i+1, at+1)))
			found = true
		}
	}
	return found
}

// parseText runs the YAML library. It must not be trusted with hostile text:
// its recursion has no limit, so depth is checked on the tokens before, and a
// panic inside it is answered as a syntax error.
func (d *decoder) parseText(text string) (root node, ok bool) {
	defer func() {
		if recover() != nil {
			d.fail(problemSyntax(d.origin(1, 1), ""))
			root, ok = node{}, false
		}
	}()
	tokens := lexer.Tokenize(text)
	at, deep, many := tooMuch(tokens)
	switch {
	case deep:
		d.fail(problemDepth(d.tokenOrigin(at)))
		return node{}, false
	case many:
		d.fail(problemUnreadable(d.tokenOrigin(at), whyTooBig))
		return node{}, false
	}
	file, err := parser.Parse(tokens, 0, parser.AllowDuplicateMapKey())
	if err != nil {
		d.failSyntax(err)
		return node{}, false
	}
	return d.document(file)
}

func (d *decoder) failSyntax(err error) {
	var syntax *yaml.SyntaxError
	if errors.As(err, &syntax) {
		d.fail(problemSyntax(d.tokenOrigin(syntax.Token), syntax.Message))
		return
	}
	d.fail(problemSyntax(d.origin(1, 1), ""))
}

// tooMuch finds brackets, or list and key markers on one line, nested beyond
// the limit, and the entry that is one too many. Deep indentation needs long
// lines and is bounded by the file size.
func tooMuch(tokens token.Tokens) (at *token.Token, deep, many bool) {
	brackets, markers, line, entries := 0, 0, 0, 0
	for _, t := range tokens {
		if t.Position.Line != line {
			line, markers = t.Position.Line, 0
		}
		switch t.Type {
		case token.MappingStartType, token.SequenceStartType:
			brackets++
		case token.MappingEndType, token.SequenceEndType:
			brackets--
		case token.MappingValueType:
			entries++
		case token.SequenceEntryType, token.MappingKeyType, token.AnchorType, token.TagType, token.AliasType:
			entries++
			markers++
		}
		deep, many = brackets > maxDepth || markers > maxDepth, entries > maxEntries
		if deep || many {
			return t, deep, many
		}
	}
	return nil, false, false
}

func (d *decoder) document(file *ast.File) (node, bool) {
	var body ast.Node
	for _, doc := range file.Docs {
		switch {
		case doc.Body == nil:
		case body != nil:
			d.fail(problemFeature(d.tokenOrigin(doc.Body.GetToken()), featureDocuments))
			return node{}, false
		default:
			body = doc.Body
		}
	}
	if body == nil {
		d.fail(problemUnreadable(d.origin(1, 1), whyEmpty))
		return node{}, false
	}
	before := len(d.problems)
	root := d.node(body, 0)
	return root, len(d.problems) == before
}

// node turns the library's tree into ours and refuses what a lawyer could not
// read at its place: anchors, aliases, merges, tags, directives, ? keys.
func (d *decoder) node(n ast.Node, depth int) node {
	out := node{at: d.tokenOrigin(n.GetToken())}
	if depth > maxDepth {
		d.fail(problemDepth(out.at))
		return out
	}
	switch n := n.(type) {
	case *ast.MappingNode:
		d.mapping(&out, n, depth)
	case *ast.SequenceNode:
		out.shape, out.flow = listNode, n.IsFlowStyle
		for _, v := range n.Values {
			out.items = append(out.items, d.node(v, depth+1))
		}
	case *ast.NullNode:
	case *ast.LiteralNode:
		out.shape, out.text = scalarNode, strings.TrimRight(n.Value.Value, "\n")
	case *ast.StringNode, *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode, *ast.InfinityNode, *ast.NanNode:
		out.shape, out.text = scalarNode, n.GetToken().Value
	case *ast.AnchorNode, *ast.AliasNode:
		d.fail(problemFeature(out.at, featureAnchors))
	case *ast.TagNode:
		d.fail(problemFeature(out.at, featureTags))
	default:
		d.fail(problemFeature(out.at, featureOther))
	}
	return out
}

func (d *decoder) mapping(out *node, n *ast.MappingNode, depth int) {
	out.shape, out.flow = mappingNode, n.IsFlowStyle
	for i, v := range n.Values {
		p := pair{at: d.tokenOrigin(v.Key.GetToken())}
		switch v.Key.(type) {
		case *ast.StringNode, *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode, *ast.NullNode:
			p.key = v.Key.GetToken().Value
		default:
			d.fail(problemFeature(p.at, featureKeys))
		}
		p.value = d.node(v.Value, depth+1)
		if i == 0 && !out.flow {
			out.at = p.at // the library points at the colon
		}
		out.pairs = append(out.pairs, p)
	}
}
