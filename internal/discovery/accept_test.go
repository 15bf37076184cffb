package discovery_test

import (
	"context"
	"strings"
	"testing"

	"throughline/internal/discovery"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/thread"
)

func TestAnAcceptedNeedBecomesARequirementWithItsQuoteAndMark(t *testing.T) {
	each(t, func(t *testing.T, w world) {
		w.record(nightly, "nightly.vtt", "given")
		c := w.saying(discovery.Need, "two million")
		o, receipt, err := w.accept(discovery.Acceptance{ID: c.ID, Revision: c.Revision, Statement: "Export 2 M rows within 10 minutes", Group: "Export", Quote: "must finish within 10 minutes"})
		if err != nil {
			t.Fatal(err)
		}
		if r := o.Requirement; r.Number != 1 || r.Statement != "Export 2 M rows within 10 minutes" || r.RaisedBy != w.Dana || r.Grouping != "Export" || r.Measure == nil {
			t.Errorf("requirement %+v", r)
		}
		th, err := w.Thread(w.Ctx(), w.Reader(), w.Deal, w.Today())
		if err != nil {
			t.Fatal(err)
		}
		if e := th.Rows[0].Cells[thread.Heard].Verdict.Evidence; len(e) != 1 || e[0].Text != "must finish within 10 minutes" {
			t.Errorf("heard by %+v", e)
		}
		all, err := journal.List[thread.Quote](w.Ctx(), w.Reader(), w.Deal)
		if err != nil || all[0].Mark != "00:00:07" || all[0].Speaker != w.Dana || all[0].FromID != c.Call {
			t.Errorf("quote %+v, %v", all, err)
		}
		if _, _, err := w.accept(discovery.Acceptance{ID: c.ID}); problem.Of(err) != problem.Refused {
			t.Errorf("accepted twice: %v", err)
		}
		if _, err := w.Journal.Undo(w.Ctx(), w.Who, receipt.Act); err != nil {
			t.Fatal(err)
		}
		if c := w.saying(discovery.Need, "two million"); c.State != discovery.Found || c.Requirement != "" {
			t.Errorf("after undo %+v", c)
		}
		w.Verify()
	})
}

func TestAFactAndAPromiseAreAcceptedAsWhatTheyAre(t *testing.T) {
	each(t, func(t *testing.T, w world) {
		w.record(nightly, "nightly.vtt", "given")
		fact := w.saying(discovery.AsIs, "three hours")
		o, _, err := w.accept(discovery.Acceptance{ID: fact.ID, Name: "Database", Value: "Oracle 19c"})
		if err != nil || o.Fact == nil {
			t.Fatal(err)
		}
		if f := o.Fact; f.State != discovery.Stated || f.SaidBy != w.Tomas || f.Value != "Oracle 19c" || f.Quote.IsZero() {
			t.Errorf("fact %+v", f)
		}
		o, _, err = w.accept(discovery.Acceptance{ID: w.saying(discovery.Promise, "written sizing").ID, Due: "2026-03-06"})
		if err != nil || o.Promise == nil {
			t.Fatal(err)
		}
		if p := o.Promise; p.Number != 1 || p.ByPerson != "mara" || p.Due != "2026-03-06" || p.Where != "Discovery of 2026-03-02, 00:00:23" || p.Words.Owner() != w.Deal {
			t.Errorf("promise %+v", p)
		}
		if c := w.saying(discovery.Promise, "written sizing"); c.State != discovery.Accepted || c.Promise != o.Promise.ID {
			t.Errorf("candidate %+v", c)
		}
		w.Verify()
	})
}

func TestManyAreAcceptedAtOnceAndTheRefusedOnesAreNamed(t *testing.T) {
	each(t, func(t *testing.T, w world) {
		w.record(nightly, "nightly.vtt", "given")
		var ids []string
		for _, c := range w.candidates() {
			ids = append(ids, c.ID)
		}
		w.Do("discovery.reject", func(ctx context.Context, tx *journal.Tx) error {
			_, err := discovery.Reject(ctx, tx, ids[0], 1, "small talk")
			return err
		})
		many := func(deal string, ids []string) (out discovery.AcceptedMany, err error) {
			_, err = w.Try("discovery.accept-many", func(ctx context.Context, tx *journal.Tx) error {
				out, err = discovery.AcceptMany(ctx, tx, deal, ids)
				return err
			})
			return out, err
		}
		for name, row := range map[string]struct {
			deal string
			ids  []string
			want problem.Kind
		}{"none": {w.Deal, nil, problem.Invalid}, "unknown": {w.Deal, []string{"zzz"}, problem.Missing}, "another deal": {"elsewhere", ids, problem.Missing}} {
			if _, err := many(row.deal, row.ids); problem.Of(err) != row.want {
				t.Errorf("%s: %v", name, err)
			}
		}
		out, err := many(w.Deal, append(ids, ids[1]))
		if err != nil || len(out.Outcomes) != len(ids)-1 || len(out.Refused) != 1 || out.Refused[0].ID != ids[0] {
			t.Errorf("%d taken of %d, refused %v, %v", len(out.Outcomes), len(ids), out.Refused, err)
		}
		for _, c := range w.candidates()[1:] {
			if c.State != discovery.Accepted {
				t.Errorf("%s is %s", c.Quote, c.State)
			}
		}
		w.Verify()
	})
}

