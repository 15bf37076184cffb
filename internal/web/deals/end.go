package deals

import (
	"context"

	"throughline/internal/account"
	"throughline/internal/journal"
	"throughline/internal/web/kit"
)

// lose ends the deal without a signature, with the reason.
func lose(r *kit.Request) error {
	var in account.Loss
	if err := r.Decode(&in); err != nil {
		return err
	}
	in.Deal = r.Deal.ID
	if err := r.Act("deal.lose", func(ctx context.Context, tx *journal.Tx) error {
		_, err := account.Lose(ctx, tx, in)
		return err
	}); err != nil {
		return err
	}
	return r.Done(r.DealPath(""))
}

// reopen lets the thread of a deal that ended go on.
func reopen(r *kit.Request) error {
	if err := r.Act("deal.reopen", func(ctx context.Context, tx *journal.Tx) error {
		_, err := account.Reopen(ctx, tx, r.Deal.ID, 0)
		return err
	}); err != nil {
		return err
	}
	return r.Done(r.DealPath(""))
}

// archive puts the deal out of the lists, or back into them.
func archive(r *kit.Request) error {
	in := account.Archive{Deal: r.Deal.ID, Archived: r.FormValue("archived") == "on"}
	if err := r.Act("deal.archive", func(ctx context.Context, tx *journal.Tx) error {
		_, err := account.ArchiveDeal(ctx, tx, in)
		return err
	}); err != nil {
		return err
	}
	return r.Done(r.DealPath("edit"))
}

// remove deletes the deal with everything in it.
func remove(r *kit.Request) error {
	in := account.Removal{Deal: r.Deal.ID, Prefix: r.FormValue("key")}
	if err := r.Act("deal.delete", func(ctx context.Context, tx *journal.Tx) error { return account.DeleteDeal(ctx, tx, in) }); err != nil {
		return err
	}
	return r.Done("/deals")
}
