package tale

import (
	"context"

	"throughline/internal/clock"
	"throughline/internal/evaluation"
	"throughline/internal/journal"
)

// Trial is an evaluation with its criteria.
type Trial struct {
	Word     string
	Plan     evaluation.Plan
	Criteria []Criterion
}

// Criterion is one test, of a requirement, named by it: 'test of replay'.
type Criterion struct {
	Need, Method string
	Weight       int
	RunBy        string
	Judged       bool   // yes or no, without a measure
	Say          string // of a criterion without requirement
}

// Drafts begins an evaluation.
func (t *Tale) Drafts(e Trial) {
	t.act("evaluation.draft", func(ctx context.Context, tx *journal.Tx) error {
		in := e.Plan
		in.Deal, in.Owner = t.id("deal"), t.id(in.Owner)
		made, err := evaluation.DraftEvaluation(ctx, tx, in)
		t.ids[e.Word] = made.ID
		return err
	})
	for _, c := range e.Criteria {
		t.act("evaluation.criterion", func(ctx context.Context, tx *journal.Tx) error {
			in := evaluation.NewCriterion{Evaluation: t.id(e.Word), Requirement: t.id(c.Need), Statement: c.Say, Method: c.Method, Weight: c.Weight, RunBy: t.id(c.RunBy), Judged: c.Judged}
			made, err := evaluation.AddCriterion(ctx, tx, in)
			t.ids["test of "+c.Need] = made.ID
			return err
		})
	}
}

// Agrees records that both sides agreed to the evaluation.
func (t *Tale) Agrees(word string) {
	t.act("evaluation.agree", func(ctx context.Context, tx *journal.Tx) error {
		_, err := evaluation.Agree(ctx, tx, evaluation.Step{ID: t.id(word)})
		return err
	})
}

// Readies marks the first entry criteria of an evaluation as done.
func (t *Tale) Readies(word string, numbers ...int) {
	for _, n := range numbers {
		t.act("evaluation.entry", func(ctx context.Context, tx *journal.Tx) error {
			_, err := evaluation.MarkEntry(ctx, tx, evaluation.EntryMark{ID: t.id(word), Number: n, Done: true})
			return err
		})
	}
}

// Starts opens the window of an evaluation.
func (t *Tale) Starts(word string) {
	t.act("evaluation.start", func(ctx context.Context, tx *journal.Tx) error {
		_, err := evaluation.Start(ctx, tx, evaluation.Step{ID: t.id(word)})
		return err
	})
}

// Measures records a run of a requirement's test.
func (t *Tale) Measures(need string, value float64, by, note string) {
	t.result(need, evaluation.NewResult{Value: &value, Note: note}, by)
}

// Sees records a run that is judged yes or no.
func (t *Tale) Sees(need string, passed bool, by, note string) {
	t.result(need, evaluation.NewResult{Passed: &passed, Note: note}, by)
}

func (t *Tale) result(need string, in evaluation.NewResult, by string) {
	in.Note, in.Side = t.Say(in.Note), "customer"
	if _, ours := t.People[by]; ours {
		in.Side = "ours"
	}
	t.act("evaluation.result", func(ctx context.Context, tx *journal.Tx) error {
		in.Criterion, in.By = t.id("test of "+need), t.id(by)
		_, err := evaluation.RecordResult(ctx, tx, in)
		return err
	})
}

// ReadsOut ends the tests of an evaluation, and closes it where words say what came of it.
func (t *Tale) ReadsOut(word, words string) {
	t.act("evaluation.readout", func(ctx context.Context, tx *journal.Tx) error {
		_, err := evaluation.ReadOut(ctx, tx, evaluation.Step{ID: t.id(word)})
		return err
	})
	if words == "" {
		return
	}
	t.Wait(90).act("evaluation.close", func(ctx context.Context, tx *journal.Tx) error {
		_, err := evaluation.Close(ctx, tx, evaluation.Step{ID: t.id(word), Words: t.Say(words)})
		return err
	})
}

// Waives records that somebody waives a requirement's test.
func (t *Tale) Waives(need, contact, reason string, until clock.Date) {
	t.act("evaluation.waive", func(ctx context.Context, tx *journal.Tx) error {
		_, err := evaluation.Waive(ctx, tx, evaluation.NewWaiver{Criterion: t.id("test of " + need), Contact: t.id(contact), Reason: t.Say(reason), Until: until})
		return err
	})
}

// Refers records that a requirement is met elsewhere: a reference, or in use here already.
func (t *Tale) Refers(need string, g evaluation.NewGround) {
	t.act("evaluation.ground", func(ctx context.Context, tx *journal.Tx) error {
		g.Requirement, g.Who, g.Where, g.Reason = t.id(need), t.Say(g.Who), t.Say(g.Where), t.Say(g.Reason)
		_, err := evaluation.AddGround(ctx, tx, g)
		return err
	})
}
