package compete

import (
	"slices"

	"throughline/internal/account"
	"throughline/internal/area"
	"throughline/internal/auth"
	core "throughline/internal/compete"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/thread"
	"throughline/internal/web/kit"
	"throughline/internal/web/look"
)

// room is the competitors of one deal.
type room struct {
	r            *kit.Request
	at           string // the rival that the address picks
	names        area.Names
	holders      []account.Stakeholder
	requirements []thread.Requirement
	rivals       []core.Rival
	claims       []core.Claim
	records      []core.Record // of all competitors, those of the deal among them
}

func show(r *kit.Request) error {
	shell, err := r.DealShell("Competitors", "Competitors and gaps")
	if err != nil {
		return err
	}
	v := &room{r: r, at: r.URL.Query().Get("at")}
	if v.names, err = r.Names(); err != nil {
		return err
	}
	ctx, src, deal := r.Ctx(), r.Reader, r.Deal.ID
	if v.holders, err = journal.List[account.Stakeholder](ctx, src, deal); err != nil {
		return err
	}
	if v.requirements, err = thread.Requirements(ctx, src, deal); err != nil {
		return err
	}
	if v.rivals, err = core.Rivals(ctx, src, deal); err != nil {
		return err
	}
	if v.claims, err = core.Claims(ctx, src, deal); err != nil {
		return err
	}
	if v.records, err = core.Records(ctx, src); err != nil {
		return err
	}
	return r.Draw(page(shell, v))
}

func (v *room) may() bool { return v.r.May(auth.Promise) }

func (v *room) path(rest string) string { return v.r.DealPath("compete" + rest) }

func (v *room) form(name, path, verb string, revision int64) look.FormView {
	f := v.r.FormView(name, v.path(path), verb, revision)
	f.Cancel = v.path("")
	return f
}

// record is how we did against a competitor, on this deal and all others.
func (v *room) record(competitor string) core.Record {
	i := slices.IndexFunc(v.records, func(r core.Record) bool { return r.ID == competitor })
	if i < 0 {
		return core.Record{}
	}
	return v.records[i]
}

// said are the claims on a rival of one side; those taken back stand last.
func (v *room) said(rival, side string) (out []core.Claim) {
	for _, stands := range []bool{true, false} {
		for _, c := range v.claims {
			if c.Rival == rival && c.Side == side && c.Stands() == stands {
				out = append(out, c)
			}
		}
	}
	return out
}

// key is the requirement that a claim is about.
func (v *room) key(id string) (key, statement string) {
	for _, r := range v.requirements {
		if r.ID == id {
			return r.Key(v.r.Deal.Prefix), r.Statement
		}
	}
	return "", ""
}

// theirs are the stakeholders a word can come from.
func (v *room) theirs() kit.People { return kit.People{Theirs: v.holders, Names: v.names} }

func (v *room) about() []look.Option {
	out := []look.Option{{Label: "In general"}}
	for _, r := range v.requirements {
		if r.Stands() {
			out = append(out, look.Option{Value: r.ID, Label: r.Key(v.r.Deal.Prefix) + " " + r.Statement})
		}
	}
	return out
}

// outcomes are how it can have ended on this deal.
func (v *room) outcomes() []look.Option {
	out := []look.Option{{Value: "left", Label: "They left before the end"}, {Label: "It has not ended"}}
	switch v.r.Deal.Phase {
	case account.Won:
		out = append([]look.Option{{Value: "won", Label: "We won"}}, out...)
	case account.Lost:
		out = append([]look.Option{{Value: "lost", Label: "It was lost to them"}}, out...)
	}
	return out
}

// tone is an outcome with its word.
func tone(o core.Outcome) (string, look.Tone) {
	switch o {
	case core.Won:
		return "won", look.Good
	case core.Lost:
		return "lost to them", look.Break
	case core.Left:
		return "they left", look.Quiet
	}
	return "on the deal", look.Wait
}

// list are the competitors over all deals.
func list(r *kit.Request) error {
	all, err := core.Records(r.Ctx(), r.Reader)
	if err != nil {
		return err
	}
	return r.Draw(listPage(r.Shell("Competitors", "/deals"), r, all))
}

// against is one competitor over all deals.
type against struct {
	r *kit.Request
	core.Record
	claims   []core.Claim
	contacts map[string]string // names of who said something
	conflict *look.ConflictView
}

func one(r *kit.Request) error {
	v := &against{r: r, contacts: map[string]string{}}
	var err error
	if v.Record, v.claims, err = core.Against(r.Ctx(), r.Reader, r.PathValue("id")); err != nil {
		return err
	}
	var ids []string
	for _, c := range v.claims {
		if c.Contact != "" {
			ids = append(ids, c.Contact)
		}
	}
	all, err := journal.Several[account.Contact](r.Ctx(), r.Reader, ids)
	if err != nil {
		return err
	}
	for _, c := range all {
		v.contacts[c.ID] = c.Name.String()
	}
	if r.Stale("edit") {
		if theirs, ok := r.Failed.Theirs.(core.Competitor); ok {
			was := kit.AsRead[core.Competitor](r, theirs.ID)
			v.conflict = r.Lay(r.Conflict(theirs.Name, theirs.ID, "edit", "/competitors/"+theirs.ID+"/edit", theirs.Revision), "edit", []look.ConflictField{
				{Name: "name", Label: "Name", Base: was.Name, Theirs: theirs.Name}, {Name: "also", Label: "Other names", Base: commas(was.Also), Theirs: commas(theirs.Also)},
				{Name: "about", Label: "What we know", Base: was.About, Theirs: theirs.About}})
		}
	}
	if r.Failed != nil && problem.Of(r.Failed) == problem.Missing {
		return r.Failed
	}
	return r.Draw(onePage(r.Shell(v.Name, "/deals"), v))
}

// because are the reasons of an outcome, each with its deal.
func (v *against) because(o core.Outcome) (out []core.Met) {
	for _, m := range v.Met {
		if m.Outcome == o {
			out = append(out, m)
		}
	}
	return out
}

// deal is the prefix of a deal on which the competitor was met.
func (v *against) deal(id string) string {
	for _, m := range v.Met {
		if m.Deal.Deal == id {
			return m.Deal.Prefix
		}
	}
	return ""
}
