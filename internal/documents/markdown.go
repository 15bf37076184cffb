package documents

import (
	"bytes"
	"fmt"
	"strings"

	"throughline/internal/content"
)

// Markdown draws a document as CommonMark with the tables of GitHub. A figure is a link to the
// file that Write sets beside it, with its words below.
func Markdown(d content.Document) []byte {
	d = dated(d)
	m := &markdown{doc: d}
	m.block("# " + m.text(d.Title))
	if line(d.About) != "" {
		m.block("*" + m.text(d.About) + "*")
	}
	for _, b := range d.Blocks {
		m.draw(b)
	}
	return m.out.Bytes()
}

// markdown writes one document.
type markdown struct {
	doc     content.Document
	out     bytes.Buffer
	figures int
}

// block writes lines with an empty one before them.
func (m *markdown) block(lines ...string) {
	if m.out.Len() > 0 {
		m.out.WriteByte('\n')
	}
	for _, l := range lines {
		m.out.WriteString(l)
		m.out.WriteByte('\n')
	}
}

func (m *markdown) draw(b content.Block) {
	switch {
	case b.Heading != nil:
		level := min(max(b.Heading.Level, 1), 5) + 1
		m.block(strings.Repeat("#", level) + " " + m.text(b.Heading.Text))
	case b.Paragraph != nil:
		m.block(m.spans(b.Paragraph))
	case b.List != nil:
		m.list(*b.List)
	case b.Table != nil:
		m.table(*b.Table)
	case b.Figure != nil:
		m.figure(*b.Figure)
	case b.Callout != nil:
		m.block("> **" + m.text(b.Callout.Word()) + "** " + m.spans(b.Callout.Text))
	case b.Quote != nil:
		m.quote(*b.Quote)
	}
}

func (m *markdown) list(l content.List) {
	var lines []string
	for i, item := range l.Items {
		mark := "- "
		if l.Numbered {
			mark = fmt.Sprintf("%d. ", i+1)
		}
		lines = append(lines, mark+m.spans(item))
	}
	if len(lines) > 0 {
		m.block(lines...)
	}
}

func (m *markdown) figure(f content.Figure) {
	m.figures++
	if f.SVG != "" && drawable(f.SVG) {
		m.block("![" + m.text(f.Caption) + "](" + figureFile(m.doc, m.figures) + ")")
	}
	if line(f.Caption) != "" {
		m.block("*" + m.text(fmt.Sprintf("Figure %d: %s", m.figures, f.Caption)) + "*")
	}
	if line(f.Alt) != "" {
		m.block(m.text(f.Alt))
	}
}

func (m *markdown) quote(q content.Quote) {
	lines := []string{"> “" + m.text(q.Words) + "”"}
	if by := q.By(); by != "" {
		lines = append(lines, ">", "> — "+m.text(by))
	}
	m.block(lines...)
}

// figureFile is the name of the file with a document's n-th figure.
func figureFile(d content.Document, n int) string {
	return fmt.Sprintf("%s-figure-%d.svg", fileName(d.Name), n)
}
