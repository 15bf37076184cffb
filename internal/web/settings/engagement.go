package settings

import (
	"context"

	"throughline/internal/engagement"
	"throughline/internal/journal"
	"throughline/internal/people"
	"throughline/internal/team"
	"throughline/internal/web/kit"
)

func showEngagement(r *kit.Request) error {
	c, err := engagement.CompanyOf(r.Ctx(), r.Reader)
	if err != nil {
		return err
	}
	table, _, err := team.Rules().InForce(r.Ctx(), r.Reader)
	if err != nil {
		return err
	}
	if r.URL.Query().Get("begin") == "shipped" {
		g, err := people.GuideOf(r.Ctx(), r.Reader)
		if err != nil {
			return err
		}
		c.Table = string(g.Engagement)
	}
	return r.Draw(engagementPage(r.Shell("Who is on deals", "/settings"), r, c, table))
}

func setEngagement(r *kit.Request) error {
	var in engagement.CompanyIn
	if err := r.Decode(&in); err != nil {
		return err
	}
	if err := r.Act("engagement.company", func(ctx context.Context, tx *journal.Tx) error {
		_, err := engagement.SetCompany(ctx, tx, in)
		return err
	}); err != nil {
		return err
	}
	return r.Done("/settings/engagement")
}
