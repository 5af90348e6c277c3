package evaluate

// SheetSpec is a score sheet (bảng điểm).
type SheetSpec struct {
	At       Origin
	ID       string
	Title    string
	Cite     Citation
	Standing Standing
	Note     string
	Max      Num
	Groups   []SheetGroup
	Round    Num // step the total is rounded to; 0 for no rounding
}

// SheetGroup is a group of lines with its own maximum.
type SheetGroup struct {
	At       Origin
	ID       string
	Label    string
	Max      Num
	Cite     Citation
	Standing Standing
	Lines    []SheetLine
}

// SheetLine is one line: points given directly, from 0 to Max.
type SheetLine struct {
	At       Origin
	ID       string
	Label    string
	Fact     FactID
	Max      Num
	Cite     Citation
	Standing Standing
}
