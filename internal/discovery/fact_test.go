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

func (w world) fact(in discovery.FactSaid) (out discovery.Fact, err error) {
	in.Deal = w.Deal
	_, err = w.Try("discovery.add-fact", func(ctx context.Context, tx *journal.Tx) error {
		out, err = discovery.AddFact(ctx, tx, in)
		return err
	})
	return out, err
}

// states are the facts' states in the order they came, and the open questions.
func (w world) states() (states string, open []thread.Question) {
	w.t.Helper()
	facts, err := discovery.Facts(w.Ctx(), w.Reader(), w.Deal)
	if err != nil {
		w.t.Fatal(err)
	}
	for _, f := range facts {
		states += string(f.State) + " "
	}
	if open, err = thread.QuestionsFor(w.Ctx(), w.Reader(), "mara"); err != nil {
		w.t.Fatal(err)
	}
	return strings.TrimSpace(states), open
}

func TestTwoPeopleWithDifferentNumbersMakeAContestedFactAndOneQuestion(t *testing.T) {
	for name, row := range map[string]struct {
		value, unit, by string // against 12000 users by Dana
		want            string
		open            int
	}{
		"another number":             {"20,000", "users", "tomas", "contested contested", 1},
		"the same number":            {"12 000", "users", "tomas", "stated stated", 0},
		"corrected by herself":       {"20000", "users", "dana", "stated stated", 0},
		"our guess":                  {"20000", "users", "", "stated assumed", 0},
		"words":                      {"a lot of", "users", "tomas", "stated stated", 0},
		"readable in two ways":       {"20.000", "users", "tomas", "stated stated", 0},
		"another unit, no comparing": {"20000", "GB", "tomas", "stated stated", 0},
	} {
		t.Run(name, func(t *testing.T) {
			each(t, func(t *testing.T, w world) {
				who := map[string]string{"tomas": w.Tomas, "dana": w.Dana}
				if _, err := w.fact(discovery.FactSaid{Name: "Users", Value: "12000", Unit: "users", SaidBy: w.Dana}); err != nil {
					t.Fatal(err)
				}
				if _, err := w.fact(discovery.FactSaid{Name: "users ", Value: row.value, Unit: row.unit, SaidBy: who[row.by]}); err != nil {
					t.Fatal(err)
				}
				states, open := w.states()
				if states != row.want || len(open) != row.open {
					t.Errorf("%s with %d questions, want %s with %d", states, len(open), row.want, row.open)
				}
				w.Verify()
			})
		})
	}
}

func TestVerifyingOneFactSettlesTheContest(t *testing.T) {
	each(t, func(t *testing.T, w world) {
		first, err := w.fact(discovery.FactSaid{Name: "Users", Value: "12000", SaidBy: w.Dana})
		if err != nil {
			t.Fatal(err)
		}
		second, err := w.fact(discovery.FactSaid{Name: "Users", Value: "20000", SaidBy: w.Tomas})
		if err != nil {
			t.Fatal(err)
		}
		_, open := w.states()
		if len(open) != 1 || !strings.Contains(open[0].Words, "12000, 20000") || strings.Contains(open[0].Words, "Dana") {
			t.Errorf("asked %+v", open)
		}
		verify := func(how string) error {
			_, err := w.Try("discovery.verify-fact", func(ctx context.Context, tx *journal.Tx) error {
				_, err := discovery.VerifyFact(ctx, tx, discovery.FactVerified{ID: second.ID, Revision: second.Revision, How: how})
				return err
			})
			return err
		}
		if err := verify(""); problem.Of(err) != problem.Invalid {
			t.Errorf("verified without saying how: %v", err)
		}
		if err := verify("Seen in their directory"); err != nil {
			t.Fatal(err)
		}
		if states, open := w.states(); states != "stated verified" || len(open) != 0 {
			t.Errorf("%s, open %v", states, open)
		}
		facts, err := discovery.Facts(w.Ctx(), w.Reader(), w.Deal)
		if err != nil || facts[0].ID != first.ID || facts[0].ReplacedBy != second.ID {
			t.Errorf("%+v, %v", facts, err)
		}
		if _, err := w.fact(discovery.FactSaid{Name: "Users", Value: "15000", SaidBy: w.Dana}); err != nil {
			t.Fatal(err)
		}
		if states, open := w.states(); states != "stated verified stated" || len(open) != 0 {
			t.Errorf("after another guess: %s, open %v", states, open)
		}
		w.Do("discovery.remove-fact", func(ctx context.Context, tx *journal.Tx) error { return discovery.RemoveFact(ctx, tx, second.ID, 0) })
		if states, open := w.states(); states != "stated stated" || len(open) != 0 { // Dana alone: she corrected herself
			t.Errorf("after the verified one went: %s, open %v", states, open)
		}
		w.Verify()
	})
}

