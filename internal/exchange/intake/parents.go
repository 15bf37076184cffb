package intake

import (
	"context"
	"errors"

	"throughline/internal/account"
	"throughline/internal/journal"
	"throughline/internal/problem"
)

// childOf is a thing that belongs to, or begins from, one that was not here when it came.
type childOf struct {
	kind   thingKind
	system string
	child  string // our id
	parent string // the CRM's id
}

// joinParents links what came before the thing it refers to. It is part of making it, so it
// counts nothing.
func (t *taking) joinParents(ctx context.Context) error {
	for from := 0; from < len(t.parents); from += batchRows {
		some := t.parents[from:min(from+batchRows, len(t.parents))]
		receipt, err := t.j.Write(ctx, t.who, "import.crm", func(ctx context.Context, tx *journal.Tx) error { return joinSome(ctx, tx, some) })
		if err != nil {
			return err
		}
		if receipt.Act != "" {
			t.report.Acts = append(t.report.Acts, receipt.Act)
		}
	}
	return nil
}

func joinSome(ctx context.Context, tx *journal.Tx, some []childOf) error {
	var ids wanted
	for _, c := range some {
		ids.add(c.parent)
	}
	parents := map[string]string{} // kind, system and the CRM's id: our id
	above, err := account.AccountsByExternal(ctx, tx.Reader, ids.list)
	if err != nil {
		return err
	}
	for _, a := range above {
		stands, err := account.Standing(ctx, tx, a)
		if err != nil {
			return err
		}
		parents[string(accounts)+key(a.Source, a.ExternalID)] = stands.ID
	}
	before, err := account.DealsByExternal(ctx, tx.Reader, ids.list)
	if err != nil {
		return err
	}
	for _, d := range before {
		parents[string(opportunities)+key(d.Source, d.ExternalID)] = d.ID
	}
	for _, c := range some {
		parent := parents[string(c.kind)+key(c.system, c.parent)]
		if parent == "" || parent == c.child {
			continue
		}
		if err := joinOne(ctx, tx, c, parent); err != nil {
			return err
		}
	}
	return nil
}

func joinOne(ctx context.Context, tx *journal.Tx, c childOf, parent string) error {
	if c.kind == accounts {
		a, err := journal.Load[account.Account](ctx, tx, c.child)
		if err != nil {
			return gone(err)
		}
		a.Parent = parent
		return journal.Update(ctx, tx, &a)
	}
	d, err := account.Deal(ctx, tx, c.child)
	if err != nil {
		return gone(err)
	}
	d.BeginsFrom = parent
	return journal.Update(ctx, tx, &d)
}

// gone passes over what was removed meanwhile.
func gone(err error) error {
	if problem.Of(err) == problem.Missing {
		return nil
	}
	return errors.Join(err)
}
