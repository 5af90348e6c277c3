package campaign

import (
	"fmt"
	"slices"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

// codeMisnamed is that of a number under which somebody else is known.
const codeMisnamed evaluate.Code = "E358"

const hintMisnamed = "xem cột họ tên, số, ngày sinh có bị sắp xếp riêng, chép lệch dòng hay gõ nhầm không, sửa rồi nhập lại kèm --replace; nếu báo cáo đúng (đã đổi tên, đã đính chính) thì nhập danh sách đảng viên mới kèm --replace"

// problemMisnamed points to the names where these differ, else to the birth dates.
func problemMisnamed(ids identityFacts, m misnamed) evaluate.Problem {
	at, known := m.at(ids), m.owner.at(ids)
	message := "số ở dòng này là của một người khác họ tên, theo danh sách hoặc mẫu ghi sẵn; chưa rõ dòng này là ai"
	if !otherName(m.name, m.owner.name) && m.named == nil {
		at, known = m.bornAt(ids), m.owner.bornAt(ids)
		message = "ngày sinh ở dòng này khác ngày sinh trong danh sách hoặc mẫu ghi sẵn của người mang số này; chưa rõ có phải một người không"
	}
	p := question(codeMisnamed, at, message, hintMisnamed, second(known, "người mang số ấy ở đây"))
	if m.named != nil {
		p.Related = append(p.Related, second(m.named.at(ids), "người mang họ tên ấy ở đây"))
	}
	return p
}

// problemSwapped is about two rows of which each has the number of the other's person.
func problemSwapped(ids identityFacts, m, other misnamed) evaluate.Problem {
	return question(codeMisnamed, m.at(ids), "hai dòng có số của nhau theo danh sách hoặc mẫu ghi sẵn: số ở dòng này là của người ở dòng kia, và ngược lại; có lẽ hai số ghi đổi chỗ",
		"đổi lại hai số (hoặc hai họ tên) cho đúng người rồi nhập lại kèm --replace; nếu báo cáo đúng thì nhập danh sách đảng viên đã sửa kèm --replace",
		append(mutual([]evaluate.Related{second(other.at(ids), "dòng kia ở đây")}),
			second(m.owner.at(ids), "danh sách ghi một người ở đây"), second(other.owner.at(ids), "danh sách ghi người kia ở đây"))...)
}

// problemShared is about a row whose number another person's row has, too.
func problemShared(at evaluate.Origin, others []evaluate.Origin) evaluate.Problem {
	return question(codeMisnamed, at, "số ở dòng này cũng là số ở dòng của một người khác họ tên hoặc khác ngày sinh; chưa rõ số ấy của ai",
		"đối chiếu với giấy tờ của hai người, sửa số ở dòng ghi nhầm rồi nhập lại tệp đó kèm --replace; nếu là một người thì ghi họ tên, ngày sinh cho giống nhau",
		mutual(seconds(others, "người kia ở đây"))...)
}

// problemJoined is about a row with the names of two listed people.
func problemJoined(at, first, second evaluate.Origin) evaluate.Problem {
	return question("E345", at, "họ tên ở dòng này là họ tên của hai người trong danh sách hoặc mẫu ghi sẵn viết liền nhau, mà chi bộ không báo cáo riêng người nào; chưa rõ dòng này là ai",
		"mỗi người một dòng, đủ các ô, rồi nhập lại kèm --replace; nếu là một người thì nhập danh sách đảng viên có đúng họ tên ấy",
		evaluate.Related{At: first, Note: "người thứ nhất ở đây"}, evaluate.Related{At: second, Note: "người thứ hai ở đây"})
}

func problemMisnamedFile(ids identityFacts, people []misnamed, of int) evaluate.Problem {
	var at, known []evaluate.Origin
	for _, m := range people {
		at, known = append(at, m.at(ids)), append(known, m.owner.at(ids))
	}
	message, hint := "phần lớn các dòng của tệp này (%d/%d) có số của người khác họ tên hoặc khác ngày sinh, theo danh sách hoặc mẫu ghi sẵn; có lẽ một cột đã bị sắp xếp riêng", hintMisnamed
	if !slices.ContainsFunc(people, func(m misnamed) bool { return m.how != renamed || m.named != nil }) {
		message = "phần lớn các dòng của tệp này (%d/%d) ghi họ tên khác danh sách hoặc mẫu ghi sẵn, dù ngày sinh và họ hoặc tên khớp; có lẽ cột họ tên bị cắt mất một phần, hoặc tên để ở cột khác"
		hint = "ghi đủ họ, tên đệm và tên trong tệp rồi nhập lại kèm --replace; nếu danh sách sai thì sửa danh sách"
	}
	p := question(codeMisnamed, at[0], fmt.Sprintf(message, len(people), of), hint, secondsBySheet(known, "những người mang các số ấy ở đây", "")...)
	p.Cells = cellsOnSheet(p.At, at)
	return p
}

// problemOtherNames is about the rows of a sheet that have people's numbers beside other
// names; of is how many rows have somebody's number, owners whose it is where they say
// anything.
func problemOtherNames(ids identityFacts, people []misnamed, of int, owners []evaluate.Origin) evaluate.Problem {
	var at []evaluate.Origin
	for _, m := range people {
		at = append(at, m.at(ids))
	}
	p := question("E345", at[0], fmt.Sprintf("phần lớn các dòng của trang này (%d/%d) có số của người khác họ tên hoặc khác ngày sinh, theo báo cáo của chi bộ; có lẽ một cột đã bị sắp xếp riêng hoặc dán lệch dòng, nên dữ kiện ở các dòng ấy chưa được dùng", len(people), of),
		"đối chiếu họ tên với số ở từng dòng, chép lại cho khớp (hoặc điền lại mẫu) rồi nhập lại kèm --replace", secondsBySheet(owners, "người mang số ở dòng có ghi dữ kiện ở đây", "")...)
	p.Cells = cellsOnSheet(p.At, at)
	return p
}

// tellOther is about a row that waits for nobody.
func tellOther(ids identityFacts, m misnamed) evaluate.Problem {
	if m.how == redated {
		return question(codeMisnamed, m.bornAt(ids),
			"ngày sinh ở dòng này khác ngày sinh trong danh sách hoặc mẫu ghi sẵn; họ tên, số định danh, và số thẻ hoặc ngày vào Đảng, đều khớp nên vẫn nhận là người ấy, ngày ở báo cáo được dùng, không ai phải chờ",
			hintKnown, second(m.owner.bornAt(ids), "ngày sinh ghi ở đây"))
	}
	return noteRenamed(m.at(ids), m.owner.at(ids), knownByLists)
}

// Who knows another name under a number.
const (
	knownByLists   = "danh sách hoặc mẫu ghi sẵn"
	knownByReports = "báo cáo của chi bộ"
)

func noteRenamed(at, known evaluate.Origin, by string) evaluate.Problem {
	return evaluate.Problem{Severity: evaluate.Note, Code: codeMisnamed, At: at,
		Message: "họ tên ở dòng này khác họ tên trong " + by + " của người mang số này; ngày sinh và họ hoặc tên khớp nên vẫn nhận là người ấy",
		Hint:    "không cần làm gì nếu người này đã đổi tên; nếu gõ nhầm thì sửa rồi nhập lại kèm --replace",
		Related: []evaluate.Related{second(known, "người mang số ấy ở đây")}}
}

// noteOtherWords is about rows whose family or middle names are not those known elsewhere.
func noteOtherWords(ids identityFacts, people []misnamed, by string) evaluate.Problem {
	var at, known []evaluate.Origin
	for _, m := range people {
		at, known = append(at, m.at(ids)), append(known, m.owner.at(ids))
	}
	p := evaluate.Problem{Severity: evaluate.Note, Code: codeMisnamed, At: at[0],
		Message: "họ hoặc tên đệm ở dòng này khác trong " + by + " của người mang số này; vẫn nhận là người ấy, họ tên ở báo cáo được dùng",
		Hint:    "không cần làm gì nếu đã đổi họ tên; nếu gõ nhầm thì sửa rồi nhập lại kèm --replace",
		Related: secondsBySheet(known, "người mang số ấy ở đây", "")}
	p.Cells = cellsOnSheet(at[0], at)
	return p
}

const hintKnown = "báo cáo sai thì sửa rồi nhập lại kèm --replace; danh sách, mẫu sai thì nhập danh sách đảng viên đã sửa kèm --replace"

// problemShifted is about the rows of a report whose days are another's, or are not
// those that lists know of their people; of is how many rows could be compared.
func problemShifted(def *evaluate.FactDef, people []contrary, of int) evaluate.Problem {
	return problemsOfFact(codeMisnamed, def.ID, people,
		fmt.Sprintf("cột “%s” ở %d/%d dòng của tệp này khác danh sách hoặc mẫu ghi sẵn; có lẽ một số cột đã bị sắp xếp riêng hoặc dán lệch dòng, nên số liệu ở các dòng ấy có thể là của người khác và chưa được dùng", def.Heading, len(people), of),
		"đối chiếu từng dòng: các cột bị lệch thì chép lại cho khớp từng người (hoặc điền lại mẫu) rồi nhập lại kèm --replace; báo cáo đúng thì nhập danh sách đảng viên đã sửa kèm --replace")[0]
}

// keptDay is a day as it is kept, yyyymmdd.
func keptDay(n int64) evaluate.Date {
	return evaluate.Date{Year: int(n / 10000), Month: int(n / 100 % 100), Day: int(n % 100)}
}

// doubtDay reads a day both ways: as reported, and as a list knows it.
func doubtDay(def *evaluate.FactDef, x contrary, p evaluate.Problem) evaluate.Doubt {
	reported, known := x.days(def.ID)
	return evaluate.Doubt{Fact: def.ID, Given: keptDay(reported).String(), Other: keptDay(known).String(), Problem: p}
}

// problemOtherState is about people of one report whom a roster has in a state that their
// branch does not report, all in the same two.
func problemOtherState(schema *evaluate.Schema, people []contrary) evaluate.Problem {
	i, _ := schema.Index(factStatus)
	def := &schema.Facts[i]
	shown := func(p person) string { return p.in.table.find(factStatus).shown(p.row, def) }
	who := "chính người này"
	if len(people) > 1 {
		who = peopleWord(len(people)) + " này"
	}
	return problemsOfFact("E363", factStatus, people, fmt.Sprintf("cột “%s” ghi “%s”, mà danh sách đảng viên đã nhập ghi “%s” về %s; ô ở báo cáo được dùng, ai có hai kết quả khác nhau theo hai cách ghi thì phải chờ",
		def.Heading, shown(people[0].person), shown(people[0].known), who), "hỏi lại chi bộ nay những người ấy thế nào; "+hintKnown)[0]
}

// noteNewerState is about people who took part like others in another period and are in
// another state by a source of this one.
func noteNewerState(_ [2]string, here, there []evaluate.Origin) evaluate.Problem {
	p := question("E363", here[0], fmt.Sprintf("kỳ trước sinh hoạt bình thường, nay tệp kia ghi tình trạng khác (%s); mẫu theo tệp kia", peopleWord(len(here))),
		"không cần làm gì nếu tình trạng nay đã đúng", secondsBySheet(there, "tình trạng nay ghi ở đây", "")...)
	p.Severity, p.Cells = evaluate.Note, cellsOnSheet(here[0], here)
	return p
}

func problemOtherDay(def *evaluate.FactDef, x contrary) evaluate.Problem {
	reported, known := x.days(def.ID)
	at, other := x.cells(def.ID)
	cause := ""
	if x.isYearApart(def.ID) {
		cause = "; " + likelyAnotherDay(def)
	}
	return question("E363", at, fmt.Sprintf("cột “%s” ghi %s, mà danh sách hoặc mẫu ghi sẵn ghi %s về chính người này%s; ngày ở báo cáo được dùng, nếu hai ngày ra hai mức khác nhau thì người này phải chờ",
		def.Heading, keptDay(reported).Vietnamese(), keptDay(known).Vietnamese(), cause), hintKnown, second(other, "ngày ghi ở danh sách hoặc mẫu"))
}

// problemYearApart is about rows whose days are all a year from those that lists know;
// of is how many rows could be compared.
func problemYearApart(def *evaluate.FactDef, people []contrary, of int) evaluate.Problem {
	return problemsOfFact("E363", def.ID, people,
		fmt.Sprintf("cột “%s” ở %d/%d dòng của tệp này khác danh sách hoặc mẫu ghi sẵn: %s; ngày ở báo cáo được dùng, chỉ ai có hai mức khác nhau theo hai ngày mới phải chờ", def.Heading, len(people), of, likelyAnotherDay(def)), hintKnown)[0]
}

// likelyAnotherDay says what days a year apart come from, in the words in which the
// facts tell one from the other.
func likelyAnotherDay(def *evaluate.FactDef) string {
	out := "cách nhau đúng một năm, có lẽ một bên ghi ngày khác của cùng người"
	if def.Hint != "" {
		out += " (cột này: " + def.Hint + ")"
	}
	return out
}

// lostZeros tells whether a number is another without zeros that this begins with.
func lostZeros(short, full string) bool {
	return short != full && strings.HasSuffix(full, short) && strings.Trim(strings.TrimSuffix(full, short), "0") == ""
}

// problemsNumbers are about the numbers of a report that are not those which lists know
// of its people: cards that lost their zeros, and others.
func problemsNumbers(ids identityFacts, people []contrary, fact evaluate.FactID) (out []evaluate.Problem) {
	var short, other []contrary
	for _, x := range people {
		if fact == ids.card && lostZeros(x.card, x.known.card) {
			short = append(short, x)
		} else {
			other = append(other, x)
		}
	}
	out = append(out, problemsOfFact("X113", fact, short, "số thẻ Đảng thiếu số 0 ở đầu so với danh sách hoặc mẫu ghi sẵn: Excel đã đổi thành số; không ai phải chờ, nhưng mẫu kỳ sau sẽ mang số thiếu",
		"định dạng ô là Văn bản (Text), ghi lại đủ chữ số rồi nhập lại kèm --replace")...)
	message := "số thẻ Đảng khác số mà danh sách hoặc mẫu ghi sẵn ghi về chính người này; số ở báo cáo được dùng, không ai phải chờ"
	code := evaluate.Code("E363")
	if fact == ids.identity {
		message = "số định danh khác số mà mẫu ghi sẵn ghi về người cùng họ tên, ngày sinh hoặc số thẻ; vẫn nhận là người ấy, số ở báo cáo được dùng, không ai phải chờ"
		code = "E345"
	}
	return append(out, problemsOfFact(code, fact, other, message, "đối chiếu với giấy tờ của người ấy; "+hintKnown)...)
}

// problemsOfFact is one problem about a fact of some people, with both cells of each;
// none about nobody's.
func problemsOfFact(code evaluate.Code, fact evaluate.FactID, people []contrary, message, hint string) []evaluate.Problem {
	if len(people) == 0 {
		return nil
	}
	var at, known []evaluate.Origin
	for _, x := range people {
		mine, theirs := x.cells(fact)
		at, known = append(at, mine), append(known, theirs)
	}
	p := question(code, at[0], message, hint, secondsBySheet(known, "bên kia ghi ở đây", "")...)
	p.Cells = cellsOnSheet(p.At, at)
	return []evaluate.Problem{p}
}

// noteTurnedNames is about names with the words of the known ones in another order.
func noteTurnedNames(at []evaluate.Origin, of int) evaluate.Problem {
	p := evaluate.Problem{Severity: evaluate.Note, Code: codeMisnamed, At: at[0],
		Message: fmt.Sprintf("phần lớn các dòng của tệp này (%d/%d) ghi họ tên theo thứ tự khác trong danh sách hoặc mẫu ghi sẵn (tên trước, họ sau); vẫn nhận ra từng người", len(at), of),
		Hint:    "không cần làm gì; họ tên trong các tệp kết quả theo báo cáo này, muốn ghi họ trước thì sửa rồi nhập lại kèm --replace"}
	p.Cells = cellsOnSheet(at[0], at)
	return p
}

// notesSpelled tell, once for each sheet, of codes of a column that were understood though
// the list writes them with other letters, or the cell has the name that goes with it.
func notesSpelled(heading string, cells []evaluate.Origin) []evaluate.Problem {
	var out []evaluate.Problem
	for len(cells) > 0 {
		first := cells[0]
		elsewhere := func(at evaluate.Origin) bool { return at.File != first.File || at.Sheet != first.Sheet }
		here := slices.DeleteFunc(slices.Clone(cells), elsewhere)
		cells = slices.DeleteFunc(slices.Clone(cells), func(at evaluate.Origin) bool { return !elsewhere(at) })
		out = append(out, evaluate.Problem{Severity: evaluate.Note, Code: "X164", At: first, Cells: cellsOnSheet(first, here),
			Message: fmt.Sprintf("cột “%s”: %d ô ghi tên thay cho mã, ghi mã cũ của nơi đã đổi mã, ghi mã khác danh sách ở chữ hoa, chữ thường, dấu cách hoặc dấu gạch, hay cách nhau bằng dấu phẩy, đã hiểu theo danh sách", heading, len(here)),
			Hint:    "không cần làm gì nếu hiểu đúng"})
	}
	return out
}
