package handoff

import (
	"context"

	"throughline/internal/journal"
	"throughline/internal/thread"
)

// Tell gives the verdicts of accepted: acceptance reaches it, a query starts it, a return
// fails it, an offer says nothing.
func Tell(ctx context.Context, src journal.Source, deal string) ([]thread.Verdict, error) {
	v, ok, err := Load(ctx, src, deal)
	if err != nil || !ok {
		return nil, err
	}
	var out []thread.Verdict
	for _, lines := range [][]Line{v.Items, v.Beside} {
		for _, l := range lines {
			state := accepted[l.State]
			if l.Kind != KindRequirement || state == 0 {
				continue
			}
			out = append(out, thread.Verdict{Requirement: l.Thing, Station: thread.Accepted, State: state, At: l.Since, By: l.By,
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
		text = "Answered: " + l.Asked.Answer
	}
	if l.Self {
		text += " (by the one who sold it)"
	}
	return text
}
