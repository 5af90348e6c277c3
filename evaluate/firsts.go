package evaluate

// collectFirsts gathers every first_known node below n.
func collectFirsts(n node, out *[]*firstNode) {
	switch n := n.(type) {
	case *firstNode:
		*out = append(*out, n)
		for _, m := range n.of {
			collectFirsts(m, out)
		}
	case allNode:
		for _, m := range n {
			collectFirsts(m, out)
		}
	case anyNode:
		for _, m := range n {
			collectFirsts(m, out)
		}
	case notNode:
		collectFirsts(n.of, out)
	}
}
