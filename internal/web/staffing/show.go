package staffing

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"throughline/internal/account"
	"throughline/internal/clock"
	"throughline/internal/engagement"
	plan "throughline/internal/engagement/staffing"
	"throughline/internal/journal"
	"throughline/internal/team"
	"throughline/internal/web/kit"
	"throughline/internal/web/look"
)

type room struct {
	r      *kit.Request
	week   team.Week
	deals  map[string]account.Label
	byKey  map[string]team.Asked
	mine   engagement.Availability
	people map[string]team.Member
	why    string // the request whose reasons are open
	anew   bool
}

func show(r *kit.Request) error {
	q := r.URL.Query()
	v := &room{r: r, byKey: map[string]team.Asked{}, people: map[string]team.Member{}, why: q.Get("why"), anew: q.Get("anew") == "true"}
	var err error
	if v.week, err = team.Look(r.Ctx(), r.Reader, team.View{Viewer: r.Person.ID, Day: weekOf(r), Anew: v.anew, Why: v.why}); err != nil {
		return err
	}
	var deals []string
	for _, q := range append(slices.Clone(v.week.Asked), v.week.Over...) {
		deals = append(deals, q.Deal)
		v.byKey[q.ID] = q
	}
	for _, m := range v.week.Members {
		v.people[m.Person] = m
	}
	if v.deals, err = account.Labels(r.Ctx(), r.Reader, deals); err != nil {
		return err
	}
	said, err := engagement.Availabilities(r.Ctx(), r.Reader)
	if err != nil {
		return err
	}
	v.mine = said[r.Person.ID]
	return r.Draw(page(r.Shell("Staffing", "/people"), v))
}

// weekOf is a day of the week that the address names, else today.
func weekOf(r *kit.Request) clock.Date {
	day := clock.Date(r.URL.Query().Get("week"))
	if !day.Valid() || day == "" {
		return r.Today()
	}
	return day
}

func setHours(r *kit.Request) error {
	var in engagement.HoursIn
	if err := r.Decode(&in); err != nil {
		return err
	}
	if err := r.Act("engagement.hours", func(ctx context.Context, tx *journal.Tx) error {
		_, err := engagement.SetHours(ctx, tx, in)
		return err
	}); err != nil {
		return err
	}
	return r.Done("/staffing")
}

// another is the address of the week so many weeks away.
func (v *room) another(weeks int) string {
	return "/staffing?week=" + string(v.week.Monday.AddDays(7*weeks))
}

// at is this week's address with something more to it.
func (v *room) at(more string) string {
	return strings.TrimSuffix("/staffing?week="+string(v.week.Monday)+"&"+more, "&")
}

// act is where an act of planning is sent, with the week to come back to.
func (v *room) act(word string) string { return "/staffing/" + word + "?week=" + string(v.week.Monday) }

// requestOf is a request as the plan's rules know it: its role and language.
func (v *room) requestOf(id string) plan.Request {
	return plan.Request{Role: "SA", Language: v.byKey[id].Language}
}

// whyNot is the way to the reasons of a request.
func (v *room) whyNot() string {
	if v.week.Leads {
		return "Why not the others"
	}
	return "Why not me"
}

// missing says what keeps hours from everybody, by name.
func (v *room) missing(u plan.Unstaffed) string { return u.Says(v.requestOf(u.Request), v.name) }

// beside is what stands below a name: what the plan of all requests says of somebody, or their terms.
func (v *room) beside(q team.Asked, b team.Best) string {
	for _, a := range v.week.Plan.Assignments {
		if v.week.Leads && a.Person == b.Person && a.Request == q.ID {
			return against(b.Terms) + fmt.Sprintf(" · %d hours by the plan", a.Hours)
		}
	}
	if !v.week.Leads {
		return against(b.Terms)
	}
	return against(b.Terms) + ". " + b.Says
}

// dealPath is a page of the deal of a request.
func (v *room) dealPath(q team.Asked, rest string) string {
	return "/deals/" + v.deals[q.Deal].Prefix + "/engagement" + rest
}

// against says what speaks against somebody, in points an hour.
func against(t plan.Terms) string {
	var parts []string
	for _, p := range []struct {
		points float64
		what   string
	}{{t.Fit, "fit"}, {t.Clock, "clocks"}, {t.New, "new account"}, {t.Growth, "growth wish"}} {
		if p.points != 0 {
			parts = append(parts, fmt.Sprintf("%s %g", p.what, p.points))
		}
	}
	if len(parts) == 0 {
		return "nothing speaks against them"
	}
	return strings.Join(parts, " · ")
}

// free is a member's room in words.
func free(m team.Member) string {
	return fmt.Sprintf("%d of %d hours taken", m.Taken, m.Hours)
}

func (v *room) name(person string) string {
	if m, ok := v.people[person]; ok {
		return m.Name
	}
	return person
}

// tone is how full a week is, at the steps that the plan counts.
func tone(m team.Member) look.Tone {
	switch {
	case m.Hours == 0 || m.Taken*100 > m.Hours*85:
		return look.Break
	case m.Taken*100 > m.Hours*70:
		return look.Wait
	}
	return look.Good
}

// about says which week, and of whom the page tells.
func (v *room) about() string {
	if v.week.Leads {
		return "Week of " + v.r.Day(v.week.Monday) + " · you, and those you lead"
	}
	return "Week of " + v.r.Day(v.week.Monday) + " · your own"
}

// nobody says why a request has no names beside it.
func (v *room) nobody() string {
	if v.week.Leads {
		return "Of those you lead nobody holds the role and has hours this week."
	}
	return "Who could take it is seen by who leads them."
}
