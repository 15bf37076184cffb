package followup

import (
	"context"
	"slices"

	"throughline/internal/account"
	"throughline/internal/journal"
	"throughline/internal/mail"
	"throughline/internal/portal"
	"throughline/internal/problem"
	"throughline/internal/seal"
	"throughline/internal/thread"
)

// Writing is a follow-up as a person leaves it.
type Writing struct {
	Deal     string
	ID       string `json:"-"` // empty for the first time
	Revision int64
	Kind     string `json:"kind"`  // of the talk: call or demo
	About    string `json:"about"` // the talk's id
	Language string `json:"language"`
	Subject  string `json:"subject"`
	Words    string `json:"words"`
}

func (in Writing) check() error {
	var c problem.Check
	c.OneOf("language", in.Language, Languages...)
	c.Text("subject", in.Subject, 200)
	c.Text("words", in.Words, 50_000)
	return c.Err()
}

// Write keeps the words of a follow-up that is not sent yet. A talk has one of those at most.
func Write(ctx context.Context, tx *journal.Tx, in Writing) (FollowUp, error) {
	if err := in.check(); err != nil {
		return FollowUp{}, err
	}
	deal, err := account.Deal(ctx, tx, in.Deal)
	if err != nil {
		return FollowUp{}, err
	}
	talk, err := Find(ctx, tx, deal, in.Kind, in.About)
	if err != nil {
		return FollowUp{}, err
	}
	f, isNew, err := open(ctx, tx, in)
	if err != nil {
		return f, err
	}
	f.Language, f.Subject, f.Words = in.Language, seal.New(deal.ID, in.Subject), seal.New(deal.ID, in.Words)
	f.Requirements, f.WrittenBy, f.WrittenAt = talk.Repeats(), tx.Actor.Person, tx.Now()
	if isNew {
		return f, journal.Insert(ctx, tx, &f)
	}
	return f, journal.Update(ctx, tx, &f)
}

// open is the follow-up to write on: the one named, or a new one where the talk has none open.
func open(ctx context.Context, tx *journal.Tx, in Writing) (f FollowUp, isNew bool, err error) {
	if in.ID != "" {
		f, err = unsent(ctx, tx, in.Deal, in.ID, in.Revision)
		return f, false, err
	}
	all, err := Of(ctx, tx, in.Deal, in.About)
	if err != nil {
		return f, false, err
	}
	if slices.ContainsFunc(all, func(f FollowUp) bool { return !f.Sent() }) {
		return f, false, problem.Refuse("A follow-up of this talk is being written already. Open it, and go on there.")
	}
	return FollowUp{Row: journal.Row{Deal: in.Deal}, Kind: in.Kind, About: in.About, Letters: []string{}}, true, nil
}

// unsent loads a follow-up that may still be changed.
func unsent(ctx context.Context, tx *journal.Tx, deal, id string, revision int64) (FollowUp, error) {
	f, err := journal.Hold[FollowUp](ctx, tx, id)
	switch {
	case err != nil:
		return f, err
	case f.Deal != deal:
		return f, problem.NotFound("follow-up", id)
	case f.Sent():
		return f, problem.Refuse("This follow-up was sent. Its words stay as they went out; write a new one.")
	}
	if revision != 0 {
		f.Revision = revision
	}
	return f, nil
}

// Sending sends a follow-up to people who were there, or have another part in the deal.
type Sending struct {
	Deal     string
	ID       string `json:"-"`
	Revision int64
	To       []string `json:"to"` // contacts' ids
	ByHand   bool     `json:"-"`  // there is no mail server
}

// Send writes one letter to each person, in the exact words that were written, and ties the
// follow-up to the requirements that it repeats. It is changed no more after that.
func Send(ctx context.Context, tx *journal.Tx, in Sending) (FollowUp, error) {
	var c problem.Check
	c.Fail(len(in.To) > 0, "to", "Choose who gets it.")
	c.Fail(len(in.To) <= 50, "to", "Names more than 50 people.")
	if err := c.Err(); err != nil {
		return FollowUp{}, err
	}
	f, err := unsent(ctx, tx, in.Deal, in.ID, in.Revision)
	if err != nil {
		return f, err
	}
	slices.Sort(in.To)
	f.Letters = []string{}
	for _, contact := range slices.Compact(in.To) {
		if _, err := account.StakeholderOf(ctx, tx, in.Deal, contact); err != nil {
			return f, err
		}
		to, _, err := portal.ReachTo(ctx, tx, contact)
		if err != nil {
			return f, err
		}
		letter, err := mail.Write(ctx, tx, mail.NewLetter{Deal: in.Deal, Purpose: followUpKind.Name, Recipient: contact, Name: to.Name, Address: to.Mail, Subject: f.Subject.String(),
			Words: Whole(f.Language, f.Words.String(), tx.Actor.Name, []string{to.Name}), Sender: tx.Actor.Person, About: f.ID, Language: f.Language, ByHand: in.ByHand})
		if err != nil {
			return f, err
		}
		f.Letters = append(f.Letters, letter.ID)
	}
	f.SentAt = tx.Now()
	if err := journal.Update(ctx, tx, &f); err != nil {
		return f, err
	}
	return f, thread.ConnectAll(ctx, tx, in.Deal, followUpKind.Name, f.ID, thread.Trace, f.Requirements)
}

// Dropping throws a follow-up away that was not sent.
type Dropping struct {
	Deal     string
	ID       string
	Revision int64
}

// Drop throws it away.
func Drop(ctx context.Context, tx *journal.Tx, in Dropping) error {
	f, err := unsent(ctx, tx, in.Deal, in.ID, in.Revision)
	if err != nil {
		return err
	}
	return journal.Delete(ctx, tx, &f)
}
