package api

import (
	"context"

	"throughline/internal/auth"
	"throughline/internal/blob"
	core "throughline/internal/delivery"
	"throughline/internal/journal"
	"throughline/internal/thread"
)

func init() { operations = append(operations, checks, gates, goLive) }

// checkPart is a check with what it proves and every result, oldest first.
type checkPart struct {
	core.Check
	Requirements []string           `json:"requirements"` // ids
	Results      []core.CheckResult `json:"results"`
}

// checks prove requirements where they will run.
func checks(s *server) {
	read(s, op{"/deals/{deal}/checks", "List a deal's checks with their results", auth.See}, func(ctx context.Context, c *caller) (Page[checkPart], error) {
		out := Page[checkPart]{Items: []checkPart{}}
		all, err := core.Checks(ctx, c.Reader, c.Deal.ID)
		if err != nil {
			return out, err
		}
		results, err := core.Results(ctx, c.Reader, c.Deal.ID)
		if err != nil {
			return out, err
		}
		linked, err := thread.Linked(ctx, c.Reader, c.Deal.ID, "check", thread.Derive)
		for _, k := range all {
			out.Items = append(out.Items, checkPart{k, linkedTo(linked, k.ID), append([]core.CheckResult{}, results[k.ID]...)})
		}
		return out, err
	})
	read(s, op{"/deals/{deal}/checks/{id}", "Get one check", auth.See}, oneOf[core.Check])
	act(s, op{"/deals/{deal}/checks", "Add a check", auth.Build}, "delivery.add-check",
		func(ctx context.Context, tx *journal.Tx, c *caller, in core.NewCheck) (*core.Check, error) {
			in.Deal = c.Deal.ID
			k, err := core.AddCheck(ctx, tx, in)
			return &k, err
		})
	act(s, op{"/deals/{deal}/checks/derive", "Derive checks from requirements", auth.Build}, "delivery.derive-checks",
		func(ctx context.Context, tx *journal.Tx, c *caller, in core.Derivation) (Page[core.Check], error) {
			in.Deal = c.Deal.ID
			made, err := core.DeriveChecks(ctx, tx, in)
			return Page[core.Check]{Items: append([]core.Check{}, made...)}, err
		})
	edit(s, op{"/deals/{deal}/checks/{id}", "Edit a check", auth.Build}, "delivery.edit-check",
		onThing[core.Check](func(ctx context.Context, tx *journal.Tx, c *caller, in core.CheckEdit) (core.Check, error) {
			in.ID, in.Revision = c.ID, c.Revision
			return core.EditCheck(ctx, tx, in)
		}))
	move(s, op{"/deals/{deal}/checks/{id}/withdraw", "Withdraw a check", auth.Build}, "delivery.withdraw-check",
		back[core.Check](func(ctx context.Context, tx *journal.Tx, c *caller, in reason) error {
			return core.WithdrawCheck(ctx, tx, c.ID, c.Revision, in.Why)
		}))
	act(s, op{"/deals/{deal}/checks/{id}/results", "Record a result of a check", auth.Build}, "delivery.record-result",
		onThing[core.Check](func(ctx context.Context, tx *journal.Tx, c *caller, in core.NewResult) (core.CheckResult, error) {
			in.Check = c.ID
			for _, a := range in.Evidence {
				if a.Hash != "" {
					if err := c.findFile(ctx, &blob.File{Hash: a.Hash}, "evidence"); err != nil {
						return core.CheckResult{}, err
					}
				}
			}
			return core.RecordResult(ctx, tx, in)
		}))
}

// reason says why something no longer holds.
type reason struct {
	Why string `json:"why"`
}

// gatePart is a gate with how each of its criteria stands today.
type gatePart struct {
	core.Gate
	Passed   bool      `json:"passed"`
	Findings []finding `json:"findings"`
}

type finding struct {
	Says    string   `json:"says"`
	Holds   bool     `json:"holds"`
	Missing []string `json:"missing"` // keys of what stands in the way
}

