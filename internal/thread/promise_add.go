package thread

import (
	"context"
	"crypto/sha256"
	"encoding/hex"

	"throughline/internal/account"
	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/seal"
)

// NewPromise records what was promised, in one line or in full.
type NewPromise struct {
	Deal        string
	Requirement string        `json:"requirement"`
	Words       string        `json:"words"`
	Owner       string        `json:"-"` // a contact's id when they are the contact's own words (a caveat)
	Sort        string        `json:"sort"`
	ByPerson    string        `json:"by_person"` // empty for the one who records it
	ToContact   string        `json:"to_contact"`
	Where       string        `json:"where"`
	FromKind    string        `json:"-"`
	FromID      string        `json:"-"`
	SaidAt      clock.Instant `json:"said_at"`
	Due         clock.Date    `json:"due"`
	Contractual string        `json:"contractual"`
}

// Give records a promise. One found after the freeze is a surprise, and counted as such.
func Give(ctx context.Context, tx *journal.Tx, in NewPromise) (Promise, error) {
	if in.Sort == "" {
		in.Sort = "spoken"
	}
	if in.Contractual == "" {
		in.Contractual = "implied"
	}
	var c problem.Check
	c.Text("words", in.Words, 2000)
	c.OneOf("sort", in.Sort, Sorts...)
	c.OneOf("contractual", in.Contractual, "yes", "no", "implied")
	c.Optional("where", in.Where, 200)
	if err := c.Err(); err != nil {
		return Promise{}, err
	}
	deal, err := account.Deal(ctx, tx, in.Deal)
	if err != nil {
		return Promise{}, err
	}
	if in.Requirement != "" {
		if err := belongs(ctx, tx, in.Deal, in.Requirement); err != nil {
			return Promise{}, err
		}
	}
	all, err := Promises(ctx, tx, in.Deal)
	if err != nil {
		return Promise{}, err
	}
	p := Promise{Row: journal.Row{Deal: in.Deal}, Number: 1, Requirement: in.Requirement, WordsHash: Hash(in.Words), Sort: in.Sort, ByPerson: in.ByPerson,
		ToContact: in.ToContact, Where: in.Where, FromKind: in.FromKind, FromID: in.FromID, SaidAt: in.SaidAt, Due: in.Due, Contractual: in.Contractual,
		State: PromiseOpen, Surprise: deal.SignedOn != ""}
	if len(all) > 0 {
		p.Number = all[len(all)-1].Number + 1
	}
	if p.SaidAt.IsZero() {
		p.SaidAt = tx.Now()
	}
	if p.ByPerson == "" {
		p.ByPerson = tx.Actor.Person
	}
	p.Words = seal.New(owner(in.Owner, in.Deal), in.Words)
	return p, journal.Insert(ctx, tx, &p)
}

// owner is whose key words are kept under: a contact's own, else the deal's, which no
// erasure of a person touches.
func owner(contact, deal string) string {
	if contact != "" {
		return contact
	}
	return deal
}

// Hash is SHA-256 of exact words, in hex: what stays of them for good.
func Hash(words string) string {
	h := sha256.Sum256([]byte(words))
	return hex.EncodeToString(h[:])
}
