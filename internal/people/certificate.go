package people

import (
	"context"

	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/seal"
)

// Certificate is one a person holds. It is a sign of readiness while it runs, never a rating.
type Certificate struct {
	journal.Row
	Person string    `db:"person" json:"person"`
	Kept   seal.Text `db:"words" json:"-"`
}

var certificateKind = journal.Declare[Certificate]("certificate", "certificate")

var certificatesOf = journal.Where[Certificate](certificateKind, "deal = '' AND person = $2 ORDER BY id")

// CertificateIn is a certificate as its holder writes it.
type CertificateIn struct {
	ID       string
	Revision int64
	Paper
}

// Paper is what a certificate says.
type Paper struct {
	Name    string     `json:"name"`
	Issuer  string     `json:"issuer"`
	Number  string     `json:"number"`
	Issued  clock.Date `json:"issued"`
	Expires clock.Date `json:"expires"` // empty where it runs for good
}

// Validate says what cannot be taken.
func (in Paper) Validate() error {
	var c problem.Check
	c.Text("name", in.Name, 200)
	c.Optional("issuer", in.Issuer, 200)
	c.Optional("number", in.Number, 200)
	c.Fail(in.Issued.Valid(), "issued", "Is no day.")
	c.Fail(in.Expires.Valid(), "expires", "Is no day.")
	c.Fail(in.Issued == "" || in.Expires == "" || in.Issued < in.Expires, "expires", "It ends before it begins.")
	return c.Err()
}

// Held is a certificate as it is read.
type Held struct {
	Certificate
	Paper
	Runs bool `json:"runs"` // on the day it was asked for
}

// CertificatesOf are a person's certificates on a day.
func CertificatesOf(ctx context.Context, r *journal.Reader, person string, day clock.Date) ([]Held, error) {
	all, err := certificatesOf.List(ctx, r, person)
	out := make([]Held, 0, len(all))
	for _, c := range all {
		in, err := unpack[Paper](c.Kept)
		if err != nil {
			return nil, err
		}
		out = append(out, Held{c, in, in.Expires == "" || in.Expires >= day})
	}
	return out, err
}

// AddCertificate writes down a certificate of the actor.
func AddCertificate(ctx context.Context, tx *journal.Tx, in CertificateIn) (Certificate, error) {
	c := Certificate{Person: tx.Actor.Person}
	if err := c.fill(in.Paper); err != nil {
		return c, err
	}
	return c, journal.Insert(ctx, tx, &c)
}

// EditCertificate changes one of the actor's certificates.
func EditCertificate(ctx context.Context, tx *journal.Tx, in CertificateIn) (Certificate, error) {
	c, err := own[Certificate](ctx, tx, in.ID, in.Revision)
	if err != nil {
		return c, err
	}
	if err := c.fill(in.Paper); err != nil {
		return c, err
	}
	return c, journal.Update(ctx, tx, &c)
}

// RemoveCertificate takes one of the actor's certificates away.
func RemoveCertificate(ctx context.Context, tx *journal.Tx, id string, revision int64) (Certificate, error) {
	c, err := own[Certificate](ctx, tx, id, revision)
	if err != nil {
		return c, err
	}
	return c, journal.Delete(ctx, tx, &c)
}

func (c *Certificate) fill(in Paper) (err error) {
	if err := in.Validate(); err != nil {
		return err
	}
	c.Kept, err = pack(c.Person, in)
	return err
}

func (c Certificate) owner() string { return c.Person }
