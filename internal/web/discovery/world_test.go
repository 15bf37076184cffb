package discovery_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"throughline/internal/auth"
	"throughline/internal/browsertest"
	"throughline/internal/clock"
	core "throughline/internal/discovery"
	"throughline/internal/journal"
	"throughline/internal/web/roomtest"
	"throughline/internal/wiring/wiretest"
)

func TestMain(m *testing.M) { os.Exit(browsertest.Run(m)) }

// tourFile is a file of the tour, as it is shipped.
func tourFile(t testing.TB, name string) string {
	t.Helper()
	root, err := browsertest.Root()
	if err != nil {
		t.Fatal(err)
	}
	return filepath.Join(root, "testdata", "tour", name)
}

// recorded keeps a call of these words and gives it with its candidates.
func recorded(w *wiretest.World, title, consent, name, words string, contacts ...string) (core.Call, []core.Candidate) {
	w.T.Helper()
	script, err := core.ReadScript(strings.NewReader(words), name)
	if err != nil {
		w.T.Fatal(err)
	}
	var out core.Recorded
	w.Do("discovery.record", func(ctx context.Context, tx *journal.Tx) (err error) {
		out, err = core.Record(ctx, tx, core.Recording{Deal: w.Deal, Title: title, HeldAt: clock.At(wiretest.Start), Consent: consent, Contacts: contacts, Script: script})
		return err
	})
	found, err := core.OfCall(w.Ctx(), w.Reader(), out.Call.ID)
	if err != nil {
		w.T.Fatal(err)
	}
	return out.Call, found
}

// tourCall keeps the tour's discovery call.
func tourCall(t testing.TB, w *wiretest.World) (core.Call, []core.Candidate) {
	t.Helper()
	words, err := os.ReadFile(tourFile(t, "discovery-call.vtt"))
	if err != nil {
		t.Fatal(err)
	}
	return recorded(w, "Discovery call", "given", "discovery-call.vtt", string(words), w.Dana, w.Tomas)
}

// enter is a world with people, and the SE signed in.
func enter(t *testing.T, w *wiretest.World) (*roomtest.House, *roomtest.Visitor) {
	h := roomtest.New(t, w)
	return h, h.Enter(t, auth.SE)
}

// short is a call of a few words, with what each voice needs.
const short = `Dana Whitfield: We need to read dispatch changes within five seconds.
Mara Lindqvist: Today, how many are there?
Dana Whitfield: On a normal day we see about three hundred events a second. And the audit trail has to be kept for seven years.
`
