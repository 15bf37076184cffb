package layout

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"testing"
	"time"
)

// sample makes a view of n boxes in frames with edges, the same for a seed.
func sample(seed uint64, n, frames, edges int) View {
	rnd := rand.New(rand.NewPCG(seed, 1))
	var v View
	for f := range frames {
		in := ""
		if f > 0 && f%3 == 0 {
			in = fmt.Sprintf("f%d", f-1)
		}
		v.Frames = append(v.Frames, Frame{fmt.Sprintf("f%d", f), in})
	}
	for b := range n {
		in := ""
		if frames > 0 && b%4 != 0 {
			in = fmt.Sprintf("f%d", b%frames)
		}
		v.Boxes = append(v.Boxes, Box{fmt.Sprintf("b%d", b), 168, 96, in})
	}
	for range edges {
		v.Edges = append(v.Edges, Edge{fmt.Sprintf("b%d", rnd.IntN(n)), fmt.Sprintf("b%d", rnd.IntN(n)), 90, 32})
	}
	return v
}

func places(r Result) map[string]Point {
	out := map[string]Point{}
	for k, b := range r.Boxes {
		out[k] = Point{b.X, b.Y}
	}
	return out
}

// sound checks what must hold of every arrangement.
func sound(t *testing.T, name string, v View, r Result) {
	t.Helper()
	if len(r.Routes) != len(v.Edges) {
		t.Errorf("%s: %d routes for %d edges", name, len(r.Routes), len(v.Edges))
	}
	for i, a := range v.Boxes {
		for _, b := range v.Boxes[:i] {
			if r.Boxes[a.Key].meets(r.Boxes[b.Key], 0) {
				t.Errorf("%s: %s lies on %s: %v %v", name, a.Key, b.Key, r.Boxes[a.Key], r.Boxes[b.Key])
			}
		}
		if f, ok := r.Frames[a.In]; ok && f.around(r.Boxes[a.Key]) != f {
			t.Errorf("%s: %s stands out of its frame %s", name, a.Key, a.In)
		}
	}
	for i, e := range v.Edges {
		for n := 1; n < len(r.Routes[i].Points) && !r.Routes[i].Straight; n++ {
			p, q := r.Routes[i].Points[n-1], r.Routes[i].Points[n]
			piece := Rect{min(p.X, q.X), min(p.Y, q.Y), abs(p.X - q.X), abs(p.Y - q.Y)}
			for _, b := range v.Boxes {
				inner := r.Boxes[b.Key]
				inner = Rect{inner.X + 1, inner.Y + 1, inner.W - 2, inner.H - 2}
				if piece.meets(inner, 0) {
					t.Errorf("%s: the line %s -> %s runs through %s", name, e.From, e.To, b.Key)
				}
			}
		}
	}
}

func TestLinesRunAroundBoxesAndBoxesStandApart(t *testing.T) {
	for seed := range uint64(6) {
		v := sample(seed, 24, 4, 34)
		sound(t, fmt.Sprint("seed ", seed), v, Arrange(v, nil))
	}
}

func TestTheSameViewIsArrangedTheSameWay(t *testing.T) {
	v := sample(3, 40, 5, 60)
	first := Arrange(v, nil)
	for range 5 {
		if !reflect.DeepEqual(first, Arrange(v, nil)) {
			t.Fatal("two arrangements of one view differ")
		}
	}
}

func TestWhatWasPlacedDoesNotMoveByAPixel(t *testing.T) {
	for seed := range uint64(12) {
		v := sample(seed, 24, 3, 32)
		before := places(Arrange(v, nil))
		before["b1"] = Point{before["b1"].X + 7, before["b1"].Y - 5} // dragged by hand, off the grid
		more := v
		more.Boxes = append(append([]Box{}, v.Boxes...), Box{"new", 168, 96, "f1"}, Box{"newer", 168, 96, ""})
		more.Edges = append(append([]Edge{}, v.Edges...), Edge{"new", "b5", 80, 30}, Edge{"b2", "newer", 80, 30})
		less := View{Frames: v.Frames, Boxes: v.Boxes[1:], Edges: v.Edges}
		for name, changed := range map[string]View{"one more": more, "one less": less, "one edge more": {Frames: v.Frames, Boxes: v.Boxes, Edges: more.Edges}} {
			after := Arrange(changed, before)
			for _, b := range changed.Boxes {
				was, old := before[b.Key]
				if now := after.Boxes[b.Key]; old && (now.X != was.X || now.Y != was.Y) {
					t.Errorf("%s: %s moved from %v to %v", name, b.Key, was, now)
				}
			}
			sound(t, name, changed, after)
		}
	}
}

