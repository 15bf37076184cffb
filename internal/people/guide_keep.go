package people

import (
	"context"

	"throughline/internal/account"
	"throughline/internal/journal"
	"throughline/internal/people/guide"
	"throughline/internal/problem"
)

// GuideIn is a guide's file. Revision is that of the own guide it replaces; 0 for none read.
type GuideIn struct {
	Revision int64
	Text     string
	// Anyway says that it is wanted though people have to do with what it leaves out (Losses).
	Anyway bool `json:"anyway"`
}

// GoneIn is what is taken out of the guide, or the whole of it; Anyway as in GuideIn.
type GoneIn struct {
	ID       string // of the skill; empty for the whole guide
	Revision int64
	Anyway   bool `json:"anyway"`
}

// KeepGuide puts a workspace's own guide in force. One that does not agree with itself is refused
// with the place, and nothing changes; also says what else has to hold of it. One that leaves out
// what people have to do with is refused until that is said to be wanted.
func KeepGuide(ctx context.Context, tx *journal.Tx, in GuideIn, also func(*guide.Guide) error) (OwnGuide, error) {
	had, err := keeping(ctx, tx, in.Revision)
	if err != nil {
		return had, err
	}
	g, err := guide.Held(in.Text)
	if err != nil {
		return had, err
	}
	if err := also(g); err != nil {
		return had, err
	}
	if in.Text == string(guide.Text()) {
		return had, problem.Refuse("That is the shipped guide, word for word. Nothing was changed.")
	}
	if err := said(ctx, tx, had.Guide(), g, in.Anyway); err != nil {
		return had, err
	}
	return had, had.put(ctx, tx, g.Name, in.Text)
}

// put writes the file into the row.
func (o *OwnGuide) put(ctx context.Context, tx *journal.Tx, name, text string) (err error) {
	if o.ID != "" && o.Text == text {
		return problem.Refuse("That file is in force already. Nothing was changed.")
	}
	o.Name, o.Text, o.KeptBy = name, text, tx.Actor.Person
	if o.KeptOn, err = account.Today(ctx, tx); err != nil {
		return err
	}
	if o.ID == "" {
		return journal.Insert(ctx, tx, o)
	}
	return journal.Update(ctx, tx, o)
}

// LeaveGuide goes back to the shipped guide.
func LeaveGuide(ctx context.Context, tx *journal.Tx, in GoneIn) (OwnGuide, error) {
	had, err := keeping(ctx, tx, in.Revision)
	if err != nil {
		return had, err
	}
	if had.ID == "" {
		return had, problem.Refuse("The shipped guide is in force already.")
	}
	if err := said(ctx, tx, had.Guide(), guide.Shipped(), in.Anyway); err != nil {
		return had, err
	}
	return had, journal.Delete(ctx, tx, &had)
}

// keeping is the own guide, held to be changed by who may.
func keeping(ctx context.Context, tx *journal.Tx, revision int64) (OwnGuide, error) {
	may, err := MayKeepGuide(ctx, tx.Reader, tx.Actor.Person)
	if err != nil {
		return OwnGuide{}, err
	}
	if !may {
		return OwnGuide{}, problem.New(problem.Forbidden, "Only a people administrator or a workspace admin keeps the role guide. Ask one of them.")
	}
	if err := inTurn(ctx, tx); err != nil {
		return OwnGuide{}, err
	}
	had, err := OwnGuideOf(ctx, tx)
	if err == nil && revision != 0 && revision != had.Revision {
		return had, problem.New(problem.Stale, "The guide was changed while you were at it. Look at what is in force now, then repeat.")
	}
	return had, err
}
