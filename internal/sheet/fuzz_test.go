package sheet_test

import (
	"bytes"
	"testing"

	"throughline/internal/sheet"
	"throughline/internal/sheet/sheettest"
)

var small = sheet.Limits{File: 1 << 20, Unpacked: 4 << 20, Text: 1 << 20, Cells: 20_000}

// sound fails where a book breaks its own promises.
func sound(t *testing.T, b *sheet.Book) {
	t.Helper()
	for _, s := range b.Sheets {
		last := 0
		for _, row := range s.Rows {
			if row.Number <= last || len(row.Cells) == 0 {
				t.Fatalf("row %d behind row %d, %d cells", row.Number, last, len(row.Cells))
			}
			last = row.Number
			column := 0
			for _, c := range row.Cells {
				if c.Column <= column || c.Column > s.Width {
					t.Fatalf("column %d behind column %d of %d", c.Column, column, s.Width)
				}
				column = c.Column
				if row.At(c.Column) != c.Text {
					t.Fatalf("%s is not found again", sheet.CellName(row.Number, c.Column))
				}
			}
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte("a;b\n1;2\n"))
	f.Add(sheettest.Workbook(sheettest.Sheet{Name: "A", Rows: [][]sheettest.Cell{sheettest.Texts("x", "y")}}))
	f.Add(sheettest.Document(sheettest.DocumentTable([][]string{{"a", "b"}})))
	f.Fuzz(func(t *testing.T, data []byte) {
		if b, err := sheet.Read(bytes.NewReader(data), int64(len(data)), small); err == nil {
			sound(t, b)
		}
	})
}

func FuzzReadText(f *testing.F) {
	for _, s := range []string{"1. a\n  b\n2. c", "| a |\n|---|\n| b |", "a\tb\nc\td", "> From: x\n> - y\n-- \nz", "# H\n* **b**", "\"", "\t\t\n\t\"\n"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if b, err := sheet.ReadText(s, small); err == nil {
			sound(t, b)
		}
		number, rest := sheet.SplitNumber(s)
		if len(number)+len(rest) > len(s)+8 {
			t.Fatalf("%q becomes %q and %q", s, number, rest)
		}
	})
}

func FuzzWorksheet(f *testing.F) {
	f.Add(`<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c s="1"><f>1</f><v>2</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells><dataValidations><dataValidation type="list" sqref="A1"><formula1>"a,b"</formula1></dataValidation></dataValidations></worksheet>`, "dd.mm.yyyy")
	f.Add(`<row><c t="inlineStr"><is><r><t>x</t></r></is></c></row>`, `[$€-407]#,##0.0?;"x"@`)
	f.Fuzz(func(t *testing.T, xml, format string) {
		parts := withCells(format, "")
		parts["xl/worksheets/sheet1.xml"] = xml
		data := sheettest.Zip(parts)
		if b, err := sheet.Read(bytes.NewReader(data), int64(len(data)), small); err == nil {
			sound(t, b)
		}
	})
}

func FuzzDocumentBody(f *testing.F) {
	f.Add(sheettest.DocumentTable([][]string{{"a", "§b"}}) + sheettest.Paragraph("berschrift1", "1/1", "x"))
	f.Add(`<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge/><w:gridSpan w:val="9"/></w:tcPr><w:p><w:r><w:sym/></w:r></w:p></w:tc></w:tr></w:tbl>`)
	f.Fuzz(func(t *testing.T, body string) {
		data := sheettest.Document(body)
		if b, err := sheet.Read(bytes.NewReader(data), int64(len(data)), small); err == nil {
			sound(t, b)
		}
	})
}
