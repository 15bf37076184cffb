package evaluation_test

import (
	"context"
	"strings"
	"testing"

	"throughline/internal/account"
	"throughline/internal/clock"
	"throughline/internal/evaluation"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/thread"
	"throughline/internal/wiring/wiretest"
)

func sign(w *wiretest.World, contact, decision string, items ...evaluation.NewItem) evaluation.SignOff {
	w.T.Helper()
	return do(w, "evaluation.sign-off", evaluation.Sign, evaluation.NewSignOff{Deal: w.Deal, Contact: contact, Decision: decision, Proof: "reply of 11 April, 09:12", Items: items})
}

func TestOnlyTheTechnicalDecisionWins(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		r := add(w, "Export rows", thread.Must, nil)
		do(w, "evaluation.ground", evaluation.AddGround, evaluation.NewGround{Requirement: r.ID, Kind: "reference", Who: "Halden", Where: "Moss", On: "2026-01-01"})
		sign(w, w.Tomas, evaluation.Agreement, list(w)...)
		if got := picture(w).Rows[0].Cells[thread.Won]; got.State != thread.Reached || got.Verdict.By != w.Tomas {
			t.Errorf("won by a stakeholder: %v", got.State)
		}
		s := win(w)
		if m, ok := s.OneStep(); s.State != evaluation.WinOpen || !ok || m.Who != w.Dana || m.Keys[0] != "NWF-1" {
			t.Errorf("%s\n%s", s.State, whats(s))
		}
		sign(w, w.Dana, evaluation.Refusal, list(w)...)
		if got := picture(w).Rows[0].Cells[thread.Won]; got.State != thread.Failed || got.Verdict.By != w.Dana {
			t.Errorf("refused by who decides: %v by %s", got.State, got.Verdict.By)
		}
		if s := win(w); s.State != evaluation.WinOpen || !strings.Contains(whats(s), "Refused in writing: NWF-1") {
			t.Errorf("%s\n%s", s.State, whats(s))
		}
		sign(w, w.Dana, evaluation.Agreement, list(w)...)
		if s := win(w); s.State != evaluation.WinAchieved {
			t.Errorf("%s\n%s", s.State, whats(s))
		}
		w.Verify()
	})
}

func TestASignOffBindsTheExactWording(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		r := add(w, "Export rows", thread.Must, minutes)
		items := list(w)
		if items[0].Wording != "Export rows (export of 2 M rows ≤ 10 min)" {
			t.Errorf("worded %q", items[0].Wording)
		}
		reword := func(statement string, m *thread.Measure, same bool) {
			do(w, "requirement.edit", thread.Reword, thread.Edit{ID: r.ID, Statement: statement, Kind: r.Kind, Priority: r.Priority, Measure: m, SameMeaning: same})
		}
		reword("Export all rows", minutes, true)
		in := evaluation.NewSignOff{Deal: w.Deal, Contact: w.Dana, Decision: evaluation.Agreement, Proof: "mail", Items: items}
		_, err := try(w, "evaluation.sign-off", evaluation.Sign, in)
		refused(t, "an old wording", err, problem.Stale)
		s := sign(w, w.Dana, evaluation.Agreement, list(w)...)
		if it := s.Items[0]; it.Hash != thread.Hash(it.Wording) || s.ProofHash != thread.Hash("reply of 11 April, 09:12") {
			t.Errorf("hashes %+v", s)
		}
		won := func() thread.Cell { return picture(w).Rows[0].Cells[thread.Won] }
		reword("Export every row", minutes, true)
		if won().State != thread.Reached {
			t.Error("the same meaning ends it")
		}
		other := *minutes
		other.Target = 5
		reword("Export every row", &other, true)
		if got := won(); got.Verdict != nil {
			t.Errorf("another measure keeps it: %+v", got.Verdict)
		}
		w.Verify()
	})
}

