package design_test

import (
	"context"
	"strings"
	"testing"
	"testing/fstest"

	"throughline/internal/design"
	"throughline/internal/design/dsl"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/thread"
	"throughline/internal/wiring/wiretest"
)

func TestATextBecomesTheModelAndComesBackByteForByte(t *testing.T) {
	each(t, func(t *testing.T, w *wiretest.World, replay, audit thread.Requirement) {
		rep := read(w, relayText)
		if rep.Elements != 7 || len(rep.Added) != 10 || len(rep.Changed)+len(rep.Removed) != 0 {
			t.Errorf("report %+v", rep)
		}
		if len(rep.Warnings) != 1 || !strings.Contains(rep.Warnings[0].Text, "NWF-99") {
			t.Errorf("warnings %+v", rep.Warnings)
		}
		store := named(w, "Event store")
		if store.Owner != "Platform team" || store.Technology != "PostgreSQL" || store.Path != "Container://Relay.Event store" {
			t.Errorf("store %+v", store)
		}
		if !named(w, "ERP").External || named(w, "Hub").Environment != "Live" {
			t.Error("external or environment was lost")
		}
		if c := designed(w, audit.ID); c.Verdict == nil || c.Verdict.State != thread.Started || c.Verdict.Evidence[0].ID != store.ID {
			t.Errorf("the text says what satisfies NWF-2, and the station is %+v", c)
		}
		out, err := design.Export(w.Ctx(), w.Reader(), w.Deal)
		if err != nil || string(out) != relayText {
			t.Errorf("export differs: %v\n%s", err, out)
		}
	})
}

func TestReadingTheSameTextTwiceChangesNothing(t *testing.T) {
	each(t, func(t *testing.T, w *wiretest.World, _, _ thread.Requirement) {
		read(w, relayText)
		receipt := w.Do("design.import", func(ctx context.Context, tx *journal.Tx) error {
			rep, err := design.Import(ctx, tx, design.Reading{Deal: w.Deal, Source: []byte(relayText)})
			if len(rep.Added)+len(rep.Changed)+len(rep.Removed) != 0 {
				t.Errorf("the second reading did %+v", rep)
			}
			return err
		})
		if receipt.Act != "" {
			t.Error("the second reading wrote something")
		}
	})
}

func TestANewTextKeepsIdsPositionsLinksAndWhatFormsMade(t *testing.T) {
	each(t, func(t *testing.T, w *wiretest.World, replay, _ thread.Requirement) {
		read(w, relayText)
		router, store := named(w, "Event router"), named(w, "Event store")
		satisfy(w, "element", router.ID, replay.ID)
		console := do(w, "design.add-element", design.AddElement, design.NewElement{Deal: w.Deal, Kind: dsl.Container, Parent: router.Parent, Shape: design.Shape{Name: "Console"}})
		view := views(w)[1]
		w.Do("design.move", func(ctx context.Context, tx *journal.Tx) error {
			return design.Move(ctx, tx, design.Moves{View: view.ID, Moves: []design.Place{{Element: router.ID, X: 777, Y: 333}}})
		})
		next := strings.NewReplacer(`"Event router" "Gives each shipment one order"`, `"Router" "Gives each parcel one order"`,
			`store = container "Event store" "Keeps events" "PostgreSQL" "Database" {`, `archive = container "Archive" "" "S3" {`,
			`router -> store "keeps events in" "SQL"`, `router -> archive "keeps all in" "HTTPS"`).Replace(relayText)
		rep := read(w, next)
		renamed := named(w, "Router")
		if renamed.ID != router.ID || renamed.Description != "Gives each parcel one order" {
			t.Errorf("renamed to %+v", renamed)
		}
		if d := diagram(w, view.ID); d.Layout.Boxes[router.ID].X != 777 || d.Layout.Boxes[router.ID].Y != 333 {
			t.Errorf("moved to %+v", d.Layout.Boxes[router.ID])
		}
		if c := designed(w, replay.ID); c.Verdict == nil || c.Verdict.Evidence[0].ID != router.ID {
			t.Error("the link is lost")
		}
		if named(w, "Console").ID != console.ID {
			t.Error("what a form made is gone")
		}
		if _, still := model(w).Element(store.ID); still {
			t.Error("the store is still there")
		}
		var said []string
		for _, l := range append(append(rep.Added, rep.Changed...), rep.Removed...) {
			said = append(said, l.Kind+" "+l.Name+": "+l.What)
		}
		for _, want := range []string{"element Archive: container", "element Router: name, description", "element Event store: container"} {
			if !strings.Contains(strings.Join(said, "\n"), want) {
				t.Errorf("the report lacks %q:\n%s", want, strings.Join(said, "\n"))
			}
		}
	})
}

