package account

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strings"

	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/problem"
)

// WorkspaceEdit is what an admin sets for the whole workspace.
type WorkspaceEdit struct {
	Revision int64
	Name     string       `json:"name"`
	Zone     string       `json:"zone"`
	Holidays []clock.Date `json:"holidays"`
	Rates    []Rate       `json:"rates"`
	Settings
}

// EditOfWorkspace is the workspace as the form shows it.
func EditOfWorkspace(w Workspace) WorkspaceEdit {
	return WorkspaceEdit{Revision: w.Revision, Name: w.Name, Zone: w.Zone, Holidays: w.Holidays, Rates: w.Rates, Settings: w.Settings}
}

// Validate says what cannot be taken.
func (in *WorkspaceEdit) Validate() error {
	var c problem.Check
	c.Text("name", in.Name, 120)
	c.Zone("zone", in.Zone)
	c.Fail(len(in.Holidays) <= 1000, "holidays", "Are %d; at most 1,000 fit.", len(in.Holidays))
	for _, d := range in.Holidays {
		c.Fail(isDay(d), "holidays", "%q is not a day like 2026-12-25.", d)
	}
	c.Fail(len(in.Rates) <= 2000, "rates", "Are %d; at most 2,000 fit.", len(in.Rates))
	twice := map[string]bool{}
	for _, r := range in.Rates {
		c.Fail(isCurrency(r.Currency), "rates", "%q is not a currency like USD.", r.Currency)
		c.Fail(isDay(r.On), "rates", "%q is not a day like 2026-01-31.", r.On)
		c.Fail(r.Currency != in.Currency, "rates", "%s is your own currency; it needs no rate.", r.Currency)
		c.Fail(!twice[r.Currency+string(r.On)], "rates", "%s has two rates of %s; keep one.", r.Currency, r.On)
		twice[r.Currency+string(r.On)] = true
		c.Fail(r.Worth > 0 && !math.IsInf(r.Worth, 0), "rates", "%s is worth %v; a rate is more than 0.", r.Currency, r.Worth)
	}
	c.Fail(isCurrency(in.Currency), "currency", "%q is not a currency like EUR.", in.Currency)
	c.Fail(in.AchievedPercent >= 1 && in.AchievedPercent <= 100, "achieved_percent", "Is %d; it goes from 1 to 100.", in.AchievedPercent)
	c.Fail(in.ConditionalPercent >= 1 && in.ConditionalPercent <= in.AchievedPercent, "conditional_percent", "Is %d; it goes from 1 to what an achieved win takes.", in.ConditionalPercent)
	c.Fail(in.AcceptDays >= 0 && in.AcceptDays <= 60, "accept_days", "Is %d; it goes from 0 to 60 working days.", in.AcceptDays)
	c.Fail(in.AtRiskDays >= 0 && in.AtRiskDays <= 365, "at_risk_days", "Is %d; it goes from 0 to 365 days.", in.AtRiskDays)
	return c.Err()
}

func isDay(d clock.Date) bool {
	_, err := clock.ParseDate(string(d))
	return err == nil && d != ""
}

func isCurrency(s string) bool {
	return len(s) == 3 && strings.Trim(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}

// EditWorkspace writes the workspace's settings. Deals whose states follow from them are settled
// by whoever calls (tally.Resettle).
func EditWorkspace(ctx context.Context, tx *journal.Tx, in WorkspaceEdit) (Workspace, error) {
	in.Currency = strings.ToUpper(strings.TrimSpace(in.Currency))
	if err := in.Validate(); err != nil {
		return Workspace{}, err
	}
	w, err := Home(ctx, tx)
	if err != nil {
		return w, err
	}
	if in.Currency != w.Settings.Currency && len(in.Rates) > 0 && slices.Equal(in.Rates, w.Rates) {
		return w, &problem.Error{Kind: problem.Invalid, What: "Nothing was changed.", Fields: []problem.Field{{Name: "rates",
			What: fmt.Sprintf("They say what a currency was worth in %s. Write what it was worth in %s, or take them away.", w.Settings.Currency, in.Currency)}}}
	}
	if in.Revision != 0 {
		w.Revision = in.Revision
	}
	slices.Sort(in.Holidays)
	w.Name, w.Zone, w.Holidays, w.Rates, w.Settings = strings.TrimSpace(in.Name), in.Zone, slices.Compact(in.Holidays), in.Rates, in.Settings
	return w, journal.Update(ctx, tx, &w)
}