func TestACandidateIsMergedOrRejectedOnceAndOnlyWithinItsDeal(t *testing.T) {
	each(t, func(t *testing.T, w world) {
		w.record(nightly, "nightly.vtt", "given")
		first, _, err := w.accept(discovery.Acceptance{ID: w.saying(discovery.Need, "two million").ID})
		if err != nil {
			t.Fatal(err)
		}
		saml := w.saying(discovery.Need, "SAML")
		merge := func(into string, revision int64) error {
			_, err := w.Try("discovery.merge", func(ctx context.Context, tx *journal.Tx) error {
				_, err := discovery.Merge(ctx, tx, saml.ID, revision, into)
				return err
			})
			return err
		}
		if err := merge("nothing", 0); problem.Of(err) != problem.Missing {
			t.Errorf("merged into nothing: %v", err)
		}
		if err := merge(first.Requirement.ID, 7); problem.Of(err) != problem.Stale {
			t.Errorf("stale merge: %v", err)
		}
		if err := merge(first.Requirement.ID, 0); err != nil {
			t.Fatal(err)
		}
		th, err := w.Thread(w.Ctx(), w.Reader(), w.Deal, w.Today())
		if err != nil || len(th.Rows) != 1 || len(th.Rows[0].Cells[thread.Heard].Verdict.Evidence) != 2 {
			t.Errorf("after the merge %+v, %v", th.Rows, err)
		}
		eu := w.saying(discovery.Need, "Zebrafish")
		reject := func(why string) error {
			_, err := w.Try("discovery.reject", func(ctx context.Context, tx *journal.Tx) error {
				_, err := discovery.Reject(ctx, tx, eu.ID, 0, why)
				return err
			})
			return err
		}
		for _, row := range []struct {
			why  string
			want problem.Kind
		}{{"", problem.Invalid}, {strings.Repeat("x", 501), problem.Invalid}, {"out of scope", problem.Internal}, {"again", problem.Refused}} {
			if err := reject(row.why); problem.Of(err) != row.want || row.want == problem.Internal && err != nil {
				t.Errorf("rejected with %.10q: %v", row.why, err)
			}
		}
		w.Verify()
	})
}

func TestAQuoteThatIsNotInTheTranscriptIsRefused(t *testing.T) {
	each(t, func(t *testing.T, w world) {
		r := w.record(nightly, "nightly.vtt", "given")
		c := w.saying(discovery.Need, "two million")
		for _, quote := range []string{"The nightly export takes forever", "SAML sign-in for everybody"} { // the second is another voice's
			if _, _, err := w.accept(discovery.Acceptance{ID: c.ID, Quote: quote}); problem.Of(err) != problem.Refused {
				t.Errorf("%q: %v", quote, err)
			}
		}
		mark := func(quote string) (out discovery.Candidate, err error) {
			_, err = w.Try("discovery.mark", func(ctx context.Context, tx *journal.Tx) error {
				out, err = discovery.MarkCandidate(ctx, tx, discovery.Marking{Call: r.Call.ID, Quote: quote, Kind: thread.Data})
				return err
			})
			return out, err
		}
		if _, err := mark("we want a pony"); problem.Of(err) != problem.Refused {
			t.Errorf("a made-up quote was marked: %v", err)
		}
		got, err := mark("an   Oracle 19c\ndatabase")
		if err != nil || got.Speaker != w.Tomas || got.Clock() != "00:00:16" || !got.ByHand || got.Priority != thread.Should {
			t.Errorf("marked %+v, %v", got, err)
		}
		n := len(w.candidates())
		var again discovery.Proposal
		w.Do("discovery.propose", func(ctx context.Context, tx *journal.Tx) (err error) {
			again, err = discovery.Propose(ctx, tx, r.Call.ID)
			return err
		})
		if again.New != 0 || again.Dropped != 0 || again.Kept != n-1 || len(w.candidates()) != n {
			t.Errorf("looking again: %+v, %d candidates of %d", again, len(w.candidates()), n)
		}
		w.Verify()
	})
}
