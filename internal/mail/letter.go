package mail

import (
	"context"
	"strings"

	"throughline/internal/clock"
	"throughline/internal/id"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/seal"
	"throughline/internal/store"
)

// Letter is what one person was written, and what became of it.
type Letter struct {
	journal.Row
	Purpose   string        `db:"purpose" json:"purpose"`     // as in 'sign-off', 'question', 'receipt'
	Recipient string        `db:"recipient" json:"recipient"` // a contact's or a person's id
	Name      seal.Text     `db:"name" json:"name"`
	Address   seal.Text     `db:"address" json:"address"`
	Subject   seal.Text     `db:"subject" json:"subject"`
	Words     seal.Text     `db:"words" json:"words"` // with Here in place of the secret
	FileName  string        `db:"file_name" json:"file_name"`
	FileWords seal.Text     `db:"file_words" json:"file_words"` // what goes along, as UTF-8 text
	Sender    string        `db:"sender" json:"sender"`         // a person's id: who is asked when it comes back
	About     string        `db:"about" json:"about"`           // the id of what it is about, or empty
	Language  string        `db:"language" json:"language"`     // en, de, fr, es
	Automatic bool          `db:"automatic" json:"automatic"`   // nobody pressed a button for it
	WrittenAt clock.Instant `db:"written_at" json:"written_at"`
	State     string        `db:"state" json:"state"`
	StateAt   clock.Instant `db:"state_at" json:"state_at"`
	Why       string        `db:"why" json:"why"` // why it came back
}

// The states of a letter.
const (
	Waiting  = "waiting"  // in the outbox
	Sent     = "sent"     // the mail server took it, or its sender said that they sent it
	Returned = "returned" // refused, given up or bounced: its sender has to act
	Settled  = "settled"  // it came back, and its sender has seen to it
)

// Here is where the secret part of a letter stands in its words.
const Here = "{{here}}"

var letterKind = journal.Declare[Letter]("letter", "letter")

// NewLetter is a letter to be written.
type NewLetter struct {
	Deal, Purpose, Recipient, Name, Address string
	Subject, Words                          string
	Secret                                  string // stands for Here in the words; kept until the letter is sent
	FileName, FileWords                     string
	Sender, About, Language                 string
	Automatic                               bool
	ByHand                                  bool // there is no mail server: the sender copies it
}

var putOut = store.InsertInto("outbox", "letter, workspace, secret, by_hand, tries, due_at, claimed_until, error", "")

// Write writes a letter and puts it into the outbox, in the act that it belongs to.
func Write(ctx context.Context, tx *journal.Tx, in NewLetter) (Letter, error) {
	var c problem.Check
	CheckAddress(&c, "address", Address{in.Name, in.Address})
	checkLine(&c, "subject", in.Subject)
	c.Text("words", in.Words, 200_000)
	c.Optional("file_words", in.FileWords, 2_000_000)
	c.Fail(strings.Contains(in.Words, Here) == (in.Secret != ""), "words", "Says where the link stands and has none, or the other way about.")
	if err := c.Err(); err != nil {
		return Letter{}, err
	}
	to := func(words string) seal.Text { return seal.New(in.Recipient, words) }
	l := Letter{Row: journal.Row{ID: id.New(ctx), Deal: in.Deal}, Purpose: in.Purpose, Recipient: in.Recipient, Name: to(in.Name), Address: to(in.Address), Subject: to(in.Subject),
		Words: to(in.Words), FileName: in.FileName, FileWords: to(in.FileWords), Sender: in.Sender, About: in.About, Language: in.Language, Automatic: in.Automatic,
		WrittenAt: tx.Now(), State: Waiting, StateAt: tx.Now()}
	if err := journal.Insert(ctx, tx, &l); err != nil {
		return l, err
	}
	tx.DeriveRow(putOut, l.ID, tx.Workspace, in.Secret, in.ByHand, 0, tx.Now(), clock.Instant{}, "")
	return l, nil
}

// Whole is the letter's words with its secret in place; a secret that is a path follows the address
// that people use.
func (l Letter) Whole(secret, base string) string {
	if strings.HasPrefix(secret, "/") {
		secret = base + secret
	}
	return strings.ReplaceAll(l.Words.String(), Here, secret)
}

var secretOf = store.SQL(`SELECT secret FROM outbox WHERE workspace = $1 AND letter = $2 AND by_hand`)

// Copy is the letter as its sender copies it: with its secret, while it waits to be sent by hand.
// For anybody else, and afterwards, the secret is left out.
func Copy(ctx context.Context, r *journal.Reader, l Letter, person, base string) (words string, waits bool, err error) {
	if l.Sender == person {
		secret, there, err := store.One[string](ctx, r.Q, secretOf, r.Workspace, l.ID)
		if err != nil || there {
			return l.Whole(secret, base), there, err
		}
	}
	return l.Whole("…", ""), false, nil
}

// Gone says whether whom it was written to was erased: there is nobody to send it to.
func (l Letter) Gone() bool { return l.Address.Gone() }

var (
	takeOut  = store.SQL(`DELETE FROM outbox WHERE workspace = $1 AND letter = $2`)
	returned = journal.Where[Letter](letterKind, "sender = $2 AND state = 'returned' ORDER BY state_at, id LIMIT 20")
	handed   = journal.Where[Letter](letterKind, "sender = $2 AND state = 'waiting' AND id IN (SELECT o.letter FROM outbox o WHERE o.workspace = $1 AND o.by_hand) ORDER BY id LIMIT 20")
)

// ReturnedTo lists the letters of a sender that came back and wait for them.
func ReturnedTo(ctx context.Context, r *journal.Reader, sender string) ([]Letter, error) {
	return returned.List(ctx, r, sender)
}

// ByHand lists the letters that wait for their sender to copy them, since there is no mail server.
func ByHand(ctx context.Context, r *journal.Reader, sender string) ([]Letter, error) {
	return handed.List(ctx, r, sender)
}

// Handing says that a person sent a letter themselves, or has seen to one that came back.
type Handing struct {
	ID       string
	Revision int64
}

// HandOver takes a letter out of the outbox that its sender sent by hand.
func HandOver(ctx context.Context, tx *journal.Tx, in Handing) (Letter, error) {
	return move(ctx, tx, in, Waiting, Sent, "")
}

// Settle says that the sender has seen to a letter that came back.
func Settle(ctx context.Context, tx *journal.Tx, in Handing) (Letter, error) {
	return move(ctx, tx, in, Returned, Settled, "")
}

// move brings a letter from a state to the next; with it goes the secret in the outbox.
func move(ctx context.Context, tx *journal.Tx, in Handing, from, to, why string) (Letter, error) {
	l, err := journal.Hold[Letter](ctx, tx, in.ID)
	if err != nil {
		return l, err
	}
	if l.State != from {
		return l, problem.Refuse("This letter is %s, not %s.", l.State, from)
	}
	if in.Revision != 0 {
		l.Revision = in.Revision
	}
	l.State, l.StateAt = to, tx.Now()
	if why != "" {
		l.Why = why
	}
	if err := journal.Update(ctx, tx, &l); err != nil {
		return l, err
	}
	return l, tx.Derive(ctx, takeOut, tx.Workspace, l.ID)
}

// Drop takes letters about a thing that still wait out of the outbox: their link was revoked.
func Drop(ctx context.Context, tx *journal.Tx, letter string) error {
	l, err := journal.Hold[Letter](ctx, tx, letter)
	if err != nil || l.State != Waiting {
		return err
	}
	_, err = move(ctx, tx, Handing{ID: letter}, Waiting, Settled, "What it asks for was taken back before it was sent.")
	return err
}
