package api

import (
	"context"

	"throughline/internal/api/rest"
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
func checks(s *rest.Server) {
	rest.Read(s, rest.On("/deals/{deal}/checks", "List a deal's checks with their results", auth.See), func(ctx context.Context, c *rest.Caller) (rest.Page[checkPart], error) {
		out := rest.Page[checkPart]{Items: []checkPart{}}
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
	rest.Read(s, rest.On("/deals/{deal}/checks/{id}", "Get one check", auth.See), rest.OneOf[core.Check])
	rest.Act(s, rest.On("/deals/{deal}/checks", "Add a check", auth.Build), "delivery.add-check",
		func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in core.NewCheck) (*core.Check, error) {
			in.Deal = c.Deal.ID
			k, err := core.AddCheck(ctx, tx, in)
			return &k, err
		})
	rest.Act(s, rest.On("/deals/{deal}/checks/derive", "Derive checks from requirements", auth.Build), "delivery.derive-checks",
		func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in core.Derivation) (rest.Page[core.Check], error) {
			in.Deal = c.Deal.ID
			made, err := core.DeriveChecks(ctx, tx, in)
			return rest.Page[core.Check]{Items: append([]core.Check{}, made...)}, err
		})
	rest.Edit(s, rest.On("/deals/{deal}/checks/{id}", "Edit a check", auth.Build), "delivery.edit-check",
		rest.OnThing[core.Check](func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in core.CheckEdit) (core.Check, error) {
			in.ID, in.Revision = c.ID, c.Revision
			return core.EditCheck(ctx, tx, in)
		}))
	rest.Move(s, rest.On("/deals/{deal}/checks/{id}/withdraw", "Withdraw a check", auth.Build), "delivery.withdraw-check",
		rest.Back[core.Check](func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in reason) error {
			return core.WithdrawCheck(ctx, tx, c.ID, c.Revision, in.Why)
		}))
	rest.Act(s, rest.On("/deals/{deal}/checks/{id}/results", "Record a result of a check", auth.Build), "delivery.record-result",
		rest.OnThing[core.Check](func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in core.NewResult) (core.CheckResult, error) {
			in.Check = c.ID
			for _, a := range in.Evidence {
				if a.Hash != "" {
					if err := c.FindFile(ctx, &blob.File{Hash: a.Hash}, "evidence"); err != nil {
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
func gates(s *rest.Server) {
	rest.Read(s, rest.On("/deals/{deal}/gates", "List a deal's gates, judged as the thread stands", auth.See), func(ctx context.Context, c *rest.Caller) (rest.Page[gatePart], error) {
		out := rest.Page[gatePart]{Items: []gatePart{}}
		t, err := threadNow(ctx, c)
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
	rest.Read(s, rest.On("/deals/{deal}/gates/{id}", "Get one gate", auth.See), rest.OneOf[core.Gate])
	rest.Act(s, rest.On("/deals/{deal}/gates", "Set up a gate", auth.Build), "delivery.add-gate",
		func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in core.NewGate) (*core.Gate, error) {
			in.Deal = c.Deal.ID
			g, err := core.AddGate(ctx, tx, in)
			return &g, err
		})
	rest.Move(s, rest.On("/deals/{deal}/gates/{id}/sign", "Record a role's signature of a gate", auth.Build), "delivery.sign-gate",
		rest.OnThing[core.Gate](func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in core.GateSignature) (core.Gate, error) {
			in.Gate, in.Revision = c.ID, c.Revision
			return core.SignGate(ctx, tx, in)
		}))
	type role struct {
		Role string `json:"role"`
	}
	rest.Move(s, rest.On("/deals/{deal}/gates/{id}/withdraw", "Withdraw a role's signature of a gate", auth.Build), "delivery.withdraw-gate-signature",
		rest.OnThing[core.Gate](func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in role) (core.Gate, error) {
			return core.WithdrawGateSignature(ctx, tx, c.ID, c.Revision, in.Role)
		}))
	rest.Move(s, rest.On("/deals/{deal}/gates/{id}/remove", "Remove a gate", auth.Build), "delivery.remove-gate", rest.Removing[core.Gate](core.RemoveGate))
}

// goLive are the decisions.
func goLive(s *rest.Server) {
	rest.Read(s, rest.On("/deals/{deal}/go-live", "List a deal's go-live decisions, oldest first", auth.See), func(ctx context.Context, c *rest.Caller) (rest.Page[core.GoLive], error) {
		all, err := core.Decisions(ctx, c.Reader, c.Deal.ID)
		return rest.Page[core.GoLive]{Items: append([]core.GoLive{}, all...)}, err
	})
	rest.Act(s, rest.On("/deals/{deal}/go-live", "Record a go-live decision", auth.Build), "delivery.go-live",
		func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in core.Decision) (*core.GoLive, error) {
			in.Deal = c.Deal.ID
			g, err := core.Decide(ctx, tx, in)
			return &g, err
		})
	rest.Read(s, rest.On("/deals/{deal}/go-live/{id}", "Get one go-live decision", auth.See), rest.OneOf[core.GoLive])
	rest.Move(s, rest.On("/deals/{deal}/go-live/{id}/withdraw", "Withdraw a go-live decision", auth.Build), "delivery.withdraw-go-live",
		rest.Back[core.GoLive](func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in reason) error {
			return core.WithdrawDecision(ctx, tx, c.ID, c.Revision, in.Why)
		}))
	rest.Move(s, rest.On("/deals/{deal}/go-live/{id}/end-hypercare", "End the hypercare of a go-live decision", auth.Build), "delivery.end-hypercare",
		rest.OnThing[core.GoLive](func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in core.HypercareEnd) (core.GoLive, error) {
			in.ID, in.Revision = c.ID, c.Revision
			return core.EndHypercare(ctx, tx, in)
		}))
}
