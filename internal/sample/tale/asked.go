package tale

import (
	"context"

	"throughline/internal/clock"
	"throughline/internal/compete"
	"throughline/internal/design"
	"throughline/internal/feedback"
	"throughline/internal/journal"
	"throughline/internal/manual"
)

// Faces puts a competitor on the deal: how we know, and who of theirs said it in which words.
func (t *Tale) Faces(word, name, from, told, words string) {
	t.act("compete.meet", func(ctx context.Context, tx *journal.Tx) error {
		v, err := compete.Meet(ctx, tx, compete.Meeting{Deal: t.id("deal"), Name: name, KnownFrom: t.Say(from), Contact: t.id(told), Words: words})
		t.ids[word] = v.ID
		return err
	})
}

// Claim is what is said of a competitor.
type Claim struct {
	Need, Side, Say, Source, Place, Told, Quote string
}

// Alleges makes claims on a competitor of the deal.
func (t *Tale) Alleges(rival string, all ...Claim) {
	for _, c := range all {
		t.act("compete.claim", func(ctx context.Context, tx *journal.Tx) error {
			_, err := compete.Say(ctx, tx, compete.NewClaim{Deal: t.id("deal"), Rival: t.id(rival), Requirement: t.id(c.Need), Side: c.Side, Statement: c.Say, Source: c.Source,
				Place: t.Say(c.Place), Contact: t.id(c.Told), Quote: c.Quote})
			return err
		})
	}
}

// EndsWith says how it ended with a competitor, and what decided it.
func (t *Tale) EndsWith(rival string, how compete.Outcome, why string) {
	t.act("compete.end", func(ctx context.Context, tx *journal.Tx) error {
		_, err := compete.End(ctx, tx, compete.Ending{ID: t.id(rival), Outcome: how, Why: why})
		return err
	})
}

// Lacks says that the deal waits for a gap.
func (t *Tale) Lacks(word, title, need, reason, meanwhile string, lost bool) {
	t.act("feedback.ask", func(ctx context.Context, tx *journal.Tx) error {
		a, err := feedback.AskFor(ctx, tx, feedback.NewAsk{Deal: t.id("deal"), Title: title, Requirement: t.id(need), Reason: reason, Workaround: meanwhile, Lost: lost})
		t.ids[word], t.ids[word+" gap"] = a.ID, a.Gap
		return err
	})
}

// TellsProduct records that product heard of a gap that the deal waits for.
func (t *Tale) TellsProduct(word, who, tracker string) {
	t.act("feedback.tell", func(ctx context.Context, tx *journal.Tx) error {
		_, err := feedback.Tell(ctx, tx, feedback.Telling{ID: t.id(word + " gap"), To: who, Tracker: tracker})
		return err
	})
}

// HearsProduct records product's answer on it.
func (t *Tale) HearsProduct(word string, state feedback.State, answer string, due clock.Date) {
	t.act("feedback.answer", func(ctx context.Context, tx *journal.Tx) error {
		_, err := feedback.Answer(ctx, tx, feedback.Word{ID: t.id(word + " gap"), State: state, Answer: answer, Due: due})
		return err
	})
}

// PassesOn records that the customer heard it.
func (t *Tale) PassesOn(word string) {
	t.act("feedback.pass-on", func(ctx context.Context, tx *journal.Tx) error {
		_, err := feedback.PassOn(ctx, tx, t.id(word), 0)
		return err
	})
}

// Advises takes down what is advised on a concern of the design.
func (t *Tale) Advises(a design.Advice, needs ...string) {
	t.act("design.advise", func(ctx context.Context, tx *journal.Tx) error {
		in := a
		in.Deal, in.Checked, in.Requirements = t.id("deal"), t.Say(a.Checked), t.allIDs(needs)
		_, err := design.Advise(ctx, tx, in)
		return err
	})
}

// Writes puts words into a chapter of one of the deal's manuals.
func (t *Tale) Writes(name, title, words string) {
	t.act("manual.write", func(ctx context.Context, tx *journal.Tx) error {
		_, err := manual.Write(ctx, tx, manual.Text{Deal: t.id("deal"), Manual: name, Title: title, Words: words})
		return err
	})
}
