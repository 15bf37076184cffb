package compete_test

import (
	"context"
	"strings"
	"testing"

	"throughline/internal/account"
	"throughline/internal/compete"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/thread"
	"throughline/internal/wiring/wiretest"
)

func do[In, Out any](w *wiretest.World, act string, f func(context.Context, *journal.Tx, In) (Out, error), in In) (out Out) {
	w.T.Helper()
	w.Do(act, func(ctx context.Context, tx *journal.Tx) (err error) {
		out, err = f(ctx, tx, in)
		return err
	})
	return out
}

func fails[In, Out any](w *wiretest.World, what string, kind problem.Kind, f func(context.Context, *journal.Tx, In) (Out, error), in In) {
	w.T.Helper()
	_, err := w.Try("compete.try", func(ctx context.Context, tx *journal.Tx) error {
		_, err := f(ctx, tx, in)
		return err
	})
	if problem.Of(err) != kind {
		w.T.Errorf("%s: %v, want %s", what, err, kind)
	}
}

func met(w *wiretest.World, name string) compete.Rival {
	return do(w, "compete.meet", compete.Meet, compete.Meeting{Deal: w.Deal, Name: name, KnownFrom: "Discovery call"})
}

func phase(w *wiretest.World, p account.Phase) {
	w.Do("deal.edit", func(ctx context.Context, tx *journal.Tx) error {
		d, err := account.Deal(ctx, tx, w.Deal)
		if err != nil {
			return err
		}
		d.Phase, d.Amount = p, account.Money{Known: true, Minor: 48600000, Currency: "USD"}
		return journal.Update(ctx, tx, &d)
	})
}

func TestOneCompetitorHasManyNamesAndStandsOnceOnADeal(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		v := met(w, "Service Now Inc.")
		fails(w, "the same in another writing", problem.Invalid, compete.Meet, compete.Meeting{Deal: w.Deal, Name: "servicenow", KnownFrom: "x"})
		c := do(w, "compete.competitor", compete.EditCompetitor, compete.CompetitorEdit{ID: v.Competitor, Revision: 1, Name: "ServiceNow", Also: []string{"SNOW"}, About: "Sells from the top"})
		fails(w, "its other name", problem.Invalid, compete.Meet, compete.Meeting{Deal: w.Deal, Name: "S.N.O.W.", KnownFrom: "x"})
		other := met(w, "Doing nothing")
		if other.Competitor == v.Competitor {
			t.Error("two are one")
		}
		fails(w, "the name of another", problem.Invalid, compete.EditCompetitor, compete.CompetitorEdit{ID: other.Competitor, Name: "Snow"})
		fails(w, "an edit of what changed meanwhile", problem.Stale, compete.EditCompetitor, compete.CompetitorEdit{ID: c.ID, Revision: 1, Name: "S"})
		if all, err := compete.Competitors(w.Ctx(), w.Reader()); err != nil || len(all) != 2 || all[1].Name != "ServiceNow" {
			t.Errorf("%+v %v", all, err)
		}
		w.Verify()
	})
}

func TestAClaimHasASourceAndADayAndGrowsOld(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		v := met(w, "Kestrel")
		today := w.Today()
		c := do(w, "compete.claim", compete.Say, compete.NewClaim{Deal: w.Deal, Rival: v.ID, Side: "weak", Statement: "Reads the AS/400 once in 15 minutes", Source: "own test", Place: "Test of March", SeenOn: today.AddDays(-compete.FreshDays)})
		if c.Old(today) || !c.Old(today.AddDays(1)) {
			t.Errorf("seen on %s: old %t today, %t tomorrow", c.SeenOn, c.Old(today), c.Old(today.AddDays(1)))
		}
		say := func(change func(*compete.NewClaim)) compete.NewClaim {
			in := compete.NewClaim{Deal: w.Deal, Rival: v.ID, Side: "weak", Statement: "x", Source: "public page", Place: "https://kestrel.example"}
			change(&in)
			return in
		}
		for what, in := range map[string]compete.NewClaim{
			"no side":              say(func(c *compete.NewClaim) { c.Side = "odd" }),
			"nothing said":         say(func(c *compete.NewClaim) { c.Statement = " " }),
			"no source":            say(func(c *compete.NewClaim) { c.Source = "" }),
			"nothing to look up":   say(func(c *compete.NewClaim) { c.Place = "" }),
			"words of nobody":      say(func(c *compete.NewClaim) { c.Quote = "slow" }),
			"seen tomorrow":        say(func(c *compete.NewClaim) { c.SeenOn = today.AddDays(1) }),
			"a day that is no day": say(func(c *compete.NewClaim) { c.SeenOn = "2026-02-31" }),
			"six hundred letters":  say(func(c *compete.NewClaim) { c.Statement = strings.Repeat("x", 600) }),
		} {
			fails(w, what, problem.Invalid, compete.Say, in)
		}
		fails(w, "a requirement that is not there", problem.Missing, compete.Say, say(func(c *compete.NewClaim) { c.Requirement = "none" }))
		fails(w, "a rival of another deal", problem.Missing, compete.Say, say(func(c *compete.NewClaim) { c.Deal = "other" }))
		do(w, "compete.claim", compete.Say, say(func(c *compete.NewClaim) { c.Source, c.Place = "hearsay", "" }))
		do(w, "compete.withdraw-claim", compete.WithdrawClaim, compete.Retraction{ID: c.ID, Why: "Their 5.2 reads each minute"})
		if _, claims, err := compete.Against(w.Ctx(), w.Reader(), v.Competitor); err != nil || len(claims) != 1 {
			t.Errorf("a withdrawn claim still stands against them: %+v %v", claims, err)
		}
		w.Verify()
	})
}

