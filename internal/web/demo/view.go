package demo

import (
	"slices"
	"strconv"
	"strings"

	"github.com/a-h/templ"

	"throughline/internal/account"
	"throughline/internal/answers"
	"throughline/internal/area"
	"throughline/internal/auth"
	core "throughline/internal/demo"
	"throughline/internal/journal"
	"throughline/internal/thread"
	"throughline/internal/web/kit"
	"throughline/internal/web/look"
)

// The room's views, as the address names them.
const (
	demosView   = "demos"
	answersView = "answers"
)

// view is the room with all that its parts show.
type view struct {
	r         *kit.Request
	name      string          // which of the views
	at        string          // the id of what is picked: a demo, a segment or an answer
	drawn     map[string]bool // forms that the page holds, so that their faults are seen there
	t         thread.Thread
	names     area.Names
	people    []auth.Person
	holders   []account.Stakeholder
	demos     []core.Demo // the latest first
	segments  []core.Segment
	reactions map[string]map[string]core.Reaction // segment, contact: the last one
	shows     map[string][]string                 // segment: requirements' ids
	answers   []answers.Answer                    // those that stand by number, then the withdrawn
	speaks    map[string][]string                 // answer: requirements' ids
	missed    []core.Missed                       // who was not there when it was shown
}

// load reads the room once.
func load(r *kit.Request) (*view, error) {
	v := &view{r: r, at: r.URL.Query().Get("at"), drawn: map[string]bool{}}
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
	if err := v.loadDemos(); err != nil {
		return nil, err
	}
	if v.answers, err = answers.List(ctx, src, deal); err != nil {
		return nil, err
	}
	slices.SortStableFunc(v.answers, func(a, b answers.Answer) int { return rank(a) - rank(b) })
	v.speaks, err = v.turned("answer")
	return v, err
}

// rank puts drafts before what is approved, and the withdrawn last.
func rank(a answers.Answer) int {
	return map[answers.State]int{answers.Draft: 0, answers.Approved: 1, answers.Withdrawn: 2}[a.State]
}

func (v *view) loadDemos() (err error) {
	ctx, src, deal := v.r.Ctx(), v.r.Reader, v.r.Deal.ID
	if v.demos, err = journal.List[core.Demo](ctx, src, deal); err != nil {
		return err
	}
	slices.SortStableFunc(v.demos, func(a, b core.Demo) int { return b.HeldAt.Time().Compare(a.HeldAt.Time()) })
	if v.segments, err = core.Segments(ctx, src, deal); err != nil {
		return err
	}
	all, err := journal.List[core.Reaction](ctx, src, deal)
	if err != nil {
		return err
	}
	v.reactions = map[string]map[string]core.Reaction{}
	for _, x := range all { // oldest first, so that the last one stands
		if v.reactions[x.Segment] == nil {
			v.reactions[x.Segment] = map[string]core.Reaction{}
		}
		v.reactions[x.Segment][x.Contact] = x
	}
	if v.missed, err = core.WhoMissed(ctx, src, &v.t.Picture); err != nil {
		return err
	}
	v.shows, err = v.turned("demo-segment")
	return err
}

// turned maps each thing of a kind to the requirements it is linked to, by their numbers.
func (v *view) turned(kind string) (map[string][]string, error) {
	of, err := thread.Linked(v.r.Ctx(), v.r.Reader, v.r.Deal.ID, kind, thread.Trace)
	if err != nil {
		return nil, err
	}
	out := map[string][]string{}
	for i := range v.t.Rows {
		id := v.t.Rows[i].Requirement.ID
		for _, thing := range of[id] {
			out[thing] = append(out[thing], id)
		}
	}
	return out, nil
}

// choose settles which view is shown: the one named, else the one that holds what is picked.
func (v *view) choose() {
	v.name = v.r.URL.Query().Get("view")
	if v.r.Method == "POST" {
		v.name = demosView
		if strings.Contains(v.r.URL.Path, "/demo/answers") {
			v.name = answersView
		}
		if v.at == "" {
			v.at = v.r.PathValue("id")
		}
	}
	if v.name == demosView || v.name == answersView {
		return
	}
	v.name = demosView
	if slices.ContainsFunc(v.answers, func(a answers.Answer) bool { return a.ID == v.at }) || v.at == "" && len(v.demos) == 0 && len(v.answers) > 0 {
		v.name = answersView
	}
}

// views are the two views with their counts.
func (v *view) views() []look.Choice {
	count := func(n int) string {
		if n == 0 {
			return ""
		}
		return strconv.Itoa(n)
	}
	return []look.Choice{
		{Label: "Demos", Href: v.to(demosView, "", ""), Count: count(len(v.demos)), Current: v.name == demosView, Key: "1"},
		{Label: "Answers", Href: v.to(answersView, "", ""), Count: count(len(v.answers)), Current: v.name == answersView, Key: "2"},
	}
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

// lines are the requirements of some ids.
func (v *view) lines(ids []string) (out []*thread.Line) {
	for _, id := range ids {
		if l := v.line(id); l != nil {
			out = append(out, l)
		}
	}
	return out
}

// of are the segments of one demo, in their order.
func (v *view) of(d core.Demo) (out []core.Segment) {
	for _, s := range v.segments {
		if s.Demo == d.ID {
			out = append(out, s)
		}
	}
	return out
}

func (v *view) may() bool { return v.r.May(auth.Sell) }

// path is the address of an act of the room.
func (v *view) path(rest string) string { return v.r.DealPath("demo/" + rest) }

// to is the address of a view, of something in it, and of a form on that.
func (v *view) to(name, at, form string) string {
	q := v.r.DealPath("demo") + "?view=" + name
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

// show draws the room.
func show(r *kit.Request) error {
	v, err := load(r)
	if err != nil {
		return err
	}
	v.choose()
	shell, err := r.DealShell(map[string]string{demosView: "Demos", answersView: "Answers"}[v.name], "Demo and answers")
	if err != nil {
		return err
	}
	part := demosPart
	if v.name == answersView {
		part = answersPart
	}
	content, err := v.first(part(v))
	if err != nil {
		return err
	}
	return r.Draw(page(shell, v, content))
}

// first draws the content before the page around it, which says what went wrong only where no
// form of the content does.
func (v *view) first(part templ.Component) (templ.Component, error) {
	var b strings.Builder
	err := part.Render(v.r.Ctx(), &b)
	return templ.Raw(b.String()), err
}

// mine loads what the path names, of this deal.
func mine[T any, P interface {
	*T
	Head() *journal.Row
}](r *kit.Request, kind string) (T, error) {
	return kit.OfDeal[T, P](r, kind, r.PathValue("id"))
}
