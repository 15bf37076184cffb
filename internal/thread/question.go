package thread

import (
	"context"

	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/seal"
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
	Answer      string        `db:"answer" json:"answer"` // ours
	Said        seal.Text     `db:"said" json:"said"`     // the answer of somebody outside
	AnsweredBy  string        `db:"answered_by" json:"answered_by"`
	AnsweredAt  clock.Instant `db:"answered_at" json:"answered_at"`
}

var questionKind = journal.Declare[Question]("question", "question")

// Reply is the answer, whoever gave it; empty while there is none.
func (q Question) Reply() string {
	if q.Said.IsZero() {
		return q.Answer
	}
	return q.Said.String()
}

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
	return reply(ctx, tx, id, revision, answer, func(q *Question) { q.Answer = answer })
}

// AnswerFromOutside answers one in the words of a contact, which are kept under their key. The
// actor is the contact.
func AnswerFromOutside(ctx context.Context, tx *journal.Tx, id, words string) (Question, error) {
	return reply(ctx, tx, id, 0, words, func(q *Question) { q.Said = seal.New(tx.Actor.Person, words) })
}

func reply(ctx context.Context, tx *journal.Tx, id string, revision int64, words string, put func(*Question)) (Question, error) {
	var c problem.Check
	c.Text("answer", words, 4000)
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
	put(&q)
	q.AnsweredBy, q.AnsweredAt = tx.Actor.Person, tx.Now()
	return q, journal.Update(ctx, tx, &q)
}

var questionsWaiting = journal.Where[Question](questionKind, "asked_of = $2 AND answered_at = 0 ORDER BY asked_at LIMIT 50")

// QuestionsFor lists the open questions that wait for a person, oldest first.
func QuestionsFor(ctx context.Context, r *journal.Reader, person string) ([]Question, error) {
	return questionsWaiting.List(ctx, r, person)
}
