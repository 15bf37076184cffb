package people

import (
	"context"

	"throughline/internal/api/rest"
	"throughline/internal/auth"
	"throughline/internal/journal"
	core "throughline/internal/people"
	"throughline/internal/team"
)

func init() { operations = append(operations, chains, assessments, offices) }

// chains are the people below the caller.
func chains(s *rest.Server) {
	rest.Read(s, rest.On("/team", "Get the people of your chain, each as far as you may see them", auth.See), func(ctx context.Context, c *rest.Caller) (*team.Chain, error) {
		day, err := c.Today(ctx)
		if err != nil {
			return nil, err
		}
		g, err := core.GuideOf(ctx, c.Reader)
		if err != nil {
			return nil, err
		}
		out, err := team.ChainOf(ctx, c.Reader, g, c.Person, day)
		return &out, err
	})
	rest.Read(s, rest.On("/team/{id}", "Get one person of your chain", auth.See), func(ctx context.Context, c *rest.Caller) (*team.Portrait, error) {
		return portrait(ctx, c, c.ID)
	})
	rest.Act(s, rest.On("/team/{id}/standing", "Write down where a person stands, and who leads them (people administrators)", auth.See), "people.place",
		func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in core.PlaceIn) (*core.Standing, error) {
			in.Person, in.Revision = c.ID, c.Revision
			out, err := core.Place(ctx, tx, in)
			return &out, err
		})
	rest.Act(s, rest.On("/team/{id}/assessments", "Begin an assessment of a person you lead, or of yourself", auth.See), "assessment.open",
		func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in core.OpenIn) (*core.Assessment, error) {
			in.Person = c.ID
			out, err := core.OpenAssessment(ctx, tx, in)
			return &out, err
		})
}

// assessments are those that the caller is a party of.
func assessments(s *rest.Server) {
	rest.Read(s, rest.On("/assessments/{id}", "Get an assessment as far as you may see it", auth.See), func(ctx context.Context, c *rest.Caller) (*core.Seen, error) {
		day, err := c.Today(ctx)
		if err != nil {
			return nil, err
		}
		out, err := core.See(ctx, c.Reader, c.Person, c.ID, day)
		return &out, err
	})
	rate := func(finish bool) func(context.Context, *journal.Tx, *rest.Caller, core.Rows) (*core.Assessment, error) {
		return func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in core.Rows) (*core.Assessment, error) {
			out, err := core.Rate(ctx, tx, core.RateIn{ID: c.ID, Rows: in, Finish: finish})
			return &out, err
		}
	}
	rest.Act(s, rest.On("/assessments/{id}/rate", "Write your ratings; the other does not see them", auth.See), "assessment.rate", rate(false))
	rest.Act(s, rest.On("/assessments/{id}/finish", "Write your ratings and finish; when both have, both open at once", auth.See), "assessment.finish", rate(true))
	rest.Act(s, rest.On("/assessments/{id}/talk", "Write down what both said of a skill", auth.See), "assessment.talk",
		func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in core.TalkIn) (*core.Assessment, error) {
			in.ID, in.Revision = c.ID, c.Revision
			out, err := core.TalkThrough(ctx, tx, in)
			return &out, err
		})
	rest.Act(s, rest.On("/assessments/{id}/agree", "Put values, or agree to those that were put", auth.See), "assessment.agree",
		func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in core.Rows) (*core.Assessment, error) {
			out, err := core.Agree(ctx, tx, core.AgreeIn{ID: c.ID, Revision: c.Revision, Rows: in})
			return &out, err
		})
	for _, e := range []struct {
		verb, says string
		do         func(context.Context, *journal.Tx, core.EndIn) (core.Assessment, error)
	}{
		{"dispute", "Say that you two do not agree, and why", core.Dispute},
		{"close", "Close an assessment that was agreed or disputed", core.CloseAssessment},
		{"cancel", "Cancel an assessment that is sealed; what was written is destroyed unread", core.Cancel},
	} {
		rest.Act(s, rest.On("/assessments/{id}/"+e.verb, e.says, auth.See), "assessment."+e.verb,
			func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in core.EndIn) (*core.Assessment, error) {
				in.ID, in.Revision = c.ID, c.Revision
				out, err := e.do(ctx, tx, in)
				return &out, err
			})
	}
}

// offices are the people administrators, and what becomes of a person who left.
func offices(s *rest.Server) {
	rest.Read(s, rest.On("/people-administrators", "List the people administrators", auth.Manage), func(ctx context.Context, c *rest.Caller) (rest.Page[core.Administrator], error) {
		all, err := core.Administrators(ctx, c.Reader)
		return rest.Page[core.Administrator]{Items: all}, err
	})
	office := func(do func(context.Context, *journal.Tx, core.Appointment) (core.Administrator, error)) func(context.Context, *journal.Tx, *rest.Caller, core.Appointment) (*core.Administrator, error) {
		return func(ctx context.Context, tx *journal.Tx, _ *rest.Caller, in core.Appointment) (*core.Administrator, error) {
			out, err := do(ctx, tx, in)
			return &out, err
		}
	}
	rest.Act(s, rest.On("/people-administrators", "Name a people administrator", auth.Manage), "people.appoint", office(core.Appoint))
	rest.Act(s, rest.On("/people-administrators/dismiss", "End the office of a people administrator", auth.Manage), "people.dismiss", office(core.Dismiss))
	rest.Act(s, rest.On("/people/{id}/erase", "Erase for good what is kept about a person who has left; their work stays", auth.Manage), "people.erase",
		func(ctx context.Context, tx *journal.Tx, c *rest.Caller, _ struct{}) (*auth.Person, error) {
			out, err := core.ErasePerson(ctx, tx, c.ID)
			return &out, err
		})
}
