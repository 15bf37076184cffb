package documents

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"

	"throughline/internal/content"
)

// figure draws a figure inside the page, with its words below for those who do not see it. A
// drawing that holds anything but shapes and text is left out, and its words stand for it.
func (p *page) figure(f content.Figure) {
	p.figures++
	p.put("<figure>\n")
	if f.SVG != "" && drawable(f.SVG) {
		p.put("<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"%s\">%s</div>\n", esc(line("Figure: "+f.Caption)), strings.TrimSpace(f.SVG))
	}
	p.put("<figcaption dir=\"auto\">Figure %d: %s</figcaption>\n", p.figures, esc(line(f.Caption)))
	if f.Alt != "" {
		p.put("<details><summary>In words</summary><p dir=\"auto\">%s</p></details>\n", broken(f.Alt))
	}
	p.put("</figure>\n")
}

// shapes are the elements a drawing may hold.
var shapes = map[string]bool{"svg": true, "g": true, "path": true, "rect": true, "circle": true, "ellipse": true, "line": true,
	"polyline": true, "polygon": true, "text": true, "tspan": true, "title": true, "desc": true, "defs": true, "marker": true, "a": true}

// drawable says whether a drawing is one well-formed SVG of shapes and text alone: no script, no
// handler, no style sheet, no foreign content, nothing loaded from elsewhere.
func drawable(svg string) bool {
	d := xml.NewDecoder(strings.NewReader(svg))
	depth, roots := 0, 0
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return depth == 0 && roots == 1
		}
		if err != nil {
			return false
		}
		switch t := token.(type) {
		case xml.StartElement:
			if depth++; depth == 1 {
				roots++
			}
			if !shapes[t.Name.Local] || roots > 1 || (depth == 1) != (t.Name.Local == "svg") {
				return false
			}
			for _, a := range t.Attr {
				if !harmless(a) {
					return false
				}
			}
		case xml.EndElement:
			depth--
		case xml.CharData:
			if depth == 0 && strings.TrimSpace(string(t)) != "" {
				return false
			}
		default: // a comment, an instruction, a declaration
			return false
		}
	}
}

func harmless(a xml.Attr) bool {
	name, value := strings.ToLower(a.Name.Local), strings.ToLower(a.Value)
	switch {
	case strings.HasPrefix(name, "on"), name == "style":
		return false
	case name == "href":
		return strings.HasPrefix(value, "#") || safeHref(a.Value) != ""
	case strings.HasPrefix(name, "aria-"):
		return true // words
	}
	return !strings.Contains(value, "url(") || strings.HasPrefix(strings.TrimSpace(value), "url(#")
}
