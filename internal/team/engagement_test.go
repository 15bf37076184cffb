package team_test

import (
	"context"
	"errors"
	"slices"
	"testing"

	"throughline/internal/account"
	"throughline/internal/auth"
	"throughline/internal/engagement"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/team"
	"throughline/internal/wiring/wiretest"
)

// hire adds two people, so that both roles are held.
func hire(t *testing.T, w *wiretest.World) (se, sa string) {
	ids := map[auth.Role]string{}
	for _, role := range []auth.Role{auth.SE, auth.SA} {
		w.Do("person.add", func(ctx context.Context, tx *journal.Tx) error {
			p := auth.Person{Email: string(role) + "@relayworks.example", Role: role}
			err := auth.Add(ctx, tx, &p)
			ids[role] = p.ID
			return err
		})
	}
	return ids[auth.SE], ids[auth.SA]
}

// state says facts of the world's deal, each in an act of its own.
func state(t *testing.T, w *wiretest.World, facts ...string) {
	for i := 0; i < len(facts); i += 2 {
		w.Do("engagement.fact", func(ctx context.Context, tx *journal.Tx) error {
			_, err := engagement.SetFact(ctx, tx, engagement.FactIn{Deal: w.Deal, Name: facts[i], Value: facts[i+1], Source: "discovery call"})
			return err
		})
	}
}

func try(w *wiretest.World, act string, do func(context.Context, *journal.Tx) error) error {
	_, err := w.Try(act, do)
	return err
}

func judge(t *testing.T, w *wiretest.World) engagement.Standing {
	s, err := team.Rules().Judge(w.Ctx(), w.Reader(), w.Deal)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestFactsOfADealDecideWhoIsOnItAndAskForWhatIsMissing(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		hire(t, w)
		if s := judge(t, w); s.Decision.Mode != "undecided" || s.InForce() != "se_only" || !slices.Contains(s.Decision.Ask, "months") {
			t.Errorf("of a deal of which nothing is known: %+v", s.Decision)
		}
		state(t, w, "months", "13 weeks", "integrations", "2", "configuration", "standard", "depth", "no")
		s := judge(t, w)
		if s.Decision.Mode != "sa_from_discovery" || s.Decision.Rules[0] != "E3" || len(s.Decision.Ask) != 0 {
			t.Errorf("four facts give %+v", s.Decision)
		}
		if f := s.Facts["months"]; f.Value != "13 weeks" || f.Source != "discovery call" || f.By != w.Who.Person || f.On != w.Today() {
			t.Errorf("the fact is kept as %+v", f)
		}
		state(t, w, "integrations", "unknown")
		if s := judge(t, w); s.Decision.Mode != "undecided" || !slices.Equal(s.Decision.Ask, []string{"integrations"}) {
			t.Errorf("with one fact taken back: %+v", s.Decision)
		}
		w.Verify()
	})
}

func TestAChosenModeNeedsAReasonAndStandsBesideTheRules(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		hire(t, w)
		choose := func(mode, why string) error {
			return try(w, "engagement.choose", func(ctx context.Context, tx *journal.Tx) error {
				_, err := team.Rules().Choose(ctx, tx, engagement.Choice{Deal: w.Deal, Mode: mode, Why: why})
				return err
			})
		}
		for _, bad := range [][2]string{{"se_sa_late", ""}, {"everybody", "because"}} {
			if err := choose(bad[0], bad[1]); problem.Of(err) != problem.Invalid {
				t.Errorf("%q for %q: %v", bad[0], bad[1], err)
			}
		}
		state(t, w, "months", "1", "integrations", "0", "configuration", "self-serve", "depth", "no")
		if err := choose("se_sa_late", "Their auditors ask for an architect."); err != nil {
			t.Fatal(err)
		}
		if s := judge(t, w); s.InForce() != "se_sa_late" || !s.Differs() || s.Decision.Mode != "se_only" {
			t.Errorf("chosen against the rules: %+v", s)
		}
		if err := choose("", ""); err != nil {
			t.Fatal(err)
		}
		if s := judge(t, w); s.InForce() != "se_only" || s.Why != "" {
			t.Errorf("back at the rules: %+v", s.Engagement)
		}
		w.Verify()
	})
}

