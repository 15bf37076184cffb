package cli

import (
	"context"
	"fmt"
	"io"
	"path/filepath"
	"time"

	"throughline/internal/account"
	"throughline/internal/area"
	"throughline/internal/clock"
	"throughline/internal/insight"
	"throughline/internal/listing"
	"throughline/internal/problem"
)

// status writes where each open or won deal stands, for the CRM to read in.
func (c exportCommand) status(ctx context.Context, h *area.House, p *Parts) error {
	if c.AsOf != "" {
		return problem.New(problem.Invalid, "status says how deals stand now; --as-of is for one deal.")
	}
	r, err := reader(ctx, h, c.Workspace)
	if err != nil {
		return err
	}
	home, err := account.Home(ctx, r)
	if err != nil {
		return err
	}
	const atOnce = 500
	if _, err := h.Tallies.Refresh(ctx, h.Journal.DB, r.Workspace, clock.Now(ctx).In(home.Location()), atOnce); err != nil {
		return err
	}
	var all []insight.Status
	for {
		some, err := insight.Statuses(ctx, r, insight.Filter{Sort: "name", Skip: len(all), Limit: atOnce})
		if err != nil {
			return err
		}
		if all = append(all, some...); len(some) < atOnce {
			break
		}
	}
	const name = "status.csv"
	err = writeFile(c.Out, name, func(w io.Writer) error {
		l, err := listing.Of("status", all, func(string) string { return "" }, time.UTC)
		if err != nil {
			return err
		}
		b, err := listing.CSV(l)
		if err == nil {
			_, err = w.Write(b)
		}
		return err
	})
	if err != nil {
		return err
	}
	if c.JSON {
		return printJSON(p.Out, map[string]any{"deals": len(all), "out": c.Out, "files": []string{name}})
	}
	fmt.Fprintln(p.Out, filepath.Join(c.Out, name))
	return nil
}
