package portal_test

import (
	"context"
	"regexp"
	"testing"

	"throughline/internal/journal"
	"throughline/internal/portal"
	"throughline/internal/problem"
	"throughline/internal/store"
	"throughline/internal/thread"
	"throughline/internal/wiring/wiretest"
)

var secrets = store.SQL(`SELECT secret FROM outbox WHERE workspace = $1 ORDER BY letter DESC`)

var linkPath = regexp.MustCompile(`^/l/([\w-]{43})$`)

// secret is the secret part of the link that was sent last, as its letter has it.
func secret(w *wiretest.World) string {
	w.T.Helper()
	all, err := store.List[string](w.Ctx(), w.Journal.DB.Read, secrets, w.Who.Workspace)
	if err != nil {
		w.T.Fatal(err)
	}
	for _, s := range all {
		if m := linkPath.FindStringSubmatch(s); m != nil {
			return m[1]
		}
	}
	w.T.Fatalf("no link in %v", all)
	return ""
}

// code is the code that was sent last.
func code(w *wiretest.World) string {
	w.T.Helper()
	all, err := store.List[string](w.Ctx(), w.Journal.DB.Read, secrets, w.Who.Workspace)
	if err != nil || len(all) == 0 || len(all[0]) != 6 {
		w.T.Fatalf("no code: %v, %v", all, err)
	}
	return all[0]
}

func need(w *wiretest.World, words string) (r thread.Requirement) {
	w.T.Helper()
	w.Do("requirement.add", func(ctx context.Context, tx *journal.Tx) (err error) {
		r, err = thread.Add(ctx, tx, thread.NewRequirement{Deal: w.Deal, Statement: words, Kind: thread.Functional, Priority: thread.Must})
		return err
	})
	return r
}

func send(w *wiretest.World, change func(*portal.NewSignOff)) (l portal.Link) {
	w.T.Helper()
	in := portal.NewSignOff{Deal: w.Deal, Sending: portal.Sending{Recipient: w.Dana}}
	if change != nil {
		change(&in)
	}
	w.Do("portal.ask-sign-off", func(ctx context.Context, tx *journal.Tx) (err error) {
		l, err = portal.SendSignOff(ctx, tx, in)
		return err
	})
	return l
}

// agree answers every wording of a link with yes.
func agree(l portal.Link) portal.Answers {
	in := portal.Answers{Link: l.ID, How: portal.ByFirst, Marks: map[string]portal.Answer{}}
	for _, it := range l.Items {
		in.Marks[it.Requirement] = portal.Answer{Word: portal.Agrees}
	}
	return in
}

func sign(w *wiretest.World, l portal.Link, in portal.Answers) error {
	_, err := w.Journal.Write(w.Ctx(), portal.Actor(l, "Dana Whitfield"), "evaluation.sign-off", func(ctx context.Context, tx *journal.Tx) error {
		_, err := portal.Sign(ctx, tx, in)
		return err
	})
	return err
}

func wants(t *testing.T, err error, kind problem.Kind) {
	t.Helper()
	if problem.Of(err) != kind || err == nil {
		t.Errorf("%v, not %s", err, kind)
	}
}
