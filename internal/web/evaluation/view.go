package evaluation

import (
	"slices"
	"strings"

	"throughline/internal/account"
	"throughline/internal/area"
	"throughline/internal/auth"
	core "throughline/internal/evaluation"
	"throughline/internal/journal"
	"throughline/internal/thread"
	"throughline/internal/web/kit"
	"throughline/internal/web/look"
)

// The room's views, as the address names them.
const (
	winView         = "win"
	evaluationsView = "evaluations"
	criteriaView    = "criteria"
	signOffsView    = "sign-offs"
)

// view is the room with all that its parts show.
type view struct {
	r           *kit.Request
	name        string          // which of the views
	at          string          // the id of what is picked
	drawn       map[string]bool // forms that the page holds, so that their faults are seen there
	t           thread.Thread
	names       area.Names
	people      []auth.Person
	holders     []account.Stakeholder
	win         core.WinStatus
	evaluations []core.Evaluation // the latest first
	trials      []core.Trial      // by number, of evaluations that count
	grounds     []core.Ground
	signOffs    []core.SignOff // the latest first
	records     []core.Record
	imported    *imported // of a results file
}

// load reads the room once; every view needs the counts of the others.
func load(r *kit.Request) (*view, error) {
	v := &view{r: r, at: r.URL.Query().Get("at"), drawn: map[string]bool{}}
	ctx, src, deal := r.Ctx(), r.Reader, r.Deal.ID
	var err error
	if v.t, err = r.House.Thread(ctx, src, deal, r.Today()); err != nil {
		return nil, err
	}
	if v.win, err = core.Win(ctx, src, &v.t.Picture); err != nil {
		return nil, err
	}
	if v.trials, err = core.Trials(ctx, src, deal); err != nil {
		return nil, err
	}
	if v.evaluations, err = journal.List[core.Evaluation](ctx, src, deal); err != nil {
		return nil, err
	}
	slices.Reverse(v.evaluations)
	if v.names, err = r.Names(); err != nil {
		return nil, err
	}
	if v.people, err = auth.People(ctx, src); err != nil {
		return nil, err
	}
	if v.holders, err = journal.List[account.Stakeholder](ctx, src, deal); err != nil {
		return nil, err
	}
	return v, v.loadWords()
}

// loadWords reads what was recorded beside the evaluations.
func (v *view) loadWords() (err error) {
	ctx, src, deal := v.r.Ctx(), v.r.Reader, v.r.Deal.ID
	if v.grounds, err = journal.List[core.Ground](ctx, src, deal); err != nil {
		return err
	}
	if v.signOffs, err = journal.List[core.SignOff](ctx, src, deal); err != nil {
		return err
	}
	slices.SortStableFunc(v.signOffs, func(a, b core.SignOff) int { return b.At.Time().Compare(a.At.Time()) })
	v.records, err = journal.List[core.Record](ctx, src, deal)
	return err
}

// choose settles which view is shown: the one named, else the one that holds what is picked.
func (v *view) choose() {
	v.name = v.r.URL.Query().Get("view")
	if v.r.Method == "POST" {
		v.name = viewOf(v.r.URL.Path)
		if v.at == "" {
			v.at = v.r.PathValue("id")
		}
	}
	v.at = v.criterionOf(v.at)
	if slices.Contains([]string{winView, evaluationsView, criteriaView, signOffsView}, v.name) {
		return
	}
	v.name = winView
	switch {
	case slices.ContainsFunc(v.evaluations, func(e core.Evaluation) bool { return e.ID == v.at }):
		v.name = evaluationsView
	case v.trial(v.at) != nil:
		v.name = criteriaView
	case slices.ContainsFunc(v.signOffs, func(s core.SignOff) bool { return s.ID == v.at }):
		v.name = signOffsView
	}
}

// viewOf is the view that an act's address belongs to.
func viewOf(path string) string {
	_, rest, _ := strings.Cut(path, "/evaluation/")
	switch first, last := rest, rest[strings.LastIndexByte(rest, '/')+1:]; {
	case strings.HasPrefix(first, "criteria"), strings.HasPrefix(first, "waivers"), strings.HasPrefix(first, "results"),
		slices.Contains([]string{"criteria", "derive", "lock", "import"}, last):
		return criteriaView
	case strings.HasPrefix(first, "evaluations"):
		return evaluationsView
	case strings.HasPrefix(first, "sign-offs"), first == "links":
		return signOffsView
	}
	return winView
}

// criterionOf is the criterion that a result or a waiver belongs to; any other id is itself.
func (v *view) criterionOf(id string) string {
	for i := range v.trials {
		t := &v.trials[i]
		if t.Waiver != nil && t.Waiver.ID == id || slices.ContainsFunc(t.Runs, func(r core.Result) bool { return r.ID == id }) {
			return t.Criterion.ID
		}
	}
	return id
}

func (v *view) trial(id string) *core.Trial {
	for i := range v.trials {
		if v.trials[i].Criterion.ID == id {
			return &v.trials[i]
		}
	}
	return nil
}

func (v *view) evaluation(id string) *core.Evaluation {
	for i := range v.evaluations {
		if v.evaluations[i].ID == id {
			return &v.evaluations[i]
		}
	}
	return nil
}

// line is the requirement of an id as the thread has it.
func (v *view) line(id string) *thread.Line {
	for i := range v.t.Rows {
		if v.t.Rows[i].Requirement.ID == id {
			return &v.t.Rows[i]
		}
	}
	return nil
}

func (v *view) may() bool { return v.r.May(auth.Sell) }

// path is the address of an act of the room.
func (v *view) path(rest string) string { return v.r.DealPath("evaluation/" + rest) }

// to is the address of a view, of something in it, and of a form on that.
func (v *view) to(name, at, form string) string {
	q := v.r.DealPath("evaluation") + "?view=" + name
	if at != "" {
		q += "&at=" + at
	}
	if form != "" {
		q += "&form=" + form
	}
	return q
}

// open says whether a form is open on a thing; an empty thing is the room.
func (v *view) open(form, at string) bool {
	return v.may() && v.r.Open(form) && (at == "" || at == v.at)
}

// form is the frame of a form of the room; leaving it leads back to the view.
func (v *view) form(name, action, verb string, revision int64) look.FormView {
	f := v.r.FormView(name, v.path(action), verb, revision)
	f.Cancel = v.to(v.name, v.at, "")
	v.drawn[name] = true
	return f
}

// mine loads what the path names, of this deal.
func mine[T any, P interface {
	*T
	Head() *journal.Row
}](r *kit.Request, kind string) (T, error) {
	return kit.OfDeal[T, P](r, kind, r.PathValue("id"))
}
