package team_test

import (
	"context"
	"strings"
	"testing"

	"throughline/internal/account"
	"throughline/internal/auth"
	"throughline/internal/clock"
	"throughline/internal/engagement"
	"throughline/internal/journal"
	"throughline/internal/people"
	"throughline/internal/problem"
	"throughline/internal/team"
	"throughline/internal/wiring/wiretest"
)

// planning is a lead above an SE and an SA, and what they do.
type planning struct {
	*wiretest.World
	t            *testing.T
	lead, se, sa string
}

func newPlanning(t *testing.T, w *wiretest.World) planning {
	se, sa := hire(t, w)
	lead := auth.Person{Email: "ruth@relayworks.example", Role: auth.Manager}
	w.Do("person.add", func(ctx context.Context, tx *journal.Tx) error { return auth.Add(ctx, tx, &lead) })
	w.Lead(lead.ID, se, sa)
	return planning{w, t, lead.ID, se, sa}
}

func doing[In, Out any](p planning, who, act string, do func(context.Context, *journal.Tx, In) (Out, error), in In) (out Out, err error) {
	p.t.Helper()
	_, err = p.As(who, "").Try(act, func(ctx context.Context, tx *journal.Tx) (err error) {
		out, err = do(ctx, tx, in)
		return err
	})
	return out, err
}

func (p planning) ask(in engagement.Ask) engagement.Request {
	p.t.Helper()
	in.Deal, in.Reason = p.Deal, "Peak load"
	q, err := doing(p, p.se, "engagement.request", engagement.RequestSA, in)
	if err != nil {
		p.t.Fatal(err)
	}
	return q
}

func (p planning) week(v team.View) team.Week {
	p.t.Helper()
	if v.Day == "" {
		v.Day = p.Today()
	}
	if v.Viewer == "" {
		v.Viewer = p.lead
	}
	w, err := team.Look(p.Ctx(), p.Reader(), v)
	if err != nil {
		p.t.Fatal(err)
	}
	return w
}

func says(t *testing.T, what string, err error, kind problem.Kind, words string) {
	t.Helper()
	text := ""
	if e := problem.As(err); e != nil {
		text = e.Error()
	}
	if problem.Of(err) != kind || !strings.Contains(text, words) {
		t.Errorf("%s: %v; want %v, %q", what, err, kind, words)
	}
}

func TestWhatIsFixedIsKeptAPlanStandsAndWhatChangedIsSaid(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		p := newPlanning(t, w)
		q := p.ask(engagement.Ask{Workstream: "sizing", Hours: 12})
		later := p.ask(engagement.Ask{Workstream: "integration", Hours: 4, From: w.Today().AddDays(30)})
		fix := func(in team.FixIn) error { _, err := doing(p, p.lead, "staffing.fix", team.FixChoice, in); return err }
		for what, x := range map[string]struct {
			in    team.FixIn
			kind  problem.Kind
			words string
		}{
			"no hours":            {team.FixIn{Person: p.se, Request: q.ID}, problem.Invalid, "1 or more"},
			"less than none":      {team.FixIn{Person: p.se, Request: q.ID, Hours: -3}, problem.Invalid, "1 or more"},
			"more than asked":     {team.FixIn{Person: p.se, Request: q.ID, Hours: 13}, problem.Invalid, "12 hours left to fix"},
			"of another week":     {team.FixIn{Person: p.se, Request: later.ID, Hours: 1}, problem.Missing, ""},
			"somebody not led":    {team.FixIn{Person: w.Who.Person, Request: q.ID, Hours: 1}, problem.Missing, ""},
			"a week that is over": {team.FixIn{Person: p.se, Request: q.ID, Hours: 1, Week: "2020-01-01"}, problem.Invalid, "week is over"},
			"no week":             {team.FixIn{Person: p.se, Request: q.ID, Hours: 1, Week: "soon"}, problem.Invalid, "Is a day like"},
		} {
			says(t, what, fix(x.in), x.kind, x.words)
		}
		if _, err := doing(p, p.sa, "staffing.fix", team.FixChoice, team.FixIn{Person: p.se, Request: q.ID, Hours: 1}); problem.Of(err) != problem.Missing {
			t.Errorf("whoever leads nobody fixes hours of another: %v", err)
		}
		if err := fix(team.FixIn{Person: p.se, Request: q.ID, Hours: 5}); err != nil {
			t.Fatal(err)
		}
		x := p.week(team.View{})
		if len(x.Plan.Assignments) != 2 || x.Plan.Assignments[0].Fixed+x.Plan.Assignments[1].Fixed != 5 || len(x.Plan.Moves) != 0 {
			t.Errorf("five hours fixed: %+v", x.Plan)
		}
		kept, err := doing(p, p.lead, "staffing.keep", team.KeepPlan, team.KeepIn{})
		if err != nil || len(kept.Stands) != 2 {
			t.Fatalf("%+v %v", kept, err)
		}
		says(t, "a stale plan", fix(team.FixIn{Revision: kept.Revision - 1, Person: p.se, Request: q.ID, Hours: 5}), problem.Stale, "")
		if _, err := doing(p, p.lead, "staffing.release", team.ReleaseChoice, team.ReleaseIn{Person: p.se, Request: q.ID}); err != nil {
			t.Fatal(err)
		}
		// the SA is cheaper by far, so the SE's five hours move, and that is said
		x = p.week(team.View{})
		if len(x.Plan.Assignments) != 1 || x.Plan.Assignments[0].Person != p.sa || len(x.Plan.Moves) != 2 || x.Plan.MoveCost != 25 {
			t.Errorf("released: %+v", x.Plan)
		}
		if y := p.week(team.View{Anew: true}); len(y.Plan.Moves) != 0 || y.Plan.Cost != x.Plan.Cost-25 {
			t.Errorf("anew: %+v", y.Plan)
		}
		if z := p.week(team.View{Viewer: p.sa}); !z.Kept.IsZero() || len(z.Plan.Moves) != 0 {
			t.Error("somebody else sees the planner's plan")
		}
		_, err = doing(p, p.lead, "staffing.release", team.ReleaseChoice, team.ReleaseIn{Person: p.se, Request: q.ID})
		says(t, "released twice", err, problem.Missing, "")
		w.Verify()
	})
}

