package typeface

import (
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// Outline gives the segments of a letter's shape in a size of so many dots, downwards from the
// line on which it stands.
func (f *Face) Outline(r rune, dots float64) ([]sfnt.Segment, error) {
	g := f.Glyph(r)
	f.mu.Lock()
	defer f.mu.Unlock()
	segments, err := f.font.LoadGlyph(&f.buffer, sfnt.GlyphIndex(g), fixed.Int26_6(dots*64), nil)
	return append([]sfnt.Segment(nil), segments...), err
}
