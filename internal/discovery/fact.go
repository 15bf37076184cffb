package discovery

import (
	"context"
	"regexp"
	"strconv"
	"strings"

	"throughline/internal/account"
	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/seal"
	"throughline/internal/thread"
)

// Fact is how things are at the customer today: a system, its version, a volume, an owner.
type Fact struct {
	journal.Row
	Name        string        `db:"name" json:"name"` // what is told of, as in 'nightly orders'
	Value       string        `db:"value" json:"value"`
	Unit        string        `db:"unit" json:"unit"`
	State       FactState     `db:"state" json:"state"`
	SaidBy      string        `db:"said_by" json:"said_by"` // a contact's id; empty: nobody of theirs
	Call        string        `db:"call" json:"call"`
	Position    int           `db:"position" json:"position"` // of the segment, when there is a call
	Quote       seal.Text     `db:"quote" json:"quote"`
	SaidAt      clock.Instant `db:"said_at" json:"said_at"`
	ValidUntil  clock.Date    `db:"valid_until" json:"valid_until"`
	VerifiedBy  string        `db:"verified_by" json:"verified_by"` // a person's id
	VerifiedHow string        `db:"verified_how" json:"verified_how"`
	VerifiedAt  clock.Instant `db:"verified_at" json:"verified_at"`
	ReplacedBy  string        `db:"replaced_by" json:"replaced_by"` // the verified fact that holds instead
	Question    string        `db:"question" json:"question"`       // put because of it
}

// FactState is how well a fact is known.
type FactState string

// The states. Expired is computed from the date and never kept.
const (
	Assumed   FactState = "assumed"   // by us
	Stated    FactState = "stated"    // somebody of theirs said it
	Verified  FactState = "verified"  // seen, measured or read in a document
	Contested FactState = "contested" // two people say different numbers
	Expired   FactState = "expired"
)

var factKind = journal.Declare[Fact]("fact", "fact")

// Facts lists a deal's facts in the order they came.
func Facts(ctx context.Context, src journal.Source, deal string) ([]Fact, error) {
	return journal.List[Fact](ctx, src, deal)
}

// Standing is the fact's state on a day: expired once its date has passed.
func (f Fact) Standing(today clock.Date) FactState {
	if f.ValidUntil.Before(today) {
		return Expired
	}
	return f.State
}

// String reads 'nightly orders: 12,000 orders'.
func (f Fact) String() string { return strings.TrimSpace(f.Name + ": " + f.Amount()) }

// Amount is the value with its unit as people read it. A number without a unit may be a year or
// a version, so it stays as it was written.
func (f Fact) Amount() string {
	if n, ok := f.number(); ok && f.Unit != "" {
		return thread.Quantity(n, f.Unit)
	}
	return strings.TrimSpace(f.Value + " " + f.Unit)
}

var (
	plainNumber   = regexp.MustCompile(`^[-+]?\d+(\.\d{1,2}|\.\d{4,})?$`)
	groupedNumber = regexp.MustCompile(`^[-+]?\d{1,3}([,'’ \x{00a0}\x{202f}]\d{3})+(\.\d+)?$`)
)

// number is the fact's value where it can be read as a number in one way only. '1.500' cannot.
func (f Fact) number() (float64, bool) {
	v := strings.TrimSpace(f.Value)
	switch {
	case plainNumber.MatchString(v):
	case groupedNumber.MatchString(v):
		v = strings.NewReplacer(",", "", "'", "", "’", "", " ", "", "\u00a0", "", "\u202f", "").Replace(v)
	default:
		return 0, false
	}
	n, err := strconv.ParseFloat(v, 64)
	return n, err == nil
}

// about is the fact's name folded, so that two facts of one thing meet.
func (f Fact) about() string { return strings.Join(nameWords(f.Name), " ") }

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
