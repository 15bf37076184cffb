package journal

import (
	"context"
	"fmt"
	"reflect"

	"throughline/internal/clock"
	"throughline/internal/id"
	"throughline/internal/problem"
	"throughline/internal/store"
)

// Settler is given each deal an act touched.
type Settler func(ctx context.Context, tx *Tx, deal string) error

// Tx is one act under way. It reads like a Reader and is the only thing that writes.
type Tx struct {
	*Reader
	Actor Actor
	Act   string // as in 'evaluation.sign-off'
	ID    string // the act's own id: what undo names

	work    *store.Work
	pending *pending
	now     clock.Instant
	entries []Entry
	order   []string        // deals in the order they were locked
	locked  map[string]bool // deals
	wrote   bool
	words   map[string][]string // Journal.Words
	told    Told

	fresh      map[string]*fresh // deals that the act made
	remembered map[reflect.Type]any
	desk       *desk // nil in a story
}

// Now is the moment of the act: one for all its rows, never before the last act's.
func (tx *Tx) Now() clock.Instant { return tx.now }

var takeLock = store.SQL(`INSERT INTO journal_lock (workspace, deal, taken) VALUES ($1, $2, 1)
	ON CONFLICT (workspace, deal) DO UPDATE SET taken = journal_lock.taken + 1`)

// Lock makes other writers of the deal wait until this act is done, and has the deal
// settled at the end. Acts that decide on several rows of a deal lock it before they read.
func (tx *Tx) Lock(ctx context.Context, deal string) error {
	if deal == "" || tx.locked[deal] {
		return nil
	}
	if err := LockDeal(ctx, tx.work, tx.Workspace, deal); err != nil {
		return err
	}
	tx.locked[deal] = true
	tx.order = append(tx.order, deal)
	return nil
}

// LockDeal makes the writers of a deal wait until a transaction is done that keeps, outside of an
// act, what is derived of the deal.
func LockDeal(ctx context.Context, work *store.Work, workspace, deal string) error {
	return work.Later(ctx, takeLock, workspace, deal)
}

// Changes are the fields that the act changed so far of things of a kind.
func (tx *Tx) Changes(kind string) (out []Changed) {
	for _, e := range tx.entries {
		if e.Kind == kind {
			out = append(out, e.Changes()...)
		}
	}
	return out
}

// Derive runs a statement that keeps what is computed from journalled things (states,
// counters, search words). An act that only derives and records nothing fails.
func (tx *Tx) Derive(ctx context.Context, stmt store.Statement, args ...any) error {
	return tx.derive(ctx, nil, stmt, args...)
}

func (tx *Tx) derive(ctx context.Context, rows func(int64) error, stmt store.Statement, args ...any) error {
	tx.wrote = true
	if err := tx.pending.write(ctx); err != nil {
		return err
	}
	return tx.work.LaterCounted(ctx, rows, stmt, args...)
}

// DeriveRow has a row written, at the latest before anything is read, with others of its table
// in one statement. What is wrong with it is said then.
func (tx *Tx) DeriveRow(into *store.Into, values ...any) {
	tx.wrote = true
	tx.pending.add(into, values)
}

// Insert makes the thing: it gets an id (unless it brings one), the workspace and revision 1.
func Insert(ctx context.Context, tx *Tx, thing Thing) error {
	h := thing.Head()
	if h.ID == "" {
		h.ID = id.New(ctx)
	}
	h.Workspace, h.Revision = tx.Workspace, 1
	return tx.insert(ctx, thing)
}

func (tx *Tx) insert(ctx context.Context, thing Thing) error {
	h := thing.Head()
	v := reflect.ValueOf(thing).Elem()
	k := kindOf(v.Type())
	own := h.ID == h.Deal // the deal itself
	if !own {
		if err := tx.Lock(ctx, h.Deal); err != nil {
			return err
		}
	}
	if err := tx.close(ctx, k, v); err != nil {
		return err
	}
	now, err := k.imageOf(v)
	if err != nil {
		return err
	}
	values, err := k.values(v)
	if err != nil {
		return err
	}
	tx.DeriveRow(k.insert, values...)
	tx.record(k, h, nil, now)
	tx.desk.note(k, h, now)
	tx.tell(k, v, nil, now)
	if own {
		tx.begin(h.Deal, v)
	}
	return nil
}

