package word

import (
	"fmt"
	"strings"

	"throughline/internal/content"
	"throughline/internal/documents/typography"
)

// list writes the items as paragraphs with a number of their list; the last has the space that
// is below a paragraph.
func (w *writer) list(l content.List) {
	style, number := "ListBullet", 1
	if l.Numbered {
		w.ordered++
		style, number = "ListNumber", 1+w.ordered
	}
	for i, item := range l.Items {
		more := fmt.Sprintf(`<w:numPr><w:ilvl w:val="0"/><w:numId w:val="%d"/></w:numPr>`, number)
		if i == len(l.Items)-1 {
			more += fmt.Sprintf(`<w:spacing w:after="%d"/>`, twips(typography.Body.After))
		}
		w.paragraph(style, more, item)
	}
}

// numbering says how items are marked: number 1 is for all points, and each numbered list has
// one of its own, so that it begins at 1.
func (w *writer) numbering() string {
	indent := twips(typography.Indent)
	level := func(format, text string) string {
		return fmt.Sprintf(`<w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="%s"/><w:lvlText w:val="%s"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="%d" w:hanging="%[3]d"/></w:pPr></w:lvl>`, format, text, indent)
	}
	var b strings.Builder
	b.WriteString(`<w:numbering ` + names + `><w:abstractNum w:abstractNumId="0">` + level("bullet", "•") + `</w:abstractNum><w:abstractNum w:abstractNumId="1">` + level("decimal", "%1.") + `</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`)
	for i := range w.ordered {
		fmt.Fprintf(&b, `<w:num w:numId="%d"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`, i+2)
	}
	return b.String() + `</w:numbering>`
}
