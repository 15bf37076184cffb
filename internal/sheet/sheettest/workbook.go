package sheettest

import (
	"fmt"
	"strings"
)

// Sheet is one sheet of a workbook to be made.
type Sheet struct {
	Name          string
	Rows          [][]Cell
	Merges        []string
	Choices       map[string]string // cells and what may be chosen: "Yes,No" in quotes, or a range
	Hidden        bool
	HiddenRows    map[int]bool
	HiddenColumns map[int]bool
	Frozen        int
	Unlocked      string // cells that may be written; the sheet is then protected
}

// Cell is one cell to be made: a text, a number, a day or a formula's value.
type Cell struct {
	Text    string
	Number  bool
	Day     bool
	Formula bool
	Bold    bool
}

// Texts makes a row of plain cells.
func Texts(texts ...string) []Cell {
	row := make([]Cell, len(texts))
	for i, t := range texts {
		row[i] = Cell{Text: t}
	}
	return row
}

// Workbook packs sheets into a workbook.
func Workbook(sheets ...Sheet) []byte { return Zip(WorkbookParts(sheets...)) }

// WorkbookParts makes the parts of a workbook, for a test to damage.
func WorkbookParts(sheets ...Sheet) Parts {
	var tabs strings.Builder
	links := [][3]string{{"s", "styles", "styles.xml"}}
	parts := Parts{
		"_rels/.rels":   relationships([3]string{"r1", "officeDocument", "xl/workbook.xml"}),
		"xl/styles.xml": styles,
	}
	for i, s := range sheets {
		state := ""
		if s.Hidden {
			state = ` state="veryHidden"`
		}
		fmt.Fprintf(&tabs, `<sheet name="%s" sheetId="%d"%s r:id="r%d"/>`, Escape(s.Name), i+1, state, i+1)
		name := fmt.Sprintf("worksheets/sheet%d.xml", i+1)
		links = append(links, [3]string{fmt.Sprintf("r%d", i+1), "worksheet", name})
		parts["xl/"+name] = SheetXML(s)
	}
	parts["xl/_rels/workbook.xml.rels"] = relationships(links...)
	parts["xl/workbook.xml"] = declaration + `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="` + relations + `"><sheets>` + tabs.String() + `</sheets></workbook>`
	return parts
}

// styles: 0 plain, 1 bold, 2 a day, 3 unlocked.
const styles = declaration + `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd.mm.yyyy"/></numFmts><fonts><font/><font><b/></font></fonts><fills><fill><patternFill patternType="none"/></fill></fills><cellXfs><xf numFmtId="0" fontId="0" fillId="0"/><xf numFmtId="0" fontId="1" fillId="0"/><xf numFmtId="164" fontId="0" fillId="0"/><xf numFmtId="0" fontId="0" fillId="0"><protection locked="0"/></xf></cellXfs></styleSheet>`

// SheetXML makes the part of one sheet.
func SheetXML(s Sheet) string {
	var b strings.Builder
	b.WriteString(declaration + `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">`)
	if s.Frozen > 0 {
		fmt.Fprintf(&b, `<sheetViews><sheetView workbookViewId="0"><pane ySplit="%d" state="frozen"/></sheetView></sheetViews>`, s.Frozen)
	}
	if len(s.HiddenColumns) > 0 {
		b.WriteString(`<cols>`)
		for c := 1; c < 50; c++ {
			if s.HiddenColumns[c] {
				fmt.Fprintf(&b, `<col min="%d" max="%[1]d" hidden="1"/>`, c)
			}
		}
		b.WriteString(`</cols>`)
	}
	b.WriteString(`<sheetData>`)
	for i, row := range s.Rows {
		fmt.Fprintf(&b, `<row r="%d"`, i+1)
		if s.HiddenRows[i+1] {
			b.WriteString(` hidden="1"`)
		}
		b.WriteString(`>`)
		for c, cell := range row {
			if cell.Text != "" {
				b.WriteString(cellXML(cell, i+1, c))
			}
		}
		b.WriteString(`</row>`)
	}
	b.WriteString(`</sheetData>`)
	if len(s.Merges) > 0 {
		b.WriteString(`<mergeCells>`)
		for _, m := range s.Merges {
			b.WriteString(`<mergeCell ref="` + m + `"/>`)
		}
		b.WriteString(`</mergeCells>`)
	}
	if len(s.Choices) > 0 {
		b.WriteString(`<dataValidations>`)
		for cells, from := range s.Choices {
			b.WriteString(`<dataValidation type="list" sqref="` + cells + `"><formula1>` + Escape(from) + `</formula1></dataValidation>`)
		}
		b.WriteString(`</dataValidations>`)
	}
	return b.String() + `</worksheet>`
}

func cellXML(c Cell, row, column int) string {
	style := ""
	switch {
	case c.Bold:
		style = ` s="1"`
	case c.Day:
		style = ` s="2"`
	}
	at := fmt.Sprintf(`r="%s%d"%s`, letters(column), row, style)
	formula := ""
	if c.Formula {
		formula = "<f>A1</f>"
	}
	switch {
	case c.Number || c.Day:
		return `<c ` + at + `>` + formula + `<v>` + c.Text + `</v></c>`
	case c.Formula:
		return `<c ` + at + ` t="str">` + formula + `<v>` + Escape(c.Text) + `</v></c>`
	}
	return `<c ` + at + ` t="inlineStr"><is><t xml:space="preserve">` + Escape(c.Text) + `</t></is></c>`
}

func letters(column int) string {
	if column >= 26 {
		return letters(column/26-1) + string(rune('A'+column%26))
	}
	return string(rune('A' + column))
}
