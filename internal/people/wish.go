package people

import (
	"context"

	"throughline/internal/journal"
	"throughline/internal/people/guide"
	"throughline/internal/people/skill"
	"throughline/internal/problem"
	"throughline/internal/seal"
)

// Wish is what a person likes, and where they wish to move. It is theirs alone until they share it.
type Wish struct {
	journal.Row
	Person string    `db:"person" json:"person"`
	Shared bool      `db:"shared" json:"shared"` // with their leads
	Kept   seal.Text `db:"words" json:"-"`
}

var wishKind = journal.Declare[Wish]("wish", "wish")

var wishOf = journal.Where[Wish](wishKind, "deal = '' AND person = $2")

// WishIn is a wish as the person writes it.
type WishIn struct {
	Revision int64
	Shared   bool `json:"shared"`
	Liked
}

// Liked is what a wish says.
type Liked struct {
	Answers skill.Answers `json:"answers"` // to the guide's questions, 0 to 4; left out: open
	To      string        `json:"to"`      // a place of the guide; empty to stay
	Why     string        `json:"why"`
}

// Validate says what cannot be taken.
func (in Liked) Validate(g *guide.Guide) error {
	if err := in.Answers.Check(g); err != nil {
		return err
	}
	var c problem.Check
	_, there := PlaceOf(g, in.To)
	c.Fail(in.To == "" || there, "to", "Is no place of the ladders: choose one of the guide.")
	c.Optional("why", in.Why, 2000)
	return c.Err()
}

// WishSeen is a wish as it is read.
type WishSeen struct {
	Wish
	Liked
}

// WishOf is a person's wish for a viewer; one without an id where there is none for them to see.
func WishOf(ctx context.Context, r *journal.Reader, viewer, person string) (WishSeen, error) {
	eyes, err := EyesOn(ctx, r, viewer, person)
	if err != nil {
		return WishSeen{}, err
	}
	w, there, err := wishOf.One(ctx, r, person)
	if err != nil || !there || !eyes.May(Wishes) && !(w.Shared && eyes.May(SharedWishes)) {
		return WishSeen{}, err
	}
	in, err := unpack[Liked](w.Kept)
	return WishSeen{w, in}, err
}

// KeepWish writes down what the actor likes and wishes.
func KeepWish(ctx context.Context, tx *journal.Tx, in WishIn) (Wish, error) {
	g, err := GuideOf(ctx, tx)
	if err != nil {
		return Wish{}, err
	}
	if err := in.Validate(g); err != nil {
		return Wish{}, err
	}
	w, there, err := wishOf.One(ctx, tx.Reader, tx.Actor.Person)
	if err != nil {
		return w, err
	}
	if in.Revision != 0 && in.Revision != w.Revision {
		return Wish{}, problem.New(problem.Stale, "This was changed while you were at it. Look again and repeat.")
	}
	w.Person, w.Shared = tx.Actor.Person, in.Shared
	if w.Kept, err = pack(w.Person, in.Liked); err != nil {
		return w, err
	}
	if !there {
		return w, journal.Insert(ctx, tx, &w)
	}
	return w, journal.Update(ctx, tx, &w)
}
