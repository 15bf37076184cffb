package inbox_test

import (
	"context"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"throughline/internal/account"
	"throughline/internal/auth"
	"throughline/internal/clock"
	"throughline/internal/inbox"
	"throughline/internal/journal"
	"throughline/internal/thread"
	"throughline/internal/web/roomtest"
	"throughline/internal/wiring/wiretest"
)

func holds(t *testing.T, body string, words ...string) {
	t.Helper()
	for _, w := range words {
		if !strings.Contains(body, w) {
			t.Errorf("the page does not say %q", w)
		}
	}
}

func lacks(t *testing.T, body string, words ...string) {
	t.Helper()
	for _, w := range words {
		if strings.Contains(body, w) {
			t.Errorf("the page says %q", w)
		}
	}
}

func TestAFirstDaySaysHowToBegin(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		h := roomtest.New(t, w)
		status, body := h.Enter(t, auth.Viewer).Get("/inbox")
		if status != 200 {
			t.Fatal(status)
		}
		holds(t, body, "This is your first look.", "Look at the deals of the team", "Start with one thing a customer needs")
		lacks(t, body, "Breaks for you to mend", "Import from the CRM") // which a viewer may not
		_, body = h.Enter(t, auth.Manager).Get("/inbox")
		holds(t, body, "Import from the CRM", "Write a deal by hand")
	})
}

func TestBreaksStandWithWhoMendsThem(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		h := roomtest.New(t, w)
		w.Do("requirement.add", func(ctx context.Context, tx *journal.Tx) error {
			r, err := thread.Add(ctx, tx, thread.NewRequirement{Deal: w.Deal, Statement: "Replay a day of events", Kind: thread.Functional, Priority: thread.Must})
			if err != nil {
				return err
			}
			return thread.SetDate(ctx, tx, r.ID, 0, thread.Shown, "2026-02-20")
		})
		status, body := h.Enter(t, auth.SE).Get("/inbox")
		if status != 200 {
			t.Fatal(status)
		}
		holds(t, body, "NWF-1: not shown", "It was due on 20 Feb", "since 20 Feb", `/deals/NWF?at=NWF-1.shown`, "1 break")
		_, body = h.Enter(t, auth.SA).Get("/inbox")
		lacks(t, body, "NWF-1: not shown")
		holds(t, body, "No break is yours to mend today.", "1 break")
		w.Do("deal.archive", func(ctx context.Context, tx *journal.Tx) error {
			_, err := account.ArchiveDeal(ctx, tx, account.Archive{Deal: w.Deal, Archived: true})
			return err
		})
		_, body = h.Enter(t, auth.SE).Get("/inbox")
		lacks(t, body, "NWF-1: not shown")
		w.Verify()
	})
}

func TestABreakComesWithTimeAlone(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		h := roomtest.New(t, w)
		w.Clock.T = w.Clock.T.AddDate(0, 8, 0) // past the close date
		_, body := h.Enter(t, auth.AE).Get("/inbox")
		holds(t, body, "The deal should have closed on 30 Sep", "since 30 Sep")
		_, body = h.Enter(t, auth.SE).Get("/inbox")
		lacks(t, body, "The deal should have closed on 30 Sep")
	})
}

var seq = regexp.MustCompile(`name="seq" value="(\d+)"`)

func TestWhatOthersChangedStandsUntilItIsSeen(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		h := roomtest.New(t, w)
		se := h.Enter(t, auth.SE)
		_, body := se.Get("/inbox")
		holds(t, body, "This is your first look.")
		h.By(auth.SA).Do("requirement.add", func(ctx context.Context, tx *journal.Tx) error {
			_, err := thread.Add(ctx, tx, thread.NewRequirement{Deal: w.Deal, Statement: "Replay a day of events", Kind: thread.Functional, Priority: thread.Must})
			return err
		})
		h.By(auth.SE).Do("requirement.add", func(ctx context.Context, tx *journal.Tx) error {
			_, err := thread.Add(ctx, tx, thread.NewRequirement{Deal: w.Deal, Statement: "Keep it", Kind: thread.Functional, Priority: thread.Must})
			return err
		})
		_, body = se.Get("/inbox")
		holds(t, body, "Jonas Weber recorded a requirement", "Mark as seen", "You last looked today at")
		lacks(t, body, "Mara Lindqvist recorded")
		found := seq.FindStringSubmatch(body)
		if found == nil {
			t.Fatal("the page does not say how far it goes")
		}
		h.By(auth.SA).Do("question.ask", func(ctx context.Context, tx *journal.Tx) error {
			return thread.Ask(ctx, tx, &thread.Question{Row: journal.Row{Deal: w.Deal}, Words: "How many depots?", AskedOf: h.People[auth.SE].ID})
		})
		if status, _, to := se.Post("/inbox/seen", url.Values{"seq": {found[1]}}); status != 303 || to != "/inbox" {
			t.Fatal(status, to)
		}
		_, body = se.Get("/inbox")
		lacks(t, body, "Jonas Weber recorded a requirement")
		holds(t, body, "Jonas Weber asked a question", "How many depots?", ">Answer · Northwind Freight<")
		if status, _, _ := se.Post("/inbox/seen", url.Values{"seq": {"x"}}); status != 422 {
			t.Errorf("a place that is none gave %d", status)
		}
	})
}

func TestAnInboxOfManyDealsReadsNoThread(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		h := roomtest.New(t, w)
		var a account.Account
		w.Do("import.crm", func(ctx context.Context, tx *journal.Tx) error {
			a = account.Account{Name: "Calder"}
			if err := account.AddAccount(ctx, tx, &a); err != nil {
				return err
			}
			for range 200 {
				o := account.Opportunity{Account: a.ID, Name: "Depots", CloseOn: "2026-01-02", AE: h.People[auth.AE].ID}
				if err := account.AddOpportunity(ctx, tx, &o, a.Name); err != nil {
					return err
				}
			}
			return nil
		})
		in, err := inbox.Of(w.Ctx(), w.House, w.Reader(), h.People[auth.AE].ID, clock.Date("2026-03-02"))
		if err != nil || in.BreakSum != 200 || len(in.Breaks) != 12 || in.Mine != 201 || len(in.Deals) != 8 {
			t.Errorf("%d breaks, %d shown, %d deals, %d shown, %v", in.BreakSum, len(in.Breaks), in.Mine, len(in.Deals), err)
		}
	})
}