func TestANewBoxStandsBelowTheLowestNearItsNeighbours(t *testing.T) {
	v := View{Frames: []Frame{{"f", ""}}, Boxes: []Box{{"a", 168, 96, "f"}, {"b", 168, 96, "f"}}}
	kept := map[string]Point{"a": {0, 0}, "b": {300, 12}}
	v.Boxes = append(v.Boxes, Box{"c", 168, 96, "f"})
	v.Edges = []Edge{{"c", "b", 60, 30}}
	r := Arrange(v, kept)
	if c := r.Boxes["c"]; c.Y != 12+96+boxGap || c.X != 300 {
		t.Errorf("the new box stands at %v", c)
	}
	if f := r.Frames["f"]; f.bottom() != r.Boxes["c"].bottom()+framePad {
		t.Errorf("the frame did not grow: %v", f)
	}
	// Something foreign stands right below: the frame must not run over it.
	v.Boxes = append(v.Boxes, Box{"out", 400, 96, ""})
	kept["out"] = Point{0, 160}
	r = Arrange(v, kept)
	if r.Frames["f"].meets(r.Boxes["out"], 0) {
		t.Errorf("the frame %v runs over %v", r.Frames["f"], r.Boxes["out"])
	}
}

func TestWordsLieOnNoBoxWhereThereIsRoom(t *testing.T) {
	v := sample(2, 16, 2, 18)
	r := Arrange(v, nil)
	covered := 0
	for _, route := range r.Routes {
		for _, b := range r.Boxes {
			if route.Label.W > 0 && route.Label.meets(b, 0) {
				covered++
			}
		}
	}
	if covered > 0 {
		t.Errorf("%d labels lie on boxes", covered)
	}
}

func TestManyEdgesAreAnsweredInBoundedTimeWithANotice(t *testing.T) {
	rows := []struct {
		name                 string
		boxes, frames, edges int
		notice               bool
	}{
		{"60 boxes, 600 edges", 60, 6, 600, true},
		{"5,000 boxes", 5_000, 50, 5_000, true},
		{"400 boxes, 3,000 edges", 400, 0, 3_000, true},
		{"60 boxes, 90 edges", 60, 6, 90, false},
	}
	for _, row := range rows {
		v := sample(1, row.boxes, row.frames, row.edges)
		start := time.Now()
		r := Arrange(v, nil)
		d := time.Since(start)
		t.Logf("%s: %v, %v, %q", row.name, d, r.Area, r.Notice)
		if d > 15*time.Second {
			t.Errorf("%s took %v", row.name, d)
		}
		if (r.Notice != "") != row.notice {
			t.Errorf("%s: notice %q", row.name, r.Notice)
		}
	}
}

func TestAbsurdViewsAreArrangedAndNothingBreaks(t *testing.T) {
	rows := map[string]View{
		"nothing":         {},
		"one":             {Boxes: []Box{{"a", 0, -5, "gone"}}},
		"twice":           {Boxes: []Box{{"a", 100, 50, ""}, {"a", 100, 50, ""}}},
		"frames in loops": {Frames: []Frame{{"f", "g"}, {"g", "f"}, {"h", "h"}}, Boxes: []Box{{"a", 100, 50, "f"}, {"b", 100, 50, "h"}}},
		"empty frame":     {Frames: []Frame{{"f", ""}}, Boxes: []Box{{"a", 100, 50, ""}}, Edges: []Edge{{"a", "f", 50, 20}}},
		"self and ghosts": {Boxes: []Box{{"a", 100, 50, ""}}, Edges: []Edge{{"a", "a", 50, 20}, {"a", "ghost", 5, 5}, {"", "", 0, 0}}},
		"frame to inside": {Frames: []Frame{{"f", ""}}, Boxes: []Box{{"a", 100, 50, "f"}, {"b", 100, 50, "f"}}, Edges: []Edge{{"f", "a", 5, 5}, {"a", "b", 5, 5}}},
		"box named frame": {Frames: []Frame{{"f", ""}}, Boxes: []Box{{"f", 100, 50, ""}}},
	}
	for name, v := range rows {
		r := Arrange(v, map[string]Point{"a": {1 << 40, 3}})
		if len(r.Routes) != len(v.Edges) {
			t.Errorf("%s: %d routes", name, len(r.Routes))
		}
		Arrange(v, map[string]Point{"a": {-900_000, 900_000}, "b": {900_000, -900_000}})
	}
}

func BenchmarkArrange60(b *testing.B) {
	v := sample(1, 60, 6, 90)
	for b.Loop() {
		Arrange(v, nil)
	}
}

func FuzzArrange(f *testing.F) {
	f.Add([]byte{3, 1, 2, 0, 9, 9, 1, 1})
	f.Fuzz(func(t *testing.T, data []byte) {
		var v View
		kept := map[string]Point{}
		for i, c := range data {
			k := fmt.Sprint(c % 16)
			switch i % 4 {
			case 0:
				v.Boxes = append(v.Boxes, Box{k, int(c), int(c) * 2, fmt.Sprint("f", c%3)})
			case 1:
				v.Frames = append(v.Frames, Frame{fmt.Sprint("f", c%4), fmt.Sprint("f", c/16)})
			case 2:
				v.Edges = append(v.Edges, Edge{k, fmt.Sprint(c / 16), int(c), 20})
			case 3:
				kept[k] = Point{int(c) * 31, int(c) * -17}
			}
		}
		Arrange(v, nil)
		r := Arrange(v, kept)
		for _, b := range v.Boxes {
			if at, ok := kept[b.Key]; ok && r.Boxes[b.Key].W > 0 && (r.Boxes[b.Key].X != at.X || r.Boxes[b.Key].Y != at.Y) {
				t.Errorf("%s moved", b.Key)
			}
		}
	})
}
