package api

import (
	"context"

	"throughline/internal/account"
	"throughline/internal/api/rest"
	"throughline/internal/auth"
	"throughline/internal/journal"
	"throughline/internal/mail"
	"throughline/internal/portal"
)

func init() { operations = append(operations, links, letters) }

// links are sent to people who answer without an account.
func links(s *rest.Server) {
	rest.Read(s, rest.On("/deals/{deal}/links", "List the links that were sent about a deal", auth.See), rest.ListOf[portal.Link])
	rest.Read(s, rest.On("/deals/{deal}/links/{id}", "Get one link; its secret is in its letter alone", auth.See), rest.OneOf[portal.Link])
	rest.Act(s, rest.On("/deals/{deal}/sign-off-links", "Ask a stakeholder by mail to sign off the wordings as they stand", auth.Sell), "portal.ask-sign-off",
		func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in portal.NewSignOff) (*portal.Link, error) {
			var err error
			if in.ByHand, err = byHand(ctx, tx, c); err != nil {
				return nil, err
			}
			in.Deal = c.Deal.ID
			l, err := portal.SendSignOff(ctx, tx, in)
			return &l, err
		})
	rest.Act(s, rest.On("/deals/{deal}/question-links", "Send a question by mail to whoever can answer it", auth.Promise), "portal.ask",
		func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in portal.NewQuestion) (*portal.Link, error) {
			var err error
			if in.ByHand, err = byHand(ctx, tx, c); err != nil {
				return nil, err
			}
			in.Deal = c.Deal.ID
			l, err := portal.SendQuestion(ctx, tx, in)
			return &l, err
		})
	rest.Act(s, rest.On("/deals/{deal}/links/{id}/revoke", "Take a link back", auth.Promise), "portal.revoke",
		rest.OnThing[portal.Link](func(ctx context.Context, tx *journal.Tx, c *rest.Caller, _ struct{}) (portal.Link, error) {
			return portal.Revoke(ctx, tx, portal.Revocation{ID: c.ID, Revision: c.Revision})
		}))
	rest.Act(s, rest.On("/people/{id}/invite", "Send a person a link to set their first password", auth.Manage), "portal.invite",
		func(ctx context.Context, tx *journal.Tx, c *rest.Caller, _ struct{}) (*portal.Link, error) {
			in := portal.Inviting{Person: c.ID}
			var err error
			if in.ByHand, err = byHand(ctx, tx, c); err != nil {
				return nil, err
			}
			l, err := portal.Invite(ctx, tx, in)
			return &l, err
		})
}

// byHand says whether whoever asks has to send the letter themselves.
func byHand(ctx context.Context, tx *journal.Tx, c *rest.Caller) (bool, error) {
	home, err := account.Home(ctx, tx)
	return c.House.ByHand(home), err
}

// copied is a letter as its sender copies it.
type copied struct {
	mail.Letter
	Copy  string `json:"copy" doc:"the words; for its sender, while it is theirs to send, with the path of the link"`
	Waits bool   `json:"waits" doc:"it is the caller's to send"`
}

// letters are what people outside were written.
func letters(s *rest.Server) {
	rest.Read(s, rest.On("/deals/{deal}/letters", "List the letters that were written about a deal", auth.See), rest.ListOf[mail.Letter])
	get := func(ctx context.Context, c *rest.Caller, l mail.Letter) (*copied, error) {
		words, waits, err := mail.Copy(ctx, c.Reader, l, c.Person, "")
		return &copied{l, words, waits}, err
	}
	rest.Read(s, rest.On("/deals/{deal}/letters/{id}", "Get one letter", auth.See), func(ctx context.Context, c *rest.Caller) (*copied, error) {
		l, err := rest.OfDeal[mail.Letter](ctx, c.Reader, c)
		if err != nil {
			return nil, err
		}
		return get(ctx, c, l)
	})
	rest.Read(s, rest.On("/letters/{id}", "Get one letter to one of ours", auth.Manage), func(ctx context.Context, c *rest.Caller) (*copied, error) {
		l, err := rest.OfDeal[mail.Letter](ctx, c.Reader, c)
		if err != nil {
			return nil, err
		}
		return get(ctx, c, l)
	})
	for _, step := range []struct {
		word, act, summary string
		do                 func(context.Context, *journal.Tx, mail.Handing) (mail.Letter, error)
	}{
		{"sent", "letter.hand", "Say that you sent a letter by hand", mail.HandOver},
		{"settled", "letter.settled", "Say that you have seen to a letter that came back", mail.Settle},
	} {
		move := func(ctx context.Context, tx *journal.Tx, c *rest.Caller, _ struct{}) (*mail.Letter, error) {
			if _, err := rest.OfDeal[mail.Letter](ctx, tx, c); err != nil {
				return nil, err
			}
			l, err := step.do(ctx, tx, mail.Handing{ID: c.ID, Revision: c.Revision})
			return &l, err
		}
		rest.Act(s, rest.On("/deals/{deal}/letters/{id}/"+step.word, step.summary, auth.Promise), step.act, move)
		rest.Act(s, rest.On("/letters/{id}/"+step.word, step.summary+", to one of ours", auth.Manage), step.act, move)
	}
}
