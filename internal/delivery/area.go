package delivery

import (
	"context"

	"throughline/internal/area"
	"throughline/internal/journal"
)

// Area is delivery's plug.
func Area() area.Area {
	return area.Area{
		Name:       "delivery",
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
		},
		Final: []string{"delivery.go-live", "delivery.withdraw-go-live", "delivery.sign-gate", "delivery.withdraw-gate-signature"},
	}
}
