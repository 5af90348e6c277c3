package excel

// Whoever has left stands in a template's table with nothing but who he is and in
// which way he left; counters and colours ask nothing of his row. They know it by
// how its words begin, so that one test does for all of them.

// left is the criterion of COUNTIFS for the rows of those who have left, on the
// named sheet.
func (c *counting) left() string {
	return c.cells(c.leaving) + "," + quoteText(labelNoLonger+"*")
}

// named is the criterion for the rows that are about somebody.
func (c *counting) named() string { return c.cells(c.name) + `,"<>"` }

// hasLeft is the test of a row: "=" that somebody has left, "<>" that he has not.
func (c *counting) hasLeft(op string, row int) string {
	return leftTest(relativeIn(c.leaving, row), op)
}

func leftTest(cells, op string) string {
	return "LEFT(" + cells + "," + itoa(len([]rune(labelNoLonger))) + ")" + op + quoteText(labelNoLonger)
}
