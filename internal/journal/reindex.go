package journal

import (
	"context"
	"errors"
	"maps"
	"reflect"
	"slices"

	"throughline/internal/store"
)

// atOnce is how many things one transaction of Reindex tells.
const atOnce = 500

// Reindex tells Index every thing of the workspace that search reads, as it stands, some hundreds
// in a transaction, and gives how many they were. Acts may go on beside it. It is for a database
// that was made before there was an index, or was restored without one.
func (j *Journal) Reindex(ctx context.Context, workspace string) (things int, err error) {
	for _, name := range slices.Sorted(maps.Keys(j.Words)) {
		k := kindsByName[name]
		for after, more := "", true; more; {
			var n int
			for try := 1; ; try++ {
				var last string
				n, last, err = j.retell(ctx, workspace, k, after)
				// A duplicate is an act's, which told of the same thing meanwhile.
				again := errors.Is(err, errMoved) || store.IsRetry(err) || store.IsDuplicate(err)
				if !again || try == tries {
					after = last
					break
				}
			}
			if err != nil {
				return things, err
			}
			things += n
			more = n == atOnce
		}
	}
	return things, nil
}

// errMoved says that an act changed a thing between its reading and its telling.
var errMoved = errors.New("a thing was changed meanwhile")

// moved says whether a thing that was read has another revision now, or is gone.
func moved(was, now reflect.Value) bool {
	revisions := make(map[string]int64, now.Len())
	for i := range now.Len() {
		h := now.Index(i).Addr().Interface().(Thing).Head()
		revisions[h.ID] = h.Revision
	}
	for i := range was.Len() {
		if h := was.Index(i).Addr().Interface().(Thing).Head(); revisions[h.ID] != h.Revision {
			return true
		}
	}
	return false
}

// retell tells of the things of a kind that come after one, and gives their number and the last.
func (j *Journal) retell(ctx context.Context, workspace string, k *Kind, after string) (n int, last string, err error) {
	next := k.selecting("id > $2 ORDER BY id LIMIT $3")
	err = j.DB.Housekeeping(ctx, store.Index, func(raw *store.Work) error {
		waits := newPending(raw)
		tx := &Tx{Reader: Read(waits, workspace), work: raw, pending: waits, locked: map[string]bool{}, words: j.Words, remembered: map[reflect.Type]any{}}
		all, err := tx.query(ctx, k, next, workspace, after, atOnce)
		if err != nil {
			return err
		}
		n = all.Len()
		for i := range n {
			s := k.spoken(j.Words[k.Name], all.Index(i), false)
			tx.told.Things, last = append(tx.told.Things, s), s.ID
		}
		if err := j.Index(ctx, tx, tx.told); err != nil {
			return err
		}
		if err := waits.write(ctx); err != nil {
			return err
		}
		now, err := tx.scan(ctx, k, next, workspace, after, atOnce)
		if err == nil && moved(all, now) {
			err = errMoved
		}
		return err
	})
	return n, last, err
}
