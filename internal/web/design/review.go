package design

import (
	"context"

	core "throughline/internal/design"
	"throughline/internal/journal"
	"throughline/internal/web/kit"
)

func requestReview(r *kit.Request) error {
	in := core.ReviewRequest{}
	if err := r.Decode(&in); err != nil {
		return err
	}
	in.Deal = r.Deal.ID
	if err := r.Act("design.request-review", func(ctx context.Context, tx *journal.Tx) error {
		_, err := core.RequestReview(ctx, tx, in)
		return err
	}); err != nil {
		return err
	}
	return r.Done(r.DealPath("design?part=" + reviewPart))
}

func approve(r *kit.Request) error {
	version, err := mine[core.Version](r, "version")
	if err != nil {
		return err
	}
	in := core.VersionApproval{}
	if err := r.Decode(&in); err != nil {
		return err
	}
	in.ID = version.ID
	if err := r.Act("design.approve", func(ctx context.Context, tx *journal.Tx) error {
		_, err := core.Approve(ctx, tx, in)
		return err
	}); err != nil {
		return err
	}
	return back(r, "")
}

func withdrawApproval(r *kit.Request) error {
	version, err := mine[core.Version](r, "version")
	if err != nil {
		return err
	}
	revision, err := read(r)
	if err != nil {
		return err
	}
	if err := r.Act("design.withdraw-approval", func(ctx context.Context, tx *journal.Tx) error {
		return core.WithdrawApproval(ctx, tx, version.ID, revision, r.FormValue("why"))
	}); err != nil {
		return err
	}
	return back(r, "")
}
