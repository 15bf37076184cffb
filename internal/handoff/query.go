package handoff

import (
	"context"

	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/thread"
)

// Doubt queries items: the same words become a question to whoever offers them, for each.
type Doubt struct {
	Deal     string
	Crossing Crossing `json:"crossing"` // empty for the handoff of the signature
	Things   []string `json:"things"`
	Words    string   `json:"words"`
}

// Query asks whoever offers about items. Each is open until it is answered and then decided.
func Query(ctx context.Context, tx *journal.Tx, in Doubt) error {
	d, err := sit(ctx, tx, in.Deal, in.Crossing)
	if err != nil {
		return err
	}
	if err := d.sits(); err != nil {
		return err
	}
	lines, err := d.lines(in.Things)
	if err != nil {
		return err
	}
	for _, l := range lines {
		if err := d.query(ctx, l, in.Words); err != nil {
			return err
		}
	}
	return d.rise(ctx)
}

// query asks about one item.
func (d *desk) query(ctx context.Context, l *Line, words string) error {
	switch {
	case l.State == Withdrawn:
		return problem.Refuse("%s is withdrawn; there is nothing to query. %s", l.Key, l.Reason)
	case l.State == Queried:
		return problem.Refuse("%s is queried already and waits for an answer.", l.Key)
	case l.Kind == KindPromise && !d.Crossing.owes(l.Promise):
		return problem.Refuse("%s is %s already. Settle it in the promise ledger.", l.Key, l.Promise.State)
	case l.Kind == KindQuestion && l.State == Answered:
		return problem.Refuse("%s is answered. Ask a new question about it.", l.Key)
	}
	if l.ID == "" { // came after the freeze: the question needs an item to be about
		l.State = Offered
		if err := d.put(ctx, l); err != nil {
			return err
		}
	}
	q := thread.Question{Row: journal.Row{Deal: d.Deal.ID}, About: l.ID, Words: words, AskedOf: d.Giver()}
	switch {
	case l.Requirement != nil:
		q.Requirement = l.Requirement.ID
	case l.Promise != nil:
		q.Requirement = l.Promise.Requirement
	}
	if err := thread.Ask(ctx, d.tx, &q); err != nil {
		return err
	}
	l.State, l.Question, l.Condition, l.Reason, l.Self = Queried, q.ID, "", "", false
	return d.put(ctx, l)
}

// Reply answers the query on an item.
type Reply struct {
	Deal     string
	Crossing Crossing `json:"crossing"` // empty for the handoff of the signature
	Thing    string   `json:"thing"`
	Answer   string   `json:"answer"`
}

// Answer gives a queried item back to the receiver, with the answer.
func Answer(ctx context.Context, tx *journal.Tx, in Reply) (thread.Question, error) {
	d, err := sit(ctx, tx, in.Deal, in.Crossing)
	if err != nil {
		return thread.Question{}, err
	}
	l, err := d.line(in.Thing)
	if err != nil {
		return thread.Question{}, err
	}
	if l.State != Queried || l.Asked == nil {
		return thread.Question{}, problem.Refuse("%s is %s; no query on it waits for an answer.", l.Key, l.State)
	}
	if tx.Actor.Person != l.Asked.AskedOf {
		if err := d.gives(); err != nil {
			return thread.Question{}, err
		}
	}
	q, err := thread.AnswerQuestion(ctx, tx, l.Asked.ID, 0, in.Answer)
	if err != nil {
		return q, err
	}
	return q, d.rise(ctx)
}
