package auth

import (
	"context"
	"strings"

	"github.com/alexedwards/argon2id"

	"throughline/internal/clock"
	"throughline/internal/problem"
	"throughline/internal/store"
)

var (
	keepPassword = store.SQL(`INSERT INTO credential (email, hash, set_at) VALUES ($1, $2, $3)
		ON CONFLICT (email) DO UPDATE SET hash = excluded.hash, set_at = excluded.set_at`)
	passwordOf = store.SQL(`SELECT hash FROM credential WHERE email = $1`)
	// membershipsOf finds every workspace where the address signs in: before anyone is
	// signed in there is no workspace to be scoped to.
	membershipsOf = store.SQL(`SELECT p.workspace, p.id, p.name, p.role, w.name FROM person p
		JOIN workspace w ON w.id = p.workspace WHERE p.email = $1 AND p.active ORDER BY p.id`)
)

// shortest is the least a password may have, in characters (NIST SP 800-63B asks for 8).
const shortest = 10

// CheckPassword says what is wrong with a new password.
func CheckPassword(password string) error {
	var c problem.Check
	c.Fail(len([]rune(password)) >= shortest, "password", "Is too short; take at least %d characters.", shortest)
	c.Fail(len(password) <= 1000, "password", "Is too long; at most 1,000 bytes fit.")
	return c.Err()
}

// SetPassword keeps the argon2id hash of a password for an address.
func SetPassword(ctx context.Context, db *store.DB, email, password string) error {
	if err := CheckPassword(password); err != nil {
		return err
	}
	hash, err := argon2id.CreateHash(password, argon2id.DefaultParams)
	if err != nil {
		return err
	}
	return db.Housekeeping(ctx, store.Credentials, func(tx *store.Work) error {
		_, err := tx.ExecContext(ctx, string(keepPassword), fold(email), hash, clock.Now(ctx))
		return err
	})
}

// Member is a person's place in one workspace.
type Member struct {
	Workspace, Person, Name string
	Role                    Role
	WorkspaceName           string
}

// absent is checked in place of a hash that is not there, so that an unknown address takes
// as long as a wrong password.
const absent = "$argon2id$v=19$m=65536,t=1,p=2$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"

// SignIn checks an address and its password and gives the workspaces it opens.
func SignIn(ctx context.Context, db *store.DB, email, password string) ([]Member, error) {
	wrong := problem.New(problem.SignedOut, "This address and password do not belong together.")
	hash, known, err := store.One[string](ctx, db.Read, passwordOf, fold(email))
	if err != nil {
		return nil, err
	}
	if !known {
		hash = absent
	}
	ok, err := argon2id.ComparePasswordAndHash(password, hash)
	if err != nil || !ok || !known {
		return nil, wrong
	}
	all, err := Memberships(ctx, db, email)
	if err == nil && len(all) == 0 {
		err = wrong
	}
	return all, err
}

// Memberships lists the workspaces an address belongs to.
func Memberships(ctx context.Context, db *store.DB, email string) ([]Member, error) {
	return store.List[Member](ctx, db.Read, membershipsOf, fold(email))
}

func fold(email string) string { return strings.ToLower(strings.TrimSpace(email)) }
