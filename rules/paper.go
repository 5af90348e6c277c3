package rules

import "github.com/xeploai/xeploai/evaluate"

// decodePaper reads one printed form about a single subject.
func (d *decoder) decodePaper(root node) *evaluate.PaperSpec {
	f := d.fields(root, "papers", paperFileKeys())
	f.schema()
	out := &evaluate.PaperSpec{At: f.at, ID: f.text("id"), Use: evaluate.PaperUse(f.choice("use", paperUses()...)), Number: f.text("number"),
		Title: f.text("title"), Kinds: convert[evaluate.Kind](f.choices("kinds", kinds()...)), Cite: d.needCite(f),
		Standing: d.needStanding(f), Note: f.maybe("note")}
	// A paper has no list of sources: the number of the text stands for itself.
	out.Cite.Number = out.Cite.Source
	f.need("kinds")
	f.need("from")
	if from := f.period("from"); from != nil {
		out.From = *from
	}
	out.To = f.period("to")
	return out
}

func paperUses() []string { return []string{string(evaluate.RegradingPaper)} }

func paperFileKeys() []key {
	return []key{
		schemaKey(),
		must("id", aText(), "Mã của mẫu in; tên tệp là MÃ.yaml"),
		must("use", aCode(paperUses()...), "Dùng để làm gì: regrading là quyết định xếp loại lại một trường hợp sau khóa sổ"),
		must("number", aText(), "Số hiệu mẫu, như in ở góc trang"),
		must("title", aText(), "Tên mẫu"),
		must("kinds", listOf(aCode(kinds()...)), "Các loại chủ thể mà mẫu nói đến"),
		must("from", aPeriod(), "Kỳ đánh giá đầu tiên"),
		may("to", aPeriod(), "Kỳ đánh giá cuối cùng; bỏ trống là đến nay"),
		must("cite", aMapping("paper_cite"), "Căn cứ: số văn bản và điều, khoản, điểm"),
		standingKey(), noteKey(),
	}
}

func paperTables() []table {
	return []table{
		{id: "paper", help: "Mẫu in về một trường hợp", keys: paperFileKeys()},
		{id: "paper_cite", help: "Căn cứ", keys: []key{
			must("source", aText(), "Số của văn bản"), must("place", aText(), "Điều, khoản, điểm; đặt trong ngoặc kép nếu có dấu phẩy")}},
	}
}
