package sheet_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"throughline/internal/sheet"
	"throughline/internal/sheet/sheettest"
)

func read(t testing.TB, data []byte) *sheet.Book {
	t.Helper()
	b, err := sheet.Read(bytes.NewReader(data), int64(len(data)), sheet.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// text writes a sheet out, row by row.
func text(s sheet.Sheet) string {
	var b strings.Builder
	for _, row := range s.Rows {
		for _, c := range row.Cells {
			fmt.Fprintf(&b, "%s=%s ", sheet.CellName(row.Number, c.Column), c.Text)
		}
	}
	return strings.TrimSpace(b.String())
}

// withCells makes a workbook of one row whose cells are written as XML, and of
// one number format.
func withCells(format, cells string) sheettest.Parts {
	parts := sheettest.WorkbookParts(sheettest.Sheet{Name: "A"})
	parts["xl/worksheets/sheet1.xml"] = `<worksheet><sheetData><row r="1">` + cells + `</row></sheetData></worksheet>`
	parts["xl/styles.xml"] = `<styleSheet><numFmts><numFmt numFmtId="170" formatCode="` + sheettest.Escape(format) + `"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs></styleSheet>`
	return parts
}

func TestACellShowsWhatAPersonSees(t *testing.T) {
	for _, c := range []struct{ format, cell, want string }{
		{"", `<c r="A1"><v>1.1000000000000001</v></c>`, "1.1"},
		{"", `<c r="A1"><v>12</v></c>`, "12"},
		{"", `<c r="A1"><v>1E+20</v></c>`, "1E+20"},
		{"0.00", `<c r="A1" s="1"><v>1.1</v></c>`, "1.10"},
		{`"REQ-"000`, `<c r="A1" s="1"><v>7</v></c>`, "REQ-007"},
		{`"Q"#`, `<c r="A1" s="1"><v>12</v></c>`, "Q12"},
		{"#,##0.00", `<c r="A1" s="1"><v>1234567.5</v></c>`, "1,234,567.50"},
		{"0.0%", `<c r="A1" s="1"><v>0.125</v></c>`, "12.5%"},
		{"[$€-407] #,##0", `<c r="A1" s="1"><v>4200</v></c>`, "€ 4,200"},
		{"[Red]-0;[Blue]0", `<c r="A1" s="1"><v>-3</v></c>`, "3"},
		{"dd.mm.yyyy", `<c r="A1" s="1"><v>46371</v></c>`, "15.12.2026"},
		{"d-mmm", `<c r="A1" s="1"><v>46057</v></c>`, "4-Feb"},
		{"hh:mm", `<c r="A1" s="1"><v>0.75</v></c>`, "18:00"},
		{"m/d/yy h:mm AM/PM", `<c r="A1" s="1"><v>46371.5625</v></c>`, "12/15/26 1:30 PM"},
		{"# ?/?", `<c r="A1" s="1"><v>0.5</v></c>`, "0.5"},
		{"0.00E+00", `<c r="A1" s="1"><v>1500</v></c>`, "1500"},
		{"[", `<c r="A1" s="1"><v>5</v></c>`, "5"},
		{`"`, `<c r="A1" s="1"><v>5</v></c>`, "5"},
		{"0;0;0;0;0;0", `<c r="A1" s="1"><v>0</v></c>`, "0"},
		{"yyyy-mm-dd", `<c r="A1" s="1"><v>9999999999</v></c>`, "9999999999"},
		{"", `<c r="A1" t="b"><v>1</v></c>`, "TRUE"},
		{"", `<c r="A1" t="e"><v>#N/A</v></c>`, "#N/A"},
		{"", `<c r="A1" t="str"><f>B1&amp;"x"</f><v>Yes</v></c>`, "Yes"},
		{"", `<c r="A1"><f>1+1</f><v>2</v></c>`, "2"},
		{"", `<c r="A1" t="inlineStr"><is><r><t>two </t></r><r><t>runs</t></r><rPh><t>not this</t></rPh></is></c>`, "two runs"},
		{"", `<c r="A1" t="inlineStr"><is><t>a_x000D_b_x0041_ _x12</t></is></c>`, "abA _x12"},
		{"", `<c r="A1" t="d"><v>2026-12-18T00:00:00</v></c>`, "2026-12-18"},
		{"", `<c r="A1" t="inlineStr"><is><t>=HYPERLINK("x")</t></is></c>`, `=HYPERLINK("x")`},
		{"", `<c r="A1" t="inlineStr"><is><t>عربي 🙂</t></is></c>`, "عربي 🙂"},
	} {
		b := read(t, sheettest.Zip(withCells(c.format, c.cell)))
		if got := b.Sheets[0].Rows[0].At(1); got != c.want {
			t.Errorf("%q %s shows %q, want %q", c.format, c.cell, got, c.want)
		}
	}
}

func TestCellsKeepTheirPlace(t *testing.T) {
	b := read(t, sheettest.Workbook(sheettest.Sheet{Name: "Fragen", Rows: [][]sheettest.Cell{
		nil, sheettest.Texts("", "Nr.", "Frage"), nil, sheettest.Texts("", "1", "Was?")}, Merges: []string{"B2:C2", "nonsense"},
		HiddenRows: map[int]bool{4: true}, HiddenColumns: map[int]bool{2: true}, Frozen: 2}))
	s := b.Sheets[0]
	if got := text(s); got != "B2=Nr. C2=Frage B4=1 C4=Was?" {
		t.Errorf("cells: %s", got)
	}
	if !s.Rows[1].Hidden || s.Rows[0].Hidden || !s.HiddenColumns[2] || s.Frozen != 2 || s.Width != 3 || len(s.Merges) != 1 || s.Merges[0] != (sheet.Range{FirstRow: 2, FirstColumn: 2, LastRow: 2, LastColumn: 3}) {
		t.Errorf("%+v", s)
	}
	if got := s.Where(s.Rows[1], 3); got != `Sheet "Fragen", C4` {
		t.Errorf("place: %s", got)
	}
	if s.Part != "xl/worksheets/sheet1.xml" {
		t.Errorf("part: %s", s.Part)
	}
}

func TestWhatMayBeChosenIsFoundWhereverItStands(t *testing.T) {
	parts := sheettest.WorkbookParts(
		sheettest.Sheet{Name: "Q", Rows: [][]sheettest.Cell{sheettest.Texts("Question")}, Choices: map[string]string{
			"B1:B9": `"Yes, No,N/A"`, "C1": "Lists!$A$1:$A$3", "D1": "Answers", "E1": "Round", "F1": "INDIRECT(A1)", "G1": "'No such'!A1"}},
		sheettest.Sheet{Name: "Lists", Hidden: true, Rows: [][]sheettest.Cell{sheettest.Texts("Full"), sheettest.Texts("Part"), sheettest.Texts("None")}})
	parts["xl/workbook.xml"] = strings.Replace(parts["xl/workbook.xml"], "</workbook>",
		`<definedNames><definedName name="Answers">Lists!$A$1:$A$2</definedName><definedName name="Round">About</definedName><definedName name="About">Round</definedName></definedNames></workbook>`, 1)
	parts["xl/worksheets/sheet1.xml"] = strings.Replace(parts["xl/worksheets/sheet1.xml"], "</worksheet>",
		`<extLst><ext><x14:dataValidations xmlns:x14="x" xmlns:xm="m"><x14:dataValidation type="list"><x14:formula1><xm:f>Lists!A2:A3</xm:f></x14:formula1><xm:sqref>H1:H4</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst></worksheet>`, 1)
	b := read(t, sheettest.Zip(parts))
	got := map[string]string{}
	for _, c := range b.Sheets[0].Choices {
		got[sheet.Letters(c.Cells[0].FirstColumn)] = strings.Join(c.Options, "|")
	}
	for column, want := range map[string]string{"B": "Yes|No|N/A", "C": "Full|Part|None", "D": "Full|Part", "E": "", "F": "", "G": "", "H": "Part|None"} {
		if got[column] != want {
			t.Errorf("column %s: %q, want %q", column, got[column], want)
		}
	}
	if !b.Sheets[1].Hidden {
		t.Error("the sheet with the lists is not hidden")
	}
}

func TestCellsOutOfOrderAreSortedAndDoublesLeftOut(t *testing.T) {
	parts := sheettest.WorkbookParts(sheettest.Sheet{Name: "A"}, sheettest.Sheet{Name: "B"})
	parts["xl/worksheets/sheet1.xml"] = `<worksheet><sheetData><row r="5"><c r="B5"><v>5</v></c><c r="A5"><v>1</v></c><c r="A5"><v>2</v></c></row>` +
		`<row r="2"><c><v>7</v></c><c><v>8</v></c></row><row><c r="C3"><v>9</v></c></row></sheetData></worksheet>`
	b := read(t, sheettest.Zip(parts))
	if got := text(b.Sheets[0]); got != "A2=7 B2=8 C3=9 A5=1 B5=5" {
		t.Errorf("cells: %s", got)
	}
	if len(b.Notes) != 1 || !strings.Contains(b.Notes[0].String(), "order") {
		t.Errorf("notes: %v", b.Notes)
	}
}

func TestLettersOfColumnsGoThereAndBack(t *testing.T) {
	for _, n := range []int{1, 2, 26, 27, 28, 52, 53, 702, 703, 16384} {
		row, column, ok := sheet.ParseCell(sheet.CellName(77, n))
		if row != 77 || column != n || !ok {
			t.Errorf("%d becomes %s becomes %d", n, sheet.CellName(77, n), column)
		}
	}
	for _, bad := range []string{"", "A", "1", "A0", "XFE1", "A1048577", "AAAA1", "A-1", "A1B", "Ä1", "A99999999999"} {
		if _, _, ok := sheet.ParseCell(bad); ok {
			t.Errorf("%q is taken for a cell", bad)
		}
	}
	if r, ok := sheet.ParseRange("$B:$C"); !ok || !r.Holds(9, 3) || r.Holds(9, 4) {
		t.Errorf("whole columns: %v", r)
	}
}
