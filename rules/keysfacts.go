package rules

import "github.com/xeploai/xeploai/evaluate"

// Keys of the vocabulary.

func factsKeys() []key {
	out := []key{schemaKey(), may("lists", namedBy(mappings("choice")), "Danh sách giá trị dùng chung")}
	for _, k := range kinds() {
		out = append(out, may(k, aMapping("kind_facts"), "Dữ kiện của loại chủ thể này"))
	}
	return out
}

func kindFactsKeys() []key {
	return []key{
		may("facts", listOf(either(aMapping("fact"), aMapping("taken"))), "Các dữ kiện, theo thứ tự cột"),
		may("limits", mappings("limit"), "Các số đếm không được vượt nhau"),
	}
}

func factKeys() []key {
	return []key{
		must("id", aText(), "Mã của dữ kiện"),
		must("type", aCode(factTypes()...), "Kiểu: text chữ, number số, date ngày, choice lựa chọn"),
		must("heading", aText(), "Tiêu đề cột"),
		may("group", aText(), "Tiêu đề gộp phía trên"),
		may("aliases", listOf(aText()), "Tiêu đề khác cũng nhận"),
		may("hint", aText(), "Lời nhắc khi điền"),
		may("unit", aText(), "Đơn vị; chỉ so sánh số cùng đơn vị"),
		may("step", aNumber(), "Bước nhỏ nhất của số, ví dụ 0.5"),
		may("min", aNumber(), "Nhỏ nhất"),
		may("max", aNumber(), "Lớn nhất"),
		may("choices", either(aText(), mappings("choice")), "Các giá trị, hoặc tên một danh sách dùng chung"),
		may("ordered", aFlag(), "true: các giá trị xếp từ thấp lên cao"),
		may("blank", aText(), "Ô trống nghĩa là giá trị này; không ghi thì ô trống là chưa biết"),
		may("required", aFlag(), "true: không được để trống"),
		must("supplier", aCode(suppliers()...), "Ai biết và ghi dữ kiện này"),
		may("role", aCode(roles()...), "Vai trò đặc biệt của cột"),
		may("level", aWhole(), "Cấp đề nghị"),
		may("proposed_by", aCode(orgLevels()...), "Chỉ tổ chức cấp này đề nghị: tờ không có ai ở dưới một tổ chức như vậy thì không có cột này"),
		may("identity", aFlag(), "true: dùng để nhận ra người"),
		may("width", aWhole(), "Độ rộng cột"),
		may("needs", aMapping("need"), "Ghi dữ kiện này thì phải ghi cả dữ kiện kia, nếu không thì có lẽ đã quên"),
		may("idle", aMapping("idle"), "Giá trị không hợp với người có dòng ở trang lãnh đạo; có cả hai thì hỏi lại (E327)"),
		may("tells", aMapping("tells"), "Cột chữ mà mấy chữ đầu nói lên giá trị của một dữ kiện lựa chọn cùng dòng; hai ô trái nhau thì hỏi lại (E326)"),
		may("given_by", aCode(relations()...), "Ô trống thì lấy mức xếp loại của chủ thể ở đầu kia quan hệ này"),
		may("leads_to", aCode(relations()...), "Cột ghi mã các chủ thể ở đầu kia quan hệ này, cách nhau bằng dấu chấm phẩy"),
		may("ballot", aMapping("ballot"), "Cột này là một số liệu kiểm phiếu"),
		may("per_post", aFlag(), "true: nói về một chức vụ, không phải về người; người giữ nhiều chức vụ thì mỗi chức vụ ghi riêng, dòng đảng viên nói chung về mọi chức vụ"),
		may("personal", aFlag(), "true: đúng với một người dù ở chức vụ nào; hai dòng về người ấy ghi khác nhau là mâu thuẫn. Cùng với per_post: dòng đảng viên ghi khác mọi chức vụ của người ấy là mâu thuẫn, các chức vụ khác nhau thì không"),
		may("not_after", aCode(evaluate.DayPeriodEnd, evaluate.DayReference), "Ngày (hoặc năm) đã qua: không muộn hơn ngày cuối kỳ, hoặc ngày chốt số liệu"),
		may("not_before", aText(), "Không sớm hơn ngày ghi ở dữ kiện này của cùng dòng; ngày sinh để trống thì so với năm sinh"),
		may("lasting", aFlag(), "true: giữ nguyên từ kỳ này sang kỳ sau, mẫu kỳ sau ghi sẵn"),
		may("prose", aFlag(), "true: lời văn của người ghi, không nhận ra ai bằng nó; ô có ngày, số, công thức thì giữ như người xem thấy, không trả lại tệp"),
		may("tally", aMapping("tally"), "Số này đếm các chủ thể khác theo mức xếp loại; được đối chiếu với kết quả trong đợt"),
		may("gravest", aMapping("gravest"), "Lựa chọn này ghi điều nặng nhất trong những điều mà dòng của từng người ghi; hai nơi trái nhau thì hỏi lại (E328)"),
		may("same_as", aMapping("same_as"), "Chủ thể liên quan cũng tự ghi số này, hoặc được xếp mức này; hai nơi khác nhau thì hỏi lại"),
		may("derived", aMapping("derived"), "Dữ kiện tính từ dữ kiện khác"),
	}
}

