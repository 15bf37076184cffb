package people

import (
	"context"

	"throughline/internal/api/rest"
	"throughline/internal/auth"
	"throughline/internal/journal"
	core "throughline/internal/people"
	"throughline/internal/team"
)

func init() { operations = append(operations, mine, myPlans) }

// mine is what is kept about the caller, and what only they may write.
func mine(s *rest.Server) {
	rest.Read(s, rest.On("/my", "Get your own page: standing, load, skills, plans, certificates, assessments, wishes, evidence", auth.See), func(ctx context.Context, c *rest.Caller) (*team.Portrait, error) {
		return portrait(ctx, c, c.Person)
	})
	rest.Act(s, rest.On("/my/wish", "Keep what you like and where you wish to move", auth.See), "wish.keep",
		func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in core.WishIn) (*core.Wish, error) {
			in.Revision = c.Revision
			out, err := core.KeepWish(ctx, tx, in)
			return &out, err
		})
	rest.Read(s, rest.On("/my/limits", "Get what a plan has to respect of you: languages, leave, accounts you keep off", auth.See), func(ctx context.Context, c *rest.Caller) (*core.LimitsSeen, error) {
		out, err := core.LimitsOf(ctx, c.Reader, c.Person, c.Person)
		return &out, err
	})
	rest.Act(s, rest.On("/my/limits", "Say what a plan has to respect of you", auth.See), "limits.keep",
		func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in core.LimitsIn) (*core.Limits, error) {
			in.Revision = c.Revision
			out, err := core.KeepLimits(ctx, tx, in)
			return &out, err
		})
	rest.Act(s, rest.On("/my/certificates", "Write down a certificate that you hold", auth.See), "certificate.add",
		func(ctx context.Context, tx *journal.Tx, _ *rest.Caller, in core.CertificateIn) (*core.Certificate, error) {
			out, err := core.AddCertificate(ctx, tx, in)
			return &out, err
		})
	rest.Edit(s, rest.On("/my/certificates/{id}", "Change a certificate of yours", auth.See), "certificate.edit",
		func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in core.CertificateIn) (*core.Certificate, error) {
			in.ID, in.Revision = c.ID, c.Revision
			out, err := core.EditCertificate(ctx, tx, in)
			return &out, err
		})
	rest.Act(s, rest.On("/my/certificates/{id}/remove", "Take a certificate of yours away", auth.See), "certificate.remove",
		func(ctx context.Context, tx *journal.Tx, c *rest.Caller, _ struct{}) (*core.Certificate, error) {
			out, err := core.RemoveCertificate(ctx, tx, c.ID, c.Revision)
			return &out, err
		})
	rest.Act(s, rest.On("/my/evidence", "Hide a piece of your evidence, show it again, or comment on it", auth.See), "evidence.remark",
		func(ctx context.Context, tx *journal.Tx, _ *rest.Caller, in core.RemarkIn) (*core.Remark, error) {
			out, err := team.RemarkOn(ctx, tx, in)
			return &out, err
		})
}

// myPlans are the caller's plans to move.
func myPlans(s *rest.Server) {
	rest.Act(s, rest.On("/my/plans", "Begin a plan to move, with an item for each gap", auth.See), "transition.start",
		func(ctx context.Context, tx *journal.Tx, _ *rest.Caller, in core.TransitionIn) (*core.Transition, error) {
			out, err := core.StartTransition(ctx, tx, in)
			return &out, err
		})
	rest.Act(s, rest.On("/my/plans/{id}/share", "Say whether your leads see your plan", auth.See), "transition.share",
		func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in core.ShareIn) (*core.Transition, error) {
			in.ID, in.Revision = c.ID, c.Revision
			out, err := core.ShareTransition(ctx, tx, in)
			return &out, err
		})
	rest.Act(s, rest.On("/my/plans/{id}/end", "End your plan: done or dropped", auth.See), "transition.end",
		func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in core.EndTransitionIn) (*core.Transition, error) {
			in.ID, in.Revision = c.ID, c.Revision
			out, err := core.EndTransition(ctx, tx, in)
			return &out, err
		})
	rest.Act(s, rest.On("/my/plans/{id}/items", "Add an item to your plan", auth.See), "transition.add",
		func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in core.ItemIn) (*core.Item, error) {
			out, err := core.AddItem(ctx, tx, core.ItemEdit{Transition: c.ID, ItemIn: in})
			return &out, err
		})
	rest.Edit(s, rest.On("/my/items/{id}", "Change an item of your plan", auth.See), "transition.edit",
		func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in core.ItemIn) (*core.Item, error) {
			out, err := core.EditItem(ctx, tx, core.ItemEdit{ID: c.ID, Revision: c.Revision, ItemIn: in})
			return &out, err
		})
	rest.Act(s, rest.On("/my/items/{id}/remove", "Take an item off your plan", auth.See), "transition.remove",
		func(ctx context.Context, tx *journal.Tx, c *rest.Caller, _ struct{}) (*core.Item, error) {
			out, err := core.RemoveItem(ctx, tx, c.ID, c.Revision)
			return &out, err
		})
	rest.Act(s, rest.On("/my/items/{id}/finish", "Have an item of your plan done by a piece of your evidence", auth.See), "transition.finish",
		func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in core.FinishIn) (*core.Item, error) {
			in.ID, in.Revision = c.ID, c.Revision
			out, err := team.FinishItem(ctx, tx, in)
			return &out, err
		})
}

// portrait is a person as the caller may see them.
func portrait(ctx context.Context, c *rest.Caller, person string) (*team.Portrait, error) {
	day, err := c.Today(ctx)
	if err != nil {
		return nil, err
	}
	g, err := core.GuideOf(ctx, c.Reader)
	if err != nil {
		return nil, err
	}
	p, err := team.PortraitOf(ctx, c.Reader, g, c.Person, person, day)
	return &p, err
}
