package api

import (
	"context"
	"slices"

	"throughline/internal/account"
	"throughline/internal/api/rest"
	"throughline/internal/auth"
	"throughline/internal/followup"
	"throughline/internal/journal"
	"throughline/internal/problem"
)

func init() { operations = append(operations, followUps) }

// drafted is a follow-up that nobody wrote yet, in one language.
type drafted struct {
	Language string `json:"language"`
	Subject  string `json:"subject"`
	Words    string `json:"words"`
}

// followUps are what is written to the customer after a call or a demo.
func followUps(s *rest.Server) {
	rest.Read(s, rest.On("/deals/{deal}/follow-ups", "List the follow-ups of a deal", auth.See), func(ctx context.Context, c *rest.Caller) (rest.Page[followup.FollowUp], error) {
		all, err := followup.All(ctx, c.Reader, c.Deal.ID)
		return rest.Page[followup.FollowUp]{Items: slices.DeleteFunc(all, func(f followup.FollowUp) bool { return !mayRead(c, f) })}, err
	})
	rest.Read(s, rest.On("/deals/{deal}/follow-ups/{id}", "Get one follow-up", auth.See), func(ctx context.Context, c *rest.Caller) (*followup.FollowUp, error) {
		f, err := rest.OneOf[followup.FollowUp](ctx, c)
		if err == nil && !mayRead(c, *f) {
			err = problem.NotFound("follow-up", c.ID)
		}
		return f, err
	})
	rest.Read(s, rest.On("/deals/{deal}/follow-up-drafts/{id}", "Draft the follow-up of a call or a demo, in each language", auth.See), func(ctx context.Context, c *rest.Caller) (rest.Page[drafted], error) {
		talk, err := followup.Find(ctx, c.Reader, c.Deal, followup.AfterCall, c.ID)
		if problem.Of(err) == problem.Missing {
			talk, err = followup.Find(ctx, c.Reader, c.Deal, followup.AfterDemo, c.ID)
		}
		if err != nil {
			return rest.Page[drafted]{}, err
		}
		home, err := account.Home(ctx, c.Reader)
		if err != nil {
			return rest.Page[drafted]{}, err
		}
		var out rest.Page[drafted]
		for _, language := range followup.Languages {
			subject, words := followup.Draft(talk, language, home.Location())
			out.Items = append(out.Items, drafted{language, subject, words})
		}
		return out, nil
	})
	rest.Act(s, rest.On("/deals/{deal}/follow-ups", "Write the follow-up of a call or a demo", auth.Promise), "follow-up.write",
		func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in followup.Writing) (*followup.FollowUp, error) {
			in.Deal = c.Deal.ID
			f, err := followup.Write(ctx, tx, in)
			return &f, err
		})
	rest.Edit(s, rest.On("/deals/{deal}/follow-ups/{id}", "Edit a follow-up that is not sent", auth.Promise), "follow-up.write",
		func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in followup.Writing) (*followup.FollowUp, error) {
			in.Deal, in.ID, in.Revision = c.Deal.ID, c.ID, c.Revision
			f, err := followup.Write(ctx, tx, in)
			return &f, err
		})
	rest.Move(s, rest.On("/deals/{deal}/follow-ups/{id}/send", "Send a follow-up: one letter to each person", auth.Promise), "follow-up.send",
		func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in followup.Sending) (*followup.FollowUp, error) {
			var err error
			if in.ByHand, err = byHand(ctx, tx, c); err != nil {
				return nil, err
			}
			in.Deal, in.ID, in.Revision = c.Deal.ID, c.ID, c.Revision
			f, err := followup.Send(ctx, tx, in)
			return &f, err
		})
	rest.Move(s, rest.On("/deals/{deal}/follow-ups/{id}/drop", "Throw a follow-up away that is not sent", auth.Promise), "follow-up.drop",
		func(ctx context.Context, tx *journal.Tx, c *rest.Caller, _ struct{}) (struct{}, error) {
			return struct{}{}, followup.Drop(ctx, tx, followup.Dropping{Deal: c.Deal.ID, ID: c.ID, Revision: c.Revision})
		})
}

// mayRead says whether somebody reads a follow-up: one that is not sent is for those who write.
func mayRead(c *rest.Caller, f followup.FollowUp) bool {
	return f.Sent() || auth.May(c.Role, auth.Promise) == nil
}
