package exchange

import (
	"throughline/internal/area"
	"throughline/internal/exchange/intake"
	"throughline/internal/web/kit"
)

// runView is what the page of a run shows.
type runView struct {
	r     *kit.Request
	run   intake.Run
	names area.Names
	alike []alike
}

func find(r *kit.Request) (intake.Run, error) {
	return intake.FindRun(r.Ctx(), r.Reader.Q, r.Home.ID, r.PathValue("run"))
}

// show is a run as it stands: at work, looked at, or done.
func show(r *kit.Request) error {
	run, err := find(r)
	if err != nil {
		return err
	}
	names, err := r.Names()
	if err != nil {
		return err
	}
	v := &runView{r: r, run: run, names: names}
	if run.State == intake.Done && run.Report.Created.Accounts > 0 {
		if v.alike, _, err = alikeOf(r, few); err != nil {
			return err
		}
	}
	if run.Moving() && !run.Stopped(r.Now()) {
		r.Writer().Header().Set("Refresh", "1") // the page asks again by itself, with or without scripts
	}
	return r.Draw(runPage(v))
}

// take writes what was looked at.
func take(r *kit.Request) error {
	run, err := find(r)
	if err != nil {
		return err
	}
	if err := run.BeginTaking(r.Ctx(), r.House, r.FormValue("strict") != ""); err != nil {
		return err
	}
	run.TakeBehind(r.Ctx(), r.House, r.Actor(), r.Site.Log)
	return r.Go("/import/" + run.ID)
}

// leave drops a run with its files; nothing was written.
func leave(r *kit.Request) error {
	run, err := find(r)
	if err != nil {
		return err
	}
	if err := run.Drop(r.Ctx(), r.House); err != nil {
		return err
	}
	return r.Go("/import")
}

// back undoes a whole import.
func back(r *kit.Request) error {
	run, err := find(r)
	if err != nil {
		return err
	}
	if err := run.TakeBack(r.Ctx(), r.House, r.Actor()); err != nil {
		return err
	}
	return r.Go("/import/" + run.ID)
}
