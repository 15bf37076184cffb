package evaluation

import (
	"context"
	"strings"

	"throughline/internal/journal"
	"throughline/internal/problem"
)

// Step moves an evaluation on.
type Step struct {
	ID       string
	Revision int64
	Words    string `json:"words"` // at the close, what came of it; at the withdrawal, why
}

// Agree records that both sides agreed to the evaluation. It says what decision it enables and
// when it runs, and its criteria are locked: what is agreed is these words and targets.
func Agree(ctx context.Context, tx *journal.Tx, in Step) (Evaluation, error) {
	e, err := open(ctx, tx, in.ID, in.Revision)
	if err != nil {
		return e, err
	}
	if e.State != Draft {
		return e, problem.Refuse("The evaluation is %s; only a draft is agreed to.", e.State)
	}
	var c problem.Check
	c.Fail(e.Decision != "", "decision", "Say in one sentence what the customer can decide afterwards.")
	c.Fail(e.From != "", "from", "Say when it begins.")
	c.Fail(e.To != "", "to", "Say when it ends.")
	if err := c.Err(); err != nil {
		return e, err
	}
	all, err := CriteriaOf(ctx, tx, e)
	if err != nil {
		return e, err
	}
	if len(all) == 0 {
		return e, problem.Refuse("The evaluation has no criterion. Add at least one before it is agreed to.")
	}
	if err := lockAll(ctx, tx, all); err != nil {
		return e, err
	}
	e.State, e.AgreedAt = Agreed, tx.Now()
	return e, journal.Update(ctx, tx, &e)
}

// Start opens the window. Every entry criterion is done first.
func Start(ctx context.Context, tx *journal.Tx, in Step) (Evaluation, error) {
	e, err := open(ctx, tx, in.ID, in.Revision)
	if err != nil {
		return e, err
	}
	if e.State != Agreed {
		return e, problem.Refuse("The evaluation is %s; only one that both sides agreed to starts.", e.State)
	}
	var undone []string
	for _, x := range e.Entry {
		if !x.Done {
			undone = append(undone, x.Text)
		}
	}
	if len(undone) > 0 {
		return e, problem.Refuse("Not done yet: %s. Mark each as done, or take it out of the plan.", strings.Join(undone, "; "))
	}
	e.State, e.StartedAt = Running, tx.Now()
	return e, journal.Update(ctx, tx, &e)
}

// ReadOut records that the tests are over and their results are read out.
func ReadOut(ctx context.Context, tx *journal.Tx, in Step) (Evaluation, error) {
	e, err := open(ctx, tx, in.ID, in.Revision)
	if err != nil {
		return e, err
	}
	if e.State != Running {
		return e, problem.Refuse("The evaluation is %s; only a running one is read out.", e.State)
	}
	e.State, e.ReadoutAt = Readout, tx.Now()
	return e, journal.Update(ctx, tx, &e)
}

// Close ends an evaluation, with what came of it. Its results go on counting.
func Close(ctx context.Context, tx *journal.Tx, in Step) (Evaluation, error) {
	var c problem.Check
	c.Optional("words", in.Words, 2000)
	if err := c.Err(); err != nil {
		return Evaluation{}, err
	}
	e, err := open(ctx, tx, in.ID, in.Revision)
	if err != nil {
		return e, err
	}
	if e.State != Running && e.State != Readout {
		return e, problem.Refuse("The evaluation is %s and has no results to close on. Withdraw it instead.", e.State)
	}
	e.State, e.ClosedAt, e.Outcome = Closed, tx.Now(), in.Words
	return e, journal.Update(ctx, tx, &e)
}

// Withdraw takes an evaluation out, with the reason: nothing of it counts any more.
func Withdraw(ctx context.Context, tx *journal.Tx, in Step) (Evaluation, error) {
	var c problem.Check
	c.Text("words", in.Words, 2000)
	if err := c.Err(); err != nil {
		return Evaluation{}, err
	}
	e, err := open(ctx, tx, in.ID, in.Revision)
	if err != nil {
		return e, err
	}
	e.State, e.ClosedAt, e.Why = Withdrawn, tx.Now(), in.Words
	return e, journal.Update(ctx, tx, &e)
}
