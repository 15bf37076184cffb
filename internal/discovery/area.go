package discovery

import (
	"context"
	"fmt"

	"throughline/internal/area"
	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/store"
)

// Area is discovery's plug. It tells no station: heard is the thread's own.
func Area() area.Area {
	return area.Area{
		Name: "discovery",
		Words: map[string][]string{
			"call": {"title"}, "speech": {"words"}, "fact": {"name", "value", "quote"}, "qualification": {"words", "source"},
		},
		Migrations: Migrations,
		Describe: map[string]func(context.Context, journal.Source, string) (area.Card, error){
			callKind.Name: describeCall, speechKind.Name: describeSpeech, candidateKind.Name: describeCandidate, factKind.Name: describeFact, noteKind.Name: describeNote,
		},
		Inbox:     waiting,
		Documents: documents,
		Acts: map[string]string{
			"discovery.record": "recorded a call", "discovery.take-list": "took in their list", "discovery.take-list-on": "took in more of their list", "discovery.take-change": "took over what their newer list says",
			"discovery.merge-many": "merged candidates into requirements", "discovery.edit-call": "edited a call", "discovery.consent": "recorded consent to a call",
			"discovery.remove-call": "removed a call", "discovery.forget-call": "forgot the words of a call", "discovery.name-voice": "named a speaker",
			"discovery.propose": "looked for candidates", "discovery.mark": "marked a candidate", "discovery.accept": "accepted a candidate",
			"discovery.accept-many": "accepted candidates", "discovery.merge": "merged a candidate into a requirement", "discovery.reject": "rejected a candidate",
			"discovery.add-fact": "recorded a fact", "discovery.edit-fact": "edited a fact", "discovery.verify-fact": "verified a fact",
			"discovery.remove-fact": "removed a fact", "discovery.add-note": "noted qualification", "discovery.edit-note": "edited a note of qualification",
			"discovery.remove-note": "removed a note of qualification",
		},
		Final: []string{"discovery.forget-call", "discovery.name-voice"},
	}
}

func describeCall(ctx context.Context, src journal.Source, id string) (area.Card, error) {
	c, err := journal.Load[Call](ctx, src, id)
	return area.Card{Kind: callKind.Name, ID: id, Deal: c.Deal, Title: c.Title, Path: callPath(id)}, err
}

func describeSpeech(ctx context.Context, src journal.Source, id string) (area.Card, error) {
	s, err := journal.Load[Speech](ctx, src, id)
	if err != nil {
		return area.Card{}, err
	}
	c, err := describeCall(ctx, src, s.Call)
	c.Kind, c.ID = speechKind.Name, id
	return c, err
}

func describeCandidate(ctx context.Context, src journal.Source, id string) (area.Card, error) {
	c, err := journal.Load[Candidate](ctx, src, id)
	return area.Card{Kind: candidateKind.Name, ID: id, Deal: c.Deal, Title: c.Statement.String(), Path: callPath(c.Call) + "&candidate=" + id}, err
}

func describeFact(ctx context.Context, src journal.Source, id string) (area.Card, error) {
	f, err := journal.Load[Fact](ctx, src, id)
	return area.Card{Kind: factKind.Name, ID: id, Deal: f.Deal, Title: f.String(), Path: "discovery?at=" + id}, err
}

func describeNote(ctx context.Context, src journal.Source, id string) (area.Card, error) {
	n, err := journal.Load[Note](ctx, src, id)
	return area.Card{Kind: noteKind.Name, ID: id, Deal: n.Deal, Title: string(n.Element) + ": " + n.Words.String(), Path: "discovery?at=" + id}, err
}

func callPath(id string) string { return "discovery?call=" + id }

// Both begin at the person's own deals, which are few, whatever the workspace holds.
var (
	candidatesWaiting = store.SQL(`SELECT c.deal, c.id, c.title, c.held_at, COUNT(*) FROM opportunity o
		JOIN call c ON c.workspace = $1 AND c.deal = o.id
		JOIN candidate k ON k.workspace = $1 AND k.call = c.id AND k.state = 'found'
		WHERE o.workspace = $1 AND o.se = $2 AND o.archived = $3 AND o.phase IN ('open', 'won')
		GROUP BY c.deal, c.id, c.title, c.held_at ORDER BY c.held_at LIMIT 50`)
	callsHeld = store.SQL(`SELECT c.deal, c.id, c.title, c.held_at, 0 FROM opportunity o
		JOIN call c ON c.workspace = $1 AND c.deal = o.id AND c.state = 'held' AND c.consent = 'none'
		WHERE o.workspace = $1 AND o.se = $2 AND o.archived = $3 AND o.phase IN ('open', 'won') ORDER BY c.held_at LIMIT 50`)
)

// waiting lists a person's calls with candidates to decide on, and those held for want of consent.
func waiting(ctx context.Context, r *journal.Reader, person string, _ clock.Date) ([]area.Waiting, error) {
	type line struct {
		Deal, ID, Title string
		HeldAt          clock.Instant
		N               int
	}
	found, err := store.List[line](ctx, r.Q, candidatesWaiting, r.Workspace, person, false)
	if err != nil {
		return nil, err
	}
	held, err := store.List[line](ctx, r.Q, callsHeld, r.Workspace, person, false)
	if err != nil {
		return nil, err
	}
	var out []area.Waiting
	for _, l := range found {
		what := fmt.Sprintf("%d candidates of “%s” wait to be reviewed.", l.N, l.Title)
		if l.N == 1 {
			what = fmt.Sprintf("One candidate of “%s” waits to be reviewed.", l.Title)
		}
		out = append(out, area.Waiting{Deal: l.Deal, What: what, Verb: "Review", Path: callPath(l.ID), Since: clock.DateOf(l.HeldAt.Time())})
	}
	for _, l := range held {
		out = append(out, area.Waiting{Deal: l.Deal, What: fmt.Sprintf("The transcript of “%s” is held until its speakers' consent is recorded.", l.Title),
			Verb: "Record consent", Path: callPath(l.ID), Since: clock.DateOf(l.HeldAt.Time())})
	}
	return out, nil
}
