package handoff_test

import (
	"context"
	"strings"
	"testing"

	"throughline/internal/account"
	"throughline/internal/handoff"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/thread"
	"throughline/internal/wiring/wiretest"
)

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
			"NWF-5 added One more", "Tomás Rey changed the stance was +0, is -1"}
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

func TestAnAcceptanceIsUndoneWhole(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		s := sold(w, 2, 1, 1)
		s.sign(handoff.Signature{})
		sa := w.As("jonas", "SA")
		done := sa.Do("handoff.accept", s.accept("", append(s.reqs, s.promises...)...))
		if v := s.review(); v.State != handoff.Complete {
			t.Fatalf("it is %s", v.State)
		}
		if _, err := w.Journal.Undo(w.Ctx(), sa.Who, done.Act); err != nil {
			t.Fatal(err)
		}
		if v := s.review(); v.State != handoff.InReview || v.Count().Offered != 2 || v.Count().PromisesOpen != 1 || !v.CompletedAt.IsZero() {
			t.Errorf("undone it is %s, %+v", v.State, v.Count())
		}
		w.Verify()
	})
}
