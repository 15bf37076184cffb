package api

import (
	"context"
	"net/http"

	"throughline/internal/api/rest"
	"throughline/internal/auth"
	"throughline/internal/evaluation"
	"throughline/internal/journal"
)

func init() { operations = append(operations, evaluations, criteria, technicalWin) }

// evaluations are the trials of the product by a customer.
func evaluations(s *rest.Server) {
	rest.Read(s, rest.On("/deals/{deal}/evaluations", "List a deal's evaluations", auth.See), rest.ListOf[evaluation.Evaluation])
	rest.Read(s, rest.On("/deals/{deal}/evaluations/{id}", "Get one evaluation", auth.See), rest.OneOf[evaluation.Evaluation])
	rest.Act(s, rest.On("/deals/{deal}/evaluations", "Begin an evaluation", auth.Sell), "evaluation.draft",
		func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in evaluation.Plan) (*evaluation.Evaluation, error) {
			in.Deal = c.Deal.ID
			e, err := evaluation.DraftEvaluation(ctx, tx, in)
			return &e, err
		})
	rest.Edit(s, rest.On("/deals/{deal}/evaluations/{id}", "Edit an evaluation", auth.Sell), "evaluation.edit",
		rest.OnThing[evaluation.Evaluation](func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in evaluation.Plan) (evaluation.Evaluation, error) {
			in.ID, in.Revision = c.ID, c.Revision
			return evaluation.EditEvaluation(ctx, tx, in)
		}))
	rest.Act(s, rest.On("/deals/{deal}/evaluations/{id}/entry", "Mark an entry criterion as done or not done", auth.Sell), "evaluation.entry",
		rest.OnThing[evaluation.Evaluation](func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in evaluation.EntryMark) (evaluation.Evaluation, error) {
			in.ID, in.Revision = c.ID, c.Revision
			return evaluation.MarkEntry(ctx, tx, in)
		}))
	for _, step := range []struct {
		word, summary string
		do            func(context.Context, *journal.Tx, evaluation.Step) (evaluation.Evaluation, error)
	}{
		{"agree", "Record that both sides agreed; the criteria are locked", evaluation.Agree},
		{"start", "Open the window", evaluation.Start},
		{"readout", "Record that the tests are over and read out", evaluation.ReadOut},
		{"close", "Close an evaluation", evaluation.Close},
		{"withdraw", "Withdraw an evaluation", evaluation.Withdraw},
	} {
		rest.Act(s, rest.On("/deals/{deal}/evaluations/{id}/"+step.word, step.summary, auth.Sell), "evaluation."+step.word,
			rest.OnThing[evaluation.Evaluation](func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in evaluation.Step) (evaluation.Evaluation, error) {
				in.ID, in.Revision = c.ID, c.Revision
				return step.do(ctx, tx, in)
			}))
	}
}

