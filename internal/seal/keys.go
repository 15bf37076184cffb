package seal

import (
	"context"
	"crypto/rand"

	"throughline/internal/clock"
	"throughline/internal/store"
)

var (
	keyOf  = store.SQL(`SELECT secret FROM seal_key WHERE workspace = $1 AND owner = $2`)
	addKey = store.SQL(`INSERT INTO seal_key (workspace, owner, goes_with, secret, erased_at)
		VALUES ($1, $2, '', $3, 0) ON CONFLICT (workspace, owner) DO NOTHING`)
	eraseKey = store.SQL(`INSERT INTO seal_key (workspace, owner, goes_with, secret, erased_at)
		VALUES ($1, $2, '', $3, $4)
		ON CONFLICT (workspace, owner) DO UPDATE SET secret = excluded.secret, erased_at = excluded.erased_at`)
	eraseTied = store.SQL(`UPDATE seal_key SET secret = $3, erased_at = $4 WHERE workspace = $1 AND goes_with = $2`)
	tieKey    = store.SQL(`UPDATE seal_key SET goes_with = $3 WHERE workspace = $1 AND owner = $2`)
	allKeys   = store.SQL(`SELECT owner, secret FROM seal_key WHERE workspace = $1`)
)

// From how many unknown owners on one statement asks for several keys, and from how many it
// is cheaper to fetch every key of the workspace at once.
const (
	several = 1
	many    = 2000
)

var (
	keysOfTen     = store.SQL(`SELECT owner, secret FROM seal_key WHERE workspace = $1 AND owner IN (` + store.Places(2, store.Ten) + `)`)
	keysOfHundred = store.SQL(`SELECT owner, secret FROM seal_key WHERE workspace = $1 AND owner IN (` + store.Places(2, store.Hundred) + `)`)
)

// Ring is the keys that one read or one transaction has needed so far. It lives no longer
// than that, so an erased key is gone for the next.
type Ring struct {
	Workspace string
	keys      map[string][]byte
}

// Learn fetches the keys of the owners that the ring does not know yet.
func (r *Ring) Learn(ctx context.Context, q store.Querier, owners []string) error {
	if r.keys == nil {
		r.keys = map[string][]byte{}
	}
	var want []string
	for _, o := range owners {
		if _, known := r.keys[o]; !known {
			want = append(want, o)
			r.keys[o] = nil
		}
	}
	if len(want) > many {
		return r.learnAll(ctx, q)
	}
	if len(want) > several {
		return r.learnSeveral(ctx, q, want)
	}
	for _, o := range want {
		k, _, err := store.One[[]byte](ctx, q, keyOf, r.Workspace, o)
		if err != nil {
			return err
		}
		r.keys[o] = k
	}
	return nil
}

type ownedKey struct {
	Owner  string
	Secret []byte
}

func (r *Ring) learnSeveral(ctx context.Context, q store.Querier, owners []string) error {
	ask := func(stmt store.Statement, places []any) error {
		all, err := store.List[ownedKey](ctx, q, stmt, append([]any{r.Workspace}, places...)...)
		for _, p := range all {
			r.keys[p.Owner] = p.Secret
		}
		return err
	}
	if len(owners) <= store.Ten {
		return ask(keysOfTen, store.Filled(owners, store.Ten))
	}
	return store.Hundreds(owners, func(places []any) error { return ask(keysOfHundred, places) })
}

func (r *Ring) learnAll(ctx context.Context, q store.Querier) error {
	all, err := store.List[ownedKey](ctx, q, allKeys, r.Workspace)
	for _, p := range all {
		r.keys[p.Owner] = p.Secret
	}
	return err
}

// Key is the owner's key, if learned and not erased.
func (r *Ring) Key(owner string) []byte { return r.keys[owner] }

// Make gives the owner's key, making it first if there is none. An erased owner gets none:
// nothing more can be kept under that name.
func (r *Ring) Make(ctx context.Context, tx *store.Work, owner string) ([]byte, error) {
	if k := r.keys[owner]; len(k) > 0 {
		return k, nil
	}
	fresh := make([]byte, 32)
	_, _ = rand.Read(fresh)
	res, err := tx.ExecContext(ctx, string(addKey), r.Workspace, owner, fresh)
	if err != nil {
		return nil, store.Explain(err)
	}
	if r.keys == nil {
		r.keys = map[string][]byte{}
	}
	if n, err := res.RowsAffected(); err == nil && n == 1 {
		r.keys[owner] = fresh
		return fresh, nil
	}
	k, _, err := store.One[[]byte](ctx, tx, keyOf, r.Workspace, owner) // it had one, or was erased
	r.keys[owner] = k
	return k, err
}

// Erase throws the owner's key away for good, and with it every key that goes with it.
func (r *Ring) Erase(ctx context.Context, tx *store.Work, owner string, at clock.Instant) error {
	r.keys = nil
	if _, err := tx.ExecContext(ctx, string(eraseKey), r.Workspace, owner, []byte{}, at); err != nil {
		return store.Explain(err)
	}
	_, err := tx.ExecContext(ctx, string(eraseTied), r.Workspace, owner, []byte{}, at)
	return store.Explain(err)
}

// Tie makes the owner's key go with another's, or with none: erasing that one erases this one
// too. A voice on a call has a key of its own and is tied to whoever it turns out to be, so
// that naming somebody else later moves every word, in tables and journal, without writing
// one of them again. False when the one it would go with was erased.
func (r *Ring) Tie(ctx context.Context, tx *store.Work, owner, with string) (bool, error) {
	if _, err := r.Make(ctx, tx, owner); err != nil {
		return false, err
	}
	if with != "" {
		if k, err := r.Make(ctx, tx, with); err != nil || len(k) == 0 {
			return false, err
		}
	}
	_, err := tx.ExecContext(ctx, string(tieKey), r.Workspace, owner, with)
	return err == nil, store.Explain(err)
}
