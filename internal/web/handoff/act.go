package handoff

import (
	"context"
	"strings"

	core "throughline/internal/handoff"
	"throughline/internal/journal"
	"throughline/internal/thread"
	"throughline/internal/web/kit"
)

// do decodes a form into an act's input, runs it and leads on to the next item at hand.
func do[In any](r *kit.Request, name string, in *In, act func(context.Context, *journal.Tx, In) error) error {
	if err := r.Decode(in); err != nil {
		return err
	}
	if err := r.Act(name, func(ctx context.Context, tx *journal.Tx) error { return act(ctx, tx, *in) }); err != nil {
		return err
	}
	return r.Done(r.DealPath(core.Crossing(r.PostForm.Get("crossing")).Room("", "")) + "#next")
}

func nameReceiver(r *kit.Request) error {
	return do(r, "handoff.name-receiver", &core.Naming{Deal: r.Deal.ID}, core.NameReceiver)
}

// sign records the signature; each requirement was marked bought, implied or not.
func sign(r *kit.Request) error {
	in := &core.Signature{Deal: r.Deal.ID, Bought: map[string]thread.Bought{}}
	for name, values := range r.PostForm {
		if id, ok := strings.CutPrefix(name, "bought."); ok && len(values) > 0 {
			in.Bought[id] = thread.Bought(values[0])
		}
	}
	return do(r, "handoff.sign", in, func(ctx context.Context, tx *journal.Tx, in core.Signature) error {
		_, err := core.Sign(ctx, tx, in)
		return err
	})
}

func withdrawSignature(r *kit.Request) error {
	return do(r, "handoff.withdraw-signature", &core.SignatureWithdrawal{Deal: r.Deal.ID}, core.WithdrawSignature)
}

func accept(r *kit.Request) error {
	return do(r, "handoff.accept", &core.Acceptance{Deal: r.Deal.ID}, core.Accept)
}

func query(r *kit.Request) error {
	return do(r, "handoff.query", &core.Doubt{Deal: r.Deal.ID}, core.Query)
}

func giveBack(r *kit.Request) error {
	return do(r, "handoff.return", &core.Refusal{Deal: r.Deal.ID}, core.Return)
}

func void(r *kit.Request) error {
	return do(r, "handoff.void", &core.Voiding{Deal: r.Deal.ID}, core.Void)
}

func answer(r *kit.Request) error {
	return do(r, "handoff.answer", &core.Reply{Deal: r.Deal.ID}, func(ctx context.Context, tx *journal.Tx, in core.Reply) error {
		_, err := core.Answer(ctx, tx, in)
		return err
	})
}

func withdraw(r *kit.Request) error {
	return do(r, "handoff.withdraw", &core.Retreat{Deal: r.Deal.ID}, core.Withdraw)
}

func reoffer(r *kit.Request) error {
	return do(r, "handoff.reoffer", &core.Retreat{Deal: r.Deal.ID}, core.Reoffer)
}

func mark(r *kit.Request) error {
	return do(r, "handoff.mark", &core.Mark{Deal: r.Deal.ID}, core.MarkBought)
}

func handOver(r *kit.Request) error {
	return do(r, "handoff.run", &core.RunHandoff{Deal: r.Deal.ID}, func(ctx context.Context, tx *journal.Tx, in core.RunHandoff) error {
		_, err := core.HandOver(ctx, tx, in)
		return err
	})
}

func withdrawRun(r *kit.Request) error {
	return do(r, "handoff.withdraw-run", &core.RunWithdrawal{Deal: r.Deal.ID}, core.WithdrawRun)
}
