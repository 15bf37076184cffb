package portal

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"time"

	"throughline/internal/account"
	"throughline/internal/auth"
	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/mail"
	"throughline/internal/problem"
	"throughline/internal/seal"
	"throughline/internal/store"
)

// Link is one link that was sent.
type Link struct {
	journal.Row
	Purpose    string        `db:"purpose" json:"purpose"`
	Recipient  string        `db:"recipient" json:"recipient"` // a contact's id, or a person's
	Ours       bool          `db:"ours" json:"ours"`           // the recipient is a person of the workspace
	Hash       string        `db:"hash" json:"-"`
	Language   string        `db:"language" json:"language"` // en, de, fr, es
	Items      []Item        `db:"items,json" json:"items"`  // the wordings as they were sent
	Question   string        `db:"question" json:"question"` // its id
	Strict     bool          `db:"strict" json:"strict"`     // every browser is asked for a code
	ByHand     bool          `db:"by_hand" json:"by_hand"`   // the sender copied the letter, so they saw the link
	Letter     string        `db:"letter" json:"letter"`     // its id
	SentBy     string        `db:"sent_by" json:"sent_by"`
	SentAt     clock.Instant `db:"sent_at" json:"sent_at"`
	ExpiresAt  clock.Instant `db:"expires_at" json:"expires_at"`
	UsedAt     clock.Instant `db:"used_at" json:"used_at"`
	RevokedAt  clock.Instant `db:"revoked_at" json:"revoked_at"`
	Agreed     seal.Text     `db:"agreed" json:"agreed"`           // the text that was agreed to
	AgreedHash string        `db:"agreed_hash" json:"agreed_hash"` // its SHA-256
}

// Item is one wording as it was sent.
type Item struct {
	Requirement string `json:"requirement"`
	Wording     string `json:"wording"`
	Meaning     int    `json:"meaning"`
}

// What a link is for.
const (
	SignOff    = "sign-off"
	Question   = "question"
	Invitation = "invitation"
)

var linkKind = journal.Declare[Link]("portal link", "portal_link")

// Expired says whether the day of the link has passed.
func (l Link) Expired(now clock.Instant) bool { return !now.Before(l.ExpiresAt) }

// Live says whether the link still opens something.
func (l Link) Live(now clock.Instant) bool {
	return l.UsedAt.IsZero() && l.RevokedAt.IsZero() && !l.Expired(now)
}

// State is how the link stands, in a word.
func (l Link) State(now clock.Instant) string {
	switch {
	case !l.UsedAt.IsZero():
		return "used"
	case !l.RevokedAt.IsZero():
		return "taken back"
	case l.Expired(now):
		return "expired"
	}
	return "open"
}

// newSecret is 256 random bits as 43 characters that fit into an address.
func newSecret() string {
	raw := make([]byte, 32)
	_, _ = rand.Read(raw)
	return base64.RawURLEncoding.EncodeToString(raw)
}

func hashOf(secret string) string {
	sum := sha256.Sum256([]byte(secret))
	return hex.EncodeToString(sum[:])
}

// byHash is asked before anyone is known: the secret's hash is the scope.
var byHash = store.SQL(`SELECT workspace, id FROM portal_link WHERE hash = $1`)

// Find gives the link of a secret, and the reader of its workspace. One that is not there is a
// problem that tells nothing else.
func Find(ctx context.Context, j *journal.Journal, secret string) (Link, *journal.Reader, error) {
	type place struct{ Workspace, ID string }
	p, there, err := store.One[place](ctx, j.DB.Read, byHash, hashOf(secret))
	if err != nil {
		return Link{}, nil, err
	}
	if !there {
		return Link{}, nil, problem.NotFound("link", "")
	}
	r := j.Reader(p.Workspace)
	l, err := journal.Load[Link](ctx, r, p.ID)
	return l, r, err
}

// Reach is whom a link goes to.
type Reach struct {
	Name, Mail string
}

// ReachTo finds name and address of a contact or a person.
func ReachTo(ctx context.Context, src journal.Source, id string) (to Reach, ours bool, err error) {
	p, err := journal.Load[auth.Person](ctx, src, id)
	if err == nil {
		return Reach{oneLine(p.Name), p.Email}, true, nil
	}
	if problem.Of(err) != problem.Missing {
		return to, false, err
	}
	c, err := journal.Load[account.Contact](ctx, src, id)
	switch {
	case err != nil:
		return to, false, err
	case !c.ErasedAt.IsZero():
		return to, false, problem.Refuse("This person was erased; there is nobody to write to.")
	case c.Email.String() == "":
		return to, false, problem.Refuse("No mail address is known of %s. Write it down under the deal's people first.", c.Name)
	}
	return Reach{oneLine(c.Name.String()), c.Email.String()}, false, nil
}

