package discovery

import (
	"context"

	"throughline/internal/account"
	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/seal"
)

// FactSaid is a fact as a person records it.
type FactSaid struct {
	Deal       string
	Name       string        `json:"name"`
	Value      string        `json:"value"`
	Unit       string        `json:"unit"`
	State      FactState     `json:"state"` // assumed or stated; verified is an act of its own
	SaidBy     string        `json:"said_by"`
	Call       string        `json:"call"`
	Quote      string        `json:"quote"` // from the call's words
	SaidAt     clock.Instant `json:"said_at"`
	ValidUntil clock.Date    `json:"valid_until"`
	Voice      string        `json:"-"` // of the quote, where it is known to be the transcript's
	Position   int           `json:"-"`
}

func (in *FactSaid) validate() error {
	if in.State == "" {
		if in.State = Assumed; in.SaidBy != "" {
			in.State = Stated
		}
	}
	var k problem.Check
	checkFact(&k, in.Name, in.Value, in.Unit, in.State)
	k.Fail(in.State != Stated || in.SaidBy != "", "said_by", "Say who stated it, or keep it as assumed.")
	k.Optional("quote", in.Quote, maxQuote)
	k.Fail(in.Quote == "" || in.Call != "", "call", "Say in which call it was said.")
	return k.Err()
}

func checkFact(k *problem.Check, name, value, unit string, state FactState) {
	k.Text("name", name, 120)
	k.Text("value", value, 500)
	k.Optional("unit", unit, 40)
	k.OneOf("state", string(state), string(Assumed), string(Stated))
}

// AddFact records how something is at the customer. Where two people of theirs say different
// numbers for one name, both facts are contested and a question is put.
func AddFact(ctx context.Context, tx *journal.Tx, in FactSaid) (Fact, error) {
	if err := in.validate(); err != nil {
		return Fact{}, err
	}
	deal, err := account.Deal(ctx, tx, in.Deal)
	if err != nil {
		return Fact{}, err
	}
	if in.SaidBy != "" {
		if _, err := journal.Load[account.Contact](ctx, tx, in.SaidBy); err != nil {
			return Fact{}, err
		}
	}
	if in.Call != "" && in.Voice == "" {
		if err := in.place(ctx, tx); err != nil {
			return Fact{}, err
		}
	}
	f := Fact{Row: journal.Row{Deal: in.Deal}, Name: in.Name, Value: in.Value, Unit: in.Unit, State: in.State, SaidBy: in.SaidBy, Call: in.Call,
		Position: in.Position, SaidAt: in.SaidAt, ValidUntil: in.ValidUntil}
	if in.Quote != "" {
		f.Quote = seal.New(in.Voice, in.Quote)
	}
	if f.SaidAt.IsZero() {
		f.SaidAt = tx.Now()
	}
	if err := journal.Insert(ctx, tx, &f); err != nil {
		return f, err
	}
	if err := contest(ctx, tx, deal, f.about()); err != nil {
		return f, err
	}
	return journal.Load[Fact](ctx, tx, f.ID)
}

// place finds the quote of a fact in its call.
func (in *FactSaid) place(ctx context.Context, tx *journal.Tx) error {
	c, s, err := quoted(ctx, tx, in.Deal, in.Call, in.Quote)
	in.Voice, in.Position = s.Voice, s.Position
	if in.SaidAt.IsZero() {
		in.SaidAt = c.HeldAt
	}
	return err
}

// quoted finds words in a call of the deal. Without words only the call is looked at.
func quoted(ctx context.Context, tx *journal.Tx, deal, call, words string) (Call, Segment, error) {
	c, err := journal.Load[Call](ctx, tx, call)
	if err == nil && c.Deal != deal {
		err = problem.NotFound("call", call)
	}
	if err != nil || words == "" {
		return c, Segment{Position: -1}, err
	}
	segments, err := Segments(ctx, tx.Reader, c)
	if err != nil {
		return c, Segment{}, err
	}
	s, err := locate(segments, words)
	return c, s, err
}
