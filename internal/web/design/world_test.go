package design_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"throughline/internal/auth"
	"throughline/internal/browsertest"
	core "throughline/internal/design"
	"throughline/internal/handoff"
	"throughline/internal/journal"
	"throughline/internal/thread"
	"throughline/internal/web/roomtest"
	"throughline/internal/wiring/wiretest"
)

func TestMain(m *testing.M) { os.Exit(browsertest.Run(m)) }

func do[In, Out any](w *wiretest.World, act string, f func(context.Context, *journal.Tx, In) (Out, error), in In) (out Out) {
	w.T.Helper()
	w.Do(act, func(ctx context.Context, tx *journal.Tx) (err error) {
		out, err = f(ctx, tx, in)
		return err
	})
	return out
}

// needs are requirements that the tour's model answers.
var needs = []struct {
	statement string
	kind      thread.Kind
	priority  thread.Priority
}{
	{"Receive EDI 204, 210 and 214 from 140 carriers with no change at the carrier", thread.Integration, thread.Must},
	{"Take 2,400 events a second for 30 minutes at peak and lose none", thread.Quality, thread.Must},
	{"Replay any 24 hours of events into one consumer within 1 hour", thread.Functional, thread.Must},
	{"Keep all shipment data in the EU, Frankfurt region", thread.Data, thread.Must},
	{"Mask driver names and phone numbers before events leave Relay", thread.Security, thread.Should},
	{"Let Northwind’s own team add a carrier in under one day", thread.Functional, thread.Should},
	{"Alert dispatch within 60 seconds when a route stops delivering", thread.Functional, thread.Could},
}

// heard is a deal with requirements and nothing designed.
func heard(t *testing.T, w *wiretest.World) (*roomtest.House, []string) {
	h := roomtest.New(t, w)
	var ids []string
	for _, n := range needs {
		ids = append(ids, do(w, "requirement.add", thread.Add, thread.NewRequirement{Deal: w.Deal, Statement: n.statement, Kind: n.kind, Priority: n.priority}).ID)
	}
	return h, ids
}

// signed is such a deal on the day after its signature.
func signed(t *testing.T, w *wiretest.World) (*roomtest.House, []string) {
	h, ids := heard(t, w)
	w.Clock.Set(time.Date(2026, 4, 1, 9, 0, 0, 0, time.UTC))
	do(w, "handoff.sign", handoff.Sign, handoff.Signature{Deal: w.Deal, Receiver: h.People[auth.SA].ID})
	w.Clock.Set(time.Date(2026, 4, 2, 9, 0, 0, 0, time.UTC))
	return h, ids
}

// tour is the shipped workspace.
func tour(t testing.TB) (path string, text []byte) {
	t.Helper()
	root, err := browsertest.Root()
	if err != nil {
		t.Fatal(err)
	}
	path = filepath.Join(root, "testdata", "tour", "relay-northwind.dsl")
	if text, err = os.ReadFile(path); err != nil {
		t.Fatal(err)
	}
	return path, text
}

// modelled is a deal with the tour's workspace read into it.
func modelled(t *testing.T, w *wiretest.World) (*roomtest.House, []string) {
	h, ids := signed(t, w)
	_, text := tour(t)
	do(h.By(auth.SA), "design.import", core.Import, core.Reading{Deal: w.Deal, Name: "relay-northwind.dsl", Source: text})
	return h, ids
}

func model(h *roomtest.House) *core.Model {
	h.T.Helper()
	m, err := core.Read(h.Ctx(), h.Reader(), h.Deal)
	if err != nil {
		h.T.Fatal(err)
	}
	return m
}

func named(h *roomtest.House, name string) core.Element {
	h.T.Helper()
	for _, e := range model(h).Elements {
		if e.Name == name && e.Of == "" {
			return e
		}
	}
	h.T.Fatalf("no element is called %s", name)
	return core.Element{}
}
