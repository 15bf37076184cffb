package sheet

import (
	"encoding/xml"
	"strings"
)

// paragraph is what a reader sees of a paragraph.
type paragraph struct {
	text   string
	number string // as Word counts it, • for a bullet
	level  int    // of a heading
	indent int    // of a list
	bold   bool   // all of it
}

// paragraphReader gathers one paragraph.
type paragraphReader struct {
	d           *document
	text        strings.Builder
	style       string
	list, step  string // numId and ilvl
	outline     string
	bold, plain int // bytes of text
	runBold     bool
	runHidden   bool
}

// paragraph reads a p element that was just begun.
func (d *document) paragraph() (paragraph, error) {
	r := paragraphReader{d: d}
	for level := d.t.depth; d.t.depth >= level; {
		tok, err := d.t.next()
		if err != nil {
			return paragraph{}, err
		}
		if e, ok := tok.(xml.StartElement); ok {
			if err := r.element(e); err != nil {
				return paragraph{}, err
			}
		}
	}
	return r.done(), nil
}

func (r *paragraphReader) element(e xml.StartElement) error {
	val := attr(e, "val")
	switch e.Name.Local {
	case "pStyle":
		r.style = val
	case "numId":
		r.list = val
	case "ilvl":
		r.step = val
	case "outlineLvl":
		r.outline = val
	case "del", "moveFrom", "Fallback", "rPrChange", "pPrChange", "instrText", "delText":
		return r.d.t.skip()
	case "r":
		r.runBold, r.runHidden = false, false
	case "b":
		r.runBold = val == "" || yes(val)
	case "vanish":
		r.runHidden = val == "" || yes(val)
	case "t":
		text, err := textOf(r.d.t)
		r.write(text)
		return err
	case "tab", "ptab":
		if attr(e, "pos") == "" { // a tab stop of the style has a place, a tab in the text has none
			r.write(" ")
		}
	case "br", "cr":
		r.write("\n")
	case "p": // in a text box
		if r.text.Len() > 0 {
			r.write("\n")
		}
	case "noBreakHyphen":
		r.write("-")
	case "sym":
		r.write(symbol(attr(e, "char")))
	case "checkBox":
		return r.checkBox()
	}
	return nil
}

func (r *paragraphReader) write(s string) {
	if r.runHidden {
		return
	}
	r.text.WriteString(s)
	if n := len(strings.TrimSpace(s)); r.runBold {
		r.bold += n
	} else {
		r.plain += n
	}
}

// checkBox reads an old form field: ☒ where it is ticked.
func (r *paragraphReader) checkBox() error {
	ticked := false
	for level := r.d.t.depth; r.d.t.depth >= level; {
		tok, err := r.d.t.next()
		if err != nil {
			return err
		}
		if e, ok := tok.(xml.StartElement); ok && (e.Name.Local == "checked" || e.Name.Local == "default") {
			v := attr(e, "val")
			ticked = v == "" || yes(v)
		}
	}
	if ticked {
		r.write("☒")
	} else {
		r.write("☐")
	}
	return nil
}

// symbol reads a letter of the Wingdings font that stands for a box or a tick.
func symbol(code string) string {
	switch strings.ToUpper(code) {
	case "F0FE", "F0FD", "F078", "F053", "F054":
		return "☒"
	case "F0A8", "F06F", "F071", "F0A3":
		return "☐"
	case "F0FC":
		return "✓"
	}
	return "•"
}

// done finds number and level. The list of a style counts where the paragraph
// names none; numId 0 takes a list away.
func (r *paragraphReader) done() paragraph {
	p := paragraph{text: strings.TrimSpace(r.text.String()), bold: r.bold > 0 && r.plain == 0}
	style := r.d.styles.of(r.style)
	if r.list == "" {
		r.list = style.list
	}
	if r.step == "" {
		r.step = style.step
	}
	if r.outline == "" {
		r.outline = style.outline
	}
	if n := number(r.outline); r.outline != "" && n >= 0 && n < 9 {
		p.level = n + 1
	}
	if p.text != "" || r.list != "" {
		p.number, p.indent = r.d.numbering.next(r.list, max(0, number(r.step)))
	}
	return p
}
