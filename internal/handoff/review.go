package handoff

import (
	"context"
	"fmt"

	"throughline/internal/account"
	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/thread"
)

// Review is a handoff as it stands: every item with what it is about.
type Review struct {
	Handoff
	Deal   account.Opportunity
	Items  []Line // what was frozen, in the order requirements, promises, risks, questions
	Beside []Line // what came after the freeze: shown beside it, decided like the others, holding nothing open

	asked    map[string]thread.Question
	promises []thread.Promise
}

// Line is an item with what it is about, as that stands now.
type Line struct {
	Item
	Key         string // NWF-3, P2, R1, Q1
	Title       string
	Group       string // the customer's own heading of a requirement
	Requirement *thread.Requirement
	Promise     *thread.Promise
	Asked       *thread.Question // the query, or for a question item the question itself
	Since       clock.Instant    // when it came to stand as it does
}

// Load is the review of a deal's handoff of the crossing; false while there is none that stands.
func (c Crossing) Load(ctx context.Context, src journal.Source, deal string) (*Review, bool, error) {
	h, ok, err := c.Standing(ctx, src, deal)
	if err != nil || !ok {
		return nil, false, err
	}
	v := &Review{Handoff: h, asked: map[string]thread.Question{}}
	if v.Deal, err = journal.Load[account.Opportunity](ctx, src, deal); err != nil {
		return nil, false, err
	}
	questions, err := journal.List[thread.Question](ctx, src, deal)
	if err != nil {
		return nil, false, err
	}
	for _, q := range questions {
		v.asked[q.ID] = q
	}
	items, err := journal.List[Item](ctx, src, deal)
	if err != nil {
		return nil, false, err
	}
	of := map[string]Item{}
	for _, i := range items {
		if i.Handoff == h.ID {
			of[i.Thing] = i
		}
	}
	if err := v.fill(ctx, src, of, items); err != nil {
		return nil, false, err
	}
	v.State = v.state()
	return v, true, nil
}

// fill makes the lines. What was bought or promised after the freeze and has no item yet is
// offered beside it.
func (v *Review) fill(ctx context.Context, src journal.Source, of map[string]Item, items []Item) error {
	reqs, err := thread.Requirements(ctx, src, v.Deal.ID)
	if err != nil {
		return err
	}
	promises, err := thread.Promises(ctx, src, v.Deal.ID)
	if err != nil {
		return err
	}
	v.promises = promises
	for i := range reqs {
		r := &reqs[i]
		item, ok := of[r.ID]
		if !ok && !(r.Stands() && r.PostOwed()) {
			continue
		}
		v.add(v.requirement(v.begun(item, ok, KindRequirement, r.ID, r.HeardAt), r))
	}
	for i := range promises {
		p := &promises[i]
		item, ok := of[p.ID]
		if !ok && !v.Crossing.owes(p) {
			continue
		}
		v.add(v.promise(v.begun(item, ok, KindPromise, p.ID, p.SaidAt), p))
	}
	risks, asked := 0, 0
	for _, i := range items {
		switch {
		case i.Handoff != v.ID:
		case i.Kind == KindRisk:
			risks++
			v.add(v.risk(i, risks))
		case i.Kind == KindQuestion:
			asked++
			v.add(v.question(i, asked))
		}
	}
	return nil
}

// begun is the item, or a fresh one for what came after the freeze.
func (v *Review) begun(item Item, ok bool, kind, thing string, since clock.Instant) Item {
	if ok {
		return item
	}
	return Item{Row: journal.Row{Deal: v.Deal.ID}, Handoff: v.ID, Kind: kind, Thing: thing, State: Offered, At: since, After: true}
}

func (v *Review) add(l Line) {
	if l.After {
		v.Beside = append(v.Beside, l)
		return
	}
	v.Items = append(v.Items, l)
}

func (v *Review) requirement(i Item, r *thread.Requirement) Line {
	l := Line{Item: i, Key: r.Key(v.Deal.Prefix), Title: r.Statement, Group: r.Grouping, Requirement: r, Since: i.At}
	switch {
	case r.Withdrawn != "":
		l.State, l.Reason = Withdrawn, "The requirement was withdrawn: "+r.Withdrawn
	case !r.Stands():
		l.State, l.Reason = Withdrawn, "It is a won't-have now."
	case r.Bought == thread.NotBought && i.State != Withdrawn:
		l.State, l.Reason = Withdrawn, "It is marked as not bought."
	default:
		v.asking(&l)
	}
	return l
}

func (v *Review) promise(i Item, p *thread.Promise) Line {
	l := Line{Item: i, Key: fmt.Sprintf("P%d", p.Number), Title: p.Words.String(), Promise: p, Since: i.At}
	switch {
	case p.State == thread.PromiseVoid:
		l.State, l.Reason, l.Since = Withdrawn, "Void: "+p.Proof, p.EndedAt
	case v.Crossing.owes(p):
		if l.State != Queried && (v.Crossing == ToBuild || p.State == thread.PromiseOpen) {
			l.State = Offered
		}
		v.asking(&l)
	case l.State != WithCondition:
		l.State = Accepted
	}
	return l
}

// owes says whether the receiver of the crossing has to decide on a promise: before it is built while
// it is open, before it is run until it is kept or void.
func (c Crossing) owes(p *thread.Promise) bool {
	if c == ToBuild {
		return p.State == thread.PromiseOpen
	}
	return p.State != thread.PromiseKept && p.State != thread.PromiseVoid
}

// carries says whether a promise goes over: before it is built all but the void ones, also what is
// decided already; before it is run what is still owed.
func (c Crossing) carries(p thread.Promise) bool {
	if c == ToBuild {
		return p.State != thread.PromiseVoid
	}
	return c.owes(&p)
}

func (v *Review) risk(i Item, n int) Line {
	l := Line{Item: i, Key: fmt.Sprintf("R%d", n), Title: i.Words, Since: i.At}
	v.asking(&l)
	return l
}

func (v *Review) question(i Item, n int) Line {
	l := Line{Item: i, Key: fmt.Sprintf("Q%d", n), Since: i.At}
	if q, ok := v.asked[i.Thing]; ok {
		l.Title, l.Asked = q.Words, &q
		if !q.AnsweredAt.IsZero() {
			l.State, l.Since = Answered, q.AnsweredAt
		}
	}
	if l.State == Queried {
		v.asking(&l)
	}
	return l
}

// asking puts a queried item's question beside it; an answer gives the item back.
func (v *Review) asking(l *Line) {
	q, ok := v.asked[l.Question]
	if !ok || l.State != Queried {
		return
	}
	l.Asked = &q
	if !q.AnsweredAt.IsZero() {
		l.State, l.Since = Answered, q.AnsweredAt
	}
}

// Open says whether the item holds the handoff open.
func (l Line) Open() bool {
	switch l.Kind {
	case KindRequirement, KindPromise:
		return l.State == Offered || l.State == Queried || l.State == Answered || l.State == ItemReturned
	}
	return l.State == Queried
}

// Waits says whether the item waits for the receiver's decision.
func (l Line) Waits() bool { return l.Open() && (l.State == Offered || l.State == Answered) }

func (v *Review) state() State {
	if v.Deal.Phase.Over() {
		return Closed
	}
	open, returned := false, false
	for _, l := range v.Items {
		if l.Waits() {
			return InReview
		}
		open = open || l.Open()
		returned = returned || l.State == ItemReturned
	}
	switch {
	case returned:
		return Returned
	case open:
		return InReview
	}
	return Complete
}
