package pdf

import (
	"fmt"
	"strings"
)

// Element is a part of the document as a reader follows it: a heading, a paragraph, a cell.
// Kinds are those of 14.8.4: H1 to H6, P, L, LI, Table, TR, TH, TD, Figure, Link, Span.
type Element struct {
	doc    *Document
	kind   string
	object int
	parent *Element
	alt    string
	kids   []kid
}

// kid is another element, a marked piece of a page, or an annotation.
type kid struct {
	element    *Element
	page       *Page
	mark       int
	annotation int
}

// Add puts an element at the end of another.
func (e *Element) Add(kind string) *Element {
	out := &Element{doc: e.doc, kind: kind, object: e.doc.objects.reserve(), parent: e}
	e.kids = append(e.kids, kid{element: out})
	return out
}

// Alt says in words what an element shows.
func (e *Element) Alt(words string) *Element {
	e.alt = words
	return e
}

// structure writes the tree of elements, and which element owns each marked piece (14.7.4.4).
func (d *Document) structure() int {
	o := &d.objects
	tree := o.reserve()
	d.root.write(o, tree)
	var numbers strings.Builder
	for i, p := range d.pages {
		var owners []int
		for _, e := range p.marked {
			owners = append(owners, e.object)
		}
		fmt.Fprintf(&numbers, "%d [%s] ", i, refs(owners))
	}
	for i, l := range d.links {
		fmt.Fprintf(&numbers, "%d %d 0 R ", len(d.pages)+i, l.element.object)
	}
	parents := o.add("<< /Nums [%s] >>", strings.TrimSpace(numbers.String()))
	o.put(tree, "<< /Type /StructTreeRoot /K %d 0 R /ParentTree %d 0 R /ParentTreeNextKey %d >>", d.root.object, parents, len(d.pages)+len(d.links))
	return tree
}

func (e *Element) write(o *objects, parent int) {
	var kids strings.Builder
	for _, k := range e.kids {
		switch {
		case k.element != nil:
			k.element.write(o, e.object)
			fmt.Fprintf(&kids, "%d 0 R ", k.element.object)
		case k.annotation > 0:
			fmt.Fprintf(&kids, "<< /Type /OBJR /Obj %d 0 R /Pg %d 0 R >> ", k.annotation, k.page.object)
		default:
			fmt.Fprintf(&kids, "<< /Type /MCR /Pg %d 0 R /MCID %d >> ", k.page.object, k.mark)
		}
	}
	more := ""
	if e.alt != "" {
		more += " /Alt " + text(e.alt)
	}
	if e.kind == "TH" {
		more += " /A << /O /Table /Scope /Column >>"
	}
	o.put(e.object, "<< /Type /StructElem /S /%s /P %d 0 R%s /K [%s] >>", e.kind, parent, more, strings.TrimSpace(kids.String()))
}
