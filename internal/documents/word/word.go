// Package word writes a document as a Word file (WordprocessingML, ECMA-376 part 1). How it
// looks is said in package typography; every look is a style that can be changed in Word at
// once, and headings, lists, tables and captions are what they say they are. The documents it
// takes are made ready by package documents.
//
// A drawing stands in the file twice: as SVG, which Word has shown since 2016, and as a picture
// of dots for every other program. The letters are carried along (part 1, 17.8.1), so that the
// file looks the same where they are not installed.
package word

import (
	"fmt"
	"strings"

	"throughline/internal/content"
	"throughline/internal/documents/typography"
	"throughline/internal/opc"
)

const (
	main  = "word/document.xml"
	types = "application/vnd.openxmlformats-officedocument.wordprocessingml."
	names = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
)

// File is what the file says of itself.
type File struct {
	Language string // as BCP 47 has it
	Pages    int    // how many it has, as it was set by package paper
}

// Write gives the DOCX of a document.
func Write(d content.Document, f File) ([]byte, error) {
	w := &writer{out: opc.New(), next: 1}
	w.out.Relate("", "officeDocument", main)
	w.paragraph("Title", "", content.Text(d.Title))
	if d.About != "" {
		w.paragraph("Subtitle", "", content.Text(d.About))
	}
	for _, b := range d.Blocks {
		if err := w.block(b); err != nil {
			return nil, err
		}
	}
	w.out.Relate(main, "styles", "word/styles.xml")
	w.out.Relate(main, "numbering", "word/numbering.xml")
	w.out.Relate(main, "settings", "word/settings.xml")
	w.out.Relate(main, "fontTable", "word/fontTable.xml")
	foot := w.out.Relate(main, "footer", "word/footer1.xml")
	w.out.Add(main, types+"document.main+xml", opc.XML(`<w:document `+names+` xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><w:body>`+
		w.body.String()+section(foot)+`</w:body></w:document>`))
	w.out.Add("word/styles.xml", types+"styles+xml", opc.XML(styles(f.Language)))
	w.out.Add("word/numbering.xml", types+"numbering+xml", opc.XML(w.numbering()))
	w.out.Add("word/settings.xml", types+"settings+xml", opc.XML(settings))
	w.out.Add("word/footer1.xml", types+"footer+xml", opc.XML(footer(d.Title)))
	if err := w.fonts(); err != nil {
		return nil, err
	}
	w.properties(d, f)
	return w.out.Bytes()
}

// writer writes the body.
type writer struct {
	out     *opc.Package
	body    strings.Builder
	next    int // the number of the next drawing
	ordered int // numbered lists so far, each of which begins at 1
}

func (w *writer) put(format string, args ...any) { fmt.Fprintf(&w.body, format, args...) }

// twips are a twentieth of a point, in which Word measures.
func twips(points float64) int { return int(points*20 + 0.5) }

// section is the page and what stands at its foot.
func section(foot string) string {
	return fmt.Sprintf(`<w:sectPr><w:footerReference w:type="default" r:id="%s"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="%d" w:right="%d" w:bottom="%d" w:left="%d" w:header="%d" w:footer="%d" w:gutter="0"/></w:sectPr>`,
		foot, twips(typography.Top), twips(typography.Side), twips(typography.Bottom), twips(typography.Side), twips(typography.Foot), twips(typography.Foot-4))
}

// footer is the name of the document and the number of the page.
func footer(title string) string {
	field := func(name string) string {
		return `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ` + name + ` </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`
	}
	return `<w:ftr ` + names + `><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>` + letters(shortened(title), "") +
		`<w:r><w:tab/></w:r>` + letters("Page ", "") + field("PAGE") + letters(" of ", "") + field("NUMPAGES") + `</w:p></w:ftr>`
}

// shortened keeps a title on the one line at the foot.
func shortened(title string) string {
	if r := []rune(title); len(r) > 90 {
		return string(r[:89]) + "…"
	}
	return title
}

const settings = `<w:settings ` + names + `><w:embedTrueTypeFonts/><w:defaultTabStop w:val="284"/><w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`

// properties are the title and what the file is about, without a time.
func (w *writer) properties(d content.Document, f File) {
	w.out.Relate("", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml")
	w.out.Relate("", "extended-properties", "docProps/app.xml")
	w.out.Add("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml", opc.XML(
		`<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>`+
			opc.Escape(d.Title)+`</dc:title><dc:subject>`+opc.Escape(d.About)+`</dc:subject><dc:language>`+opc.Escape(f.Language)+`</dc:language></cp:coreProperties>`))
	w.out.Add("docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml", opc.XML(
		fmt.Sprintf(`<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Pages>%d</Pages><Application>Throughline</Application></Properties>`, f.Pages)))
}