func TestWordsOfPeopleOutsideGoWhenTheyAreErased(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		r := do(w, "requirement.add", thread.Add, thread.NewRequirement{Deal: w.Deal, Statement: "Within five seconds", Kind: thread.Functional, Priority: thread.Must})
		v := do(w, "compete.meet", compete.Meet, compete.Meeting{Deal: w.Deal, Name: "Kestrel", KnownFrom: "Call", Contact: w.Dana, Words: "They said yes before I had finished"})
		do(w, "compete.claim", compete.Say, compete.NewClaim{Deal: w.Deal, Rival: v.ID, Requirement: r.ID, Side: "strong", Statement: "Says yes fast", Source: "customer said", Contact: w.Dana, Quote: "Their people know trucks"})
		w.Do("contact.erase", func(ctx context.Context, tx *journal.Tx) error { return account.Erase(ctx, tx, w.Dana) })
		rivals, err := compete.Rivals(w.Ctx(), w.Reader(), w.Deal)
		claims, err2 := compete.Claims(w.Ctx(), w.Reader(), w.Deal)
		if err != nil || err2 != nil || !rivals[0].Words.Gone() || !claims[0].Quote.Gone() || claims[0].Statement != "Says yes fast" {
			t.Errorf("%+v %+v %v %v", rivals, claims, err, err2)
		}
		w.Verify()
	})
}

func TestTheRecordAgainstACompetitorCountsWhatEnded(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		v, left := met(w, "Kestrel"), met(w, "Osprey")
		fails(w, "won against on an open deal", problem.Refused, compete.End, compete.Ending{ID: v.ID, Outcome: compete.Won, Why: "x"})
		fails(w, "without a reason", problem.Invalid, compete.End, compete.Ending{ID: v.ID, Outcome: compete.Left})
		do(w, "compete.end", compete.End, compete.Ending{ID: left.ID, Outcome: compete.Left, Why: "No one in the country"})
		phase(w, account.Lost)
		fails(w, "won against on a lost deal", problem.Refused, compete.End, compete.Ending{ID: v.ID, Outcome: compete.Won, Why: "x"})
		do(w, "compete.end", compete.End, compete.Ending{ID: v.ID, Outcome: compete.Lost, Why: "Ready made connector"})
		r, _, err := compete.Against(w.Ctx(), w.Reader(), v.Competitor)
		if err != nil || r.Lost != 1 || len(r.Gone) != 1 || r.Gone[0].Minor != 48600000 || r.Met[0].Why != "Ready made connector" {
			t.Errorf("%+v %v", r, err)
		}
		if _, ok := r.Rate(); ok {
			t.Error("one deal gives a rate")
		}
		all, err := compete.Records(w.Ctx(), w.Reader())
		if err != nil || len(all) != 2 || all[0].Left+all[1].Left != 1 {
			t.Errorf("%+v %v", all, err)
		}
		do(w, "compete.end", compete.End, compete.Ending{ID: v.ID})
		if r, _, _ := compete.Against(w.Ctx(), w.Reader(), v.Competitor); r.Lost != 0 || r.Running != 1 || r.Met[0].Why != "" {
			t.Errorf("taken back: %+v", r)
		}
		w.Verify()
	})
}

func TestARateIsRoundedAndTakesFive(t *testing.T) {
	for want, r := range map[int]compete.Record{-1: {Won: 4}, 67: {Won: 4, Lost: 2}, 50: {Won: 3, Lost: 3}, 100: {Won: 5}, 13: {Won: 1, Lost: 7}} {
		got, ok := r.Rate()
		if !ok {
			got = -1
		}
		if got != want {
			t.Errorf("%d won, %d lost: %d %%, want %d", r.Won, r.Lost, got, want)
		}
	}
}
