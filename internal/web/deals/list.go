package deals

import (
	"fmt"
	"net/url"
	"strconv"
	"strings"

	"github.com/a-h/templ"

	"throughline/internal/area"
	"throughline/internal/insight"
	"throughline/internal/thread"
	"throughline/internal/web/kit"
	"throughline/internal/web/look"
)

// pageSize is how many deals one page shows.
const pageSize = 50

// refreshAtOnce is how many deals whose date has passed one page counts anew before it is drawn.
const refreshAtOnce = 100

type listView struct {
	r      *kit.Request
	filter insight.Filter
	deals  []insight.Deal
	totals []insight.Total
	names  area.Names
	more   bool
}

// list is the portfolio: its whole state stands in the address.
func list(r *kit.Request) error {
	if _, err := r.House.Tallies.Refresh(r.Ctx(), r.House.Journal.DB, r.Home.ID, r.Today(), refreshAtOnce); err != nil {
		return err
	}
	q := r.URL.Query()
	v := &listView{r: r, filter: insight.Filter{Words: q.Get("words"), Phase: q.Get("phase"), Win: q.Get("win"), Sort: q.Get("sort"), Archived: q.Get("archived") != "", Limit: pageSize + 1}}
	if q.Get("mine") != "" {
		v.filter.Mine = r.Person.ID
	}
	if n, err := strconv.Atoi(q.Get("after")); err == nil && n > 0 {
		v.filter.Skip = n
	}
	var err error
	if v.deals, err = insight.Deals(r.Ctx(), r.Reader, v.filter); err != nil {
		return err
	}
	if v.totals, err = insight.Totals(r.Ctx(), r.Reader, v.filter); err != nil {
		return err
	}
	if v.names, err = r.Names(); err != nil {
		return err
	}
	if len(v.deals) > pageSize {
		v.deals, v.more = v.deals[:pageSize], true
	}
	return r.Draw(listPage(r.Shell("Deals", "/deals"), v))
}

func (v *listView) address() look.Address {
	q := url.Values{}
	for k, s := range v.r.URL.Query() {
		if k != "done" {
			q[k] = s
		}
	}
	return look.Address{Path: "/deals", Query: q}
}

// asked is what the list shows, as the API is asked for it.
func (v *listView) asked(path string) look.Address {
	q := url.Values{}
	for name, value := range map[string]string{"words": v.filter.Words, "phase": v.filter.Phase, "win": v.filter.Win, "sort": v.filter.Sort, "person": v.filter.Mine} {
		if value != "" {
			q.Set(name, value)
		}
	}
	if v.filter.Archived {
		q.Set("archived", "true")
	}
	return look.Address{Path: path, Query: q}
}

// takes are the deals as files, and where each stands for the CRM.
func (v *listView) takes() []look.Act {
	return append(v.asked("/api/deals").Take("deals"), look.Act{Label: "Status for the CRM", Kind: look.Ghost, Href: v.asked("/api/deals/status").With("as", "csv"), Attrs: templ.Attributes{"download": true}})
}

// about sums the deals in one line, each currency for itself.
func (v *listView) about() string {
	deals, broken, risk := 0, 0, 0
	money := ""
	for _, t := range v.totals {
		deals, broken, risk = deals+t.Deals, broken+t.WithBreaks, risk+t.AtRisk
		if t.Currency != "" && t.Deals > t.Unknown {
			money += " · " + kit.Money(insightMoney(t))
		}
		if t.Unknown > 0 {
			money += fmt.Sprintf(" + %d unknown", t.Unknown)
		}
	}
	if deals == 0 {
		return ""
	}
	return fmt.Sprintf("%s, %s with breaks, %s%s", kit.Counted(deals, "deal", "deals"), few(broken), kit.Counted(risk, "promise at risk", "promises at risk"), money+v.together())
}

func few(n int) string {
	if n == 0 {
		return "none"
	}
	return strconv.Itoa(n)
}

func (v *listView) table() look.TableView {
	a := v.address()
	t := look.TableView{Caption: "Deals", Columns: []look.Column{a.Sort("Deal", "name"), {Label: "Thread"}, a.Sort("Breaks", "breaks"), a.Sort("Promises", "risk"),
		a.Sort("Technical win", "win"), {Label: "Stage"}, a.Sort("Closes", "close"), a.Sort("Value", "amount"), {Label: "People", Drop: true}}}
	t.Columns[0].Wide, t.Columns[2].Number, t.Columns[7].Number = true, true, true
	for _, d := range v.deals {
		row := look.Row{ID: "d-" + d.Prefix, Cells: v.cells(d)}
		if d.Breaks > 0 {
			row.Tone = look.Break
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

func (v *listView) cells(d insight.Deal) []templ.Component {
	stage := kit.Stage(d.Stage, d.Phase, d.SignedOn)
	return []templ.Component{
		look.Row2(look.Link(d.Account, "/deals/"+d.Prefix), look.Soft(d.Prefix+" · "+d.Name)), look.Mini(mini(d)), breaks(d), promises(d),
		look.Tag(thread.WinWords(d.TechnicalWin, "", d.SignedOn != ""), winTone(d.TechnicalWin)), look.Text(stage), look.Num(v.r.Day(d.CloseOn)), look.Num(kit.Money(d.Money())), look.Soft(v.people(d)),
	}
}

func breaks(d insight.Deal) templ.Component {
	switch {
	case d.Breaks > 0:
		return look.Tag(fmt.Sprint(d.Breaks), look.Break)
	case d.NoDates:
		return look.Soft("no dates")
	}
	return look.Soft("0")
}

func promises(d insight.Deal) templ.Component {
	if d.AtRisk > 0 {
		return look.Tag(fmt.Sprintf("%d at risk", d.AtRisk), look.Break)
	}
	if d.Promises > 0 {
		return look.Text(fmt.Sprintf("%d open", d.Promises))
	}
	return look.Soft("none")
}

func winTone(w string) look.Tone {
	switch w {
	case "achieved":
		return look.Good
	case "conditional", "claimed":
		return look.Wait
	case "lost":
		return look.Break
	}
	return look.Quiet
}

func mini(d insight.Deal) (m look.MiniView) {
	for i, c := range d.Stations() {
		m.Bars[i].Tally = look.Tally{Reached: c.Reached, Owed: c.Owed}
	}
	return m
}

func (v *listView) people(d insight.Deal) string {
	out := ""
	for _, id := range []string{d.SE, d.SA, d.AE} {
		if id != "" {
			if out != "" {
				out += ",\u00a0" // one line: first names are short
			}
			first, _, _ := strings.Cut(v.names.Of(id), " ")
			out += first
		}
	}
	return out
}
