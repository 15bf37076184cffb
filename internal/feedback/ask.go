package feedback

import (
	"context"
	"slices"

	"throughline/internal/account"
	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/thread"
)

// Ask is one deal that asks for a gap, for one of its requirements or as a whole.
type Ask struct {
	journal.Row
	Gap         string     `db:"gap" json:"gap"`
	Requirement string     `db:"requirement" json:"requirement"` // empty for the deal as a whole
	Reason      string     `db:"reason" json:"reason"`           // what is missing for this customer, in our words
	Workaround  string     `db:"workaround" json:"workaround"`   // what they can do meanwhile; empty for nothing
	Lost        bool       `db:"lost" json:"lost"`               // the deal was lost for it
	On          clock.Date `db:"asked_on" json:"on"`
	By          string     `db:"asked_by" json:"by"`
	HeardOn     clock.Date `db:"heard_on" json:"heard_on"` // when the customer heard product's answer
}

var askKind = journal.Declare[Ask]("ask", "ask")

var asksOf = journal.Where[Ask](askKind, "gap = $2 ORDER BY id LIMIT 2000")

// Asks are a deal's, in the order they were made.
func Asks(ctx context.Context, src journal.Source, deal string) ([]Ask, error) {
	return journal.List[Ask](ctx, src, deal)
}

// NewAsk is what a person says of a gap on a deal.
type NewAsk struct {
	Deal        string
	Title       string `json:"title"`       // of a gap that is known, or of a new one
	Requirement string `json:"requirement"` // its id
	Reason      string `json:"reason"`
	Workaround  string `json:"workaround"`
	Lost        bool   `json:"lost"`
}

// Validate says what cannot be taken.
func (in *NewAsk) Validate() error {
	var c problem.Check
	c.Text("title", in.Title, 160)
	c.Text("reason", in.Reason, 1000)
	c.Optional("workaround", in.Workaround, 1000)
	return c.Err()
}

// AskFor says that a deal waits for a gap. A requirement asks for each gap once.
func AskFor(ctx context.Context, tx *journal.Tx, in NewAsk) (Ask, error) {
	if err := in.Validate(); err != nil {
		return Ask{}, err
	}
	d, err := account.Deal(ctx, tx, in.Deal)
	if err != nil {
		return Ask{}, err
	}
	if in.Lost && d.Phase != account.Lost {
		return Ask{}, problem.Refuse("%s is %s, so it was not lost for this.", d.Prefix, d.Phase)
	}
	if err := belongs(ctx, tx, in); err != nil {
		return Ask{}, err
	}
	g, err := named(ctx, tx, in.Title)
	if err != nil {
		return Ask{}, err
	}
	all, err := Asks(ctx, tx, in.Deal)
	if err != nil {
		return Ask{}, err
	}
	if slices.ContainsFunc(all, func(a Ask) bool { return a.Gap == g.ID && a.Requirement == in.Requirement }) {
		return Ask{}, &problem.Error{Kind: problem.Invalid, What: "This is asked for already.", Fields: []problem.Field{{Name: "title", What: "Waits for " + g.Key() + " already."}}}
	}
	a := Ask{Row: journal.Row{Deal: in.Deal}, Gap: g.ID, Requirement: in.Requirement, Reason: in.Reason, Workaround: in.Workaround, Lost: in.Lost, By: tx.Actor.Person}
	if a.On, err = account.Today(ctx, tx); err != nil {
		return a, err
	}
	return a, journal.Insert(ctx, tx, &a)
}

func belongs(ctx context.Context, src journal.Source, in NewAsk) error {
	if in.Requirement == "" {
		return nil
	}
	r, err := journal.Load[thread.Requirement](ctx, src, in.Requirement)
	if problem.Of(err) == problem.Missing || err == nil && r.Deal != in.Deal {
		err = problem.NotFound("requirement", in.Requirement)
	}
	return err
}

// Leave takes an ask back: this deal does not wait for the gap.
func Leave(ctx context.Context, tx *journal.Tx, id string, revision int64) error {
	a, err := journal.Hold[Ask](ctx, tx, id)
	if err != nil {
		return err
	}
	if revision != 0 {
		a.Revision = revision
	}
	return journal.Delete(ctx, tx, &a)
}

// PassOn records that the customer heard product's answer.
func PassOn(ctx context.Context, tx *journal.Tx, id string, revision int64) (Ask, error) {
	a, err := journal.Hold[Ask](ctx, tx, id)
	if err != nil {
		return a, err
	}
	g, err := journal.Load[Gap](ctx, tx, a.Gap)
	if err != nil {
		return a, err
	}
	if g.AnsweredOn == "" {
		return a, problem.Refuse("Product has not answered on %s, so there is nothing to pass on.", g.Key())
	}
	if revision != 0 {
		a.Revision = revision
	}
	if a.HeardOn, err = account.Today(ctx, tx); err != nil {
		return a, err
	}
	return a, journal.Update(ctx, tx, &a)
}