func TestARequestIsAskedTakenAndEnded(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		_, sa := hire(t, w)
		w.Do("deal.edit", func(ctx context.Context, tx *journal.Tx) error {
			d, err := account.Deal(ctx, tx, w.Deal)
			d.SA = ""
			return errors.Join(err, journal.Update(ctx, tx, &d))
		})
		ask := func(in engagement.Ask) (r engagement.Request, err error) {
			in.Deal = w.Deal
			err = try(w, "engagement.request", func(ctx context.Context, tx *journal.Tx) (e error) {
				r, e = engagement.RequestSA(ctx, tx, in)
				return e
			})
			return r, err
		}
		for name, bad := range map[string]engagement.Ask{
			"no workstream":       {Reason: "They ask for an architect."},
			"no reason":           {Workstream: "sizing"},
			"hours of no week":    {Workstream: "sizing", Reason: "x", Hours: 169},
			"ends before it does": {Workstream: "sizing", Reason: "x", From: "2027-02-01", Until: "2027-01-01"},
			"past":                {Workstream: "sizing", Reason: "x", Until: "2020-01-01"},
		} {
			if _, err := ask(bad); problem.Of(err) != problem.Invalid {
				t.Errorf("%s: %v", name, err)
			}
		}
		if _, err := ask(engagement.Ask{Workstream: "sizing", Reason: "x", Requirement: "of-another-deal"}); problem.Of(err) != problem.Missing {
			t.Errorf("a requirement that is not there: %v", err)
		}
		r, err := ask(engagement.Ask{Workstream: "security assessment", Reason: "Their review goes beyond what I know of the network.", Hours: 8})
		if err != nil || r.Key() != "R1" {
			t.Fatal(r, err)
		}
		answer := func(act func(context.Context, *journal.Tx, engagement.Answer) (engagement.Request, error), in engagement.Answer) error {
			in.ID = r.ID
			return try(w, "engagement.take", func(ctx context.Context, tx *journal.Tx) error {
				_, err := act(ctx, tx, in)
				return err
			})
		}
		if err := answer(engagement.Take, engagement.Answer{Person: sa, Revision: r.Revision + 7}); problem.Of(err) != problem.Stale {
			t.Errorf("a stale answer: %v", err)
		}
		if err := answer(engagement.Finish, engagement.Answer{Why: "done"}); problem.Of(err) != problem.Refused {
			t.Errorf("ended before anybody took it: %v", err)
		}
		if err := answer(engagement.Take, engagement.Answer{Person: sa}); err != nil {
			t.Fatal(err)
		}
		if d, err := journal.Load[account.Opportunity](w.Ctx(), w.Reader(), w.Deal); err != nil || d.SA != sa {
			t.Errorf("the deal has no SA after it: %+v, %v", d, err)
		}
		if err := answer(engagement.Decline, engagement.Answer{Why: "no"}); problem.Of(err) != problem.Refused {
			t.Errorf("declined after it was taken: %v", err)
		}
		if err := answer(engagement.Finish, engagement.Answer{Why: "The review passed."}); err != nil {
			t.Fatal(err)
		}
		w.Verify()
	})
}

func TestOwnRulesAreCheckedBeforeTheyDecide(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		set := func(policy, rules string) error {
			return try(w, "engagement.company", func(ctx context.Context, tx *journal.Tx) error {
				_, err := engagement.SetCompany(ctx, tx, engagement.CompanyIn{Policy: policy, Table: rules})
				return err
			})
		}
		for name, rules := range map[string]string{"no table": "{", "a hole": `{"unknown":"se_only","modes":[{"id":"se_only","says":"An SE only."}],"rules":[{"id":"X1","says":"Long.","mode":"se_only","source":"ours","when":[{"months":">= 3"}]}]}`} {
			if err := set("split", rules); problem.Of(err) != problem.Invalid {
				t.Errorf("%s: %v", name, err)
			}
		}
		if err := set("combined", ""); err != nil {
			t.Fatal(err)
		}
		if s := judge(t, w); s.Decision.Mode != "combined" {
			t.Errorf("in a company of the combined role: %+v", s.Decision)
		}
		w.Verify()
	})
}
