package design

import (
	"context"
	"strings"

	"throughline/internal/journal"
	"throughline/internal/problem"
)

// Ruling moves a decision on.
type Ruling struct {
	ID           string
	Revision     int64
	Status       DecisionStatus `json:"status"`
	SupersededBy string         `json:"superseded_by"` // the decision that takes its place, by id
}

// Decide accepts, rejects, supersedes or reopens a decision. Accepted must be what says its
// outcome; superseded names the accepted decision that takes its place.
func Decide(ctx context.Context, tx *journal.Tx, in Ruling) (Decision, error) {
	var c problem.Check
	c.OneOf("status", string(in.Status), string(Proposed), string(Accepted), string(Superseded), string(Rejected))
	c.Fail(in.Status != Superseded || in.SupersededBy != "", "superseded_by", "Name the decision that takes its place.")
	if err := c.Err(); err != nil {
		return Decision{}, err
	}
	d, err := openDecision(ctx, tx, in.ID, in.Revision)
	if err != nil {
		return d, err
	}
	d.SupersededBy = ""
	switch in.Status {
	case Accepted:
		if strings.TrimSpace(d.Outcome) == "" {
			return d, problem.Refuse("%s has no outcome yet. Write which option was chosen and why, then accept it.", d.Key())
		}
	case Superseded:
		by, err := journal.Load[Decision](ctx, tx, in.SupersededBy)
		if err != nil {
			return d, err
		}
		if by.Deal != d.Deal || by.ID == d.ID {
			return d, problem.NotFound("decision", in.SupersededBy)
		}
		if by.Status != Accepted {
			return d, problem.Refuse("%s is %s. Accept it first; until then %s holds.", by.Key(), by.Status, d.Key())
		}
		d.SupersededBy = by.ID
	}
	if d.Date, err = today(ctx, tx); err != nil {
		return d, err
	}
	d.Status = in.Status
	return d, journal.Update(ctx, tx, &d)
}
