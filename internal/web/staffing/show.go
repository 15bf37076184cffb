package staffing

import (
	"context"
	"fmt"
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
}

func show(r *kit.Request) error {
	day := clock.Date(r.URL.Query().Get("week"))
	if !day.Valid() || day == "" {
		day = r.Today()
	}
	v := &room{r: r, byKey: map[string]team.Asked{}, people: map[string]team.Member{}}
	var err error
	if v.week, err = team.WeekOf(r.Ctx(), r.Reader, r.Person.ID, day); err != nil {
		return err
	}
	var deals []string
	for _, q := range v.week.Asked {
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
	}{{t.Fit, "fit"}, {t.Clock, "clocks"}, {t.New, "new account"}} {
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
