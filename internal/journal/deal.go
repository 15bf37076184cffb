package journal

import (
	"context"
	"maps"
	"slices"
)

// DeleteDeal takes away everything that belongs to a deal, of every kind, the deal's own row
// last. All of it stays in the journal.
func DeleteDeal(ctx context.Context, tx *Tx, deal string) error {
	if err := tx.Lock(ctx, deal); err != nil {
		return err
	}
	var own Thing
	err := eachOf(ctx, tx, deal, func(thing Thing) error {
		if thing.Head().ID == deal {
			own = thing
			return nil
		}
		return Delete(ctx, tx, thing)
	})
	if err != nil || own == nil {
		return err
	}
	return Delete(ctx, tx, own)
}

// HeldByDeal counts what belongs to a deal beside its own row.
func HeldByDeal(ctx context.Context, tx *Tx, deal string) (int, error) {
	n := 0
	err := eachOf(ctx, tx, deal, func(thing Thing) error {
		if thing.Head().ID != deal {
			n++
		}
		return nil
	})
	return n, err
}

// eachOf gives every thing of the deal, kind by kind in the order of their names.
func eachOf(ctx context.Context, tx *Tx, deal string, do func(Thing) error) error {
	for _, name := range slices.Sorted(maps.Keys(kindsByName)) {
		things, err := tx.ofDeal(ctx, kindsByName[name], deal)
		if err != nil {
			return err
		}
		for i := range things.Len() {
			if err := do(things.Index(i).Addr().Interface().(Thing)); err != nil {
				return err
			}
		}
	}
	return nil
}
