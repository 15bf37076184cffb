package design_test

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"throughline/internal/clock"
	"throughline/internal/design"
	"throughline/internal/design/draw"
	"throughline/internal/design/dsl"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/thread"
	"throughline/internal/wiring/wiretest"
)

func views(w *wiretest.World) []design.View {
	w.T.Helper()
	all, err := design.Views(w.Ctx(), w.Reader(), w.Deal)
	if err != nil {
		w.T.Fatal(err)
	}
	return all
}

func diagram(w *wiretest.World, view string) draw.Diagram {
	w.T.Helper()
	d, err := design.Diagram(w.Ctx(), w.Reader(), w.Deal, view)
	if err != nil {
		w.T.Fatal(err)
	}
	return d
}

func TestAddingAnElementMovesNoOther(t *testing.T) {
	each(t, func(t *testing.T, w *wiretest.World, replay, _ thread.Requirement) {
		read(w, relayText)
		all := views(w)
		if len(all) != 2 || all[0].Kind != design.ContextView || all[1].Kind != design.ContainerView {
			t.Fatalf("views %+v", all)
		}
		before := diagram(w, all[1].ID)
		relay := named(w, "Relay")
		console := do(w, "design.add-element", design.AddElement, design.NewElement{Deal: w.Deal, Kind: dsl.Container, Parent: relay.ID, Requirements: []string{replay.ID}, Shape: design.Shape{Name: "Console"}})
		after := diagram(w, all[1].ID)
		for id, at := range before.Layout.Boxes {
			if after.Layout.Boxes[id] != at {
				t.Errorf("%s moved from %v to %v", model(w).Name(id), at, after.Layout.Boxes[id])
			}
		}
		if len(after.Layout.Boxes) != len(before.Layout.Boxes)+1 || after.Marks[console.ID] != (draw.Mark{State: draw.Drafted, Requirements: 1}) {
			t.Errorf("%d boxes, mark %+v", len(after.Layout.Boxes), after.Marks[console.ID])
		}
		var svg bytes.Buffer
		if err := draw.SVG(&svg, after); err != nil || !strings.Contains(svg.String(), "Console") {
			t.Errorf("%v", err)
		}
	})
}

func TestTidyingUpCanBeUndone(t *testing.T) {
	each(t, func(t *testing.T, w *wiretest.World, _, _ thread.Requirement) {
		read(w, relayText)
		v, router := views(w)[1], named(w, "Event router")
		w.Do("design.move", func(ctx context.Context, tx *journal.Tx) error {
			return design.Move(ctx, tx, design.Moves{View: v.ID, Moves: []design.Place{{Element: router.ID, X: 5000, Y: -200}}})
		})
		receipt := w.Do("design.tidy", func(ctx context.Context, tx *journal.Tx) error { return design.Tidy(ctx, tx, v.ID) })
		if at := diagram(w, v.ID).Layout.Boxes[router.ID]; at.X == 5000 {
			t.Error("tidying up moved nothing")
		}
		if _, err := w.Journal.Undo(w.Ctx(), w.Who, receipt.Act); err != nil {
			t.Fatal(err)
		}
		if at := diagram(w, v.ID).Layout.Boxes[router.ID]; at.X != 5000 || at.Y != -200 {
			t.Errorf("after undo it stands at %v", at)
		}
	})
}

func TestThePastHasItsOwnDiagram(t *testing.T) {
	each(t, func(t *testing.T, w *wiretest.World, _, _ thread.Requirement) {
		read(w, relayText)
		v, moment := views(w)[1], w.Clock.T
		store := named(w, "Event store")
		w.Do("design.remove-element", func(ctx context.Context, tx *journal.Tx) error {
			return design.RemoveElement(ctx, tx, store.ID, store.Revision)
		})
		past, err := journal.AsOf(w.Ctx(), w.Reader(), w.Deal, clock.At(moment))
		if err != nil {
			t.Fatal(err)
		}
		then, err := design.Diagram(w.Ctx(), past, w.Deal, v.ID)
		if err != nil {
			t.Fatal(err)
		}
		now := diagram(w, v.ID)
		if _, ok := then.Layout.Boxes[store.ID]; !ok || len(now.Layout.Boxes) != len(then.Layout.Boxes)-1 {
			t.Errorf("then %d boxes, now %d", len(then.Layout.Boxes), len(now.Layout.Boxes))
		}
	})
}

func TestFormsRefuseWhatCannotStand(t *testing.T) {
	each(t, func(t *testing.T, w *wiretest.World, _, _ thread.Requirement) {
		read(w, relayText)
		relay, router, planner := named(w, "Relay"), named(w, "Event router"), named(w, "Planner")
		element := func(kind dsl.Kind, parent, name string) error {
			return try(w, "design.add-element", design.AddElement, design.NewElement{Deal: w.Deal, Kind: kind, Parent: parent, Shape: design.Shape{Name: name}})
		}
		for name, c := range map[string]struct {
			err  error
			want problem.Kind
		}{
			"no name":             {element(dsl.System, "", " "), problem.Invalid},
			"a kind of no form":   {element(dsl.Instance, "", "x"), problem.Invalid},
			"in a person":         {element(dsl.Container, planner.ID, "x"), problem.Invalid},
			"in nothing":          {element(dsl.Container, "", "x"), problem.Invalid},
			"in what is not here": {element(dsl.Container, "nobody", "x"), problem.Missing},
			"the same name":       {element(dsl.Container, relay.ID, "Event router"), problem.Invalid},
			"a node nowhere":      {element(dsl.Node, "", "x"), problem.Invalid},
			"bytes, no text":      {element(dsl.System, "", "a\x00b"), problem.Invalid},
			"stale":               {try(w, "design.edit-element", design.EditElement, design.ElementEdit{ID: router.ID, Revision: 9, Shape: design.Shape{Name: "R"}}), problem.Stale},
			"with itself":         {try(w, "design.relate", design.Relate, design.NewRelationship{Deal: w.Deal, From: relay.ID, To: router.ID, Use: design.Use{Description: "holds"}}), problem.Refused},
			"to nothing":          {try(w, "design.relate", design.Relate, design.NewRelationship{Deal: w.Deal, From: relay.ID, To: "x", Use: design.Use{Description: "y"}}), problem.Missing},
			"twice":               {try(w, "design.relate", design.Relate, design.NewRelationship{Deal: w.Deal, From: planner.ID, To: router.ID, Use: design.Use{Description: "asks", Technology: "HTTPS"}}), problem.Refused},
		} {
			if problem.Of(c.err) != c.want {
				t.Errorf("%s: %v", name, c.err)
			}
		}
	})
}
