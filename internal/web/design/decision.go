package design

import (
	"context"
	"fmt"
	"strings"

	core "throughline/internal/design"
	"throughline/internal/journal"
	"throughline/internal/web/kit"
)

// mostOptions is how many options of a decision a form reads.
const mostOptions = 20

// wording fills what a form writes line by line, and the options part by part.
func wording(r *kit.Request, in *core.Wording) {
	in.Drivers, in.Options = lines(r.FormValue("drivers")), nil
	for i := range mostOptions {
		part := func(name string) string { return strings.TrimSpace(r.FormValue(optionField(i, name))) }
		if o := (core.Option{Title: part("title"), Good: part("good"), Bad: part("bad")}); o != (core.Option{}) {
			in.Options = append(in.Options, o)
		}
	}
}

func optionField(i int, part string) string { return fmt.Sprintf("options.%d.%s", i+1, part) }

func addDecision(r *kit.Request) error {
	in := core.NewDecision{}
	if err := r.Decode(&in); err != nil {
		return err
	}
	wording(r, &in.Wording)
	in.Deal = r.Deal.ID
	var made core.Decision
	if err := r.Act("design.add-decision", func(ctx context.Context, tx *journal.Tx) (err error) {
		made, err = core.AddDecision(ctx, tx, in)
		return err
	}); err != nil {
		return err
	}
	return back(r, made.ID)
}

func editDecision(r *kit.Request) error {
	d, err := mine[core.Decision](r, "decision")
	if err != nil {
		return err
	}
	in := core.DecisionEdit{}
	if err := r.Decode(&in); err != nil {
		return err
	}
	wording(r, &in.Wording)
	in.ID = d.ID
	if err := r.Act("design.edit-decision", func(ctx context.Context, tx *journal.Tx) error {
		_, err := core.EditDecision(ctx, tx, in)
		return err
	}); err != nil {
		return err
	}
	return back(r, d.ID)
}

func decide(r *kit.Request) error {
	d, err := mine[core.Decision](r, "decision")
	if err != nil {
		return err
	}
	in := core.Ruling{}
	if err := r.Decode(&in); err != nil {
		return err
	}
	in.ID = d.ID
	if err := r.Act("design.decide", func(ctx context.Context, tx *journal.Tx) error {
		_, err := core.Decide(ctx, tx, in)
		return err
	}); err != nil {
		return err
	}
	return back(r, d.ID)
}
