package evaluate

import (
	"strings"
	"testing"
)

func TestQuoteRepeatsNoNamesAndNumbers(t *testing.T) {
	for _, s := range []string{"21", "89,5", "1.234", "-1", "90 %", "100%", "31/02/2010", "2010-02-31", "5.9.75", "CB-01", "XM.01.04", "2025-Q3", "-", "–", "—", "?", "½"} {
		if !Quotable(s) {
			t.Errorf("%q could be repeated", s)
		}
	}
	for _, s := range []string{"", "Ý", "Y", "Nguyễn Mẫu An", "An", "nguyen mau an", "NguyenMauAn", "001095001000", "001 095 001 000", "001.095.001.000",
		"27.066420", "27 066420", "1234567", "9E11 An 1", "Chi bộ Mẫu 1", "1.09500100E+11", "An 1", "12345678901234567890123"} {
		if Quotable(s) {
			t.Errorf("%q is repeated", s)
		}
		if got := Quote(s); s != "" && got == `"`+s+`"` {
			t.Errorf("Quote(%q) = %s", s, got)
		}
	}
}

// The number of a document is repeated; what slipped into its cell is not.
func TestNumbersOfDocumentsAreRepeated(t *testing.T) {
	for _, s := range []string{"22-QĐ/ĐU", "12/2025/NQ-HĐND", "1053-QĐ/TU", "7"} {
		if got := QuoteDocument(s); got != `"`+s+`"` {
			t.Errorf("QuoteDocument(%q) = %s", s, got)
		}
	}
	for _, s := range []string{"", "Nguyễn Mẫu An", "NGUYỄN MẪU AN", "NGUYỄN-MẪU-AN", "22-QĐ của An", "001095001000", "001-095-001-000", "001095001/ĐU"} {
		if got := QuoteDocument(s); strings.HasPrefix(got, `"`) {
			t.Errorf("QuoteDocument(%q) = %s", s, got)
		}
	}
}

// A state is no name: it begins with a capital and goes on in small letters.
func TestPhrasesAreRepeated(t *testing.T) {
	for _, s := range []string{"Được miễn công tác", "Trên mây"} {
		if got := QuotePhrase(s); got != `"`+s+`"` {
			t.Errorf("QuotePhrase(%q) = %s", s, got)
		}
	}
	for _, s := range []string{"", "An", "Người Mẫu An", "NGƯỜI MẪU AN", "người mẫu an", "Số 001095001000", "Trên mây " + strings.Repeat("a ", 80)} {
		if got := QuotePhrase(s); strings.HasPrefix(got, `"`) {
			t.Errorf("QuotePhrase(%q) = %s", s, got)
		}
	}
}

// The office's own codes and the labels of choices name nobody.
func TestCodesAndLabelsAreRepeated(t *testing.T) {
	for _, code := range []string{"UB", "ZZ", "NO-SUCH", "DV-01", "XA.B"} {
		if got := QuoteCode(code); got != `"`+code+`"` {
			t.Errorf("QuoteCode(%q) = %s", code, got)
		}
	}
	for _, s := range []string{"", "An", "an", "ÂN", "MAU AN", "NGUYENMAUANTHU", "001095001000"} {
		if got := QuoteCode(s); strings.HasPrefix(got, `"`) {
			t.Errorf("QuoteCode(%q) = %s", s, got)
		}
	}
	_, ps := NewTree([]Org{{Code: "XA", Level: CommitteeLevel}, {Code: "CB", Parent: "ZZ", Level: BaseBranch}, {Code: "CD", Parent: "Người Mẫu An", Level: BaseBranch}},
		Body{Kind: Unit, Code: "UB", Org: "ZY"})
	var told []string
	for _, p := range ps {
		told = append(told, p.Message)
	}
	all := strings.Join(told, "\n")
	if !strings.Contains(all, `"ZZ"`) || !strings.Contains(all, `"UB"`) || !strings.Contains(all, `"ZY"`) || strings.Contains(all, "Người Mẫu") {
		t.Errorf("the problems of the list are told as\n%s", all)
	}
	schema := &Schema{Facts: []FactDef{{ID: "post", Type: ChoiceFact, Choices: []Choice{{Code: "head", Label: "Người đứng đầu"}}}}}
	for group, want := range map[string]string{"Người đứng đầu": `Xã Mẫu, nhóm "Người đứng đầu"`, "người  ĐỨNG đầu": `Xã Mẫu, nhóm "người  ĐỨNG đầu"`,
		"Người Mẫu An": "Xã Mẫu, nhóm " + PhraseHidden(12), "": "Xã Mẫu"} {
		if got := phraseGroup("Xã Mẫu", group, schema, false); got != want {
			t.Errorf("group %q is told as %s, want %s", group, got, want)
		}
	}
	for group, want := range map[string]string{"Trưởng phòng Mẫu": `Xã Mẫu, nhóm "Trưởng phòng Mẫu"`, "Phó phòng loại 2": `Xã Mẫu, nhóm "Phó phòng loại 2"`,
		"Mẫu 001085000123": "Xã Mẫu, nhóm " + PhraseHidden(16)} {
		if got := phraseGroup("Xã Mẫu", group, schema, true); got != want {
			t.Errorf("the shared group %q is told as %s, want %s", group, got, want)
		}
	}
}
