package followup_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"throughline/internal/account"
	"throughline/internal/clock"
	"throughline/internal/discovery"
	"throughline/internal/followup"
	"throughline/internal/journal"
	"throughline/internal/mail"
	"throughline/internal/problem"
	"throughline/internal/thread"
	"throughline/internal/wiring/wiretest"
)

// call records a call of which one need was accepted.
func call(w *wiretest.World) (id, requirement string) {
	w.T.Helper()
	script, err := discovery.ReadScript(strings.NewReader("Dana Whitfield: We need to read dispatch changes within five seconds."), "call.txt")
	if err != nil {
		w.T.Fatal(err)
	}
	w.Do("discovery.record", func(ctx context.Context, tx *journal.Tx) error {
		r, err := discovery.Record(ctx, tx, discovery.Recording{Deal: w.Deal, Title: "First call", Kind: "call", HeldAt: clock.At(wiretest.Start), Consent: "given", Contacts: []string{w.Dana}, Script: script})
		id = r.Call.ID
		return err
	})
	found, err := discovery.OfCall(w.Ctx(), w.Reader(), id)
	if err != nil || len(found) != 1 {
		w.T.Fatalf("%d candidates, %v", len(found), err)
	}
	w.Do("discovery.accept", func(ctx context.Context, tx *journal.Tx) error {
		r, err := discovery.Accept(ctx, tx, discovery.Acceptance{ID: found[0].ID})
		if err == nil {
			requirement = r.Requirement.ID
		}
		return err
	})
	return id, requirement
}

// mute is a stakeholder whose mail address nobody knows.
func mute(w *wiretest.World) (id string) {
	w.T.Helper()
	w.Do("contact.add", func(ctx context.Context, tx *journal.Tx) error {
		deal, err := account.Deal(ctx, tx, w.Deal)
		if err != nil {
			return err
		}
		c, err := account.AddContact(ctx, tx, account.NewContact{Account: deal.Account, Name: "Gwen Ashby"})
		if err != nil {
			return err
		}
		id = c.ID
		return account.AddStakeholder(ctx, tx, &account.Stakeholder{Row: journal.Row{Deal: w.Deal}, Contact: c.ID})
	})
	return id
}

func write(w *wiretest.World, in followup.Writing) (f followup.FollowUp, err error) {
	in.Deal, in.Kind = w.Deal, followup.AfterCall
	_, err = w.Try("follow-up.write", func(ctx context.Context, tx *journal.Tx) (err error) {
		f, err = followup.Write(ctx, tx, in)
		return err
	})
	return f, err
}

func send(w *wiretest.World, in followup.Sending) (f followup.FollowUp, err error) {
	in.Deal = w.Deal
	_, err = w.Try("follow-up.send", func(ctx context.Context, tx *journal.Tx) (err error) {
		f, err = followup.Send(ctx, tx, in)
		return err
	})
	return f, err
}

func TestWhatIsSentIsKeptInItsExactWordsAndHangsOnWhatItRepeats(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		id, requirement := call(w)
		deal, err := journal.Load[account.Opportunity](w.Ctx(), w.Reader(), w.Deal)
		if err != nil {
			t.Fatal(err)
		}
		talk, err := followup.Find(w.Ctx(), w.Reader(), deal, followup.AfterCall, id)
		if err != nil || len(talk.Heard) != 1 || talk.Heard[0].ID != requirement {
			t.Fatalf("heard %+v, %v", talk.Heard, err)
		}
		f, err := write(w, followup.Writing{About: id, Language: "de", Subject: "Nach unserem Gespräch", Words: "Danke.\n\nWas wir gehört haben\n- Fünf Sekunden"})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := write(w, followup.Writing{About: id, Language: "en", Subject: "Again", Words: "Again."}); problem.Of(err) != problem.Refused {
			t.Errorf("a second one at once: %v", err)
		}
		if _, err := write(w, followup.Writing{About: id, ID: f.ID, Revision: f.Revision + 1, Language: "en", Subject: "Stale", Words: "Stale."}); problem.Of(err) != problem.Stale {
			t.Errorf("a stale edit: %v", err)
		}
		if f, err = send(w, followup.Sending{ID: f.ID, To: []string{w.Dana, w.Dana}}); err != nil || len(f.Letters) != 1 {
			t.Fatalf("letters %v, %v", f.Letters, err)
		}
		letter, err := journal.Load[mail.Letter](w.Ctx(), w.Reader(), f.Letters[0])
		if err != nil || letter.Words.String() != "Guten Tag Dana Whitfield,\n\nDanke.\n\nWas wir gehört haben\n- Fünf Sekunden\n\nMit freundlichen Grüßen\n"+w.Who.Name+"\n" || letter.Address.String() != "dana@northwind.example" {
			t.Errorf("the letter is %q to %q, %v", letter.Words, letter.Address, err)
		}
		if _, err := write(w, followup.Writing{About: id, ID: f.ID, Language: "de", Subject: "Anders", Words: "Anders."}); problem.Of(err) != problem.Refused {
			t.Errorf("what was sent was changed: %v", err)
		}
		if told, err := thread.Linked(w.Ctx(), w.Reader(), w.Deal, "follow-up", thread.Trace); err != nil || !slices.Equal(told[requirement], []string{f.ID}) {
			t.Errorf("it hangs on %v, %v", told, err)
		}
		w.Verify()
	})
}

func TestAFollowUpGoesToPeopleOfTheDealWithAnAddress(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		id, _ := call(w)
		f, err := write(w, followup.Writing{About: id, Language: "en", Subject: "Our call", Words: "Thank you."})
		if err != nil {
			t.Fatal(err)
		}
		for name, to := range map[string][]string{"nobody": nil, "a stranger": {"nobody-we-know"}, "one without an address among them": {w.Dana, mute(w)}} {
			if _, err := send(w, followup.Sending{ID: f.ID, To: to}); err == nil {
				t.Errorf("it was sent to %s", name)
			}
		}
		if all, err := journal.List[mail.Letter](w.Ctx(), w.Reader(), w.Deal); err != nil || len(all) != 0 {
			t.Errorf("%d letters were written all the same, %v", len(all), err)
		}
		w.Verify()
	})
}

func TestWhatCannotBeWrittenIsSaidByField(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		id, _ := call(w)
		for field, in := range map[string]followup.Writing{
			"language": {About: id, Language: "tlh", Subject: "s", Words: "w"}, "subject": {About: id, Language: "en", Words: "w"}, "words": {About: id, Language: "en", Subject: "s", Words: " "},
		} {
			_, err := write(w, in)
			if p := problem.As(err); err == nil || len(p.Fields) != 1 || p.Fields[0].Name != field {
				t.Errorf("%s: %v", field, err)
			}
		}
		if _, err := write(w, followup.Writing{About: "no-such-call", Language: "en", Subject: "s", Words: "w"}); problem.Of(err) != problem.Missing {
			t.Errorf("a call that is not there: %v", err)
		}
	})
}
