package tale

import (
	"context"

	"throughline/internal/clock"
	"throughline/internal/engagement"
	"throughline/internal/journal"
	"throughline/internal/people"
)

// States states a fact that decides who is on the deal.
func (t *Tale) States(fact, value, source string) {
	t.act("engagement.fact", func(ctx context.Context, tx *journal.Tx) error {
		_, err := engagement.SetFact(ctx, tx, engagement.FactIn{Deal: t.id("deal"), Name: fact, Value: value, Source: t.Say(source)})
		return err
	})
}

// Request asks for an SA; need may be empty.
type Request struct {
	Word, Need, Workstream, Reason string
	Hours                          int
	From, Until                    clock.Date
	Language                       string
}

// Wants asks for an SA.
func (t *Tale) Wants(r Request) {
	t.act("engagement.request", func(ctx context.Context, tx *journal.Tx) error {
		q, err := engagement.RequestSA(ctx, tx, engagement.Ask{Deal: t.id("deal"), Requirement: t.id(r.Need), Workstream: r.Workstream, Reason: t.Say(r.Reason), Hours: r.Hours, From: r.From, Until: r.Until, Language: r.Language})
		t.ids[r.Word] = q.ID
		return err
	})
}

// Gives names who takes a request.
func (t *Tale) Gives(word, who string) {
	t.act("engagement.take", func(ctx context.Context, tx *journal.Tx) error {
		_, err := engagement.Take(ctx, tx, engagement.Answer{ID: t.id(word), Person: t.id(who)})
		return err
	})
}

// Finishes ends a request that was taken.
func (t *Tale) Finishes(word, why string) {
	t.act("engagement.finish", func(ctx context.Context, tx *journal.Tx) error {
		_, err := engagement.Finish(ctx, tx, engagement.Answer{ID: t.id(word), Why: t.Say(why)})
		return err
	})
}

// KeepsOff has the one who acts keep off the deal's account.
func (t *Tale) KeepsOff(why string) {
	t.act("limits.keep", func(ctx context.Context, tx *journal.Tx) error {
		had, err := people.LimitsOf(ctx, tx.Reader, tx.Actor.Person, tx.Actor.Person)
		if err != nil {
			return err
		}
		had.Bounds.KeepsOff = append(had.Bounds.KeepsOff, people.Interest{Account: t.id("account"), Why: why})
		_, err = people.KeepLimits(ctx, tx, people.LimitsIn{Bounds: had.Bounds})
		return err
	})
}
