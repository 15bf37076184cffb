package wiretest

import (
	"context"

	"throughline/internal/journal"
	"throughline/internal/people"
)

// Lead has people of ours led by one of them, who is made a people administrator for it.
func (w *World) Lead(lead string, led ...string) {
	by := w.As(lead, "")
	by.Do("people.appoint", func(ctx context.Context, tx *journal.Tx) error {
		_, err := people.Appoint(ctx, tx, people.Appointment{Person: lead})
		return err
	})
	for _, person := range led {
		by.Do("people.place", func(ctx context.Context, tx *journal.Tx) error {
			_, err := people.Place(ctx, tx, people.PlaceIn{Person: person, Lead: lead})
			return err
		})
	}
}