// takenKeys take facts over from another kind.
func takenKeys() []key {
	return []key{
		must("as_in", aCode(kinds()...), "Lấy lại dữ kiện đã khai báo cho loại chủ thể này"),
		must("ids", listOf(aText()), "Mã của các dữ kiện được lấy lại"),
	}
}

func derivedKeys() []key {
	return []key{
		must("function", aText(), "Hàm: difference hiệu, sum tổng"),
		may("of", listOf(aText()), "Các dữ kiện được tính"),
	}
}

func tallyKeys() []key {
	return []key{
		must("of", aCode(relations()...), "Đếm những ai: quan hệ dẫn tới họ"),
		must("grade", aCode(statutoryGrades()...), "Mức được đếm"),
		may("or_better", aFlag(), "true: đếm cả các mức cao hơn"),
		may("among", aText(), "Dữ kiện ghi có tất cả bao nhiêu"),
	}
}

func sameAsKeys() []key {
	return []key{
		must("of", aCode(relations()...), "Của ai: quan hệ dẫn tới chủ thể ấy"),
		may("fact", aText(), "Dữ kiện mà chủ thể ấy tự ghi"),
		may("grade", aFlag(), "true: dữ kiện này ghi mức xếp loại của chủ thể ấy, được đối chiếu với kết quả trong đợt (E379)"),
		may("only", aText(), "Chỉ đối chiếu cho ai: dữ kiện lựa chọn của chính dòng này"),
		may("is", aText(), "Giá trị của dữ kiện ấy"),
	}
}

func needKeys() []key {
	return []key{
		must("fact", aText(), "Dữ kiện kia, cùng tệp"),
		may("when", aText(), "Chỉ khi ghi giá trị này"),
		may("denied", aText(), "Giá trị của dữ kiện kia phủ nhận điều này: ghi cả hai là mâu thuẫn (E325)"),
		may("implies", aText(), "Điều này là một trường hợp của dữ kiện kia: ô kia trống thì mang giá trị này"),
	}
}

func gravestKeys() []key {
	return []key{
		may("case", aText(), "Giá trị nghĩa là có trường hợp như thế; không ghi thì cùng các giá trị với dòng của từng người"),
		may("beyond", aFlag(), "true: còn nói về người, nơi khác, nên nặng hơn mọi dòng thì không mâu thuẫn"),
		must("of", mappings("rows_of"), "Những dòng được nói đến"),
	}
}

func rowsOfKeys() []key {
	return []key{
		must("kind", aCode(kinds()...), "Loại chủ thể của các dòng ấy"),
		must("by", aCode(words(evaluate.GravestBy())...), "Tìm bằng gì: tập thể, đơn vị, tổ chức của chính dòng ấy, hoặc cấp ủy của tổ chức (committee_members)"),
		must("fact", aText(), "Dữ kiện của từng dòng"),
		may("among", mappings("code_test"), "Chỉ các dòng như thế này"),
		may("when", mappings("code_test"), "Dòng chắc chắn là trường hợp được hỏi khi như thế này"),
		must("called", aText(), "Gọi các dòng ấy là gì trong lời báo"),
	}
}

func codeTestKeys() []key {
	return []key{
		must("fact", aText(), "Dữ kiện lựa chọn của dòng"),
		may("one_of", listOf(aText()), "Là một trong các giá trị này"),
		may("none_of", listOf(aText()), "Không phải giá trị nào trong số này"),
		may("seat", aFlag(), "true: là một trong các giá trị có seat"),
	}
}

func idleKeys() []key {
	return []key{
		must("code", aText(), "Giá trị ấy"),
		must("otherwise", aText(), "Giá trị đúng nếu giá trị ấy chỉ còn lại từ danh sách cũ"),
		may("fact", aText(), "Dữ kiện cùng dòng mà khi ghi giá trị ở answer thì giá trị ấy đúng, không hỏi nữa"),
		may("answer", aText(), "Giá trị của dữ kiện ở fact trả lời câu hỏi"),
	}
}

