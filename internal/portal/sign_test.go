package portal_test

import (
	"context"
	"strings"
	"sync"
	"testing"
	"time"

	"throughline/internal/account"
	"throughline/internal/evaluation"
	"throughline/internal/inbox"
	"throughline/internal/journal"
	"throughline/internal/mail"
	"throughline/internal/portal"
	"throughline/internal/problem"
	"throughline/internal/thread"
	"throughline/internal/wiring/wiretest"
)

func TestWhatIsSignedByALinkIsASignOffWithItsTextAsProof(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		a, b, c := need(w, "Replay a day of events"), need(w, "SAML with SCIM"), need(w, "Read\nwithin 5 s")
		l := send(w, nil)
		in := agree(l)
		in.Marks[b.ID] = portal.Answer{Word: portal.Caveat, Caveat: "with Okta", Due: "2026-05-01"}
		in.Marks[c.ID] = portal.Answer{Word: portal.Refuses}
		in.Addition = "As we said."
		if err := sign(w, l, in); err != nil {
			t.Fatal(err)
		}
		all, err := journal.List[evaluation.SignOff](w.Ctx(), w.Reader(), w.Deal)
		if err != nil || len(all) != 2 {
			t.Fatalf("%d sign-offs, %v", len(all), err)
		}
		l, err = journal.Load[portal.Link](w.Ctx(), w.Reader(), l.ID)
		if err != nil || l.UsedAt.IsZero() || portal.HashOf(l.Agreed.String()) != l.AgreedHash {
			t.Fatalf("%+v, %v", l, err)
		}
		for i, s := range all {
			decision, n := evaluation.Caveated, 2
			if i == 1 {
				decision, n = evaluation.Refusal, 1
			}
			if s.Decision != decision || len(s.Items) != n || s.Contact != w.Dana || s.RecordedBy != w.Dana || s.ProofHash != l.AgreedHash || !strings.Contains(s.Proof.String(), l.AgreedHash) || !s.Decides {
				t.Errorf("%+v", s)
			}
		}
		for _, words := range []string{"Throughline sign-off, version 1\nDeal: NWF, Relay platform\nSigned by: Dana Whitfield <dana@northwind.example>\n", "Requirement: NWF-1\nWording: Replay a day of events\nMeaning: 1\nAnswer: agree\n",
			"Answer: agree with caveat\nCaveat: with Okta\nDue: 2026-05-01\n", "Wording: Read\n  within 5 s\n", "\nAdded: As we said.\n"} {
			if !strings.Contains(l.Agreed.String(), words) {
				t.Errorf("%q is not in %s", words, l.Agreed)
			}
		}
		promises, err := thread.Promises(w.Ctx(), w.Reader(), w.Deal)
		if err != nil || len(promises) != 1 || promises[0].Words.String() != "with Okta" {
			t.Errorf("%+v, %v", promises, err)
		}
		letters, err := journal.List[mail.Letter](w.Ctx(), w.Reader(), w.Deal)
		if err != nil || len(letters) != 2 || letters[1].Purpose != "receipt" || letters[1].FileWords.String() != l.Agreed.String() || !strings.Contains(letters[1].Words.String(), l.AgreedHash) {
			t.Errorf("%+v, %v", letters, err)
		}
		_ = a
		w.Verify()
	})
}

func TestALinkSignsOnceHoweverManyTry(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		need(w, "Replay a day of events")
		l := send(w, nil)
		var all sync.WaitGroup
		errs := make([]error, 4)
		for i := range errs {
			all.Go(func() { errs[i] = sign(w, l, agree(l)) })
		}
		all.Wait()
		done := 0
		for _, err := range errs {
			if err == nil {
				done++
			} else {
				wants(t, err, problem.Missing)
			}
		}
		signed, err := journal.List[evaluation.SignOff](w.Ctx(), w.Reader(), w.Deal)
		if done != 1 || len(signed) != 1 || err != nil {
			t.Errorf("%d signed, %d stand, %v", done, len(signed), err)
		}
		w.Verify()
	})
}

func TestNothingIsSignedOnWordsThatChanged(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		a, b := need(w, "Replay a day of events"), need(w, "SAML with SCIM")
		l := send(w, nil)
		w.Do("requirement.edit", func(ctx context.Context, tx *journal.Tx) error {
			_, err := thread.Reword(ctx, tx, thread.Edit{ID: a.ID, Revision: a.Revision, Statement: "Replay two days of events", Kind: a.Kind, Priority: a.Priority, SameMeaning: true})
			return err
		})
		wants(t, sign(w, l, agree(l)), problem.Stale)
		signed, _ := journal.List[evaluation.SignOff](w.Ctx(), w.Reader(), w.Deal)
		all, err := portal.Wordings(w.Ctx(), w.Reader(), l)
		if err != nil || portal.Changed(all) != 1 || all[0].Now != "Replay two days of events" || len(signed) != 0 {
			t.Fatalf("%+v, %v, %d signed", all, err, len(signed))
		}
		in, err := inbox.Of(w.Ctx(), w.House, w.Reader(), w.Who.Person, w.Today())
		if err != nil || !strings.Contains(waits(in), "1 of the 2 wordings you sent to Dana Whitfield for sign-off changed since.") {
			t.Errorf("%s, %v", waits(in), err)
		}
		rest := agree(l)
		delete(rest.Marks, a.ID)
		if err := sign(w, l, rest); err != nil {
			t.Errorf("what did not change: %v", err)
		}
		_ = b
		w.Verify()
	})
}

func waits(in inbox.Inbox) (out string) {
	for _, w := range in.Waiting {
		out += w.What + "\n"
	}
	return out
}

