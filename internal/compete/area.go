package compete

import (
	"context"
	"fmt"

	"throughline/internal/account"
	"throughline/internal/area"
	"throughline/internal/clock"
	"throughline/internal/journal"
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

var stillRunning = journal.Where[Rival](rivalKind, "outcome = '' ORDER BY id LIMIT 500")

// waiting asks the SE of a deal that is over how it ended with each competitor: a week later nobody
// knows any more.
func waiting(ctx context.Context, r *journal.Reader, person string, _ clock.Date) (out []area.Waiting, err error) {
	met, err := stillRunning.List(ctx, r)
	if err != nil || len(met) == 0 {
		return nil, err
	}
	deals, err := journal.Several[account.Opportunity](ctx, r, dealsOf(met))
	if err != nil {
		return nil, err
	}
	over := map[string]account.Opportunity{}
	for _, d := range deals {
		if d.SE == person && !d.Archived && (d.Phase == account.Won || d.Phase == account.Lost) {
			over[d.ID] = d
		}
	}
	for _, v := range met {
		d, ok := over[v.Deal]
		if !ok {
			continue
		}
		c, err := journal.Load[Competitor](ctx, r, v.Competitor)
		if err != nil {
			return nil, err
		}
		out = append(out, area.Waiting{Deal: v.Deal, Verb: "Say it", Path: "compete?form=end-" + v.ID, Since: v.SeenOn,
			What: fmt.Sprintf("%s is %s: say how it ended with %s, and what decided it.", d.Prefix, d.Phase, c.Name)})
	}
	return out, nil
}
