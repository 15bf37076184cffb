package kit

import (
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"throughline/internal/account"
	"throughline/internal/area"
	"throughline/internal/auth"
	"throughline/internal/brief"
	"throughline/internal/clock"
	"throughline/internal/handoff"
	"throughline/internal/journal"
	"throughline/internal/people"
	"throughline/internal/web/look"
)

// Shell is the frame of a page: bar, person, deal head and tabs, and the line that says what
// was just done. current is the path of the bar's place the page belongs to ("/inbox").
func (r *Request) Shell(title, current string) look.PageView {
	v := look.PageView{Title: title}
	if r.Person.ID == "" {
		return v
	}
	v.Theme, v.KeysOff = r.theme(), r.Person.KeysOff
	v.Nav = []look.Choice{
		{Label: "Inbox", Href: "/inbox", Icon: "inbox", Key: "G I"},
		{Label: "Deals", Href: "/deals", Icon: "deals", Key: "G D"},
		{Label: "People", Href: "/people", Icon: "person", Key: "G P"},
		{Label: "My page", Href: "/my", Icon: "mine", Key: "G Y"},
		{Label: "Import", Href: "/import", Icon: "import", Key: "G M"},
		{Label: "Search", Href: "/search", Icon: "search", Key: "G S"},
		{Label: "Settings", Href: "/settings", Icon: "settings", Key: "G T"},
	}
	leads := r.leads()
	if leads {
		v.Nav = slices.Insert(v.Nav, 4, look.Choice{Label: "Team", Href: "/team", Icon: "team", Key: "G E"})
	}
	for i := range v.Nav {
		v.Nav[i].Current = v.Nav[i].Href == current
	}
	if current == "/people" {
		v.Style = "people.css"
	}
	if current == "/my" || current == "/team" {
		v.Style = "my.css"
	}
	v.Person = r.personMenu()
	v.Person.Links = append([]look.Choice{{Label: "My page", Href: "/my"}}, v.Person.Links...)
	if leads {
		v.Person.Links = slices.Insert(v.Person.Links, 1, look.Choice{Label: "Team", Href: "/team"})
	}
	v.Toast = r.toast()
	if r.May(auth.Promise) {
		v.Note = &look.NoteBox{Action: "/capture"}
		if r.Deal != nil {
			v.Note.Deal = r.Deal.Prefix
		}
	}
	return v
}

// leads says whether there is a chain for the person to see. A page that cannot be told is drawn
// without the way to it.
func (r *Request) leads() bool {
	yes, err := people.Leads(r.Ctx(), r.Reader, r.Person.ID)
	if err != nil {
		r.Site.Log.Warn("who leads whom could not be read", "error", err)
	}
	return yes
}

// theme is the person's own, or what the cookie of the theme switch says.
func (r *Request) theme() string {
	if c, err := r.Cookie("theme"); err == nil && (c.Value == "light" || c.Value == "dark") {
		return c.Value
	}
	return r.Person.Theme
}

func (r *Request) personMenu() *look.Person {
	p := &look.Person{Name: r.Person.Name, Role: string(r.Person.Role), SignOut: "/sign-out", Theme: "/settings/theme",
		Links: []look.Choice{{Label: "Settings", Href: "/settings"}, {Label: "All keys", Href: "/keys"}}}
	if !r.Home.Sample {
		return p
	}
	people, err := auth.People(r.Ctx(), r.Reader)
	if err != nil {
		r.Site.Log.Warn("the people of the sample could not be read", "error", err)
		return p
	}
	for _, o := range people {
		if o.Active {
			p.Switch = append(p.Switch, look.Switch{Person: o.Name, Role: string(o.Role), Action: "/switch", Name: "person", Value: o.ID, Current: o.ID == r.Person.ID})
		}
	}
	return p
}

// toast says what the act named by ?done= did, when it was this person's, with undo.
func (r *Request) toast() *look.ToastView {
	done := r.URL.Query().Get("done")
	if done == "" || r.Method != http.MethodGet {
		return nil
	}
	rows, err := journal.Of(r.Ctx(), r.Reader, done)
	if err != nil || len(rows) == 0 || rows[0].Actor != r.Person.ID {
		return nil
	}
	words := r.House.Act(rows[0].Act)
	t := &look.ToastView{Words: strings.ToUpper(words[:1]) + words[1:] + "."}
	if rows[0].Act != "undo" && !r.House.Journal.Final[rows[0].Act] {
		u := *r.URL
		q := u.Query()
		q.Del("done")
		u.RawQuery = q.Encode()
		t.Undo = &look.Act{Post: "/undo", Hidden: []look.Hidden{{Name: "act", Value: done}, {Name: "next", Value: u.RequestURI()}}}
	}
	return t
}

