package discovery

import (
	"context"

	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/seal"
	"throughline/internal/thread"
)

// Marking is a candidate that a person marks in the words of a call.
type Marking struct {
	Call      string
	Quote     string          `json:"quote"`
	Sort      Sort            `json:"sort"`
	Statement string          `json:"statement"` // empty for the quote's own words
	Kind      thread.Kind     `json:"kind"`
	Priority  thread.Priority `json:"priority"`
	Measure   *thread.Measure `json:"measure"`
	Why       string          `json:"why"`
}

// MarkCandidate keeps what a person found in a call as a candidate. The quote must be the
// transcript's own words.
func MarkCandidate(ctx context.Context, tx *journal.Tx, in Marking) (Candidate, error) {
	if in.Sort == "" {
		in.Sort = Need
	}
	if in.Kind == "" {
		in.Kind = thread.Functional
	}
	if in.Sort == Need && in.Priority == "" {
		in.Priority = thread.Should
	}
	var k problem.Check
	k.Text("quote", in.Quote, maxQuote)
	k.OneOf("sort", string(in.Sort), string(Need), string(AsIs), string(Promise))
	k.Optional("statement", in.Statement, maxStatement)
	k.OneOf("kind", string(in.Kind), thread.KindWords...)
	k.OneOf("priority", string(in.Priority), append([]string{""}, thread.PriorityWords...)...)
	k.Optional("why", in.Why, 500)
	if in.Measure != nil {
		in.Measure.Check(&k, "measure")
	}
	if err := k.Err(); err != nil {
		return Candidate{}, err
	}
	c, err := openCall(ctx, tx, in.Call, 0)
	if err != nil {
		return Candidate{}, err
	}
	segments, err := Segments(ctx, tx.Reader, c)
	if err != nil {
		return Candidate{}, err
	}
	s, err := locate(segments, in.Quote)
	if err != nil {
		return Candidate{}, err
	}
	v, err := journal.Load[Voice](ctx, tx, s.Voice)
	if err != nil {
		return Candidate{}, err
	}
	if in.Statement == "" {
		in.Statement = short(in.Quote, maxStatement)
	}
	out := Candidate{Row: journal.Row{Deal: c.Deal}, Call: c.ID, Voice: v.ID, Speaker: v.Who(), Position: s.Position, Mark: s.Start, Sort: in.Sort,
		Quote: seal.New(v.ID, in.Quote), Statement: seal.New(v.ID, in.Statement), Why: seal.New(v.ID, in.Why), Kind: in.Kind, Priority: in.Priority,
		State: Found, ByHand: true}
	if m := in.Measure; m != nil {
		out.Metric, out.Scale = seal.New(v.ID, m.Metric), &Scale{m.Comparison, m.Target, m.Unit}
	}
	return out, journal.Insert(ctx, tx, &out)
}
