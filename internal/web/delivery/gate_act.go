package delivery

import (
	"context"
	"strings"

	"throughline/internal/clock"
	core "throughline/internal/delivery"
	"throughline/internal/journal"
	"throughline/internal/thread"
	"throughline/internal/web/kit"
)

// gateTyped is a gate as the form asks for it.
type gateTyped struct {
	Name      string          `json:"name"`
	Due       clock.Date      `json:"due"`
	Station   string          `json:"station"`
	Priority  thread.Priority `json:"priority"`
	NoPromise bool            `json:"no_promise"`
	NoBreak   bool            `json:"no_break"`
	Roles     string          `json:"roles"`
}

func addGate(r *kit.Request) error {
	var typed gateTyped
	if err := r.Decode(&typed); err != nil {
		return err
	}
	in := core.NewGate{Deal: r.Deal.ID, Name: typed.Name, Due: typed.Due}
	if typed.Station != "" {
		k := core.GateCriterion{Kind: core.AtStation, Priority: typed.Priority}
		if err := k.Station.UnmarshalText([]byte(typed.Station)); err != nil {
			return fault("station", "%s.", err)
		}
		in.Criteria = append(in.Criteria, k)
	}
	if typed.NoPromise {
		in.Criteria = append(in.Criteria, core.GateCriterion{Kind: core.NoPromise})
	}
	if typed.NoBreak {
		in.Criteria = append(in.Criteria, core.GateCriterion{Kind: core.NoBreak})
	}
	for role := range strings.Lines(typed.Roles) {
		if role = strings.TrimSpace(role); role != "" {
			in.Criteria = append(in.Criteria, core.GateCriterion{Kind: core.SignedByRole, Role: role})
		}
	}
	return done(r, "delivery.add-gate", gatesView, "", func(ctx context.Context, tx *journal.Tx) error {
		_, err := core.AddGate(ctx, tx, in)
		return err
	})
}

func signGate(r *kit.Request) error {
	g, err := mine[core.Gate](r, "gate")
	if err != nil {
		return err
	}
	in := core.GateSignature{}
	if err := r.Decode(&in); err != nil {
		return err
	}
	in.Gate = g.ID
	return done(r, "delivery.sign-gate", gatesView, g.ID, func(ctx context.Context, tx *journal.Tx) error {
		_, err := core.SignGate(ctx, tx, in)
		return err
	})
}

func withdrawGateSignature(r *kit.Request) error {
	return onGate(r, "delivery.withdraw-gate-signature", func(ctx context.Context, tx *journal.Tx, id string, revision int64) error {
		_, err := core.WithdrawGateSignature(ctx, tx, id, revision, r.FormValue("role"))
		return err
	})
}

func removeGate(r *kit.Request) error { return onGate(r, "delivery.remove-gate", core.RemoveGate) }

func onGate(r *kit.Request, act string, do func(ctx context.Context, tx *journal.Tx, id string, revision int64) error) error {
	g, err := mine[core.Gate](r, "gate")
	if err != nil {
		return err
	}
	revision, err := read(r)
	if err != nil {
		return err
	}
	return done(r, act, gatesView, "", func(ctx context.Context, tx *journal.Tx) error { return do(ctx, tx, g.ID, revision) })
}
