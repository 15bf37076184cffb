package api

import (
	"context"

	"throughline/internal/answers"
	"throughline/internal/api/rest"
	"throughline/internal/auth"
	"throughline/internal/demo"
	"throughline/internal/journal"
)

func init() { operations = append(operations, demos, writtenAnswers) }

// demos are what was shown to whom, and how they reacted.
func demos(s *rest.Server) {
	rest.Read(s, rest.On("/deals/{deal}/demos", "List a deal's demos", auth.See), rest.ListOf[demo.Demo])
	rest.Read(s, rest.On("/deals/{deal}/demos/missed", "List the stakeholders who have not seen what was shown of what concerns them", auth.See), func(ctx context.Context, c *rest.Caller) (rest.Page[demo.Missed], error) {
		t, err := threadNow(ctx, c)
		if err != nil {
			return rest.Page[demo.Missed]{}, err
		}
		all, err := demo.WhoMissed(ctx, c.Reader, &t.Picture)
		return rest.Page[demo.Missed]{Items: append([]demo.Missed{}, all...)}, err
	})
	rest.Read(s, rest.On("/deals/{deal}/demos/{id}", "Get one demo", auth.See), rest.OneOf[demo.Demo])
	rest.Read(s, rest.On("/deals/{deal}/demos/{id}/length", "Get how long a demo runs by its segments, against what was planned, and what is too long", auth.See), func(ctx context.Context, c *rest.Caller) (*demo.Length, error) {
		d, err := rest.OfDeal[demo.Demo](ctx, c.Reader, c)
		if err != nil {
			return nil, err
		}
		all, err := demo.Segments(ctx, c.Reader, c.Deal.ID)
		out := demo.LengthOf(d, all)
		return &out, err
	})
	rest.Read(s, rest.On("/deals/{deal}/segments", "List the segments of a deal's demos", auth.See), func(ctx context.Context, c *rest.Caller) (rest.Page[demo.Segment], error) {
		all, err := demo.Segments(ctx, c.Reader, c.Deal.ID)
		return rest.Page[demo.Segment]{Items: all}, err
	})
	rest.Read(s, rest.On("/deals/{deal}/reactions", "List the reactions to a deal's demos", auth.See), rest.ListOf[demo.Reaction])
	rest.Act(s, rest.On("/deals/{deal}/demos", "Plan a demo", auth.Sell), "demo.plan",
		func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in demo.Plan) (*demo.Demo, error) {
			in.Deal = c.Deal.ID
			d, err := demo.PlanDemo(ctx, tx, in)
			return &d, err
		})
	rest.Edit(s, rest.On("/deals/{deal}/demos/{id}", "Edit a demo, or who attended it", auth.Sell), "demo.edit",
		rest.OnThing[demo.Demo](func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in demo.Plan) (demo.Demo, error) {
			in.ID, in.Revision = c.ID, c.Revision
			return demo.EditDemo(ctx, tx, in)
		}))
	rest.Act(s, rest.On("/deals/{deal}/demos/{id}/deliver", "Record that a demo was held", auth.Sell), "demo.deliver",
		rest.OnThing[demo.Demo](func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in demo.Delivery) (demo.Demo, error) {
			in.ID, in.Revision = c.ID, c.Revision
			return demo.Deliver(ctx, tx, in)
		}))
	rest.Act(s, rest.On("/deals/{deal}/demos/{id}/withdraw", "Withdraw a demo", auth.Sell), "demo.withdraw",
		rest.Back[demo.Demo](func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in demo.Withdrawal) error {
			in.ID, in.Revision = c.ID, c.Revision
			return demo.Withdraw(ctx, tx, in)
		}))
	rest.Act(s, rest.On("/deals/{deal}/demos/{id}/segments", "Add a segment to a demo", auth.Sell), "demo.segment",
		func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in demo.NewSegment) (*demo.Segment, error) {
			if _, err := rest.OfDeal[demo.Demo](ctx, tx, c); err != nil {
				return nil, err
			}
			in.Demo = c.ID
			seg, err := demo.AddSegment(ctx, tx, in)
			return &seg, err
		})
	rest.Edit(s, rest.On("/deals/{deal}/segments/{id}", "Edit a segment", auth.Sell), "demo.edit-segment",
		rest.OnThing[demo.Segment](func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in demo.NewSegment) (demo.Segment, error) {
			in.ID, in.Revision = c.ID, c.Revision
			return demo.EditSegment(ctx, tx, in)
		}))
	rest.Act(s, rest.On("/deals/{deal}/segments/{id}/reactions", "Record a stakeholder's reaction to a segment", auth.Sell), "demo.react",
		rest.OnThing[demo.Segment](func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in demo.NewReaction) (demo.Reaction, error) {
			in.Segment = c.ID
			return demo.React(ctx, tx, in)
		}))
}

// writtenAnswers are the exact words to their questions.
func writtenAnswers(s *rest.Server) {
	rest.Read(s, rest.On("/deals/{deal}/answers", "List a deal's answers", auth.See), func(ctx context.Context, c *rest.Caller) (rest.Page[answers.Answer], error) {
		all, err := answers.List(ctx, c.Reader, c.Deal.ID)
		return rest.Page[answers.Answer]{Items: all}, err
	})
	rest.Read(s, rest.On("/deals/{deal}/answers/{id}", "Get one answer", auth.See), rest.OneOf[answers.Answer])
	rest.Act(s, rest.On("/deals/{deal}/answers", "Write an answer", auth.Sell), "answers.write",
		func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in answers.Wording) (*answers.Answer, error) {
			in.Deal = c.Deal.ID
			a, err := answers.Write(ctx, tx, in)
			return &a, err
		})
	rest.Edit(s, rest.On("/deals/{deal}/answers/{id}", "Edit an answer: the next version, its approval ended", auth.Sell), "answers.edit",
		rest.OnThing[answers.Answer](func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in answers.Wording) (answers.Answer, error) {
			in.Deal, in.ID, in.Revision = c.Deal.ID, c.ID, c.Revision
			return answers.Edit(ctx, tx, in)
		}))
	rest.Act(s, rest.On("/deals/{deal}/answers/{id}/approve", "Approve an answer in one's own name", auth.Sell), "answers.approve",
		rest.OnThing[answers.Answer](func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in answers.Approval) (answers.Answer, error) {
			in.ID, in.Revision = c.ID, c.Revision
			return answers.Approve(ctx, tx, in)
		}))
	rest.Act(s, rest.On("/deals/{deal}/answers/{id}/withdraw", "Withdraw an answer, its approval with it", auth.Sell), "answers.withdraw",
		rest.Back[answers.Answer](func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in answers.Withdrawal) error {
			in.ID, in.Revision = c.ID, c.Revision
			return answers.Withdraw(ctx, tx, in)
		}))
}
