package api

import (
	"context"

	"throughline/internal/auth"
	"throughline/internal/demo"
	"throughline/internal/journal"
)

func init() { operations = append(operations, demos) }

// demos are what was shown to whom, and how they reacted.
func demos(s *server) {
	read(s, op{"/deals/{deal}/demos", "List a deal's demos", auth.See}, listOf[demo.Demo])
	read(s, op{"/deals/{deal}/demos/{id}", "Get one demo", auth.See}, oneOf[demo.Demo])
	read(s, op{"/deals/{deal}/segments", "List the segments of a deal's demos", auth.See}, func(ctx context.Context, c *caller) (Page[demo.Segment], error) {
		all, err := demo.Segments(ctx, c.Reader, c.Deal.ID)
		return Page[demo.Segment]{Items: all}, err
	})
	read(s, op{"/deals/{deal}/reactions", "List the reactions to a deal's demos", auth.See}, listOf[demo.Reaction])
	act(s, op{"/deals/{deal}/demos", "Plan a demo", auth.Sell}, "demo.plan",
		func(ctx context.Context, tx *journal.Tx, c *caller, in demo.Plan) (*demo.Demo, error) {
			in.Deal = c.Deal.ID
			d, err := demo.PlanDemo(ctx, tx, in)
			return &d, err
		})
	edit(s, op{"/deals/{deal}/demos/{id}", "Edit a demo, or who attended it", auth.Sell}, "demo.edit",
		onThing[demo.Demo](func(ctx context.Context, tx *journal.Tx, c *caller, in demo.Plan) (demo.Demo, error) {
			in.ID, in.Revision = c.ID, c.Revision
			return demo.EditDemo(ctx, tx, in)
		}))
	act(s, op{"/deals/{deal}/demos/{id}/deliver", "Record that a demo was held", auth.Sell}, "demo.deliver",
		onThing[demo.Demo](func(ctx context.Context, tx *journal.Tx, c *caller, in demo.Delivery) (demo.Demo, error) {
			in.ID, in.Revision = c.ID, c.Revision
			return demo.Deliver(ctx, tx, in)
		}))
	act(s, op{"/deals/{deal}/demos/{id}/withdraw", "Withdraw a demo", auth.Sell}, "demo.withdraw",
		back[demo.Demo](func(ctx context.Context, tx *journal.Tx, c *caller, in demo.Withdrawal) error {
			in.ID, in.Revision = c.ID, c.Revision
			return demo.Withdraw(ctx, tx, in)
		}))
	act(s, op{"/deals/{deal}/demos/{id}/segments", "Add a segment to a demo", auth.Sell}, "demo.segment",
		func(ctx context.Context, tx *journal.Tx, c *caller, in demo.NewSegment) (*demo.Segment, error) {
			if _, err := ofDeal[demo.Demo](ctx, tx, c); err != nil {
				return nil, err
			}
			in.Demo = c.ID
			seg, err := demo.AddSegment(ctx, tx, in)
			return &seg, err
		})
	edit(s, op{"/deals/{deal}/segments/{id}", "Edit a segment", auth.Sell}, "demo.edit-segment",
		onThing[demo.Segment](func(ctx context.Context, tx *journal.Tx, c *caller, in demo.NewSegment) (demo.Segment, error) {
			in.ID, in.Revision = c.ID, c.Revision
			return demo.EditSegment(ctx, tx, in)
		}))
	act(s, op{"/deals/{deal}/segments/{id}/reactions", "Record a stakeholder's reaction to a segment", auth.Sell}, "demo.react",
		onThing[demo.Segment](func(ctx context.Context, tx *journal.Tx, c *caller, in demo.NewReaction) (demo.Reaction, error) {
			in.Segment = c.ID
			return demo.React(ctx, tx, in)
		}))
}
