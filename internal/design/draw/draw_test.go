package draw

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"throughline/internal/design/dsl"
	"throughline/internal/design/layout"
)

const relay = "SoftwareSystem://Relay"

func drawn(t *testing.T, p Picture, change func(*Diagram)) string {
	t.Helper()
	d := Diagram{ID: "d-", Picture: p, Layout: p.Arrange(nil), Href: func(k string) string { return "/elements?key=" + fmt.Sprintf("%x", k) }}
	if change != nil {
		change(&d)
	}
	var b bytes.Buffer
	if err := SVG(&b, d); err != nil {
		t.Fatal(err)
	}
	wellFormed(t, b.String())
	return b.String()
}

// wellFormed reads the markup as XML and refuses what a strict content
// security policy would not run, and ids that stand twice.
func wellFormed(t *testing.T, s string) {
	t.Helper()
	ids := map[string]bool{}
	for dec := xml.NewDecoder(strings.NewReader(s)); ; {
		tok, err := dec.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Fatalf("not well formed: %v\n%s", err, s)
		}
		el, ok := tok.(xml.StartElement)
		if !ok {
			continue
		}
		if slices.Contains([]string{"script", "style", "foreignObject", "image", "use"}, el.Name.Local) {
			t.Errorf("the drawing holds <%s>", el.Name.Local)
		}
		for _, a := range el.Attr {
			if strings.HasPrefix(a.Name.Local, "on") || a.Name.Local == "style" {
				t.Errorf("the drawing holds %s=%q", a.Name.Local, a.Value)
			}
			if a.Name.Local == "id" && ids[a.Value] {
				t.Errorf("the id %q stands twice", a.Value)
			}
			if a.Name.Local == "id" {
				ids[a.Value] = true
			}
		}
	}
}

func keys(p Picture) []string {
	var out []string
	for _, b := range p.Boxes {
		out = append(out, b.Name)
	}
	slices.Sort(out)
	return out
}

func TestTheContextShowsASystemWithItsNeighboursOnly(t *testing.T) {
	p, err := Context(northwind(t), relay)
	if err != nil {
		t.Fatal(err)
	}
	want := "[AS/400 dispatch Carriers' EDI Dispatcher Identity provider Integration engineer Relay TMS Webhook carriers]"
	if got := fmt.Sprint(keys(p)); got != want {
		t.Errorf("shown are %s", got)
	}
	if len(p.Lines) != 8 || len(p.Frames) != 0 {
		t.Errorf("%d lines, %d frames, want 8 and 0", len(p.Lines), len(p.Frames))
	}
}

func TestTheContainersStandInTheirSystemAndNeighboursOutside(t *testing.T) {
	p, err := Containers(northwind(t), relay)
	if err != nil {
		t.Fatal(err)
	}
	inside := 0
	for _, b := range p.Boxes {
		if b.In == relay {
			inside++
		}
		if b.In == relay != b.Ours {
			t.Errorf("%s: inside %v, ours %v", b.Name, b.In, b.Ours)
		}
	}
	if inside != 8 || len(p.Boxes) != 15 {
		t.Errorf("%d of %d inside, want 8 of 15", inside, len(p.Boxes))
	}
	res := p.Arrange(nil)
	frame := res.Frames[relay]
	for _, b := range p.Boxes {
		r := res.Boxes[b.Key]
		in := r.X > frame.X && r.X+r.W < frame.X+frame.W && r.Y > frame.Y && r.Y+r.H < frame.Y+frame.H
		if in != (b.In == relay) {
			t.Errorf("%s is drawn on the wrong side of the frame", b.Name)
		}
	}
}

func TestARelationshipToTheWholeIsDrawnToItsFrameUnlessAPartSaysIt(t *testing.T) {
	w, _, err := dsl.Parse("x.dsl", []byte("workspace {\nmodel {\na = person \"A\"\nb = person \"B\"\ns = softwareSystem \"S\" {\nc = container \"C\"\n}\na -> s \"asks\"\nb -> s \"asks\"\nb -> c \"asks in detail\"\n}\n}"), nil)
	if err != nil {
		t.Fatal(err)
	}
	p, err := Containers(w, "SoftwareSystem://S")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, l := range p.Lines {
		got = append(got, l.From+" "+l.To)
	}
	slices.Sort(got)
	if fmt.Sprint(got) != "[Person://A SoftwareSystem://S Person://B Container://S.C]" {
		t.Errorf("lines: %v", got)
	}
}

func TestAViewOfNothingIsRefused(t *testing.T) {
	w := northwind(t)
	for _, key := range []string{"", "gone", "Person://Dispatcher"} {
		if _, err := Context(w, key); err == nil {
			t.Errorf("the context of %q was drawn", key)
		}
		if _, err := Containers(w, key); err == nil {
			t.Errorf("the containers of %q were drawn", key)
		}
	}
	if _, err := Deployment(w, "Moon"); err == nil {
		t.Error("an environment that is not there was drawn")
	}
}

