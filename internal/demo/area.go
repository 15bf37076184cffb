package demo

import (
	"context"
	"fmt"

	"throughline/internal/area"
	"throughline/internal/clock"
	"throughline/internal/journal"
)

// Area is the demo's plug.
func Area() area.Area {
	return area.Area{
		Name: "demo",
		Words: map[string][]string{
			"demo": {"title"}, "demo-segment": {"title", "capability"}, "reaction": {"words"},
		},
		Migrations: Migrations,
		Tell:       Tell,
		Describe: map[string]func(context.Context, journal.Source, string) (area.Card, error){
			demoKind.Name: describeDemo, segmentKind.Name: describeSegment, reactionKind.Name: describeReaction,
		},
		Inbox:     waiting,
		Documents: documents,
		Acts: map[string]string{
			"demo.plan": "planned a demo", "demo.edit": "edited a demo", "demo.deliver": "recorded a demo", "demo.segment": "added a segment to a demo",
			"demo.edit-segment": "edited a segment of a demo", "demo.react": "recorded a reaction", "demo.withdraw": "withdrew a demo",
		},
	}
}

func describeDemo(ctx context.Context, src journal.Source, id string) (area.Card, error) {
	d, err := journal.Load[Demo](ctx, src, id)
	return area.Card{Kind: demoKind.Name, ID: id, Deal: d.Deal, Title: d.Title, Path: "demo?at=" + id}, err
}

func describeSegment(ctx context.Context, src journal.Source, id string) (area.Card, error) {
	s, err := journal.Load[Segment](ctx, src, id)
	return area.Card{Kind: segmentKind.Name, ID: id, Deal: s.Deal, Title: s.Title, Path: "demo?at=" + id}, err
}

func describeReaction(ctx context.Context, src journal.Source, id string) (area.Card, error) {
	r, err := journal.Load[Reaction](ctx, src, id)
	return area.Card{Kind: reactionKind.Name, ID: id, Deal: r.Deal, Title: r.evidence().Text, Path: "demo?at=" + r.Segment}, err
}

var plannedOf = journal.Where[Demo](demoKind, "owner = $2 AND state = 'planned' AND held_at < $3 ORDER BY held_at LIMIT 20")

// waiting lists the person's demos that were to be held by now and are not recorded.
func waiting(ctx context.Context, r *journal.Reader, person string, today clock.Date) ([]area.Waiting, error) {
	all, err := plannedOf.List(ctx, r, person, clock.At(today.Time()))
	if err != nil {
		return nil, err
	}
	out := make([]area.Waiting, 0, len(all))
	for _, d := range all {
		on := clock.DateOf(d.HeldAt.Time())
		out = append(out, area.Waiting{Deal: d.Deal, Verb: "Record", Path: "demo?at=" + d.ID, Since: on,
			What: fmt.Sprintf("The demo “%s” of %s: record what was shown and how they reacted.", d.Title, on)})
	}
	return out, nil
}
