package campaign

import (
	"archive/zip"
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/unicode/norm"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// messyWhole is a fault of a file as a whole. Its sender has no cell to mend and
// does what the report tells: he sends the file anew.
type messyWhole struct {
	name, ending string
	code         evaluate.Code
	make         func(t testing.TB, r *messyReturn) (b []byte, at string)
}

func messyWholes() []messyWhole {
	bytesOf := func(b []byte) func(testing.TB, *messyReturn) ([]byte, string) {
		return func(testing.TB, *messyReturn) ([]byte, string) { return b, "" }
	}
	other := func(change func(s *excel.TemplateSpec)) func(testing.TB, *messyReturn) ([]byte, string) {
		return func(t testing.TB, r *messyReturn) ([]byte, string) {
			strange := *r
			change(&strange.spec)
			return strange.clean(t), ""
		}
	}
	return []messyWhole{
		{"empty", ".xlsx", "X102", bytesOf(nil)},
		{"of Excel before 2007", ".xls", "X121", bytesOf(compoundFile("Workbook"))},
		{"with a password", ".xlsx", "X122", func(t testing.TB, r *messyReturn) ([]byte, string) {
			f, err := excelize.OpenReader(bytes.NewReader(r.clean(t)))
			if err != nil {
				t.Error(err)
				return nil, ""
			}
			var b bytes.Buffer
			if err := f.Write(&b, excelize.Options{Password: "mau"}); err != nil {
				t.Error(err)
			}
			return b.Bytes(), ""
		}},
		{"text renamed", ".xlsx", "X123", bytesOf([]byte("Họ và tên;Ngày sinh\nNguyễn Mẫu An;05/09/1960\n"))},
		{"a web page", ".xls", "X123", bytesOf([]byte("<html><table><tr><td>Nguyễn Mẫu An</td></tr></table></html>"))},
		{"comma separated", ".csv", "X123", bytesOf([]byte("STT,Họ và tên\n1,Nguyễn Mẫu An\n"))},
		{"a letter renamed", ".xlsx", "X124", bytesOf(packOf("[Content_Types].xml", "word/document.xml"))},
		{"cut in the mail", ".xlsx", "X126", func(t testing.TB, r *messyReturn) ([]byte, string) {
			b := r.clean(t)
			return b[:len(b)*3/5], ""
		}},
		{"a sheet cut short", ".xlsx", "X128", func(t testing.TB, r *messyReturn) ([]byte, string) { return cutMembers(t, r.clean(t)) }},
		{"a sheet deleted", ".xlsx", "X158", func(t testing.TB, r *messyReturn) ([]byte, string) {
			b := openMessy(t, r, 0)
			b.must(b.DeleteSheet("Tổ chức"))
			return b.save(), ""
		}},
		{"of the year before", ".xlsx", "X153", other(func(s *excel.TemplateSpec) { s.Stamp.Period = "2024" })},
		{"for another office", ".xlsx", "X152", other(func(s *excel.TemplateSpec) { s.Stamp.Office = "VPM" })},
		{"nobody in it", ".xlsx", "X160", func(t testing.TB, r *messyReturn) ([]byte, string) {
			empty := *r
			empty.people = nil
			return empty.clean(t), messyMembers + "!"
		}},
	}
}

// cutMembers cuts the sheet of members between two rows; at is the last cell.
func cutMembers(t testing.TB, book []byte) (cut []byte, at string) {
	zr, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	zw := zip.NewWriter(&out)
	for _, f := range zr.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		if _, err := b.ReadFrom(r); err != nil {
			t.Fatal(err)
		}
		data := b.Bytes()
		if f.Name == "xl/worksheets/sheet2.xml" {
			data = data[:bytes.Index(data, []byte(fmt.Sprintf(`<row r="%d"`, messyData+4)))]
			last := data[bytes.LastIndex(data, []byte(`<c r="`))+len(`<c r="`):]
			at = messyMembers + "!" + string(last[:bytes.IndexByte(last, '"')])
		}
		w, err := zw.Create(f.Name)
		if err == nil {
			_, err = w.Write(data)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := zw.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes(), at
}

// arrivals names the places of the inbox where returns arrive: in folders of
// folders, a third of them in archives that came by mail.
func (r *messyReturn) arrive(i int, ending string) {
	folder := fmt.Sprintf("Đảng bộ %02d/đợt %d", i%7, i%3)
	name := []string{"%s bao cao", "%s - Chi bộ gửi lại (1)", "%s", "Copy of %s", norm.NFD.String("%s Kiểm điểm")}[i%5]
	name = fmt.Sprintf(name, r.org()) + ending
	if i%3 == 0 && ending == ".xlsx" && r.fault == "" {
		r.path = folder + fmt.Sprintf("/qua thư %d.zip!Chi bộ/%s", i%2, norm.NFC.String(name))
		return
	}
	r.path = folder + "/" + name
}

// layAll lays the returns into the inbox, each by itself or in its archive, and
// beside them what nobody asked for; it returns the labels of the latter with
// the note each takes.
func (c *Campaign) layAll(t testing.TB, returns []*messyReturn) map[string]string {
	zips := map[string][]*messyReturn{}
	for _, r := range returns {
		if archive, _, packed := strings.Cut(r.path, "!"); packed {
			zips[archive] = append(zips[archive], r)
			continue
		}
		c.lay(t, r.path, r.bytes)
	}
	junk := map[string]string{}
	for archive, rs := range zips {
		var b bytes.Buffer
		zw := zip.NewWriter(&b)
		add := func(name string, data []byte) {
			w, err := zw.Create(name)
			if err == nil {
				_, err = w.Write(data)
			}
			if err != nil {
				t.Error(err)
			}
		}
		slices.SortFunc(rs, func(a, b *messyReturn) int { return strings.Compare(b.path, a.path) })
		for _, r := range rs {
			_, name, _ := strings.Cut(r.path, "!")
			add(name, r.bytes)
		}
		add("Thumbs.db", []byte("x"))
		add("Chi bộ/~$mau.xlsx", make([]byte, 165))
		junk[archive+"!Chi bộ/~$mau.xlsx"] = "X137" // of what Windows leaves nothing is said
		if err := zw.Close(); err != nil {
			t.Error(err)
		}
		c.lay(t, archive, b.Bytes())
	}
	for path, code := range map[string]string{"Thumbs.db": "C930", "Đảng bộ 01/anh chup.jpg": "C930", "Đảng bộ 02/công văn.docx": "C930",
		"Đảng bộ 03/đợt 0/~$CB0003.xlsx": "X137", "~$bao cao.xlsx": "X137"} {
		c.lay(t, path, []byte("mẫu"))
		junk[path] = code
	}
	return junk
}

// sentAgain are files sent a second time: saved anew without a change, and with
// one changed score.
func sentAgain(t testing.TB, r *messyReturn, changed bool) (b []byte, cell string) {
	f, err := excelize.OpenReader(bytes.NewReader(r.bytes))
	if err != nil {
		t.Fatal(err)
	}
	if changed {
		cell = r.book.at("score_i2", 0)
		if err := f.SetCellValue(messyMembers, cell, 8.5); err != nil {
			t.Fatal(err)
		}
	}
	buf, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return buf.Bytes(), cell
}
