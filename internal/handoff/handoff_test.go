package handoff_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"throughline/internal/account"
	"throughline/internal/handoff"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/thread"
	"throughline/internal/wiring/wiretest"
)

// sale is a deal ready to be signed: n requirements, the first of them musts, and promises.
type sale struct {
	*wiretest.World
	reqs     []string
	promises []string
}

func sold(w *wiretest.World, n, musts, promises int) *sale {
	w.T.Helper()
	s := &sale{World: w}
	w.Do("requirement.add", func(ctx context.Context, tx *journal.Tx) error {
		s.reqs, s.promises = nil, nil
		for i := range n {
			in := thread.NewRequirement{Deal: w.Deal, Statement: fmt.Sprintf("Need number %d", i+1), Kind: thread.Functional, Priority: thread.Should}
			if i < musts {
				in.Priority = thread.Must
				in.Quotes = []thread.NewQuote{{From: "call", FromID: "c1", Words: fmt.Sprintf("We must have number %d", i+1), Speaker: w.Dana, Mark: "00:17:42"}}
			}
			r, err := thread.Add(ctx, tx, in)
			if err != nil {
				return err
			}
			s.reqs = append(s.reqs, r.ID)
		}
		for i := range promises {
			p, err := thread.Give(ctx, tx, thread.NewPromise{Deal: w.Deal, Requirement: s.reqs[i], Words: fmt.Sprintf("We will do number %d", i+1), Sort: "date", Where: "demo 2"})
			if err != nil {
				return err
			}
			s.promises = append(s.promises, p.ID)
		}
		return nil
	})
	return s
}

var assumed = []handoff.Fact{{ID: "f1", Text: "The gateway is version 9"}, {ID: "f2", Text: "2 M rows a night"}, {ID: "f3", Text: "One site only"},
	{ID: "f4", Text: "Their people test"}, {ID: "f5", Text: "No proxy"}}

func (s *sale) sign(in handoff.Signature) {
	s.T.Helper()
	in.Deal = s.Deal
	s.Do("handoff.sign", func(ctx context.Context, tx *journal.Tx) error {
		_, err := handoff.Sign(ctx, tx, in)
		return err
	})
}

func (s *sale) accept(condition string, things ...string) func(context.Context, *journal.Tx) error {
	return func(ctx context.Context, tx *journal.Tx) error {
		return handoff.Accept(ctx, tx, handoff.Acceptance{Deal: s.Deal, Things: things, Condition: condition})
	}
}

func (s *sale) query(words string, things ...string) func(context.Context, *journal.Tx) error {
	return func(ctx context.Context, tx *journal.Tx) error {
		return handoff.Query(ctx, tx, handoff.Doubt{Deal: s.Deal, Things: things, Words: words})
	}
}

func (s *sale) giveBack(reason string, things ...string) func(context.Context, *journal.Tx) error {
	return func(ctx context.Context, tx *journal.Tx) error {
		return handoff.Return(ctx, tx, handoff.Refusal{Deal: s.Deal, Things: things, Reason: reason})
	}
}

func (s *sale) answer(thing, words string) func(context.Context, *journal.Tx) error {
	return func(ctx context.Context, tx *journal.Tx) error {
		_, err := handoff.Answer(ctx, tx, handoff.Reply{Deal: s.Deal, Thing: thing, Answer: words})
		return err
	}
}

func (s *sale) void(thing, proof string) func(context.Context, *journal.Tx) error {
	return func(ctx context.Context, tx *journal.Tx) error {
		return handoff.Void(ctx, tx, handoff.Voiding{Deal: s.Deal, Thing: thing, Proof: proof})
	}
}

func (s *sale) reoffer(reason string, things ...string) func(context.Context, *journal.Tx) error {
	return func(ctx context.Context, tx *journal.Tx) error {
		return handoff.Reoffer(ctx, tx, handoff.Retreat{Deal: s.Deal, Things: things, Reason: reason})
	}
}

