package sheet_test

import (
	"strings"
	"testing"

	"throughline/internal/sheet"
	"throughline/internal/sheet/sheettest"
)

func TestTablesOfADocumentAreSheetsUnderTheirHeadings(t *testing.T) {
	p, table := sheettest.Paragraph, sheettest.DocumentTable
	b := read(t, sheettest.Document(
		p("berschrift1", "", "Functional"), p("", "", "What we need."),
		table([][]string{{"No", "Requirement"}, {"§", "Sign in by SAML."}, {"§", "Export as CSV."}}),
		p("berschrift2", "", "Data"), table([][]string{{"No", "Requirement"}, {"§", "Stay in the EU."}}),
		p("", "1/0", "First"), p("", "1/1", "Second"), p("", "2", "Third"), p("", "", "R-9 Fourth")))
	if len(b.Sheets) != 3 {
		t.Fatalf("%d sheets", len(b.Sheets))
	}
	if got := text(b.Sheets[0]); b.Sheets[0].Name != "Functional" || got != "A1=No B1=Requirement A2=1 B2=Sign in by SAML. A3=2 B3=Export as CSV." {
		t.Errorf("first table %q: %s", b.Sheets[0].Name, got)
	}
	if b.Sheets[1].Name != "Data" || b.Sheets[1].Rows[1].At(1) != "3" || b.Sheets[1].Table != 2 {
		t.Errorf("second table: %+v", b.Sheets[1])
	}
	if got := text(b.Sheets[2]); got != "B1=Functional B2=What we need. B3=Data A4=4 B4=First A5=4.1 B5=Second A6=• B6=Third A7=R-9 B7=Fourth" {
		t.Errorf("text: %s", got)
	}
	if l := b.Sheets[2].Rows; l[0].Level != 1 || l[2].Level != 2 || l[1].Level != 0 {
		t.Errorf("levels of headings: %d %d %d", l[0].Level, l[1].Level, l[2].Level)
	}
	if got := b.Sheets[1].Where(b.Sheets[1].Rows[1], 2); got != "Table 2 (Data), row 2, column 2" {
		t.Errorf("place: %s", got)
	}
}

func TestADocumentIsReadAsItStandsWithAllChangesTaken(t *testing.T) {
	cell := func(inner string) string { return `<w:tc>` + inner + `</w:tc>` }
	run := func(s string) string { return `<w:r><w:t>` + s + `</w:t></w:r>` }
	for _, c := range []struct{ name, cell, want string }{
		{"inserted and deleted", cell(`<w:p><w:r><w:t>keep </w:t></w:r><w:ins>` + run("new") + `</w:ins><w:del><w:r><w:delText>old</w:delText></w:r></w:del></w:p>`), "keep new"},
		{"two paragraphs", cell(`<w:p>` + run("one") + `</w:p><w:p>` + run("two") + `</w:p>`), "one\ntwo"},
		{"tab and break", cell(`<w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs></w:pPr><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r></w:p>`), "a b\nc"},
		{"hidden text", cell(`<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r>` + run("shown") + `</w:p>`), "shown"},
		{"content control", cell(`<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent><w:p>` + run("inside") + `</w:p></w:sdtContent></w:sdt>`), "inside"},
		{"old check box", cell(`<w:p><w:r><w:fldChar><w:ffData><w:checkBox><w:default w:val="1"/></w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r>` + run(" Yes") + `</w:p>`), "☒ Yes"},
		{"symbol", cell(`<w:p><w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>` + run(" No") + `</w:p>`), "☐ No"},
		{"table in a cell", cell(`<w:p>` + run("outer") + `</w:p><w:tbl><w:tr>` + cell(`<w:p>`+run("inner")+`</w:p>`) + `</w:tr></w:tbl>`), "outer\ninner"},
		{"second drawing of the same", cell(`<w:p><w:r><mc:AlternateContent><mc:Choice><w:t>once</w:t></mc:Choice><mc:Fallback><w:t>twice</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>`), "once"},
	} {
		b := read(t, sheettest.Document(`<w:tbl><w:tr>`+c.cell+cell(`<w:p>`+run("end")+`</w:p>`)+`</w:tr></w:tbl>`))
		if got := b.Sheets[0].Rows[0]; got.At(1) != c.want || got.At(2) != "end" {
			t.Errorf("%s: %q and %q, want %q", c.name, got.At(1), got.At(2), c.want)
		}
	}
}

func TestMergedCellsOfATableStandOnce(t *testing.T) {
	b := read(t, sheettest.Document(`<w:tbl>`+
		`<w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>Wide</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>C</w:t></w:r></w:p></w:tc></w:tr>`+
		`<w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>Down</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>b2</w:t></w:r></w:p></w:tc></w:tr>`+
		`<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p><w:r><w:t>again</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>b3</w:t></w:r></w:p></w:tc></w:tr>`+
		`<w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p><w:r><w:t>gone</w:t></w:r></w:p></w:tc></w:tr></w:tbl>`))
	s := b.Sheets[0]
	if got := text(s); got != "A1=Wide C1=C A2=Down B2=b2 B3=b3" || !s.Rows[0].Header {
		t.Errorf("cells: %s", got)
	}
	if len(s.Merges) != 2 || s.Merges[0] != (sheet.Range{FirstRow: 1, FirstColumn: 1, LastRow: 1, LastColumn: 2}) || s.Merges[1] != (sheet.Range{FirstRow: 2, FirstColumn: 1, LastRow: 3, LastColumn: 1}) {
		t.Errorf("merges: %v", s.Merges)
	}
}

func TestListsOfADocumentCountAsWordDoes(t *testing.T) {
	parts := sheettest.DocumentParts(sheettest.Paragraph("", "1/0", "a"), sheettest.Paragraph("", "3/0", "b"), sheettest.Paragraph("", "3/0", "c"), sheettest.Paragraph("", "0", "d"), sheettest.Paragraph("", "99", "e"))
	parts["word/numbering.xml"] = strings.Replace(parts["word/numbering.xml"], "</w:numbering>",
		`<w:abstractNum w:abstractNumId="5"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="(%1)"/></w:lvl></w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="5"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride></w:num></w:numbering>`, 1)
	b := read(t, sheettest.Zip(parts))
	if got := text(b.Sheets[0]); got != "A1=1 B1=a A2=IV B2=b A3=V B3=c B4=d B5=e" {
		t.Errorf("lines: %s", got)
	}
}
