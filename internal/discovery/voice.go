package discovery

import (
	"context"

	"throughline/internal/account"
	"throughline/internal/auth"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/seal"
	"throughline/internal/thread"
)

// Voice is one speaker of a call, as the transcript names them. Its id owns the key that its
// words are kept under.
type Voice struct {
	journal.Row
	Call     string    `db:"call" json:"call"`
	Label    seal.Text `db:"label" json:"label"` // as the file writes it; none for words without a name
	Contact  string    `db:"contact" json:"contact"`
	Person   string    `db:"person" json:"person"`
	Side     string    `db:"side" json:"side"`         // ours, theirs; empty: not known
	Proposed bool      `db:"proposed" json:"proposed"` // matched by name, no person looked yet
	Position int       `db:"position" json:"position"` // among the call's voices, by who spoke first
	Segments int       `db:"segments" json:"segments"`
}

// The sides of a call.
const (
	Ours   = "ours"
	Theirs = "theirs"
)

var (
	voiceKind    = journal.Declare[Voice]("voice", "voice")
	voicesOfCall = journal.Where[Voice](voiceKind, "call = $2 ORDER BY position")
)

// Voices lists a call's speakers in the order they first spoke.
func Voices(ctx context.Context, r *journal.Reader, call string) ([]Voice, error) {
	return voicesOfCall.List(ctx, r, call)
}

// Who is the id to show for the voice: a contact's or a person's, empty while nobody is named.
func (v Voice) Who() string {
	if v.Contact != "" {
		return v.Contact
	}
	return v.Person
}

// Naming says who a voice is: a contact, one of ours, or neither, with the side it speaks for.
type Naming struct {
	Voice    string
	Revision int64
	Contact  string `json:"contact"`
	Person   string `json:"person"`
	Side     string `json:"side"` // for a voice that stays unnamed: ours, theirs or empty
}

// NameVoice corrects or confirms who spoke. The voice's key goes with the contact from then
// on, whatever was written under it before, and its candidates and quotes show that contact.
func NameVoice(ctx context.Context, tx *journal.Tx, in Naming) (Voice, error) {
	var k problem.Check
	k.OneOf("side", in.Side, "", Ours, Theirs)
	k.Fail(in.Contact == "" || in.Person == "", "contact", "A voice is a contact's or one of ours, not both.")
	if err := k.Err(); err != nil {
		return Voice{}, err
	}
	v, err := journal.Hold[Voice](ctx, tx, in.Voice)
	if err != nil {
		return v, err
	}
	if in.Revision != 0 {
		v.Revision = in.Revision
	}
	v.Contact, v.Person, v.Side, v.Proposed = in.Contact, in.Person, in.Side, false
	switch {
	case in.Contact != "":
		v.Side = Theirs
		_, err = journal.Load[account.Contact](ctx, tx, in.Contact)
	case in.Person != "":
		v.Side = Ours
		_, err = journal.Load[auth.Person](ctx, tx, in.Person)
	}
	if err != nil {
		return v, err
	}
	was := v.Revision
	if err := journal.Update(ctx, tx, &v); err != nil || v.Revision == was {
		return v, err
	}
	if err := tx.Tie(ctx, v.ID, v.Contact); err != nil {
		return v, err
	}
	return v, follow(ctx, tx, v)
}

// follow has what was taken from the voice show who it is now.
func follow(ctx context.Context, tx *journal.Tx, v Voice) error {
	found, err := candidatesOfCall.List(ctx, tx.Reader, v.Call)
	if err != nil {
		return err
	}
	for i := range found {
		c := &found[i]
		if c.Voice == v.ID {
			c.Speaker = v.Who()
			if err := journal.Update(ctx, tx, c); err != nil {
				return err
			}
		}
	}
	quotes, err := journal.List[thread.Quote](ctx, tx, v.Deal)
	if err != nil {
		return err
	}
	for i := range quotes {
		q := &quotes[i]
		if q.Words.Owner() == v.ID && q.Speaker != v.Contact {
			q.Speaker = v.Contact
			if err := journal.Update(ctx, tx, q); err != nil {
				return err
			}
		}
	}
	return nil
}
