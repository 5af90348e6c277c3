package rules

import (
	"strings"

	"go.yaml.in/yaml/v3"
)

// plain reads a file of the program's own rules with the YAML library that the settings
// bring along: every command reads all of them, and it needs half the time of the one that
// reads an office's files. That one, strict and exact in its positions, has the word: a test
// holds the two against each other on every built-in file. ok is false where it has to
// read the file.
func (d *decoder) plain(data []byte) (root node, ok bool) {
	var doc yaml.Node
	if err := yaml.Unmarshal(data, &doc); err != nil || len(doc.Content) != 1 {
		return node{}, false
	}
	return d.plainNode(doc.Content[0])
}

// plainNode turns the library's tree into ours; anchors, aliases and tags it leaves to the
// strict reader, which refuses them.
func (d *decoder) plainNode(n *yaml.Node) (out node, ok bool) {
	out, ok = node{at: d.origin(n.Line, n.Column), flow: n.Style&yaml.FlowStyle != 0}, n.Anchor == "" && n.Style&yaml.TaggedStyle == 0
	switch n.Kind {
	case yaml.MappingNode:
		out.shape = mappingNode
		for i := 0; i+1 < len(n.Content); i += 2 {
			key := n.Content[i]
			value, read := d.plainNode(n.Content[i+1])
			ok = ok && read && key.Kind == yaml.ScalarNode && key.Anchor == ""
			out.pairs = append(out.pairs, pair{key: key.Value, at: d.origin(key.Line, key.Column), value: value})
		}
	case yaml.SequenceNode:
		out.shape = listNode
		for _, item := range n.Content {
			value, read := d.plainNode(item)
			ok = ok && read
			out.items = append(out.items, value)
		}
	case yaml.ScalarNode:
		if n.Tag == "!!null" {
			return out, ok
		}
		out.shape, out.text = scalarNode, strings.TrimRight(n.Value, "\n")
	default:
		return out, false
	}
	return out, ok
}
