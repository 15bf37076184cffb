package typography

import (
	"strings"
	"unicode"

	"throughline/internal/content"
	"throughline/internal/drawing"
	"throughline/internal/typeface"
)

// Atom is letters of one manner that a line does not divide.
type Atom struct {
	Text  string
	Face  *typeface.Face
	Size  float64
	Ink   drawing.Colour
	Href  string
	Width float64
	Space bool // one stands before it
	Free  bool // a line may end before it
	Break bool // a line ends before it in any case
}

// Atoms takes spans apart in a style.
func Atoms(spans []content.Span, s Style) (out []Atom) {
	space, hard := false, false
	for _, span := range spans {
		a := Atom{Face: s.Face(), Size: s.Size, Ink: s.Ink, Href: span.Href}
		switch {
		case span.Code || span.Key != "":
			a.Face, a.Size = typeface.Mono(), Mono(s.Size)
		case span.Strong:
			a.Face = typeface.Bold()
		}
		if a.Href != "" {
			a.Ink = Link
		}
		for _, part := range parts(span.Text, span.Key != "") {
			switch part {
			case " ":
				space = true
			case "\n":
				hard = true
			default:
				a.Text, a.Space, a.Break = part, space && !hard, hard
				a.Free = space || hard || len(out) > 0 && divides(out[len(out)-1].Text)
				a.Width = a.Face.Width(part, a.Size)
				out = append(out, a)
				space, hard = false, false
			}
		}
	}
	return out
}

// parts are the words of a text, with " " for any blank space and "\n" for the end of a line. A
// word is cut behind a dash or a stroke inside of it, unless it is whole.
func parts(s string, whole bool) (out []string) {
	var word strings.Builder
	end := func() {
		if word.Len() > 0 {
			out = append(out, word.String())
			word.Reset()
		}
	}
	for _, r := range s {
		switch {
		case r == '\n':
			end()
			out = append(out, "\n")
		case unicode.IsSpace(r) && r != '\u00a0' && r != '\u202f':
			end()
			out = append(out, " ")
		default:
			if !whole && divides(word.String()) {
				end()
			}
			word.WriteRune(r)
		}
	}
	end()
	return out
}

// divides says whether a line may end behind a piece of a word.
func divides(s string) bool {
	return len(s) > 2 && (strings.HasSuffix(s, "-") || strings.HasSuffix(s, "/") || strings.HasSuffix(s, "_"))
}

// Line is what stands on a line.
type Line struct {
	Atoms []Atom
	Last  bool // of its paragraph, or before a break that was written
}

// Lines breaks atoms into lines of a width: each as full as it can be. A word wider than a line
// is cut.
func Lines(atoms []Atom, width float64) (out []Line) {
	var now []Atom
	at := 0.0
	end := func(last bool) {
		out = append(out, Line{now, last})
		now, at = nil, 0
	}
	for i := 0; i < len(atoms); {
		n, w := cluster(atoms[i:])
		first := atoms[i]
		if first.Break && (len(now) > 0 || i == 0) {
			end(true)
		}
		blank := 0.0
		if first.Space && len(now) > 0 {
			blank = first.Face.Width(" ", first.Size)
		}
		if len(now) > 0 && at+blank+w > width {
			end(false)
			blank = 0
		}
		if w > width {
			for _, a := range atoms[i : i+n] {
				for _, piece := range cut(a, width) {
					if len(now) > 0 && at+piece.Width > width {
						end(false)
					}
					now, at = append(now, piece), at+piece.Width
				}
			}
			i += n
			continue
		}
		now, at = append(now, atoms[i:i+n]...), at+blank+w
		i += n
	}
	if len(now) > 0 || len(out) == 0 {
		end(true)
	}
	return out
}

// cluster is how many atoms from the first on no line may divide, and how wide they are.
func cluster(atoms []Atom) (n int, width float64) {
	for i, a := range atoms {
		if i > 0 && (a.Free || a.Break) {
			return i, width
		}
		width += a.Width
	}
	return len(atoms), width
}

// cut cuts a word into pieces that fit, between letters.
func cut(a Atom, width float64) (out []Atom) {
	piece := a
	piece.Text, piece.Width = "", 0
	for _, r := range a.Text {
		w := a.Face.Width(string(r), a.Size)
		if piece.Text != "" && piece.Width+w > width {
			out = append(out, piece)
			piece.Text, piece.Width, piece.Space, piece.Break = "", 0, false, false
		}
		piece.Text += string(r)
		piece.Width += w
	}
	return append(out, piece)
}
