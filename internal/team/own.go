package team

import (
	"context"
	"slices"

	"throughline/internal/journal"
	"throughline/internal/people"
	"throughline/internal/problem"
)

// RemarkOn keeps what the actor says of a piece of evidence, if it is theirs.
func RemarkOn(ctx context.Context, tx *journal.Tx, in people.RemarkIn) (people.Remark, error) {
	if err := theirs(ctx, tx, in.Kind, in.Thing); err != nil {
		return people.Remark{}, err
	}
	return people.RemarkOn(ctx, tx, in)
}

// FinishItem has an item of the actor's plan done by a piece of their evidence.
func FinishItem(ctx context.Context, tx *journal.Tx, in people.FinishIn) (people.Item, error) {
	if err := theirs(ctx, tx, in.Kind, in.Thing); err != nil {
		return people.Item{}, err
	}
	return people.FinishItem(ctx, tx, in)
}

// theirs refuses a thing that is no evidence of the actor's work.
func theirs(ctx context.Context, tx *journal.Tx, kind, thing string) error {
	all, err := piecesOf(ctx, tx.Reader, tx.Actor.Person)
	if err != nil {
		return err
	}
	if slices.ContainsFunc(all, func(p people.Piece) bool { return p.Kind == kind && p.Thing == thing && p.Struck == "" }) {
		return nil
	}
	var c problem.Check
	c.Fail(false, "thing", "Is no evidence of your work that counts. Choose one of your list.")
	return c.Err()
}