func (s *sale) withdraw(reason string, things ...string) func(context.Context, *journal.Tx) error {
	return func(ctx context.Context, tx *journal.Tx) error {
		return handoff.Withdraw(ctx, tx, handoff.Retreat{Deal: s.Deal, Things: things, Reason: reason})
	}
}

// edit changes the deal itself.
func (s *sale) edit(do func(*account.Opportunity)) {
	s.T.Helper()
	s.Do("deal.edit", func(ctx context.Context, tx *journal.Tx) error {
		d, err := account.Deal(ctx, tx, s.Deal)
		if err != nil {
			return err
		}
		do(&d)
		return journal.Update(ctx, tx, &d)
	})
}

func (s *sale) review() *handoff.Review {
	s.T.Helper()
	v, ok, err := handoff.Load(s.Ctx(), s.Reader(), s.Deal)
	if err != nil || !ok {
		s.T.Fatalf("no handoff: %v", err)
	}
	return v
}

func (s *sale) cell(req string, st thread.Station) thread.Cell {
	s.T.Helper()
	t, err := s.Thread(s.Ctx(), s.Reader(), s.Deal, s.Today())
	if err != nil {
		s.T.Fatal(err)
	}
	for _, l := range t.Rows {
		if l.Requirement.ID == req {
			return l.Cells[st]
		}
	}
	s.T.Fatalf("no requirement %s", req)
	return thread.Cell{}
}

// refuses ends the test unless the act is refused in that manner with words that hold these.
func refuses(w *wiretest.World, kind problem.Kind, do func(context.Context, *journal.Tx) error, words ...string) {
	w.T.Helper()
	_, err := w.Try("handoff.accept", do)
	if err == nil || problem.Of(err) != kind {
		w.T.Fatalf("it is %v, want %s", err, kind)
	}
	for _, word := range words {
		if !strings.Contains(err.Error(), word) {
			w.T.Errorf("it says %q, which does not hold %q", err, word)
		}
	}
}

// The acceptance of research/presales.md, section 9 (d): 24 requirements (11 must), 7
// promises, 5 assumed facts. 18 accepted, 3 with a condition, 2 queried, 1 returned; 6
// promises decided, 1 open.
func TestAHandoffIsCompleteWhenNothingIsOpen(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		s := sold(w, 24, 11, 7)
		s.sign(handoff.Signature{Assumed: assumed})
		sa := w.As("jonas", "SA")
		if c := s.review().Count(); c.Requirements != 24 || c.Offered != 24 || c.Risks != 5 || c.PromisesOpen != 7 {
			t.Fatalf("frozen: %+v", c)
		}
		if c := s.cell(s.reqs[0], thread.Accepted); c.State != thread.Missing || !c.Owed {
			t.Errorf("an offered requirement is %s at accepted", c.State)
		}
		sa.Do("handoff.accept", s.accept("", s.reqs[:18]...))
		sa.Do("handoff.accept", s.accept("production has 4 workers", s.reqs[18:21]...))
		sa.Do("handoff.query", s.query("Which gateway?", s.reqs[21], s.reqs[22]))
		sa.Do("handoff.return", s.giveBack("Not in the contract", s.reqs[23]))
		sa.Do("handoff.accept", s.accept("", s.promises[:5]...))
		sa.Do("handoff.void", s.void(s.promises[5], "Clause 4 of the contract excludes it"))
		w.Clock.Add(48 * time.Hour)
		v := s.review()
		want := "2 queries (NWF-22, 2 days; NWF-23, 2 days), 1 return (NWF-24, 2 days), 1 promise (P7, 2 days)"
		if why := v.Why(w.Today()); v.State != handoff.InReview || why != want {
			t.Errorf("it is %s: %s", v.State, why)
		}
		if c := v.Count(); c.Accepted != 18 || c.WithCondition != 3 || c.Queried != 2 || c.Returned != 1 || c.PromisesOpen != 1 || c.EverReturned != 1 {
			t.Errorf("%+v", c)
		}
		for req, state := range map[string]thread.State{s.reqs[0]: thread.Reached, s.reqs[18]: thread.Reached, s.reqs[21]: thread.Started, s.reqs[23]: thread.Failed} {
			if c := s.cell(req, thread.Accepted); c.State != state {
				t.Errorf("%+v is %s at accepted, want %s", c.Verdict, c.State, state)
			}
		}
		afterAnswers(s, sa)
		w.Verify()
	})
}

