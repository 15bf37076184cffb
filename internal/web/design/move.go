package design

import (
	"context"
	"strconv"

	core "throughline/internal/design"
	"throughline/internal/design/layout"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/web/kit"
)

// step is how far a button moves an element, in pixels of the drawing.
const step = 2 * layout.Grid

// ways are the buttons that move an element without a pointer.
var ways = []struct {
	name string
	x, y int
}{{"left", -step, 0}, {"right", step, 0}, {"up", 0, -step}, {"down", 0, step}}

// move puts an element of a view to a place (x and y), or a step on its way (by).
func move(r *kit.Request) error {
	v, err := mine[core.View](r, "view")
	if err != nil {
		return err
	}
	place, err := placeOf(r, v)
	if err != nil {
		return err
	}
	if _, err := ofDeal[core.Element](r, "element", place.Element); err != nil {
		return err
	}
	if err := r.Act("design.move", func(ctx context.Context, tx *journal.Tx) error {
		return core.Move(ctx, tx, core.Moves{View: v.ID, Moves: []core.Place{place}})
	}); err != nil {
		return err
	}
	return back(r, "")
}

func placeOf(r *kit.Request, v core.View) (core.Place, error) {
	out := core.Place{Element: r.FormValue("element")}
	for _, w := range ways {
		if w.name != r.FormValue("by") {
			continue
		}
		d, err := core.Diagram(r.Ctx(), r.Reader, r.Deal.ID, v.ID)
		if err != nil {
			return out, err
		}
		box, ok := d.Layout.Boxes[out.Element]
		if !ok {
			return out, problem.NotFound("element in this view", out.Element)
		}
		out.X, out.Y = box.X+w.x, box.Y+w.y
		return out, nil
	}
	var err error
	if out.X, err = strconv.Atoi(r.FormValue("x")); err == nil {
		out.Y, err = strconv.Atoi(r.FormValue("y"))
	}
	if err != nil {
		return out, fault("x", "Say where it shall stand: x and y in whole pixels, or left, right, up or down.")
	}
	return out, nil
}

func tidy(r *kit.Request) error {
	v, err := mine[core.View](r, "view")
	if err != nil {
		return err
	}
	if err := r.Act("design.tidy", func(ctx context.Context, tx *journal.Tx) error { return core.Tidy(ctx, tx, v.ID) }); err != nil {
		return err
	}
	return back(r, "")
}
