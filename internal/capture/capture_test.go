package capture_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"throughline/internal/account"
	"throughline/internal/auth"
	"throughline/internal/capture"
	"throughline/internal/capture/note"
	"throughline/internal/discovery"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/thread"
	"throughline/internal/wiring/wiretest"
)

const said = "Call with Priya Nair of Northwind. They must sign in through Okta. Today they export to Excel every Friday. " +
	"I promised to send the SOC 2 report by Thursday. Priya loved the audit trail. Who owns the firewall rules? Next step: workshop with Priya on 3 December."

// person makes one of ours who sells the world's deal.
func person(w *wiretest.World) *wiretest.World {
	p := auth.Person{Email: "mara@ours.example", Name: "Mara Lindqvist", Role: auth.SE}
	w.Do("person.add", func(ctx context.Context, tx *journal.Tx) error { return auth.Add(ctx, tx, &p) })
	w.Do("deal.edit", func(ctx context.Context, tx *journal.Tx) error {
		d, err := account.Deal(ctx, tx, w.Deal)
		d.SE = p.ID
		if err != nil {
			return err
		}
		return journal.Update(ctx, tx, &d)
	})
	w.Do("contact.add", func(ctx context.Context, tx *journal.Tx) error {
		_, err := account.Meet(ctx, tx, w.Deal, "Priya Nair", "security")
		return err
	})
	return w.As(p.ID, "SE")
}

func take(w *wiretest.World, text, deal string) (out capture.Taken) {
	w.Do("capture.take", func(ctx context.Context, tx *journal.Tx) (err error) {
		out, err = capture.Take(ctx, tx, capture.Noting{Text: text, Deal: deal})
		return err
	})
	return out
}

func TestANoteFindsItsDealAndBecomesWhatItHolds(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		w = person(w)
		got := take(w, said, "")
		if got.Deal != w.Deal || !strings.Contains(got.Why, "Priya Nair") {
			t.Fatalf("filed in %q because it %s", got.Deal, got.Why)
		}
		var sorts []string
		for _, p := range got.Proposals {
			sorts = append(sorts, string(p.Sort))
		}
		if want := "requirement,fact,promise,reaction,question,next step"; strings.Join(sorts, ",") != want {
			t.Fatalf("proposed %v", sorts)
		}
		w.Do("capture.accept-all", func(ctx context.Context, tx *journal.Tx) error {
			all, err := capture.AcceptAll(ctx, tx, w.Deal, got.Call)
			if len(all.Accepted) != 6 || len(all.Refused) != 0 {
				t.Errorf("accepted %d, refused %v", len(all.Accepted), all.Refused)
			}
			return err
		})
		check(t, w)
		w.Verify()
	})
}

func check(t *testing.T, w *wiretest.World) {
	t.Helper()
	ctx, r := w.Ctx(), w.Reader()
	reqs, _ := thread.Requirements(ctx, r, w.Deal)
	if n := len(reqs); n == 0 || !strings.Contains(reqs[n-1].Statement, "Okta") {
		t.Errorf("requirements: %v", reqs)
	}
	if facts, _ := discovery.Facts(ctx, r, w.Deal); len(facts) != 1 {
		t.Errorf("%d facts", len(facts))
	}
	if p, _ := thread.Promises(ctx, r, w.Deal); len(p) != 1 || p[0].Due == "" {
		t.Errorf("promises: %v", p)
	}
	if q, _ := journal.List[thread.Question](ctx, r, w.Deal); len(q) != 1 || q[0].AskedOf != w.Who.Person {
		t.Errorf("questions: %v", q)
	}
	d, _ := journal.Load[account.Opportunity](ctx, r, w.Deal)
	if d.NextStep != "Workshop with Priya on 3 December" || d.NextBy != w.Who.Person || d.NextOn == "" {
		t.Errorf("next: %q by %q on %q", d.NextStep, d.NextBy, d.NextOn)
	}
	holders, _ := account.Named(ctx, r, w.Deal)
	if i := slices.IndexFunc(holders, func(s account.Stakeholder) bool { return s.Role == "security" }); i < 0 || holders[i].Stance != 2 {
		t.Errorf("stakeholders: %v", holders)
	}
}

