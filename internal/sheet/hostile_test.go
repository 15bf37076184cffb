package sheet_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"runtime"
	"strings"
	"testing"

	"throughline/internal/sheet"
	"throughline/internal/sheet/sheettest"
)

// damaged makes a workbook and changes one part of it.
func damaged(part, content string) []byte {
	parts := sheettest.WorkbookParts(sheettest.Sheet{Name: "A", Rows: [][]sheettest.Cell{sheettest.Texts("Requirement")}})
	parts[part] = content
	return sheettest.Zip(parts)
}

func twice() []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range []string{"xl/workbook.xml", "XL/workbook.xml"} {
		if _, err := z.Create(name); err != nil {
			panic(err)
		}
	}
	if err := z.Close(); err != nil {
		panic(err)
	}
	return b.Bytes()
}

func TestWhatIsNoListIsRefusedWithAReasonAndWhatToDo(t *testing.T) {
	good := damaged("x", "")
	for _, c := range []struct {
		name string
		data []byte
		says string
	}{
		{"empty", nil, "empty"},
		{"blanks only", []byte(" \n\t\n"), "only blanks"},
		{"cut off zip", good[:len(good)-40], "cut off or damaged"},
		{"half a zip", good[:len(good)/2], "cut off or damaged"},
		{"password or old Office", []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and more"), "password"},
		{"PDF", []byte("%PDF-1.7 and more"), "paste it"},
		{"picture", []byte("\x89PNG\r\n\x1a\n"), "picture"},
		{"web page named .xlsx", []byte("<html><body><table><tr><td>1</td></tr></table>"), "web page"},
		{"binary", bytes.Repeat([]byte{1, 2, 3, 0xFE, 4, 5}, 500), "binary"},
		{"NUL bytes", []byte("Requirement\x00;x\n"), "NUL"},
		{"other zip", sheettest.Zip(sheettest.Parts{"readme.txt": "x"}), "neither a workbook nor a document"},
		{"binary workbook", sheettest.Zip(sheettest.Parts{"xl/workbook.bin": "x"}), ".xlsb"},
		{"presentation", sheettest.Zip(sheettest.Parts{"ppt/presentation.xml": "<p/>"}), "presentation"},
		{"OpenDocument", sheettest.Zip(sheettest.Parts{"content.xml": "<x/>", "mimetype": "x"}), "OpenDocument"},
		{"one part twice", twice(), "stands twice"},
		{"entities", damaged("xl/worksheets/sheet1.xml", `<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet/>`), "entities"},
		{"deep", damaged("xl/worksheets/sheet1.xml", strings.Repeat("<a>", 300)), "deep"},
		{"ends in the middle", damaged("xl/worksheets/sheet1.xml", `<worksheet><sheetData><row r="1"><c r="A1"><v>1`), "ends in the middle|no valid XML"},
		{"no XML", damaged("xl/worksheets/sheet1.xml", `<worksheet><<<`), "no valid XML"},
		{"another encoding", damaged("xl/worksheets/sheet1.xml", `<?xml version="1.0" encoding="UTF-16"?><worksheet/>`), "cannot be unpacked|no valid XML"},
		{"long text", damaged("xl/worksheets/sheet1.xml", `<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>`+strings.Repeat("a", 9<<20)), "longer than"},
		{"no cells", damaged("xl/worksheets/sheet1.xml", `<worksheet/>`), "no rows"},
		{"missing sheet", damaged("xl/_rels/workbook.xml.rels", `<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/no.xml"/></Relationships>`), "missing"},
		{"document that ends", sheettest.Zip(sheettest.Parts{"word/document.xml": `<w:document><w:body><w:tbl><w:tr><w:tc>`}), "ends in the middle|no valid XML"},
		{"document of pictures", sheettest.Document(), "pictures"},
	} {
		_, err := sheet.Read(bytes.NewReader(c.data), int64(len(c.data)), sheet.Limits{})
		var f *sheet.Fault
		if !errors.As(err, &f) {
			t.Errorf("%s: %v is no fault", c.name, err)
			continue
		}
		ok := false
		for _, s := range strings.Split(c.says, "|") {
			ok = ok || strings.Contains(f.Error(), s)
		}
		if !ok || strings.Contains(f.Error(), "\n") {
			t.Errorf("%s: %q does not say %q", c.name, f, c.says)
		}
	}
}

func TestADamagedSheetCostsItselfAndNotTheOthers(t *testing.T) {
	parts := sheettest.WorkbookParts(sheettest.Sheet{Name: "Good", Rows: [][]sheettest.Cell{sheettest.Texts("kept")}}, sheettest.Sheet{Name: "Bad"})
	parts["xl/worksheets/sheet2.xml"] = `<worksheet><sheetData><row>`
	b := read(t, sheettest.Zip(parts))
	if len(b.Sheets) != 2 || b.Sheets[0].Rows[0].At(1) != "kept" || !b.Sheets[1].Cut || len(b.Notes) != 1 || b.Notes[0].Place != `Sheet "Bad"` {
		t.Errorf("%+v %v", b.Sheets, b.Notes)
	}
}

func TestPlacesOutsideOfASheetAreLeftOutAndSaid(t *testing.T) {
	for _, cells := range []string{`<row r="1"><c r="XFE1"><v>1</v></c></row>`, `<row r="9999999"><c r="A9999999"><v>1</v></c></row>`, `<row r="1"><c r="A2"><v>1</v></c></row>`,
		`<row r="-1"><c r="A-1"><v>1</v></c></row>`, `<c r="A1"><v>1</v></c>`} {
		b := read(t, damaged("xl/worksheets/sheet1.xml", `<worksheet><sheetData>`+cells+`<row r="3"><c r="A3"><v>3</v></c></row></sheetData></worksheet>`))
		if got := text(b.Sheets[0]); !strings.HasSuffix(got, "A3=3") && !strings.HasSuffix(got, "=3") || len(b.Notes) == 0 {
			t.Errorf("%s: %q, notes %v", cells, got, b.Notes)
		}
	}
}

func TestATextThatTheFileDoesNotHoldIsSaid(t *testing.T) {
	b := read(t, damaged("xl/worksheets/sheet1.xml", `<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>-1</v></c><c r="B1" t="s"><v>999999999999</v></c><c r="C1"><v>3</v></c></row></sheetData></worksheet>`))
	if text(b.Sheets[0]) != "C1=3" || len(b.Notes) != 2 || !strings.Contains(b.Notes[0].String(), `Sheet "A", A1`) {
		t.Errorf("%s %v", text(b.Sheets[0]), b.Notes)
	}
}

func TestLimitsEndTheReadingWithoutLosingWhatWasRead(t *testing.T) {
	var rows strings.Builder
	for i := range 1000 {
		fmt.Fprintf(&rows, `<row r="%d"><c r="A%[1]d" t="str"><v>requirement %[1]d</v></c></row>`, i+1)
	}
	data := damaged("xl/worksheets/sheet1.xml", `<worksheet><sheetData>`+rows.String()+`</sheetData></worksheet>`)
	b, err := sheet.Read(bytes.NewReader(data), int64(len(data)), sheet.Limits{Cells: 100})
	if err != nil || len(b.Sheets[0].Rows) != 100 || !b.Sheets[0].Cut || len(b.Notes) != 1 {
		t.Errorf("%v, %v", err, b.Notes)
	}
	if _, err := sheet.Read(bytes.NewReader(data), int64(len(data)), sheet.Limits{Unpacked: 20_000}); err == nil || !strings.Contains(err.Error(), "unpacked") {
		t.Errorf("a package over the limit: %v", err)
	}
	if _, err := sheet.Read(bytes.NewReader(data), int64(len(data)), sheet.Limits{File: 100}); err == nil || !strings.Contains(err.Error(), "The file has") {
		t.Errorf("a file over the limit: %v", err)
	}
	if _, err := sheet.Read(bytes.NewReader(data), int64(len(data)), sheet.Limits{Parts: 2}); err == nil || !strings.Contains(err.Error(), "parts") {
		t.Errorf("too many parts: %v", err)
	}
}

// A workbook of a million empty formatted cells is a few hundred kilobytes; a
// library that builds the sheet in memory takes a gigabyte for it.
func TestAMillionEmptyFormattedCellsTakeNoMemory(t *testing.T) {
	var b strings.Builder
	b.WriteString(`<worksheet><sheetData>`)
	for i := range 250_000 {
		fmt.Fprintf(&b, `<row r="%d" s="1"><c r="A%[1]d" s="1"/><c r="B%[1]d" s="1"/><c r="C%[1]d" s="1"/><c r="D%[1]d" s="1"/></row>`, i+1)
	}
	b.WriteString(`<row r="250001"><c r="A250001"><v>1</v></c></row></sheetData></worksheet>`)
	data := damaged("xl/worksheets/sheet1.xml", b.String())
	b.Reset()
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	book := read(t, data)
	runtime.GC()
	runtime.ReadMemStats(&after)
	if len(book.Sheets[0].Rows) != 1 {
		t.Errorf("%d rows", len(book.Sheets[0].Rows))
	}
	if kept := int64(after.HeapAlloc) - int64(before.HeapAlloc); kept > 1<<20 {
		t.Errorf("%d bytes are kept", kept)
	}
	if sys := after.HeapSys >> 20; sys > 400 {
		t.Errorf("%d MB of heap", sys)
	}
}

func TestTwoHundredColumnsAreRead(t *testing.T) {
	row := make([]sheettest.Cell, 200)
	for i := range row {
		row[i] = sheettest.Cell{Text: fmt.Sprint("c", i+1)}
	}
	b := read(t, sheettest.Workbook(sheettest.Sheet{Name: "A", Rows: [][]sheettest.Cell{row}}))
	if b.Sheets[0].Width != 200 || b.Sheets[0].Rows[0].At(200) != "c200" {
		t.Errorf("width %d", b.Sheets[0].Width)
	}
}
