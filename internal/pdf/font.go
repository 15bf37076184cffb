package pdf

import (
	"fmt"
	"strings"
	"unicode/utf16"

	"throughline/internal/typeface"
)

// font is a face as far as a document uses it. Each letter used has a number; a letter that the
// face lacks has one too, drawn as an empty box, so that it can still be searched and copied.
type font struct {
	face    *typeface.Face
	name    string // in the pages' resources: F1
	object  int
	numbers map[rune]uint16
	letters []rune // by number; the first is none
}

// encode gives the numbers of a text's letters, as a string of a page.
func (f *font) encode(s string) string {
	var b strings.Builder
	b.Grow(4*len(s) + 2)
	b.WriteByte('<')
	for _, r := range s {
		n, used := f.numbers[r]
		if !used {
			n = uint16(len(f.letters))
			f.numbers[r], f.letters = n, append(f.letters, r)
		}
		const hex = "0123456789ABCDEF"
		b.Write([]byte{hex[n>>12], hex[n>>8&15], hex[n>>4&15], hex[n&15]})
	}
	b.WriteByte('>')
	return b.String()
}

// write adds the font's objects (9.7: a composite font whose numbers are those of the subset).
func (f *font) write(o *objects, place int) {
	glyphs := make([]uint16, len(f.letters))
	var widths strings.Builder
	for i, r := range f.letters {
		if i > 0 {
			glyphs[i] = f.face.Glyph(r)
		}
		fmt.Fprintf(&widths, "%d ", f.face.Advance(glyphs[i]))
	}
	file := f.face.Subset(glyphs)
	data := o.stream(fmt.Sprintf("/Length1 %d", len(file)), file)
	flags := 32 // no symbols
	if f.face.Fixed {
		flags |= 1
	}
	if f.face.Angle != 0 {
		flags |= 64
	}
	tag, box := f.face.Tag(place), f.face.Box
	descriptor := o.add("<< /Type /FontDescriptor /FontName /%s /Flags %d /FontBBox [%d %d %d %d] /ItalicAngle %s /Ascent %d /Descent %d /CapHeight %d /StemV 80 /FontFile2 %d 0 R >>",
		tag, flags, box[0], box[1], box[2], box[3], num(f.face.Angle), f.face.Ascent, f.face.Descent, f.face.CapHeight, data)
	descendant := o.add("<< /Type /Font /Subtype /CIDFontType2 /BaseFont /%s /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor %d 0 R /DW 600 /W [0 [%s]] /CIDToGIDMap /Identity >>",
		tag, descriptor, strings.TrimSpace(widths.String()))
	o.put(f.object, "<< /Type /Font /Subtype /Type0 /BaseFont /%s /Encoding /Identity-H /DescendantFonts [%d 0 R] /ToUnicode %d 0 R >>",
		tag, descendant, o.stream("", f.toUnicode()))
}

// toUnicode says which letter each number is (9.10.3).
func (f *font) toUnicode() []byte {
	var b strings.Builder
	b.WriteString("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	for from := 1; from < len(f.letters); from += 100 {
		to := min(from+100, len(f.letters))
		fmt.Fprintf(&b, "%d beginbfchar\n", to-from)
		for i := from; i < to; i++ {
			fmt.Fprintf(&b, "<%04X> <", i)
			for _, u := range utf16.Encode([]rune{f.letters[i]}) {
				fmt.Fprintf(&b, "%04X", u)
			}
			b.WriteString(">\n")
		}
		b.WriteString("endbfchar\n")
	}
	b.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
	return []byte(b.String())
}
