// Package wiring is where the house is put together: the one list of areas. It is imported by
// the program and by tests of whole rooms, and by nothing else.
package wiring

import (
	"context"
	"io/fs"
	"strings"

	"throughline/internal/account"
	"throughline/internal/answers"
	"throughline/internal/area"
	"throughline/internal/auth"
	"throughline/internal/brief"
	"throughline/internal/calendar"
	"throughline/internal/capture"
	"throughline/internal/compete"
	"throughline/internal/delivery"
	"throughline/internal/demo"
	"throughline/internal/design"
	"throughline/internal/discovery"
	"throughline/internal/evaluation"
	"throughline/internal/exchange/folder"
	"throughline/internal/exchange/intake"
	"throughline/internal/feedback"
	"throughline/internal/followup"
	"throughline/internal/handoff"
	"throughline/internal/inbox"
	"throughline/internal/journal"
	"throughline/internal/mail"
	"throughline/internal/manual"
	"throughline/internal/people"
	"throughline/internal/portal"
	"throughline/internal/search"
	"throughline/internal/store"
	"throughline/internal/team"
	"throughline/internal/thread"
)

// areas lists the areas once. A new area is one line here.
func areas() []area.Area {
	return []area.Area{
		discovery.Area(),
		demo.Area(),
		answers.Area(),
		evaluation.Area(),
		compete.Area(),
		feedback.Area(),
		design.Area(),
		delivery.Area(),
		intake.Area(),
		folder.Area(),
		handoff.Area(),
		manual.Area(),
		team.Rules().Area(),
		people.Area(),
		inbox.Area(),
		calendar.Area(),
		capture.Area(),
		portal.Area(),
		brief.Area(),
		followup.Area(),
	}
}

// Open opens a database (a postgres:// address, or a data folder with SQLite), brings it up
// to date, and plugs the areas in.
func Open(ctx context.Context, target string) (*area.House, error) {
	db, err := openStore(ctx, target)
	if err != nil {
		return nil, err
	}
	sources := []fs.FS{journal.Migrations, auth.Migrations, account.Migrations, thread.Migrations, search.Migrations, mail.Migrations}
	all := areas()
	for _, a := range all {
		if a.Migrations != nil {
			sources = append(sources, a.Migrations)
		}
	}
	if err := store.Migrate(ctx, db, sources...); err != nil {
		db.Close()
		return nil, err
	}
	return area.Assemble(journal.New(db), all), nil
}

func openStore(ctx context.Context, target string) (*store.DB, error) {
	if strings.HasPrefix(target, "postgres") {
		return store.Open(ctx, target)
	}
	return store.OpenFolder(ctx, target)
}