func TestAnEditedModelIsWrittenAfreshAndReadsBackAsTheSame(t *testing.T) {
	each(t, func(t *testing.T, w *wiretest.World, _, _ thread.Requirement) {
		read(w, relayText)
		relay, router := named(w, "Relay"), named(w, "Event router")
		do(w, "design.edit-element", design.EditElement, design.ElementEdit{ID: relay.ID, Revision: relay.Revision, Shape: design.Shape{Name: "Relay 2", Description: relay.Description}})
		billing := do(w, "design.add-element", design.AddElement, design.NewElement{Deal: w.Deal, Kind: dsl.System, Shape: design.Shape{Name: "Billing", External: true}})
		do(w, "design.relate", design.Relate, design.NewRelationship{Deal: w.Deal, From: router.ID, To: billing.ID, Use: design.Use{Description: "bills", Technology: "AMQP", Owner: "jonas"}})
		if got := named(w, "Event router").Path; got != "Container://Relay 2.Event router" {
			t.Errorf("path %s", got)
		}
		out, err := design.Export(w.Ctx(), w.Reader(), w.Deal)
		if err != nil || !strings.Contains(string(out), `"Relay 2"`) || !strings.Contains(string(out), `"AMQP"`) || !strings.Contains(string(out), "shape") {
			t.Fatalf("%v\n%s", err, out)
		}
		rep := read(w, string(out))
		if len(rep.Added)+len(rep.Removed) != 0 {
			t.Errorf("reading our own text did %+v", rep)
		}
		if named(w, "Relay 2").ID != relay.ID || named(w, "Billing").ID != billing.ID {
			t.Error("an element got another id")
		}
	})
}

func TestABadTextIsRefusedWithItsPlaceAndNothingIsWritten(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		for name, c := range map[string]struct{ text, want string }{
			"no brace":    {"workspace {\n model {\n", "line"},
			"to nothing":  {"workspace {\n model {\n  a = person \"A\"\n  a -> b \"x\"\n }\n}\n", "line 4, column 8"},
			"no include":  {"workspace {\n !include gone.dsl\n}\n", "gone.dsl"},
			"outside":     {"workspace {\n !include ../../etc/passwd\n}\n", "leaves the folder"},
			"empty":       {"", "no workspace"},
			"NUL":         {"workspace \"a\x00b\" {\n}\n", ""},
			"no text":     {"\xff\xfe\x00\x01", ""},
			"not a model": {"hello", "line 1"},
		} {
			err := try(w, "design.import", design.Import, design.Reading{Deal: w.Deal, Source: []byte(c.text), Files: fstest.MapFS{}})
			if problem.Of(err) != problem.Invalid || !strings.Contains(err.Error(), c.want) {
				t.Errorf("%s: %v", name, err)
			}
		}
		if n := len(model(w).Elements); n != 0 {
			t.Errorf("%d elements were written", n)
		}
	})
}

func TestIncludedFilesAreKeptForTheExport(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		main := "workspace {\n    !include parts\n}\n"
		files := fstest.MapFS{"parts/model.dsl": {Data: []byte("model {\n    a = softwareSystem \"A\"\n}\n")}}
		do(w, "design.import", design.Import, design.Reading{Deal: w.Deal, Name: "main.dsl", Source: []byte(main), Files: files})
		out, err := design.Export(w.Ctx(), w.Reader(), w.Deal)
		if err != nil || string(out) != main {
			t.Errorf("%v\n%s", err, out)
		}
	})
}

func TestUndoingAnImportBringsTheOldModelBack(t *testing.T) {
	each(t, func(t *testing.T, w *wiretest.World, _, _ thread.Requirement) {
		read(w, relayText)
		receipt := w.Do("design.import", func(ctx context.Context, tx *journal.Tx) error {
			_, err := design.Import(ctx, tx, design.Reading{Deal: w.Deal, Source: []byte("workspace {\n model {\n  x = softwareSystem \"X\"\n }\n}\n")})
			return err
		})
		if n := len(model(w).Elements); n != 1 {
			t.Fatalf("%d elements", n)
		}
		if _, err := w.Journal.Undo(w.Ctx(), w.Who, receipt.Act); err != nil {
			t.Fatal(err)
		}
		out, err := design.Export(w.Ctx(), w.Reader(), w.Deal)
		if err != nil || string(out) != relayText || len(model(w).Elements) != 7 {
			t.Errorf("%v, %d elements\n%s", err, len(model(w).Elements), out)
		}
	})
}
