package inbox_test

import (
	"context"
	"strings"
	"testing"

	"throughline/internal/account"
	"throughline/internal/auth"
	"throughline/internal/inbox"
	"throughline/internal/journal"
	"throughline/internal/thread"
	"throughline/internal/wiring/wiretest"
)

// team writes who is on the deal.
func team(w *wiretest.World, ae, se, sa string) {
	w.Do("deal.edit", func(ctx context.Context, tx *journal.Tx) error {
		d, err := account.Deal(ctx, tx, w.Deal)
		if err != nil {
			return err
		}
		d.AE, d.SE, d.SA = ae, se, sa
		return journal.Update(ctx, tx, &d)
	})
}

// late adds a requirement that should have been shown and was not: an SE's to mend.
func late(w *wiretest.World) (requirement string) {
	w.Do("requirement.add", func(ctx context.Context, tx *journal.Tx) error {
		r, err := thread.Add(ctx, tx, thread.NewRequirement{Deal: w.Deal, Statement: "Replay a day of events", Kind: thread.Functional, Priority: thread.Must})
		if err != nil {
			return err
		}
		requirement = r.ID
		return thread.SetDate(ctx, tx, r.ID, 0, thread.Shown, "2026-02-20")
	})
	return requirement
}

// lines are what waits for a person, one a line.
func lines(t *testing.T, w *wiretest.World, person string) string {
	t.Helper()
	in, err := inbox.Of(w.Ctx(), w.House, w.Reader(), person, w.Today())
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, l := range in.Waiting {
		out = append(out, l.Verb+": "+l.What+" "+l.Path)
	}
	return strings.Join(out, "\n")
}

func TestABreakOfNobodyReachesWhoCanNameSomebody(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		manager, seller := auth.Person{Email: "piet@ours.example", Role: auth.Manager}, auth.Person{Email: "nils@ours.example", Role: auth.SE}
		for _, p := range []*auth.Person{&manager, &seller} {
			w.Do("person.add", func(ctx context.Context, tx *journal.Tx) error { return auth.Add(ctx, tx, p) })
		}
		late(w)
		late(w)
		asks := "Name an SE: 2 breaks wait for an SE, and the deal names none. edit"
		for _, row := range []struct{ says, ae, se, sa, asked string }{
			{"its account executive", "cole", "", "jonas", "cole"},
			{"without one its SA", "", "", "jonas", "jonas"},
			{"without anybody a manager", "", "", "", manager.ID},
			{"and nobody when there is an SE", "cole", "mara", "", ""},
		} {
			team(w, row.ae, row.se, row.sa)
			for _, who := range []string{"cole", "mara", "jonas", manager.ID, seller.ID} {
				want := ""
				if who == row.asked {
					want = asks
				}
				if got := lines(t, w, who); got != want {
					t.Errorf("%s: %s is asked %q, want %q", row.says, who, got, want)
				}
			}
		}
		w.Verify()
	})
}

func TestAnArchivedDealAsksForNobody(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		late(w)
		team(w, "cole", "", "")
		w.Do("deal.archive", func(ctx context.Context, tx *journal.Tx) error {
			_, err := account.ArchiveDeal(ctx, tx, account.Archive{Deal: w.Deal, Archived: true})
			return err
		})
		if got := lines(t, w, "cole"); got != "" {
			t.Errorf("asked %q", got)
		}
	})
}
