package documents

import (
	"bytes"
	_ "embed"
	"fmt"
	"html"
	"strings"

	"throughline/internal/content"
)

//go:embed page.css
var style string

// HTML draws a document as one complete page that needs nothing beside it: its own style for
// screen and print, light and dark, its figures inside. It holds no script, and says so to the
// browser in its content security policy.
func HTML(d content.Document) []byte {
	d = dated(d)
	p := &page{anchors: map[string]int{}}
	p.put(`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>%s</title>
<style>
%s</style>
</head>
<body>
<main>
<header>
<h1 dir="auto">%s</h1>
`, esc(line(d.Title)), style, esc(line(d.Title)))
	if d.About != "" {
		p.put("<p class=\"about\" dir=\"auto\">%s</p>\n", esc(line(d.About)))
	}
	p.put("</header>\n")
	p.contents(d.Blocks)
	for _, b := range d.Blocks {
		p.draw(b)
	}
	p.put("</main>\n</body>\n</html>\n")
	return p.out.Bytes()
}

// page writes one document.
type page struct {
	out     bytes.Buffer
	anchors map[string]int
	figures int
}

// put writes; every argument is escaped already, or a number.
func (p *page) put(format string, args ...any) { fmt.Fprintf(&p.out, format, args...) }

func esc(s string) string { return html.EscapeString(plain(s)) }

// anchor is the place of a heading in the page: its words, counted when they come again.
func (p *page) anchor(text string) string {
	id := "at-" + slug(text)
	p.anchors[id]++
	if n := p.anchors[id]; n > 1 {
		return fmt.Sprintf("%s-%d", id, n)
	}
	return id
}

// contents lists the chapters, where there are enough to lose one's way.
func (p *page) contents(blocks []content.Block) {
	var chapters []string
	for _, b := range blocks {
		if b.Heading == nil {
			continue
		}
		id := p.anchor(b.Heading.Text)
		if b.Heading.Level <= 1 {
			chapters = append(chapters, fmt.Sprintf("<li><a href=\"#%s\" dir=\"auto\">%s</a></li>\n", id, esc(line(b.Heading.Text))))
		}
	}
	p.anchors = map[string]int{}
	if len(chapters) > 2 {
		p.put("<nav aria-label=\"Contents\">\n<ol>\n%s</ol>\n</nav>\n", strings.Join(chapters, ""))
	}
}

func (p *page) draw(b content.Block) {
	switch {
	case b.Heading != nil:
		level := min(max(b.Heading.Level, 1), 5) + 1
		p.put("<h%d id=\"%s\" dir=\"auto\">%s</h%d>\n", level, p.anchor(b.Heading.Text), esc(line(b.Heading.Text)), level)
	case b.Paragraph != nil:
		p.put("<p dir=\"auto\">%s</p>\n", spans(b.Paragraph))
	case b.List != nil:
		p.list(*b.List)
	case b.Table != nil:
		p.table(*b.Table)
	case b.Figure != nil:
		p.figure(*b.Figure)
	case b.Callout != nil:
		p.put("<div class=\"callout %s\"><p dir=\"auto\"><strong>%s</strong> %s</p></div>\n", b.Callout.Sort(), b.Callout.Word(), spans(b.Callout.Text))
	case b.Quote != nil:
		p.quote(*b.Quote)
	}
}

func (p *page) list(l content.List) {
	tag := map[bool]string{true: "ol", false: "ul"}[l.Numbered]
	if len(l.Items) == 0 {
		return
	}
	p.put("<%s>\n", tag)
	for _, item := range l.Items {
		p.put("<li dir=\"auto\">%s</li>\n", spans(item))
	}
	p.put("</%s>\n", tag)
}

func (p *page) quote(q content.Quote) {
	p.put("<figure class=\"quote\"><blockquote><p dir=\"auto\">“%s”</p></blockquote>", broken(q.Words))
	if by := q.By(); by != "" {
		p.put("<figcaption dir=\"auto\">%s</figcaption>", esc(by))
	}
	p.put("</figure>\n")
}

// broken is text whose line breaks are kept.
func broken(s string) string { return strings.ReplaceAll(esc(strings.TrimSpace(s)), "\n", "<br>") }

// spans are runs of text in their manners.
func spans(all []content.Span) string {
	var b strings.Builder
	for _, s := range all {
		text := s.Text
		if text == "" {
			text = s.Key
		}
		out := strings.ReplaceAll(esc(text), "\n", "<br>")
		switch {
		case s.Key != "":
			out = `<code class="key">` + out + `</code>`
		case s.Code:
			out = `<code>` + out + `</code>`
		case s.Strong:
			out = `<strong>` + out + `</strong>`
		}
		if href := safeHref(s.Href); href != "" {
			out = `<a href="` + esc(href) + `" rel="noreferrer">` + out + `</a>`
		}
		b.WriteString(out)
	}
	return b.String()
}
