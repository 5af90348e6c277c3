package excel

import (
	"strings"
	"testing"
)

// tokenizerFor reads in small pieces, so that buffers are crossed.
func tokenizerFor(s string) *tokenizer { return newTokenizer(strings.NewReader(s), make([]byte, 64)) }

const sheetHeadXML = `<?xml version="1.0"?><worksheet xmlns="m"><dimension ref="A1"/><sheetData>`

func TestScanSheet(t *testing.T) {
	table := stringTable{}
	table.add(false)
	table.add(true)
	for _, c := range []struct {
		name, xml     string
		fault         faultKind
		filled, cells int
	}{
		{"empty", `</sheetData></worksheet>`, noFault, 0, 0},
		{"no data", `</sheetData></worksheet >`, noFault, 0, 0},
		{"numbers", `<row r="1"><c r="A1"><v>1</v></c><c r="C1" s="2"/></row><row r="5"><c r="B5"><v>2</v></c></row></sheetData></worksheet>`, noFault, 2, 2},
		{"no references", `<row><c><v>1</v></c><c><v>2</v></c></row><row/></sheetData></worksheet>`, noFault, 1, 2},
		{"prefixes", `<x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row></sheetData></worksheet>`, noFault, 1, 1},
		{"shared", `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row></sheetData></worksheet>`, noFault, 1, 1},
		{"inline", `<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c><c r="B1" t="inlineStr"><is><r><t>b</t></r><rPh><t>c</t></rPh></is></c><c r="C1" t="inlineStr"><is><t></t></is></c></row></sheetData></worksheet>`, noFault, 1, 2},
		{"phonetic only", `<row r="1"><c r="A1" t="inlineStr"><is><rPh><t>c</t></rPh></is></c></row></sheetData></worksheet>`, noFault, 0, 0},
		{"> in attribute", `<row r="1" x="a>b"><c r='A1' y='>'><v>1</v></c></row></sheetData></worksheet>`, noFault, 1, 1},
		{"quote in quotes", `<row r="1"><c r="A1" y='"'><v>1</v></c></row></sheetData></worksheet>`, faultCut, 0, 0},
		{"index out of range", `<row r="1"><c r="A1" t="s"><v>2</v></c></row></sheetData></worksheet>`, faultString, 0, 0},
		{"index no number", `<row r="1"><c r="A1" t="s"><v>x</v></c></row></sheetData></worksheet>`, faultString, 0, 0},
		{"cut in tag", `<row r="1"><c r="A1"><v>1</v></c></ro`, faultCut, 0, 0},
		{"cut after row", `<row r="1"><c r="A1"><v>1</v></c></row>`, faultCut, 0, 0},
		{"cut after data", `<row r="1"/></sheetData>`, faultCut, 0, 0},
		{"crossed", `<row r="1"><c r="A1"><v>1</c></v></row></sheetData></worksheet>`, faultMarkup, 0, 0},
		{"markup in value", `<row r="1"><c r="A1"><v>1<b/>2</v></c></row></sheetData></worksheet>`, faultMarkup, 0, 0},
		{"two values", `<row r="1"><c r="A1"><v>1</v><v>2</v></c></row></sheetData></worksheet>`, faultMarkup, 0, 0},
		{"comment", `<row r="1"><!-- --><c r="A1"><v>1</v></c></row></sheetData></worksheet>`, faultMarkup, 0, 0},
		{"text between", `<row r="1">mẫu<c r="A1"><v>1</v></c></row></sheetData></worksheet>`, faultMarkup, 0, 0},
		{"row twice", `<row r="2"/><row r="2"/></sheetData></worksheet>`, faultOrder, 0, 0},
		{"row falls", `<row r="2"/><row r="1"/></sheetData></worksheet>`, faultOrder, 0, 0},
		{"cell falls", `<row r="1"><c r="B1"/><c r="A1"/></row></sheetData></worksheet>`, faultOrder, 0, 0},
		{"cell of another row", `<row r="1"><c r="A2"/></row></sheetData></worksheet>`, faultOrder, 0, 0},
		{"row beyond", `<row r="1048577"/></sheetData></worksheet>`, faultMarkup, 0, 0},
		{"column beyond", `<row r="1"><c r="XFE1"/></row></sheetData></worksheet>`, faultMarkup, 0, 0},
		{"data twice", `</sheetData><sheetData></sheetData></worksheet>`, faultMarkup, 0, 0},
		{"something behind", `</sheetData></worksheet><x/>`, faultMarkup, 0, 0},
	} {
		got := scanSheet(tokenizerFor(sheetHeadXML+c.xml), table, nil)
		if got.fault != c.fault || c.fault == noFault && (got.filled != c.filled || got.cells != c.cells) {
			t.Errorf("%s: fault %d, %d rows, %d cells", c.name, got.fault, got.filled, got.cells)
		}
	}
}

func TestScanFindsFormulas(t *testing.T) {
	got := scanSheet(tokenizerFor(sheetHeadXML+`<row r="3"><c r="A3"><f>SUM(B3)</f></c><c r="B3"><f>1</f><v>1</v></c>`+
		`<c r="C3" t="str"><f>""</f><v></v></c><c r="D3"><f>[2]Trang!A1</f><v>7</v></c><c r="E3"><f>T[[#This Row],[x]]</f><v/></c></row>`+
		`</sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells></worksheet>`), stringTable{}, nil)
	if got.fault != noFault || len(got.uncached) != 2 || !got.uncached.has(gridCell{1, 3}) || !got.uncached.has(gridCell{5, 3}) {
		t.Errorf("uncached %v (fault %d)", got.uncached, got.fault)
	}
	if len(got.external) != 1 || got.external[0].String() != "D3" || len(got.merges) != 1 || got.merges[0].to.String() != "B2" {
		t.Errorf("external %v merges %v", got.external, got.merges)
	}
}

func TestScanStrings(t *testing.T) {
	for xml, want := range map[string]string{
		`<sst><si><t>a</t></si><si><t></t></si><si><r><t>b</t></r></si><si/></sst>`:       "+-+-",
		`<sst count="1"><si><rPh><t>x</t></rPh><phoneticPr/></si><si><t> </t></si></sst>`: "-+",
		`<sst/>`: "", `<sst/><sst/>`: "fault", `<sst><si><t>a</t></si>`: "fault", `<sst><si></sst>`: "fault", ``: "fault",
	} {
		got, s := scanStrings(tokenizerFor(xml)), ""
		for i := range got.count {
			s += map[bool]string{true: "-", false: "+"}[got.isBlank(i)]
		}
		if got.fault {
			s = "fault"
		}
		if s != want {
			t.Errorf("%s: %s, want %s", xml, s, want)
		}
	}
}

// A tag or text that crosses the reading buffer must not be lost.
func TestScanAcrossBuffers(t *testing.T) {
	var b strings.Builder
	b.WriteString(sheetHeadXML)
	rows := 3000
	for i := range rows {
		at := cellName(1, i+1)
		b.WriteString(`<row r="` + itoa(i+1) + `"><c r="` + at + `" t="inlineStr"><is><t>` + strings.Repeat("m", i%977) + `x</t></is></c></row>`)
	}
	b.WriteString(`</sheetData></worksheet>`)
	got := scanSheet(tokenizerFor(b.String()), stringTable{}, nil)
	if got.fault != noFault || got.filled != rows || got.cells != rows {
		t.Errorf("%+v", got)
	}
}