// afterAnswers brings the handoff of section 9 (d) to its end.
func afterAnswers(s *sale, sa *wiretest.World) {
	t := s.T
	t.Helper()
	s.Do("handoff.answer", s.answer(s.reqs[21], "Version 9.2"))
	s.Do("handoff.answer", s.answer(s.reqs[22], "The same"))
	if c := s.cell(s.reqs[21], thread.Accepted); c.State != thread.Started || !strings.Contains(c.Verdict.Evidence[0].Text, "Version 9.2") {
		t.Errorf("an answered query is %s: %+v", c.State, c.Verdict)
	}
	sa.Do("handoff.accept", s.accept("", s.reqs[21], s.reqs[22], s.promises[6]))
	if v := s.review(); v.State != handoff.Returned {
		t.Errorf("with a return alone it is %s", v.State)
	}
	s.Do("handoff.reoffer", s.reoffer("Added by the amendment of today", s.reqs[23]))
	if v := s.review(); v.State != handoff.InReview {
		t.Errorf("offered again it is %s", v.State)
	}
	sa.Do("handoff.accept", s.accept("", s.reqs[23]))
	v := s.review()
	if c := v.Count(); v.State != handoff.Complete || v.Why(s.Today()) != "" || v.CompletedAt.IsZero() || c.EverReturned != 1 || c.Requirements != 24 || c.Surprises != 0 || c.Promises != 7 {
		t.Errorf("at the end it is %s (%s), %+v", v.State, v.Why(s.Today()), c)
	}
	// a mail of week 3 with 'live in six weeks'
	var late thread.Promise
	s.Do("promise.give", func(ctx context.Context, tx *journal.Tx) (err error) {
		late, err = thread.Give(ctx, tx, thread.NewPromise{Deal: s.Deal, Words: "live in six weeks", Where: "mail of week 3"})
		return err
	})
	v = s.review()
	if c := v.Count(); c.Surprises != 1 || c.Promises != 8 || v.State != handoff.Complete || len(v.Beside) != 1 {
		t.Errorf("a promise found later: %s, %+v, %d beside", v.State, c, len(v.Beside))
	}
	lines, err := handoff.Inbox(s.Ctx(), s.Reader(), "jonas", s.Today())
	if err != nil || len(lines) != 1 || !strings.Contains(lines[0].What, "1 promise of NWF came after the freeze and waits") {
		t.Errorf("the receiver's inbox: %+v, %v", lines, err)
	}
	sa.Do("handoff.accept", s.accept("", late.ID))
	if lines, _ = handoff.Inbox(s.Ctx(), s.Reader(), "jonas", s.Today()); len(lines) != 0 {
		t.Errorf("after it was taken over: %+v", lines)
	}
}

