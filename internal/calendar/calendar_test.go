package calendar_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"throughline/internal/auth"
	"throughline/internal/calendar"
	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/web/roomtest"
	"throughline/internal/wiring/wiretest"
)

// unfold undoes the folding of lines as a reader does (RFC 5545, 3.1).
func unfold(b []byte) []string {
	return strings.Split(strings.TrimSuffix(strings.ReplaceAll(string(b), "\r\n ", ""), "\r\n"), "\r\n")
}

func TestAFeedKeepsToItsFormWhateverTheNames(t *testing.T) {
	for name, words := range map[string]string{
		"a new line in a name":     "Demo\r\nEND:VEVENT\r\nBEGIN:VEVENT\nATTACH:http://evil.example",
		"signs of the format":      `a;b,c\d:e "f"`,
		"long letters of no ASCII": strings.Repeat("Größe字😀", 60),
		"control":                  "a\x00b\x1b\u2028c\xff",
		"nothing":                  "",
	} {
		t.Run(name, func(t *testing.T) {
			b := calendar.ICal(words, "Europe/Berlin", "https://house.example", []calendar.Event{{UID: "1", Summary: words, About: words, Path: "/deals/NWF", On: "2026-02-28"}})
			for _, l := range strings.Split(string(b), "\r\n") {
				if len(l) > 75 || strings.ContainsAny(l, "\n\x00\x1b") {
					t.Errorf("a line of %d bytes: %q", len(l), l)
				}
			}
			var starts []string
			for _, l := range unfold(b) {
				key, _, is := strings.Cut(l, ":")
				if !is {
					t.Errorf("%q is no property", l)
				}
				starts = append(starts, key)
			}
			if got := strings.Join(starts, " "); got != "BEGIN VERSION PRODID CALSCALE METHOD X-WR-CALNAME X-WR-TIMEZONE REFRESH-INTERVAL;VALUE=DURATION BEGIN UID SEQUENCE DTSTAMP DTSTART;VALUE=DATE DTEND;VALUE=DATE TRANSP SUMMARY DESCRIPTION URL END END" && words != "" {
				t.Errorf("another shape: %s", got)
			}
		})
	}
	if all := unfold(calendar.ICal("x", "UTC", "", []calendar.Event{{UID: "1", Summary: "a;b,c\\d\ne", On: "2026-02-28"}})); !strings.Contains(strings.Join(all, "|"), `SUMMARY:a\;b\,c\\d\ne|`) {
		t.Errorf("%q", all)
	}
}

func TestMomentsAndDaysStandOverTheChangeOfTheClocks(t *testing.T) {
	berlin, err := clock.Zone("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	at := func(month time.Month, day, hour int) clock.Instant {
		return clock.At(time.Date(2026, month, day, hour, 30, 0, 0, berlin))
	}
	got := strings.Join(unfold(calendar.ICal("x", "Europe/Berlin", "", []calendar.Event{
		{UID: "winter", At: at(time.March, 28, 9), Lasts: time.Hour}, {UID: "summer", At: at(time.March, 29, 9), Lasts: time.Hour}, {UID: "night", At: at(time.October, 25, 1), Lasts: 3 * time.Hour},
		{UID: "days", On: "2026-10-24", Until: "2026-10-26"}, {UID: "backwards", On: "2026-12-31", Until: "2026-01-01"}})), "|")
	for _, want := range []string{"DTSTART:20260328T083000Z|DTEND:20260328T093000Z", "DTSTART:20260329T073000Z", "DTSTART:20261024T233000Z|DTEND:20261025T023000Z",
		"DTSTART;VALUE=DATE:20261024|DTEND;VALUE=DATE:20261027", "DTSTART;VALUE=DATE:20261231|DTEND;VALUE=DATE:20270101"} {
		if !strings.Contains(got, want) {
			t.Errorf("it lacks %s:\n%s", want, got)
		}
	}
}

func TestAnAddressIsReadUntilItIsMadeAnewOrEnded(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, whole *wiretest.World) {
		w := roomtest.New(t, whole).By(auth.SE)
		address := func() (token string) {
			w.Do("calendar.make", func(ctx context.Context, tx *journal.Tx) (err error) {
				token, err = calendar.Make(ctx, tx)
				return err
			})
			return token
		}
		reads := func(token string) bool {
			m, err := calendar.ByToken(w.Ctx(), w.Journal.DB, token)
			if err != nil && problem.Of(err) != problem.Missing {
				t.Fatal(err)
			}
			return err == nil && m.Person == w.Who.Person
		}
		first := address()
		second := address()
		if reads(first) || !reads(second) || reads("") || reads(second+"x") || first == second || len(second) < 26 {
			t.Errorf("first %t, second %t", reads(first), reads(second))
		}
		w.Do("calendar.end", func(ctx context.Context, tx *journal.Tx) error { return calendar.End(ctx, tx) })
		if reads(second) {
			t.Error("an address that ended is read")
		}
		if f, err := calendar.Of(w.Ctx(), w.Reader(), w.Who.Person); f != nil || err != nil {
			t.Errorf("%v %v", f, err)
		}
		third := address()
		w.Do("person.leave", func(ctx context.Context, tx *journal.Tx) error {
			p, err := journal.Load[auth.Person](ctx, tx, w.Who.Person)
			if err != nil {
				return err
			}
			p.Active = false
			return journal.Update(ctx, tx, &p)
		})
		if reads(third) {
			t.Error("the address of somebody who left is read")
		}
		w.Verify()
	})
}
