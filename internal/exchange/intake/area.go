package intake

import (
	"context"
	"embed"

	"throughline/internal/account"
	"throughline/internal/area"
	"throughline/internal/clock"
	"throughline/internal/journal"
)

// Migrations makes this package's tables.
//
//go:embed migrations/*.sql
var Migrations embed.FS

// Area is what imports give to the house: their tables, and what the CRM proposes.
func Area() area.Area {
	return area.Area{Name: "exchange", Migrations: Migrations, Inbox: proposed}
}

// proposed lists the deals of a person of which the CRM says something else than they stand at
// here. The account executive is asked, the SE where there is none.
func proposed(ctx context.Context, r *journal.Reader, person string, _ clock.Date) ([]area.Waiting, error) {
	deals, err := account.Proposed(ctx, r, person)
	if err != nil {
		return nil, err
	}
	out := make([]area.Waiting, 0, len(deals))
	for _, d := range deals {
		w := area.Waiting{Deal: d.ID, Key: d.Prefix, Since: d.CloseOn, Verb: "Look", Path: "", What: "The CRM says that " + d.Name + " is lost. Mark it lost with the reason, or go on."}
		switch {
		case d.CRMState == "won":
			w.Verb, w.Path, w.What = "Sign", "handoff", "The CRM says that "+d.Name+" is won. Record the signature, which freezes the handoff."
		case d.CRMState == "open":
			w.Verb, w.Path, w.What = "Look", "", "The CRM has "+d.Name+" open again. Reopen it, or leave it closed."
		}
		out = append(out, w)
	}
	return out, nil
}
