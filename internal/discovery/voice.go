package discovery

import (
	"context"

	"throughline/internal/journal"
	"throughline/internal/seal"
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