// Update writes the thing over the revision it was read at. A stale one is refused with
// theirs and yours; one that changes nothing is left as it is.
func Update(ctx context.Context, tx *Tx, thing Thing) error {
	h := thing.Head()
	v := reflect.ValueOf(thing).Elem()
	k := kindOf(v.Type())
	if err := tx.Lock(ctx, h.Deal); err != nil {
		return err
	}
	old, ok, err := tx.standing(ctx, k, h)
	if err != nil {
		return err
	}
	if !ok {
		return problem.NotFound(k.Name, h.ID)
	}
	if had := old.Addr().Interface().(Thing).Head().Revision; had != h.Revision {
		return &problem.Error{Kind: problem.Stale, Theirs: old.Interface(), Yours: v.Interface(),
			What: fmt.Sprintf("This %s was changed while you were at it (revision %d, you read %d).", k.Name, had, h.Revision)}
	}
	k.keepSealed(old, v)
	if err := tx.close(ctx, k, v); err != nil {
		return err
	}
	was, err := k.imageOf(old)
	if err != nil {
		return err
	}
	now, err := k.imageOf(v)
	if err != nil {
		return err
	}
	whole := now
	if was, now = difference(was, now); len(now) == 0 {
		return nil
	}
	h.Revision++
	if err := tx.exec(ctx, k, k.update, v); err != nil {
		return err
	}
	tx.record(k, h, was, now)
	tx.desk.note(k, h, whole)
	tx.tell(k, v, was, now)
	return nil
}

// Delete takes the thing away. It stays in the journal.
func Delete(ctx context.Context, tx *Tx, thing Thing) error {
	h := thing.Head()
	v := reflect.ValueOf(thing).Elem()
	k := kindOf(v.Type())
	if err := tx.Lock(ctx, h.Deal); err != nil {
		return err
	}
	was, err := k.imageOf(v)
	if err != nil {
		return err
	}
	there := func(n int64) error {
		if n == 0 {
			return problem.NotFound(k.Name, h.ID)
		}
		return nil
	}
	if err := tx.derive(ctx, there, k.drop, tx.Workspace, h.ID); err != nil {
		return err
	}
	h.Revision++
	tx.record(k, h, was, nil)
	tx.desk.note(k, h, nil)
	tx.tell(k, v, was, nil)
	return nil
}

func (tx *Tx) exec(ctx context.Context, k *Kind, stmt store.Statement, v reflect.Value) error {
	args, err := k.values(v)
	if err != nil {
		return err
	}
	once := func(n int64) error {
		if n != 1 {
			return problem.New(problem.Stale, "This %s was changed at the same moment. Look again and repeat.", k.Name)
		}
		return nil
	}
	return tx.derive(ctx, once, stmt, args...)
}

// Erase throws away the key of a person outside; their words are gone with it.
func (tx *Tx) Erase(ctx context.Context, owner string) error {
	tx.wrote = true
	tx.told.Erased = append(tx.told.Erased, owner)
	return tx.ring.Erase(ctx, tx.work, owner, tx.now)
}

// Tie makes the key of an owner of words go with a person's (or, empty, with none's): who
// erases the person erases these words. Acts that tie are corrected, never undone.
func (tx *Tx) Tie(ctx context.Context, owner, person string) error {
	tx.wrote = true
	ok, err := tx.ring.Tie(ctx, tx.work, owner, person)
	if err == nil && !ok {
		err = problem.Refuse("This person was erased. Their words cannot be kept under the old name; add the person anew.")
	}
	return err
}