func TestSomebodyWhoLeavesInTheMiddleOfAPlanFallsOutOfItWithTheReason(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		p := newPlanning(t, w)
		q, r := p.ask(engagement.Ask{Workstream: "sizing", Hours: 12}), p.ask(engagement.Ask{Workstream: "integration", Hours: 4})
		if _, err := doing(p, p.lead, "staffing.fix", team.FixChoice, team.FixIn{Person: p.sa, Request: q.ID, Hours: 12}); err != nil {
			t.Fatal(err)
		}
		if _, err := doing(p, p.lead, "staffing.keep", team.KeepPlan, team.KeepIn{}); err != nil {
			t.Fatal(err)
		}
		w.Do("person.edit", func(ctx context.Context, tx *journal.Tx) error {
			sa, err := journal.Load[auth.Person](ctx, tx, p.sa)
			if err != nil {
				return err
			}
			sa.Active = false
			return journal.Update(ctx, tx, &sa)
		})
		w.Do("engagement.decline", func(ctx context.Context, tx *journal.Tx) error {
			_, err := engagement.Decline(ctx, tx, engagement.Answer{ID: r.ID, Why: "Not this year"})
			return err
		})
		x := p.week(team.View{})
		why := map[string]string{}
		for _, f := range x.Fell {
			why[f.Why] = f.Key
		}
		if len(x.Fell) != 3 || why["they are not here any more"] != "NWF-R1" || why["the request is declined"] != "NWF-R2" || len(x.Plan.Assignments) != 1 || x.Plan.Assignments[0].Person != p.se {
			t.Errorf("%+v %+v", x.Fell, x.Plan.Assignments)
		}
		if kept, err := doing(p, p.lead, "staffing.keep", team.KeepPlan, team.KeepIn{}); err != nil || len(kept.Fixed) != 0 || len(kept.Stands) != 1 {
			t.Errorf("%+v %v", kept, err)
		}
		if x = p.week(team.View{}); len(x.Fell) != 0 {
			t.Errorf("kept, and yet %+v", x.Fell)
		}
		w.Verify()
	})
}

