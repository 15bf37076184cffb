package thread

import (
	"context"
	"fmt"

	"throughline/internal/journal"
	"throughline/internal/problem"
	core "throughline/internal/thread"
	"throughline/internal/web/kit"
)

// promiseOf loads the promise the path names, of this deal.
func promiseOf(r *kit.Request) (core.Promise, error) {
	p, err := journal.Load[core.Promise](r.Ctx(), r.Reader, r.PathValue("id"))
	if err == nil && p.Deal != r.Deal.ID {
		err = problem.NotFound("promise", r.PathValue("id"))
	}
	return p, err
}

func showPromise(r *kit.Request) error {
	p, err := promiseOf(r)
	if err != nil {
		return err
	}
	shell, err := r.DealShell(fmt.Sprintf("Promise P%d", p.Number), "Thread")
	if err != nil {
		return err
	}
	key := ""
	if p.Requirement != "" {
		req, err := journal.Load[core.Requirement](r.Ctx(), r.Reader, p.Requirement)
		if err != nil {
			return err
		}
		key = req.Key(r.Deal.Prefix)
	}
	return r.Draw(promisePage(shell, r, p, key))
}

// settle moves the promise on.
func settle(r *kit.Request) error {
	p, err := promiseOf(r)
	if err != nil {
		return err
	}
	var in core.Settlement
	if err := r.Decode(&in); err != nil {
		return err
	}
	in.ID = p.ID
	if err := r.Act("promise.settle", func(ctx context.Context, tx *journal.Tx) error {
		_, err := core.SettlePromise(ctx, tx, in)
		return err
	}); err != nil {
		return err
	}
	return r.Done(r.DealPath("promises/" + p.ID))
}
