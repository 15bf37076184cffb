package design

import (
	"slices"

	"throughline/internal/account"
	"throughline/internal/area"
	"throughline/internal/auth"
	core "throughline/internal/design"
	"throughline/internal/design/draw"
	"throughline/internal/journal"
	"throughline/internal/thread"
	"throughline/internal/web/kit"
	"throughline/internal/web/look"
)

// room is the whole design of a deal, as its pages show it.
type room struct {
	r          *kit.Request
	t          thread.Thread
	names      area.Names
	people     []auth.Person
	holders    []account.Stakeholder
	m          *core.Model
	views      []core.View
	decisions  []core.Decision
	elsewheres []core.Elsewhere
	concerns   []core.Concern
	concernOf  map[string][]string // concern's id: requirements' ids
	versions   []core.Version
	held       core.Version
	notes      []core.ReviewNote
	findings   []core.Finding
	satisfied  map[string][]string // thing's id: requirements' ids
	satisfiers map[string][]string // requirement's id: things' ids
	byID       map[string]*thread.Line

	part, picked string
	view         core.View
	diagram      draw.Diagram
	report       *report
	conflict     *look.ConflictView
}

// enter reads the design of the deal.
func enter(r *kit.Request) (*room, error) {
	v := &room{r: r, picked: state(r, "at"), byID: map[string]*thread.Line{}, satisfiers: map[string][]string{}}
	ctx, src, deal := r.Ctx(), r.Reader, r.Deal.ID
	var err error
	if v.t, err = r.House.Thread(ctx, src, deal, r.Today()); err != nil {
		return nil, err
	}
	for i := range v.t.Rows {
		v.byID[v.t.Rows[i].Requirement.ID] = &v.t.Rows[i]
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
	if v.m, err = core.Read(ctx, src, deal); err != nil {
		return nil, err
	}
	if v.views, err = core.Views(ctx, src, deal); err != nil {
		return nil, err
	}
	return v, v.enterRest()
}

func (v *room) enterRest() (err error) {
	ctx, src, deal := v.r.Ctx(), v.r.Reader, v.r.Deal.ID
	if v.decisions, err = core.Decisions(ctx, src, deal); err != nil {
		return err
	}
	if v.elsewheres, err = core.Elsewheres(ctx, src, deal); err != nil {
		return err
	}
	if v.concerns, err = core.Concerns(ctx, src, deal); err != nil {
		return err
	}
	if v.concernOf, err = core.ConcernedBy(ctx, src, deal); err != nil {
		return err
	}
	if v.versions, err = core.Versions(ctx, src, deal); err != nil {
		return err
	}
	if v.held, _, err = core.Holding(ctx, src, deal); err != nil {
		return err
	}
	if v.notes, err = core.Notes(ctx, src, deal); err != nil {
		return err
	}
	if v.findings, err = core.Findings(ctx, src, deal); err != nil {
		return err
	}
	v.satisfied, err = core.Satisfied(ctx, src, deal)
	for _, d := range v.things() {
		for _, id := range v.satisfied[d] {
			v.satisfiers[id] = append(v.satisfiers[id], d)
		}
	}
	return err
}

// things are the ids of all that can satisfy a requirement, in a steady order.
func (v *room) things() (out []string) {
	for _, e := range v.m.Elements {
		out = append(out, e.ID)
	}
	for _, d := range v.decisions {
		out = append(out, d.ID)
	}
	for _, e := range v.elsewheres {
		out = append(out, e.ID)
	}
	return out
}

// may says whether the person may change the design.
func (v *room) may() bool { return v.r.May(auth.Build) }

// empty says whether nothing at all is designed.
func (v *room) empty() bool {
	return len(v.m.Elements)+len(v.decisions)+len(v.elsewheres)+len(v.concerns)+len(v.versions) == 0
}

// choose settles which part of the room and which view are shown: those the address names,
// else those that hold what is picked.
func (v *room) choose() {
	version := v.r.URL.Query().Get("version") // as the inbox leads here
	v.part = state(v.r, "part")
	_, isDecision := v.decision(v.picked)
	_, isElsewhere := v.elsewhere(v.picked)
	_, isConcern := v.concern(v.picked)
	switch {
	case isConcern:
		v.part = concernsPart
	case isDecision:
		v.part = decisionsPart
	case isElsewhere:
		v.part = elsewherePart
	case version != "":
		v.part = reviewPart
	case !slices.Contains([]string{decisionsPart, concernsPart, reviewPart, elsewherePart}, v.part):
		v.part = modelPart
	}
	for i, o := range v.views {
		if i == 0 || o.ID == state(v.r, "view") {
			v.view = o
		}
	}
}

// look arranges the chosen view.
func (v *room) look() (err error) {
	if v.part != modelPart || v.view.ID == "" {
		return nil
	}
	if v.diagram, err = core.Diagram(v.r.Ctx(), v.r.Reader, v.r.Deal.ID, v.view.ID); err != nil {
		return err
	}
	v.diagram.Picked, v.diagram.Href = v.picked, v.at
	return nil
}
