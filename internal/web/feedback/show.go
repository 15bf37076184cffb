package feedback

import (
	"throughline/internal/account"
	"throughline/internal/auth"
	core "throughline/internal/feedback"
	"throughline/internal/journal"
	"throughline/internal/thread"
	"throughline/internal/web/kit"
	"throughline/internal/web/look"
)

// room is the gaps that one deal waits for.
type room struct {
	r          *kit.Request
	at         string
	t          thread.Thread
	known      []core.Known
	candidates []core.Candidate
	gaps       []core.Gap // of the whole workspace, to choose from
}

func show(r *kit.Request) error {
	shell, err := r.DealShell("Gaps", "Competitors and gaps")
	if err != nil {
		return err
	}
	v := &room{r: r, at: r.URL.Query().Get("at")}
	if v.t, err = r.House.Thread(r.Ctx(), r.Reader, r.Deal.ID, r.Today()); err != nil {
		return err
	}
	if v.known, err = core.Of(r.Ctx(), r.Reader, r.Deal.ID); err != nil {
		return err
	}
	var asks []core.Ask
	for _, k := range v.known {
		asks = append(asks, k.Ask)
	}
	v.candidates = core.Candidates(&v.t.Picture, asks)
	if v.gaps, err = core.Gaps(r.Ctx(), r.Reader); err != nil {
		return err
	}
	return r.Draw(page(shell, v))
}

func (v *room) may() bool { return v.r.May(auth.Promise) }

func (v *room) path(rest string) string { return v.r.DealPath("gaps" + rest) }

// key is the requirement of an id.
func (v *room) line(id string) *thread.Line {
	for i := range v.t.Rows {
		if v.t.Rows[i].Requirement.ID == id {
			return &v.t.Rows[i]
		}
	}
	return nil
}

// asked is the requirement that the form begins with, and why.
func (v *room) asked() (id, why string) {
	id = v.r.URL.Query().Get("requirement")
	for _, c := range v.candidates {
		if c.Requirement == id || c.Key == id {
			return c.Requirement, c.Why
		}
	}
	for _, l := range v.t.Rows {
		if l.Key == id {
			return l.Requirement.ID, ""
		}
	}
	return id, ""
}

func (v *room) requirements() []look.Option {
	out := []look.Option{{Label: "The deal as a whole"}}
	for _, l := range v.t.Rows {
		if l.Requirement.Stands() {
			out = append(out, look.Option{Value: l.Requirement.ID, Label: l.Key + " " + l.Requirement.Statement})
		}
	}
	return out
}

var tones = map[core.State]look.Tone{core.Told: look.Wait, core.Planned: look.Wait, core.Started: look.Wait, core.Shipped: look.Good, core.Declined: look.Break}

// stateWords say how far product is.
func stateWords(r *kit.Request, g core.Gap) string {
	switch {
	case g.State == core.Open:
		return "product has not heard of it"
	case g.State == core.Told:
		return "told to " + g.ToldTo + " on " + r.Day(g.ToldOn) + ", no answer yet"
	case g.DueOn != "" && g.State != core.Shipped:
		return "for " + r.Day(g.DueOn) + ", said " + r.Day(g.AnsweredOn)
	}
	return "said " + r.Day(g.AnsweredOn)
}

// list are the gaps over all deals.
func list(r *kit.Request) error {
	all, err := core.Gather(r.Ctx(), r.Reader)
	if err != nil {
		return err
	}
	return r.Draw(listPage(r.Shell("Gaps", "/deals"), r, all))
}

// behind is one gap with who asks for it.
type behind struct {
	r *kit.Request
	core.Gathered
	asks         []core.Ask
	requirements map[string]thread.Requirement
	of           map[string]account.Label
	conflict     *look.ConflictView
}

func one(r *kit.Request) error {
	v := &behind{r: r, requirements: map[string]thread.Requirement{}, of: map[string]account.Label{}}
	var err error
	if v.Gathered, v.asks, err = core.Behind(r.Ctx(), r.Reader, r.PathValue("id")); err != nil {
		return err
	}
	var ids []string
	for _, a := range v.asks {
		if a.Requirement != "" {
			ids = append(ids, a.Requirement)
		}
	}
	all, err := journal.Several[thread.Requirement](r.Ctx(), r.Reader, ids)
	if err != nil {
		return err
	}
	for _, q := range all {
		v.requirements[q.ID] = q
	}
	for _, l := range v.Deals {
		v.of[l.Deal] = l
	}
	if theirs, ok := v.stale(); ok {
		was := kit.AsRead[core.Gap](r, theirs.ID)
		v.conflict = r.Lay(r.Conflict(theirs.Key(), theirs.ID, "edit", "/gaps/"+theirs.ID+"/edit", theirs.Revision), "edit", []look.ConflictField{
			{Name: "title", Label: "What is missing", Base: was.Title, Theirs: theirs.Title}, {Name: "about", Label: "More of it", Base: was.About, Theirs: theirs.About}})
	}
	return r.Draw(onePage(r.Shell(v.Key()+" "+v.Title, "/deals"), v))
}

func (v *behind) stale() (core.Gap, bool) {
	if !v.r.Stale("edit") {
		return core.Gap{}, false
	}
	g, ok := v.r.Failed.Theirs.(core.Gap)
	return g, ok
}

func (v *behind) form(name, verb string) look.FormView {
	f := v.r.FormView(name, "/gaps/"+v.ID+"/"+name, verb, v.Revision)
	f.Cancel = "/gaps/" + v.ID
	return f
}
