package evaluate

// Sheet is a checked score sheet. Build it through NewRuleSet.
type Sheet struct {
	Spec  *SheetSpec
	lines []sheetLine // in written order
}

type sheetLine struct {
	fact  int
	group int
	max   Num
}
