package engagement

import (
	"context"

	"throughline/internal/area"
	"throughline/internal/journal"
)

// Area is the engagement's plug.
func (r Rules) Area() area.Area {
	return area.Area{
		Name:       "engagement",
		Words:      map[string][]string{requestKind.Name: {"reason", "workstream", "answer"}},
		Migrations: Migrations,
		Describe:   map[string]func(context.Context, journal.Source, string) (area.Card, error){requestKind.Name: describe, engagementKind.Name: describeEngagement, companyKind.Name: describeCompany, availabilityKind.Name: describeHours, planKind.Name: describePlan},
		Inbox:      r.waiting,
		Acts: map[string]string{
			"engagement.fact": "stated a fact about who the deal needs", "engagement.choose": "chose who is on the deal", "engagement.company": "changed who is on deals",
			"engagement.request": "asked for an SA", "engagement.take": "named an SA for a request", "engagement.decline": "declined a request for an SA",
			"engagement.withdraw": "withdrew a request for an SA", "engagement.finish": "ended a request for an SA", "engagement.hours": "said how many hours they have",
			"staffing.keep": "kept a plan of who works on what", "staffing.fix": "fixed who works on a request", "staffing.release": "released who works on a request",
		},
	}
}

func describe(ctx context.Context, src journal.Source, id string) (area.Card, error) {
	r, err := journal.Load[Request](ctx, src, id)
	return area.Card{Kind: requestKind.Name, ID: id, Deal: r.Deal, Key: r.Key(), Title: "SA for " + r.Workstream, Path: "engagement?at=" + id}, err
}

func describeEngagement(ctx context.Context, src journal.Source, id string) (area.Card, error) {
	e, err := journal.Load[Engagement](ctx, src, id)
	return area.Card{Kind: engagementKind.Name, ID: id, Deal: e.Deal, Title: "Who is on the deal", Path: "engagement"}, err
}

func describeHours(_ context.Context, _ journal.Source, id string) (area.Card, error) {
	return area.Card{Kind: availabilityKind.Name, ID: id, Title: "Hours of a week"}, nil
}

func describePlan(_ context.Context, _ journal.Source, id string) (area.Card, error) {
	return area.Card{Kind: planKind.Name, ID: id, Title: "Plan of who works on what"}, nil
}

func describeCompany(_ context.Context, _ journal.Source, id string) (area.Card, error) {
	return area.Card{Kind: companyKind.Name, ID: id, Title: "Who is on deals"}, nil
}
