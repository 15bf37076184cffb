package design

import (
	"context"
	"embed"
	"fmt"
	"slices"

	"throughline/internal/area"
	"throughline/internal/clock"
	"throughline/internal/journal"
)

// Migrations makes this area's tables.
//
//go:embed migrations/*.sql
var Migrations embed.FS

// Area is this area's plug.
func Area() area.Area {
	return area.Area{
		Name: "design", Migrations: Migrations, Tell: Tell, Inbox: inbox, Documents: documents,
		Words: map[string][]string{
			"element": {"name", "description", "technology"}, "relationship": {"description", "technology"}, "decision": {"title", "context", "outcome", "consequences", "options", "drivers"},
			"elsewhere": {"title", "section", "url"}, "review note": {"words"}, "concern": {"name", "advice", "checked", "not_needed"},
		},
		Describe: map[string]func(ctx context.Context, src journal.Source, id string) (area.Card, error){
			"element": describeElement, "decision": describeDecision, "version": describeVersion, "elsewhere": describeElsewhere, "concern": describeConcern,
		},
		Acts: map[string]string{
			"design.import": "read a model from the Structurizr DSL", "design.add-element": "added an element", "design.edit-element": "edited an element",
			"design.remove-element": "removed an element", "design.relate": "added a relationship", "design.edit-relationship": "edited a relationship",
			"design.unrelate": "removed a relationship", "design.move": "moved elements in a view", "design.tidy": "tidied a view up",
			"design.satisfy": "said what satisfies requirements", "design.add-decision": "proposed a decision", "design.edit-decision": "edited a decision",
			"design.decide": "decided on a decision", "design.point-elsewhere": "pointed to a document elsewhere",
			"design.approve-elsewhere": "recorded the approval of a document elsewhere", "design.withdraw-elsewhere": "withdrew the approval of a document elsewhere",
			"design.request-review": "asked for a review of the design", "design.comment": "commented on the design", "design.resolve-comment": "settled a comment on the design",
			"design.advise": "advised on a concern of the design", "design.drop-concern": "took a concern off the design",
			"design.approve": "approved the design", "design.withdraw-approval": "withdrew the approval of the design",
		},
		Final: []string{"design.approve", "design.withdraw-approval", "design.approve-elsewhere", "design.withdraw-elsewhere"},
	}
}

func describeElement(ctx context.Context, src journal.Source, id string) (area.Card, error) {
	e, err := journal.Load[Element](ctx, src, id)
	return area.Card{Kind: "element", ID: id, Deal: e.Deal, Title: e.Name, Path: "design?at=" + id}, err
}

func describeDecision(ctx context.Context, src journal.Source, id string) (area.Card, error) {
	d, err := journal.Load[Decision](ctx, src, id)
	return area.Card{Kind: "decision", ID: id, Deal: d.Deal, Key: d.Key(), Title: d.Title, Path: "design?at=" + id}, err
}

func describeVersion(ctx context.Context, src journal.Source, id string) (area.Card, error) {
	v, err := journal.Load[Version](ctx, src, id)
	return area.Card{Kind: "version", ID: id, Deal: v.Deal, Key: fmt.Sprintf("V%d", v.Number), Title: v.Title, Path: "design?version=" + id}, err
}

func describeElsewhere(ctx context.Context, src journal.Source, id string) (area.Card, error) {
	e, err := journal.Load[Elsewhere](ctx, src, id)
	return area.Card{Kind: "elsewhere", ID: id, Deal: e.Deal, Title: e.Said(), Path: "design?at=" + id}, err
}

func describeConcern(ctx context.Context, src journal.Source, id string) (area.Card, error) {
	k, err := journal.Load[Concern](ctx, src, id)
	return area.Card{Kind: "concern", ID: id, Deal: k.Deal, Title: k.Name, Path: "design?at=" + id}, err
}

var (
	versionsInReview  = journal.Where[Version](versionKind, "state = 'in review' ORDER BY asked_at LIMIT 200")
	decisionsProposed = journal.Where[Decision](decisionKind, "status = 'proposed' AND dated <= $2 ORDER BY dated LIMIT 200")
)

// proposedDays is how long a decision may stay proposed before it is asked for.
const proposedDays = 14

// inbox lists the reviews that wait for a person, and their decisions that were proposed more
// than 14 days ago.
func inbox(ctx context.Context, r *journal.Reader, person string, today clock.Date) ([]area.Waiting, error) {
	versions, err := versionsInReview.List(ctx, r)
	if err != nil {
		return nil, err
	}
	var out []area.Waiting
	for _, v := range versions {
		if v.Waits(person) {
			out = append(out, area.Waiting{Deal: v.Deal, What: fmt.Sprintf("Design version %d, %s, waits for your approval", v.Number, v.Title), Verb: "Review",
				Path: "design?version=" + v.ID, Since: clock.DateOf(v.AskedAt.Time()), Key: fmt.Sprintf("V%d", v.Number)})
		}
	}
	decisions, err := decisionsProposed.List(ctx, r, today.AddDays(-proposedDays))
	for _, d := range decisions {
		if d.ChangedBy == person || slices.Contains(d.Makers, person) {
			out = append(out, area.Waiting{Deal: d.Deal, What: fmt.Sprintf("%s has been proposed since %s: %s", d.Key(), d.Date, d.Title), Verb: "Decide",
				Path: "design?at=" + d.ID, Since: d.Date, Key: d.Key()})
		}
	}
	return out, err
}
