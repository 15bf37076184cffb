package handoff

import (
	"context"

	"throughline/internal/journal"
	"throughline/internal/thread"
)

// Tell gives the verdicts of accepted: acceptance reaches it, a query starts it, a return
// fails it, an offer says nothing. It reads the items alone, since every write of the deal asks
// it: what was decided of a requirement that was withdrawn since stays its evidence.
func Tell(ctx context.Context, src journal.Source, deal string) ([]thread.Verdict, error) {
	h, ok, err := ToBuild.Standing(ctx, src, deal)
	if err != nil || !ok {
		return nil, err
	}
	items, err := journal.List[Item](ctx, src, deal)
	if err != nil {
		return nil, err
	}
	v := &Review{Handoff: h, asked: map[string]thread.Question{}}
	questions, err := journal.List[thread.Question](ctx, src, deal)
	if err != nil {
		return nil, err
	}
	for _, q := range questions {
		v.asked[q.ID] = q
	}
	var out []thread.Verdict
	for _, i := range items {
		if i.Handoff != h.ID || i.Kind != KindRequirement {
			continue
		}
		l := Line{Item: i, Since: i.At}
		v.asking(&l)
		if state := accepted[l.State]; state != 0 {
			out = append(out, thread.Verdict{Requirement: l.Thing, Station: thread.Accepted, State: state, At: l.Since, By: l.By, Condition: i.Condition,
				Evidence: []thread.Evidence{{Kind: "handoff item", ID: l.ID, Text: l.said()}}})
		}
	}
	return out, nil
}

var accepted = map[ItemState]thread.State{
	Accepted: thread.Reached, WithCondition: thread.Reached, Queried: thread.Started, Answered: thread.Started, ItemReturned: thread.Failed,
}

// said is an item's decision in a sentence.
func (l Line) said() string {
	text := map[ItemState]string{
		Offered: "Offered.", Accepted: "Accepted.", WithCondition: "Accepted on condition: " + l.Condition, Queried: "Queried.",
		Answered: "Queried and answered; to be decided.", ItemReturned: "Returned: " + l.Reason, Withdrawn: l.Reason,
	}[l.State]
	if l.Asked != nil && l.State == Queried {
		text = "Queried: " + l.Asked.Words
	}
	if l.Asked != nil && l.State == Answered {
		text = "Answered: " + l.Asked.Reply()
	}
	if l.Returns > 0 && (l.State == Accepted || l.State == WithCondition) {
		text += " It was returned before, and offered again."
	}
	if l.Self {
		text += " (by the one who sold it)"
	}
	return text
}
