package calendar

import (
	"context"
	"fmt"
	"sort"
	"time"

	"throughline/internal/account"
	"throughline/internal/demo"
	"throughline/internal/discovery"
	"throughline/internal/evaluation"
	"throughline/internal/insight"
	"throughline/internal/journal"
	"throughline/internal/thread"
)

// mostDeals is how many of a person's deals a feed tells of.
const mostDeals = 200

// hour is how long a call or a demo is taken to last; nothing says it.
const hour = time.Hour

// Events are what a person's open and won deals have, by their beginning.
func Events(ctx context.Context, r *journal.Reader, person string) ([]Event, error) {
	deals, err := insight.Deals(ctx, r, insight.Filter{Mine: person, Sort: "name", Limit: mostDeals})
	if err != nil {
		return nil, err
	}
	var out []Event
	for _, d := range deals {
		for _, of := range []func(context.Context, *journal.Reader, insight.Deal) ([]Event, error){calls, demos, evaluations, promises} {
			some, err := of(ctx, r, d)
			if err != nil {
				return nil, err
			}
			out = append(out, some...)
		}
		if d.GoLiveOn != "" {
			out = append(out, Event{UID: "go-live-" + d.Deal, Summary: "Go-live: " + d.Account, About: told(d, "Planned go-live"), Path: path(d, "/delivery"), On: d.GoLiveOn})
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return begins(out[i]).Before(begins(out[j])) })
	return out, nil
}

func begins(e Event) time.Time {
	if e.On != "" {
		return e.On.Time()
	}
	return e.At.Time()
}

func path(d insight.Deal, below string) string { return "/deals/" + d.Prefix + below }

func told(d insight.Deal, what string) string { return what + "\n" + d.Prefix + ", " + d.Name }

func calls(ctx context.Context, r *journal.Reader, d insight.Deal) (out []Event, err error) {
	all, err := journal.List[discovery.Call](ctx, r, d.Deal)
	for _, c := range all {
		if !c.HeldAt.IsZero() {
			out = append(out, Event{UID: c.ID, Change: c.Revision, Summary: d.Account + ": " + c.Title, About: told(d, "A "+c.Kind), Path: path(d, "/discovery/"+c.ID), At: c.HeldAt, Lasts: hour})
		}
	}
	return out, err
}

func demos(ctx context.Context, r *journal.Reader, d insight.Deal) (out []Event, err error) {
	all, err := journal.List[demo.Demo](ctx, r, d.Deal)
	for _, x := range all {
		if !x.HeldAt.IsZero() && x.State != demo.Withdrawn {
			out = append(out, Event{UID: x.ID, Change: x.Revision, Summary: d.Account + ", demo: " + x.Title, About: told(d, "A demo, "+x.Kind+", "+string(x.State)), Path: path(d, "/demo"), At: x.HeldAt, Lasts: hour})
		}
	}
	return out, err
}

func evaluations(ctx context.Context, r *journal.Reader, d insight.Deal) (out []Event, err error) {
	all, err := journal.List[evaluation.Evaluation](ctx, r, d.Deal)
	for _, x := range all {
		if x.From != "" && x.State != evaluation.Withdrawn {
			out = append(out, Event{UID: x.ID, Change: x.Revision, Summary: d.Account + ", evaluation: " + x.Title, About: told(d, "An evaluation, "+string(x.State)), Path: path(d, "/evaluation"), On: x.From, Until: x.To})
		}
	}
	return out, err
}

// promises tell which is due, not its words: a feed leaves the house.
func promises(ctx context.Context, r *journal.Reader, d insight.Deal) (out []Event, err error) {
	all, err := thread.Promises(ctx, r, d.Deal)
	for _, p := range all {
		if due := p.DueOn(); due != "" && p.Pending() {
			out = append(out, Event{UID: p.ID, Change: p.Revision, Summary: fmt.Sprintf("%s: promise P%d is due", d.Account, p.Number), About: told(d, "A promise"), Path: path(d, "/promises/"+p.ID), On: due})
		}
	}
	return out, err
}

// Told is all that a person's feed tells, and the zone of their workspace.
func Told(ctx context.Context, r *journal.Reader, person string) (zone string, events []Event, err error) {
	home, err := account.Home(ctx, r)
	if err != nil {
		return "", nil, err
	}
	events, err = Events(ctx, r, person)
	return home.Location().String(), events, err
}
