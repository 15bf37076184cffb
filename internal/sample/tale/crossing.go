package tale

import (
	"context"

	"throughline/internal/handoff"
	"throughline/internal/journal"
	"throughline/internal/thread"
)

// Names names the receiver of the handoff.
func (t *Tale) Names(receiver string) {
	t.act("handoff.name-receiver", func(ctx context.Context, tx *journal.Tx) error {
		return handoff.NameReceiver(ctx, tx, handoff.Naming{Deal: t.id("deal"), Receiver: t.id(receiver)})
	})
}

// Signs records the signature of the contract on this day. What is not marked is bought.
func (t *Tale) Signs(marks map[string]thread.Bought) {
	t.act("handoff.sign", func(ctx context.Context, tx *journal.Tx) error {
		in := handoff.Signature{Deal: t.id("deal"), Bought: map[string]thread.Bought{}}
		for word, b := range marks {
			in.Bought[t.id(word)] = b
		}
		_, err := handoff.Sign(ctx, tx, in)
		return err
	})
}

// Takes accepts items of the handoff, on a condition where words give one.
func (t *Tale) Takes(condition string, words ...string) {
	crossing := t.crossing
	t.act("handoff.accept", func(ctx context.Context, tx *journal.Tx) error {
		return handoff.Accept(ctx, tx, handoff.Acceptance{Deal: t.id("deal"), Crossing: crossing, Things: t.allIDs(words), Condition: t.Say(condition)})
	})
}

// Doubts queries an item of the handoff.
func (t *Tale) Doubts(word, words string) {
	crossing := t.crossing
	t.act("handoff.query", func(ctx context.Context, tx *journal.Tx) error {
		return handoff.Query(ctx, tx, handoff.Doubt{Deal: t.id("deal"), Crossing: crossing, Things: []string{t.id(word)}, Words: t.Say(words)})
	})
}

// Clarifies answers the query on an item.
func (t *Tale) Clarifies(word, answer string) {
	crossing := t.crossing
	t.act("handoff.answer", func(ctx context.Context, tx *journal.Tx) error {
		_, err := handoff.Answer(ctx, tx, handoff.Reply{Deal: t.id("deal"), Crossing: crossing, Thing: t.id(word), Answer: t.Say(answer)})
		return err
	})
}

// Returns sends requirements back to the SE.
func (t *Tale) Returns(reason string, words ...string) {
	crossing := t.crossing
	t.act("handoff.return", func(ctx context.Context, tx *journal.Tx) error {
		return handoff.Return(ctx, tx, handoff.Refusal{Deal: t.id("deal"), Crossing: crossing, Things: t.allIDs(words), Reason: t.Say(reason)})
	})
}

// OffersAgain offers what was returned, with what is different now.
func (t *Tale) OffersAgain(reason string, words ...string) {
	crossing := t.crossing
	t.act("handoff.reoffer", func(ctx context.Context, tx *journal.Tx) error {
		return handoff.Reoffer(ctx, tx, handoff.Retreat{Deal: t.id("deal"), Crossing: crossing, Things: t.allIDs(words), Reason: t.Say(reason)})
	})
}

// Retracts takes returned requirements out of the handoff.
func (t *Tale) Retracts(reason string, words ...string) {
	crossing := t.crossing
	t.act("handoff.withdraw", func(ctx context.Context, tx *journal.Tx) error {
		return handoff.Withdraw(ctx, tx, handoff.Retreat{Deal: t.id("deal"), Crossing: crossing, Things: t.allIDs(words), Reason: t.Say(reason)})
	})
}

// HandsOver gives what was built to whoever runs it; what is taken, doubted and returned from here
// on is of that handoff.
func (t *Tale) HandsOver(receiver string) {
	t.crossing = handoff.ToRun
	t.act("handoff.run", func(ctx context.Context, tx *journal.Tx) error {
		_, err := handoff.HandOver(ctx, tx, handoff.RunHandoff{Deal: t.id("deal"), Receiver: t.id(receiver)})
		return err
	})
}
