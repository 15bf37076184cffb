package discovery

import (
	"context"

	"throughline/internal/account"
	"throughline/internal/clock"
	"throughline/internal/discovery/qualification"
	"throughline/internal/journal"
)

// EvidenceOf gathers all that speaks for a deal's qualification: the notes, what was accepted
// from calls (a need is a decision criterion; one with a measure is a metric too), and the
// facts of the environment, which are the situation.
func EvidenceOf(ctx context.Context, src journal.Source, deal string) ([]qualification.Evidence, error) {
	home, err := account.Home(ctx, src)
	if err != nil {
		return nil, err
	}
	day := func(at clock.Instant) clock.Date { return at.In(home.Location()) }
	var out []qualification.Evidence
	notes, err := Notes(ctx, src, deal)
	if err != nil {
		return nil, err
	}
	for _, n := range notes {
		out = append(out, qualification.Evidence{Element: n.Element, Sort: n.Sort, Contact: n.Contact, Sourced: n.Call != "" || n.Source != "", On: day(n.SaidAt),
			Words: n.Words.String(), ID: n.ID, Kind: noteKind.Name})
	}
	heard, err := heardEvidence(ctx, src, deal, day)
	if err != nil {
		return nil, err
	}
	out = append(out, heard...)
	facts, err := Facts(ctx, src, deal)
	for _, f := range facts {
		if f.ReplacedBy != "" {
			continue
		}
		e := qualification.Evidence{Element: qualification.Situation, Sort: "ours", Contact: f.SaidBy, Sourced: true, On: day(f.SaidAt), Words: f.String(), ID: f.ID, Kind: factKind.Name}
		switch {
		case f.State == Verified:
			e.Sort, e.On = "document", day(f.VerifiedAt)
		case f.SaidBy != "":
			e.Sort = "customer"
		}
		out = append(out, e)
	}
	return out, err
}

// heardEvidence is what the accepted candidates say. Who said it is the contact of the voice,
// or of the voice that agreed.
func heardEvidence(ctx context.Context, src journal.Source, deal string, day func(clock.Instant) clock.Date) ([]qualification.Evidence, error) {
	found, err := journal.List[Candidate](ctx, src, deal)
	if err != nil {
		return nil, err
	}
	voices, err := journal.List[Voice](ctx, src, deal)
	if err != nil {
		return nil, err
	}
	contact := map[string]string{}
	for _, v := range voices {
		contact[v.ID] = v.Contact
	}
	calls, err := journal.List[Call](ctx, src, deal)
	if err != nil {
		return nil, err
	}
	held := map[string]clock.Instant{}
	for _, c := range calls {
		held[c.ID] = c.HeldAt
	}
	var out []qualification.Evidence
	for _, c := range found {
		if c.Sort != Need || c.State != Accepted && c.State != Merged {
			continue
		}
		e := qualification.Evidence{Element: qualification.DecisionCriteria, Sort: "customer", Contact: contact[orElse(c.ConfirmedBy, c.Voice)], Sourced: true, On: day(held[c.Call]),
			Words: c.Quote.String(), ID: c.ID, Kind: candidateKind.Name}
		out = append(out, e)
		if c.Scale != nil {
			e.Element = qualification.Metrics
			out = append(out, e)
		}
	}
	return out, nil
}

// Qualification is a deal through every framework, on a day.
func Qualification(ctx context.Context, src journal.Source, deal string, today clock.Date) ([]qualification.Result, error) {
	evidence, err := EvidenceOf(ctx, src, deal)
	if err != nil {
		return nil, err
	}
	var out []qualification.Result
	for _, f := range qualification.Frameworks {
		out = append(out, qualification.Through(f, evidence, today))
	}
	return out, nil
}
