package people

import (
	"strings"

	"throughline/internal/insight"
	core "throughline/internal/people"
	"throughline/internal/people/guide"
	"throughline/internal/people/pay"
	"throughline/internal/people/transition"
	"throughline/internal/thread"
	"throughline/internal/web/kit"
	"throughline/internal/web/look"
)

// guideView is the role guide: both roles of the guide, and a deal on which each duty has a page.
type guideView struct {
	r      *kit.Request
	g      *guide.Guide
	se, sa guide.Role
	deals  []insight.Deal
	deal   string // prefix; empty where there is no deal yet
	report pay.Report
	moves  []transition.Move
}

// dealsOffered is how many deals one can choose from.
const dealsOffered = 50

func showGuide(r *kit.Request) error {
	g, err := core.GuideOf(r.Ctx(), r.Reader)
	if err != nil {
		return err
	}
	v := &guideView{r: r, g: g, report: pay.Check(g, pay.SheetOf(g), nil)}
	if v.se, err = g.Role("se"); err != nil {
		return err
	}
	if v.sa, err = g.Role("sa"); err != nil {
		return err
	}
	if v.moves, err = transition.All(g); err != nil {
		return err
	}
	if v.deals, err = insight.Deals(r.Ctx(), r.Reader, insight.Filter{Mine: r.Person.ID, Limit: dealsOffered}); err != nil {
		return err
	}
	if len(v.deals) == 0 {
		if v.deals, err = insight.Deals(r.Ctx(), r.Reader, insight.Filter{Limit: dealsOffered}); err != nil {
			return err
		}
	}
	for _, d := range v.deals {
		if d.Prefix == r.URL.Query().Get("deal") || v.deal == "" {
			v.deal = d.Prefix
		}
	}
	return r.Draw(guidePage(r.Shell("Role guide", "/people"), v))
}

// rooms are where on a deal the work of a station is done.
var rooms = map[string]struct{ path, name string }{
	"heard": {"discovery", "Discovery"}, "shown": {"demo", "Demo and answers"}, "answered": {"demo", "Demo and answers"},
	"proven": {"evaluation", "Evaluation"}, "won": {"evaluation", "Evaluation"}, "accepted": {"handoff", "Handoff"},
	"designed": {"design", "Design"}, "planned": {"delivery", "Delivery"}, "verified": {"delivery", "Delivery"}, "live": {"delivery", "Delivery"},
}

// place is the page where a duty is done: of the chosen deal, or the deals where there is none.
func (v *guideView) place(station string) look.Choice {
	room := rooms[station]
	if v.deal == "" || room.path == "" {
		return look.Choice{Label: "Deals", Href: "/deals"}
	}
	return look.Choice{Label: room.name, Href: "/deals/" + v.deal + "/" + room.path}
}

func (v *guideView) dealOptions() look.Field {
	f := look.Field{Name: "deal", Label: "Duties lead to", Value: v.deal}
	for _, d := range v.deals {
		f.Options = append(f.Options, look.Option{Value: d.Prefix, Label: d.Account, Hint: d.Prefix})
	}
	return f
}

// versus is one line of the comparison: the same question answered by both roles.
type versus struct {
	what   string
	se, sa string
}

func (v *guideView) differences() []versus {
	a, b := v.se, v.sa
	return []versus{
		{"Stands", side(a.Side), side(b.Side)},
		{"Asks first", a.Thinks, b.Thinks},
		{"Is", a.First, b.First},
		{"Optimises for", a.Optimises, b.Optimises},
		{"Deliverable", kit.Sentence(a.Deliverable) + ": " + a.Means + ".", kit.Sentence(b.Deliverable) + ": " + b.Means + "."},
		{"Audience", a.Audience, b.Audience},
		{"Timescale", a.Timescale, b.Timescale},
		{"Knows", a.Knows, b.Knows},
		{"Writes", strings.Join(a.Writes, ", "), strings.Join(b.Writes, ", ")},
		{"Is done", a.Ends, b.Ends},
		{"On the other side", otherSide(a), otherSide(b)},
	}
}

func side(s string) string {
	if s == guide.Post {
		return "after the sale, or late in it"
	}
	return "before the sale"
}

func otherSide(r guide.Role) string {
	if r.Late != "" {
		return r.Late
	}
	return "Hands off at the signature, and answers what the SA asks afterwards."
}

func (v *guideView) good() []versus {
	var out []versus
	for _, l := range v.g.Levels {
		out = append(out, versus{l.Name, v.se.Good[l.ID], v.sa.Good[l.ID]})
	}
	return out
}

// station is a mark of the drawn thread.
type station struct {
	name   string
	x      int
	labelY int
	post   bool
}

// stations are the marks from the first to the last, their names above and below by turns so that
// they fit a phone.
func stations() []station {
	var out []station
	for i, s := range thread.Stations {
		at := station{name: s.Name, x: 22 + i*33, labelY: 20, post: s.Side == thread.Post}
		if at.post {
			at.x += 20
		}
		if i%2 == 1 {
			at.labelY = 76
		}
		out = append(out, at)
	}
	return out
}
