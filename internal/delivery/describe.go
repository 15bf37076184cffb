package delivery

import (
	"context"
	"fmt"

	"throughline/internal/area"
	"throughline/internal/clock"
	"throughline/internal/journal"
)

func describeTask(ctx context.Context, src journal.Source, id string) (area.Card, error) {
	t, err := journal.Load[Task](ctx, src, id)
	return area.Card{Kind: "task", ID: id, Deal: t.Deal, Key: t.Key(), Title: t.Title, Path: "delivery?at=" + id}, err
}

func describeCheck(ctx context.Context, src journal.Source, id string) (area.Card, error) {
	k, err := journal.Load[Check](ctx, src, id)
	return area.Card{Kind: "check", ID: id, Deal: k.Deal, Key: k.Key(), Title: k.Title, Path: "delivery?at=" + id}, err
}

func describeResult(ctx context.Context, src journal.Source, id string) (area.Card, error) {
	r, err := journal.Load[CheckResult](ctx, src, id)
	if err != nil {
		return area.Card{}, err
	}
	k, err := journal.Load[Check](ctx, src, r.Check)
	return area.Card{Kind: "check result", ID: id, Deal: r.Deal, Key: k.Key(), Title: resultText(k, r), Path: "delivery?at=" + k.ID}, err
}

func describeGate(ctx context.Context, src journal.Source, id string) (area.Card, error) {
	g, err := journal.Load[Gate](ctx, src, id)
	return area.Card{Kind: "gate", ID: id, Deal: g.Deal, Title: g.Name, Path: "delivery?at=" + id}, err
}

func describeGoLive(ctx context.Context, src journal.Source, id string) (area.Card, error) {
	g, err := journal.Load[GoLive](ctx, src, id)
	title := fmt.Sprintf("Go-live decision of %s: %s", clock.DateOf(g.At.Time()), g.Outcome)
	return area.Card{Kind: "go-live", ID: id, Deal: g.Deal, Title: title, Path: "delivery?at=" + id}, err
}
