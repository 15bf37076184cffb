package typeface

import (
	"bytes"
	"testing"

	"golang.org/x/image/font/sfnt"
)

// The letters of the four languages that documents are written in, and the signs they use.
const letters = "AZaz09 äöüßÄÖÜẞ éèêëçàâîïôûùœŒæÿ ñÑáíóú¿¡ «»„“”‚‘’–—…·•→←≤≥€£ §°%№"

func TestEachFaceHasTheLettersOfOurLanguages(t *testing.T) {
	for _, f := range []*Face{Sans(), Bold(), Italic(), Mono()} {
		for _, r := range letters {
			if f.Glyph(r) == 0 {
				t.Errorf("%s has no %c", f.Name, r)
			}
		}
		if f.Glyph('字') != 0 {
			t.Errorf("%s says it has a letter that it has not", f.Name)
		}
		if w := f.Width("iiii", 10); f.Fixed != (w == f.Width("MMMM", 10)) || w <= 0 {
			t.Errorf("%s: iiii is %v wide", f.Name, w)
		}
	}
}

func TestASubsetIsReadAndDrawsTheSameShapes(t *testing.T) {
	f := Sans()
	glyphs := []uint16{0, f.Glyph('Ä'), f.Glyph('g'), 0}
	small := f.Subset(glyphs)
	font, err := sfnt.Parse(withCmap(t, f, small))
	if err != nil {
		t.Fatal(err)
	}
	if n := font.NumGlyphs(); n < 4 || n > 8 {
		t.Errorf("it holds %d glyphs", n)
	}
	var b sfnt.Buffer
	for i, r := range []rune{'Ä', 'g'} {
		got, err := font.LoadGlyph(&b, sfnt.GlyphIndex(i+1), 64*20, nil)
		if err != nil {
			t.Fatal(err)
		}
		want, err := f.Outline(r, 20)
		if err != nil || len(got) != len(want) || len(got) == 0 {
			t.Fatalf("%c has %d segments, want %d (%v)", r, len(got), len(want), err)
		}
		for j := range got {
			if got[j] != want[j] {
				t.Errorf("%c differs at segment %d", r, j)
			}
		}
	}
	if !bytes.Equal(small, f.Subset(glyphs)) {
		t.Error("made twice, it differs")
	}
}

// withCmap adds the tables that this test's reader wants and a reader of PDF does not.
func withCmap(t *testing.T, f *Face, file []byte) []byte {
	t.Helper()
	out := tables{}
	for i := range int(file[5]) {
		e := file[12+16*i:]
		from, size := be(e[8:]), be(e[12:])
		out[string(e[:4])] = file[from : from+size]
	}
	for _, name := range []string{"cmap", "name", "OS/2", "post"} {
		out[name] = f.tables[name]
	}
	return pack(out)
}

func be(b []byte) int { return int(b[0])<<24 | int(b[1])<<16 | int(b[2])<<8 | int(b[3]) }

func TestADamagedFileIsRefused(t *testing.T) {
	for name, b := range map[string][]byte{"empty": nil, "other": []byte("OTTO, which is not what is read here, whatever is in it"), "cut": sansFile[:200], "half": sansFile[:len(sansFile)/2]} {
		if _, err := unpack(b); err == nil {
			t.Errorf("%s was read", name)
		}
	}
}
