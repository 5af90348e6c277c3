package rules

import (
	"slices"
	"strings"
	"unicode"
)

// Writing nodes back as rule files are typed by hand: short mappings and lists
// on one line, long ones in lines of their own.

// flowWidth is how long a mapping on one line may be.
const flowWidth = 180

// isPlain tells whether a text needs no quotes in any reading of YAML.
func isPlain(s string) bool {
	for i, r := range s {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
		case i == 0 || !strings.ContainsRune(" _-./@%()", r):
			return false
		}
	}
	return s != "" && !strings.HasSuffix(s, " ")
}

// quoted puts a text in double quotes where YAML, or an editor's older YAML,
// would read something else into it.
func quoted(s string) string {
	switch strings.ToLower(s) {
	case "yes", "no", "on", "off", "y", "n", "null":
		return `"` + s + `"`
	}
	if isPlain(s) {
		return s
	}
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`).Replace(s) + `"`
}

// flowText writes a node on one line.
func flowText(n node) string {
	var parts []string
	switch n.shape {
	case mappingNode:
		for _, p := range n.pairs {
			parts = append(parts, p.key+": "+flowText(p.value))
		}
		return "{" + strings.Join(parts, ", ") + "}"
	case listNode:
		for _, item := range n.items {
			parts = append(parts, flowText(item))
		}
		return "[" + strings.Join(parts, ", ") + "]"
	case emptyNode:
		return `""`
	}
	return quoted(n.text)
}

// blockText writes a mapping's pairs in lines of their own, each indented.
func blockText(n node, indent string) string {
	var b strings.Builder
	for _, p := range n.pairs {
		b.WriteString(indent + p.key + ":" + valueText(p.value, indent))
	}
	return b.String()
}

// valueText writes what stands behind a colon: on the same line where it is
// short, below it otherwise.
func valueText(n node, indent string) string {
	flow := flowText(n)
	deep := slices.ContainsFunc(n.items, func(i node) bool { return i.shape == mappingNode })
	switch {
	case n.shape == mappingNode && len(flow) > flowWidth:
		return "\n" + blockText(n, indent+"  ")
	case n.shape == listNode && (deep || len(flow) > flowWidth):
		var b strings.Builder
		b.WriteString("\n")
		for _, item := range n.items {
			b.WriteString(itemText(item, indent+"  "))
		}
		return b.String()
	}
	return " " + flow + "\n"
}

// itemText writes one element of a list.
func itemText(n node, indent string) string {
	flow := flowText(n)
	if n.shape != mappingNode || len(flow) <= flowWidth {
		return indent + "- " + flow + "\n"
	}
	return indent + "- " + strings.TrimPrefix(blockText(n, indent+"  "), indent+"  ")
}

func textNode(s string) node { return node{shape: scalarNode, text: s} }

func mappingOf(pairs ...pair) node { return node{shape: mappingNode, pairs: pairs} }

func pairOf(key string, value node) pair { return pair{key: key, value: value} }

func textsNode(texts []string) node {
	out := node{shape: listNode}
	for _, s := range texts {
		out.items = append(out.items, textNode(s))
	}
	return out
}
