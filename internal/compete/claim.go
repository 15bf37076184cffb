package compete

import (
	"context"
	"slices"

	"throughline/internal/account"
	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/seal"
	"throughline/internal/thread"
)

// Claim says where a competitor is strong or weak, in our words, with its source and the day it was
// seen.
type Claim struct {
	journal.Row
	Rival       string     `db:"rival" json:"rival"`
	Competitor  string     `db:"competitor" json:"competitor"`
	Requirement string     `db:"requirement" json:"requirement"` // against which; empty for in general
	Side        string     `db:"side" json:"side"`
	Statement   string     `db:"statement" json:"statement"`
	Source      string     `db:"source" json:"source"`
	Place       string     `db:"place" json:"place"`     // where it can be looked up: an address, a page, a call
	Contact     string     `db:"contact" json:"contact"` // who of theirs said it
	Quote       seal.Text  `db:"quote" json:"quote"`     // in their words
	SeenOn      clock.Date `db:"seen_on" json:"seen_on"`
	Withdrawn   string     `db:"withdrawn" json:"withdrawn"` // why it does not hold
	By          string     `db:"said_by" json:"by"`
}

// Sides of a claim: where they are strong, and where weak.
var Sides = []string{"strong", "weak"}

// Sources of a claim, the surest first.
var Sources = []string{"own test", "their document", "public page", "customer said", "partner said", "hearsay"}

// FreshDays is how long a claim is fresh: by then half of what is said of a feature no longer
// holds.
const FreshDays = 120

var claimKind = journal.Declare[Claim]("claim", "claim")

// Stands says whether nobody took it back.
func (c Claim) Stands() bool { return c.Withdrawn == "" }

// Old says whether the claim was seen so long ago that it has to be looked at again.
func (c Claim) Old(today clock.Date) bool { return c.SeenOn < today.AddDays(-FreshDays) }

// Claims are a deal's, in the order they were made.
func Claims(ctx context.Context, src journal.Source, deal string) ([]Claim, error) {
	return journal.List[Claim](ctx, src, deal)
}

// NewClaim is what a person says of a competitor.
type NewClaim struct {
	Deal        string
	Rival       string     `json:"rival"`
	Requirement string     `json:"requirement"`
	Side        string     `json:"side"`
	Statement   string     `json:"statement"`
	Source      string     `json:"source"`
	Place       string     `json:"place"`
	Contact     string     `json:"contact"`
	Quote       string     `json:"quote"`
	SeenOn      clock.Date `json:"seen_on"` // empty for today
}

// Validate says what cannot be taken.
func (in *NewClaim) Validate(today clock.Date) error {
	if in.SeenOn == "" {
		in.SeenOn = today
	}
	var c problem.Check
	c.OneOf("side", in.Side, Sides...)
	c.Text("statement", in.Statement, 500)
	c.OneOf("source", in.Source, Sources...)
	c.Optional("place", in.Place, 500)
	c.Fail(in.Source == "hearsay" || in.Place != "" || in.Contact != "", "place", "Say where it can be looked up, or who said it. What nobody can look up is hearsay.")
	checkWords(&c, "quote", in.Quote, in.Contact)
	checkSeen(&c, in.SeenOn, today)
	return c.Err()
}

// Say makes a claim on a competitor of the deal.
func Say(ctx context.Context, tx *journal.Tx, in NewClaim) (Claim, error) {
	today, err := account.Today(ctx, tx)
	if err != nil {
		return Claim{}, err
	}
	if err := in.Validate(today); err != nil {
		return Claim{}, err
	}
	v, err := journal.Hold[Rival](ctx, tx, in.Rival)
	if err != nil {
		return Claim{}, err
	}
	if v.Deal != in.Deal {
		return Claim{}, problem.NotFound(rivalKind.Name, in.Rival)
	}
	if err := theirs(ctx, tx, in.Deal, in.Contact); err != nil {
		return Claim{}, err
	}
	if in.Requirement != "" {
		all, err := thread.Requirements(ctx, tx, in.Deal)
		if err != nil {
			return Claim{}, err
		}
		if !slices.ContainsFunc(all, func(r thread.Requirement) bool { return r.ID == in.Requirement }) {
			return Claim{}, problem.NotFound("requirement", in.Requirement)
		}
	}
	c := Claim{Row: journal.Row{Deal: in.Deal}, Rival: v.ID, Competitor: v.Competitor, Requirement: in.Requirement, Side: in.Side, Statement: in.Statement, Source: in.Source,
		Place: in.Place, Contact: in.Contact, Quote: seal.New(in.Contact, in.Quote), SeenOn: in.SeenOn, By: tx.Actor.Person}
	return c, journal.Insert(ctx, tx, &c)
}

// Retraction takes a claim back.
type Retraction struct {
	ID       string
	Revision int64
	Why      string `json:"why"`
}

// WithdrawClaim takes a claim back, with the reason: it leaves every list but its deal's.
func WithdrawClaim(ctx context.Context, tx *journal.Tx, in Retraction) (Claim, error) {
	var check problem.Check
	check.Text("why", in.Why, 500)
	if err := check.Err(); err != nil {
		return Claim{}, err
	}
	c, err := journal.Hold[Claim](ctx, tx, in.ID)
	if err != nil {
		return c, err
	}
	if in.Revision != 0 {
		c.Revision = in.Revision
	}
	c.Withdrawn = in.Why
	return c, journal.Update(ctx, tx, &c)
}
