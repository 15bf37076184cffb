package word

import (
	"fmt"
	"regexp"

	"throughline/internal/content"
	"throughline/internal/documents/typography"
	"throughline/internal/drawing"
	"throughline/internal/opc"
)

// sharp is how many dots stand for a point on the page: 216 an inch.
const sharp = 3.0

// variable is a colour or a face of the pages, which Word does not know; what stands behind the
// comma is meant there.
var variable = regexp.MustCompile(`var\(--[a-z0-9-]+, ?([^()]*)\)`)

func (w *writer) figure(f content.Figure) error {
	if f.SVG != "" {
		d, err := drawing.Read(f.SVG)
		if err != nil {
			return fmt.Errorf("%s: %w", f.Caption, err)
		}
		scale := typography.DrawingScale(d.W, d.H)
		dots, err := d.PNG(sharp * scale)
		if err != nil {
			return fmt.Errorf("%s: %w", f.Caption, err)
		}
		n := w.next
		w.next++
		name := fmt.Sprintf("word/media/figure%d", n)
		w.out.Media(name+".png", "image/png", dots)
		w.out.Media(name+".svg", "image/svg+xml", []byte(variable.ReplaceAllString(f.SVG, "$1")))
		picture, lines := w.out.Relate(main, "image", name+".png"), w.out.Relate(main, "image", name+".svg")
		w.picture(n, f, picture, lines, emu(d.W*scale), emu(d.H*scale))
	}
	w.paragraph("Caption", "", content.Text(f.Caption))
	if f.SVG == "" && f.Alt != "" {
		w.paragraph("BodyText", "", content.Text(f.Alt))
	}
	return nil
}

// emu is a length as DrawingML has it: 914,400 an inch.
func emu(points float64) int { return int(points * 12700) }

func (w *writer) picture(n int, f content.Figure, dots, lines string, width, height int) {
	alt := opc.Escape(f.Alt)
	w.put(`<w:p><w:pPr><w:pStyle w:val="Figure"/></w:pPr><w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="%d" cy="%d"/><wp:docPr id="%d" name="Figure %d" descr="%s"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="%d" name="Figure %d" descr="%s"/><pic:cNvPicPr/></pic:nvPicPr>`,
		width, height, n, n, alt, n, n, alt)
	w.put(`<pic:blipFill><a:blip r:embed="%s"><a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}"><asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="%s"/></a:ext></a:extLst></a:blip><a:stretch><a:fillRect/></a:stretch></pic:blipFill>`, dots, lines)
	w.put(`<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="%d" cy="%d"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`, width, height)
}
