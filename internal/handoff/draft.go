package handoff

import (
	"context"
	"fmt"
	"slices"

	"throughline/internal/account"
	"throughline/internal/clock"
	"throughline/internal/discovery"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/thread"
)

// Draft is what would be handed over if the signature, or the handoff to run, came now. It is computed, never kept.
type Draft struct {
	Deal       account.Opportunity
	Rows       []DraftRow
	Promises   []thread.Promise
	Assumed    []Fact
	Questions  []thread.Question // open ones
	People     []account.Stakeholder
	Exceptions int
}

// DraftRow is one requirement of a draft.
type DraftRow struct {
	thread.Line
	Bought    thread.Bought // as it would be marked
	Exception string        // why to look at it first; empty for none
}

// MayDraft says why the person may not see a deal's draft: it is the named receiver's, and that of
// the deal's own people, from the technical win on; before it is run, from the signature on.
func (c Crossing) MayDraft(t *thread.Thread, person string) error {
	d := t.Facts.Deal
	receiver := *c.receiver(&d)
	switch {
	case c == ToRun && !t.Signed:
		return problem.Refuse("What will be handed over to run can be seen from the signature on; %s is not signed.", d.Prefix)
	case c == ToBuild && !slices.Contains([]string{"achieved", "conditional"}, t.TechnicalWin) && !t.Signed:
		return problem.Refuse("The handoff's draft of %s can be seen from the technical win on; it is %s.", d.Prefix, t.TechnicalWin)
	case receiver == "":
		return problem.Refuse("Nobody is named to receive the handoff of %s. Name a receiver.", d.Prefix)
	case !slices.Contains([]string{receiver, d.SA, d.SE, d.AE}, person):
		return problem.New(problem.Forbidden, "The draft is for the receiver named for %s and its own SE and account executive.", d.Prefix)
	}
	return nil
}

// DraftOf makes the draft of a deal: exceptions first, then by number.
func (c Crossing) DraftOf(ctx context.Context, src journal.Source, t *thread.Thread) (Draft, error) {
	d := Draft{Deal: t.Facts.Deal}
	for i := range t.Facts.Promises {
		if c == ToBuild || c.owes(&t.Facts.Promises[i]) {
			d.Promises = append(d.Promises, t.Facts.Promises[i])
		}
	}
	var err error
	if d.Assumed, err = Unconfirmed(ctx, src, d.Deal.ID, t.Facts.Today); err != nil {
		return d, err
	}
	why := c.Exceptions(&t.Picture)
	for _, l := range t.Rows {
		if l.Requirement.Stands() && (c == ToBuild || l.Requirement.PostOwed()) {
			d.Rows = append(d.Rows, DraftRow{l, bought(l.Requirement, marked(l.Requirement)), why[l.Requirement.ID]})
		}
	}
	slices.SortStableFunc(d.Rows, func(a, b DraftRow) int {
		switch {
		case a.Exception != "" && b.Exception == "":
			return -1
		case a.Exception == "" && b.Exception != "":
			return 1
		}
		return 0
	})
	for _, r := range d.Rows {
		if r.Exception != "" {
			d.Exceptions++
		}
	}
	questions, err := journal.List[thread.Question](ctx, src, d.Deal.ID)
	if err != nil {
		return d, err
	}
	for _, q := range questions {
		if q.AnsweredAt.IsZero() {
			d.Questions = append(d.Questions, q)
		}
	}
	d.People, err = journal.List[account.Stakeholder](ctx, src, d.Deal.ID)
	return d, err
}

// marked is the mark a requirement carries already, if any.
func marked(r thread.Requirement) map[string]thread.Bought {
	if r.Bought == "" {
		return nil
	}
	return map[string]thread.Bought{r.ID: r.Bought}
}

// Summary says a draft in one sentence.
func (d Draft) Summary() string {
	musts := 0
	for _, r := range d.Rows {
		if r.Requirement.Priority == thread.Must {
			musts++
		}
	}
	return fmt.Sprintf("%s (%d must), %s, %s nobody confirmed, %s; %d to look at first.", counted(len(d.Rows), "requirement"), musts,
		counted(len(d.Promises), "promise"), counted(len(d.Assumed), "fact"), counted(len(d.Questions), "open question"), d.Exceptions)
}

// Fact is a fact of the customer's present environment that nobody confirmed. It travels as
// a risk.
type Fact struct {
	ID   string `json:"id"`
	Text string `json:"text"`
}

// Unconfirmed lists a deal's facts that are assumed, contested or past their date on a day,
// and that no verified fact replaced. What somebody of theirs stated is not among them.
func Unconfirmed(ctx context.Context, src journal.Source, deal string, today clock.Date) ([]Fact, error) {
	all, err := discovery.Facts(ctx, src, deal)
	if err != nil {
		return nil, err
	}
	out := []Fact{}
	for _, f := range all {
		if f.ReplacedBy == "" && slices.Contains([]discovery.FactState{discovery.Assumed, discovery.Contested, discovery.Expired}, f.Standing(today)) {
			out = append(out, Fact{f.ID, f.String()})
		}
	}
	return out, nil
}