// criteria are the tests of an evaluation, with their results and waivers.
func criteria(s *rest.Server) {
	rest.Read(s, rest.On("/deals/{deal}/criteria", "List the criteria of a deal's evaluations", auth.See), func(ctx context.Context, c *rest.Caller) (rest.Page[evaluation.Criterion], error) {
		all, err := evaluation.Criteria(ctx, c.Reader, c.Deal.ID)
		return rest.Page[evaluation.Criterion]{Items: all}, err
	})
	rest.Read(s, rest.On("/deals/{deal}/criteria/{id}", "Get one criterion", auth.See), rest.OneOf[evaluation.Criterion])
	rest.Act(s, rest.On("/deals/{deal}/evaluations/{id}/criteria", "Add a criterion to an evaluation", auth.Sell), "evaluation.criterion",
		rest.OnThing[evaluation.Evaluation](func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in evaluation.NewCriterion) (evaluation.Criterion, error) {
			in.Evaluation = c.ID
			return evaluation.AddCriterion(ctx, tx, in)
		}))
	rest.Act(s, rest.On("/deals/{deal}/evaluations/{id}/derive", "Derive a criterion from each of several requirements", auth.Sell), "evaluation.criterion",
		rest.OnThing[evaluation.Evaluation](func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in evaluation.Derivation) (rest.Page[evaluation.Criterion], error) {
			in.Evaluation = c.ID
			all, err := evaluation.DeriveCriteria(ctx, tx, in)
			return rest.Page[evaluation.Criterion]{Items: all}, err
		}))
	rest.Edit(s, rest.On("/deals/{deal}/criteria/{id}", "Edit a criterion; after its lock that is the next version", auth.Sell), "evaluation.edit-criterion",
		rest.OnThing[evaluation.Criterion](func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in evaluation.NewCriterion) (evaluation.Criterion, error) {
			in.ID, in.Revision = c.ID, c.Revision
			return evaluation.EditCriterion(ctx, tx, in)
		}))
	rest.Act(s, rest.On("/deals/{deal}/criteria/{id}/remove", "Remove a criterion that was never locked", auth.Sell), "evaluation.remove-criterion",
		rest.OnThing[evaluation.Criterion](func(ctx context.Context, tx *journal.Tx, c *rest.Caller, _ struct{}) (struct{}, error) {
			return struct{}{}, evaluation.RemoveCriterion(ctx, tx, evaluation.Removal{ID: c.ID, Revision: c.Revision})
		}))
	rest.Act(s, rest.On("/deals/{deal}/evaluations/{id}/lock", "Lock all criteria of an evaluation, or one", auth.Sell), "evaluation.lock",
		rest.Back[evaluation.Evaluation](func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in evaluation.Lock) error {
			in.Evaluation = c.ID
			return evaluation.LockCriteria(ctx, tx, in)
		}))
	rest.Read(s, rest.On("/deals/{deal}/results", "List the results of a deal's evaluations", auth.See), rest.ListOf[evaluation.Result])
	rest.Act(s, rest.On("/deals/{deal}/criteria/{id}/results", "Record a result", auth.Sell), "evaluation.result",
		rest.OnThing[evaluation.Criterion](func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in evaluation.NewResult) (evaluation.Result, error) {
			in.Criterion = c.ID
			if err := c.FindFile(ctx, in.Evidence, "evidence"); err != nil {
				return evaluation.Result{}, err
			}
			return evaluation.RecordResult(ctx, tx, in)
		}))
	rest.Act(s, rest.On("/deals/{deal}/results/{id}/pick", "Say that of the results of one moment this one counts", auth.Sell), "evaluation.pick",
		rest.OnThing[evaluation.Result](func(ctx context.Context, tx *journal.Tx, c *rest.Caller, _ struct{}) (evaluation.Result, error) {
			return evaluation.PickResult(ctx, tx, evaluation.Pick{ID: c.ID, Revision: c.Revision})
		}))
	rest.Raw(s, http.MethodPost, rest.On("/deals/{deal}/evaluations/{id}/import", "Import results: the body is the CSV file", auth.Sell), importResults)
	rest.Read(s, rest.On("/deals/{deal}/waivers", "List a deal's waivers", auth.See), rest.ListOf[evaluation.Waiver])
	rest.Act(s, rest.On("/deals/{deal}/criteria/{id}/waivers", "Record a stakeholder's waiver of a criterion", auth.Sell), "evaluation.waive",
		rest.OnThing[evaluation.Criterion](func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in evaluation.NewWaiver) (evaluation.Waiver, error) {
			in.Criterion = c.ID
			return evaluation.Waive(ctx, tx, in)
		}))
	rest.Act(s, rest.On("/deals/{deal}/waivers/{id}/withdraw", "Take a waiver back", auth.Sell), "evaluation.withdraw-waiver",
		rest.Back[evaluation.Waiver](func(ctx context.Context, tx *journal.Tx, c *rest.Caller, _ struct{}) error {
			return evaluation.WithdrawWaiver(ctx, tx, evaluation.Removal{ID: c.ID, Revision: c.Revision})
		}))
}
