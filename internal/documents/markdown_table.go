package documents

import (
	"strings"

	"throughline/internal/content"
)

// table draws a table. A row that is too short is filled, one that is too long is cut to its
// head, so that a reader never sees a cell under the wrong word.
func (m *markdown) table(t content.Table) {
	if len(t.Head) == 0 {
		return
	}
	if line(t.Caption) != "" {
		m.block("**" + m.text(t.Caption) + "**")
	}
	lines := []string{m.row(heads(t.Head), len(t.Head)), "|" + strings.Repeat(" --- |", len(t.Head))}
	for _, r := range t.Rows {
		lines = append(lines, m.row(r, len(t.Head)))
	}
	m.block(lines...)
}

func heads(words []string) [][]content.Span {
	out := make([][]content.Span, len(words))
	for i, w := range words {
		out[i] = content.Text(w)
	}
	return out
}

func (m *markdown) row(cells [][]content.Span, width int) string {
	var b strings.Builder
	b.WriteByte('|')
	for i := range width {
		text := ""
		if i < len(cells) {
			text = m.cell(cells[i])
		}
		b.WriteString(" " + text + " |")
	}
	return b.String()
}

// cell is the text of a cell. GitHub's tables divide cells before they look at code, so a bar
// inside of it is escaped too.
func (m *markdown) cell(spans []content.Span) string {
	var b strings.Builder
	for _, s := range spans {
		if strings.ContainsRune(s.Text+s.Key, '|') {
			s.Code, s.Key, s.Text = false, "", first(s.Text, s.Key) // words, not code
		}
		join(&b, m.span(s, b.Len() == 0))
	}
	return strings.TrimSpace(b.String())
}

func first(a, b string) string {
	if a != "" {
		return a
	}
	return b
}
