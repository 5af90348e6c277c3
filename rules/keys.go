package rules

import "slices"

// The keys of every mapping of every rule file. The decoder refuses what is not
// in these tables, and the JSON Schema for editors is written from them: a new
// key is one line in one table, with its name, how its value is written and
// what it means to the lawyer who types it.

// key is one key of a mapping.
type key struct {
	name  string
	must  bool // the file is refused without it
	value value
	help  string // Vietnamese, shown by editors
}

func must(name string, v value, help string) key { return key{name, true, v, help} }
func may(name string, v value, help string) key  { return key{name, false, v, help} }

// table is a kind of mapping: the keys it may have.
type table struct {
	id   string
	help string
	keys []key
	// least and most bound how many keys are used; most 0 is any number.
	least, most int
	// oneOf names keys of which exactly one is used.
	oneOf []string
	// withoutParent names keys that must stand unless a parent has them.
	withoutParent []string
	// here or in every element of the list eachOf these keys must stand.
	here   []string
	eachOf string
	// companions tells for a key which keys it may go with, nil for any; calls
	// which keys a key calls for.
	companions func(key string) []string
	calls      map[string][]string
}

// tables lists every kind of mapping; those of whole files are named in fileTables.
func tables() []table {
	return slices.Concat(factTables(), setTables(), conditionTables(), sheetTables(), formTables(), paperTables(), caseTables())
}

// names lists keys in the order of their table.
func names(keys []key) []string {
	out := make([]string, len(keys))
	for i, k := range keys {
		out[i] = k.name
	}
	return out
}

// writing is how a value is written.
type writing uint8

const (
	writtenText  writing = iota
	writtenMaybe         // a text, or nothing
	writtenNumber
	writtenWhole
	writtenDay
	writtenPeriod
	writtenCode   // one of a closed list
	writtenList   // of the one part
	writtenTable  // a mapping of the table named
	writtenNamed  // a mapping whose keys the author chooses, each to the one part
	writtenEither // as any of the parts
)

// value describes how the value of a key is written.
type value struct {
	writing writing
	codes   []string
	table   string
	parts   []value
}

func aText() value                { return value{writing: writtenText} }
func aTextOrBlank() value         { return value{writing: writtenMaybe} }
func aNumber() value              { return value{writing: writtenNumber} }
func aWhole() value               { return value{writing: writtenWhole} }
func aDay() value                 { return value{writing: writtenDay} }
func aPeriod() value              { return value{writing: writtenPeriod} }
func aFlag() value                { return aCode("true", "false") }
func aCode(codes ...string) value { return value{writing: writtenCode, codes: codes} }
func aMapping(table string) value { return value{writing: writtenTable, table: table} }
func listOf(item value) value     { return value{writing: writtenList, parts: []value{item}} }
func namedBy(item value) value    { return value{writing: writtenNamed, parts: []value{item}} }
func either(parts ...value) value { return value{writing: writtenEither, parts: parts} }
func mappings(table string) value { return listOf(aMapping(table)) }
func textOrTexts() value          { return either(aText(), listOf(aText())) }

// Keys that many mappings share.

func schemaKey() key {
	return must("schema", aCode("1"), "Phiên bản của cách viết tệp, luôn là 1")
}

func citeKey() key {
	return must("cite", aMapping("cite"), "Căn cứ: văn bản và điều, khoản, điểm")
}

func standingKey() key {
	return must("standing", aCode(standings()...), "Độ tin cậy: quoted đã thấy nguyên văn; second_hand nghe thuật lại (phải có công tắc, để tắt); "+
		"app chỉ thấy trong phần mềm; memory nhớ, chưa đối chiếu; interpretation cách hiểu; stand_in tạm mượn văn bản khác; composed số liệu giả định")
}

func noteKey() key {
	return may("note", aText(), "Ghi chú: cách hiểu, chỗ mượn của văn bản khác, điều cần đối chiếu lại")
}

func whenKey(help string) key { return must("when", aMapping("condition"), help) }
