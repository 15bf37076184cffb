package auth

import (
	"context"
	"time"

	"throughline/internal/clock"
	"throughline/internal/problem"
	"throughline/internal/store"
)

// knocks is how often a door may be knocked at in a window of time.
const (
	knocks = 10
	window = 15 * time.Minute
)

var knock = store.SQL(`INSERT INTO door (door, since, knocks) VALUES ($1, $2, 1)
	ON CONFLICT (door) DO UPDATE SET
		knocks = CASE WHEN door.since < $3 THEN 1 ELSE door.knocks + 1 END,
		since = CASE WHEN door.since < $3 THEN $2 ELSE door.since END
	RETURNING knocks`)

// Knock counts one try at a door (an address, a network address) and refuses when there were
// too many. It is kept in the database, so that all copies of the program count together.
func Knock(ctx context.Context, db *store.DB, door string) error {
	n, now := 0, clock.Now(ctx)
	err := db.Housekeeping(ctx, store.Limits, func(tx *store.Work) error {
		var err error
		n, _, err = store.One[int](ctx, tx, knock, door, now, now.Add(-window))
		return err
	})
	if err == nil && n > knocks {
		return problem.New(problem.Busy, "Too many tries. Wait 15 minutes and try again.")
	}
	return err
}

var (
	forget  = store.SQL(`DELETE FROM door WHERE door = $1`)
	unknock = store.SQL(`UPDATE door SET knocks = knocks - 1 WHERE door = $1 AND knocks > 0`)
)

// Enter takes back the try that succeeded: a whole office that signs in from one network address
// on a Monday is no attack. The person's own door is as if nobody had knocked.
func Enter(ctx context.Context, db *store.DB, own, shared string) error {
	return db.Housekeeping(ctx, store.Limits, func(tx *store.Work) error {
		if _, err := tx.ExecContext(ctx, string(forget), own); err != nil {
			return err
		}
		_, err := tx.ExecContext(ctx, string(unknock), shared)
		return err
	})
}
