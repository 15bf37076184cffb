package evaluation

import (
	"context"
	"strings"

	core "throughline/internal/evaluation"
	"throughline/internal/journal"
	"throughline/internal/web/kit"
)

// planOf reads an evaluation as it was written: its environment and entry criteria are lines.
func planOf(r *kit.Request) (core.Plan, error) {
	in := core.Plan{Deal: r.Deal.ID}
	if err := r.Decode(&in); err != nil {
		return in, err
	}
	in.ID, in.Entry, in.Environment = "", lines(r.PostFormValue("entry")), nil
	for _, l := range lines(r.PostFormValue("environment")) {
		name, value, _ := strings.Cut(l, ":")
		in.Environment = append(in.Environment, core.Fact{Name: strings.TrimSpace(name), Value: strings.TrimSpace(value)})
	}
	return in, nil
}

func draft(r *kit.Request) error {
	in, err := planOf(r)
	if err != nil {
		return err
	}
	var made core.Evaluation
	if err := r.Act("evaluation.draft", func(ctx context.Context, tx *journal.Tx) (err error) {
		made, err = core.DraftEvaluation(ctx, tx, in)
		return err
	}); err != nil {
		return gathered(err, "entry", "environment")
	}
	return done(r, evaluationsView, made.ID)
}

func edit(r *kit.Request) error {
	e, err := mine[core.Evaluation](r, "evaluation")
	if err != nil {
		return err
	}
	in, err := planOf(r)
	if err != nil {
		return err
	}
	in.ID = e.ID
	return gathered(do(r, "edit", evaluationsView, e.ID, in, core.EditEvaluation), "entry", "environment")
}

func markEntry(r *kit.Request) error {
	e, err := mine[core.Evaluation](r, "evaluation")
	if err != nil {
		return err
	}
	in := core.EntryMark{}
	if err := r.Decode(&in); err != nil {
		return err
	}
	in.ID = e.ID
	return do(r, "entry", evaluationsView, e.ID, in, core.MarkEntry)
}

// step moves an evaluation on.
func step(move func(context.Context, *journal.Tx, core.Step) (core.Evaluation, error), name string) func(*kit.Request) error {
	return func(r *kit.Request) error {
		e, err := mine[core.Evaluation](r, "evaluation")
		if err != nil {
			return err
		}
		in := core.Step{}
		if err := r.Decode(&in); err != nil {
			return err
		}
		in.ID = e.ID
		return do(r, name, evaluationsView, e.ID, in, move)
	}
}
