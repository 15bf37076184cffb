package handoff

import (
	"context"

	"throughline/internal/area"
	"throughline/internal/journal"
)

// Area is the handoff's plug.
func Area() area.Area {
	return area.Area{
		Name: "handoff",
		Words: map[string][]string{
			"handoff item": {"words", "condition_words", "reason"},
		},
		Migrations: Migrations,
		Tell:       Tell,
		Describe: map[string]func(ctx context.Context, src journal.Source, id string) (area.Card, error){
			"handoff": describeHandoff, "handoff item": describeItem,
		},
		Inbox:     Inbox,
		Documents: Documents,
		Acts: map[string]string{
			"handoff.name-receiver": "named the receiver of the handoff", "handoff.sign": "recorded the signature", "handoff.withdraw-signature": "withdrew the signature",
			"handoff.mark": "marked what was bought", "handoff.accept": "accepted at the handoff", "handoff.query": "queried at the handoff",
			"handoff.return": "returned at the handoff", "handoff.void": "showed a promise to be void", "handoff.answer": "answered a query",
			"handoff.withdraw": "withdrew what was returned", "handoff.reoffer": "offered again what was returned",
			"handoff.run": "handed it over to whoever runs it", "handoff.withdraw-run": "withdrew the handoff to run",
		},
		Final: []string{"handoff.sign", "handoff.withdraw-signature", "handoff.run", "handoff.withdraw-run"},
	}
}

func describeHandoff(ctx context.Context, src journal.Source, id string) (area.Card, error) {
	h, err := journal.Load[Handoff](ctx, src, id)
	title := "Handoff of the signature of "
	if h.Crossing == ToRun {
		title = "Handoff to run of "
	}
	return area.Card{Kind: "handoff", ID: id, Deal: h.Deal, Title: title + string(h.SignedOn), Path: h.Crossing.Room("", "")}, err
}

func describeItem(ctx context.Context, src journal.Source, id string) (area.Card, error) {
	i, err := journal.Load[Item](ctx, src, id)
	if err != nil {
		return area.Card{}, err
	}
	h, err := journal.Load[Handoff](ctx, src, i.Handoff)
	if err != nil {
		return area.Card{}, err
	}
	card := area.Card{Kind: "handoff item", ID: id, Deal: i.Deal, Title: "Handoff of a " + i.Kind, Path: h.Crossing.Room("at", i.Thing)}
	v, ok, err := h.Crossing.Load(ctx, src, i.Deal)
	if err != nil || !ok {
		return card, err
	}
	for _, lines := range [][]Line{v.Items, v.Beside} {
		for _, l := range lines {
			if l.ID == id {
				card.Key, card.Title = l.Key, l.said()
			}
		}
	}
	return card, nil
}
