package tale

import (
	"context"
	"strings"

	"throughline/internal/clock"
	"throughline/internal/discovery"
	"throughline/internal/journal"
	"throughline/internal/thread"
)

// Need is a requirement with the words it was heard in.
type Need struct {
	Word, Quote, Say string
	Kind             thread.Kind
	Priority         thread.Priority
	Measure          *thread.Measure
}

// Measure is a metric compared with a target.
func Measure(metric, comparison string, target float64, unit string) *thread.Measure {
	return &thread.Measure{Metric: metric, Comparison: comparison, Target: target, Unit: unit}
}

// Hears accepts requirements from a call: the candidate that was found for the quote, or the
// quote marked by hand where none was.
func (t *Tale) Hears(call, group string, needs ...Need) {
	for _, n := range needs {
		t.needs = append(t.needs, n.Word)
		t.then(func(w *writing) error {
			in := discovery.Acceptance{Sort: discovery.Need, Statement: t.Say(n.Say), Kind: n.Kind, Priority: n.Priority, Measure: n.Measure, NoMeasure: n.Measure == nil, Group: group}
			return t.accept(w, call, n.Quote, in, func(o discovery.Outcome) { t.ids[n.Word] = o.Requirement.ID })
		})
	}
}

// Said accepts from a call what our side promised there.
func (t *Tale) Said(call, word, quote, need string, due clock.Date) {
	t.then(func(w *writing) error {
		in := discovery.Acceptance{Sort: discovery.Promise, Due: due}
		if need != "" {
			in.For = t.id(need)
		}
		return t.accept(w, call, quote, in, func(o discovery.Outcome) { t.ids[word] = o.Promise.ID })
	})
}

func (t *Tale) accept(w *writing, call, quote string, in discovery.Acceptance, keep func(discovery.Outcome)) error {
	quote = t.Say(quote)
	c := t.candidate(call, quote, in.Sort)
	if c == nil {
		var made discovery.Candidate
		err := w.do("discovery.mark", func(ctx context.Context, tx *journal.Tx) (err error) {
			made, err = discovery.MarkCandidate(ctx, tx, discovery.Marking{Call: t.id(call), Quote: quote, Sort: in.Sort, Statement: in.Statement, Kind: in.Kind, Priority: in.Priority, Measure: in.Measure})
			return err
		})
		if err != nil {
			return err
		}
		c = &made
	}
	in.ID, in.Quote = c.ID, quote
	return w.do("discovery.accept", func(ctx context.Context, tx *journal.Tx) error {
		out, err := discovery.Accept(ctx, tx, in)
		if err == nil {
			keep(out)
			c.State = discovery.Accepted
		}
		return err
	})
}

// candidate is the one that was found for the quote: of the same sort first, one that holds
// the quote or is held by it.
func (t *Tale) candidate(call, quote string, sort discovery.Sort) *discovery.Candidate {
	all := t.found[call]
	for _, same := range []bool{true, false} {
		for i := range all {
			c := &all[i]
			words := c.Quote.String()
			if c.State == discovery.Found && (c.Sort == sort) == same && (strings.Contains(words, quote) || strings.Contains(quote, words)) {
				return c
			}
		}
	}
	return nil
}

// reasons are why what nobody took up from a call was rejected.
var reasons = map[discovery.Sort]string{
	discovery.Need:    "Part of the talk, no need of its own",
	discovery.AsIs:    "Known, and nothing hangs on it",
	discovery.Promise: "Nothing beyond the standard product",
}

// Clears rejects what is left of a call's candidates, but for the last few.
func (t *Tale) Clears(call string, leave int) {
	t.then(func(w *writing) error {
		var rest []*discovery.Candidate
		for i := range t.found[call] {
			if c := &t.found[call][i]; c.State == discovery.Found {
				rest = append(rest, c)
			}
		}
		for _, c := range rest[:max(0, len(rest)-leave)] {
			err := w.do("discovery.reject", func(ctx context.Context, tx *journal.Tx) error {
				_, err := discovery.Reject(ctx, tx, c.ID, 0, reasons[c.Sort])
				return err
			})
			if err != nil {
				return err
			}
		}
		return nil
	})
}
