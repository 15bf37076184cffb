package portal

import (
	"context"

	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/thread"
)

// Reply is an answer written in the box behind a link.
type Reply struct {
	Link   string // its id
	Answer string
}

// Respond keeps the answer to a question with the name of whoever the link was sent to. A question
// that was answered meanwhile stays as it is.
func Respond(ctx context.Context, tx *journal.Tx, in Reply) (Link, error) {
	l, err := use(ctx, tx, in.Link, Question)
	if err != nil {
		return l, err
	}
	q, err := journal.Load[thread.Question](ctx, tx, l.Question)
	if err != nil {
		return l, err
	}
	if !q.AnsweredAt.IsZero() {
		return l, problem.Refuse("%s", In(l.Language).AnsweredBefore)
	}
	if l.Ours {
		_, err = thread.AnswerQuestion(ctx, tx, q.ID, 0, in.Answer)
	} else {
		_, err = thread.AnswerFromOutside(ctx, tx, q.ID, in.Answer)
	}
	if err != nil {
		return l, err
	}
	return l, journal.Update(ctx, tx, &l)
}

// Accept uses up an invitation whose password is about to be set.
func Accept(ctx context.Context, tx *journal.Tx, link string) (Link, error) {
	l, err := use(ctx, tx, link, Invitation)
	if err != nil {
		return l, err
	}
	return l, journal.Update(ctx, tx, &l)
}

// Actor is whoever a link was sent to, as the journal names them.
func Actor(l Link, name string) journal.Actor {
	return journal.Actor{Workspace: l.Workspace, Person: l.Recipient, Name: name, Role: "link"}
}
