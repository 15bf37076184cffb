package thread

import (
	"context"

	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/problem"
)

// Question is open until answered: about a requirement, or back from the receiver at the
// handoff. It waits for one person.
type Question struct {
	journal.Row
	Requirement string        `db:"requirement" json:"requirement"`
	About       string        `db:"about" json:"about"` // a handoff item's id, or empty
	Words       string        `db:"words" json:"words"`
	AskedBy     string        `db:"asked_by" json:"asked_by"`
	AskedOf     string        `db:"asked_of" json:"asked_of"`
	AskedAt     clock.Instant `db:"asked_at" json:"asked_at"`
	Answer      string        `db:"answer" json:"answer"`
	AnsweredBy  string        `db:"answered_by" json:"answered_by"`
	AnsweredAt  clock.Instant `db:"answered_at" json:"answered_at"`
}

var questionKind = journal.Declare[Question]("question", "question")

// Ask puts a question to a person.
func Ask(ctx context.Context, tx *journal.Tx, q *Question) error {
	var c problem.Check
	c.Text("words", q.Words, 2000)
	if err := c.Err(); err != nil {
		return err
	}
	q.AskedBy, q.AskedAt = tx.Actor.Person, tx.Now()
	return journal.Insert(ctx, tx, q)
}

// AnswerQuestion answers one.
func AnswerQuestion(ctx context.Context, tx *journal.Tx, id string, revision int64, answer string) (Question, error) {
	var c problem.Check
	c.Text("answer", answer, 4000)
	if err := c.Err(); err != nil {
		return Question{}, err
	}
	q, err := journal.Load[Question](ctx, tx, id)
	if err != nil {
		return q, err
	}
	if revision != 0 {
		q.Revision = revision
	}
	q.Answer, q.AnsweredBy, q.AnsweredAt = answer, tx.Actor.Person, tx.Now()
	return q, journal.Update(ctx, tx, &q)
}

var questionsWaiting = journal.Where[Question](questionKind, "asked_of = $2 AND answered_at = 0 ORDER BY asked_at LIMIT 50")

// QuestionsFor lists the open questions that wait for a person, oldest first.
func QuestionsFor(ctx context.Context, r *journal.Reader, person string) ([]Question, error) {
	return questionsWaiting.List(ctx, r, person)
}
