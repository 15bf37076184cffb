package journal

import (
	"context"
	"reflect"

	"throughline/internal/problem"
	"throughline/internal/store"
)

var entriesOfAct = store.SQL(`SELECT ` + entryColumns + ` FROM journal
	WHERE workspace = $1 AND act_id = $2 ORDER BY seq DESC`)

// Undo writes back what the act's rows say was before. It is refused when the act is final,
// when it is someone else's, or when anything of it was touched since. The undo is an act of
// its own and can itself be undone.
func (j *Journal) Undo(ctx context.Context, who Actor, actID string) (Receipt, error) {
	return j.Write(ctx, who, "undo", func(ctx context.Context, tx *Tx) error {
		entries, err := store.List[Entry](ctx, tx.Q, entriesOfAct, tx.Workspace, actID)
		if err != nil {
			return err
		}
		if err := j.mayUndo(who, actID, entries); err != nil {
			return err
		}
		for _, e := range entries {
			if err := tx.Lock(ctx, e.Deal); err != nil {
				return err
			}
		}
		for _, e := range entries {
			if err := tx.revert(ctx, e); err != nil {
				return err
			}
		}
		return nil
	})
}

func (j *Journal) mayUndo(who Actor, actID string, entries []Entry) error {
	if len(entries) == 0 {
		return problem.NotFound("act", actID)
	}
	e := entries[0]
	if e.Actor != who.Person {
		return problem.New(problem.Forbidden, "Only the person who did it can undo it.")
	}
	if j.Final[e.Act] {
		return problem.Refuse("This was signed, approved or decided (%s). It is withdrawn by an act of its own, not undone.", e.Act)
	}
	return nil
}

func (tx *Tx) revert(ctx context.Context, e Entry) error {
	k := kindsByName[e.Kind]
	if k == nil {
		return problem.Refuse("This program does not know what a %s is, so it cannot undo it.", e.Kind)
	}
	was, err := parseImage(e.Was)
	if err != nil {
		return err
	}
	if e.Now == "" {
		return tx.bringBack(ctx, k, e, was)
	}
	old, ok, err := tx.byID(ctx, k, e.Thing)
	if err != nil {
		return err
	}
	if !ok || old.Addr().Interface().(Thing).Head().Revision != e.Revision {
		return problem.Refuse("The %s was changed since. Undo the later change first, or edit it.", k.Name)
	}
	v := reflect.New(k.typ)
	v.Elem().Set(old)
	if e.Was == "" {
		if k.Guard != nil {
			if err := k.Guard(ctx, tx, e.Thing); err != nil {
				return err
			}
		}
		return Delete(ctx, tx, v.Interface().(Thing))
	}
	if err := k.fill(v.Elem(), was); err != nil {
		return err
	}
	return Update(ctx, tx, v.Interface().(Thing))
}

// bringBack makes a removed thing again, one revision on from its removal.
func (tx *Tx) bringBack(ctx context.Context, k *Kind, e Entry, was image) error {
	v := reflect.New(k.typ)
	thing := v.Interface().(Thing)
	*thing.Head() = Row{ID: e.Thing, Workspace: e.Workspace, Deal: e.Deal, Revision: e.Revision + 1}
	if err := k.fill(v.Elem(), was); err != nil {
		return err
	}
	return tx.insert(ctx, thing)
}
