package account

import (
	"context"
	"strings"

	"throughline/internal/clock"
	"throughline/internal/id"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/seal"
)

// Contact is a person outside. Name and address are kept under the contact's own key;
// erasing it leaves the row, the title and the word 'erased'.
type Contact struct {
	journal.Row
	Account    string        `db:"account" json:"account"`
	Name       seal.Text     `db:"name" json:"name"`
	Email      seal.Text     `db:"email" json:"email"`
	Title      string        `db:"title" json:"title"`
	Party      string        `db:"party" json:"party"` // customer, partner, reseller
	Source     string        `db:"source" json:"source"`
	ExternalID string        `db:"external_id" json:"external_id"`
	ErasedAt   clock.Instant `db:"erased_at" json:"erased_at"`
}

// Parties are the sides a person outside can stand on.
var Parties = []string{"customer", "partner", "reseller"}

var contactKind = journal.Declare[Contact]("contact", "contact")

var (
	contactByExternal = journal.Where[Contact](contactKind, "source = $2 AND external_id = $3 AND external_id <> ''")
	contactsOfAccount = journal.Where[Contact](contactKind, "account = $2 ORDER BY id")
)

// NewContact is what a person says of a contact.
type NewContact struct {
	Account, Name, Email, Title, Party, Source, ExternalID string
}

// AddContact makes a contact.
func AddContact(ctx context.Context, tx *journal.Tx, in NewContact) (Contact, error) {
	var c problem.Check
	c.Text("name", in.Name, 200)
	c.Optional("email", in.Email, 320)
	c.Fail(in.Email == "" || strings.Contains(in.Email, "@"), "email", "%q is not a mail address.", in.Email)
	if in.Party == "" {
		in.Party = "customer"
	}
	c.OneOf("party", in.Party, Parties...)
	if err := c.Err(); err != nil {
		return Contact{}, err
	}
	key := id.New(ctx)
	out := Contact{Row: journal.Row{ID: key}, Account: in.Account, Title: in.Title, Party: in.Party, Source: in.Source, ExternalID: in.ExternalID,
		Name: seal.New(key, in.Name), Email: seal.New(key, strings.TrimSpace(in.Email))}
	return out, journal.Insert(ctx, tx, &out)
}

// ContactByExternal finds a contact by its CRM's id.
func ContactByExternal(ctx context.Context, r *journal.Reader, source, id string) (Contact, bool, error) {
	return contactByExternal.One(ctx, r, source, id)
}

// ContactsOf lists an account's contacts.
func ContactsOf(ctx context.Context, r *journal.Reader, account string) ([]Contact, error) {
	return contactsOfAccount.List(ctx, r, account)
}

// Erase forgets a person outside: the key under which their name, address, segments and
// quotes are kept is thrown away. Statements of requirements stay.
func Erase(ctx context.Context, tx *journal.Tx, contact string) error {
	c, err := journal.Load[Contact](ctx, tx, contact)
	if err != nil {
		return err
	}
	if !c.ErasedAt.IsZero() {
		return problem.Refuse("This person was erased already.")
	}
	c.ErasedAt = tx.Now()
	if err := journal.Update(ctx, tx, &c); err != nil {
		return err
	}
	return tx.Erase(ctx, contact)
}
