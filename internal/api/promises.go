package api

import (
	"context"

	"throughline/internal/api/rest"
	"throughline/internal/auth"
	"throughline/internal/journal"
	"throughline/internal/thread"
)

func init() { operations = append(operations, promises, questions) }

// promises are the acts on the ledger.
func promises(s *rest.Server) {
	rest.Read(s, rest.On("/deals/{deal}/promises", "List a deal's promises", auth.See), func(ctx context.Context, c *rest.Caller) (rest.Page[thread.Promise], error) {
		all, err := thread.Promises(ctx, c.Reader, c.Deal.ID)
		return rest.Page[thread.Promise]{Items: all}, err
	})
	rest.Read(s, rest.On("/deals/{deal}/promises/{id}", "Get one promise", auth.See), func(ctx context.Context, c *rest.Caller) (*thread.Promise, error) {
		p, err := rest.OfDeal[thread.Promise](ctx, c.Reader, c)
		return &p, err
	})
	rest.Act(s, rest.On("/deals/{deal}/promises", "Record a promise", auth.Promise), "promise.give",
		func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in thread.NewPromise) (*thread.Promise, error) {
			in.Deal = c.Deal.ID
			p, err := thread.Give(ctx, tx, in)
			return &p, err
		})
	rest.Act(s, rest.On("/deals/{deal}/promises/{id}/settle", "Say what became of a promise", auth.Promise), "promise.settle",
		func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in thread.Settlement) (*thread.Promise, error) {
			if _, err := rest.OfDeal[thread.Promise](ctx, tx, c); err != nil {
				return nil, err
			}
			in.ID, in.Revision = c.ID, c.Revision
			p, err := thread.SettlePromise(ctx, tx, in)
			return &p, err
		})
}

// questions are asked and answered.
func questions(s *rest.Server) {
	rest.Read(s, rest.On("/deals/{deal}/questions", "List a deal's questions", auth.See), func(ctx context.Context, c *rest.Caller) (rest.Page[thread.Question], error) {
		all, err := journal.List[thread.Question](ctx, c.Reader, c.Deal.ID)
		return rest.Page[thread.Question]{Items: all}, err
	})
	type words struct {
		Words       string `json:"words"`
		Requirement string `json:"requirement" doc:"a requirement's id"`
		AskedOf     string `json:"asked_of" doc:"a person's id"`
	}
	rest.Act(s, rest.On("/deals/{deal}/questions", "Ask a question", auth.Promise), "question.ask",
		func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in words) (*thread.Question, error) {
			q := thread.Question{Row: journal.Row{Deal: c.Deal.ID}, Requirement: in.Requirement, Words: in.Words, AskedOf: in.AskedOf}
			return &q, thread.Ask(ctx, tx, &q)
		})
	type answered struct {
		Answer string `json:"answer"`
	}
	rest.Act(s, rest.On("/deals/{deal}/questions/{id}/answer", "Answer a question", auth.Promise), "question.answer",
		func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in answered) (*thread.Question, error) {
			if _, err := rest.OfDeal[thread.Question](ctx, tx, c); err != nil {
				return nil, err
			}
			q, err := thread.AnswerQuestion(ctx, tx, c.ID, c.Revision, in.Answer)
			return &q, err
		})
}
