package draw

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"testing"

	"throughline/internal/design/dsl"
	"throughline/internal/design/layout"
)

func northwind(t testing.TB) *dsl.Workspace {
	t.Helper()
	name := filepath.Join("..", "..", "..", "testdata", "tour", "relay-northwind.dsl")
	src, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	w, warnings, err := dsl.Parse("relay-northwind.dsl", src, nil)
	if err != nil || len(warnings) > 0 {
		t.Fatal(err, warnings)
	}
	return w
}

// TestSamplesAreWrittenWhenAsked puts drawings to look at into the folder that
// THROUGHLINE_DRAWINGS names.
func TestSamplesAreWrittenWhenAsked(t *testing.T) {
	dir := os.Getenv("THROUGHLINE_DRAWINGS")
	if dir == "" {
		t.Skip("set THROUGHLINE_DRAWINGS to a folder to get the samples as SVG")
	}
	w := northwind(t)
	context, err := Context(w, relay)
	if err != nil {
		t.Fatal(err)
	}
	containers, err := Containers(w, relay)
	if err != nil {
		t.Fatal(err)
	}
	production, err := Deployment(w, "Production")
	if err != nil {
		t.Fatal(err)
	}
	marks := map[string]Mark{
		relay:                           {Approved, 14},
		"Container://Relay.EDI gateway": {Approved, 1}, "Container://Relay.Event router": {Approved, 2},
		"Container://Relay.Webhook intake": {Approved, 1}, "Container://Relay.AS400 reader": {Approved, 1},
		"Container://Relay.Event store": {Drafted, 2}, "Container://Relay.Carrier console": {Missing, 1},
		"Container://Relay.Delivery workers": {Approved, 3},
	}
	pictures := map[string]Picture{"context": context, "containers": containers, "production": production}
	if big := os.Getenv("THROUGHLINE_SHARED"); big != "" {
		src, err := os.ReadFile(filepath.Join(big, "architecture", "structurizr-dsl-fixtures", "big-bank-plc.dsl"))
		if err != nil {
			t.Fatal(err)
		}
		bank, _, err := dsl.Parse("bank.dsl", src, nil)
		if err != nil {
			t.Fatal(err)
		}
		pictures["bank-context"], _ = Context(bank, "SoftwareSystem://Internet Banking System")
		pictures["bank-containers"], _ = Containers(bank, "SoftwareSystem://Internet Banking System")
		pictures["bank-live"], _ = Deployment(bank, "Live")
	}
	places := map[string]layout.Point{}
	for k, r := range containers.Arrange(nil).Boxes {
		places[k] = layout.Point{X: r.X, Y: r.Y}
	}
	w.Elements = append(w.Elements,
		dsl.Element{Key: "Container://Relay.Watch", Kind: dsl.Container, Name: "Watch", Technology: "Go", Description: "Sees a silent route.", Parent: relay},
		dsl.Element{Key: "SoftwareSystem://Billing", Kind: dsl.System, Name: "Billing", Description: "Asks for replays."})
	w.Relationships = append(w.Relationships,
		dsl.Relationship{From: "Container://Relay.Delivery workers", To: "Container://Relay.Watch", Description: "reports each delivery"},
		dsl.Relationship{From: "SoftwareSystem://Billing", To: "Container://Relay.Event store", Description: "asks for a day", Technology: "HTTPS"})
	pictures["grown"], _ = Containers(w, relay)
	for name, p := range pictures {
		kept := map[string]layout.Point{}
		if name == "grown" {
			kept = places
		}
		d := Diagram{ID: name, Picture: p, Layout: p.Arrange(kept), Marks: marks, Href: func(k string) string { return "/elements/" + name }}
		var b bytes.Buffer
		if err := SVG(&b, d); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name+".svg"), b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		t.Log(name, d.Layout.Area, d.Layout.Notice)
	}
}

func BenchmarkContainersOfRelay(b *testing.B) {
	w := northwind(b)
	p, err := Containers(w, relay)
	if err != nil {
		b.Fatal(err)
	}
	kept := map[string]layout.Point{}
	for k, r := range p.Arrange(nil).Boxes {
		kept[k] = layout.Point{X: r.X, Y: r.Y}
	}
	for b.Loop() {
		p, _ := Containers(w, relay)
		if err := SVG(io.Discard, Diagram{Picture: p, Layout: p.Arrange(kept)}); err != nil {
			b.Fatal(err)
		}
	}
}
