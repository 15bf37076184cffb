package people

import (
	"fmt"
	"strings"

	"throughline/internal/insight"
	core "throughline/internal/people"
	"throughline/internal/people/guide"
	"throughline/internal/people/pay"
	"throughline/internal/people/transition"
	"throughline/internal/web/kit"
)

// moveView is the moves between the roles and those away from them.
type moveView struct {
	r     *kit.Request
	g     *guide.Guide
	moves []transition.Move
	steps []core.Step // of the viewer
	deal  string      // prefix of a deal on which gaps can be filled; empty for none
}

func showTransitions(r *kit.Request) error {
	v := &moveView{r: r}
	var err error
	if v.g, err = core.GuideOf(r.Ctx(), r.Reader); err != nil {
		return err
	}
	if v.moves, err = transition.All(v.g); err != nil {
		return err
	}
	at, err := core.StandingOf(r.Ctx(), r.Reader, r.Person.ID)
	if err != nil {
		return err
	}
	if v.steps, err = at.Steps(); err != nil {
		return err
	}
	deals, err := insight.Deals(r.Ctx(), r.Reader, insight.Filter{Mine: r.Person.ID, Limit: 1})
	if err != nil {
		return err
	}
	for _, d := range deals {
		v.deal = d.Prefix
	}
	return r.Draw(transitionsPage(r.Shell("Moves", "/people"), v))
}

// to is where on a deal a gap is filled.
func (v *moveView) to(station string) (label, href string) {
	room := rooms[station]
	if v.deal == "" {
		return room.name + " of a deal", "/deals"
	}
	return room.name + " of " + v.deal, "/deals/" + v.deal + "/" + room.path
}

func (v *moveView) name(role string) string {
	if r, err := v.g.Role(role); err == nil {
		return r.Short
	}
	return role
}

// signed writes a share of change with its sign.
func signed(n pay.Number) string {
	if n.Rat == nil {
		return "–"
	}
	if n.Sign() > 0 {
		return "+" + n.String() + " %"
	}
	return strings.Replace(n.String(), "-", "−", 1) + " %"
}

// swing is a month's pay at 75 and at 125 % attainment.
func swing(m transition.PerMonth) string {
	return kit.Amount(m.Low.Rat) + " to " + kit.Amount(m.High.Rat)
}

// when is how long people take, as information.
func when(g *guide.Guide, t guide.Transition) string {
	if t.Years == nil {
		return kit.Sentence(g.Word()) + " gives no usual time for it."
	}
	return fmt.Sprintf("Many make it after %g to %g years. That is information, not a wall: nothing here refuses a move before or after.", t.Years.From, t.Years.To)
}

// yours is how long the viewer has been in the role that the move leaves, beside what is usual;
// empty where it is not their move.
func (v *moveView) yours(t guide.Transition) string {
	if len(v.steps) == 0 {
		return ""
	}
	if at, _ := core.PlaceOf(v.g, v.steps[len(v.steps)-1].Place); at.Role != t.From {
		return ""
	}
	for _, p := range v.g.Places {
		if p.Role == t.To {
			if tm, ok := core.TimingOf(v.g, v.steps, p.ID, v.r.Today()); ok {
				return "You: " + kit.Timed(tm)
			}
		}
	}
	return ""
}

// lines are the moves into management of both roles, each in the order that promotions lead.
func (v *moveView) lines() []managing {
	var out []managing
	for _, role := range v.g.Roles {
		m := managing{role: role}
		for _, p := range v.g.Places {
			if p.Role == role.ID && p.Track == "management" {
				m.steps = append(m.steps, p)
			}
		}
		for _, move := range v.g.Moves {
			if len(m.steps) > 0 && move.To == m.steps[0].ID {
				m.line = move.Line
				m.from = append(m.from, v.place(move.From))
			}
		}
		out = append(out, m)
	}
	return out
}

// managing is a role's line of management: from where, through what, to which steps.
type managing struct {
	role  guide.Role
	line  string
	from  []string
	steps []guide.Place
}

func (v *moveView) place(id string) string {
	for _, p := range v.g.Places {
		if p.ID == id {
			return p.Name
		}
	}
	return id
}
