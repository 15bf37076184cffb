package portal

import (
	"context"
	"strings"

	"throughline/internal/account"
	"throughline/internal/auth"
	"throughline/internal/evaluation"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/thread"
)

// NewSignOff asks a stakeholder to sign off wordings as they stand now.
type NewSignOff struct {
	Deal string
	Sending
	Requirements []string `json:"requirements"` // empty for all that stand
}

// SendSignOff sends the list of exact wordings to a named stakeholder.
func SendSignOff(ctx context.Context, tx *journal.Tx, in NewSignOff) (Link, error) {
	var c problem.Check
	in.check(&c)
	if err := c.Err(); err != nil {
		return Link{}, err
	}
	deal, err := account.Deal(ctx, tx, in.Deal)
	if err != nil {
		return Link{}, err
	}
	if _, err := account.StakeholderOf(ctx, tx, in.Deal, in.Recipient); err != nil {
		return Link{}, err
	}
	items, err := wordings(ctx, tx, in.Deal, in.Requirements)
	if err != nil {
		return Link{}, err
	}
	l := Link{Row: journal.Row{Deal: in.Deal}, Purpose: SignOff, Items: items}
	return issue(ctx, tx, in.Sending, l, func(w *Words, to Reach, until string) (string, string) {
		return w.signLetter(tx.Actor.Name, to.Name, deal.Name, in.Note, len(items), until)
	})
}

// wordings are the exact texts of requirements that stand: of those named, or of all.
func wordings(ctx context.Context, tx *journal.Tx, deal string, named []string) ([]Item, error) {
	all, err := thread.Requirements(ctx, tx, deal)
	if err != nil {
		return nil, err
	}
	want := map[string]bool{}
	for _, id := range named {
		want[id] = true
	}
	var out []Item
	for _, r := range all {
		if !r.Stands() || len(named) > 0 && !want[r.ID] {
			continue
		}
		delete(want, r.ID)
		out = append(out, Item{Requirement: r.ID, Wording: evaluation.Wording(r), Meaning: r.Meaning})
	}
	if len(want) > 0 {
		return nil, &problem.Error{Kind: problem.Invalid, What: "The list cannot be sent.", Fields: []problem.Field{{Name: "requirements", What: "Names a requirement that is not of this deal or does not stand any more."}}}
	}
	if len(out) == 0 {
		return nil, problem.Refuse("There is no requirement to sign off. Record what the customer needs first.")
	}
	return out, nil
}

// NewQuestion sends a question that stands on the thread to whoever can answer it.
type NewQuestion struct {
	Deal string
	Sending
	Question string `json:"question"` // its id
}

// SendQuestion sends a question, a query at the handoff among them, to a stakeholder or to one of
// ours, who answer it in a box on a page. The question goes on waiting for whom it was asked of.
func SendQuestion(ctx context.Context, tx *journal.Tx, in NewQuestion) (Link, error) {
	var c problem.Check
	in.check(&c)
	c.Text("question", in.Question, 40)
	if err := c.Err(); err != nil {
		return Link{}, err
	}
	deal, err := account.Deal(ctx, tx, in.Deal)
	if err != nil {
		return Link{}, err
	}
	q, err := journal.Load[thread.Question](ctx, tx, in.Question)
	if err != nil {
		return Link{}, err
	}
	switch {
	case q.Deal != in.Deal:
		return Link{}, problem.NotFound("question", in.Question)
	case !q.AnsweredAt.IsZero():
		return Link{}, problem.Refuse("This question is answered.")
	}
	if _, ours, err := ReachTo(ctx, tx, in.Recipient); err != nil {
		return Link{}, err
	} else if !ours {
		if _, err := account.StakeholderOf(ctx, tx, in.Deal, in.Recipient); err != nil {
			return Link{}, err
		}
	}
	l := Link{Row: journal.Row{Deal: in.Deal}, Purpose: Question, Question: q.ID}
	return issue(ctx, tx, in.Sending, l, func(w *Words, to Reach, until string) (string, string) {
		return w.questionLetter(tx.Actor.Name, to.Name, deal.Name, in.Note, q.Words, until)
	})
}

// Inviting asks a new person of the workspace to set their password.
type Inviting struct {
	Person string `json:"person"`
	Sending
}

// Invite sends one of ours a link to set their first password.
func Invite(ctx context.Context, tx *journal.Tx, in Inviting) (Link, error) {
	in.Recipient, in.Language = in.Person, "en"
	if in.Days == 0 {
		in.Days = 7
	}
	var c problem.Check
	in.check(&c)
	if err := c.Err(); err != nil {
		return Link{}, err
	}
	p, err := journal.Load[auth.Person](ctx, tx, in.Person)
	if err != nil {
		return Link{}, err
	}
	if !p.Active {
		return Link{}, problem.Refuse("%s may not come in. Let them first.", p.Name)
	}
	return issue(ctx, tx, in.Sending, Link{Purpose: Invitation}, func(w *Words, to Reach, until string) (string, string) {
		return w.inviteLetter(tx.Actor.Name, to.Name, until)
	})
}

// oneLine keeps what people named a deal from breaking the head of a letter.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
