package api

import (
	"context"

	"throughline/internal/account"
	"throughline/internal/api/rest"
	"throughline/internal/auth"
	"throughline/internal/capture"
	"throughline/internal/journal"
)

func init() { operations = append(operations, captures) }

// newNote is a note as the API takes it: the deal by its prefix, or found by the names in the text.
type newNote struct {
	capture.Noting
	Key string `json:"deal_key" doc:"the deal's prefix; empty: found by the names in the text"`
}

// captures are notes after a call and what they propose.
func captures(s *rest.Server) {
	rest.Act(s, rest.On("/captures", "Take a note after a call: find its deal, keep its words, propose what it holds", auth.Promise), "capture.take",
		func(ctx context.Context, tx *journal.Tx, _ *rest.Caller, in newNote) (capture.Taken, error) {
			if in.Key != "" {
				d, err := account.ByPrefix(ctx, tx.Reader, in.Key)
				if err != nil {
					return capture.Taken{}, err
				}
				in.Deal = d.ID
			}
			return capture.Take(ctx, tx, in.Noting)
		})
	rest.Read(s, rest.On("/captures", "List your notes whose deal is not known yet", auth.Promise), func(ctx context.Context, c *rest.Caller) (rest.Page[capture.Note], error) {
		all, err := capture.Unfiled(ctx, c.Reader, c.Person)
		return rest.Page[capture.Note]{Items: all}, err
	})
	type place struct {
		Deal string `json:"deal" doc:"a deal's id"`
	}
	rest.Act(s, rest.On("/captures/{id}/file", "Put a note into its deal", auth.Promise), "capture.file",
		func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in place) (capture.Taken, error) {
			return capture.File(ctx, tx, c.ID, in.Deal)
		})
	rest.Act(s, rest.On("/captures/{id}/drop", "Throw a note away that belongs to no deal", auth.Promise), "capture.drop",
		func(ctx context.Context, tx *journal.Tx, c *rest.Caller, _ struct{}) (struct{}, error) {
			return struct{}{}, capture.Drop(ctx, tx, c.ID)
		})
	rest.Read(s, rest.On("/deals/{deal}/captures/{id}", "List what a note proposes", auth.See), func(ctx context.Context, c *rest.Caller) (rest.Page[capture.Proposal], error) {
		call, err := capture.Of(ctx, c.Reader, c.Deal.ID, c.ID)
		if err != nil {
			return rest.Page[capture.Proposal]{}, err
		}
		all, err := capture.OfNote(ctx, c.Reader, call.ID)
		return rest.Page[capture.Proposal]{Items: all}, err
	})
	rest.Act(s, rest.On("/deals/{deal}/captures/{id}/accept-all", "Accept what waits of a note as it stands", auth.Promise), "capture.accept-all",
		func(ctx context.Context, tx *journal.Tx, c *rest.Caller, _ struct{}) (capture.AcceptedAll, error) {
			call, err := capture.Of(ctx, tx, c.Deal.ID, c.ID)
			if err != nil {
				return capture.AcceptedAll{}, err
			}
			return capture.AcceptAll(ctx, tx, c.Deal.ID, call.ID)
		})
	type target struct {
		To string `json:"to" doc:"a deal's id"`
	}
	rest.Act(s, rest.On("/deals/{deal}/captures/{id}/move", "Move a note to another deal, while nothing of it was accepted", auth.Promise), "capture.move",
		func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in target) (capture.Taken, error) {
			return capture.Move(ctx, tx, c.Deal.ID, c.ID, in.To)
		})
	rest.Act(s, rest.On("/deals/{deal}/proposals/{id}/accept", "Accept a proposal of a note", auth.Promise), "capture.accept",
		onProposal(func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in capture.Choice) (*capture.Proposal, error) {
			in.ID, in.Revision = c.ID, c.Revision
			out, err := capture.Accept(ctx, tx, in)
			return &out, err
		}))
	rest.Act(s, rest.On("/deals/{deal}/proposals/{id}/reject", "Reject a proposal of a note", auth.Promise), "capture.reject",
		onProposal(func(ctx context.Context, tx *journal.Tx, c *rest.Caller, _ struct{}) (*capture.Proposal, error) {
			out, err := capture.Reject(ctx, tx, c.ID, c.Revision)
			return &out, err
		}))
}

// onProposal makes an act on the proposal that the path names.
func onProposal[In any](do func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in In) (*capture.Proposal, error)) func(context.Context, *journal.Tx, *rest.Caller, In) (*capture.Proposal, error) {
	return func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in In) (*capture.Proposal, error) {
		if _, err := rest.OfDeal[capture.Proposal](ctx, tx, c); err != nil {
			return nil, err
		}
		return do(ctx, tx, c, in)
	}
}