// gates are points that delivery passes only when what they ask holds.
func gates(s *server) {
	read(s, op{"/deals/{deal}/gates", "List a deal's gates, judged as the thread stands", auth.See}, func(ctx context.Context, c *caller) (Page[gatePart], error) {
		out := Page[gatePart]{Items: []gatePart{}}
		t, err := c.thread(ctx)
		if err != nil {
			return out, err
		}
		all, err := core.Gates(ctx, c.Reader, c.Deal.ID)
		for _, g := range all {
			judged := core.Judge(g, &t.Picture)
			part := gatePart{Gate: g, Passed: core.Passed(judged)}
			for _, f := range judged {
				part.Findings = append(part.Findings, finding{f.Says, f.Holds, append([]string{}, f.Missing...)})
			}
			out.Items = append(out.Items, part)
		}
		return out, err
	})
	read(s, op{"/deals/{deal}/gates/{id}", "Get one gate", auth.See}, oneOf[core.Gate])
	act(s, op{"/deals/{deal}/gates", "Set up a gate", auth.Build}, "delivery.add-gate",
		func(ctx context.Context, tx *journal.Tx, c *caller, in core.NewGate) (*core.Gate, error) {
			in.Deal = c.Deal.ID
			g, err := core.AddGate(ctx, tx, in)
			return &g, err
		})
	move(s, op{"/deals/{deal}/gates/{id}/sign", "Record a role's signature of a gate", auth.Build}, "delivery.sign-gate",
		onThing[core.Gate](func(ctx context.Context, tx *journal.Tx, c *caller, in core.GateSignature) (core.Gate, error) {
			in.Gate, in.Revision = c.ID, c.Revision
			return core.SignGate(ctx, tx, in)
		}))
	type role struct {
		Role string `json:"role"`
	}
	move(s, op{"/deals/{deal}/gates/{id}/withdraw", "Withdraw a role's signature of a gate", auth.Build}, "delivery.withdraw-gate-signature",
		onThing[core.Gate](func(ctx context.Context, tx *journal.Tx, c *caller, in role) (core.Gate, error) {
			return core.WithdrawGateSignature(ctx, tx, c.ID, c.Revision, in.Role)
		}))
	move(s, op{"/deals/{deal}/gates/{id}/remove", "Remove a gate", auth.Build}, "delivery.remove-gate", removing[core.Gate](core.RemoveGate))
}

// goLive are the decisions.
func goLive(s *server) {
	read(s, op{"/deals/{deal}/go-live", "List a deal's go-live decisions, oldest first", auth.See}, func(ctx context.Context, c *caller) (Page[core.GoLive], error) {
		all, err := core.Decisions(ctx, c.Reader, c.Deal.ID)
		return Page[core.GoLive]{Items: append([]core.GoLive{}, all...)}, err
	})
	act(s, op{"/deals/{deal}/go-live", "Record a go-live decision", auth.Build}, "delivery.go-live",
		func(ctx context.Context, tx *journal.Tx, c *caller, in core.Decision) (*core.GoLive, error) {
			in.Deal = c.Deal.ID
			g, err := core.Decide(ctx, tx, in)
			return &g, err
		})
	read(s, op{"/deals/{deal}/go-live/{id}", "Get one go-live decision", auth.See}, oneOf[core.GoLive])
	move(s, op{"/deals/{deal}/go-live/{id}/withdraw", "Withdraw a go-live decision", auth.Build}, "delivery.withdraw-go-live",
		back[core.GoLive](func(ctx context.Context, tx *journal.Tx, c *caller, in reason) error {
			return core.WithdrawDecision(ctx, tx, c.ID, c.Revision, in.Why)
		}))
	move(s, op{"/deals/{deal}/go-live/{id}/end-hypercare", "End the hypercare of a go-live decision", auth.Build}, "delivery.end-hypercare",
		onThing[core.GoLive](func(ctx context.Context, tx *journal.Tx, c *caller, in core.HypercareEnd) (core.GoLive, error) {
			in.ID, in.Revision = c.ID, c.Revision
			return core.EndHypercare(ctx, tx, in)
		}))
}
