package thread

import (
	"context"

	"throughline/internal/account"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/seal"
	"throughline/internal/store"
)

// NewRequirement is what a person says when they record a requirement.
type NewRequirement struct {
	Deal      string
	Statement string   `json:"statement"`
	Kind      Kind     `json:"kind"`
	Priority  Priority `json:"priority"`
	Measure   *Measure `json:"measure"`
	Group     string   `json:"group"`
	Product   string   `json:"product"`
	RaisedBy  string   `json:"raised_by"` // a contact's id
	Quotes    []NewQuote
}

// NewQuote is one place where the requirement was heard.
type NewQuote struct {
	From    string `json:"from"` // call, list, questionnaire, import, note
	FromID  string `json:"from_id"`
	Words   string `json:"words"`
	Owner   string `json:"owner"` // whose key the words are kept under: a contact's id, or the source's
	Speaker string `json:"speaker"`
	Mark    string `json:"mark"`
}

// Validate says what cannot be taken.
func (in *NewRequirement) Validate() error {
	var c problem.Check
	checkWording(&c, in.Statement, in.Kind, in.Priority, in.Measure)
	c.Optional("group", in.Group, 120)
	c.Optional("product", in.Product, 120)
	for _, q := range in.Quotes {
		c.OneOf("quotes.from", q.From, "call", "list", "questionnaire", "import", "note")
		c.Optional("quotes.words", q.Words, 4000)
	}
	return c.Err()
}

func checkWording(c *problem.Check, statement string, kind Kind, priority Priority, m *Measure) {
	c.Text("statement", statement, 500)
	c.OneOf("kind", string(kind), KindWords...)
	c.OneOf("priority", string(priority), PriorityWords...)
	if m != nil {
		m.Check(c, "measure")
	}
}

// lastNumber is asked for in place of all requirements: a list of thousands is accepted one by one.
var lastNumber = store.SQL(`SELECT COALESCE(MAX(number), 0) FROM requirement WHERE workspace = $1 AND deal = $2`)

// Add records a requirement. It gets the deal's next number; heard after the signature it is
// a change.
func Add(ctx context.Context, tx *journal.Tx, in NewRequirement) (Requirement, error) {
	if err := in.Validate(); err != nil {
		return Requirement{}, err
	}
	deal, err := account.Deal(ctx, tx, in.Deal)
	if err != nil {
		return Requirement{}, err
	}
	last, _, err := store.One[int](ctx, tx.Q, lastNumber, tx.Workspace, in.Deal)
	if err != nil {
		return Requirement{}, err
	}
	r := Requirement{Row: journal.Row{Deal: in.Deal}, Number: last + 1, Statement: in.Statement, Kind: in.Kind, Priority: in.Priority,
		Measure: in.Measure, Grouping: in.Group, Product: in.Product, RaisedBy: in.RaisedBy, Meaning: 1, Change: deal.SignedOn != "", HeardAt: tx.Now()}
	if err := journal.Insert(ctx, tx, &r); err != nil {
		return r, err
	}
	for _, q := range in.Quotes {
		if err := AddQuote(ctx, tx, r, q); err != nil {
			return r, err
		}
	}
	return r, nil
}

// AddQuote records one more place where a requirement was heard.
func AddQuote(ctx context.Context, tx *journal.Tx, r Requirement, in NewQuote) error {
	owner := in.Owner
	if owner == "" {
		owner = in.Speaker
	}
	if owner == "" {
		owner = r.Deal
	}
	q := Quote{Row: journal.Row{Deal: r.Deal}, Requirement: r.ID, From: in.From, FromID: in.FromID, Words: seal.New(owner, in.Words),
		Speaker: in.Speaker, Mark: in.Mark, At: tx.Now()}
	return journal.Insert(ctx, tx, &q)
}
