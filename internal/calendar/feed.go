package calendar

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"throughline/internal/auth"
	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/store"
)

// Feed is a person's address. One that ended stays, so that the journal can tell of it.
type Feed struct {
	journal.Row
	Person  string        `db:"person" json:"person"`
	Hash    string        `db:"hash" json:"-"`
	MadeAt  clock.Instant `db:"made_at" json:"made_at"`
	EndedAt clock.Instant `db:"ended_at" json:"ended_at"`
}

var feedKind = journal.Declare[Feed]("calendar-feed", "calendar_feed")

var feedOf = journal.Where[Feed](feedKind, "person = $2 AND ended_at = 0 ORDER BY id")

// memberOfFeed is asked before anyone is known; the token's hash is the scope.
var memberOfFeed = store.SQL(`SELECT f.workspace, p.id, p.name, p.role, w.name FROM calendar_feed f
	JOIN person p ON p.id = f.person AND p.workspace = f.workspace
	JOIN workspace w ON w.id = f.workspace
	WHERE f.hash = $1 AND f.ended_at = 0 AND p.active`)

// Of is the feed that a person has now, if any.
func Of(ctx context.Context, r *journal.Reader, person string) (*Feed, error) {
	all, err := feedOf.List(ctx, r, person)
	if err != nil || len(all) == 0 {
		return nil, err
	}
	return &all[0], nil
}

// Make gives the actor a new address and ends the one before. The token is given this once.
func Make(ctx context.Context, tx *journal.Tx) (token string, err error) {
	if err := end(ctx, tx); err != nil {
		return "", err
	}
	token = strings.ToLower(rand.Text())
	return token, journal.Insert(ctx, tx, &Feed{Person: tx.Actor.Person, Hash: hash(token), MadeAt: tx.Now()})
}

// End ends the actor's address.
func End(ctx context.Context, tx *journal.Tx) error {
	f, err := Of(ctx, tx.Reader, tx.Actor.Person)
	if err == nil && f == nil {
		err = problem.New(problem.Refused, "You have no calendar address. Nothing was changed.")
	}
	if err != nil {
		return err
	}
	return end(ctx, tx)
}

func end(ctx context.Context, tx *journal.Tx) error {
	all, err := feedOf.List(ctx, tx.Reader, tx.Actor.Person)
	for i := range all {
		all[i].EndedAt = tx.Now()
		if err := journal.Update(ctx, tx, &all[i]); err != nil {
			return err
		}
	}
	return err
}

// ByToken gives whose feed it is. An address that ended is as if it had never been.
func ByToken(ctx context.Context, db *store.DB, token string) (auth.Member, error) {
	m, ok, err := store.One[auth.Member](ctx, db.Read, memberOfFeed, hash(token))
	if err == nil && !ok {
		err = problem.New(problem.Missing, "This calendar address is not valid, or no longer. Make a new one under Settings.")
	}
	return m, err
}

func hash(token string) string {
	h := sha256.Sum256([]byte("calendar " + token))
	return hex.EncodeToString(h[:])
}
