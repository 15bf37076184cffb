package documents

import "throughline/internal/content"

// table draws a table with its caption and its heads. It can be scrolled by keyboard where it
// is wider than the page.
func (p *page) table(t content.Table) {
	if len(t.Head) == 0 {
		return
	}
	name := line(t.Caption)
	if name == "" {
		name = "Table"
	}
	p.put("<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"%s\">\n<table>\n", esc(name))
	if t.Caption != "" {
		p.put("<caption dir=\"auto\">%s</caption>\n", esc(line(t.Caption)))
	}
	p.put("<thead><tr>")
	for _, h := range t.Head {
		p.put("<th scope=\"col\" dir=\"auto\">%s</th>", esc(line(h)))
	}
	p.put("</tr></thead>\n<tbody>\n")
	for _, r := range t.Rows {
		p.put("<tr>")
		for i := range t.Head {
			cell := ""
			if i < len(r) {
				cell = spans(r[i])
			}
			p.put("<td dir=\"auto\">%s</td>", cell)
		}
		p.put("</tr>\n")
	}
	p.put("</tbody>\n</table>\n</div>\n")
}
