package area

import (
	"context"

	"throughline/internal/account"
	"throughline/internal/journal"
	"throughline/internal/thread"
)

func describeAccount(ctx context.Context, src journal.Source, id string) (Card, error) {
	a, err := journal.Load[account.Account](ctx, src, id)
	return Card{Kind: "account", ID: id, Title: a.Name}, err
}

func describeQuestion(ctx context.Context, src journal.Source, id string) (Card, error) {
	q, err := journal.Load[thread.Question](ctx, src, id)
	return Card{Kind: "question", ID: id, Deal: q.Deal, Title: q.Words, Path: "questions/" + id}, err
}

// describeQuote leads to the requirement that was heard with these words.
func describeQuote(ctx context.Context, src journal.Source, id string) (Card, error) {
	q, err := journal.Load[thread.Quote](ctx, src, id)
	if err != nil {
		return Card{}, err
	}
	c, err := describeRequirement(ctx, src, q.Requirement)
	c.Kind, c.ID, c.Title = "quote", id, q.Words.String()
	return c, err
}
