package drawing

import (
	"bytes"
	"image/png"
	"strings"
	"testing"
)

const small = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-10 -10 40 40" font-family="var(--sans, sans-serif)"><title>T</title>
<g fill="none" stroke="var(--pre, #0000ff)" stroke-width="2"><path d="M0 0L10 0Q20 0 20 10l-5-5h-2V4c0 1 1 2 2 3z"/></g>
<rect x="0" y="0" width="8" height="8" rx="2" fill="#f00"/><circle cx="20" cy="20" r="4" fill="var(--surface, #00ff00)"/>
<g text-anchor="middle"><text x="5" y="20" font-size="6" font-weight="600" fill="#123456">A &amp; <tspan>b</tspan></text></g></svg>`

func TestOurDrawingsAreRead(t *testing.T) {
	d, err := Read(small)
	if err != nil {
		t.Fatal(err)
	}
	if d.X != -10 || d.W != 40 || len(d.Marks) != 4 {
		t.Fatalf("%+v", d)
	}
	line, box, text := d.Marks[0].Shape, d.Marks[1].Shape, d.Marks[3].Words
	if line.Fill != nil || *line.Stroke != (Colour{0, 0, 255}) || line.Width != 2 || len(line.Path) != 8 {
		t.Errorf("the line: %+v", line)
	}
	if at := line.Path[3].At; at[0] != 15 || at[1] != 5 {
		t.Errorf("a relative line with nothing between its numbers ends at %v", at)
	}
	if *box.Fill != (Colour{255, 0, 0}) || box.Stroke != nil || len(box.Path) != 10 {
		t.Errorf("the box: %+v", box)
	}
	if text.Text != "A & b" || !text.Bold || text.Anchor != "middle" || text.Size != 6 || text.Left() >= 5 {
		t.Errorf("the words: %+v", text)
	}
}

func TestADrawingIsDrawnInDots(t *testing.T) {
	d, err := Read(small)
	if err != nil {
		t.Fatal(err)
	}
	b, err := d.PNG(4)
	if err != nil {
		t.Fatal(err)
	}
	again, _ := d.PNG(4)
	if !bytes.Equal(b, again) {
		t.Error("drawn twice, it differs")
	}
	picture, err := png.Decode(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]struct {
		x, y int
		c    Colour
	}{"inside of the box": {56, 60, Colour{255, 0, 0}}, "the disc": {120, 120, Colour{0, 255, 0}}, "the line, over nothing": {68, 40, Colour{0, 0, 255}}, "the ground": {4, 4, Colour{255, 255, 255}}} {
		r, g, b, _ := picture.At(want.x, want.y).RGBA()
		if got := (Colour{uint8(r >> 8), uint8(g >> 8), uint8(b >> 8)}); got != want.c {
			t.Errorf("%s is %v, want %v", name, got, want.c)
		}
	}
}

func TestWhatIsNoDrawingIsRefusedOrLeftOut(t *testing.T) {
	for name, svg := range map[string]string{"empty": "", "cut": "<svg viewBox='0 0 1 1'><g>", "no size": "<svg/>", "deep": "<svg viewBox='0 0 1 1'>" + strings.Repeat("<g>", 100) + strings.Repeat("</g>", 100) + "</svg>",
		"many": "<svg viewBox='0 0 1 1'>" + strings.Repeat("<rect width='1' height='1'/>", maxMarks+1) + "</svg>"} {
		if _, err := Read(svg); err == nil {
			t.Errorf("%s was read", name)
		}
	}
	for _, d := range []string{"M", "M0", "L", "M0 0A1 1 0 0 0 1 1", "zzzz", "M1e99 NaN L--1", "Q1 1", "T", "M0 0T1 1S2 2 3 3", "é"} {
		if out := path(d); len(out) > 8 {
			t.Errorf("%s has %d steps", d, len(out))
		}
	}
	huge, err := Read("<svg viewBox='0 0 1000000 1000000'><rect width='9' height='9' stroke='#000' stroke-dasharray='0.2 0.2'/></svg>")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := huge.PNG(4); err != nil {
		t.Error(err)
	}
}

func FuzzRead(f *testing.F) {
	f.Add(small)
	f.Add("<svg viewBox='0 0 9 9'><path d='M1 1c2-3 4-5 6-7S1 2 3 4T5 6Z'/></svg>")
	f.Fuzz(func(t *testing.T, s string) {
		d, err := Read(s)
		if err == nil && d.W*d.H < 1e6 {
			if _, err := d.PNG(1); err != nil {
				t.Error(err)
			}
		}
	})
}