func TestASignOffThatIsNoneIsRefused(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		add(w, "Export rows", thread.Must, nil)
		items := list(w)
		outsider := do(w, "contact.add", account.AddContact, account.NewContact{Account: "x", Name: "Nils Berg"})
		good := evaluation.NewSignOff{Deal: w.Deal, Contact: w.Dana, Decision: evaluation.Agreement, Proof: "mail", Items: items}
		for what, c := range map[string]struct {
			change func(*evaluation.NewSignOff)
			kind   problem.Kind
		}{
			"no proof":               {func(s *evaluation.NewSignOff) { s.Proof = "" }, problem.Invalid},
			"no list":                {func(s *evaluation.NewSignOff) { s.Items = nil }, problem.Invalid},
			"one wording twice":      {func(s *evaluation.NewSignOff) { s.Items = append(s.Items[:1:1], s.Items[0]) }, problem.Invalid},
			"no stakeholder":         {func(s *evaluation.NewSignOff) { s.Contact = outsider.ID }, problem.Refused},
			"a caveat without words": {func(s *evaluation.NewSignOff) { s.Decision = evaluation.Caveated }, problem.Invalid},
			"tomorrow's":             {func(s *evaluation.NewSignOff) { s.At = clock.At(w.Clock.T.AddDate(0, 0, 1)) }, problem.Invalid},
			"an old meaning": {func(s *evaluation.NewSignOff) {
				s.Items = []evaluation.NewItem{{items[0].Requirement, items[0].Wording, 7, "", ""}}
			}, problem.Stale},
		} {
			in := good
			c.change(&in)
			_, err := try(w, "evaluation.sign-off", evaluation.Sign, in)
			refused(t, what, err, c.kind)
		}
		w.Verify()
	})
}

func TestAWithdrawnSignOffTakesItsCaveatsWithIt(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		add(w, "Export rows", thread.Must, nil)
		items := list(w)
		items[0].Caveat, items[0].CaveatDue = "only if it is quick", "2026-05-01"
		s := sign(w, w.Dana, evaluation.Caveated, items...)
		p := picture(w).Facts.Promises[0]
		if p.Sort != "caveat" || p.Words.Owner() != w.Dana || p.Words.String() != "only if it is quick" || s.Items[0].Caveat != p.ID {
			t.Errorf("promise %+v", p)
		}
		do(w, "evaluation.withdraw-sign-off", without(evaluation.WithdrawSignOff), evaluation.Unsigning{ID: s.ID, Why: "Signed for another deal"})
		th := picture(w)
		if th.Rows[0].Cells[thread.Won].Verdict != nil || th.Facts.Promises[0].State != thread.PromiseVoid || !strings.Contains(th.Facts.Promises[0].Proof, "another deal") {
			t.Errorf("withdrawn: %+v, %+v", th.Rows[0].Cells[thread.Won].Verdict, th.Facts.Promises[0])
		}
		_, err := try(w, "evaluation.withdraw-sign-off", without(evaluation.WithdrawSignOff), evaluation.Unsigning{ID: s.ID, Why: "again"})
		refused(t, "a second withdrawal", err, problem.Refused)
		w.Verify()
	})
}

func TestAnotherWorkspaceSeesAndChangesNothing(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		e := draft(w)
		c := criterion(w, e, add(w, "Export rows", thread.Must, minutes), 5)
		run(w, e)
		s := sign(w, w.Dana, evaluation.Agreement, list(w)...)
		other := w.As("mara", "SE")
		other.Who.Workspace = "elsewhere"
		for what, act := range map[string]func(context.Context, *journal.Tx) error{
			"a result": func(ctx context.Context, tx *journal.Tx) error {
				_, err := evaluation.RecordResult(ctx, tx, evaluation.NewResult{Criterion: c.ID, Value: number(3)})
				return err
			},
			"a lock": func(ctx context.Context, tx *journal.Tx) error {
				return evaluation.LockCriteria(ctx, tx, evaluation.Lock{Evaluation: e.ID})
			},
			"a withdrawal of the sign-off": func(ctx context.Context, tx *journal.Tx) error {
				return evaluation.WithdrawSignOff(ctx, tx, evaluation.Unsigning{ID: s.ID, Why: "x"})
			},
			"a waiver": func(ctx context.Context, tx *journal.Tx) error {
				_, err := evaluation.Waive(ctx, tx, evaluation.NewWaiver{Criterion: c.ID, Contact: w.Dana, Reason: "x"})
				return err
			},
		} {
			_, err := other.Try("evaluation.any", act)
			refused(t, what, err, problem.Missing)
		}
		if lines, err := evaluation.Area().Inbox(w.Ctx(), other.Reader(), "mara", w.Today()); err != nil || len(lines) != 0 {
			t.Errorf("inbox %v, %v", lines, err)
		}
		w.Verify()
	})
}

func TestAWordingSignedWithoutMarksAtItsThousandsIsTheSame(t *testing.T) {
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{"Peak (orders ≥ 1234567 a day)", "Peak (orders ≥ 1,234,567 a day)", true},
		{"Peak (orders ≥ 40000 a day)", "Peak (orders ≥ 4,000 a day)", false},
		{"in 2, 300 or 4,50", "in 2, 300 or 450", false},
	} {
		if evaluation.SameWording(c.a, c.b) != c.same {
			t.Errorf("%q and %q: want %v", c.a, c.b, c.same)
		}
	}
}
