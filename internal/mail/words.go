package mail

import (
	"context"
	"html"
	"strings"

	"throughline/internal/auth"
	"throughline/internal/journal"
	"throughline/internal/problem"
)

// HTML is the words as a plain page: paragraphs, lines, and the addresses in them as links. The
// letter looks like one that a person wrote; it loads nothing.
func HTML(text, language string) string {
	var b strings.Builder
	b.WriteString(`<!DOCTYPE html><html lang="` + html.EscapeString(language) + `"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"></head>` +
		`<body style="margin:0;padding:16px;font:16px/1.5 system-ui,-apple-system,'Segoe UI',sans-serif;color:#1a1a1a;background:#ffffff"><div style="max-width:36em">`)
	for paragraph := range strings.SplitSeq(strings.TrimSpace(strings.ReplaceAll(text, "\r\n", "\n")), "\n\n") {
		b.WriteString(`<p style="margin:0 0 1em">`)
		for i, line := range strings.Split(paragraph, "\n") {
			if i > 0 {
				b.WriteString("<br>")
			}
			b.WriteString(linked(line))
		}
		b.WriteString("</p>")
	}
	b.WriteString("</div></body></html>\r\n")
	return b.String()
}

// linked is a line with a word that is an address made one to follow.
func linked(line string) string {
	words := strings.Split(line, " ")
	for i, w := range words {
		safe := html.EscapeString(w)
		if strings.HasPrefix(w, "https://") || strings.HasPrefix(w, "http://") {
			safe = `<a href="` + safe + `" style="color:#0b57d0;overflow-wrap:anywhere">` + safe + `</a>`
		}
		words[i] = safe
	}
	return strings.Join(words, " ")
}

// sender is whom an answer to a letter goes to; nobody, when they left.
func sender(ctx context.Context, r *journal.Reader, id string) (Address, error) {
	p, err := journal.Load[auth.Person](ctx, r, id)
	if problem.Of(err) == problem.Missing || err == nil && !p.Active {
		return Address{}, nil
	}
	return Address{p.Name, p.Email}, err
}
