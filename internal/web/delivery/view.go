package delivery

import (
	"net/url"
	"slices"

	"throughline/internal/account"
	"throughline/internal/area"
	"throughline/internal/auth"
	"throughline/internal/clock"
	core "throughline/internal/delivery"
	"throughline/internal/journal"
	"throughline/internal/thread"
	"throughline/internal/web/kit"
	"throughline/internal/web/look"
)

// The room's views, as the address names them.
const (
	planView   = "plan"
	checksView = "checks"
	gatesView  = "gates"
	goLiveView = "go-live"
)

// view is the room with all that its parts show.
type view struct {
	r         *kit.Request
	name      string // which of the views
	at        string // the id of what is picked
	t         thread.Thread
	names     area.Names
	people    []auth.Person
	holders   []account.Stakeholder
	tasks     []core.Task
	tasksOf   map[string][]string // requirement: tasks' ids
	checks    []core.Check
	checksOf  map[string][]string // requirement: standing checks' ids
	results   map[string][]core.CheckResult
	gates     []core.Gate
	decisions []core.GoLive
	preview   *preview // of a plan's import
}

// load reads the room once; every view needs the counts of the others.
func load(r *kit.Request) (*view, error) {
	v := &view{r: r, at: r.URL.Query().Get("at")}
	ctx, src, deal := r.Ctx(), r.Reader, r.Deal.ID
	var err error
	if v.t, err = r.House.Thread(ctx, src, deal, r.Today()); err != nil {
		return nil, err
	}
	if v.names, err = r.Names(); err != nil {
		return nil, err
	}
	if v.people, err = auth.People(ctx, src); err != nil {
		return nil, err
	}
	if v.holders, err = journal.List[account.Stakeholder](ctx, src, deal); err != nil {
		return nil, err
	}
	if v.tasks, err = core.Tasks(ctx, src, deal); err != nil {
		return nil, err
	}
	if v.tasksOf, err = thread.Linked(ctx, src, deal, "task", thread.Satisfy); err != nil {
		return nil, err
	}
	return v, v.loadChecks()
}

func (v *view) loadChecks() (err error) {
	ctx, src, deal := v.r.Ctx(), v.r.Reader, v.r.Deal.ID
	if v.checks, err = core.Checks(ctx, src, deal); err != nil {
		return err
	}
	if v.checksOf, err = thread.Linked(ctx, src, deal, "check", thread.Derive); err != nil {
		return err
	}
	stands := map[string]bool{}
	for _, k := range v.checks {
		stands[k.ID] = k.Withdrawn == ""
	}
	for r, ids := range v.checksOf {
		v.checksOf[r] = slices.DeleteFunc(ids, func(id string) bool { return !stands[id] })
	}
	if v.results, err = core.Results(ctx, src, deal); err != nil {
		return err
	}
	if v.gates, err = core.Gates(ctx, src, deal); err != nil {
		return err
	}
	v.decisions, err = core.Decisions(ctx, src, deal)
	return err
}

// choose settles which view is shown: the one named, else the one that holds what is picked.
func (v *view) choose() {
	v.name = v.r.URL.Query().Get("view")
	if v.r.Failed != nil {
		v.name = viewOf(v.r.URL.Path)
		if v.at == "" {
			v.at = v.r.PathValue("id")
		}
	}
	if slices.Contains([]string{planView, checksView, gatesView, goLiveView}, v.name) {
		return
	}
	v.name = planView
	switch {
	case slices.ContainsFunc(v.checks, func(k core.Check) bool { return k.ID == v.at }):
		v.name = checksView
	case slices.ContainsFunc(v.gates, func(g core.Gate) bool { return g.ID == v.at }):
		v.name = gatesView
	case slices.ContainsFunc(v.decisions, func(g core.GoLive) bool { return g.ID == v.at }):
		v.name = goLiveView
	}
}

// may says whether the person may change delivery.
func (v *view) may() bool { return v.r.May(auth.Build) }

func (v *view) today() clock.Date { return v.t.Facts.Today }

// path is the address of an act of the room.
func (v *view) path(rest string) string { return v.r.DealPath("delivery/" + rest) }

// address is the room's state: the view, what is picked, filters and order.
func (v *view) address() look.Address {
	q := url.Values{}
	if v.r.Method == "GET" {
		for k, s := range v.r.URL.Query() {
			if !slices.Contains([]string{"done", "form", "requirement"}, k) {
				q[k] = s
			}
		}
	}
	q.Set("view", v.name)
	return look.Address{Path: v.r.DealPath("delivery"), Query: q}
}

// open is the address that opens a form of the view, on something picked or on nothing.
func (v *view) open(form, at string) string {
	a := v.address()
	if at != "" {
		a.Query.Set("at", at)
	}
	return a.With("form", form)
}

// form is the frame of a form of the room; leaving it leads back to the view.
func (v *view) form(name, action, verb string, revision int64) look.FormView {
	f := v.r.FormView(name, v.path(action), verb, revision)
	f.Cancel = v.address().With("form", "")
	return f
}

// segments are the four views with their counts.
func (v *view) segments() []look.Choice {
	to := func(name string) string { return look.Address{Path: v.r.DealPath("delivery")}.With("view", name) }
	open := 0
	for _, t := range v.tasks {
		if t.State != core.TaskDone {
			open++
		}
	}
	standing := 0
	for _, k := range v.checks {
		if k.Withdrawn == "" {
			standing++
		}
	}
	return []look.Choice{
		{Label: "Plan", Href: to(planView), Count: count(len(v.tasks)), Current: v.name == planView, Key: "1"},
		{Label: "Checks", Href: to(checksView), Count: count(standing), Current: v.name == checksView, Key: "2"},
		{Label: "Gates", Href: to(gatesView), Count: count(len(v.gates)), Current: v.name == gatesView, Key: "3"},
		{Label: "Go-live", Href: to(goLiveView), Count: count(len(v.decisions)), Current: v.name == goLiveView, Key: "4"},
	}
}
