package api

import (
	"context"

	"throughline/internal/answers"
	"throughline/internal/api/rest"
	"throughline/internal/auth"
	"throughline/internal/journal"
)

func init() { operations = append(operations, writtenAnswers) }

// writtenAnswers are the exact words to their questions.
func writtenAnswers(s *rest.Server) {
	rest.Read(s, rest.On("/deals/{deal}/answers", "List a deal's answers", auth.See), func(ctx context.Context, c *rest.Caller) (rest.Page[answers.Answer], error) {
		all, err := answers.List(ctx, c.Reader, c.Deal.ID)
		return rest.Page[answers.Answer]{Items: all}, err
	})
	rest.Read(s, rest.On("/deals/{deal}/answers/{id}", "Get one answer", auth.See), rest.OneOf[answers.Answer])
	rest.Act(s, rest.On("/deals/{deal}/answers", "Write an answer", auth.Sell), "answers.write",
		func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in answers.Wording) (*answers.Answer, error) {
			in.Deal = c.Deal.ID
			a, err := answers.Write(ctx, tx, in)
			return &a, err
		})
	rest.Edit(s, rest.On("/deals/{deal}/answers/{id}", "Edit an answer: the next version, its approval ended", auth.Sell), "answers.edit",
		rest.OnThing[answers.Answer](func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in answers.Wording) (answers.Answer, error) {
			in.Deal, in.ID, in.Revision = c.Deal.ID, c.ID, c.Revision
			return answers.Edit(ctx, tx, in)
		}))
	rest.Act(s, rest.On("/deals/{deal}/answers/{id}/approve", "Approve an answer in one's own name", auth.Sell), "answers.approve",
		rest.OnThing[answers.Answer](func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in answers.Approval) (answers.Answer, error) {
			in.ID, in.Revision = c.ID, c.Revision
			return answers.Approve(ctx, tx, in)
		}))
	rest.Act(s, rest.On("/deals/{deal}/answers/{id}/withdraw", "Withdraw an answer, its approval with it", auth.Sell), "answers.withdraw",
		rest.Back[answers.Answer](func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in answers.Withdrawal) error {
			in.ID, in.Revision = c.ID, c.Revision
			return answers.Withdraw(ctx, tx, in)
		}))
}
