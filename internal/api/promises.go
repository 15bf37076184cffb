package api

import (
	"context"

	"throughline/internal/auth"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/thread"
)

func init() { operations = append(operations, promises, questions) }

// promises are the acts on the ledger.
func promises(s *server) {
	read(s, op{"/deals/{deal}/promises", "List a deal's promises", auth.See}, func(ctx context.Context, c *caller) (Page[thread.Promise], error) {
		all, err := thread.Promises(ctx, c.Reader, c.Deal.ID)
		return Page[thread.Promise]{Items: all}, err
	})
	read(s, op{"/deals/{deal}/promises/{id}", "Get one promise", auth.See}, func(ctx context.Context, c *caller) (*thread.Promise, error) {
		p, err := ofDeal[thread.Promise](ctx, c.Reader, c)
		return &p, err
	})
	act(s, op{"/deals/{deal}/promises", "Record a promise", auth.Promise}, "promise.give",
		func(ctx context.Context, tx *journal.Tx, c *caller, in thread.NewPromise) (*thread.Promise, error) {
			in.Deal = c.Deal.ID
			p, err := thread.Give(ctx, tx, in)
			return &p, err
		})
	act(s, op{"/deals/{deal}/promises/{id}/settle", "Say what became of a promise", auth.Promise}, "promise.settle",
		func(ctx context.Context, tx *journal.Tx, c *caller, in thread.Settlement) (*thread.Promise, error) {
			if _, err := ofDeal[thread.Promise](ctx, tx, c); err != nil {
				return nil, err
			}
			in.ID, in.Revision = c.ID, c.Revision
			p, err := thread.SettlePromise(ctx, tx, in)
			return &p, err
		})
}

// questions are asked and answered.
func questions(s *server) {
	read(s, op{"/deals/{deal}/questions", "List a deal's questions", auth.See}, func(ctx context.Context, c *caller) (Page[thread.Question], error) {
		all, err := journal.List[thread.Question](ctx, c.Reader, c.Deal.ID)
		return Page[thread.Question]{Items: all}, err
	})
	type words struct {
		Words       string `json:"words"`
		Requirement string `json:"requirement" doc:"a requirement's id"`
		AskedOf     string `json:"asked_of" doc:"a person's id"`
	}
	act(s, op{"/deals/{deal}/questions", "Ask a question", auth.Promise}, "question.ask",
		func(ctx context.Context, tx *journal.Tx, c *caller, in words) (*thread.Question, error) {
			q := thread.Question{Row: journal.Row{Deal: c.Deal.ID}, Requirement: in.Requirement, Words: in.Words, AskedOf: in.AskedOf}
			return &q, thread.Ask(ctx, tx, &q)
		})
	type answered struct {
		Answer string `json:"answer"`
	}
	act(s, op{"/deals/{deal}/questions/{id}/answer", "Answer a question", auth.Promise}, "question.answer",
		func(ctx context.Context, tx *journal.Tx, c *caller, in answered) (*thread.Question, error) {
			if _, err := ofDeal[thread.Question](ctx, tx, c); err != nil {
				return nil, err
			}
			q, err := thread.AnswerQuestion(ctx, tx, c.ID, c.Revision, in.Answer)
			return &q, err
		})
}

// ofDeal loads the thing whose id the path names, if it belongs to the deal the path names.
func ofDeal[T any, P interface {
	*T
	Head() *journal.Row
}](ctx context.Context, src journal.Source, c *caller) (T, error) {
	v, err := journal.Load[T](ctx, src, c.ID)
	if err == nil && P(&v).Head().Deal != c.Deal.ID {
		err = problem.NotFound("thing", c.ID)
	}
	return v, err
}
