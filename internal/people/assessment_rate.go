package people

import (
	"context"

	"throughline/internal/id"
	"throughline/internal/journal"
	"throughline/internal/people/skill"
	"throughline/internal/problem"
)

// RateIn is what one party writes: a rating of each skill, those not seen left out.
type RateIn struct {
	ID     string
	Finish bool // no more will be written
	Rows
}

// Rows are ratings by skill, 0 to 5; what was not seen is left out.
type Rows struct {
	Ratings skill.Ratings `json:"ratings"`
}

// Rate writes the actor's own rows, as often as they like until they finish. When both have
// finished, the rows of both open at once, in this act. It answers with the assessment, never
// with rows.
func Rate(ctx context.Context, tx *journal.Tx, in RateIn) (Assessment, error) {
	a, party, err := held(ctx, tx, in.ID, 0, Open, SelfDone, LeadDone)
	if err != nil {
		return a, err
	}
	if party == bySelf && a.State == SelfDone || party == byLead && a.State == LeadDone {
		return a, problem.Refuse("You have finished. It opens when the other has finished too.")
	}
	if err := in.Ratings.Check(a.about()); err != nil {
		return a, err
	}
	if in.Finish && len(in.Ratings) == 0 {
		var c problem.Check
		c.Fail(false, "ratings", "Nothing is rated yet. Rate what was seen, then finish.")
		return a, c.Err()
	}
	if err := writeRows(ctx, tx, a, party, in.Ratings); err != nil || !in.Finish {
		return a, err
	}
	switch {
	case a.State != Open:
		a.State = BothDone
	case party == bySelf:
		a.State = SelfDone
	default:
		a.State = LeadDone
	}
	return a, journal.Update(ctx, tx, &a)
}

// writeRows keeps rows under a key of their own. It goes with the person's, so that what a lead
// wrote of them is erased with them.
func writeRows(ctx context.Context, tx *journal.Tx, a Assessment, party string, r skill.Ratings) error {
	had, err := rowsBy(ctx, tx.Reader, a.ID, party)
	if err != nil {
		return err
	}
	fresh := had.ID == ""
	if fresh {
		had.ID = id.New(ctx)
		if err := tx.Tie(ctx, had.ID, a.Person); err != nil {
			return err
		}
	}
	if had.Ratings, err = pack(had.ID, r); err != nil {
		return err
	}
	if fresh {
		return journal.Insert(ctx, tx, &had)
	}
	return journal.Update(ctx, tx, &had)
}

// passOn gives a person's sealed assessments to a new lead, who begins with rows of their own:
// what the old one wrote is destroyed unread.
func passOn(ctx context.Context, tx *journal.Tx, person, lead string) error {
	all, err := assessmentsOf.List(ctx, tx.Reader, person)
	if err != nil {
		return err
	}
	for _, a := range all {
		if !a.State.Sealed() {
			continue
		}
		if err := destroy(ctx, tx, a.ID, byLead); err != nil {
			return err
		}
		switch {
		case lead == "":
			a.State = Cancelled
			if err := destroy(ctx, tx, a.ID, bySelf); err != nil {
				return err
			}
		case a.State == LeadDone:
			a.State = Open
		}
		a.Lead = lead
		if err := journal.Update(ctx, tx, &a); err != nil {
			return err
		}
	}
	return nil
}

// destroy erases what a party wrote, here and in the journal.
func destroy(ctx context.Context, tx *journal.Tx, assessment, party string) error {
	had, err := rowsBy(ctx, tx.Reader, assessment, party)
	if err != nil || had.ID == "" {
		return err
	}
	if err := journal.Delete(ctx, tx, &had); err != nil {
		return err
	}
	return tx.Erase(ctx, had.ID)
}
