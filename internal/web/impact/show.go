package impact

import (
	"fmt"
	"net/url"
	"strings"

	"github.com/a-h/templ"

	"throughline/internal/account"
	"throughline/internal/area"
	"throughline/internal/insight"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/thread"
	"throughline/internal/web/kit"
	"throughline/internal/web/look"
)

type view struct {
	insight.Impact
	r      *kit.Request
	card   area.Card
	what   string // the kind as a word
	labels map[string]account.Label
	things []area.Card // what is linked to a requirement
}

func show(r *kit.Request) error {
	kind, id := r.PathValue("kind"), r.PathValue("id")
	v := &view{r: r, labels: map[string]account.Label{}}
	var err error
	if v.card, err = cardOf(r, kind, id); err != nil {
		return err
	}
	v.what = word(kind)
	if v.Impact, err = insight.ImpactOf(r.Ctx(), r.Reader, kind, id); err != nil {
		return err
	}
	for _, l := range v.Deals {
		v.labels[l.Deal] = l
	}
	if kind == "requirement" {
		for _, hangs := range []func(string) error{v.promised, v.linked} {
			if err := hangs(id); err != nil {
				return err
			}
		}
	}
	return r.Draw(page(r.Shell("Impact of "+v.name(), "/deals"), v))
}

// cardOf names the thing; a capability is its own words, and must be in use.
func cardOf(r *kit.Request, kind, id string) (area.Card, error) {
	if kind == "capability" {
		return area.Card{Kind: kind, Title: id}, nil
	}
	card, known, err := r.House.Describe(r.Ctx(), r.Reader, kind, id)
	if err == nil && !known {
		err = problem.NotFound(kind, id)
	}
	return card, err
}

// promised lists the promises that hang on the requirement.
func (v *view) promised(id string) error {
	all, err := thread.Promises(v.r.Ctx(), v.r.Reader, v.card.Deal)
	for _, p := range all {
		if p.Requirement == id {
			v.things = append(v.things, area.Card{Kind: "promise", ID: p.ID, Key: fmt.Sprintf("P%d", p.Number), Title: "“" + p.Words.String() + "”, " + string(p.State)})
		}
	}
	return err
}

// linked lists the things that stand in a relation to the requirement.
func (v *view) linked(id string) error {
	all, err := journal.List[thread.Link](v.r.Ctx(), v.r.Reader, v.card.Deal)
	if err != nil {
		return err
	}
	for _, l := range all {
		kind, thing := l.FromKind, l.FromID
		if l.FromID == id {
			kind, thing = l.ToKind, l.ToID
		} else if l.ToID != id {
			continue
		}
		card, known, err := v.r.House.Describe(v.r.Ctx(), v.r.Reader, kind, thing)
		if problem.Of(err) == problem.Missing {
			continue
		}
		if err != nil {
			return err
		}
		if known {
			v.things = append(v.things, card)
		}
	}
	return nil
}

func (v *view) name() string {
	if v.card.Key != "" {
		return v.card.Key
	}
	return v.card.Title
}

func (v *view) about() string {
	out := kit.Sentence(kit.Counted(len(v.Requirements), "requirement", "requirements")) + ", " + kit.Counted(len(v.Deals), "deal", "deals")
	if v.More {
		out = fmt.Sprintf("More than %d requirements, %s", len(v.Requirements), kit.Counted(len(v.Deals), "deal", "deals"))
	}
	return out + " hang on it."
}

func (v *view) facts() (out []look.Fact) {
	for _, m := range v.Money {
		out = append(out, look.Fact{Label: "Money in " + or(m.Currency, "an unknown currency"), Value: kit.Money(account.Money{Known: true, Minor: m.Minor, Currency: m.Currency}), Note: kit.Counted(m.Deals, "deal", "deals")})
	}
	if v.Unknown > 0 {
		out = append(out, look.Fact{Label: "Money unknown", Value: fmt.Sprint(v.Unknown), Note: "deals without an amount"})
	}
	breaks := 0
	for _, h := range v.Requirements {
		breaks += h.Breaks
	}
	return append(out, look.Fact{Label: "Breaks", Value: fmt.Sprint(breaks), Note: "in these requirements"})
}

func or(s, otherwise string) string {
	if s == "" {
		return otherwise
	}
	return s
}

func (v *view) requirements() look.TableView {
	t := look.TableView{Caption: "Requirements", Columns: []look.Column{{Label: "Key"}, {Label: "Requirement", Wide: true}, {Label: "Priority"}, {Label: "Breaks", Number: true}, {Label: "Deal"}}}
	for _, h := range v.Requirements {
		l := v.labels[h.Deal]
		key := fmt.Sprintf("%s-%d", l.Prefix, h.Number)
		row := look.Row{Cells: []templ.Component{look.Key(key, "/deals/"+l.Prefix+"/requirements/"+key), look.Text(h.Statement), look.Priority(h.Priority), look.Num(fmt.Sprint(h.Breaks)), look.Link(l.Account, "/deals/"+l.Prefix)}}
		if h.Withdrawn != "" {
			row.Cells[1] = look.Row2(look.Text(h.Statement), look.Soft("withdrawn"))
		}
		if h.Breaks > 0 {
			row.Tone = look.Break
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

func (v *view) deals() look.TableView {
	t := look.TableView{Caption: "Deals", Columns: []look.Column{{Label: "Deal", Wide: true}, {Label: "Phase"}, {Label: "Value", Number: true}}}
	for _, l := range v.Deals {
		t.Rows = append(t.Rows, look.Row{Cells: []templ.Component{look.Row2(look.Link(l.Account, "/deals/"+l.Prefix), look.Soft(l.Prefix+" · "+l.Name)), look.Text(string(l.Phase)), look.Num(kit.Money(l.Amount))}})
	}
	return t
}

func (v *view) links() (out []look.ListItem) {
	for _, c := range v.things {
		out = append(out, look.ListItem{Icon: "link", Title: c.Title, About: word(c.Kind), Key: c.Key, Href: "/go/" + url.PathEscape(c.Kind) + "/" + c.ID})
	}
	return out
}

func word(kind string) string {
	if kind == "opportunity" {
		return "deal"
	}
	return strings.ReplaceAll(kind, "-", " ")
}
