package delivery

import (
	"context"
	"fmt"

	"throughline/internal/area"
	"throughline/internal/clock"
	"throughline/internal/journal"
)

// Area is delivery's plug.
func Area() area.Area {
	return area.Area{
		Name: "delivery",
		Words: map[string][]string{
			"task": {"title", "tracker"}, "check": {"title", "method"}, "check result": {"note"}, "gate": {"name"}, "go-live": {"hypercare_how"},
		},
		Migrations: Migrations,
		Tell:       Tell,
		Describe: map[string]func(ctx context.Context, src journal.Source, id string) (area.Card, error){
			"task": describeTask, "check": describeCheck, "check result": describeResult, "gate": describeGate, "go-live": describeGoLive,
		},
		Inbox:     Inbox,
		Documents: Documents,
		Acts: map[string]string{
			"delivery.add-task": "added a task", "delivery.edit-task": "edited a task", "delivery.complete-task": "completed a task",
			"delivery.reopen-task": "reopened a task", "delivery.remove-task": "removed a task", "delivery.link-task": "said what a task implements",
			"delivery.import-plan": "imported a plan", "delivery.derive-checks": "derived checks", "delivery.add-check": "added a check",
			"delivery.edit-check": "edited a check", "delivery.withdraw-check": "withdrew a check", "delivery.record-result": "recorded a result",
			"delivery.add-gate": "added a gate", "delivery.sign-gate": "signed a gate", "delivery.withdraw-gate-signature": "withdrew a gate's signature",
			"delivery.remove-gate": "removed a gate", "delivery.go-live": "decided on go-live", "delivery.withdraw-go-live": "withdrew a go-live decision",
			"delivery.end-hypercare": "ended hypercare",
		},
		Final: []string{"delivery.go-live", "delivery.withdraw-go-live", "delivery.sign-gate", "delivery.withdraw-gate-signature"},
	}
}

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
