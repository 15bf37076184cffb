package followup

import (
	"context"
	"slices"
	"strings"

	"throughline/internal/account"
	"throughline/internal/clock"
	"throughline/internal/delivery"
	"throughline/internal/demo"
	"throughline/internal/discovery"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/thread"
)

// Talk is a call or a demo with what came of it, as it is told to the customer.
type Talk struct {
	Kind, ID string
	Title    string
	HeldAt   clock.Instant
	Contacts []string // who was there of the customer

	Heard    []thread.Requirement // what they need, musts first
	Facts    []discovery.Fact     // how things are today, as they said
	Shown    []demo.Segment       // what they saw
	Promised []thread.Promise     // what we said we will do and have not done yet
	Confirm  []discovery.Fact     // what we assume and they should confirm
	Tasks    []delivery.Task      // what is theirs to do next
	Next     account.Step

	repeats []string
}

// Find loads a talk of a deal.
func Find(ctx context.Context, src journal.Source, deal account.Opportunity, kind, id string) (Talk, error) {
	t := Talk{Kind: kind, ID: id, Next: account.Step{Words: deal.NextStep, By: deal.NextBy, On: deal.NextOn}}
	if err := t.meet(ctx, src, deal.ID); err != nil {
		return t, err
	}
	needs, err := thread.Requirements(ctx, src, deal.ID)
	if err != nil {
		return t, err
	}
	heard, err := t.gave(ctx, src, deal.ID)
	if err != nil {
		return t, err
	}
	for _, r := range needs {
		if heard[r.ID] && r.Stands() {
			t.Heard = append(t.Heard, r)
		}
	}
	slices.SortStableFunc(t.Heard, func(a, b thread.Requirement) int { return rank(a.Priority) - rank(b.Priority) })
	if err := t.facts(ctx, src, deal.ID); err != nil {
		return t, err
	}
	if err := t.promised(ctx, src, deal.ID); err != nil {
		return t, err
	}
	return t, t.theirs(ctx, src, deal.ID)
}

// meet reads when it was and who was there.
func (t *Talk) meet(ctx context.Context, src journal.Source, deal string) error {
	switch t.Kind {
	case AfterCall:
		c, err := journal.Load[discovery.Call](ctx, src, t.ID)
		if err != nil || c.Deal != deal || c.Form == discovery.FormList {
			return missing(err, t.Kind, t.ID)
		}
		t.Title, t.HeldAt, t.Contacts = c.Title, c.HeldAt, c.Contacts
	case AfterDemo:
		d, err := journal.Load[demo.Demo](ctx, src, t.ID)
		if err != nil || d.Deal != deal || d.State == demo.Withdrawn {
			return missing(err, t.Kind, t.ID)
		}
		t.Title, t.HeldAt, t.Contacts = d.Title, d.HeldAt, d.Contacts
	default:
		return problem.NotFound("talk", t.Kind)
	}
	return nil
}

func missing(err error, kind, id string) error {
	if err != nil {
		return err
	}
	return problem.NotFound(kind, id)
}

// gave are the requirements that were accepted from the words of a call. Of a demo it reads what was shown.
func (t *Talk) gave(ctx context.Context, src journal.Source, deal string) (map[string]bool, error) {
	out := map[string]bool{}
	if t.Kind == AfterCall {
		found, err := journal.List[discovery.Candidate](ctx, src, deal)
		for _, c := range found {
			if c.Call == t.ID && c.Requirement != "" {
				out[c.Requirement] = true
			}
		}
		return out, err
	}
	all, err := demo.Segments(ctx, src, deal)
	for _, s := range all {
		if s.Demo == t.ID && (s.Shown == "full" || s.Shown == "part") {
			t.Shown = append(t.Shown, s)
		}
	}
	if err != nil {
		return out, err
	}
	shows, err := thread.Linked(ctx, src, deal, "demo-segment", thread.Trace)
	for r, segments := range shows {
		if slices.ContainsFunc(t.Shown, func(s demo.Segment) bool { return slices.Contains(segments, s.ID) }) {
			t.repeats = append(t.repeats, r)
		}
	}
	return out, err
}

func (t *Talk) facts(ctx context.Context, src journal.Source, deal string) error {
	all, err := discovery.Facts(ctx, src, deal)
	for _, f := range all {
		switch {
		case f.ReplacedBy != "":
		case f.State == discovery.Assumed:
			t.Confirm = append(t.Confirm, f)
		case f.Call == t.ID && f.State == discovery.Stated:
			t.Facts = append(t.Facts, f)
		}
	}
	return err
}

// promised are the promises made in the talk; those of other days stand in their own letters.
func (t *Talk) promised(ctx context.Context, src journal.Source, deal string) error {
	all, err := thread.Promises(ctx, src, deal)
	for _, p := range all {
		if p.FromID == t.ID && p.Pending() && !p.Words.Gone() || t.promises(p) {
			t.Promised = append(t.Promised, p)
		}
	}
	return err
}

// promises says whether the promise came of one of the demo's segments.
func (t *Talk) promises(p thread.Promise) bool {
	return p.Pending() && !p.Words.Gone() && slices.ContainsFunc(t.Shown, func(s demo.Segment) bool { return s.Promise == p.ID || s.ID == p.FromID })
}

// theirs are the customer's open tasks, the next due first.
func (t *Talk) theirs(ctx context.Context, src journal.Source, deal string) error {
	all, err := delivery.Tasks(ctx, src, deal)
	for _, task := range all {
		if task.Party == "customer" && task.State != delivery.TaskDone {
			t.Tasks = append(t.Tasks, task)
		}
	}
	slices.SortStableFunc(t.Tasks, func(a, b delivery.Task) int { return strings.Compare(string(a.DueOn), string(b.DueOn)) })
	return err
}

// Repeats are the requirements that a follow-up of the talk repeats.
func (t Talk) Repeats() []string {
	out := append([]string{}, t.repeats...)
	for _, r := range t.Heard {
		out = append(out, r.ID)
	}
	slices.Sort(out)
	return out
}

func rank(p thread.Priority) int { return slices.Index(thread.PriorityWords, string(p)) }
