package word

import (
	"fmt"
	"strings"

	"throughline/internal/documents/typography"
	"throughline/internal/drawing"
)

func hex(c drawing.Colour) string { return fmt.Sprintf("%02X%02X%02X", c[0], c[1], c[2]) }

// halves are half points, in which Word gives sizes.
func halves(size float64) string { return fmt.Sprint(int(size*2 + 0.5)) }

// style writes a paragraph style.
func style(id, name, based, next, paragraph string, s typography.Style) string {
	bold := ""
	if s.Bold {
		bold = `<w:b/><w:bCs/>`
	}
	follow := ""
	if next != "" {
		follow = `<w:next w:val="` + next + `"/>`
	}
	return fmt.Sprintf(`<w:style w:type="paragraph" w:styleId="%s"%s><w:name w:val="%s"/><w:basedOn w:val="%s"/>%s<w:qFormat/><w:pPr>%s</w:pPr><w:rPr>%s<w:color w:val="%s"/><w:sz w:val="%s"/><w:szCs w:val="%s"/></w:rPr></w:style>`,
		id, custom(id), name, based, follow, inOrder(paragraph, spacing(s)), bold, hex(s.Ink), halves(s.Size), halves(s.Size))
}

// custom marks styles that Word does not have by itself.
func custom(id string) string {
	switch id {
	case "QuoteSource", "CalloutNote", "CalloutBreak", "CalloutMissing", "TableCaption", "TableText", "TableHead", "TableEnd", "Figure", "Code":
		return ` w:customStyle="1"`
	}
	return ""
}

func spacing(s typography.Style) string {
	return fmt.Sprintf(`<w:spacing w:before="%d" w:after="%d" w:line="%d" w:lineRule="atLeast"/>`, twips(s.Before), twips(s.After), twips(s.Leading))
}

// inOrder sets the spacing where the schema wants it: before indents and levels, behind the rest.
func inOrder(paragraph, space string) string {
	for _, after := range []string{`<w:ind `, `<w:outlineLvl `} {
		if i := strings.Index(paragraph, after); i >= 0 {
			return paragraph[:i] + space + paragraph[i:]
		}
	}
	return paragraph + space
}

// measure keeps text narrower than the page.
func measure(leftmost float64) string {
	return fmt.Sprintf(`<w:ind w:left="%d" w:right="%d"/>`, twips(leftmost), twips(typography.Full-typography.Measure))
}

func edge(side string, ink drawing.Colour, eighths int, space float64) string {
	return fmt.Sprintf(`<w:%s w:val="single" w:sz="%d" w:space="%d" w:color="%s"/>`, side, eighths, int(space), hex(ink))
}

// callout is a paragraph with a bar on its left, on a ground of its own.
func callout(sort string) string {
	bar, ground := typography.CalloutInk(sort)
	pad := typography.Pad - 0.5
	return `<w:keepLines/><w:pBdr>` + edge("top", ground, 4, pad) + edge("left", bar, 24, typography.Inset) + edge("bottom", ground, 4, pad) + edge("right", ground, 4, typography.Inset) + `</w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="` + hex(ground) + `"/>` +
		fmt.Sprintf(`<w:ind w:left="%d" w:right="%d"/>`, twips(typography.BarWidth+typography.Inset), twips(typography.Full-typography.Measure+typography.Inset))
}

