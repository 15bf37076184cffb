package handoff

import (
	"context"
	"fmt"

	"throughline/internal/account"
	"throughline/internal/area"
	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/store"
	"throughline/internal/tally"
)

// queryDays is how many working days a query may wait before it shows in both inboxes.
const queryDays = 2

var (
	underReview = journal.Where[Handoff](handoffKind, `state IN ('in review', 'returned') AND withdrawn = ''
		AND EXISTS (SELECT 1 FROM opportunity o WHERE o.workspace = handoff.workspace AND o.id = handoff.deal AND o.phase = 'won' AND o.archived = FALSE
			AND (handoff.receiver = $2 OR handoff.signed_by = $2 OR (handoff.crossing = '' AND o.se = $2) OR (handoff.crossing = 'run' AND o.sa = $2)))
		ORDER BY frozen_at LIMIT 50`)
	// a complete handoff waits again when something was heard or promised after the freeze
	withMore = journal.Where[Handoff](handoffKind, `receiver = $2 AND state = 'complete' AND withdrawn = ''
		AND (EXISTS (SELECT 1 FROM requirement r WHERE r.workspace = handoff.workspace AND r.deal = handoff.deal AND r.change = TRUE AND r.withdrawn = ''
				AND r.priority <> 'wont' AND r.bought <> 'not bought'
				AND NOT EXISTS (SELECT 1 FROM handoff_item i WHERE i.workspace = r.workspace AND i.handoff = handoff.id AND i.thing = r.id AND i.state <> 'offered'))
			OR EXISTS (SELECT 1 FROM promise p WHERE p.workspace = handoff.workspace AND p.deal = handoff.deal AND p.surprise = TRUE AND p.state = 'open'))
		ORDER BY frozen_at LIMIT 50`)
)

// Inbox lists what the handoffs ask of a person, the oldest first: decisions of the receiver,
// returned items and late queries, deals that the CRM calls won and nobody has signed, and those
// that went live and nobody was offered to run.
func Inbox(ctx context.Context, r *journal.Reader, person string, today clock.Date) ([]area.Waiting, error) {
	out, err := unsigned(ctx, r, person, today)
	if err != nil {
		return nil, err
	}
	live, err := unoffered(ctx, r, person)
	if err != nil {
		return nil, err
	}
	out = append(out, live...)
	var all []Handoff
	for _, q := range []journal.Query[Handoff]{underReview, withMore} {
		some, err := q.List(ctx, r, person)
		if err != nil {
			return nil, err
		}
		all = append(all, some...)
	}
	if len(all) == 0 {
		return out, nil
	}
	home, err := account.Home(ctx, r)
	if err != nil {
		return nil, err
	}
	for _, h := range all {
		v, ok, err := h.Crossing.Load(ctx, r, h.Deal)
		if err != nil {
			return nil, err
		}
		if ok && v.State != Closed {
			out = append(out, v.waits(person, today, home)...)
		}
	}
	return out, nil
}

// unsigned lists the person's deals that the CRM calls won. The signature is an act of ours.
func unsigned(ctx context.Context, r *journal.Reader, person string, today clock.Date) ([]area.Waiting, error) {
	deals, err := account.ProposedWon(ctx, r, person)
	if err != nil {
		return nil, err
	}
	var out []area.Waiting
	for _, d := range deals {
		since := today
		if d.CloseOn.Before(today) {
			since = d.CloseOn
		}
		what := fmt.Sprintf("The CRM says “%s” for %s. Record the signature, so that the handoff can begin.", d.Stage, d.Prefix)
		if d.SA == "" {
			what += " Nobody is named to receive it."
		}
		out = append(out, area.Waiting{Deal: d.ID, What: what, Verb: "Sign", Path: "handoff", Since: since, Due: d.CloseOn, Key: d.Prefix})
	}
	return out, nil
}

// waits lists what one handoff asks of the person.
func (v *Review) waits(person string, today clock.Date, home account.Workspace) (out []area.Waiting) {
	receives, gives := person == v.Receiver, v.Gives(person)
	due := clock.WorkingDays(v.SignedOn, home.Settings.AcceptDays, home.Holidays)
	add := func(what, verb string, l Line, due clock.Date) {
		path := v.Crossing.Room("at", l.Thing)
		if verb == "Answer" { // where the question itself stands, so that an inbox holds it once
			path = "questions/" + l.Asked.ID
		}
		out = append(out, area.Waiting{Deal: v.Handoff.Deal, What: what, Verb: verb, Path: path, Since: l.Since.In(home.Location()), Due: due, Key: l.Key})
	}
	if receives {
		out = append(out, v.toDecide(today, due, home)...)
	}
	for _, lines := range [][]Line{v.Items, v.Beside} {
		for _, l := range lines {
			since := l.Since.In(home.Location())
			late := l.State == Queried && clock.WorkingDays(since, queryDays, home.Holidays).Before(today)
			switch {
			case l.State == Answered && receives && l.Kind != KindQuestion:
				add(fmt.Sprintf("Your query on %s is answered: %s Decide on it.", l.Key, sentence(l.Asked.Reply())), "Decide", l, due)
			case l.State == ItemReturned && gives:
				add(fmt.Sprintf("%s was returned: %s Withdraw it or offer it again.", l.Key, sentence(l.Reason)), "Look", l, due)
			case late && (receives || gives):
				add(fmt.Sprintf("The query on %s has waited for %s: %s", l.Key, days(l.Since, today), sentence(l.Asked.Words)), map[bool]string{true: "Answer", false: "Look"}[gives], l, due)
			}
		}
	}
	return out
}

