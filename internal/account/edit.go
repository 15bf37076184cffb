package account

import (
	"context"
	"slices"
	"strings"

	"throughline/internal/auth"
	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/table"
)

// Edit is everything of a deal that a person writes by hand. What the CRM also knows (name,
// amount, stage, close date, type, next step, products) is the CRM's again at the next import.
type Edit struct {
	Deal       string
	Revision   int64
	Name       string     `json:"name"`
	Type       string     `json:"type"`
	BeginsFrom string     `json:"begins_from"`
	Stage      string     `json:"stage"`
	Amount     string     `json:"amount"` // as a person writes it: 486,000.00; empty for unknown
	Currency   string     `json:"currency"`
	CloseOn    clock.Date `json:"close_on"`
	GoLiveOn   clock.Date `json:"go_live_on"`
	AE         string     `json:"ae"`
	SE         string     `json:"se"`
	SA         string     `json:"sa"`
	Products   []string   `json:"products"`
	Standard   bool       `json:"standard"`
	NextStep   string     `json:"next_step"`
	NextBy     string     `json:"next_by"` // who takes it: a person's id
	NextOn     clock.Date `json:"next_on"`
}

// EditOf is the deal as the form shows it.
func EditOf(d Opportunity) Edit {
	return Edit{Deal: d.ID, Revision: d.Revision, Name: d.Name, Type: d.Type, BeginsFrom: d.BeginsFrom, Stage: d.Stage, Amount: d.Amount.String(),
		Currency: d.Amount.Currency, CloseOn: d.CloseOn, GoLiveOn: d.GoLiveOn, AE: d.AE, SE: d.SE, SA: d.SA, Products: d.Products,
		Standard: d.Standard, NextStep: d.NextStep, NextBy: d.NextBy, NextOn: d.NextOn}
}

// EditDeal writes a deal by hand.
func EditDeal(ctx context.Context, tx *journal.Tx, in Edit) (Opportunity, error) {
	d, err := Deal(ctx, tx, in.Deal)
	if err != nil {
		return d, err
	}
	if err := in.into(ctx, tx, &d); err != nil {
		return d, err
	}
	if in.Revision != 0 {
		d.Revision = in.Revision
	}
	return d, journal.Update(ctx, tx, &d)
}

// NewDeal is a deal that a person adds by hand: Account is an account's id, or AccountName
// names one, which is made if there is none of that name.
type NewDeal struct {
	Edit
	Account     string `json:"account"`
	AccountName string `json:"account_name"`
}

// AddDeal makes a deal by hand.
func AddDeal(ctx context.Context, tx *journal.Tx, in NewDeal) (Opportunity, error) {
	a, err := accountFor(ctx, tx, in)
	if err != nil {
		return Opportunity{}, err
	}
	d := Opportunity{Account: a.ID}
	if err := in.into(ctx, tx, &d); err != nil {
		return d, err
	}
	return d, AddOpportunity(ctx, tx, &d, a.Name)
}

func accountFor(ctx context.Context, tx *journal.Tx, in NewDeal) (Account, error) {
	if in.Account != "" {
		return journal.Load[Account](ctx, tx, in.Account)
	}
	var c problem.Check
	c.Text("account_name", in.AccountName, 200)
	if err := c.Err(); err != nil {
		return Account{}, err
	}
	alike, err := ByName(ctx, tx.Reader, in.AccountName)
	if err != nil {
		return Account{}, err
	}
	for _, a := range alike {
		if SameName(a.Name, in.AccountName) {
			return a, nil
		}
	}
	a := Account{Name: strings.TrimSpace(in.AccountName)}
	return a, AddAccount(ctx, tx, &a)
}

// into writes what was typed into the deal, after checking all of it.
func (in Edit) into(ctx context.Context, tx *journal.Tx, d *Opportunity) error {
	var c problem.Check
	c.Text("name", in.Name, 300)
	c.Optional("type", in.Type, 100)
	c.Optional("stage", in.Stage, 200)
	c.Fail(len(in.Products) <= 100, "products", "Are %d; at most 100 fit.", len(in.Products))
	for _, p := range in.Products {
		c.Optional("products", p, 200)
	}
	Step{Words: in.NextStep, By: in.NextBy, On: in.NextOn}.check(ctx, tx, &c, d.NextBy)
	money := moneyTyped(&c, in.Amount, in.Currency, d.Amount)
	for _, p := range []struct{ field, was, now string }{{"ae", d.AE, in.AE}, {"se", d.SE, in.SE}, {"sa", d.SA, in.SA}} {
		if p.now == "" || p.now == p.was {
			continue
		}
		_, err := journal.Load[auth.Person](ctx, tx, p.now)
		c.Fail(problem.Of(err) != problem.Missing, p.field, "Is not a person of this workspace. Choose one of the list.")
	}
	if in.BeginsFrom != "" && in.BeginsFrom != d.BeginsFrom {
		_, err := journal.Load[Opportunity](ctx, tx, in.BeginsFrom)
		c.Fail(problem.Of(err) != problem.Missing && in.BeginsFrom != d.ID, "begins_from", "Is not another deal of this workspace.")
	}
	if err := c.Err(); err != nil {
		return err
	}
	d.Name, d.Type, d.BeginsFrom, d.Stage, d.Amount = strings.TrimSpace(in.Name), in.Type, in.BeginsFrom, in.Stage, money
	d.CloseOn, d.GoLiveOn, d.AE, d.SE, d.SA = in.CloseOn, in.GoLiveOn, in.AE, in.SE, in.SA
	d.Products, d.Standard = slices.Clone(in.Products), in.Standard
	d.NextStep, d.NextBy, d.NextOn = in.NextStep, in.NextBy, in.NextOn
	return nil
}

// moneyTyped reads an amount typed by hand. What can be read in two ways is asked for, never
// guessed; what was not touched stays as it was.
func moneyTyped(c *problem.Check, text, currency string, was Money) Money {
	currency = strings.ToUpper(strings.TrimSpace(currency))
	c.Optional("currency", currency, 20)
	if text == was.String() {
		was.Currency = currency
		return was
	}
	a, err := table.ParseAmount(text, "", currency)
	if err != nil {
		c.Fail(false, "amount", "%q can be read in more than one way or not at all. Write it like 1250000.00.", table.Clip(text))
		return was
	}
	if a.Currency != "" {
		currency = a.Currency
	}
	if a.Minor == nil {
		return Money{Currency: currency}
	}
	return Money{Known: true, Minor: Hundredths(*a.Minor, currency), Currency: currency}
}