func TestLimitsAndSharedWishesBindThePlanAndWhatIsMissingIsNamed(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		p := newPlanning(t, w)
		q := p.ask(engagement.Ask{Workstream: "sizing", Hours: 12, Language: "de"})
		if q.Language != "German" {
			t.Errorf("a language is kept as %q", q.Language)
		}
		d, err := journal.Load[account.Opportunity](w.Ctx(), w.Reader(), w.Deal)
		if err != nil {
			t.Fatal(err)
		}
		limit := func(who string, b people.Bounds) {
			if _, err := doing(p, who, "limits.keep", people.KeepLimits, people.LimitsIn{Bounds: b}); err != nil {
				t.Fatal(err)
			}
		}
		limit(p.se, people.Bounds{Languages: []string{"German"}, KeepsOff: []people.Interest{{Account: d.Account}}})
		x := p.week(team.View{Why: q.ID})
		if len(x.Plan.Unstaffed) != 1 || len(x.Plan.Unstaffed[0].Missing) != 2 || len(x.Asked[0].Best) != 0 {
			t.Errorf("%+v", x.Plan)
		}
		if len(x.Reasons) != 2 || !strings.Contains(x.Reasons[0].Says+x.Reasons[1].Says, "conflict of interest") || !strings.Contains(x.Reasons[0].Says+x.Reasons[1].Says, "not known to speak German") {
			t.Errorf("%+v", x.Reasons)
		}
		_, err = doing(p, p.lead, "staffing.fix", team.FixChoice, team.FixIn{Person: p.se, Request: q.ID, Hours: 1})
		says(t, "against a conflict", err, problem.Refused, "conflict of interest")
		limit(p.se, people.Bounds{Languages: []string{"German"}, Leave: []people.Leave{{From: w.Today(), Until: w.Today().AddDays(60)}}})
		x = p.week(team.View{})
		if m := x.Members[0]; m.Hours != 0 || m.Weeks[0].Away != 5-weekday(w.Today()) && m.Weeks[1].Hours != 0 {
			t.Errorf("on leave: %+v", m)
		}
		limit(p.se, people.Bounds{Languages: []string{"German"}})
		for _, shared := range []bool{false, true} {
			if _, err := doing(p, p.se, "wish.keep", people.KeepWish, people.WishIn{Shared: shared, Liked: people.Liked{To: "sa2"}}); err != nil {
				t.Fatal(err)
			}
			for _, viewer := range []string{p.lead, p.se} {
				x = p.week(team.View{Viewer: viewer})
				if a := x.Plan.Assignments; len(a) != 1 || a[0].Person != p.se || a[0].Terms.Growth != map[bool]float64{true: -10}[shared] {
					t.Errorf("shared %v, to %s: %+v", shared, viewer, a)
				}
			}
		}
		w.Verify()
	})
}

func weekday(d clock.Date) int { return (int(d.Time().Weekday()) + 6) % 7 }

func TestLoadIsLaidOutByWeekAgainstTheTimescaleOfTheRole(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		p := newPlanning(t, w)
		past := p.ask(engagement.Ask{Workstream: "sizing", Hours: 6, Until: w.Today()})
		long := p.ask(engagement.Ask{Workstream: "integration", Hours: 10, From: w.Today(), Until: w.Today().AddDays(34)})
		w.Do("engagement.take", func(ctx context.Context, tx *journal.Tx) error {
			_, err := engagement.Take(ctx, tx, engagement.Answer{ID: long.ID, Person: p.se})
			return err
		})
		x := p.week(team.View{})
		for _, m := range x.Members {
			if len(m.Weeks) != 8 || m.Person == p.se && (m.Horizon != 2 || m.Weeks[0].Taken != 10 || m.Weeks[7].Taken != 0 || m.Room != 60 || m.Longest != 5 || m.Timescale != "hours to days" || !strings.Contains(m.Strays, "lasts 5 weeks")) ||
				m.Person == p.sa && (m.Horizon != 8 || m.Room != 320 || m.Strays != "" || m.Weeks[0].Planned != 6 || m.Weeks[1].Planned != 0) {
				t.Errorf("%+v", m)
			}
		}
		if y := p.week(team.View{Viewer: p.sa}); len(y.Members) != 1 || y.Members[0].Weeks[0].Planned != 0 {
			t.Errorf("a plan of one person alone is laid out: %+v", y.Members)
		}
		if y := p.week(team.View{Day: w.Today().AddDays(14)}); len(y.Asked) != 0 || len(y.Over) != 1 || y.Over[0].ID != past.ID {
			t.Errorf("two weeks on the request is over: %+v", y)
		}
		w.Verify()
	})
}
