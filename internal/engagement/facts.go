package engagement

import (
	"context"
	"slices"
	"strings"

	"throughline/internal/account"
	"throughline/internal/engagement/rule"
	"throughline/internal/journal"
	"throughline/internal/problem"
)

// companyFacts are known once for the whole workspace, never of a deal.
var companyFacts = []string{"policy", "seats"}

// DealFacts are the names of the facts that a deal has.
func DealFacts() (out []string) {
	for _, n := range rule.Names() {
		if !slices.Contains(companyFacts, n) {
			out = append(out, n)
		}
	}
	return out
}

// FactIn is a fact as a person states it.
type FactIn struct {
	Deal     string
	Revision int64
	Name     string `json:"name"`
	Value    string `json:"value"` // empty or 'unknown' takes it back
	Source   string `json:"source"`
}

// SetFact states a fact of a deal. What it changes about who is on the deal is shown, and moves
// nobody by itself.
func SetFact(ctx context.Context, tx *journal.Tx, in FactIn) (Engagement, error) {
	var c problem.Check
	c.OneOf("name", in.Name, DealFacts()...)
	c.Optional("source", in.Source, 300)
	var read rule.Facts
	if err := read.Set(in.Name, in.Value); err != nil && slices.Contains(DealFacts(), in.Name) {
		c.Fail(false, "value", "%s.", err)
	}
	if err := c.Err(); err != nil {
		return Engagement{}, err
	}
	e, err := hold(ctx, tx, in.Deal, in.Revision)
	if err != nil {
		return e, err
	}
	day, err := account.Today(ctx, tx)
	if err != nil {
		return e, err
	}
	facts := map[string]Fact{}
	for n, f := range e.Facts {
		facts[n] = f
	}
	delete(facts, in.Name)
	if len(read.Known()) == 1 {
		facts[in.Name] = Fact{strings.TrimSpace(in.Value), in.Source, day, tx.Actor.Person}
	}
	e.Facts = facts
	return e, e.put(ctx, tx)
}

// Choice is a mode that a person chooses against the rules, with the reason.
type Choice struct {
	Deal     string
	Revision int64
	Mode     string `json:"mode"` // empty goes back to the rules
	Why      string `json:"why"`
}

// Choose sets who is on a deal against the rules, or goes back to them.
func (r Rules) Choose(ctx context.Context, tx *journal.Tx, in Choice) (Engagement, error) {
	table, _, err := r.InForce(ctx, tx)
	if err != nil {
		return Engagement{}, err
	}
	var c problem.Check
	modes := []string{""}
	for _, m := range table.Modes {
		modes = append(modes, m.ID)
	}
	c.OneOf("mode", in.Mode, modes...)
	if in.Mode != "" {
		c.Text("why", in.Why, 500)
	}
	if err := c.Err(); err != nil {
		return Engagement{}, err
	}
	e, err := hold(ctx, tx, in.Deal, in.Revision)
	if err != nil {
		return e, err
	}
	e.Mode, e.Why, e.By = in.Mode, in.Why, tx.Actor.Person
	if in.Mode == "" {
		e.Why, e.By = "", ""
	}
	return e, e.put(ctx, tx)
}

// hold loads a deal's engagement to change it, the deal locked; 0 takes the revision that is there.
func hold(ctx context.Context, tx *journal.Tx, deal string, revision int64) (Engagement, error) {
	if _, err := account.Deal(ctx, tx, deal); err != nil {
		return Engagement{}, err
	}
	e, err := Of(ctx, tx, deal)
	if err == nil && revision != 0 {
		e.Revision = revision // Update refuses when another came between
	}
	return e, err
}

func (e *Engagement) put(ctx context.Context, tx *journal.Tx) error {
	if e.ID == "" {
		return journal.Insert(ctx, tx, e)
	}
	return journal.Update(ctx, tx, e)
}
