package people

import (
	"context"

	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/problem"
)

// OpenIn begins an assessment of a person over a period.
type OpenIn struct {
	Person string
	From   clock.Date `json:"from"`
	Until  clock.Date `json:"until"`
}

// Validate says what cannot be taken.
func (in OpenIn) Validate() error {
	var c problem.Check
	c.Fail(in.From.Valid() && in.From != "", "from", "Say the first day it is about.")
	c.Fail(in.Until.Valid() && in.Until != "", "until", "Say the last day it is about.")
	c.Fail(in.From == "" || in.Until == "" || in.From < in.Until, "until", "The period ends before it begins.")
	return c.Err()
}

// OpenAssessment begins an assessment by the person and their lead. Either of them may begin it.
func OpenAssessment(ctx context.Context, tx *journal.Tx, in OpenIn) (Assessment, error) {
	s, err := StandingOf(ctx, tx.Reader, in.Person)
	if err != nil {
		return Assessment{}, err
	}
	if me := tx.Actor.Person; me != in.Person && me != s.Lead {
		return Assessment{}, absent(in.Person)
	}
	if err := in.Validate(); err != nil {
		return Assessment{}, err
	}
	switch s.Lead {
	case "":
		return Assessment{}, problem.Refuse("Nobody is named as the lead. A people administrator names one first.")
	case in.Person:
		return Assessment{}, problem.Refuse("Nobody is their own lead. A people administrator names another one first.")
	}
	if err := inTurn(ctx, tx); err != nil {
		return Assessment{}, err
	}
	all, err := assessmentsOf.List(ctx, tx.Reader, in.Person)
	if err != nil {
		return Assessment{}, err
	}
	for _, a := range all {
		if a.State != Cancelled && in.From <= a.Until && a.From <= in.Until {
			var c problem.Check
			c.Fail(false, "from", "%s to %s overlaps the assessment of %s to %s. Choose days outside it, or cancel that one.", in.From, in.Until, a.From, a.Until)
			return Assessment{}, c.Err()
		}
	}
	g, err := GuideOf(ctx, tx)
	if err != nil {
		return Assessment{}, err
	}
	a := Assessment{Person: in.Person, Lead: s.Lead, From: in.From, Until: in.Until, State: Open, Skills: g.Skills}
	return a, journal.Insert(ctx, tx, &a)
}
