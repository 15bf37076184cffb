package discovery

import (
	"context"
	"sort"

	"throughline/internal/clock"
	"throughline/internal/columns"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/seal"
)

// Call is one conversation with the customer, or notes of one.
type Call struct {
	journal.Row
	Title      string        `db:"title" json:"title"`
	Kind       string        `db:"kind" json:"kind"` // call, notes, meeting
	HeldAt     clock.Instant `db:"held_at" json:"held_at"`
	Contacts   []string      `db:"contacts,json" json:"contacts"` // who attended: contacts' ids
	People     []string      `db:"people,json" json:"people"`     // and ours
	Consent    string        `db:"consent" json:"consent"`        // none, given, refused
	ConsentBy  string        `db:"consent_by" json:"consent_by"`  // the contact or person who said so
	ConsentAt  clock.Instant `db:"consent_at" json:"consent_at"`
	FileName   string        `db:"file_name" json:"file_name"`
	SHA256     string        `db:"sha256" json:"sha256"` // of the file as it came, in hex
	Form       string        `db:"form" json:"form"`     // webvtt, srt, turns, notes; empty without text
	Segments   int           `db:"segments" json:"segments"`
	State      CallState     `db:"state" json:"state"`
	RecordedBy string        `db:"recorded_by" json:"recorded_by"` // a person's id

	// Of a list only.
	Earlier    string               `db:"earlier" json:"earlier,omitempty"` // the call of the version it is held against
	ToTake     int                  `db:"to_take" json:"to_take,omitempty"` // rows that are no candidates yet
	Said       []columns.Correction `db:"said,json" json:"-"`               // how its columns were read
	Headings   seal.Text            `db:"headings" json:"-"`                // their headings, as []Heading
	SealedFile string               `db:"sealed_file" json:"-"`             // the hash of the kept file, which is ciphertext
	FileKey    seal.Text            `db:"file_key" json:"-"`                // its key, erased with the one who gave it
}

// CallState is what may be done with the words of a call.
type CallState string

// The states.
const (
	Wordless  CallState = "wordless"  // no transcript or notes were added
	Held      CallState = "held"      // kept without consent: not shown, not searched
	ReadOut   CallState = "read"      // consent is there, or it is our own notes
	Forgotten CallState = "forgotten" // the words' keys were thrown away
)

// CallKinds are the kinds of call, for forms and checks.
var CallKinds = []string{"call", "meeting", "notes"}

// Consents are what is known of the speakers' consent.
var Consents = []string{"none", "given", "refused"}

var callKind = journal.Declare[Call]("call", "call")

// Calls lists a deal's calls, oldest first by when they were held.
func Calls(ctx context.Context, src journal.Source, deal string) ([]Call, error) {
	all, err := journal.List[Call](ctx, src, deal)
	sort.SliceStable(all, func(i, j int) bool { return all[i].HeldAt.Before(all[j].HeldAt) })
	return all, err
}

// openCall loads a call inside an act, with other writers of its deal waiting.
func openCall(ctx context.Context, tx *journal.Tx, id string, revision int64) (Call, error) {
	c, err := journal.Hold[Call](ctx, tx, id)
	if err != nil {
		return c, err
	}
	if c, err = journal.Load[Call](ctx, tx, id); err == nil && revision != 0 {
		c.Revision = revision
	}
	return c, err
}

// readable is the call's refusal to give its words, if it has one.
func (c Call) readable() error {
	switch c.State {
	case Held:
		if c.Consent == "refused" {
			return problem.Refuse("The transcript of “%s” is held: the speakers refused their consent. Forget the call, or record that they gave it after all.", c.Title)
		}
		return problem.Refuse("The transcript of “%s” is held: nobody's consent is recorded. Record the consent, then it is read.", c.Title)
	case Forgotten:
		return problem.Refuse("The words of “%s” were forgotten and cannot be read again.", c.Title)
	case Wordless:
		return problem.Refuse("“%s” has no transcript and no notes. Add them to the deal as a call of their own.", c.Title)
	}
	return nil
}

// CallEdit is what can be changed of a call's frame. Its words stay as they came.
type CallEdit struct {
	ID       string
	Revision int64
	Title    string        `json:"title"`
	Kind     string        `json:"kind"`
	HeldAt   clock.Instant `json:"held_at"`
	Contacts []string      `json:"contacts"`
	People   []string      `json:"people"`
}

// EditCall changes a call's title, kind, date and attendees.
func EditCall(ctx context.Context, tx *journal.Tx, in CallEdit) (Call, error) {
	var k problem.Check
	k.Text("title", in.Title, 200)
	k.Fail(!in.HeldAt.IsZero(), "held_at", "Say when it was held.")
	k.Fail(len(in.Contacts)+len(in.People) <= maxVoices, "contacts", "At most %d people attend a call.", maxVoices)
	if err := k.Err(); err != nil {
		return Call{}, err
	}
	c, err := openCall(ctx, tx, in.ID, in.Revision)
	if err != nil {
		return c, err
	}
	if c.Form == FormList {
		in.Kind = c.Kind
	} else if k.OneOf("kind", in.Kind, CallKinds...); k.Err() != nil {
		return c, k.Err()
	}
	if err := attended(ctx, tx, in.Contacts, in.People, ""); err != nil {
		return c, err
	}
	c.Title, c.Kind, c.HeldAt = in.Title, in.Kind, in.HeldAt
	c.Contacts, c.People = append([]string{}, in.Contacts...), append([]string{}, in.People...)
	return c, journal.Update(ctx, tx, &c)
}
