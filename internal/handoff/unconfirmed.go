package handoff

import (
	"context"
	"slices"

	"throughline/internal/clock"
	"throughline/internal/discovery"
	"throughline/internal/journal"
)

// Fact is a fact of the customer's present environment that nobody confirmed. It travels as
// a risk.
type Fact struct {
	ID   string `json:"id"`
	Text string `json:"text"`
}

// Unconfirmed lists a deal's facts that are assumed, contested or past their date on a day,
// and that no verified fact replaced. What somebody of theirs stated is not among them.
func Unconfirmed(ctx context.Context, src journal.Source, deal string, today clock.Date) ([]Fact, error) {
	all, err := discovery.Facts(ctx, src, deal)
	if err != nil {
		return nil, err
	}
	out := []Fact{}
	for _, f := range all {
		if f.ReplacedBy == "" && slices.Contains([]discovery.FactState{discovery.Assumed, discovery.Contested, discovery.Expired}, f.Standing(today)) {
			out = append(out, Fact{f.ID, f.String()})
		}
	}
	return out, nil
}
