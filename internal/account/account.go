package account

import (
	"context"
	"strings"

	"throughline/internal/journal"
	"throughline/internal/problem"
)

// Account is a company. Identity is the CRM's id, else the name.
type Account struct {
	journal.Row
	Name       string `db:"name" json:"name"`
	Key        string `db:"name_key" json:"-"` // the name folded: case, punctuation and legal form gone
	Domain     string `db:"domain" json:"domain"`
	Industry   string `db:"industry" json:"industry"`
	Parent     string `db:"parent" json:"parent"` // an account's id; a subsidiary is linked, never merged
	Source     string `db:"source" json:"source"` // salesforce, hubspot, pipedrive, or empty for by hand
	ExternalID string `db:"external_id" json:"external_id"`
	MergedInto string `db:"merged_into" json:"merged_into"` // an account's id, set by a person
}

var accountKind = journal.Declare[Account]("account", "account")

var (
	accountByExternal = journal.Where[Account](accountKind, "source = $2 AND external_id = $3 AND external_id <> ''")
	accountByKey      = journal.Where[Account](accountKind, "name_key = $2 AND merged_into = '' ORDER BY id")
	accountsOfAll     = journal.Where[Account](accountKind, "merged_into = '' AND (name_key > $2 OR name_key = $2 AND id > $3) ORDER BY name_key, id LIMIT $4")
)

// AddAccount makes an account.
func AddAccount(ctx context.Context, tx *journal.Tx, a *Account) error {
	var c problem.Check
	c.Text("name", a.Name, 200)
	c.Optional("domain", a.Domain, 200)
	if err := c.Err(); err != nil {
		return err
	}
	a.Key = KeyOf(a.Name).Key
	return journal.Insert(ctx, tx, a)
}

// ByExternal finds an account by its CRM's id.
func ByExternal(ctx context.Context, r *journal.Reader, source, id string) (Account, bool, error) {
	return accountByExternal.One(ctx, r, source, id)
}

// ByName lists the accounts whose folded name is that of name.
func ByName(ctx context.Context, r *journal.Reader, name string) ([]Account, error) {
	return accountByKey.List(ctx, r, KeyOf(name).Key)
}

// Accounts is a page of accounts in the order of their folded names, after a cursor (Cursor).
func Accounts(ctx context.Context, r *journal.Reader, after string, limit int) ([]Account, error) {
	key, id, _ := strings.Cut(after, " ")
	return accountsOfAll.List(ctx, r, key, id, limit)
}

// Cursor is where the page after this account begins. Folded names hold no blank.
func (a Account) Cursor() string { return a.Key + " " + a.ID }