// toDecide is the receiver's one line for all that is offered, and one for what came after.
func (v *Review) toDecide(today, due clock.Date, home account.Workspace) (out []area.Waiting) {
	for i, lines := range [][]Line{v.Items, v.Beside} {
		requirements, promises, since := 0, 0, clock.Instant{}
		for _, l := range lines {
			if !l.Open() || l.State != Offered {
				continue
			}
			if l.Kind == KindRequirement {
				requirements++
			} else {
				promises++
			}
			if since.IsZero() || l.Since.Before(since) {
				since = l.Since
			}
		}
		if requirements+promises == 0 {
			continue
		}
		wait := "wait"
		if requirements+promises == 1 {
			wait = "waits"
		}
		what := fmt.Sprintf("%s of the %s of %s %s for your decision, %s.", both(requirements, promises), v.Crossing, v.Deal.Prefix, wait, days(since, today))
		if i == 1 {
			what = fmt.Sprintf("%s of %s came after the freeze and %s for your decision, %s.", both(requirements, promises), v.Deal.Prefix, wait, days(since, today))
		}
		out = append(out, area.Waiting{Deal: v.Deal.ID, What: what, Verb: "Decide", Path: v.Crossing.Room("", ""), Since: since.In(home.Location()), Due: due, Key: v.Deal.Prefix})
	}
	return out
}

// both counts requirements and promises, leaving out what there is none of.
func both(requirements, promises int) string {
	switch {
	case promises == 0:
		return counted(requirements, "requirement")
	case requirements == 0:
		return counted(promises, "promise")
	}
	return counted(requirements, "requirement") + " and " + counted(promises, "promise")
}

func counted(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

// sentence ends words with a mark, so that another sentence can follow.
func sentence(s string) string {
	if s == "" || s[len(s)-1] == '.' || s[len(s)-1] == '?' || s[len(s)-1] == '!' {
		return s
	}
	return s + "."
}

// notHandedOver are the deals of an SA, or of the SE where there is none, that went live and that
// nobody was offered to run. A deal is signed once it is live, so its phase is won.
var notHandedOver = store.SQL(`SELECT o.id, o.prefix, o.runs, MIN(g.at) FROM ` + tally.Architects("deal") + ` CROSS JOIN opportunity o CROSS JOIN go_live g
	WHERE o.workspace = $1 AND o.id = mine.deal AND o.phase = 'won' AND g.workspace = $1 AND g.deal = mine.deal AND g.withdrawn = '' AND g.outcome <> 'no-go'
	AND NOT EXISTS (SELECT 1 FROM handoff h WHERE h.workspace = $1 AND h.deal = mine.deal AND h.crossing = 'run' AND h.withdrawn = '')
	GROUP BY o.id, o.prefix, o.runs ORDER BY 4, o.id LIMIT 50`)

// unoffered asks for the handoff to run of what went live; it is gone once that is offered.
func unoffered(ctx context.Context, r *journal.Reader, person string) ([]area.Waiting, error) {
	type row struct {
		ID, Prefix, Runs string
		At               clock.Instant
	}
	rows, err := store.List[row](ctx, r.Q, notHandedOver, r.Workspace, person)
	if err != nil || len(rows) == 0 {
		return nil, err
	}
	home, err := account.Home(ctx, r)
	if err != nil {
		return nil, err
	}
	var out []area.Waiting
	for _, d := range rows {
		since := d.At.In(home.Location())
		what := fmt.Sprintf("%s went live on %s, and nobody is named to run it. Hand it over to whoever does.", d.Prefix, since)
		if d.Runs != "" {
			what = fmt.Sprintf("%s went live on %s, and is not handed over yet to whoever runs it.", d.Prefix, since)
		}
		out = append(out, area.Waiting{Deal: d.ID, What: what, Verb: "Hand over", Path: ToRun.Room("form", "run"), Since: since, Key: d.Prefix})
	}
	return out, nil
}
