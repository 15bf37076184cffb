package feedback

import (
	"context"

	core "throughline/internal/feedback"
	"throughline/internal/journal"
	"throughline/internal/web/kit"
)

func ask(r *kit.Request) error {
	in := core.NewAsk{}
	if err := r.Decode(&in); err != nil {
		return err
	}
	in.Deal = r.Deal.ID
	var made core.Ask
	if err := r.Act("feedback.ask", func(ctx context.Context, tx *journal.Tx) (err error) {
		made, err = core.AskFor(ctx, tx, in)
		return err
	}); err != nil {
		return err
	}
	return r.Done(r.DealPath("gaps?at=" + made.ID))
}

// onAsk does an act on one of the deal's asks, at the revision that its button was drawn with.
func onAsk(r *kit.Request, name string, do func(ctx context.Context, tx *journal.Tx, id string, revision int64) error) error {
	a, err := kit.OfDeal[core.Ask](r, "ask", r.PathValue("id"))
	if err != nil {
		return err
	}
	in := struct{ Revision int64 }{}
	if err := r.Decode(&in); err != nil {
		return err
	}
	if err := r.Act(name, func(ctx context.Context, tx *journal.Tx) error { return do(ctx, tx, a.ID, in.Revision) }); err != nil {
		return err
	}
	return r.Done(r.DealPath("gaps"))
}

func leave(r *kit.Request) error { return onAsk(r, "feedback.leave", core.Leave) }

func passOn(r *kit.Request) error {
	return onAsk(r, "feedback.pass-on", func(ctx context.Context, tx *journal.Tx, id string, revision int64) error {
		_, err := core.PassOn(ctx, tx, id, revision)
		return err
	})
}

// onGap does an act on the gap that the path names.
func onGap[In any](name string, id func(*In) *string, do func(context.Context, *journal.Tx, In) (core.Gap, error)) func(*kit.Request) error {
	return func(r *kit.Request) error {
		var in In
		if err := r.Decode(&in); err != nil {
			return err
		}
		*id(&in) = r.PathValue("id")
		if err := r.Act(name, func(ctx context.Context, tx *journal.Tx) error {
			_, err := do(ctx, tx, in)
			return err
		}); err != nil {
			return err
		}
		return r.Done("/gaps/" + r.PathValue("id"))
	}
}

var (
	edit   = onGap("feedback.gap", func(in *core.GapEdit) *string { return &in.ID }, core.EditGap)
	tell   = onGap("feedback.tell", func(in *core.Telling) *string { return &in.ID }, core.Tell)
	answer = onGap("feedback.answer", func(in *core.Word) *string { return &in.ID }, core.Answer)
)
