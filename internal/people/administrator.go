package people

import (
	"context"

	"throughline/internal/auth"
	"throughline/internal/journal"
	"throughline/internal/problem"
)

// Administrator is a person who keeps where people stand and who leads them. It is an office
// beside the roles: who runs the workspace does not hold it by that.
type Administrator struct {
	journal.Row
	Person string `db:"person" json:"person"`
}

var _ = journal.Declare[Administrator]("people administrator", "people_administrator")

// Administrators are the workspace's people administrators.
func Administrators(ctx context.Context, src journal.Source) ([]Administrator, error) {
	return journal.List[Administrator](ctx, src, "")
}

// Appointment names a person for the office.
type Appointment struct {
	Person string `json:"person"`
}

// Appoint makes a person a people administrator.
func Appoint(ctx context.Context, tx *journal.Tx, in Appointment) (Administrator, error) {
	p, err := active(ctx, tx, "person", in.Person)
	if err != nil {
		return Administrator{}, err
	}
	all, err := Administrators(ctx, tx)
	for _, a := range all {
		if a.Person == p.ID {
			return a, problem.Refuse("%s is a people administrator already.", p.Name)
		}
	}
	a := Administrator{Person: p.ID}
	if err == nil {
		err = journal.Insert(ctx, tx, &a)
	}
	return a, err
}

// Dismiss ends the office of the person.
func Dismiss(ctx context.Context, tx *journal.Tx, in Appointment) (Administrator, error) {
	all, err := Administrators(ctx, tx)
	for _, a := range all {
		if a.Person == in.Person && err == nil {
			return a, journal.Delete(ctx, tx, &a)
		}
	}
	if err == nil {
		err = problem.NotFound("people administrator", in.Person)
	}
	return Administrator{}, err
}

// active is a person who may come in; anybody else is a fault of the field.
func active(ctx context.Context, src journal.Source, field, id string) (auth.Person, error) {
	p, err := journal.Load[auth.Person](ctx, src, id)
	var c problem.Check
	switch {
	case problem.Of(err) == problem.Missing:
		c.Fail(false, field, "Name one of the people of this workspace.")
		return p, c.Err()
	case err != nil:
		return p, err
	}
	c.Fail(p.Active, field, "%s does not work here any more. Name somebody else.", p.Name)
	return p, c.Err()
}
