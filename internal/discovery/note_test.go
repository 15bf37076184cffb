package discovery_test

import (
	"context"
	"testing"
	"time"

	"throughline/internal/discovery"
	"throughline/internal/discovery/qualification"
	"throughline/internal/journal"
	"throughline/internal/problem"
)

func (w world) note(in discovery.NoteSaid) (out discovery.Note, err error) {
	in.Deal = w.Deal
	_, err = w.Try("discovery.add-note", func(ctx context.Context, tx *journal.Tx) error {
		out, err = discovery.AddNote(ctx, tx, in)
		return err
	})
	return out, err
}

// scores are the parts of MEDDPICC by name.
func (w world) scores() map[string]int {
	w.t.Helper()
	all, err := discovery.Qualification(w.Ctx(), w.Reader(), w.Deal, w.Today())
	if err != nil {
		w.t.Fatal(err)
	}
	out := map[string]int{}
	for _, s := range all[0].Parts {
		out[s.Part.Name] = s.Score
	}
	return out
}

func TestQualificationFollowsWhatWasSaidAcceptedAndDone(t *testing.T) {
	each(t, func(t *testing.T, w world) {
		r := w.record(nightly, "nightly.vtt", "given")
		for name, row := range map[string]struct {
			in   discovery.NoteSaid
			want problem.Kind
		}{
			"unknown element":       {discovery.NoteSaid{Element: "luck", Sort: "ours", Words: "x"}, problem.Invalid},
			"unknown sort":          {discovery.NoteSaid{Element: qualification.Pain, Sort: "rumour", Words: "x"}, problem.Invalid},
			"document without name": {discovery.NoteSaid{Element: qualification.Pain, Sort: "document", Words: "x"}, problem.Invalid},
			"no words":              {discovery.NoteSaid{Element: qualification.Pain, Sort: "ours"}, problem.Invalid},
			"quote from elsewhere":  {discovery.NoteSaid{Element: qualification.Pain, Sort: "customer", Words: "we lose money daily", Call: r.Call.ID}, problem.Refused},
			"unknown contact":       {discovery.NoteSaid{Element: qualification.Pain, Sort: "customer", Words: "x", Contact: "nobody"}, problem.Missing},
		} {
			if _, err := w.note(row.in); problem.Of(err) != row.want {
				t.Errorf("%s: %v", name, err)
			}
		}
		if _, err := w.note(discovery.NoteSaid{Element: qualification.Champion, Sort: "ours", Words: "Dana seems to want this"}); err != nil {
			t.Fatal(err)
		}
		quote, err := w.note(discovery.NoteSaid{Element: qualification.Pain, Sort: "customer", Words: "it takes three hours", Call: r.Call.ID})
		if err != nil || quote.Contact != w.Tomas || quote.Position != 2 {
			t.Fatalf("%+v, %v", quote, err)
		}
		act, err := w.note(discovery.NoteSaid{Element: qualification.Pain, Sort: "act", Words: "Lent us a copy of their export", Contact: w.Dana})
		if err != nil {
			t.Fatal(err)
		}
		if s := w.scores(); s["Champion"] != 1 || s["Identify pain"] != 3 || s["Metrics"] != 0 || s["Decision criteria"] != 0 {
			t.Errorf("before anything was accepted: %v", s)
		}
		if _, _, err := w.accept(discovery.Acceptance{ID: w.saying(discovery.Need, "two million").ID}); err != nil {
			t.Fatal(err)
		}
		if s := w.scores(); s["Metrics"] != 2 || s["Decision criteria"] != 2 {
			t.Errorf("with an accepted need and its measure: %v", s)
		}
		w.Do("discovery.remove-note", func(ctx context.Context, tx *journal.Tx) error {
			return discovery.RemoveNote(ctx, tx, act.ID, act.Revision)
		})
		if s := w.scores(); s["Identify pain"] != 2 {
			t.Errorf("without the act: %v", s)
		}
		w.Do("discovery.edit-note", func(ctx context.Context, tx *journal.Tx) error {
			_, err := discovery.EditNote(ctx, tx, discovery.NoteSaid{ID: quote.ID, Revision: 1, Element: qualification.Competition, Sort: "customer", Words: "it takes three hours", Call: r.Call.ID})
			return err
		})
		w.Clock.Add(46 * 24 * time.Hour)
		if s := w.scores(); s["Competition"] != 1 || s["Identify pain"] != 0 || s["Metrics"] != 1 {
			t.Errorf("46 days later: %v", s)
		}
		w.Verify()
	})
}