func TestANoteThatNamesNobodyWaitsForItsDeal(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		w = person(w)
		got := take(w, "They must be able to roll back within one hour.", "")
		if got.Note == "" || got.Deal != "" {
			t.Fatalf("kept as %+v", got)
		}
		_, err := w.As("jonas", "SA").Try("capture.file", func(ctx context.Context, tx *journal.Tx) error {
			_, err := capture.File(ctx, tx, got.Note, w.Deal)
			return err
		})
		if problem.Of(err) != problem.Missing {
			t.Errorf("another's note: %v", err)
		}
		w.Do("capture.file", func(ctx context.Context, tx *journal.Tx) error {
			out, err := capture.File(ctx, tx, got.Note, w.Deal)
			if len(out.Proposals) != 1 || out.Proposals[0].Sort != note.Requirement {
				t.Errorf("proposed %v", out.Proposals)
			}
			return err
		})
		if left, _ := capture.Unfiled(w.Ctx(), w.Reader(), w.Who.Person); len(left) != 0 {
			t.Errorf("%d notes wait still", len(left))
		}
		w.Verify()
	})
}

func TestWordsAreKeptWhereNothingIsProposedAndTwiceIsOnce(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		w = person(w)
		got := take(w, "Lunch was nice.", w.Deal)
		if again := take(w, "Lunch was nice. ", w.Deal); again.Call != got.Call {
			t.Errorf("the same words are two notes: %s and %s", got.Call, again.Call)
		}
		call, err := journal.Load[discovery.Call](w.Ctx(), w.Reader(), got.Call)
		if err != nil {
			t.Fatal(err)
		}
		words, err := discovery.Segments(w.Ctx(), w.Reader(), call)
		if err != nil || len(words) != 1 || words[0].Text != "Lunch was nice." || len(got.Proposals) != 0 {
			t.Errorf("kept %v, proposed %v, %v", words, got.Proposals, err)
		}
		w.Verify()
	})
}

func TestAnErasedPersonsWordsInANoteAreGone(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		w = person(w)
		got := take(w, "Priya loved the audit trail.", w.Deal)
		w.Do("contact.erase", func(ctx context.Context, tx *journal.Tx) error { return account.Erase(ctx, tx, got.Proposals[0].Who) })
		left, err := capture.OfNote(w.Ctx(), w.Reader(), got.Call)
		if err != nil || len(left) != 1 || !left[0].Quote.Gone() || !left[0].Statement.Gone() || left[0].Waits() {
			t.Errorf("%v %v", left, err)
		}
		w.Verify()
	})
}

func TestAcceptRefusesWhatItsActRefuses(t *testing.T) {
	w := wiretest.New(t, t.TempDir())
	w = person(w)
	got := take(w, said, "")
	of := func(s note.Sort) capture.Proposal {
		return got.Proposals[slices.IndexFunc(got.Proposals, func(p capture.Proposal) bool { return p.Sort == s })]
	}
	for _, row := range []struct {
		name string
		who  *wiretest.World
		in   capture.Choice
		want problem.Kind
	}{
		{"an account executive records no requirement", w.As("cole", "AE"), capture.Choice{ID: of(note.Requirement).ID}, problem.Forbidden},
		{"a reaction is somebody's", w, capture.Choice{ID: of(note.Reaction).ID, Change: &capture.Change{Sort: note.Reaction, Statement: "good"}}, problem.Refused},
		{"a mark has an end", w, capture.Choice{ID: of(note.Reaction).ID, Change: &capture.Change{Sort: note.Reaction, Statement: "good", Who: of(note.Reaction).Who, Mark: 9}}, problem.Invalid},
		{"there are six sorts", w, capture.Choice{ID: of(note.Fact).ID, Change: &capture.Change{Sort: "rumour", Statement: "x"}}, problem.Invalid},
		{"a stale page", w, capture.Choice{ID: of(note.Fact).ID, Revision: 7}, problem.Stale},
	} {
		_, err := row.who.Try("capture.accept", func(ctx context.Context, tx *journal.Tx) error {
			_, err := capture.Accept(ctx, tx, row.in)
			return err
		})
		if problem.Of(err) != row.want {
			t.Errorf("%s: %v", row.name, err)
		}
	}
	for _, text := range []string{"", " \n\t", "\x00\x01", strings.Repeat("a ", 20_001)} {
		_, err := w.Try("capture.take", func(ctx context.Context, tx *journal.Tx) error {
			_, err := capture.Take(ctx, tx, capture.Noting{Text: text})
			return err
		})
		if problem.Of(err) != problem.Invalid {
			t.Errorf("%.10q is taken: %v", text, err)
		}
	}
}