func TestAFactIsCheckedEditedAndExpires(t *testing.T) {
	each(t, func(t *testing.T, w world) {
		for name, row := range map[string]struct {
			in   discovery.FactSaid
			want problem.Kind
		}{
			"no name":          {discovery.FactSaid{Value: "1"}, problem.Invalid},
			"no value":         {discovery.FactSaid{Name: "Users"}, problem.Invalid},
			"stated by nobody": {discovery.FactSaid{Name: "Users", Value: "1", State: discovery.Stated}, problem.Invalid},
			"verified at once": {discovery.FactSaid{Name: "Users", Value: "1", State: discovery.Verified}, problem.Invalid},
			"unknown speaker":  {discovery.FactSaid{Name: "Users", Value: "1", SaidBy: "nobody"}, problem.Missing},
			"quote from air":   {discovery.FactSaid{Name: "Users", Value: "1", Quote: "one user"}, problem.Invalid},
			"unknown call":     {discovery.FactSaid{Name: "Users", Value: "1", Call: "nothing", Quote: "one user"}, problem.Missing},
		} {
			if _, err := w.fact(row.in); problem.Of(err) != row.want {
				t.Errorf("%s: %v", name, err)
			}
		}
		r := w.record(nightly, "nightly.vtt", "given")
		if _, err := w.fact(discovery.FactSaid{Name: "DB", Value: "x", Call: r.Call.ID, Quote: "a Db2 database"}); problem.Of(err) != problem.Refused {
			t.Errorf("a made-up quote: %v", err)
		}
		f, err := w.fact(discovery.FactSaid{Name: "Database", Value: "Oracle 19c", SaidBy: w.Tomas, Call: r.Call.ID, Quote: "on an Oracle 19c database", ValidUntil: "2026-06-30"})
		if err != nil || f.Position != 2 || f.State != discovery.Stated {
			t.Fatalf("%+v, %v", f, err)
		}
		if f.Standing("2026-06-30") != discovery.Stated || f.Standing("2026-07-01") != discovery.Expired {
			t.Error("a fact expires on the day after its last")
		}
		edit := func(in discovery.FactEdit) (out discovery.Fact, err error) {
			in.ID = f.ID
			_, err = w.Try("discovery.edit-fact", func(ctx context.Context, tx *journal.Tx) error {
				out, err = discovery.EditFact(ctx, tx, in)
				return err
			})
			return out, err
		}
		if _, err := edit(discovery.FactEdit{Revision: 5, Name: "Database", Value: "y", State: discovery.Assumed}); problem.Of(err) != problem.Stale {
			t.Errorf("stale: %v", err)
		}
		got, err := edit(discovery.FactEdit{Name: "Database", Value: "Oracle 23ai", State: discovery.Assumed})
		if err != nil || got.Value != "Oracle 23ai" || got.State != discovery.Assumed || got.Revision != 2 || got.Quote.String() != "on an Oracle 19c database" {
			t.Errorf("%+v, %v", got, err)
		}
		w.Verify()
	})
}

func TestTheNumberOfAFactHasAMarkAtItsThousandsWhereItHasAUnit(t *testing.T) {
	for _, c := range [][3]string{{"40000", "orders/day", "40,000 orders/day"}, {"12,000", "orders", "12,000 orders"}, {"1.500", "orders", "1.500 orders"},
		{"2019", "", "2019"}, {"Oracle 19c", "", "Oracle 19c"}, {"ten", "days", "ten days"}, {"8.5", "min", "8.5 min"}} {
		if got := (discovery.Fact{Value: c[0], Unit: c[1]}).Amount(); got != c[2] {
			t.Errorf("%s %s reads %q, want %q", c[0], c[1], got, c[2])
		}
	}
}
