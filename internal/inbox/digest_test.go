package inbox_test

import (
	"context"
	"io"
	"log/slog"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/emersion/go-smtp"

	"throughline/internal/auth"
	"throughline/internal/inbox"
	"throughline/internal/journal"
	"throughline/internal/mail"
	"throughline/internal/mail/mailtest"
	"throughline/internal/thread"
	"throughline/internal/wiring/wiretest"
)

func zone(t *testing.T, name string) *time.Location {
	t.Helper()
	loc, err := time.LoadLocation(name)
	if err != nil {
		t.Fatal(err)
	}
	return loc
}

func TestTheDailyLetterIsDueAtItsHourInEveryZoneAndSeason(t *testing.T) {
	for _, row := range []struct{ name, zone, at, now, day string }{
		{"before", "Europe/Berlin", "07:00", "2026-03-02T05:59:59Z", ""},
		{"on the hour, winter", "Europe/Berlin", "07:00", "2026-03-02T06:00:00Z", "2026-03-02"},
		{"on the hour, summer", "Europe/Berlin", "07:00", "2026-07-02T05:00:00Z", "2026-07-02"},
		{"summer, in winter's hour", "Europe/Berlin", "07:00", "2026-07-02T04:59:00Z", ""},
		{"the hour that is left out", "Europe/Berlin", "02:00", "2026-03-29T01:00:00Z", "2026-03-29"},
		{"just before it", "Europe/Berlin", "02:00", "2026-03-29T00:59:59Z", ""},
		{"the hour that comes twice, first", "Europe/Berlin", "02:00", "2026-10-25T00:00:00Z", "2026-10-25"},
		{"the hour that comes twice, again", "Europe/Berlin", "02:00", "2026-10-25T01:30:00Z", "2026-10-25"},
		{"midnight", "Asia/Kolkata", "00:00", "2026-03-01T18:30:00Z", "2026-03-02"},
		{"another day there", "Pacific/Auckland", "07:00", "2026-03-01T18:00:00Z", "2026-03-02"},
		{"a day without midnight", "America/Santiago", "00:00", "2026-09-06T04:00:00Z", "2026-09-06"},
		{"none", "Europe/Berlin", "", "2026-03-02T12:00:00Z", ""},
		{"rubbish", "Europe/Berlin", "soon", "2026-03-02T12:00:00Z", ""},
	} {
		now, err := time.Parse(time.RFC3339, row.now)
		if err != nil {
			t.Fatal(err)
		}
		day, due := inbox.DigestDue(now, row.at, zone(t, row.zone))
		if due != (row.day != "") || due && string(day) != row.day {
			t.Errorf("%s: %v %s", row.name, due, day)
		}
	}
}

// reader is somebody who wants the letter at 07:00 in Berlin and has a deal.
func reader(w *wiretest.World) (p auth.Person) {
	w.T.Helper()
	p = auth.Person{Email: "nils@ours.example", Name: "Nils Brandt", Role: auth.SE}
	w.Do("person.add", func(ctx context.Context, tx *journal.Tx) error { return auth.Add(ctx, tx, &p) })
	other := w.As(p.ID, "SE")
	other.Do("person.prefer", func(ctx context.Context, tx *journal.Tx) error {
		return auth.Prefer(ctx, tx, auth.Taste{Zone: "Europe/Berlin", DigestAt: "07:00"})
	})
	return p
}

func digest(w *wiretest.World, s *mailtest.Server) *inbox.Digest {
	w.House.Mail = &s.Out
	return &inbox.Digest{House: w.House, Base: "https://throughline.example", Log: slog.New(slog.NewTextHandler(io.Discard, nil))}
}

func sent(w *wiretest.World, d *inbox.Digest) int {
	w.T.Helper()
	n, err := d.Send(w.Ctx())
	if err != nil {
		w.T.Fatal(err)
	}
	return n
}

func TestTheDailyLetterComesOnceADayAndOnlyWithSomethingInIt(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		s := mailtest.New(t, mail.Plain)
		d, p := digest(w, s), reader(w)
		w.Clock.Set(time.Date(2026, 3, 3, 6, 30, 0, 0, time.UTC))
		if n := sent(w, d); n != 0 || len(s.All()) != 0 {
			t.Errorf("%d letters with nothing to say", n)
		}
		w.Do("question.ask", func(ctx context.Context, tx *journal.Tx) error {
			return thread.Ask(ctx, tx, &thread.Question{Row: journal.Row{Deal: w.Deal}, Words: "Which gateway since 2026-02-20?", AskedOf: p.ID})
		})
		if n := sent(w, d); n != 0 {
			t.Error("the day was done, and a letter came")
		}
		w.Clock.Set(time.Date(2026, 3, 4, 5, 59, 0, 0, time.UTC))
		if n := sent(w, d); n != 0 {
			t.Error("came before its hour")
		}
		w.Clock.Set(time.Date(2026, 3, 4, 6, 1, 0, 0, time.UTC))
		var all sync.WaitGroup
		for range 4 {
			all.Go(func() { _, _ = d.Send(w.Ctx()) })
		}
		all.Wait()
		if len(s.All()) != 1 {
			t.Fatalf("%d letters on one morning", len(s.All()))
		}
		got := s.Last()
		subject, _ := got.Header.Subject()
		if got.To != "nils@ours.example" || subject != "1 thing waits for you" || got.Header.Get("Auto-Submitted") == "" {
			t.Errorf("%s %q", got.To, subject)
		}
		for _, words := range []string{"Hello Nils Brandt", "WHAT WAITS FOR YOU", "Northwind Freight: Which gateway since 20 Feb 2026?", "https://throughline.example/deals/NWF/questions/", "This letter comes at 07:00"} {
			if !strings.Contains(got.Text, words) {
				t.Errorf("no %q in %s", words, got.Text)
			}
		}
		w.Verify()
	})
}

func TestADailyLetterThatFailsIsTriedAgainAFewTimes(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		s := mailtest.New(t, mail.Plain)
		d, p := digest(w, s), reader(w)
		w.Do("question.ask", func(ctx context.Context, tx *journal.Tx) error {
			return thread.Ask(ctx, tx, &thread.Question{Row: journal.Row{Deal: w.Deal}, Words: "Which gateway?", AskedOf: p.ID})
		})
		tries := 0
		s.Refuse(func(string) error {
			tries++
			return &smtp.SMTPError{Code: 451, Message: "come again"}
		})
		w.Clock.Set(time.Date(2026, 3, 4, 6, 0, 0, 0, time.UTC))
		for range 60 {
			sent(w, d)
			w.Clock.Add(5 * time.Minute)
		}
		if tries != 5 {
			t.Errorf("tried %d times in five hours", tries)
		}
		s.Refuse(nil)
		w.Clock.Set(time.Date(2026, 3, 5, 6, 0, 0, 0, time.UTC))
		if n := sent(w, d); n != 1 {
			t.Errorf("%d letters the next day", n)
		}
		w.Verify()
	})
}
