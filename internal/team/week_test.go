package team_test

import (
	"context"
	"testing"

	"throughline/internal/auth"
	"throughline/internal/engagement"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/team"
	"throughline/internal/wiring/wiretest"
)

func TestAWeekSaysWhoHasRoomAndWhoShouldTakeWhatIsAskedFor(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		se, sa := hire(t, w)
		lead := auth.Person{Email: "ruth@relayworks.example", Role: auth.Manager}
		w.Do("person.add", func(ctx context.Context, tx *journal.Tx) error { return auth.Add(ctx, tx, &lead) })
		w.Lead(lead.ID, se, sa)
		ask := func(in engagement.Ask) (r engagement.Request) {
			in.Deal = w.Deal
			w.Do("engagement.request", func(ctx context.Context, tx *journal.Tx) (err error) {
				r, err = engagement.RequestSA(ctx, tx, in)
				return err
			})
			return r
		}
		seenBy := func(viewer string) team.Week {
			out, err := team.WeekOf(w.Ctx(), w.Reader(), viewer, w.Today())
			if err != nil {
				t.Fatal(err)
			}
			return out
		}
		week := func() team.Week { return seenBy(lead.ID) }
		now := ask(engagement.Ask{Workstream: "sizing", Reason: "Peak load", Hours: 12})
		ask(engagement.Ask{Workstream: "deployment plan", Reason: "Later", Hours: 12, From: w.Today().AddDays(30)})
		x := week()
		if x.Monday != "2026-03-02" || len(x.Members) != 2 || len(x.Asked) != 1 || x.Asked[0].ID != now.ID {
			t.Fatalf("%+v", x)
		}
		if !x.Leads || !x.Members[0].Assumed {
			t.Errorf("the lead sees %+v", x)
		}
		for viewer, sees := range map[string]int{se: 1, sa: 1, w.Who.Person: 0} {
			y := seenBy(viewer)
			if len(y.Members) != sees || sees == 1 && y.Members[0].Person != viewer || y.Leads || len(y.Asked) != 1 || len(y.Asked[0].Best) != sees || len(y.Plan.Load) != sees {
				t.Errorf("somebody who leads nobody sees of others: %+v", y)
			}
		}
		best := x.Asked[0].Best
		if len(best) != 2 || best[0].Person != sa || best[0].Terms.Fit != 0 || best[1].Person != se || best[1].Terms.Fit != 35 || best[1].Dearer != 35 {
			t.Errorf("who could: %+v", best)
		}
		if a := x.Plan.Assignments; len(a) != 1 || a[0].Person != sa || a[0].Hours != 12 || len(x.Plan.Unstaffed) != 0 {
			t.Errorf("the plan: %+v", x.Plan)
		}
		w.Do("engagement.take", func(ctx context.Context, tx *journal.Tx) error {
			_, err := engagement.Take(ctx, tx, engagement.Answer{ID: now.ID, Person: sa})
			return err
		})
		for _, m := range week().Members {
			if m.Person == sa && (m.Taken != 12 || m.Hours != engagement.FullWeek) {
				t.Errorf("what was taken is not counted: %+v", m)
			}
		}
		hours := func(n int) error {
			_, err := w.As(sa, "SA").Try("engagement.hours", func(ctx context.Context, tx *journal.Tx) error {
				_, err := engagement.SetHours(ctx, tx, engagement.HoursIn{Hours: n})
				return err
			})
			return err
		}
		if err := hours(169); problem.Of(err) != problem.Invalid {
			t.Errorf("a week of 169 hours: %v", err)
		}
		if err := hours(10); err != nil {
			t.Fatal(err)
		}
		ask(engagement.Ask{Workstream: "integration", Reason: "Two brokers", Hours: 168})
		x = week()
		if x.Members[1].Hours != 10 || len(x.Plan.Unstaffed) != 1 || x.Plan.Unstaffed[0].Hours != 168-engagement.FullWeek || x.Plan.Unstaffed[0].Why == "" {
			t.Errorf("a week that is too short: %+v %+v", x.Members, x.Plan.Unstaffed)
		}
		w.Verify()
	})
}
