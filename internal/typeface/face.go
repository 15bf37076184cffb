package typeface

import (
	_ "embed"
	"encoding/binary"
	"sync"

	"golang.org/x/image/font/sfnt"
)

var (
	//go:embed fonts/IBMPlexSans-Regular.woff
	sansFile []byte
	//go:embed fonts/IBMPlexSans-Bold.woff
	boldFile []byte
	//go:embed fonts/IBMPlexSans-Italic.woff
	italicFile []byte
	//go:embed fonts/IBMPlexMono-Regular.woff
	monoFile []byte
)

// The faces, each read once.
var (
	Sans   = sync.OnceValue(func() *Face { return open("IBMPlexSans", sansFile) })
	Bold   = sync.OnceValue(func() *Face { return open("IBMPlexSans-Bold", boldFile) })
	Italic = sync.OnceValue(func() *Face { return open("IBMPlexSans-Italic", italicFile) })
	Mono   = sync.OnceValue(func() *Face { return open("IBMPlexMono", monoFile) })
)

// Face is one cut of a family. All measures are thousandths of the size.
type Face struct {
	Name            string // as PostScript has it: IBMPlexSans-Bold
	Ascent, Descent int    // of the line; Descent is negative
	CapHeight       int
	Angle           float64 // of the slant, in degrees, negative to the right
	Box             [4]int  // around all glyphs: left, bottom, right, top
	Fixed           bool    // all glyphs are as wide as each other

	tables tables
	font   *sfnt.Font
	em     int
	wide   []int // advance of each glyph

	ascii [128]uint16 // glyphs of the letters met most

	mu     sync.Mutex
	glyphs map[rune]uint16
	buffer sfnt.Buffer
}

// open reads a face of ours; a file that cannot be read is a fault of the build, which the
// tests of this package find.
func open(name string, woff []byte) *Face {
	t, err := unpack(woff)
	if err != nil {
		panic(name + ": " + err.Error())
	}
	f := &Face{Name: name, tables: t, glyphs: map[rune]uint16{}, Fixed: name == "IBMPlexMono"}
	if f.font, err = sfnt.Parse(pack(t)); err != nil {
		panic(name + ": " + err.Error())
	}
	f.measure()
	for r := range f.ascii {
		f.ascii[r] = f.find(rune(r))
	}
	return f
}

func short(b []byte, at int) int { return int(int16(binary.BigEndian.Uint16(b[at:]))) }

func (f *Face) measure() {
	head, hhea, os2 := f.tables["head"], f.tables["hhea"], f.tables["OS/2"]
	f.em = int(binary.BigEndian.Uint16(head[18:]))
	f.Ascent, f.Descent, f.CapHeight = f.milli(short(hhea, 4)), f.milli(short(hhea, 6)), f.milli(short(os2, 88))
	f.Angle = float64(int32(binary.BigEndian.Uint32(f.tables["post"][4:]))) / 65536
	for i := range f.Box {
		f.Box[i] = f.milli(short(head, 36+2*i))
	}
	count, last := f.font.NumGlyphs(), int(binary.BigEndian.Uint16(hhea[34:]))
	f.wide = make([]int, count)
	for g := range f.wide {
		f.wide[g] = f.milli(int(binary.BigEndian.Uint16(f.tables["hmtx"][4*min(g, last-1):])))
	}
}

func (f *Face) milli(units int) int { return units * 1000 / f.em }

// Glyph is the number of a letter's shape; 0, an empty box, where the face has none.
func (f *Face) Glyph(r rune) uint16 {
	if r >= 0 && int(r) < len(f.ascii) {
		return f.ascii[r]
	}
	return f.find(r)
}

func (f *Face) find(r rune) uint16 {
	f.mu.Lock()
	defer f.mu.Unlock()
	g, known := f.glyphs[r]
	if !known {
		i, err := f.font.GlyphIndex(&f.buffer, r)
		if err == nil {
			g = uint16(i)
		}
		if len(f.glyphs) < 1<<16 {
			f.glyphs[r] = g
		}
	}
	return g
}

// Advance is how far a glyph moves the pen.
func (f *Face) Advance(glyph uint16) int { return f.wide[min(int(glyph), len(f.wide)-1)] }

// Width is how wide a text is in a size, in the unit of the size.
func (f *Face) Width(s string, size float64) float64 {
	n := 0
	for _, r := range s {
		n += f.Advance(f.Glyph(r))
	}
	return float64(n) * size / 1000
}

// File is the whole face as a TrueType file, for a document that carries it along.
func (f *Face) File() []byte { return pack(f.tables) }
