package dsl

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
	"time"
)

const small = `workspace "Small" {
    // a comment that must survive
    model {
        ann = person "Ann"
        relay = softwareSystem "Relay" "Moves events" {
            router = container "Event router" "Gives each shipment one order" "Go" "Core,Data"
            store = container "Event store" "" "PostgreSQL"
            router -> store "keeps" "SQL"
        }
        ann -> router "asks" "HTTPS"
        live = deploymentEnvironment "Live" {
            blue = deploymentGroup "Blue"
            node = deploymentNode "Hub" "" "Debian" "" 2 {
                containerInstance router blue
                containerInstance store blue "Hot"
            }
        }
    }
    views {
        container relay "Containers" {
            include *
            autoLayout lr
        }
    }
}
`

func TestPrintGivesTheSameBytesUntilSomethingChanges(t *testing.T) {
	w, _, err := Parse("small.dsl", []byte(small), nil)
	if err != nil {
		t.Fatal(err)
	}
	if string(Print(w)) != small {
		t.Error("printed unchanged, it differs")
	}
	w.Elements[0].Description = `Gives each "shipment" one \ order` + "\nalways"
	text := string(Print(w))
	if text == small || strings.Contains(text, "a comment") {
		t.Error("printed after a change, it is the old text")
	}
	again, _, err := Parse("small.dsl", []byte(text), nil)
	if err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	if got := again.Elements[0].Description; got != w.Elements[0].Description {
		t.Errorf("the new words come back as %q", got)
	}
	sameModel(t, "small", w)
}

func TestAModelMadeInFormsPrintsAndReadsBack(t *testing.T) {
	w := &Workspace{Name: `Quo"te`, Separator: "/", Elements: []Element{
		{Key: "Person://Käthe", Kind: Person, Name: "Käthe", Description: "😀 says ${NO} {", Perspectives: []Perspective{{"Security", "in \"words\"", "High"}}},
		{Key: "Person://ك", Kind: Person, Name: "ك"},
		{Key: "SoftwareSystem://This", Kind: System, Name: "This", Group: "Ours/Inner", Properties: map[string]string{"throughline.owner": "Jonas"}},
		{Key: "SoftwareSystem://this2", Kind: System, Name: "this2", Group: "Ours"},
		{Key: "Container://This.a", Kind: Container, Name: "a", Parent: "SoftwareSystem://This", URL: "https://x.example/#1"},
		{Key: "Component://This.a.a", Kind: Component, Name: "a", Parent: "Container://This.a"},
	}, Relationships: []Relationship{
		{From: "Person://Käthe", To: "Component://This.a.a", Description: "asks", Technology: "HTTPS", Tags: []string{"A", "B"}},
		{From: "Person://Käthe", To: "Container://This.gone", Description: "gone"},
	}}
	again, _, err := Parse("x.dsl", Print(w), nil)
	if err != nil {
		t.Fatalf("%v\n%s", err, Print(w))
	}
	for _, e := range w.Elements {
		got, ok := again.Element(e.Key)
		if !ok || got.Name != e.Name || got.Description != e.Description || got.Group != e.Group || got.URL != e.URL || fmt.Sprint(got.Properties) != fmt.Sprint(e.Properties) {
			t.Errorf("%s comes back as %+v", e.Key, got)
		}
	}
	if len(again.Relationships) != 3 || !again.Relationships[1].Implied {
		t.Errorf("relationships: %+v", again.Relationships)
	}
}

// large writes a model of n elements: systems of 9 containers in a row.
func large(n int) []byte {
	var b strings.Builder
	b.WriteString("workspace {\n!identifiers hierarchical\nmodel {\n")
	for s := range n / 10 {
		fmt.Fprintf(&b, "s%d = softwareSystem \"System %d\" \"What it is for\" {\n", s, s)
		for c := range 9 {
			fmt.Fprintf(&b, "c%d = container \"Container %d\" \"What it does\" \"Go\" \"Tag\"\n", c, c)
		}
		b.WriteString("}\n")
	}
	for s := range n/10 - 1 {
		for c := range 9 {
			fmt.Fprintf(&b, "s%d.c%d -> s%d.c%d \"calls\" \"HTTPS\"\n", s, c, s+1, (c*7+1)%9)
		}
	}
	b.WriteString("}\nviews {\nsystemLandscape {\ninclude *\n}\ncontainer s1 {\ninclude *\n}\n}\n}\n")
	return []byte(b.String())
}

func TestFiveThousandElementsAreReadWellUnderASecond(t *testing.T) {
	src := large(5_000)
	start := time.Now()
	w, _, err := Parse("large.dsl", src, nil)
	if err != nil {
		t.Fatal(err)
	}
	if d := time.Since(start); d > time.Second {
		t.Errorf("took %v", d)
	}
	if len(w.Elements) != 5_000 || len(w.Relationships) < 4_000 {
		t.Errorf("%d elements, %d relationships", len(w.Elements), len(w.Relationships))
	}
}

func BenchmarkParse5000Elements(b *testing.B) {
	src := large(5_000)
	b.SetBytes(int64(len(src)))
	for b.Loop() {
		if _, _, err := Parse("large.dsl", src, nil); err != nil {
			b.Fatal(err)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(small))
	f.Add(large(40))
	f.Add([]byte("workspace {\n!include x.dsl\nmodel {\n!elements \"a->b && element.tag==x\" {\n}\n}\n}"))
	f.Add([]byte("workspace {\nmodel {\narchetypes {\nx = --y-> {\n}\n}\na -/> b {\n}\n}\nviews {\ndynamic * {\n{\n1: a -> b\n}\n}\n}\n}"))
	f.Add([]byte("\xef\xbb\xbfworkspace { // x\n\\\n\"\"\"\n"))
	files := fstest.MapFS{"x.dsl": {Data: []byte("model {\na = person \"A\"\n}\n")}}
	f.Fuzz(func(t *testing.T, src []byte) {
		w, _, err := Parse("main.dsl", src, files)
		if err != nil {
			if err.Error() == "" || w != nil {
				t.Error("an error without words, or a workspace beside it")
			}
			return
		}
		if string(Print(w)) != string(src) {
			t.Error("printed unchanged, it differs")
		}
		keys := map[string]bool{}
		for _, e := range w.Elements {
			if keys[e.Key] {
				t.Errorf("the key %q stands twice", e.Key)
			}
			keys[e.Key] = true
			if e.Parent != "" && !keys[e.Parent] {
				t.Errorf("%q stands in nothing", e.Key)
			}
		}
		for _, r := range w.Relationships {
			if !keys[r.From] || !keys[r.To] {
				t.Errorf("%q hangs in the air", r.Key())
			}
		}
	})
}
