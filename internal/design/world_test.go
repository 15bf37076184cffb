package design_test

import (
	"context"
	"testing"

	"throughline/internal/account"
	"throughline/internal/design"
	"throughline/internal/journal"
	"throughline/internal/thread"
	"throughline/internal/wiring/wiretest"
)

const relayText = `workspace "Northwind" {
    // the customer's own words
    model {
        planner = person "Planner"
        erp = softwareSystem "ERP" "Holds orders" "External"
        relay = softwareSystem "Relay" "Moves events" {
            router = container "Event router" "Gives each shipment one order" "Go"
            store = container "Event store" "Keeps events" "PostgreSQL" "Database" {
                properties {
                    "throughline.owner" "Platform team"
                    "throughline.satisfies" "NWF-2, NWF-99"
                }
            }
            router -> store "keeps events in" "SQL"
        }
        planner -> router "asks" "HTTPS"
        relay -> erp "reads orders from"
        live = deploymentEnvironment "Live" {
            hub = deploymentNode "Hub" "" "Debian" "" 2 {
                containerInstance router
            }
        }
    }
    views {
        container relay "Parts" {
            include *
        }
        styles {
            element "Database" {
                shape cylinder
            }
        }
    }
}
`

// world is a deal with two requirements and nothing designed.
func each(t *testing.T, do func(t *testing.T, w *wiretest.World, replay, audit thread.Requirement)) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		replay := add(w, thread.NewRequirement{Statement: "Replay 24 hours of events within 1 hour", Kind: thread.Functional, Priority: thread.Must})
		audit := add(w, thread.NewRequirement{Statement: "Every change is kept for 7 years", Kind: thread.Security, Priority: thread.Should})
		do(t, w, replay, audit)
		w.Verify()
	})
}

func add(w *wiretest.World, in thread.NewRequirement) (r thread.Requirement) {
	in.Deal = w.Deal
	w.Do("requirement.add", func(ctx context.Context, tx *journal.Tx) (err error) {
		r, err = thread.Add(ctx, tx, in)
		return err
	})
	return r
}

// do runs an act that gives something, and ends the test when it fails.
func do[I, O any](w *wiretest.World, act string, f func(context.Context, *journal.Tx, I) (O, error), in I) (out O) {
	w.T.Helper()
	w.Do(act, func(ctx context.Context, tx *journal.Tx) (err error) {
		out, err = f(ctx, tx, in)
		return err
	})
	return out
}

// try runs an act and gives its error.
func try[I, O any](w *wiretest.World, act string, f func(context.Context, *journal.Tx, I) (O, error), in I) error {
	_, err := w.Try(act, func(ctx context.Context, tx *journal.Tx) error {
		_, err := f(ctx, tx, in)
		return err
	})
	return err
}

func read(w *wiretest.World, text string) design.Report {
	w.T.Helper()
	return do(w, "design.import", design.Import, design.Reading{Deal: w.Deal, Source: []byte(text)})
}

func satisfy(w *wiretest.World, kind, id string, requirements ...string) {
	w.T.Helper()
	w.Do("design.satisfy", func(ctx context.Context, tx *journal.Tx) error {
		return design.Satisfy(ctx, tx, design.Satisfaction{Kind: kind, ID: id, Requirements: requirements})
	})
}

func model(w *wiretest.World) *design.Model {
	w.T.Helper()
	m, err := design.Read(w.Ctx(), w.Reader(), w.Deal)
	if err != nil {
		w.T.Fatal(err)
	}
	return m
}

func named(w *wiretest.World, name string) design.Element {
	w.T.Helper()
	for _, e := range model(w).Elements {
		if e.Name == name && e.Of == "" {
			return e
		}
	}
	w.T.Fatalf("no element is called %s", name)
	return design.Element{}
}

// designed is the station of a requirement.
func designed(w *wiretest.World, requirement string) thread.Cell {
	w.T.Helper()
	th, err := w.Thread(w.Ctx(), w.Reader(), w.Deal, w.Today())
	if err != nil {
		w.T.Fatal(err)
	}
	for _, l := range th.Rows {
		if l.Requirement.ID == requirement {
			return l.Cells[thread.Designed]
		}
	}
	w.T.Fatal("no such requirement")
	return thread.Cell{}
}

func loadDeal(ctx context.Context, tx *journal.Tx, id string) (account.Opportunity, error) {
	return account.Deal(ctx, tx, id)
}

// once makes an act that gives nothing one that try can run.
func once[I any](f func(context.Context, *journal.Tx, I) error) func(context.Context, *journal.Tx, I) (struct{}, error) {
	return func(ctx context.Context, tx *journal.Tx, in I) (struct{}, error) { return struct{}{}, f(ctx, tx, in) }
}
