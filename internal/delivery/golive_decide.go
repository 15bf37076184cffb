package delivery

import (
	"context"

	"throughline/internal/account"
	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/problem"
)

// Decision is a go-live decision as a person records it. What is neither covered nor left
// out by name is asked for, so that nothing goes live, or is left behind, unsaid.
type Decision struct {
	Deal           string
	Outcome        Outcome       `json:"outcome"`
	At             clock.Instant `json:"at"` // empty for now
	Persons        []string      `json:"persons"`
	Contacts       []string      `json:"contacts"`
	Evidence       string        `json:"evidence"`
	Requirements   []string      `json:"requirements"`
	Promises       []string      `json:"promises"`
	LeftOut        []LeftOut     `json:"left_out"`
	Overrides      []Override    `json:"overrides"`
	Conditions     []Condition   `json:"conditions"`
	HypercareUntil clock.Date    `json:"hypercare_until"`
}

// Validate says what cannot be taken.
func (in *Decision) Validate() error {
	var c problem.Check
	c.OneOf("outcome", string(in.Outcome), string(Go), string(GoWithConditions), string(NoGo))
	c.Text("evidence", in.Evidence, 4000)
	c.Fail(len(in.Persons)+len(in.Contacts) > 0, "persons", "Name at least one person who decided.")
	c.Fail(in.Outcome == NoGo || len(in.Requirements) > 0, "requirements", "Choose the requirements that go live.")
	c.Fail(in.Outcome != NoGo || len(in.Requirements)+len(in.Promises) == 0, "requirements", "A no-go covers nothing.")
	c.Fail(in.Outcome != GoWithConditions || len(in.Conditions) > 0, "conditions", "Say at least one condition, or decide go.")
	c.Fail(in.Outcome == GoWithConditions || len(in.Conditions) == 0, "conditions", "Conditions belong to a go with conditions.")
	checkDate(&c, "hypercare_until", in.HypercareUntil)
	for _, k := range in.Conditions {
		c.Text("conditions.text", k.Text, 1000)
		checkDate(&c, "conditions.due", k.Due)
	}
	for _, l := range in.LeftOut {
		c.OneOf("left_out.kind", l.Kind, "requirement", "promise")
		c.Text("left_out.reason", l.Reason, 1000)
	}
	for _, o := range in.Overrides {
		c.Text("overrides.reason", o.Reason, 1000)
		checkDate(&c, "overrides.until", o.Until)
	}
	return c.Err()
}

// Decide records the go-live decision. It is refused when it covers a requirement whose check
// failed or is missing, unless that is overridden by name with a reason, and when something
// that is owed is neither covered nor left out.
func Decide(ctx context.Context, tx *journal.Tx, in Decision) (GoLive, error) {
	if err := in.Validate(); err != nil {
		return GoLive{}, err
	}
	deal, err := account.Deal(ctx, tx, in.Deal)
	if err != nil {
		return GoLive{}, err
	}
	if deal.SignedOn == "" {
		return GoLive{}, problem.Refuse("%s is not signed. Record the signature before the go-live decision.", deal.Prefix)
	}
	if deal.Phase.Over() {
		return GoLive{}, problem.Refuse("%s is %s. Reopen it before a go-live decision.", deal.Prefix, deal.Phase)
	}
	g := GoLive{Row: journal.Row{Deal: in.Deal}, Outcome: in.Outcome, At: in.At, Persons: in.Persons, Contacts: in.Contacts, Evidence: in.Evidence,
		Requirements: in.Requirements, Promises: in.Promises, LeftOut: in.LeftOut, Overrides: in.Overrides, Conditions: in.Conditions,
		HypercareUntil: in.HypercareUntil}
	if g.At.IsZero() {
		g.At = tx.Now()
	}
	if g.At.After(tx.Now()) {
		return g, fault("at", "Is in the future. Record a decision after it was taken.")
	}
	for _, id := range in.Contacts {
		if _, err := account.StakeholderOf(ctx, tx, in.Deal, id); err != nil {
			return g, err
		}
	}
	if err := mayGo(ctx, tx, deal, in); err != nil {
		return g, err
	}
	return g, journal.Insert(ctx, tx, &g)
}

// WithdrawDecision takes a go-live decision back, with the reason.
func WithdrawDecision(ctx context.Context, tx *journal.Tx, id string, revision int64, why string) error {
	var c problem.Check
	c.Text("why", why, 1000)
	if err := c.Err(); err != nil {
		return err
	}
	g, err := journal.Hold[GoLive](ctx, tx, id)
	if err != nil {
		return err
	}
	if g.Withdrawn != "" {
		return problem.Refuse("This decision was withdrawn already.")
	}
	if revision != 0 {
		g.Revision = revision
	}
	g.Withdrawn = why
	return journal.Update(ctx, tx, &g)
}
