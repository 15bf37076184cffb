package feedback

import (
	"context"
	"fmt"

	"throughline/internal/area"
	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/store"
	"throughline/internal/tally"
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

var settled = store.SQL(`SELECT a.id, a.deal, o.prefix, g.number, g.title, g.state, g.answered_on FROM ` + tally.Sellers("deal") + ` CROSS JOIN ask a CROSS JOIN gap g CROSS JOIN opportunity o
	WHERE a.workspace = $1 AND a.deal = mine.deal AND a.heard_on = '' AND g.workspace = $1 AND g.id = a.gap AND g.state IN ('shipped', 'declined')
	AND o.workspace = $1 AND o.id = mine.deal ORDER BY g.answered_on, a.id LIMIT 50`)

// waiting tells the SE of a deal that product shipped or declined what it asked for, until the
// customer heard of it; also where the deal was lost for it.
func waiting(ctx context.Context, r *journal.Reader, person string, _ clock.Date) (out []area.Waiting, err error) {
	type line struct {
		ID, Deal, Prefix string
		Number           int
		Title, State     string
		AnsweredOn       clock.Date
	}
	all, err := store.List[line](ctx, r.Q, settled, r.Workspace, person)
	for _, l := range all {
		key := Gap{Number: l.Number}.Key()
		out = append(out, area.Waiting{Deal: l.Deal, Verb: "Pass it on", Path: "gaps?at=" + l.ID, Since: l.AnsweredOn, Key: key,
			What: fmt.Sprintf("%s, “%s”, is %s: %s waits to hear of it.", key, l.Title, l.State, l.Prefix)})
	}
	return out, err
}
