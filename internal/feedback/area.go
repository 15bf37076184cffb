package feedback

import (
	"context"
	"fmt"

	"throughline/internal/account"
	"throughline/internal/area"
	"throughline/internal/clock"
	"throughline/internal/journal"
)

// Area is the plug of feedback.
func Area() area.Area {
	return area.Area{
		Name:       "feedback",
		Words:      map[string][]string{"gap": {"title", "about", "answer", "tracker"}, "ask": {"reason", "workaround"}},
		Migrations: Migrations,
		Describe: map[string]func(context.Context, journal.Source, string) (area.Card, error){
			gapKind.Name: describe, askKind.Name: describeAsk,
		},
		Inbox: waiting,
		Acts: map[string]string{
			"feedback.ask": "said that the deal waits for a gap", "feedback.leave": "took back that the deal waits for a gap", "feedback.gap": "edited a gap",
			"feedback.tell": "told product of a gap", "feedback.answer": "recorded product's answer on a gap", "feedback.pass-on": "told the customer of product's answer",
		},
	}
}

func describe(ctx context.Context, src journal.Source, id string) (area.Card, error) {
	g, err := journal.Load[Gap](ctx, src, id)
	return area.Card{Kind: gapKind.Name, ID: id, Key: g.Key(), Title: g.Title, Path: "gaps/" + id}, err
}

func describeAsk(ctx context.Context, src journal.Source, id string) (area.Card, error) {
	a, err := journal.Load[Ask](ctx, src, id)
	return area.Card{Kind: askKind.Name, ID: id, Deal: a.Deal, Title: a.Reason, Path: "gaps?at=" + id}, err
}

var settled = journal.Where[Gap](gapKind, "state IN ('shipped', 'declined') ORDER BY answered_on LIMIT 200")

// waiting tells the SE of a deal that product shipped or declined what it asked for, until the
// customer heard of it; also where the deal was lost for it.
func waiting(ctx context.Context, r *journal.Reader, person string, _ clock.Date) (out []area.Waiting, err error) {
	gaps, err := settled.List(ctx, r)
	if err != nil {
		return nil, err
	}
	for _, g := range gaps {
		asks, err := asksOf.List(ctx, r, g.ID)
		if err != nil {
			return nil, err
		}
		deals, err := journal.Several[account.Opportunity](ctx, r, dealsOf(asks))
		if err != nil {
			return nil, err
		}
		of := map[string]account.Opportunity{}
		for _, d := range deals {
			of[d.ID] = d
		}
		for _, a := range asks {
			if d := of[a.Deal]; a.HeardOn == "" && d.SE == person && !d.Archived {
				out = append(out, area.Waiting{Deal: a.Deal, Verb: "Pass it on", Path: "gaps?at=" + a.ID, Since: g.AnsweredOn, Key: g.Key(),
					What: fmt.Sprintf("%s, “%s”, is %s: %s waits to hear of it.", g.Key(), g.Title, g.State, d.Prefix)})
			}
		}
	}
	return out, nil
}
