package design

import (
	"context"

	core "throughline/internal/design"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/thread"
	"throughline/internal/web/kit"
)

// satisfy sets what one thing of the design satisfies.
func satisfy(r *kit.Request) error {
	in := core.Satisfaction{}
	if err := r.Decode(&in); err != nil {
		return err
	}
	if err := here(r, in.Kind, in.ID); err != nil {
		return err
	}
	if err := r.Act("design.satisfy", func(ctx context.Context, tx *journal.Tx) error { return core.Satisfy(ctx, tx, in) }); err != nil {
		return err
	}
	return back(r, in.ID)
}

// here refuses a thing of another deal.
func here(r *kit.Request, kind, id string) error {
	deal, err := core.DealOf(r.Ctx(), r.Reader, kind, id)
	if err == nil && deal != r.Deal.ID {
		err = problem.NotFound(kind, id)
	}
	return err
}

// satisfyRequirement sets all that satisfies one requirement.
func satisfyRequirement(r *kit.Request) error {
	req, err := thread.ByKey(r.Ctx(), r.Reader, r.Deal.ID, r.PathValue("key"))
	if err != nil {
		return err
	}
	in := core.Satisfiers{Deal: r.Deal.ID, Requirement: req.ID, Things: r.PostForm["things"]}
	if err := r.Act("design.satisfy", func(ctx context.Context, tx *journal.Tx) error { return core.SatisfyRequirement(ctx, tx, in) }); err != nil {
		return err
	}
	return back(r, "")
}

func comment(r *kit.Request) error {
	in := core.Remark{}
	if err := r.Decode(&in); err != nil {
		return err
	}
	if err := here(r, in.AboutKind, in.About); err != nil {
		return err
	}
	if err := r.Act("design.comment", func(ctx context.Context, tx *journal.Tx) error {
		_, err := core.Comment(ctx, tx, in)
		return err
	}); err != nil {
		return err
	}
	return back(r, "")
}

func resolveComment(r *kit.Request) error {
	n, err := mine[core.ReviewNote](r, "comment")
	if err != nil {
		return err
	}
	if err := r.Act("design.resolve-comment", func(ctx context.Context, tx *journal.Tx) error {
		return core.ResolveComment(ctx, tx, n.ID, 0, r.FormValue("resolved") == "yes")
	}); err != nil {
		return err
	}
	return back(r, "")
}
