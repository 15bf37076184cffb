package auth

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/store"
)

// Token lets a program act as a person, with that person's role. Only its hash is kept; the
// token itself is shown once.
type Token struct {
	journal.Row
	Person    string        `db:"person" json:"person"`
	Name      string        `db:"name" json:"name"`
	Hash      string        `db:"hash" json:"-"`
	ExpiresOn clock.Date    `db:"expires_on" json:"expires_on"`
	RevokedAt clock.Instant `db:"revoked_at" json:"revoked_at"`
}

var _ = journal.Declare[Token]("token", "token")

// memberOfToken is asked before anyone is known; the token's hash is the scope.
var memberOfToken = store.SQL(`SELECT t.workspace, p.id, p.name, p.role, w.name FROM token t
	JOIN person p ON p.id = t.person AND p.workspace = t.workspace
	JOIN workspace w ON w.id = t.workspace
	WHERE t.hash = $1 AND t.revoked_at = 0 AND p.active AND (t.expires_on = '' OR t.expires_on >= $2)`)

// Issue makes a token for the actor and gives its text, once.
func Issue(ctx context.Context, tx *journal.Tx, name string, expires clock.Date) (Token, string, error) {
	var c problem.Check
	c.Text("name", name, 120)
	if err := c.Err(); err != nil {
		return Token{}, "", err
	}
	text := "tl_" + strings.ToLower(rand.Text())
	t := Token{Person: tx.Actor.Person, Name: name, Hash: hashToken(text), ExpiresOn: expires}
	return t, text, journal.Insert(ctx, tx, &t)
}

// Revoke ends a token; only its owner or an admin does.
func Revoke(ctx context.Context, tx *journal.Tx, id string) error {
	t, err := journal.Load[Token](ctx, tx, id)
	if err != nil {
		return err
	}
	if t.Person != tx.Actor.Person && tx.Actor.Role != string(Admin) {
		return problem.New(problem.Forbidden, "This is someone else's token. An admin can end it.")
	}
	t.RevokedAt = tx.Now()
	return journal.Update(ctx, tx, &t)
}

// ByToken gives whose token it is.
func ByToken(ctx context.Context, db *store.DB, text string) (Member, error) {
	today := clock.DateOf(clock.Now(ctx).Time())
	m, ok, err := store.One[Member](ctx, db.Read, memberOfToken, hashToken(text), today)
	if err == nil && !ok {
		err = problem.New(problem.SignedOut, "This token is not valid. Make a new one under Settings.")
	}
	return m, err
}

func hashToken(text string) string {
	h := sha256.Sum256([]byte(text))
	return hex.EncodeToString(h[:])
}
