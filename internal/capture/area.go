package capture

import (
	"context"
	"embed"
	"fmt"

	"throughline/internal/area"
	"throughline/internal/clock"
	"throughline/internal/discovery"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/store"
)

// migrations makes this room's tables.
//
//go:embed migrations/*.sql
var migrations embed.FS

// Area is the room's plug.
func Area() area.Area {
	return area.Area{
		Name: "capture", Migrations: migrations, Inbox: waiting,
		Describe: map[string]func(context.Context, journal.Source, string) (area.Card, error){proposalKind.Name: describeProposal, noteKind.Name: describeNote},
		Acts: map[string]string{
			"capture.take": "took a note", "capture.file": "put a note into its deal", "capture.move": "moved a note to another deal", "capture.drop": "threw a note away",
			"capture.accept": "accepted a proposal of a note", "capture.accept-all": "accepted the proposals of a note", "capture.reject": "rejected a proposal of a note",
		},
		Final: []string{"capture.file", "capture.move"},
	}
}

func describeProposal(ctx context.Context, src journal.Source, id string) (area.Card, error) {
	p, err := journal.Load[Proposal](ctx, src, id)
	return area.Card{Kind: proposalKind.Name, ID: id, Deal: p.Deal, Title: p.Statement.String(), Path: "captures/" + p.Call}, err
}

func describeNote(ctx context.Context, src journal.Source, id string) (area.Card, error) {
	n, err := journal.Load[Note](ctx, src, id)
	return area.Card{Kind: noteKind.Name, ID: id, Title: "A note of " + n.At.Time().Format("2 Jan 2006"), Path: "capture/" + id}, err
}

var undecided = store.SQL(`SELECT c.deal, c.id, c.title, c.held_at, COUNT(*) FROM captured_proposal p JOIN call c ON c.workspace = $1 AND c.id = p.call
	WHERE p.workspace = $1 AND p.state = 'found' AND c.recorded_by = $2 GROUP BY c.deal, c.id, c.title, c.held_at ORDER BY c.held_at LIMIT 50`)

// waiting lists a person's notes whose deal is not known, and those with proposals to decide on.
func waiting(ctx context.Context, r *journal.Reader, person string, _ clock.Date) ([]area.Waiting, error) {
	var out []area.Waiting
	notes, err := Unfiled(ctx, r, person)
	if err != nil {
		return nil, err
	}
	for _, n := range notes {
		out = append(out, area.Waiting{What: "A note waits until you say which deal it is of: " + area.Clip(n.Words.String()), Verb: "Choose the deal", Path: "capture/" + n.ID, Since: clock.DateOf(n.At.Time())})
	}
	type line struct {
		Deal, ID, Title string
		HeldAt          clock.Instant
		N               int
	}
	found, err := store.List[line](ctx, r.Q, undecided, r.Workspace, person)
	for _, l := range found {
		what := fmt.Sprintf("%d proposals of “%s” wait for a yes or no.", l.N, l.Title)
		if l.N == 1 {
			what = fmt.Sprintf("One proposal of “%s” waits for a yes or no.", l.Title)
		}
		out = append(out, area.Waiting{Deal: l.Deal, What: what, Verb: "Decide", Path: "captures/" + l.ID, Since: clock.DateOf(l.HeldAt.Time())})
	}
	return out, err
}

// Of loads a note of a deal.
func Of(ctx context.Context, src journal.Source, deal, call string) (discovery.Call, error) {
	c, err := journal.Load[discovery.Call](ctx, src, call)
	if err == nil && (c.Deal != deal || c.Form != discovery.FormNote) {
		err = problem.NotFound("note", call)
	}
	return c, err
}
