package design

import (
	"context"
	"slices"
	"strings"

	"throughline/internal/account"
	"throughline/internal/journal"
	"throughline/internal/problem"
)

// ReviewRequest asks named people to approve the design as it stands.
type ReviewRequest struct {
	Deal      string
	Title     string   `json:"title"`
	Approvers []string `json:"approvers"` // persons' and contacts' ids
}

// RequestReview freezes the design as the next version and puts it before its approvers. While
// one is in review it is frozen anew, and approvals given so far fall.
func RequestReview(ctx context.Context, tx *journal.Tx, in ReviewRequest) (Version, error) {
	if _, err := account.Deal(ctx, tx, in.Deal); err != nil {
		return Version{}, err
	}
	var c problem.Check
	c.Text("title", in.Title, 200)
	c.Fail(len(in.Approvers) > 0, "approvers", "Name at least one person who is to approve.")
	c.Fail(len(in.Approvers) <= 20, "approvers", "At most 20 people can be asked.")
	if err := c.Err(); err != nil {
		return Version{}, err
	}
	if err := everyKnown(ctx, tx, in.Deal, "approvers", in.Approvers); err != nil {
		return Version{}, err
	}
	m, decisions, err := whole(ctx, tx, in.Deal)
	if err != nil {
		return Version{}, err
	}
	if len(m.Elements)+len(decisions) == 0 {
		return Version{}, problem.Refuse("There is nothing to review yet: add an element or a decision first.")
	}
	all, err := Versions(ctx, tx, in.Deal)
	if err != nil {
		return Version{}, err
	}
	v := Version{Row: journal.Row{Deal: in.Deal}, Number: len(all) + 1}
	if n := len(all); n > 0 && (all[n-1].State == VersionInReview || all[n-1].State == VersionDraft) {
		v = all[n-1]
	}
	v.Title, v.State, v.Approvals = strings.TrimSpace(in.Title), VersionInReview, nil
	v.Approvers = slices.Compact(slices.Sorted(slices.Values(in.Approvers)))
	v.AskedBy, v.AskedAt = tx.Actor.Person, tx.Now()
	v.freeze(m, decisions)
	if v.ID == "" {
		return v, journal.Insert(ctx, tx, &v)
	}
	return v, journal.Update(ctx, tx, &v)
}

// whole is the model with the decisions.
func whole(ctx context.Context, src journal.Source, deal string) (*Model, []Decision, error) {
	m, err := Read(ctx, src, deal)
	if err != nil {
		return nil, nil, err
	}
	decisions, err := Decisions(ctx, src, deal)
	return m, decisions, err
}
