package discovery

import (
	"context"

	"throughline/internal/account"
	"throughline/internal/journal"
	"throughline/internal/problem"
)

// AcceptedMany is what became of several candidates that were accepted as they stand.
type AcceptedMany struct {
	Outcomes []Outcome  `json:"outcomes"`
	Refused  []NotTaken `json:"refused"`
}

// NotTaken is a candidate that could not be accepted as it stands, with the reason.
type NotTaken struct {
	ID  string `json:"id"`
	Why string `json:"why"`
}

// AcceptMany accepts candidates of a deal as they stand, in one act; of a newer list also what
// changed or is gone, as TakeChange does. One that cannot be is named and left waiting; the others
// are accepted.
func AcceptMany(ctx context.Context, tx *journal.Tx, deal string, ids []string) (AcceptedMany, error) {
	out := AcceptedMany{Outcomes: []Outcome{}, Refused: []NotTaken{}}
	var k problem.Check
	k.Fail(len(ids) > 0, "ids", "Choose at least one candidate.")
	k.Fail(len(ids) <= maxCandidates, "ids", "Are %d; at most %d go in one step.", len(ids), maxCandidates)
	if err := k.Err(); err != nil {
		return out, err
	}
	if _, err := account.Deal(ctx, tx, deal); err != nil {
		return out, err
	}
	seen := map[string]bool{}
	for _, id := range ids {
		if seen[id] {
			continue
		}
		seen[id] = true
		c, err := journal.Load[Candidate](ctx, tx, id)
		if err == nil && c.Deal != deal {
			err = problem.NotFound("candidate", id)
		}
		if err != nil {
			return out, err
		}
		o, err := c.take(ctx, tx)
		switch problem.Of(err) {
		case problem.Refused, problem.Invalid:
			out.Refused = append(out.Refused, NotTaken{id, err.Error()})
		default:
			if err != nil {
				return out, err
			}
			out.Outcomes = append(out.Outcomes, o)
		}
	}
	return out, nil
}

// take accepts a candidate as what it is.
func (c Candidate) take(ctx context.Context, tx *journal.Tx) (Outcome, error) {
	if c.State == Found && c.Changes() {
		return TakeChange(ctx, tx, ListChange{ID: c.ID})
	}
	return Accept(ctx, tx, Acceptance{ID: c.ID})
}

// Merging is one candidate and the requirement that says the same.
type Merging struct {
	ID   string `json:"id"`
	Into string `json:"into"`
}

// MergeMany merges candidates of a deal into requirements in one act. One that cannot be is named
// and left waiting; the others are merged.
func MergeMany(ctx context.Context, tx *journal.Tx, deal string, pairs []Merging) (AcceptedMany, error) {
	out := AcceptedMany{Outcomes: []Outcome{}, Refused: []NotTaken{}}
	var k problem.Check
	k.Fail(len(pairs) > 0, "ids", "Choose at least one candidate that says the same as a requirement.")
	k.Fail(len(pairs) <= maxCandidates, "ids", "Are %d; at most %d go in one step.", len(pairs), maxCandidates)
	if err := k.Err(); err != nil {
		return out, err
	}
	if _, err := account.Deal(ctx, tx, deal); err != nil {
		return out, err
	}
	for _, p := range pairs {
		c, err := journal.Load[Candidate](ctx, tx, p.ID)
		if err == nil && c.Deal != deal {
			err = problem.NotFound("candidate", p.ID)
		}
		if err != nil {
			return out, err
		}
		c, err = Merge(ctx, tx, p.ID, 0, p.Into)
		switch problem.Of(err) {
		case problem.Refused, problem.Invalid:
			out.Refused = append(out.Refused, NotTaken{p.ID, err.Error()})
		default:
			if err != nil {
				return out, err
			}
			out.Outcomes = append(out.Outcomes, Outcome{Candidate: c})
		}
	}
	return out, nil
}
