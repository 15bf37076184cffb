package mail_test

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/emersion/go-smtp"

	"throughline/internal/journal"
	"throughline/internal/mail"
	"throughline/internal/mail/mailtest"
	"throughline/internal/problem"
	"throughline/internal/store"
	"throughline/internal/wiring/wiretest"
)

func post(w *wiretest.World, s *mailtest.Server) *mail.Post {
	return &mail.Post{Journal: w.Journal, Server: &s.Out, Base: "https://throughline.example", Log: slog.New(slog.NewTextHandler(io.Discard, nil))}
}

func write(w *wiretest.World, change func(*mail.NewLetter)) (l mail.Letter) {
	w.T.Helper()
	in := mail.NewLetter{Deal: w.Deal, Purpose: "sign-off", Recipient: w.Dana, Name: "Dana Whitfield", Address: "dana@northwind.example", Subject: "Please sign off",
		Words: "Hello Dana,\n\n" + mail.Here + "\n", Secret: "/l/abc", Sender: w.Who.Person, Language: "en"}
	if change != nil {
		change(&in)
	}
	w.Do("portal.ask", func(ctx context.Context, tx *journal.Tx) (err error) {
		l, err = mail.Write(ctx, tx, in)
		return err
	})
	return l
}

func deliver(w *wiretest.World, p *mail.Post) int {
	w.T.Helper()
	n, err := p.Deliver(w.Ctx())
	if err != nil {
		w.T.Fatal(err)
	}
	return n
}

func state(w *wiretest.World, id string) mail.Letter {
	w.T.Helper()
	l, err := journal.Load[mail.Letter](w.Ctx(), w.Reader(), id)
	if err != nil {
		w.T.Fatal(err)
	}
	return l
}

var outboxRows = store.SQL(`SELECT secret FROM outbox WHERE workspace = $1`)

func waiting(w *wiretest.World) []string {
	w.T.Helper()
	all, err := store.List[string](w.Ctx(), w.Journal.DB.Read, outboxRows, w.Who.Workspace)
	if err != nil {
		w.T.Fatal(err)
	}
	return all
}

func TestALetterLeavesOnceItsActIsCommittedAndItsSecretIsWiped(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		s := mailtest.New(t, mail.Plain)
		p := post(w, s)
		boom := errors.New("boom")
		if _, err := w.Try("portal.ask", func(ctx context.Context, tx *journal.Tx) error {
			if _, err := mail.Write(ctx, tx, mail.NewLetter{Deal: w.Deal, Recipient: w.Dana, Name: "Dana", Address: "dana@northwind.example", Subject: "x", Words: "y"}); err != nil {
				return err
			}
			return boom
		}); !errors.Is(err, boom) {
			t.Fatal(err)
		}
		if n := deliver(w, p); n != 0 || len(s.All()) != 0 {
			t.Errorf("%d letters of an act that never was", n)
		}
		l := write(w, nil)
		if n := deliver(w, p) + deliver(w, p); n != 1 || len(s.All()) != 1 {
			t.Errorf("sent %d times, came %d times", n, len(s.All()))
		}
		if got := s.Last(); !strings.Contains(got.Text, "https://throughline.example/l/abc") || got.To != "dana@northwind.example" {
			t.Errorf("%+v", got)
		}
		if l = state(w, l.ID); l.State != mail.Sent || strings.Contains(l.Words.String(), "/l/abc") || len(waiting(w)) != 0 {
			t.Errorf("%s, %q, %v", l.State, l.Words, waiting(w))
		}
		w.Verify()
	})
}

func TestManyProcessesSendALetterOnce(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		s := mailtest.New(t, mail.Plain)
		for range 6 {
			write(w, nil)
		}
		var all sync.WaitGroup
		for range 4 {
			all.Go(func() {
				if _, err := post(w, s).Deliver(w.Ctx()); err != nil {
					t.Error(err)
				}
			})
		}
		all.Wait()
		if n := len(s.All()); n != 6 {
			t.Errorf("6 letters came %d times", n)
		}
	})
}

