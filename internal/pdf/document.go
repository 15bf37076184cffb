package pdf

import (
	"fmt"
	"html"
	"strings"

	"throughline/internal/typeface"
)

// Document is a file while it is written.
type Document struct {
	Title, Subject, Language string // the language as BCP 47 has it: en, de

	objects objects
	fonts   []*font
	pages   []*Page
	tree    int // the object that lists the pages
	root    *Element
	outline []mark
	links   []link
}

// New begins a document.
func New(title, subject, language string) *Document {
	d := &Document{Title: title, Subject: subject, Language: language}
	d.tree = d.objects.reserve()
	d.root = &Element{doc: d, kind: "Document", object: d.objects.reserve()}
	return d
}

// Root is the element that holds all others.
func (d *Document) Root() *Element { return d.root }

// Pages is how many pages there are.
func (d *Document) Pages() int { return len(d.pages) }

func (d *Document) font(face *typeface.Face) *font {
	for _, f := range d.fonts {
		if f.face == face {
			return f
		}
	}
	f := &font{face: face, name: fmt.Sprintf("F%d", len(d.fonts)+1), object: d.objects.reserve(), numbers: map[rune]uint16{}, letters: []rune{0}}
	d.fonts = append(d.fonts, f)
	return f
}

// Bytes ends the document and gives the file.
func (d *Document) Bytes() []byte {
	o := &d.objects
	for i, f := range d.fonts {
		f.write(o, i+1)
	}
	var fonts strings.Builder
	for _, f := range d.fonts {
		fmt.Fprintf(&fonts, "/%s %d 0 R ", f.name, f.object)
	}
	d.writeLinks()
	var pages []int
	for i, p := range d.pages {
		content := o.stream("", p.content.Bytes())
		annotations := ""
		if len(p.annotations) > 0 {
			annotations = fmt.Sprintf(" /Annots [%s]", refs(p.annotations))
		}
		o.put(p.object, "<< /Type /Page /Parent %d 0 R /MediaBox [0 0 %s %s] /Resources << /Font << %s>> >> /Contents %d 0 R /StructParents %d /Tabs /S%s >>",
			d.tree, num(p.W), num(p.H), fonts.String(), content, i, annotations)
		pages = append(pages, p.object)
	}
	o.put(d.tree, "<< /Type /Pages /Count %d /Kids [%s] >>", len(pages), refs(pages))
	structure := d.structure()
	more := ""
	if n := d.writeOutline(); n > 0 {
		more = fmt.Sprintf(" /Outlines %d 0 R /PageMode /UseOutlines", n)
	}
	meta := o.raw("/Type /Metadata /Subtype /XML", []byte(d.metadata()))
	root := o.add("<< /Type /Catalog /Pages %d 0 R /Lang %s /MarkInfo << /Marked true >> /StructTreeRoot %d 0 R /ViewerPreferences << /DisplayDocTitle true >> /Metadata %d 0 R%s >>",
		d.tree, ascii(d.Language), structure, meta, more)
	info := o.add("<< /Title %s /Subject %s /Producer (Throughline) >>", text(d.Title), text(d.Subject))
	return o.file(root, info)
}

// metadata is the title and the claim of PDF/UA-1 in XMP.
func (d *Document) metadata() string {
	return `<?xpacket begin="` + "\uFEFF" + `" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">` + html.EscapeString(d.Title) + `</rdf:li></rdf:Alt></dc:title>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`
}
