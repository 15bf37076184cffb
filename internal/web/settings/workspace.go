package settings

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"throughline/internal/account"
	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/web/kit"
)

type workspaceView struct {
	r       *kit.Request
	home    account.Workspace
	samples []account.Place
}

func showWorkspace(r *kit.Request) error {
	v := &workspaceView{r: r, home: r.Home}
	var err error
	if v.samples, err = r.House.Samples(r.Ctx()); err != nil {
		return err
	}
	return r.Draw(workspacePage(r.Shell("Workspace", "/settings"), v))
}

// editWorkspace changes name, zone, holidays, rates and numbers.
func editWorkspace(r *kit.Request) error {
	var typed struct {
		Revision int64
		Name     string `json:"name"`
		Zone     string `json:"zone"`
		Holidays string `json:"holidays"`
		Rates    string `json:"rates"`
		account.Settings
	}
	if err := r.Decode(&typed); err != nil {
		return err
	}
	in := account.WorkspaceEdit{Revision: typed.Revision, Name: typed.Name, Zone: typed.Zone, Settings: typed.Settings}
	for _, line := range lines(typed.Holidays) {
		in.Holidays = append(in.Holidays, clock.Date(line))
	}
	var c problem.Check
	in.Rates = readRates(&c, typed.Rates)
	if err := c.Err(); err != nil {
		return err
	}
	if err := r.Act("workspace.edit", func(ctx context.Context, tx *journal.Tx) error {
		_, err := account.EditWorkspace(ctx, tx, in)
		return err
	}); err != nil {
		return err
	}
	r.House.CatchUp(r.Ctx(), r.Home.ID)
	return r.Done("/settings/workspace")
}

// readRates reads one rate a line: 2026-01-31 USD 0.92.
func readRates(c *problem.Check, text string) (out []account.Rate) {
	for i, line := range lines(text) {
		parts := strings.Fields(line)
		worth, err := 0.0, error(nil)
		if len(parts) == 3 {
			worth, err = strconv.ParseFloat(strings.ReplaceAll(parts[2], ",", "."), 64)
		}
		if len(parts) != 3 || err != nil {
			c.Fail(false, "rates", "Line %d is %q; write it like 2026-01-31 USD 0.92.", i+1, line)
			continue
		}
		out = append(out, account.Rate{On: clock.Date(parts[0]), Currency: strings.ToUpper(parts[1]), Worth: worth})
	}
	return out
}

func writeRates(all []account.Rate) string {
	var b strings.Builder
	for _, r := range all {
		fmt.Fprintf(&b, "%s %s %s\n", r.On, r.Currency, strconv.FormatFloat(r.Worth, 'f', -1, 64))
	}
	return b.String()
}

func writeDays(all []clock.Date) string {
	var b strings.Builder
	for _, d := range all {
		b.WriteString(string(d) + "\n")
	}
	return b.String()
}