func TestTheDrawingLinksEachElementAndTellsItsState(t *testing.T) {
	p, _ := Containers(northwind(t), relay)
	s := drawn(t, p, func(d *Diagram) {
		d.Marks = map[string]Mark{"Container://Relay.Event router": {Approved, 2}, "Container://Relay.Carrier console": {Missing, 0}}
	})
	for _, want := range []string{
		`role="group"`, `aria-labelledby="d-c4-title d-c4-desc"`, `<title id="d-c4-title">Relay: containers</title>`,
		`aria-label="Event router, Container: Go, 8 partitions, Gives each shipment one partition and so one order., 2 requirements satisfied, approved"`,
		`aria-label="Carrier console, TypeScript, web, Where a carrier is added and a mapping is changed., nothing designed"`,
		`aria-label="TMS, Northwind Freight, Plans loads; needs events in order for each shipment., not ours"`, `stroke-dasharray="6 3"`, `stroke-dasharray="2 4"`,
		`>requirements it satisfies<`, `var(--surface, #ffffff)`,
	} {
		if !strings.Contains(s, want) {
			t.Errorf("the drawing lacks %s", want)
		}
	}
	if n := strings.Count(s, "<a "); n != 16 {
		t.Errorf("%d links, want one for each of 15 boxes and the frame", n)
	}
	alone := drawn(t, p, func(d *Diagram) { d.Href, d.Fixed = nil, true })
	if !strings.Contains(alone, `role="img"`) || strings.Contains(alone, "<a ") || strings.Contains(alone, "var(--surface") {
		t.Error("without links it should be one image with its own colours")
	}
}

func TestHostileWordsAreEscapedCutAndKeptInTheTitle(t *testing.T) {
	long := strings.Repeat("Wort", 1_000)
	w := &dsl.Workspace{Separator: "/", Elements: []dsl.Element{
		{Key: "SoftwareSystem://S", Kind: dsl.System, Name: `<script>alert("1")</script>`, Description: "a & b \u202egnp.exe \x00\x07 ]]> <!--"},
		{Key: "Person://P", Kind: dsl.Person, Name: "😀👩‍🚀 عربي 你好" + long, Description: long},
		{Key: "Container://S.C", Kind: dsl.Container, Name: `" onload="x`, Parent: "SoftwareSystem://S", Technology: long, Group: "<g>/" + long},
	}, Relationships: []dsl.Relationship{
		{From: "Person://P", To: "Container://S.C", Description: "</text><script>", Technology: long},
		{From: "Person://P", To: "Container://S.C", Description: "and more"},
	}}
	for _, show := range []func(*dsl.Workspace, string) (Picture, error){Context, Containers} {
		p, err := show(w, "SoftwareSystem://S")
		if err != nil {
			t.Fatal(err)
		}
		s := drawn(t, p, func(d *Diagram) { d.Href = func(string) string { return "javascript:alert(1)" } })
		if strings.Contains(s, "<script") || strings.Contains(s, "javascript:") || strings.ContainsRune(s, 0x202e) {
			t.Error("hostile words came through")
		}
		if !strings.Contains(s, long[:2_000]) || !strings.Contains(s, "…") {
			t.Error("a long name is not cut, or not kept in the title")
		}
	}
}

func TestRowsSayWhatTheDrawingShows(t *testing.T) {
	p, _ := Containers(northwind(t), relay)
	d := Diagram{Picture: p, Layout: p.Arrange(nil), Marks: map[string]Mark{"Container://Relay.Event router": {Approved, 2}}}
	rows := Rows(d)
	if len(rows.Elements) != len(p.Boxes) || len(rows.Relationships) != len(p.Lines) {
		t.Errorf("%d and %d rows for %d boxes and %d lines", len(rows.Elements), len(rows.Relationships), len(p.Boxes), len(p.Lines))
	}
	i := slices.IndexFunc(rows.Elements, func(r ElementRow) bool { return r.Name == "Event router" })
	if r := rows.Elements[i]; r.In != "Relay" || r.State != "approved" || r.Requirements != 2 {
		t.Errorf("the row says %+v", r)
	}
}

func TestNewWordsInABoxMoveNothing(t *testing.T) {
	w := northwind(t)
	p, _ := Containers(w, relay)
	before := p.Arrange(nil)
	kept := map[string]layout.Point{}
	for k, r := range before.Boxes {
		kept[k] = layout.Point{X: r.X, Y: r.Y}
	}
	for i := range w.Elements {
		w.Elements[i].Name += " with a much longer name than before"
		w.Elements[i].Description = ""
	}
	p, _ = Containers(w, relay)
	for k, r := range p.Arrange(kept).Boxes {
		if r != before.Boxes[k] {
			t.Errorf("%s moved", k)
		}
	}
}

func TestEveryViewOfTheCorpusIsDrawn(t *testing.T) {
	dir := os.Getenv("THROUGHLINE_SHARED")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "..", "shared", "data")
	}
	names, _ := filepath.Glob(filepath.Join(dir, "architecture", "structurizr-dsl-fixtures", "*.dsl"))
	if len(names) == 0 {
		t.Skip("the shared data is absent; set THROUGHLINE_SHARED to its folder to draw the corpus")
	}
	for _, name := range names {
		src, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		w, _, err := dsl.Parse(filepath.Base(name), src, os.DirFS(filepath.Dir(name)))
		if err != nil {
			continue
		}
		for _, e := range w.Elements {
			if e.Kind != dsl.System {
				continue
			}
			for _, show := range []func(*dsl.Workspace, string) (Picture, error){Context, Containers} {
				p, err := show(w, e.Key)
				if err != nil {
					t.Fatal(err)
				}
				drawn(t, p, nil)
			}
		}
		for _, env := range w.Environments {
			if p, err := Deployment(w, env.Name); err == nil {
				drawn(t, p, nil)
			}
		}
	}
}
