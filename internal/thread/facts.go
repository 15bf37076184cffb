package thread

import (
	"context"
	"time"

	"throughline/internal/account"
	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/problem"
)

// Facts is all that the rules look at: one deal, its requirements and promises, what the areas
// say of them, and the day it is.
type Facts struct {
	Deal         account.Opportunity
	Settings     account.Settings
	Holidays     []clock.Date
	Zone         *time.Location
	Today        clock.Date
	Requirements []Requirement // by number
	Verdicts     []Verdict
	Promises     []Promise // by number
}

// Teller is how an area tells what it knows: one verdict at most for each requirement and
// station of a deal, as the source has it (now, or at a past moment).
type Teller func(ctx context.Context, src journal.Source, deal string) ([]Verdict, error)

// Gather collects the facts of a deal from a source, on a day.
func Gather(ctx context.Context, src journal.Source, deal string, today clock.Date, tellers []Teller) (Facts, error) {
	home, err := journal.Remember(src, func() (account.Workspace, error) { return account.Home(ctx, src) })
	if err != nil {
		return Facts{}, err
	}
	own, err := journal.List[account.Opportunity](ctx, src, deal) // the list may lie on the shelf
	if err != nil {
		return Facts{}, err
	}
	if len(own) == 0 {
		return Facts{}, problem.NotFound("deal", deal)
	}
	f := FactsOf(home, own[0], today)
	if f.Requirements, err = Requirements(ctx, src, deal); err != nil {
		return f, err
	}
	if f.Promises, err = Promises(ctx, src, deal); err != nil || len(f.Requirements) == 0 {
		return f, err // a verdict is always on a requirement
	}
	for _, tell := range append([]Teller{tellHeard}, tellers...) {
		v, err := tell(ctx, src, deal)
		if err != nil {
			return f, err
		}
		f.Verdicts = append(f.Verdicts, v...)
	}
	return f, nil
}

// FactsOf are the facts of a deal without requirements and promises.
func FactsOf(home account.Workspace, d account.Opportunity, today clock.Date) Facts {
	return Facts{Deal: d, Settings: home.Settings, Holidays: home.Holidays, Zone: home.Location(), Today: today}
}

// tellHeard is the thread's own station: a requirement is heard when it was recorded, and its
// quotes are the evidence.
func tellHeard(ctx context.Context, src journal.Source, deal string) ([]Verdict, error) {
	reqs, err := Requirements(ctx, src, deal)
	if err != nil {
		return nil, err
	}
	quotes, err := journal.List[Quote](ctx, src, deal)
	if err != nil {
		return nil, err
	}
	of := map[string][]Evidence{}
	for _, q := range quotes {
		of[q.Requirement] = append(of[q.Requirement], Evidence{Kind: "quote", ID: q.ID, Text: q.Words.String()})
	}
	out := make([]Verdict, 0, len(reqs))
	for _, r := range reqs {
		out = append(out, Verdict{Requirement: r.ID, Station: Heard, State: Reached, At: r.HeardAt, By: r.RaisedBy, Evidence: of[r.ID]})
	}
	return out, nil
}