func TestOnlyTheReceiverDecidesAndOnlyTheSellerAnswers(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		s := sold(w, 3, 1, 1)
		sa, cook := w.As("jonas", "SA"), w.As("cook", "SA")
		refuses(sa, problem.Refused, s.accept("", s.reqs[0]), "not signed")
		s.sign(handoff.Signature{})
		refuses(w, problem.Forbidden, s.accept("", s.reqs[0]), "receiver")
		refuses(cook, problem.Forbidden, s.query("why?", s.reqs[0]))
		refuses(sa, problem.Missing, s.accept("", "nothing"))
		refuses(sa, problem.Invalid, s.accept(""), "at least one")
		refuses(sa, problem.Invalid, s.query(" ", s.reqs[0]), "words")
		refuses(sa, problem.Invalid, s.giveBack("", s.reqs[0]), "reason")
		refuses(sa, problem.Refused, s.giveBack("no", s.promises[0]), "take it over")
		refuses(sa, problem.Invalid, s.void(s.promises[0], ""), "proof")
		refuses(cook, problem.Forbidden, s.void(s.promises[0], "x"))
		refuses(sa, problem.Refused, s.void(s.reqs[0], "x"), "no promise")
		refuses(w, problem.Refused, s.withdraw("x", s.reqs[0]), "only what was returned")
		refuses(w, problem.Refused, s.answer(s.reqs[0], "x"), "no query")
		sa.Do("handoff.query", s.query("which?", s.reqs[0]))
		refuses(sa, problem.Refused, s.query("which?", s.reqs[0]), "already")
		refuses(cook, problem.Forbidden, s.answer(s.reqs[0], "x"))
		w.Do("handoff.name-receiver", func(ctx context.Context, tx *journal.Tx) error {
			return handoff.NameReceiver(ctx, tx, handoff.Naming{Deal: w.Deal, Receiver: "cook"})
		})
		refuses(sa, problem.Forbidden, s.accept("", s.reqs[1]))
		cook.Do("handoff.accept", s.accept("", s.reqs...)) // also what is queried: the receiver may decide without the answer
		if v := s.review(); v.Count().Accepted != 3 || v.Items[0].By != "cook" {
			t.Errorf("%+v", v.Count())
		}
		w.Verify()
	})
}

func TestTheSignatureIsAnActWithADate(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		s := sold(w, 4, 1, 1)
		sign := func(in handoff.Signature) func(context.Context, *journal.Tx) error {
			in.Deal = w.Deal
			return func(ctx context.Context, tx *journal.Tx) error {
				_, err := handoff.Sign(ctx, tx, in)
				return err
			}
		}
		refuses(w, problem.Invalid, sign(handoff.Signature{SignedOn: w.Today().AddDays(1)}), "future")
		refuses(w, problem.Invalid, sign(handoff.Signature{SignedOn: "yesterday"}), "signed_on")
		refuses(w, problem.Missing, sign(handoff.Signature{Bought: map[string]thread.Bought{"of another deal": thread.IsBought}}), "of another deal")
		refuses(w, problem.Invalid, sign(handoff.Signature{Bought: map[string]thread.Bought{s.reqs[0]: "perhaps"}}), "bought")
		refuses(w, problem.Stale, sign(handoff.Signature{Revision: 99}))
		s.edit(func(d *account.Opportunity) { d.SA = "" })
		refuses(w, problem.Invalid, sign(handoff.Signature{}), "receiver")
		w.Do("requirement.withdraw", func(ctx context.Context, tx *journal.Tx) error {
			return thread.Withdraw(ctx, tx, s.reqs[3], 0, "not theirs")
		})
		s.sign(handoff.Signature{SignedOn: w.Today().AddDays(-1), Receiver: "jonas", Bought: map[string]thread.Bought{s.reqs[1]: thread.NotBought, s.reqs[2]: thread.IsImplied}})
		d, err := journal.Load[account.Opportunity](w.Ctx(), w.Reader(), w.Deal)
		if err != nil || d.Phase != account.Won || d.SignedOn != w.Today().AddDays(-1) || d.SA != "jonas" {
			t.Fatalf("%+v, %v", d, err)
		}
		v := s.review()
		if c := v.Count(); c.Requirements != 2 {
			t.Errorf("what is not bought or withdrawn goes over: %+v", c)
		}
		if c := s.cell(s.reqs[1], thread.Accepted); c.Owed || c.State != thread.NotNeeded {
			t.Errorf("what is not bought is %s at accepted, owed %v", c.State, c.Owed)
		}
		refuses(w, problem.Refused, sign(handoff.Signature{}), "signed on")
		if _, err := w.Journal.Undo(w.Ctx(), w.Who, v.FrozenAct); problem.Of(err) != problem.Refused {
			t.Errorf("the signature was undone: %v", err)
		}
		takenBack(s)
		w.Verify()
	})
}

