package auth

import (
	"context"
	"fmt"
	"strings"

	"throughline/internal/journal"
	"throughline/internal/problem"
)

// Person is one of ours: a member of a workspace with one role.
type Person struct {
	journal.Row
	Email   string `db:"email" json:"email"` // lower case; signs in
	Name    string `db:"name" json:"name"`
	Title   string `db:"title" json:"title"`
	Role    Role   `db:"role" json:"role"`
	Zone    string `db:"zone" json:"zone"` // empty for the workspace's
	Theme   string `db:"theme" json:"theme"`
	KeysOff bool   `db:"keys_off" json:"keys_off"` // single-letter keys off
	Active  bool   `db:"active" json:"active"`
	// DigestAt is the hour of the day, in the person's zone, at which a letter says what waits for
	// them: 07:00. Empty for no letter.
	DigestAt string `db:"digest_at" json:"digest_at"`
}

var personKind = journal.Declare[Person]("person", "person")

var personByEmail = journal.Where[Person](personKind, "email = $2")

// Add makes a person of the workspace.
func Add(ctx context.Context, tx *journal.Tx, p *Person) error {
	p.Email = strings.ToLower(strings.TrimSpace(p.Email))
	if p.Name == "" {
		p.Name, _, _ = strings.Cut(p.Email, "@")
	}
	var c problem.Check
	c.Text("email", p.Email, 320)
	c.Fail(strings.Count(p.Email, "@") == 1, "email", "%q is not a mail address.", p.Email)
	c.Text("name", p.Name, 120)
	c.OneOf("role", string(p.Role), roleWords()...)
	if err := c.Err(); err != nil {
		return err
	}
	if _, there, err := personByEmail.One(ctx, tx.Reader, p.Email); err != nil || there {
		if err == nil {
			err = problem.Refuse("%s is a person of this workspace already.", p.Email)
		}
		return err
	}
	p.Active = true
	return journal.Insert(ctx, tx, p)
}

func roleWords() (out []string) {
	for _, r := range Roles {
		out = append(out, string(r))
	}
	return out
}

// PersonEdit is what can be changed of a person.
type PersonEdit struct {
	ID       string
	Revision int64
	Name     string `json:"name"`
	Title    string `json:"title"`
	Role     Role   `json:"role"`
	Active   bool   `json:"active"`
}

// Change edits a person; the last active admin stays one.
func Change(ctx context.Context, tx *journal.Tx, in PersonEdit) error {
	var c problem.Check
	c.Text("name", in.Name, 120)
	c.OneOf("role", string(in.Role), roleWords()...)
	if err := c.Err(); err != nil {
		return err
	}
	all, err := People(ctx, tx)
	if err != nil {
		return err
	}
	admins := 0
	var p *Person
	for i := range all {
		if all[i].ID == in.ID {
			p = &all[i]
		}
		if all[i].Role == Admin && all[i].Active && all[i].ID != in.ID {
			admins++
		}
	}
	if p == nil {
		return problem.NotFound("person", in.ID)
	}
	if admins == 0 && p.Role == Admin && (in.Role != Admin || !in.Active) {
		return problem.Refuse("%s is the last admin. Make someone else admin first.", p.Name)
	}
	if in.Revision != 0 {
		p.Revision = in.Revision
	}
	p.Name, p.Title, p.Role, p.Active = in.Name, in.Title, in.Role, in.Active
	return journal.Update(ctx, tx, p)
}

// Taste is how a person likes their pages.
type Taste struct {
	Theme   string `json:"theme"` // light, dark, or empty for the system's
	Zone    string `json:"zone"`
	KeysOff bool   `json:"keys_off"`
	// DigestAt is when the daily letter comes, as in 07:00; empty for none.
	DigestAt string `json:"digest_at"`
}

// DigestHours are when a daily letter can come.
var DigestHours = func() (out []string) {
	for h := range 24 {
		out = append(out, fmt.Sprintf("%02d:00", h))
	}
	return out
}()

// Prefer sets the actor's own taste.
func Prefer(ctx context.Context, tx *journal.Tx, in Taste) error {
	var c problem.Check
	c.OneOf("theme", in.Theme, "", "light", "dark")
	c.OneOf("digest_at", in.DigestAt, append([]string{""}, DigestHours...)...)
	if in.Zone != "" { // else the workspace's
		c.Zone("zone", in.Zone)
	}
	if err := c.Err(); err != nil {
		return err
	}
	p, err := journal.Load[Person](ctx, tx, tx.Actor.Person)
	if err != nil {
		return err
	}
	p.Theme, p.Zone, p.KeysOff, p.DigestAt = in.Theme, in.Zone, in.KeysOff, in.DigestAt
	return journal.Update(ctx, tx, &p)
}

// People lists everyone of the workspace, in the order they came.
func People(ctx context.Context, src journal.Source) ([]Person, error) {
	return journal.List[Person](ctx, src, "")
}
