package tale

import (
	"context"

	"throughline/internal/clock"
	"throughline/internal/evaluation"
	"throughline/internal/journal"
	"throughline/internal/thread"
)

// Caveat is the condition that somebody agreed on for a requirement.
type Caveat struct {
	Words string
	Due   clock.Date
}

// SignsOff records somebody's written agreement to requirements as they are worded, with
// caveats by requirement.
func (t *Tale) SignsOff(contact, proof, words string, needs []string, caveats map[string]Caveat) {
	t.act("evaluation.sign-off", func(ctx context.Context, tx *journal.Tx) error {
		in := evaluation.NewSignOff{Deal: t.id("deal"), Contact: t.id(contact), Decision: evaluation.Agreement, Proof: t.Say(proof), Words: t.Say(words)}
		if len(caveats) > 0 {
			in.Decision = evaluation.Caveated
		}
		for _, n := range needs {
			r, err := journal.Load[thread.Requirement](ctx, tx, t.id(n))
			if err != nil {
				return err
			}
			c := caveats[n]
			in.Items = append(in.Items, evaluation.NewItem{Requirement: r.ID, Wording: evaluation.Wording(r), Meaning: r.Meaning, Caveat: t.Say(c.Words), CaveatDue: c.Due})
		}
		s, err := evaluation.Sign(ctx, tx, in)
		if err != nil {
			return err
		}
		for i, item := range s.Items {
			if item.Caveat != "" {
				t.ids[needs[i]+" caveat"] = item.Caveat
			}
		}
		return nil
	})
}

// Claims records a win that was only said.
func (t *Tale) Claims(contact, words string) {
	t.act("evaluation.claim", func(ctx context.Context, tx *journal.Tx) error {
		_, err := evaluation.ClaimWin(ctx, tx, evaluation.Claim{Deal: t.id("deal"), Contact: t.id(contact), Words: t.Say(words)})
		return err
	})
}

// LosesWin records that the technical win is lost.
func (t *Tale) LosesWin(reason, words string) {
	t.act("evaluation.lose", func(ctx context.Context, tx *journal.Tx) error {
		_, err := evaluation.Lose(ctx, tx, evaluation.Loss{Deal: t.id("deal"), Reason: reason, Words: t.Say(words)})
		return err
	})
}
