package team

import (
	"context"

	"throughline/internal/engagement"
	"throughline/internal/engagement/rule"
	"throughline/internal/journal"
	"throughline/internal/people"
	"throughline/internal/people/guide"
	"throughline/internal/problem"
)

// Rules decide who is on a deal: those of the role guide in force, where a workspace has none of
// its own beside it.
func Rules() engagement.Rules {
	return engagement.Rules{Guide: func(ctx context.Context, src journal.Source) (*rule.Table, error) {
		g, err := people.GuideOf(ctx, src)
		if err != nil {
			return nil, err
		}
		return rule.Held(string(g.Engagement))
	}}
}

// followed says whether the rules of a guide can be followed.
func followed(g *guide.Guide) error {
	if _, err := rule.Held(string(g.Engagement)); err != nil {
		return problem.New(problem.Invalid, "engagement: %v. Mend the rules of who is on a deal.", err)
	}
	return nil
}

// KeepGuide puts a workspace's own guide in force (people.KeepGuide), if its rules of who is on a
// deal can be followed too.
func KeepGuide(ctx context.Context, tx *journal.Tx, in people.GuideIn) (people.OwnGuide, error) {
	return people.KeepGuide(ctx, tx, in, followed)
}