func TestALinkEndsWithItsDayItsRevocationAndTheNextOne(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		need(w, "Replay a day of events")
		l := send(w, func(in *portal.NewSignOff) { in.Days = 1 })
		w.Clock.Add(25 * time.Hour)
		wants(t, sign(w, l, agree(l)), problem.Missing)
		first := send(w, nil)
		second := send(w, nil)
		wants(t, sign(w, first, agree(first)), problem.Missing)
		w.Do("portal.revoke", func(ctx context.Context, tx *journal.Tx) error {
			_, err := portal.Revoke(ctx, tx, portal.Revocation{ID: second.ID})
			return err
		})
		wants(t, sign(w, second, agree(second)), problem.Missing)
		letter, err := journal.Load[mail.Letter](w.Ctx(), w.Reader(), second.Letter)
		if err != nil || letter.State != mail.Settled {
			t.Errorf("a letter whose link is gone is %s, %v", letter.State, err)
		}
		_, err = w.Try("portal.revoke", func(ctx context.Context, tx *journal.Tx) error {
			_, err := portal.Revoke(ctx, tx, portal.Revocation{ID: second.ID})
			return err
		})
		wants(t, err, problem.Refused)
		w.Verify()
	})
}

func TestAListIsSentToAStakeholderWithAnAddress(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		try := func(change func(*portal.NewSignOff)) error {
			in := portal.NewSignOff{Deal: w.Deal, Sending: portal.Sending{Recipient: w.Dana}}
			change(&in)
			_, err := w.Try("portal.ask-sign-off", func(ctx context.Context, tx *journal.Tx) error {
				_, err := portal.SendSignOff(ctx, tx, in)
				return err
			})
			return err
		}
		wants(t, try(func(*portal.NewSignOff) {}), problem.Refused) // nothing to sign
		r := need(w, "Replay a day of events")
		for _, bad := range []struct {
			kind   problem.Kind
			change func(*portal.NewSignOff)
		}{
			{problem.Refused, func(in *portal.NewSignOff) { in.Recipient = "nobody" }},
			{problem.Invalid, func(in *portal.NewSignOff) { in.Recipient = "" }},
			{problem.Invalid, func(in *portal.NewSignOff) { in.Days = 91 }},
			{problem.Invalid, func(in *portal.NewSignOff) { in.Days = -1 }},
			{problem.Invalid, func(in *portal.NewSignOff) { in.Language = "tlh" }},
			{problem.Invalid, func(in *portal.NewSignOff) { in.Requirements = []string{r.ID, "another"} }},
			{problem.Missing, func(in *portal.NewSignOff) { in.Deal = "another" }},
		} {
			wants(t, try(bad.change), bad.kind)
		}
		w.Do("contact.edit", func(ctx context.Context, tx *journal.Tx) error {
			return account.Erase(ctx, tx, w.Tomas)
		})
		wants(t, try(func(in *portal.NewSignOff) { in.Recipient = w.Tomas }), problem.Refused)
		w.Verify()
	})
}

func TestANameWithALineBreakBecomesOneLine(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		need(w, "Replay a day of events")
		var evil account.Contact
		w.Do("contact.add", func(ctx context.Context, tx *journal.Tx) (err error) {
			evil, err = account.AddContact(ctx, tx, account.NewContact{Name: "Eve\r\nBcc: all@ours.example", Email: "eve@northwind.example"})
			if err != nil {
				return err
			}
			return account.AddStakeholder(ctx, tx, &account.Stakeholder{Row: journal.Row{Deal: w.Deal}, Contact: evil.ID})
		})
		l := send(w, func(in *portal.NewSignOff) { in.Recipient = evil.ID })
		letter, err := journal.Load[mail.Letter](w.Ctx(), w.Reader(), l.Letter)
		if err != nil || letter.Name.String() != "Eve Bcc: all@ours.example" {
			t.Errorf("%q, %v", letter.Name, err)
		}
		w.Verify()
	})
}

func TestAQuestionIsAnsweredInTheWordsOfWhomItWasSentTo(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		var q thread.Question
		var l portal.Link
		w.Do("question.ask", func(ctx context.Context, tx *journal.Tx) error {
			q = thread.Question{Row: journal.Row{Deal: w.Deal}, Words: "Which gateway?", AskedOf: w.Who.Person}
			return thread.Ask(ctx, tx, &q)
		})
		w.Do("portal.ask", func(ctx context.Context, tx *journal.Tx) (err error) {
			l, err = portal.SendQuestion(ctx, tx, portal.NewQuestion{Deal: w.Deal, Sending: portal.Sending{Recipient: w.Tomas, Language: "es"}, Question: q.ID})
			return err
		})
		respond := func(words string) error {
			_, err := w.Journal.Write(w.Ctx(), portal.Actor(l, "Tomás Rey"), "portal.answer", func(ctx context.Context, tx *journal.Tx) error {
				_, err := portal.Respond(ctx, tx, portal.Reply{Link: l.ID, Answer: words})
				return err
			})
			return err
		}
		wants(t, respond("  "), problem.Invalid)
		if err := respond("The one in Rotterdam"); err != nil {
			t.Fatal(err)
		}
		wants(t, respond("Another"), problem.Missing)
		q, err := journal.Load[thread.Question](w.Ctx(), w.Reader(), q.ID)
		if err != nil || q.Reply() != "The one in Rotterdam" || q.AnsweredBy != w.Tomas || q.Answer != "" {
			t.Errorf("%+v, %v", q, err)
		}
		w.Do("contact.erase", func(ctx context.Context, tx *journal.Tx) error { return account.Erase(ctx, tx, w.Tomas) })
		if q, _ = journal.Load[thread.Question](w.Ctx(), w.Reader(), q.ID); q.Reply() != "[erased]" {
			t.Errorf("an erased person still says %q", q.Reply())
		}
		w.Verify()
	})
}