// takenBack withdraws the signature, and signs again.
func takenBack(s *sale) {
	s.T.Helper()
	back := func(why string) func(context.Context, *journal.Tx) error {
		return func(ctx context.Context, tx *journal.Tx) error {
			return handoff.WithdrawSignature(ctx, tx, handoff.SignatureWithdrawal{Deal: s.Deal, Why: why})
		}
	}
	refuses(s.World, problem.Invalid, back(""), "why")
	s.As("jonas", "SA").Do("handoff.accept", s.accept("", s.reqs[0]))
	s.Do("handoff.withdraw-signature", back("The customer's board said no"))
	refuses(s.World, problem.Refused, back("again"), "not signed")
	d, err := journal.Load[account.Opportunity](s.Ctx(), s.Reader(), s.Deal)
	if err != nil || d.Phase != account.Open || d.SignedOn != "" {
		s.T.Fatalf("%+v, %v", d, err)
	}
	if c := s.cell(s.reqs[0], thread.Accepted); c.State != thread.Missing || c.Verdict != nil {
		s.T.Errorf("after the signature was withdrawn accepted is %s", c.State)
	}
	s.sign(handoff.Signature{})
	if c := s.review().Count(); c.Requirements != 3 || c.Offered != 3 {
		s.T.Errorf("signed again: %+v", c)
	}
}

// research/presales.md, section 9 (e).
func TestWhatHappensAfterTheFreezeIsShownBesideIt(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		s := sold(w, 4, 2, 2)
		s.sign(handoff.Signature{})
		sa := w.As("jonas", "SA")
		var added thread.Requirement
		w.Do("requirement.edit", func(ctx context.Context, tx *journal.Tx) (err error) {
			if err = thread.Withdraw(ctx, tx, s.reqs[0], 0, "they bought it elsewhere"); err != nil {
				return err
			}
			if _, err = thread.Reword(ctx, tx, thread.Edit{ID: s.reqs[1], Statement: "Need number two", Kind: thread.Quality, Priority: thread.Should}); err != nil {
				return err
			}
			added, err = thread.Add(ctx, tx, thread.NewRequirement{Deal: w.Deal, Statement: "One more", Kind: thread.Data, Priority: thread.Must})
			return err
		})
		w.Do("stakeholder.edit", func(ctx context.Context, tx *journal.Tx) error {
			p, err := account.StakeholderOf(ctx, tx, w.Deal, w.Tomas)
			if err != nil {
				return err
			}
			p.Stance = -1
			return journal.Update(ctx, tx, &p)
		})
		sa.Do("handoff.accept", s.accept("", s.promises[0]))
		v := s.review()
		if l := v.Items[0]; l.State != handoff.Withdrawn || l.Open() || !strings.Contains(l.Reason, "elsewhere") {
			t.Errorf("a requirement withdrawn after the freeze is %s: %s", l.State, l.Reason)
		}
		refuses(sa, problem.Refused, s.accept("", s.reqs[0]), "elsewhere")
		if len(v.Items) != 6 || len(v.Beside) != 1 || v.Beside[0].Thing != added.ID {
			t.Errorf("%d frozen, %d beside", len(v.Items), len(v.Beside))
		}
		then, err := journal.Rewind(w.Ctx(), w.Reader(), w.Deal, v.FrozenAt)
		if err != nil {
			t.Fatal(err)
		}
		diffs, err := handoff.Differences(w.Ctx(), then, w.Reader(), w.Deal)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, d := range diffs {
			got = append(got, d.Key+" "+d.How+" "+d.What)
		}
		want := []string{"NWF-1 withdrawn they bought it elsewhere",
			"NWF-2 changed the sentence was “Need number 2”, is “Need number two”; the priority was “must”, is “should”; the kind was “functional”, is “quality”",
			"NWF-5 added One more", "P1 changed was open, is taken over", "Tomás Rey changed the stance was +0, is -1"}
		if strings.Join(got, "\n") != strings.Join(want, "\n") {
			t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
		sa.Do("handoff.query", s.query("Since when?", added.ID))
		if c := s.cell(added.ID, thread.Accepted); c.State != thread.Started {
			t.Errorf("a change that is queried is %s", c.State)
		}
		sa.Do("handoff.accept", s.accept("", added.ID, s.reqs[1], s.reqs[2], s.reqs[3], s.promises[1]))
		if v = s.review(); v.State != handoff.Complete {
			t.Errorf("%s: %s", v.State, v.Why(w.Today()))
		}
		w.Verify()
	})
}