func styles(language string) string {
	var b strings.Builder
	b.WriteString(`<w:styles ` + names + `><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="IBM Plex Sans" w:hAnsi="IBM Plex Sans" w:eastAsia="IBM Plex Sans" w:cs="IBM Plex Sans"/><w:sz w:val="20"/><w:szCs w:val="20"/><w:lang w:val="` + language + `" w:eastAsia="` + language + `" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:widowControl/></w:pPr></w:pPrDefault></w:docDefaults>`)
	fmt.Fprintf(&b, `<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:rPr><w:color w:val="%s"/></w:rPr></w:style>`, hex(typography.Ink))
	b.WriteString(`<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/></w:style>`)
	t, quote := typography.Body, `<w:keepLines/><w:pBdr>`+edge("left", typography.Hairline, 24, typography.Inset)+`</w:pBdr>`+measure(typography.BarWidth+typography.Inset)
	b.WriteString(style("Title", "Title", "Normal", "Subtitle", `<w:keepNext/>`, typography.Title))
	b.WriteString(style("Subtitle", "Subtitle", "Normal", "BodyText", "", typography.About))
	for i, id := range headings {
		b.WriteString(style(id, fmt.Sprintf("heading %d", i+1), "Normal", "BodyText", fmt.Sprintf(`<w:keepNext/><w:keepLines/><w:outlineLvl w:val="%d"/>`, i), typography.Heading(i+1)))
	}
	b.WriteString(style("BodyText", "Body Text", "Normal", "", measure(0), t))
	b.WriteString(style("ListBullet", "List Bullet", "Normal", "", listIndent(), typography.Item))
	b.WriteString(style("ListNumber", "List Number", "Normal", "", listIndent(), typography.Item))
	b.WriteString(style("Quote", "Quote", "Normal", "QuoteSource", quote, typography.Quote))
	b.WriteString(style("QuoteSource", "Quote Source", "Normal", "BodyText", measure(typography.BarWidth+typography.Inset), typography.Source))
	for _, c := range []struct{ id, name, sort string }{{"CalloutNote", "Callout Note", "note"}, {"CalloutBreak", "Callout Break", "break"}, {"CalloutMissing", "Callout Missing", "missing"}} {
		b.WriteString(style(c.id, c.name, "Normal", "BodyText", callout(c.sort), typography.Callout))
	}
	b.WriteString(style("TableCaption", "Table Caption", "Normal", "", `<w:keepNext/>`, typography.Caption))
	cell, head := typography.Cell(typography.Largest), typography.Cell(typography.Largest)
	head.Bold, head.Ink = true, typography.Quiet
	b.WriteString(style("TableText", "Table Text", "Normal", "", "", cell))
	b.WriteString(style("TableHead", "Table Head", "Normal", "", `<w:keepNext/>`, head))
	b.WriteString(style("TableEnd", "Table End", "Normal", "BodyText", "", typography.Style{Size: 1, Leading: typography.After, Ink: typography.Ink}))
	b.WriteString(style("Figure", "Figure", "Normal", "Caption", `<w:keepNext/>`, typography.Style{Size: 1, Leading: 1, Ink: typography.Ink}))
	b.WriteString(style("Caption", "caption", "Normal", "BodyText", "", typography.Figure))
	b.WriteString(style("Footer", "footer", "Normal", "", fmt.Sprintf(`<w:pBdr>%s</w:pBdr><w:tabs><w:tab w:val="right" w:pos="%d"/></w:tabs>`, edge("top", typography.Hairline, 4, 6), twips(typography.Full)), typography.AtFoot))
	b.WriteString(`<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:qFormat/><w:rPr><w:b/><w:bCs/></w:rPr></w:style>`)
	fmt.Fprintf(&b, `<w:style w:type="character" w:customStyle="1" w:styleId="Code"><w:name w:val="Code"/><w:qFormat/><w:rPr><w:rFonts w:ascii="IBM Plex Mono" w:hAnsi="IBM Plex Mono" w:cs="IBM Plex Mono"/><w:noProof/><w:sz w:val="%s"/><w:szCs w:val="%[1]s"/></w:rPr></w:style>`, halves(typography.Mono(t.Size)))
	fmt.Fprintf(&b, `<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="%s"/><w:u w:val="single"/></w:rPr></w:style>`, hex(typography.Link))
	return b.String() + tableStyle() + `</w:styles>`
}

func listIndent() string {
	return fmt.Sprintf(`<w:ind w:left="%d" w:right="%d" w:hanging="%d"/>`, twips(typography.Indent), twips(typography.Full-typography.Measure), twips(typography.Indent))
}

// tableStyle has hairlines between rows and a darker one below the head.
func tableStyle() string {
	return fmt.Sprintf(`<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>`+
		`<w:style w:type="table" w:customStyle="1" w:styleId="ThroughlineTable"><w:name w:val="Throughline Table"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>%s%s</w:tblBorders><w:tblCellMar><w:top w:w="%d" w:type="dxa"/><w:left w:w="%d" w:type="dxa"/><w:bottom w:w="%[3]d" w:type="dxa"/><w:right w:w="%[4]d" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>%[5]s</w:tcBorders></w:tcPr></w:tblStylePr></w:style>`,
		edge("bottom", typography.Hairline, 4, 0), edge("insideH", typography.Hairline, 4, 0), twips(typography.CellPad), twips(typography.CellSide), edge("bottom", typography.Rule, 4, 0))
}
