package auth

import (
	"context"

	"throughline/internal/problem"
	"throughline/internal/store"
)

var elsewhere = store.SQL(`SELECT COUNT(*) FROM person WHERE email = $1 AND workspace <> $2`)

// HasPassword says whether an address has a password.
func HasPassword(ctx context.Context, db *store.DB, email string) (bool, error) {
	_, there, err := store.One[string](ctx, db.Read, passwordOf, fold(email))
	return there, err
}

// ChangePassword sets one's own password, which takes the one that holds now.
func ChangePassword(ctx context.Context, db *store.DB, email, now, next string) error {
	if _, err := SignIn(ctx, db, email, now); err != nil {
		if problem.Of(err) == problem.SignedOut {
			return &problem.Error{Kind: problem.Invalid, What: "The password stays as it is.", Fields: []problem.Field{{Name: "now", What: "Is not your password."}}}
		}
		return err
	}
	return SetPassword(ctx, db, email, next)
}

// GivePassword sets a password for somebody else's address, if that may be.
func GivePassword(ctx context.Context, db *store.DB, workspace, email, password string) error {
	if err := MayGivePassword(ctx, db, workspace, email); err != nil {
		return err
	}
	return SetPassword(ctx, db, email, password)
}

// MayGivePassword refuses a password for an address that belongs to another workspace too: a
// password opens all of them.
func MayGivePassword(ctx context.Context, db *store.DB, workspace, email string) error {
	n, _, err := store.One[int](ctx, db.Read, elsewhere, fold(email), workspace)
	if err != nil {
		return err
	}
	if n > 0 {
		return problem.Refuse("%s belongs to another workspace too, and a password opens both. They set it themselves under Settings.", email)
	}
	return nil
}

// Claim makes an address the actor's own for a new workspace: with its password, or with a first
// one when it has none. An address without one that belongs to somebody in another workspace is
// not given away.
func Claim(ctx context.Context, db *store.DB, workspace, email, password string) error {
	has, err := HasPassword(ctx, db, email)
	if err != nil {
		return err
	}
	if !has {
		return GivePassword(ctx, db, workspace, email, password)
	}
	if _, err := SignIn(ctx, db, email, password); problem.Of(err) == problem.SignedOut {
		return &problem.Error{Kind: problem.Invalid, What: "Nothing was made.", Fields: []problem.Field{{Name: "password", What: "Is not the password of this address."}}}
	} else if err != nil {
		return err
	}
	return nil
}
