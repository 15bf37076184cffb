package impact_test

import (
	"context"
	"net/url"
	"strings"
	"testing"

	"throughline/internal/account"
	"throughline/internal/auth"
	"throughline/internal/demo"
	"throughline/internal/journal"
	"throughline/internal/thread"
	"throughline/internal/web/roomtest"
	"throughline/internal/wiring/wiretest"
)

func TestImpactReachesRequirementsDealsAndMoney(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		h := roomtest.New(t, w)
		var a, finer, alone thread.Requirement
		w.Do("deal.edit", func(ctx context.Context, tx *journal.Tx) error {
			d, err := account.Deal(ctx, tx, w.Deal)
			if err != nil {
				return err
			}
			d.Amount = account.Money{Known: true, Minor: 48600000, Currency: "USD"}
			return journal.Update(ctx, tx, &d)
		})
		w.Do("requirement.add", func(ctx context.Context, tx *journal.Tx) error {
			for r, in := range map[*thread.Requirement]thread.NewRequirement{&a: {Statement: "Replay a day", RaisedBy: w.Dana}, &finer: {Statement: "Replay an hour"}, &alone: {Statement: "Keep audits"}} {
				in.Deal, in.Kind, in.Priority = w.Deal, thread.Functional, thread.Must
				made, err := thread.Add(ctx, tx, in)
				if err != nil {
					return err
				}
				*r = made
			}
			d := demo.Demo{Row: journal.Row{Deal: w.Deal}, Title: "First demo", Kind: "live", State: "planned"}
			if err := journal.Insert(ctx, tx, &d); err != nil {
				return err
			}
			s := demo.Segment{Row: journal.Row{Deal: w.Deal}, Demo: d.ID, Title: "Replay", Capability: "Event replay / batch", Status: "beta"}
			if err := journal.Insert(ctx, tx, &s); err != nil {
				return err
			}
			if err := thread.ConnectAll(ctx, tx, w.Deal, "demo-segment", s.ID, thread.Trace, []string{a.ID}); err != nil {
				return err
			}
			return thread.Connect(ctx, tx, thread.Link{Row: journal.Row{Deal: w.Deal}, FromKind: "requirement", FromID: finer.ID, Relation: thread.Refine, ToKind: "requirement", ToID: a.ID})
		})
		w.Do("promise.give", func(ctx context.Context, tx *journal.Tx) error {
			_, err := thread.Give(ctx, tx, thread.NewPromise{Deal: w.Deal, Requirement: a.ID, Words: "A day in an hour by June", Sort: "date"})
			return err
		})
		v := h.Enter(t, auth.Viewer)
		for _, c := range []struct {
			path         string
			status       int
			holds, lacks []string
		}{
			{"/impact/capability/" + url.PathEscape("event Replay / batch"), 200, []string{"Replay a day", "Replay an hour", "486,000 USD"}, []string{"Keep audits"}},
			{"/impact/capability/nothing", 200, []string{"No requirement hangs on it."}, []string{"USD"}},
			{"/impact/requirement/" + a.ID, 200, []string{"Replay an hour", "What stands behind it", "“A day in an hour by June”, open"}, []string{"Keep audits"}},
			{"/impact/contact/" + w.Dana, 200, []string{"Replay a day", "Dana Whitfield"}, []string{"Keep audits"}},
			{"/impact/person/" + h.People[auth.SE].ID, 200, []string{"486,000 USD", "1 deal"}, nil},
			{"/impact/person/nobody", 404, nil, nil},
			{"/impact/nothing/" + a.ID, 404, nil, nil},
		} {
			status, body := v.Get(c.path)
			if status != c.status {
				t.Errorf("%s: %d, want %d", c.path, status, c.status)
			}
			for _, x := range c.holds {
				if !strings.Contains(body, x) {
					t.Errorf("%s does not say %q", c.path, x)
				}
			}
			for _, x := range c.lacks {
				if strings.Contains(body, x) {
					t.Errorf("%s says %q", c.path, x)
				}
			}
		}
	})
}