// DealShell is the frame of a page of the deal; tab is the label of the current tab.
func (r *Request) DealShell(title, tab string) (look.PageView, error) {
	v := r.Shell(title+" · "+r.Deal.Name, "/deals")
	names, err := r.Names()
	if err != nil {
		return v, err
	}
	a, err := journal.Load[account.Account](r.Ctx(), r.Reader, r.Deal.Account)
	if err != nil {
		return v, err
	}
	d := &look.DealView{Crumb: look.Choice{Label: "Deals", Href: "/deals"}, Name: a.Name, About: r.Deal.Name, Key: r.Deal.Prefix, Parent: r.DealPath("")}
	for _, m := range []struct{ id, role string }{{r.Deal.SE, "SE"}, {r.Deal.SA, "SA"}, {r.Deal.AE, "AE"}} {
		if m.id != "" {
			d.Team = append(d.Team, look.Person{Name: names.Of(m.id), Role: m.role})
		}
	}
	if d.Facts, err = r.dealFacts(); err != nil {
		return v, err
	}
	if r.Deal.NextStep != "" || r.May(auth.Promise) {
		d.Next = &look.NextStep{Words: r.Deal.NextStep, Act: look.Choice{Label: "The deal and its people", Href: r.DealPath("edit")}}
	}
	if d.Next != nil && d.Next.Words != "" {
		d.Next.When = r.stepWhen(names)
	}
	if d.Next != nil && d.Next.Words == "" {
		d.Next.Words = "None is written down"
	}
	for _, t := range r.Site.Tabs(r) {
		d.Tabs = append(d.Tabs, look.Choice{Label: t.Label, Href: r.DealPath(t.Path), Current: t.Label == tab, Seam: t.Seam})
	}
	v.Deal = d
	if r.Deal.Archived {
		v.Line = &look.LineView{Lead: "Archived.", Words: "This deal stands in no list and counts nowhere."}
		if r.May(auth.Forget) {
			v.Line.Act = &look.Act{Label: "Bring it back", Href: r.DealPath("edit")}
		}
	}
	return v, nil
}

// stepWhen says who takes the next step, and by when.
func (r *Request) stepWhen(names area.Names) string {
	var out []string
	if r.Deal.NextBy != "" {
		out = append(out, names.Of(r.Deal.NextBy))
	}
	if r.Deal.NextOn != "" {
		out = append(out, "by "+Day(r.Deal.NextOn, r.Today()))
	}
	return strings.Join(out, ", ")
}

// dealFacts is the row of facts in a deal's head.
func (r *Request) dealFacts() ([]look.Fact, error) {
	tally, _, err := r.House.Tally(r.Ctx(), r.Reader, r.Deal.ID, r.Today())
	if err != nil {
		return nil, err
	}
	win, err := handoff.WinWords(r.Ctx(), r.House.Weaver, r.Reader, r.Deal, tally.TechnicalWin)
	if err != nil {
		return nil, err
	}
	stage := look.Fact{Label: "Stage", Value: Stage(r.Deal.Stage, string(r.Deal.Phase), r.Deal.SignedOn), Note: "No close date"}
	if r.Deal.SignedOn != "" {
		stage.Note = Day(r.Deal.SignedOn, r.Today())
	} else if r.Deal.CloseOn != "" {
		stage.Note = "Closes " + Day(r.Deal.CloseOn, r.Today())
	}
	facts := []look.Fact{stage, {Label: "Value", Value: Money(r.Deal.Amount), Note: r.Deal.Type},
		{Label: "Technical win", Value: Sentence(win), Note: Counted(tally.Musts, "must", "musts"), Href: r.DealPath("evaluation")}}
	breaks := look.Fact{Label: "Breaks", Value: fmt.Sprint(tally.Breaks), Note: Counted(tally.AtRisk, "promise at risk", "promises at risk"), Href: r.DealPath("")}
	if tally.NoDates {
		breaks.Note = "No dates"
	}
	facts = append(facts, breaks)
	if r.Deal.GoLiveOn != "" {
		facts = append(facts, look.Fact{Label: "Go-live", Value: Day(r.Deal.GoLiveOn, r.Today()), Note: "as planned"})
	}
	next, ok, err := brief.Next(r.Ctx(), r.Reader, r.Deal.ID, r.Now())
	if ok {
		facts = append(facts, look.Fact{Label: "Next meeting", Value: r.Moment(next.At), Note: next.Title, Href: "/brief/" + r.Deal.Prefix + "/" + next.ID, Key: "G N"})
	}
	return facts, err
}

// Stage says where a deal stands: what we know of it first, the CRM's word while it is open.
func Stage(crm string, phase string, signed clock.Date) string {
	switch {
	case account.Phase(phase).Over() || crm == "" && signed == "":
		return Sentence(phase)
	case signed != "":
		return "Signed"
	}
	return crm
}

// Back is where a form said to go on to, if it is a page of ours.
func (r *Request) Back(otherwise string) string {
	next := r.FormValue("next")
	u, err := url.Parse(next)
	if err != nil || next == "" || u.Host != "" || u.Scheme != "" || !strings.HasPrefix(next, "/") || strings.HasPrefix(next, "//") || strings.HasPrefix(next, "/\\") {
		return otherwise
	}
	return next
}
