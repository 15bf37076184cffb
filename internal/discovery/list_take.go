package discovery

import (
	"context"

	"throughline/internal/account"
	"throughline/internal/clock"
	"throughline/internal/columns"
	"throughline/internal/discovery/list"
	"throughline/internal/discovery/reading"
	"throughline/internal/id"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/seal"
	"throughline/internal/transcript"
)

// The bounds of a list in rows: of the whole, and of what one act makes candidates of. A longer
// list is taken on by TakeOn, so that no act holds the deal for more than a second.
const (
	maxListRows = 50_000
	listStep    = 2000
)

// FormList is the form of a call that is the customer's own list and no talk.
const FormList = "list"

// ListTaken is a list as a person takes it into a deal. Rows are read beforehand by list.Read.
type ListTaken struct {
	Deal     string
	Title    string                        `json:"title"`
	SentAt   clock.Instant                 `json:"sent_at"` // empty for now
	SentBy   string                        `json:"sent_by"` // a contact of the deal's; empty while it is not known
	Earlier  string                        `json:"earlier"` // the list that this is a newer version of; empty for none
	FileName string                        `json:"file_name"`
	SHA256   string                        `json:"hash"` // of the file as it came, in hex
	Kept     KeptFile                      `json:"-"`
	Rows     []list.Row                    `json:"-"`
	Said     []columns.Correction          `json:"-"` // how its columns were read
	Remember map[string]columns.Correction `json:"-"` // by shape: how the next list of that form is to be read
}

// KeptFile is a file that is kept as ciphertext: its hash, and the key in hex.
type KeptFile struct{ Hash, Key string }

// Validate says what cannot be taken.
func (in *ListTaken) Validate() error {
	var c problem.Check
	c.Text("title", in.Title, 200)
	c.Fail(len(in.Rows) > 0, "columns", "No requirement is found by these columns. Say which column holds the requirement.")
	c.Fail(len(in.Rows) <= maxListRows, "columns", "The list holds %d requirements; one list holds at most %d. Say of some sheets that they are no list, and take them after these.", len(in.Rows), maxListRows)
	return c.Err()
}

// TakeList keeps a list as words of the customer's: one voice, and of each row a candidate that a
// person accepts, merges or rejects as those of a call. The customer's number, heading and priority
// stay with it; the file stays as it came, under the giver's key. Of a newer version of a list only
// what is new, changed or gone waits for a person. The same file twice in a deal is refused, and so
// is a version in which nothing changed. Of a long list the first rows become candidates.
func TakeList(ctx context.Context, tx *journal.Tx, in ListTaken) (Recorded, error) {
	if in.SentAt.IsZero() {
		in.SentAt = tx.Now()
	}
	if err := in.Validate(); err != nil {
		return Recorded{}, err
	}
	if _, err := account.Deal(ctx, tx, in.Deal); err != nil {
		return Recorded{}, err
	}
	contacts := []string{}
	if in.SentBy != "" {
		contacts = append(contacts, in.SentBy)
	}
	if err := attended(ctx, tx, contacts, nil, ""); err != nil {
		return Recorded{}, err
	}
	script := &Script{FileName: baseName(in.FileName), SHA256: in.SHA256}
	if err := notTwice(ctx, tx, in.Deal, script); err != nil {
		return Recorded{}, err
	}
	if err := in.versionOf(ctx, tx); err != nil {
		return Recorded{}, err
	}
	if err := reading.Remember(ctx, tx, in.Remember); err != nil {
		return Recorded{}, err
	}
	voice := Voice{Row: journal.Row{ID: id.New(ctx), Deal: in.Deal}, Side: Theirs, Contact: in.SentBy, Segments: len(in.Rows)}
	call := Call{Row: journal.Row{Deal: in.Deal}, Title: in.Title, Kind: "list", HeldAt: in.SentAt, Contacts: contacts, People: []string{}, Consent: "none", Form: FormList,
		FileName: script.FileName, SHA256: script.SHA256, Segments: len(in.Rows), State: ReadOut, RecordedBy: tx.Actor.Person,
		Earlier: in.Earlier, ToTake: len(in.Rows), Said: in.Said, SealedFile: in.Kept.Hash, FileKey: seal.New(voice.ID, in.Kept.Key)}
	var err error
	if call.Headings, err = headingsOf(voice.ID, in.Rows); err != nil {
		return Recorded{}, err
	}
	if err := journal.Insert(ctx, tx, &call); err != nil {
		return Recorded{}, err
	}
	voice.Call = call.ID
	if err := voice.ofList(ctx, tx); err != nil {
		return Recorded{}, err
	}
	if err := keepRows(ctx, tx, call, voice, in.Rows); err != nil {
		return Recorded{}, err
	}
	made, err := takeRows(ctx, tx, &call, voice, in.Rows)
	return Recorded{Call: call, Voices: []Voice{voice}, Candidates: made}, err
}

// versionOf refuses a newer version of a list that says nothing new.
func (in *ListTaken) versionOf(ctx context.Context, tx *journal.Tx) error {
	if in.Earlier == "" {
		return nil
	}
	d, err := in.difference(ctx, tx)
	if err == nil && d.nothingNew() {
		err = problem.Refuse("Every row of %s stands in “%s” already, word for word. Nothing was taken.", baseName(in.FileName), d.Earlier.Title)
	}
	return err
}

func (in *ListTaken) difference(ctx context.Context, tx *journal.Tx) (*Difference, error) {
	earlier, err := journal.Load[Call](ctx, tx, in.Earlier)
	if err == nil && earlier.Deal != in.Deal {
		err = problem.NotFound("call", in.Earlier)
	}
	if err != nil {
		return nil, err
	}
	return Against(ctx, tx.Reader, earlier, in.Rows)
}

// ofList keeps the voice of a list under the key of who sent it.
func (v *Voice) ofList(ctx context.Context, tx *journal.Tx) error {
	v.Label = seal.New(v.ID, "their list")
	if err := journal.Insert(ctx, tx, v); err != nil {
		return err
	}
	if v.Contact == "" {
		return nil
	}
	return tx.Tie(ctx, v.ID, v.Contact)
}

// keepRows keeps the words of all rows as what the voice said.
func keepRows(ctx context.Context, tx *journal.Tx, call Call, v Voice, rows []list.Row) error {
	voiceOf, segments := make([]string, len(rows)), make([]transcript.Segment, len(rows))
	for i, r := range rows {
		voiceOf[i] = v.ID
		segments[i] = transcript.Segment{Start: transcript.Unknown, End: transcript.Unknown, Text: short(r.Wording, maxQuote)}
	}
	return keepSpeech(ctx, tx, call, voiceOf, segments)
}

// TakeOn makes candidates of the next rows of a list that is not taken in whole. rows are all rows
// of the file, read as they were when it was taken.
func TakeOn(ctx context.Context, tx *journal.Tx, id string, rows []list.Row) (Recorded, error) {
	call, err := openCall(ctx, tx, id, 0)
	if err != nil {
		return Recorded{}, err
	}
	switch {
	case call.Form != FormList || call.ToTake == 0:
		return Recorded{}, problem.Refuse("“%s” is taken in whole.", call.Title)
	case len(rows) != call.Segments:
		return Recorded{}, problem.Refuse("The file of “%s” holds %d requirements, not %d as when it was taken. Remove the list and take it again.", call.Title, len(rows), call.Segments)
	}
	voices, err := Voices(ctx, tx.Reader, id)
	if err != nil {
		return Recorded{}, err
	}
	made, err := takeRows(ctx, tx, &call, voices[0], rows)
	return Recorded{Call: call, Voices: voices, Candidates: made}, err
}