func tellsKeys() []key {
	return []key{
		must("fact", aText(), "Dữ kiện lựa chọn mà cột chữ này nói đến"),
		must("words", mappings("telling"), "Những chữ mở đầu và giá trị mà chúng nói lên; chữ mở đầu dài hơn được xét trước"),
		may("acting", listOf(aText()), "Những chữ đứng trước chức danh mà không đổi nghĩa của nó: quyền trưởng phòng đứng đầu phòng"),
		may("unsure", listOf(aText()), "Cột có những chữ này thì không nói lên điều gì"),
		may("branch", listOf(aText()), "Chữ chỉ chức vụ ở chi bộ, nên cột không nói lên điều gì, trừ dòng về chính cấp ủy của một chi bộ"),
	}
}

func tellingKeys() []key {
	return []key{
		must("means", aText(), "Giá trị mà những chữ này nói lên"),
		must("begins", listOf(aText()), "Những chữ mở đầu"),
		may("denies", listOf(aText()), "Những giá trị trái với điều ấy"),
		may("committee", aFlag(), "true: chữ nói về chức vụ trong cấp ủy; không ghi thì về chức vụ trong cơ quan, đơn vị"),
	}
}

func choiceKeys() []key {
	return []key{
		must("code", aText(), "Mã của giá trị"),
		must("label", aText(), "Giá trị như người điền thấy"),
		may("aliases", listOf(aText()), "Cách viết khác cũng nhận"),
		may("not_applicable", aFlag(), "true: điều được hỏi không có, coi như không vướng"),
		may("passing", aFlag(), "true: chỉ nói về kỳ của nó, không ghi sẵn vào mẫu kỳ sau"),
		may("sole", aFlag(), "true: mỗi chi bộ chỉ có một đảng viên giữ giá trị này, như bí thư; hai người cùng ghi thì được hỏi"),
		may("seat", aFlag(), "true: người ghi giá trị này ở trong cấp ủy của chính chi bộ mình"),
		may("leads", aFlag(), "true: người ghi giá trị này lãnh đạo cấp ủy ấy, như bí thư, phó bí thư; không có dòng nào ở trang lãnh đạo cho chức vụ ấy thì được hỏi"),
		may("personal", aFlag(), "true: giá trị này đúng với một người dù ở chức vụ nào, nên mâu thuẫn với mọi giá trị khác; các giá trị khác thì không mâu thuẫn nhau. Dữ kiện per_post: chỉ khi dòng đảng viên ghi giá trị này mà một chức vụ ghi khác"),
	}
}

func limitKeys() []key {
	return []key{
		must("id", aText(), "Mã"),
		may("sum", listOf(aText()), "Tổng các số đếm này"),
		must("at_most", either(aText(), aNumber()), "không được vượt số đếm này, hoặc con số này"),
		must("message", aText(), "Lời báo khi vượt"),
	}
}

func factTables() []table {
	return []table{
		{id: "facts", help: "Từ vựng: các dữ kiện", keys: factsKeys()},
		{id: "kind_facts", help: "Dữ kiện của một loại chủ thể", keys: kindFactsKeys()},
		{id: "fact", help: "Một dữ kiện", keys: factKeys()},
		{id: "taken", help: "Dữ kiện lấy lại của loại chủ thể khác", keys: takenKeys()},
		{id: "derived", help: "Cách tính", keys: derivedKeys()},
		{id: "tally", help: "Số đếm theo mức xếp loại", keys: tallyKeys()},
		{id: "same_as", help: "Dữ kiện mà chủ thể liên quan cũng tự ghi", keys: sameAsKeys(), oneOf: []string{"fact", "grade"}, calls: map[string][]string{"only": {"is"}, "is": {"only"}}},
		{id: "ballot", help: "Số liệu kiểm phiếu: count hoặc votes", keys: ballotKeys(), oneOf: names(ballotFigureKeys())},
		{id: "surely", help: "Ai chắc chắn phải được triệu tập", keys: surelyKeys()},
		{id: "need", help: "Dữ kiện đòi dữ kiện khác", keys: needKeys()},
		{id: "gravest", help: "Điều nặng nhất trong các dòng về từng người", keys: gravestKeys()},
		{id: "rows_of", help: "Các dòng được nói đến", keys: rowsOfKeys()},
		{id: "code_test", help: "Điều kiện về một lựa chọn", keys: codeTestKeys()},
		{id: "idle", help: "Giá trị không hợp với người lãnh đạo", keys: idleKeys()},
		{id: "tells", help: "Cột chữ nói lên một lựa chọn", keys: tellsKeys()},
		{id: "telling", help: "Những chữ mở đầu", keys: tellingKeys()},
		{id: "choice", help: "Một giá trị", keys: choiceKeys()},
		{id: "limit", help: "Một giới hạn giữa các số đếm", keys: limitKeys()},
	}
}
