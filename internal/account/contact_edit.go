package account

import (
	"context"
	"strings"

	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/seal"
)

// ContactEdit is what a person changes of a contact.
type ContactEdit struct {
	ID       string
	Revision int64
	Name     string `json:"name"`
	Email    string `json:"email"`
	Title    string `json:"title"`
	Party    string `json:"party"`
}

// EditContact writes a contact. An erased one cannot be given a name again.
func EditContact(ctx context.Context, tx *journal.Tx, in ContactEdit) (Contact, error) {
	var c problem.Check
	c.Text("name", in.Name, 200)
	c.Optional("email", in.Email, 320)
	c.Optional("title", in.Title, 200)
	c.Fail(in.Email == "" || strings.Contains(in.Email, "@"), "email", "%q is not a mail address.", in.Email)
	c.OneOf("party", in.Party, Parties...)
	if err := c.Err(); err != nil {
		return Contact{}, err
	}
	k, err := journal.Load[Contact](ctx, tx, in.ID)
	if err != nil {
		return k, err
	}
	if !k.ErasedAt.IsZero() {
		return k, problem.Refuse("This person was erased. Add them anew if they are to be kept again.")
	}
	if in.Revision != 0 {
		k.Revision = in.Revision
	}
	k.Name, k.Email = k.renamed(in.Name, in.Email)
	k.Title, k.Party = in.Title, in.Party
	return k, journal.Update(ctx, tx, &k)
}

// renamed gives name and address under the contact's key; unchanged words keep their seal.
func (k Contact) renamed(name, email string) (seal.Text, seal.Text) {
	return rewritten(k.Name, k.ID, strings.TrimSpace(name)), rewritten(k.Email, k.ID, strings.TrimSpace(email))
}

func rewritten(was seal.Text, owner, words string) seal.Text {
	if was.String() == words {
		return was
	}
	return seal.New(owner, words)
}