// ReachOf is whom a link was sent to.
func ReachOf(ctx context.Context, src journal.Source, l Link) (Reach, error) {
	to, _, err := ReachTo(ctx, src, l.Recipient)
	return to, err
}

// Sending is what all letters with a link have in common.
type Sending struct {
	Recipient string `json:"recipient"` // a stakeholder's contact id, or a person's id
	Language  string `json:"language"`  // en, de, fr, es
	Days      int    `json:"days"`      // how long the link opens; 14 where nothing is said
	Note      string `json:"note"`      // the sender's own words in the letter
	Strict    bool   `json:"strict"`    // ask every browser for a code
	ByHand    bool   `json:"-"`         // there is no mail server
}

const (
	usualDays = 14
	mostDays  = 90
)

// check notes what is wrong and fills in what was left out.
func (s *Sending) check(c *problem.Check) {
	if s.Days == 0 {
		s.Days = usualDays
	}
	if s.Language == "" {
		s.Language = "en"
	}
	c.Text("recipient", s.Recipient, 40)
	c.Fail(s.Days >= 1 && s.Days <= mostDays, "days", "Is %d; a link opens for 1 to %d days.", s.Days, mostDays)
	c.Optional("note", s.Note, 2000)
	c.OneOf("language", s.Language, Languages...)
}

// issue keeps a link and writes its letter. The link is filled in by its purpose.
func issue(ctx context.Context, tx *journal.Tx, s Sending, l Link, write func(w *Words, to Reach, days string) (subject, words string)) (Link, error) {
	to, ours, err := ReachTo(ctx, tx, s.Recipient)
	if err != nil {
		return l, err
	}
	if err := replace(ctx, tx, l, s.Recipient); err != nil {
		return l, err
	}
	secret := newSecret()
	l.Recipient, l.Ours, l.Hash, l.Language, l.Strict, l.ByHand = s.Recipient, ours, hashOf(secret), s.Language, s.Strict, s.ByHand
	l.SentBy, l.SentAt, l.ExpiresAt = tx.Actor.Person, tx.Now(), tx.Now().Add(time.Duration(s.Days)*24*time.Hour)
	if l.Items == nil {
		l.Items = []Item{}
	}
	if err := journal.Insert(ctx, tx, &l); err != nil {
		return l, err
	}
	home, err := account.Home(ctx, tx)
	if err != nil {
		return l, err
	}
	w := In(s.Language)
	subject, words := write(w, to, w.Day(l.ExpiresAt.In(home.Location())))
	letter, err := mail.Write(ctx, tx, mail.NewLetter{Deal: l.Deal, Purpose: l.Purpose, Recipient: s.Recipient, Name: to.Name, Address: to.Mail, Subject: oneLine(subject), Words: words,
		Secret: Path(secret), Sender: tx.Actor.Person, About: l.ID, Language: s.Language, ByHand: s.ByHand})
	if err != nil {
		return l, err
	}
	l.Letter = letter.ID
	return l, journal.Update(ctx, tx, &l)
}

var earlier = journal.Where[Link](linkKind, "recipient = $2 AND purpose = $3 AND deal = $4 AND question = $5 AND used_at = 0 AND revoked_at = 0 ORDER BY id")

// replace takes back what was sent to the same person for the same before: one link is open at a time.
func replace(ctx context.Context, tx *journal.Tx, l Link, recipient string) error {
	all, err := earlier.List(ctx, tx.Reader, recipient, l.Purpose, l.Deal, l.Question)
	if err != nil {
		return err
	}
	for _, old := range all {
		if _, err := Revoke(ctx, tx, Revocation{ID: old.ID}); err != nil {
			return err
		}
	}
	return nil
}

// Path is where a link's page is.
func Path(secret string) string { return "/l/" + secret }

// Revocation takes a link back.
type Revocation struct {
	ID       string
	Revision int64
}

// Revoke takes a link back: it opens nothing any more, and a letter that still waits is not sent.
func Revoke(ctx context.Context, tx *journal.Tx, in Revocation) (Link, error) {
	l, err := journal.Hold[Link](ctx, tx, in.ID)
	if err != nil {
		return l, err
	}
	if !l.UsedAt.IsZero() || !l.RevokedAt.IsZero() {
		return l, problem.Refuse("This link is %s; there is nothing to take back.", l.State(tx.Now()))
	}
	if in.Revision != 0 {
		l.Revision = in.Revision
	}
	l.RevokedAt = tx.Now()
	if err := journal.Update(ctx, tx, &l); err != nil {
		return l, err
	}
	return l, mail.Drop(ctx, tx, l.Letter)
}
