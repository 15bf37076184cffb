package compete

import (
	"context"
	"fmt"

	"throughline/internal/area"
	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/store"
	"throughline/internal/tally"
)

// Area is the plug of compete.
func Area() area.Area {
	return area.Area{
		Name:       "compete",
		Words:      map[string][]string{"competitor": {"name", "about"}, "rival": {"known_from", "words", "why"}, "claim": {"statement", "place", "quote"}},
		Migrations: Migrations,
		Describe: map[string]func(context.Context, journal.Source, string) (area.Card, error){
			competitorKind.Name: describe, rivalKind.Name: describeRival, claimKind.Name: describeClaim,
		},
		Inbox: waiting,
		Acts: map[string]string{
			"compete.meet": "put a competitor on the deal", "compete.end": "said how it ended with a competitor", "compete.claim": "made a claim on a competitor",
			"compete.withdraw-claim": "withdrew a claim on a competitor", "compete.competitor": "edited a competitor",
		},
	}
}

func describe(ctx context.Context, src journal.Source, id string) (area.Card, error) {
	c, err := journal.Load[Competitor](ctx, src, id)
	return area.Card{Kind: competitorKind.Name, ID: id, Title: c.Name, Path: "competitors/" + id}, err
}

func describeRival(ctx context.Context, src journal.Source, id string) (area.Card, error) {
	v, err := journal.Load[Rival](ctx, src, id)
	if err != nil {
		return area.Card{}, err
	}
	c, err := journal.Load[Competitor](ctx, src, v.Competitor)
	return area.Card{Kind: rivalKind.Name, ID: id, Deal: v.Deal, Title: c.Name, Path: "compete?at=" + id}, err
}

func describeClaim(ctx context.Context, src journal.Source, id string) (area.Card, error) {
	c, err := journal.Load[Claim](ctx, src, id)
	return area.Card{Kind: claimKind.Name, ID: id, Deal: c.Deal, Title: c.Statement, Path: "compete?at=" + c.Rival}, err
}

var stillRunning = store.SQL(`SELECT v.id, v.deal, v.seen_on, o.prefix, o.phase, c.name FROM ` + tally.Sellers("deal, phase") + ` CROSS JOIN rival v CROSS JOIN competitor c CROSS JOIN opportunity o
	WHERE mine.phase IN ('won', 'lost') AND v.workspace = $1 AND v.deal = mine.deal AND v.outcome = '' AND c.workspace = $1 AND c.id = v.competitor
	AND o.workspace = $1 AND o.id = mine.deal ORDER BY v.id LIMIT 50`)

// waiting asks the SE of a deal that is over how it ended with each competitor: a week later nobody
// knows any more.
func waiting(ctx context.Context, r *journal.Reader, person string, _ clock.Date) (out []area.Waiting, err error) {
	type line struct {
		ID, Deal            string
		SeenOn              clock.Date
		Prefix, Phase, Name string
	}
	met, err := store.List[line](ctx, r.Q, stillRunning, r.Workspace, person)
	for _, l := range met {
		out = append(out, area.Waiting{Deal: l.Deal, Verb: "Say it", Path: "compete?form=end-" + l.ID, Since: l.SeenOn,
			What: fmt.Sprintf("%s is %s: say how it ended with %s, and what decided it.", l.Prefix, l.Phase, l.Name)})
	}
	return out, err
}
