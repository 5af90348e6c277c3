package evaluate

// FormSpec is a statutory table as data: rows select and add up results,
// columns are groups of organization types. Counting is CountForm.
type FormSpec struct {
	At       Origin
	ID       string
	Number   string // form number printed top right
	Title    string
	Sheet    string // worksheet name
	Kinds    []Kind
	Standing Standing
	Note     string
	Columns  []FormColumn
	Rows     []FormRow
	Checks   []FormCheck
}

// FormColumn is one counted column: organization types, or a sum of columns.
type FormColumn struct {
	At     Origin
	ID     string
	Number string // column number printed under the heading
	Label  string
	Group  string // heading over several columns
	Types  []string
	Rest   bool     // every type no other column names
	Sum    []string // ids of columns added up
}

// FormRow is one line: a selection, or a sum of rows.
type FormRow struct {
	At     Origin
	ID     string
	Number string // as printed: 1, 4, a
	Label  string
	Indent int
	Bold   bool
	Select *Selection
	Sum    []string // ids of rows added up
	Of     string   // row id that is 100% for this row's share column; "" for none
}

// Selection picks results; every non-empty list must contain the row's value.
type Selection struct {
	Kind     Kind
	Levels   []OrgLevel
	Outcomes []Outcome
	Classes  []NotRatedClass
	Because  []string
	Grades   []Statutory
	// ExceptBecause excludes, so that "other" takes what no sibling took.
	ExceptBecause []string
}

// FormCheck demands that a row equals the sum of others in every column.
type FormCheck struct {
	At    Origin
	Left  string
	Right []string
}

// FormTable is a counted form: Cells[row][column].
type FormTable struct {
	Spec  *FormSpec
	Cells [][]int
	// Rows[i][j] lists the indexes of the data rows counted in that cell, for
	// selections; a sum has none of its own.
	Counted [][][]int32
}
