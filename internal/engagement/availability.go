package engagement

import (
	"context"

	"throughline/internal/journal"
	"throughline/internal/problem"
)

// Availability is how many hours of a week a person can give to deals. Who said nothing has the
// hours of a full week.
type Availability struct {
	journal.Row
	Person string `db:"person" json:"person"`
	Hours  int    `db:"hours" json:"hours"`
}

var availabilityKind = journal.Declare[Availability]("availability", "availability")

// FullWeek is what a person has who said nothing.
const FullWeek = 40

// Availabilities are the hours of everyone who said theirs, by person.
func Availabilities(ctx context.Context, src journal.Source) (map[string]Availability, error) {
	all, err := journal.List[Availability](ctx, src, "")
	out := make(map[string]Availability, len(all))
	for _, a := range all {
		out[a.Person] = a
	}
	return out, err
}

// HoursIn is how many hours of a week the actor can give.
type HoursIn struct {
	Revision int64
	Hours    int `json:"hours"`
}

// SetHours says how many hours of a week the actor can give to deals.
func SetHours(ctx context.Context, tx *journal.Tx, in HoursIn) (Availability, error) {
	var c problem.Check
	c.Fail(in.Hours >= 0 && in.Hours <= mostHours, "hours", "A week has 0 to %d hours.", mostHours)
	if err := c.Err(); err != nil {
		return Availability{}, err
	}
	all, err := Availabilities(ctx, tx)
	if err != nil {
		return Availability{}, err
	}
	a, there := all[tx.Actor.Person]
	a.Hours = in.Hours
	if !there {
		a.Person = tx.Actor.Person
		return a, journal.Insert(ctx, tx, &a)
	}
	if in.Revision != 0 {
		a.Revision = in.Revision // Update refuses when another came between
	}
	return a, journal.Update(ctx, tx, &a)
}
