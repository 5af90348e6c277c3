package main

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"os"

	"github.com/xuri/excelize/v2"
)

// spoil HOW file… makes the bad inputs of the world from good ones:
//
//	garbage FILE          bytes that are no workbook
//	oldxls FILE           the beginning of an .xls of before 2007
//	empty FILE            no bytes at all
//	cut FILE PART         a package part cut in half
//	encrypt FILE          locked with a password
//	drop FILE SHEET       without a sheet
//	emptyrows FILE PART   a million styled rows without content
//	bomb FILE             a small package that unpacks to gigabytes
//	copyrow FILE SHEET FROM TO  one row of cells repeated
//	stamp FILE KEY VALUE  another stamp
//	zip FILE NAME PATH …  an archive of files under the given names
func spoil(args []string) error {
	if len(args) < 2 {
		return fmt.Errorf("usage: spoil HOW FILE …")
	}
	file, rest := args[1], args[2:]
	switch args[0] {
	case "garbage":
		return os.WriteFile(file, []byte("đây không phải là bảng tính\n"), 0o600)
	case "oldxls":
		return os.WriteFile(file, append([]byte{0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1}, make([]byte, 2048)...), 0o600)
	case "empty":
		return os.WriteFile(file, nil, 0o600)
	case "cut":
		return rewrite(file, func(name string, b []byte) []byte {
			if name == rest[0] {
				return b[:len(b)/2]
			}
			return b
		})
	case "emptyrows":
		return emptyRows(file, rest[0])
	case "bomb":
		return bomb(file)
	case "zip":
		return archive(file, rest)
	}
	return spoilBook(args[0], file, rest)
}

func spoilBook(how, file string, rest []string) error {
	f, err := excelize.OpenFile(file)
	if err != nil {
		return err
	}
	defer f.Close()
	switch how {
	case "encrypt":
		return f.SaveAs(file, excelize.Options{Password: "mau"})
	case "drop":
		if err := f.DeleteSheet(rest[0]); err != nil {
			return err
		}
	case "copyrow":
		if err := copyRow(f, rest[0], rest[1], rest[2]); err != nil {
			return err
		}
	case "stamp":
		if err := restamp(f, rest[0], rest[1]); err != nil {
			return err
		}
	default:
		return fmt.Errorf("unknown way to spoil: %s", how)
	}
	return f.Save()
}

// copyRow repeats the cells of one row in another.
func copyRow(f *excelize.File, sheet, from, to string) error {
	rows, err := f.GetRows(sheet, excelize.Options{RawCellValue: true})
	if err != nil {
		return err
	}
	var a, b int
	if _, err := fmt.Sscan(from+" "+to, &a, &b); err != nil || a > len(rows) {
		return fmt.Errorf("no such row: %v", err)
	}
	for i, v := range rows[a-1] {
		name, err := excelize.CoordinatesToCellName(i+1, b)
		if err != nil {
			return err
		}
		if err := f.SetCellStr(sheet, name, v); err != nil {
			return err
		}
	}
	return nil
}

// restamp changes one entry of the stamp in both places it stands.
func restamp(f *excelize.File, key, value string) error {
	const sheet = "_xeploai"
	rows, err := f.GetRows(sheet)
	if err != nil {
		return err
	}
	for i, row := range rows {
		if len(row) > 0 && row[0] == key {
			if err := f.SetCellStr(sheet, fmt.Sprintf("B%d", i+1), value); err != nil {
				return err
			}
		}
	}
	props, err := f.GetCustomProps()
	if err != nil {
		return err
	}
	for _, p := range props {
		if p.Name == "xeploai."+key {
			p.Value = value
			if err := f.SetCustomProps(p); err != nil {
				return err
			}
		}
	}
	return nil
}

// emptyRows puts a million formatted rows without content behind the data.
func emptyRows(file, part string) error {
	return rewrite(file, func(name string, b []byte) []byte {
		end := bytes.Index(b, []byte("</sheetData>"))
		if name != part || end < 0 {
			return b
		}
		var out bytes.Buffer
		out.Write(b[:end])
		for i := 2000; i < 1_002_000; i++ {
			fmt.Fprintf(&out, `<row r="%d"><c r="A%d" s="1"/></row>`, i, i)
		}
		out.Write(b[end:])
		return out.Bytes()
	})
}

func bomb(file string) error {
	return rewrite(file, func(name string, b []byte) []byte {
		if name != "xl/worksheets/sheet1.xml" {
			return b
		}
		return bytes.Repeat([]byte(" "), 2<<30)
	})
}

// archive packs files under the names that stand before each.
func archive(file string, pairs []string) error {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for i := 0; i+1 < len(pairs); i += 2 {
		b, err := os.ReadFile(pairs[i+1])
		if err != nil {
			return err
		}
		to, err := w.Create(pairs[i])
		if err == nil {
			_, err = to.Write(b)
		}
		if err != nil {
			return err
		}
	}
	if err := w.Close(); err != nil {
		return err
	}
	return os.WriteFile(file, out.Bytes(), 0o600)
}

// rewrite replaces the parts of a package.
func rewrite(file string, change func(name string, b []byte) []byte) error {
	in, err := zip.OpenReader(file)
	if err != nil {
		return err
	}
	defer in.Close()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, part := range in.File {
		r, err := part.Open()
		if err != nil {
			return err
		}
		b, err := io.ReadAll(r)
		r.Close()
		if err != nil {
			return err
		}
		to, err := w.Create(part.Name)
		if err != nil {
			return err
		}
		if _, err := to.Write(change(part.Name, b)); err != nil {
			return err
		}
	}
	if err := w.Close(); err != nil {
		return err
	}
	return os.WriteFile(file, out.Bytes(), 0o600)
}