func TestALetterIsTriedWithGrowingPausesAndThenGivenUp(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		s := mailtest.New(t, mail.Plain)
		p := post(w, s)
		s.Refuse(func(string) error { return &smtp.SMTPError{Code: 451, Message: "come again"} })
		l := write(w, nil)
		begun, tries, last := w.Clock.T, 0, time.Duration(0)
		for range 20_000 {
			deliver(w, p)
			w.Clock.Add(5 * time.Minute)
			if state(w, l.ID).State != mail.Waiting {
				break
			}
			if w.Clock.T.Sub(begun) > 3*24*time.Hour {
				t.Fatal("never given up")
			}
			tries, last = tries+1, w.Clock.T.Sub(begun)
		}
		got := state(w, l.ID)
		if got.State != mail.Returned || !strings.Contains(got.Why, "Given up after 9 tries") || !strings.Contains(got.Why, "451 come again") || last < 40*time.Hour || len(waiting(w)) != 0 {
			t.Errorf("%s %q after %v", got.State, got.Why, last)
		}
		back, err := mail.ReturnedTo(w.Ctx(), w.Reader(), w.Who.Person)
		if err != nil || len(back) != 1 {
			t.Errorf("the sender is told of %d, %v", len(back), err)
		}
		w.Do("letter.settled", func(ctx context.Context, tx *journal.Tx) error {
			_, err := mail.Settle(ctx, tx, mail.Handing{ID: l.ID})
			return err
		})
		if back, _ = mail.ReturnedTo(w.Ctx(), w.Reader(), w.Who.Person); len(back) != 0 {
			t.Errorf("still told of %d", len(back))
		}
		w.Verify()
	})
}

func TestARefusalAndABounceComeBackToTheSender(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		s := mailtest.New(t, mail.Plain)
		p := post(w, s)
		s.Refuse(func(string) error { return &smtp.SMTPError{Code: 550, Message: "no such user"} })
		l := write(w, nil)
		deliver(w, p)
		if got := state(w, l.ID); got.State != mail.Returned || !strings.Contains(got.Why, "550 no such user") {
			t.Errorf("%s %q", got.State, got.Why)
		}
		s.Refuse(nil)
		l = write(w, nil)
		deliver(w, p)
		for range 2 { // a report may come twice
			if err := mail.Bounce(w.Ctx(), w.Journal, l.ID, "mailbox full "+strings.Repeat("x", 5000)); err != nil {
				t.Fatal(err)
			}
		}
		if got := state(w, l.ID); got.State != mail.Returned || !strings.HasPrefix(got.Why, "mailbox full") || len(got.Why) > 600 {
			t.Errorf("%s %q", got.State, got.Why)
		}
		if err := mail.Bounce(w.Ctx(), w.Journal, "no-such-letter", "x"); err != nil {
			t.Error(err)
		}
		w.Verify()
	})
}

func TestAServerThatIsDownHoldsNothingUp(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		s := mailtest.New(t, mail.Plain)
		p := post(w, s)
		right := s.Out.Port
		s.Out.Port = 1 // nobody listens
		l := write(w, nil)
		deliver(w, p)
		if got := state(w, l.ID); got.State != mail.Waiting {
			t.Errorf("%s %s", got.State, got.Why)
		}
		s.Out.Port = right
		w.Clock.Add(2 * time.Minute)
		if n := deliver(w, p); n != 1 {
			t.Errorf("%d sent once the server was back", n)
		}
		w.Verify()
	})
}

func TestNobodyWritesToAnErasedPerson(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		s := mailtest.New(t, mail.Plain)
		l, other := write(w, nil), write(w, func(in *mail.NewLetter) { in.ByHand = true })
		w.Do("contact.erase", func(ctx context.Context, tx *journal.Tx) error {
			if _, err := mail.HandOver(ctx, tx, mail.Handing{ID: other.ID}); err != nil {
				return err
			}
			return tx.Erase(ctx, w.Dana)
		})
		deliver(w, post(w, s))
		if got := state(w, l.ID); got.State != mail.Settled || len(s.All()) != 0 || !got.Words.Gone() || len(waiting(w)) != 0 {
			t.Errorf("%+v, %d sent", got, len(s.All()))
		}
		w.Verify()
	})
}

func TestALetterByHandIsTheSendersToSend(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		s := mailtest.New(t, mail.Plain)
		l := write(w, func(in *mail.NewLetter) { in.ByHand = true })
		deliver(w, post(w, s))
		mine, err := mail.ByHand(w.Ctx(), w.Reader(), w.Who.Person)
		if err != nil || len(mine) != 1 || len(s.All()) != 0 {
			t.Fatalf("%d wait, %d sent, %v", len(mine), len(s.All()), err)
		}
		if theirs, _ := mail.ByHand(w.Ctx(), w.Reader(), "somebody"); len(theirs) != 0 {
			t.Error("somebody else is to send it")
		}
		hand := func(ctx context.Context, tx *journal.Tx) error {
			_, err := mail.HandOver(ctx, tx, mail.Handing{ID: l.ID})
			return err
		}
		w.Do("letter.hand", hand)
		if _, err := w.Try("letter.hand", hand); problem.Of(err) != problem.Refused {
			t.Errorf("sent twice: %v", err)
		}
		if got := state(w, l.ID); got.State != mail.Sent || len(waiting(w)) != 0 {
			t.Errorf("%s, %v", got.State, waiting(w))
		}
		w.Verify()
	})
}
