package pdf

import "fmt"

// mark is a line of the outline.
type mark struct {
	level int
	title string
	page  *Page
	y     float64
}

// Outline adds a place to the outline beside the pages; level 1 is the highest.
func (d *Document) Outline(level int, title string, page *Page, y float64) {
	d.outline = append(d.outline, mark{level, title, page, y})
}

// writeOutline writes the outline as a tree of two-way lists (12.3.3); 0 if there is none.
func (d *Document) writeOutline() int {
	if len(d.outline) == 0 {
		return 0
	}
	type node struct{ object, parent, first, last, prev, next, count int }
	nodes := []node{{object: d.objects.reserve(), parent: -1}}
	open, levels := []int{0}, []int{0}
	for _, m := range d.outline {
		for levels[len(levels)-1] >= m.level {
			open, levels = open[:len(open)-1], levels[:len(levels)-1]
		}
		parent := open[len(open)-1]
		n := node{object: d.objects.reserve(), parent: parent}
		i := len(nodes)
		if last := nodes[parent].last; last != 0 {
			n.prev, nodes[last].next = last, i
		} else {
			nodes[parent].first = i
		}
		nodes[parent].last = i
		for up := parent; up >= 0; up = nodes[up].parent {
			nodes[up].count++
		}
		nodes = append(nodes, n)
		open, levels = append(open, i), append(levels, m.level)
	}
	at := func(name string, i int) string {
		if i == 0 {
			return ""
		}
		return fmt.Sprintf(" /%s %d 0 R", name, nodes[i].object)
	}
	for i, n := range nodes {
		count := ""
		if n.count > 0 {
			count = fmt.Sprintf(" /Count %d", n.count)
		}
		if i == 0 {
			d.objects.put(n.object, "<< /Type /Outlines%s%s%s >>", at("First", n.first), at("Last", n.last), count)
			continue
		}
		m := d.outline[i-1]
		d.objects.put(n.object, "<< /Title %s /Parent %d 0 R%s%s%s%s%s /Dest [%d 0 R /XYZ 0 %s 0] >>", text(m.title), nodes[n.parent].object,
			at("Prev", n.prev), at("Next", n.next), at("First", n.first), at("Last", n.last), count, m.page.object, num(m.page.H-m.y))
	}
	return nodes[0].object
}

// link is a place on a page that opens an address.
type link struct {
	element    *Element
	page       *Page
	x, y, w, h float64
	address    string
	object     int
}

// Link makes a rectangle of the page open an address, as a part of an element of the kind Link.
func (p *Page) Link(e *Element, x, y, w, h float64, address string) {
	l := link{e, p, x, y, w, h, address, p.doc.objects.reserve()}
	p.doc.links = append(p.doc.links, l)
	p.annotations = append(p.annotations, l.object)
	e.kids = append(e.kids, kid{page: p, annotation: l.object})
}

func (d *Document) writeLinks() {
	for i, l := range d.links {
		d.objects.put(l.object, "<< /Type /Annot /Subtype /Link /Rect [%s %s %s %s] /Border [0 0 0] /F 4 /Contents %s /StructParent %d /A << /Type /Action /S /URI /URI %s >> >>",
			num(l.x), num(l.page.H-l.y-l.h), num(l.x+l.w), num(l.page.H-l.y), text(l.address), len(d.pages)+i, ascii(l.address))
	}
}
