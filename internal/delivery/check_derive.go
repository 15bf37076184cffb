package delivery

import (
	"context"

	"throughline/internal/account"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/thread"
)

// Derivation makes checks from requirements, one each, with the requirement's own measure.
type Derivation struct {
	Deal         string
	Requirements []string `json:"requirements"`
	Method       string   `json:"method"`
	Who          string   `json:"who"`
}

// DeriveChecks makes a check for each of the requirements that has none standing.
func DeriveChecks(ctx context.Context, tx *journal.Tx, in Derivation) ([]Check, error) {
	var c problem.Check
	c.Optional("method", in.Method, 2000)
	c.Optional("who", in.Who, 40)
	c.Fail(len(in.Requirements) > 0, "requirements", "Choose at least one requirement.")
	if err := c.Err(); err != nil {
		return nil, err
	}
	if _, err := account.Deal(ctx, tx, in.Deal); err != nil {
		return nil, err
	}
	all, err := Checks(ctx, tx, in.Deal)
	if err != nil {
		return nil, err
	}
	of, err := checksOf(ctx, tx, in.Deal, all)
	if err != nil {
		return nil, err
	}
	var made []Check
	n := nextCheck(all)
	for _, id := range in.Requirements {
		r, err := journal.Load[thread.Requirement](ctx, tx, id)
		if err != nil {
			return nil, err
		}
		if r.Deal != in.Deal {
			return nil, problem.NotFound("requirement", id)
		}
		if len(of[id]) > 0 || !r.Stands() {
			continue
		}
		k := Check{Row: journal.Row{Deal: in.Deal}, Number: n, Title: r.Statement, Measure: r.Measure, Method: in.Method, Who: in.Who, MadeAt: tx.Now()}
		if err := insertCheck(ctx, tx, &k, []string{id}); err != nil {
			return nil, err
		}
		of[id] = append(of[id], k)
		made = append(made, k)
		n++
	}
	return made, nil
}

// insertCheck keeps a new check and what it is derived from.
func insertCheck(ctx context.Context, tx *journal.Tx, k *Check, requirements []string) error {
	if err := journal.Insert(ctx, tx, k); err != nil {
		return err
	}
	return thread.ConnectAll(ctx, tx, k.Deal, "check", k.ID, thread.Derive, requirements)
}

func nextCheck(all []Check) int {
	if len(all) == 0 {
		return 1
	}
	return all[len(all)-1].Number + 1
}

// checksOf maps each requirement to its standing checks.
func checksOf(ctx context.Context, src journal.Source, deal string, all []Check) (map[string][]Check, error) {
	linked, err := thread.Linked(ctx, src, deal, "check", thread.Derive)
	if err != nil {
		return nil, err
	}
	byID := make(map[string]Check, len(all))
	for _, k := range all {
		if k.Withdrawn == "" {
			byID[k.ID] = k
		}
	}
	out := map[string][]Check{}
	for r, ids := range linked {
		for _, id := range ids {
			if k, ok := byID[id]; ok {
				out[r] = append(out[r], k)
			}
		}
	}
	return out, nil
}