func TestADealLostAfterTheFreezeClosesItsHandoff(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		s := sold(w, 2, 1, 1)
		s.sign(handoff.Signature{})
		sa := w.As("jonas", "SA")
		sa.Do("handoff.accept", s.accept("", s.reqs[0]))
		s.edit(func(d *account.Opportunity) { d.Phase = account.Lost })
		if v := s.review(); v.State != handoff.Closed || v.Count().Accepted != 1 {
			t.Errorf("%s, %+v", v.State, v.Count())
		}
		refuses(sa, problem.Refused, s.accept("", s.reqs[1]), "closed")
		if lines, err := handoff.Inbox(w.Ctx(), w.Reader(), "jonas", w.Today()); err != nil || len(lines) != 0 {
			t.Errorf("%+v, %v", lines, err)
		}
		w.Verify()
	})
}

func TestOnePersonInBothRolesAcceptsFromThemselvesMarkedSo(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		s := sold(w, 2, 1, 1)
		s.sign(handoff.Signature{Receiver: "mara"})
		w.Do("handoff.accept", s.accept("", append(s.reqs, s.promises...)...))
		v := s.review()
		if v.State != handoff.Complete || !v.Items[0].Self || !v.Items[2].Self {
			t.Errorf("%s, self %v and %v", v.State, v.Items[0].Self, v.Items[2].Self)
		}
		if c := s.cell(s.reqs[0], thread.Accepted); c.State != thread.Reached || !strings.Contains(c.Verdict.Evidence[0].Text, "by the one who sold it") {
			t.Errorf("%s: %+v", c.State, c.Verdict)
		}
		w.Verify()
	})
}

func TestWhatIsWithdrawnOwesNothingMore(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		s := sold(w, 2, 1, 0)
		s.sign(handoff.Signature{})
		sa := w.As("jonas", "SA")
		sa.Do("handoff.return", s.giveBack("not ours", s.reqs[0]))
		w.Do("handoff.withdraw", s.withdraw("It was never sold", s.reqs[0]))
		if c := s.cell(s.reqs[0], thread.Accepted); c.Owed || c.Verdict != nil {
			t.Errorf("withdrawn it owes accepted %v, %+v", c.Owed, c.Verdict)
		}
		w.Do("handoff.mark", func(ctx context.Context, tx *journal.Tx) error {
			return handoff.MarkBought(ctx, tx, handoff.Mark{Deal: w.Deal, Requirements: []string{s.reqs[1]}, Bought: thread.NotBought})
		})
		if v := s.review(); v.State != handoff.Complete {
			t.Errorf("with nothing left to decide it is %s", v.State)
		}
		w.Do("handoff.reoffer", s.reoffer("It was, after all", s.reqs[0]))
		if c := s.cell(s.reqs[0], thread.Accepted); !c.Owed || c.State != thread.Missing {
			t.Errorf("offered again it is %s, owed %v", c.State, c.Owed)
		}
		w.Verify()
	})
}
