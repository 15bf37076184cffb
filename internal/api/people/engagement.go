package people

import (
	"context"

	"throughline/internal/api/rest"
	"throughline/internal/auth"
	"throughline/internal/clock"
	"throughline/internal/engagement"
	"throughline/internal/engagement/rule"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/team"
)

func init() {
	operations = append(operations, engagements, company, weeks, staffingPlans)
	rest.Asks["/staffing"] = [][2]string{{"week", "A day of the week: 2026-11-25; this week where nothing is said."},
		{"why", "A request's id: why not each of the people whose load you see."}, {"anew", "true: as if no plan of yours stood."}}
}

// company is how a workspace fills the two roles.
func company(s *rest.Server) {
	rest.Read(s, rest.On("/engagement", "Get how the workspace fills the two roles, and its own rules", auth.Manage), func(ctx context.Context, c *rest.Caller) (*engagement.Company, error) {
		out, err := engagement.CompanyOf(ctx, c.Reader)
		return &out, err
	})
	rest.Act(s, rest.On("/engagement", "Say how the workspace fills the two roles, and by which rules", auth.Manage), "engagement.company",
		func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in engagement.CompanyIn) (*engagement.Company, error) {
			in.Revision = c.Revision
			out, err := engagement.SetCompany(ctx, tx, in)
			return &out, err
		})
}

// weeks are who has room, who should take what is asked for, and a person's own hours.
func weeks(s *rest.Server) {
	rest.Get(s, rest.On("/staffing", "Get a week: open requests; and of yourself and whom you lead the load, who could take them, the plan of least cost", auth.See), func(ctx context.Context, c *rest.Caller, q rest.Query) (*team.Week, error) {
		day, err := clock.ParseDate(q.Week)
		if q.Week == "" {
			day, err = c.Today(ctx)
		}
		if err != nil {
			return nil, &problem.Error{Kind: problem.Invalid, What: "The week cannot be asked so.", Fields: []problem.Field{{Name: "week", What: "Is a day like 2026-11-25."}}}
		}
		w, err := team.Look(ctx, c.Reader, team.View{Viewer: c.Person, Day: day, Why: q.Why, Anew: q.Anew})
		return &w, err
	})
	rest.Read(s, rest.On("/staffing/capacity", "Get how many account executives an SE serves, by the workspace's own figures as far as it has them", auth.See), func(ctx context.Context, c *rest.Caller) (*team.Capacity, error) {
		m, err := team.Measure(ctx, c.Reader, clock.Now(ctx))
		if err != nil {
			return nil, err
		}
		out, err := m.UsualFigures().Work()
		out.Own = m
		return &out, err
	})
	rest.Beside(s, rest.On("/staffing/capacity", "Work out how many account executives an SE serves; nothing is stored", auth.See), func(_ context.Context, _ *rest.Caller, in team.Figures) (*team.Capacity, error) {
		out, err := in.Work()
		return &out, err
	})
	rest.Act(s, rest.On("/staffing/hours", "Say how many hours of a week you can give to deals", auth.Receive), "engagement.hours",
		func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in engagement.HoursIn) (*engagement.Availability, error) {
			in.Revision = c.Revision
			a, err := engagement.SetHours(ctx, tx, in)
			return &a, err
		})
}

// staffingPlans are the caller’s plan of who works on what: kept, and fixed in part.
func staffingPlans(s *rest.Server) {
	rest.Act(s, rest.On("/staffing/keep", "Keep the plan of a week as yours: the next one is made with the least change from it", auth.Receive), "staffing.keep",
		func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in team.KeepIn) (*engagement.Plan, error) {
			in.Revision = c.Revision
			p, err := team.KeepPlan(ctx, tx, in)
			return &p, err
		})
	rest.Act(s, rest.On("/staffing/fix", "Fix hours of a person on a request: every plan of yours keeps them", auth.Receive), "staffing.fix",
		func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in team.FixIn) (*engagement.Plan, error) {
			in.Revision = c.Revision
			p, err := team.FixChoice(ctx, tx, in)
			return &p, err
		})
	rest.Act(s, rest.On("/staffing/release", "Release what you fixed", auth.Receive), "staffing.release",
		func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in team.ReleaseIn) (*engagement.Plan, error) {
			in.Revision = c.Revision
			p, err := team.ReleaseChoice(ctx, tx, in)
			return &p, err
		})
}

// engagedPart is who is on a deal: what is known, what the rules say of it, and what is in force.
type engagedPart struct {
	engagement.Engagement
	InForce  string               `json:"in_force"`
	Decision rule.Decision        `json:"decision"`
	Requests []engagement.Request `json:"requests"`
}

// engagements are who is on a deal, and the requests for an SA.
func engagements(s *rest.Server) {
	rest.Read(s, rest.On("/deals/{deal}/engagement", "Get who is on a deal, by which rule, and what would change it", auth.See), func(ctx context.Context, c *rest.Caller) (*engagedPart, error) {
		e, err := team.Rules().Judge(ctx, c.Reader, c.Deal.ID)
		return &engagedPart{e.Engagement, e.InForce(), e.Decision, e.Asked}, err
	})
	rest.Act(s, rest.On("/deals/{deal}/engagement/facts", "State a fact that decides who is on a deal", auth.Sell), "engagement.fact",
		func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in engagement.FactIn) (*engagement.Engagement, error) {
			in.Deal, in.Revision = c.Deal.ID, c.Revision
			e, err := engagement.SetFact(ctx, tx, in)
			return &e, err
		})
	rest.Act(s, rest.On("/deals/{deal}/engagement/choose", "Choose who is on a deal against the rules, or go back to them", auth.Sell), "engagement.choose",
		func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in engagement.Choice) (*engagement.Engagement, error) {
			in.Deal, in.Revision = c.Deal.ID, c.Revision
			e, err := team.Rules().Choose(ctx, tx, in)
			return &e, err
		})
	rest.Read(s, rest.On("/deals/{deal}/requests", "List a deal's requests for an SA", auth.See), func(ctx context.Context, c *rest.Caller) (rest.Page[engagement.Request], error) {
		all, err := engagement.Requests(ctx, c.Reader, c.Deal.ID)
		return rest.Page[engagement.Request]{Items: all}, err
	})
	rest.Read(s, rest.On("/deals/{deal}/requests/{id}", "Get one request for an SA", auth.See), rest.OneOf[engagement.Request])
	rest.Act(s, rest.On("/deals/{deal}/requests", "Ask for an SA: about the deal, a requirement or a question", auth.Sell), "engagement.request",
		func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in engagement.Ask) (*engagement.Request, error) {
			in.Deal = c.Deal.ID
			r, err := engagement.RequestSA(ctx, tx, in)
			return &r, err
		})
	for _, a := range []struct {
		word, summary string
		needs         auth.Permission
		do            func(context.Context, *journal.Tx, engagement.Answer) (engagement.Request, error)
	}{
		{"take", "Name who works on a request", auth.Receive, engagement.Take},
		{"decline", "Decline a request, with the reason", auth.Receive, engagement.Decline},
		{"withdraw", "Withdraw a request, with the reason", auth.Sell, engagement.Withdraw},
		{"finish", "End a request that was taken, with what came of it", auth.Receive, engagement.Finish},
	} {
		rest.Act(s, rest.On("/deals/{deal}/requests/{id}/"+a.word, a.summary, a.needs), "engagement."+a.word,
			rest.OnThing[engagement.Request](func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in engagement.Answer) (engagement.Request, error) {
				in.ID, in.Revision = c.ID, c.Revision
				return a.do(ctx, tx, in)
			}))
	}
}
