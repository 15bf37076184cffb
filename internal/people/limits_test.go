package people_test

import (
	"context"
	"strings"
	"testing"

	"throughline/internal/account"
	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/people"
	"throughline/internal/problem"
	"throughline/internal/wiring/wiretest"
)

func day(text string) clock.Date { return clock.Date(text) }

// accountOf is the account of the world's deal.
func accountOf(t *testing.T, w *wiretest.World) string {
	t.Helper()
	d, err := journal.Load[account.Opportunity](w.Ctx(), w.Reader(), w.Deal)
	must(t, err)
	return d.Account
}

func TestLimitsAreReadByOneselfAndOnesLeadsAndCheckedWhenWritten(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		c, buyer := crewOf(t, w), accountOf(t, w)
		leave := func(days ...string) people.Bounds {
			var b people.Bounds
			for i := 0; i < len(days); i += 2 {
				b.Leave = append(b.Leave, people.Leave{From: day(days[i]), Until: day(days[i+1])})
			}
			return b
		}
		for what, x := range map[string]struct {
			in    people.Bounds
			words string
		}{
			"a language of nobody": {people.Bounds{Languages: []string{"Klingon"}}, `"Klingon" is no language`},
			"a language twice":     {people.Bounds{Languages: []string{"German", "de"}}, "German is there twice"},
			"a long word":          {people.Bounds{Languages: []string{strings.Repeat("x", 1e5)}}, "is no language"},
			"no such account":      {people.Bounds{KeepsOff: []people.Interest{{Account: "nowhere"}}}, "Is no account of yours"},
			"an account twice":     {people.Bounds{KeepsOff: []people.Interest{{Account: buyer}, {Account: buyer}}}, "there twice"},
			"a leave backwards":    {leave("2026-03-09", "2026-03-01"), "ends before it begins"},
			"no day":               {leave("2026-03-09", ""), "Is a day like"},
			"an overlap":           {leave("2026-03-01", "2026-03-09", "2026-03-09", "2026-03-12"), "overlaps the leave from 2026-03-01"},
			"for ever":             {leave("2026-03-01", "2029-03-09"), "a year at the most"},
		} {
			faulted(t, what, act(c, c.se, "limits.keep", people.KeepLimits, people.LimitsIn{Bounds: x.in}), problem.Invalid, x.words)
		}
		in := leave("2026-03-04", "2026-03-09")
		in.Languages, in.KeepsOff = []string{"deutsch", "fr"}, []people.Interest{{Account: buyer, Why: "Worked there until last year"}}
		must(t, act(c, c.se, "limits.keep", people.KeepLimits, people.LimitsIn{Bounds: in}))
		faulted(t, "a stale one", act(c, c.se, "limits.keep", people.KeepLimits, people.LimitsIn{Revision: 7}), problem.Stale, "")
		for who, want := range map[string]bool{c.se: true, c.lead: true, c.head: true, c.office: false, c.admin: false, c.peer: false, "": false} {
			seen, err := people.LimitsOf(w.Ctx(), w.Reader(), who, c.se)
			must(t, err)
			if got := seen.ID != ""; got != want || want && (seen.Languages[0] != "German" || seen.KeepsOff[0].Why == "") {
				t.Errorf("%s sees %+v", who, seen)
			}
		}
		seen, err := people.LimitsOf(w.Ctx(), w.Reader(), c.se, c.se)
		must(t, err)
		for monday, days := range map[string]int{"2026-03-02": 3, "2026-03-09": 1, "2026-03-16": 0} {
			if n := seen.AwayOn(day(monday)); n != days {
				t.Errorf("%d days away in the week of %s, want %d", n, monday, days)
			}
		}
		into := account.Account{Name: "Northwind Group"}
		w.Do("account.add", func(ctx context.Context, tx *journal.Tx) error { return account.AddAccount(ctx, tx, &into) })
		w.Do("account.merge", func(ctx context.Context, tx *journal.Tx) error {
			return account.MergeAccounts(ctx, tx, account.Merge{Into: into.ID, From: buyer})
		})
		if seen, err = people.LimitsOf(w.Ctx(), w.Reader(), c.se, c.se); err != nil || len(seen.KeepsOff) != 1 || seen.KeepsOff[0].Account != into.ID {
			t.Errorf("after a merge: %+v %v", seen, err)
		}
		w.Verify()
	})
}
