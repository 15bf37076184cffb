package team

import (
	"context"
	"slices"

	"throughline/internal/account"
	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/people"
	"throughline/internal/store"
)

// mostDeals is how many of a person's deals are looked through for evidence, the last touched first.
const mostDeals = 200

var (
	dealsOf = store.SQL(`SELECT deal FROM tally WHERE workspace = $1 AND (se = $2 OR sa = $2) ORDER BY touched_at DESC LIMIT $3`)
	helped  = store.SQL(`SELECT DISTINCT deal FROM sa_request WHERE workspace = $1 AND person = $2 AND state IN ('taken', 'done') ORDER BY deal LIMIT $3`)
)

// worked are the deals that a person was the SE or SA of, or took a request on.
func worked(ctx context.Context, r *journal.Reader, person string) ([]string, error) {
	theirs, err := store.List[string](ctx, r.Q, dealsOf, r.Workspace, person, mostDeals)
	if err != nil {
		return nil, err
	}
	more, err := store.List[string](ctx, r.Q, helped, r.Workspace, person, mostDeals)
	for _, deal := range more {
		if !slices.Contains(theirs, deal) {
			theirs = append(theirs, deal)
		}
	}
	return theirs, err
}

// EvidenceOf is what a person did on their deals as the product recorded it, the newest first, for
// a viewer: what the person hides is there for themselves only, and nothing for whom it is absent.
func EvidenceOf(ctx context.Context, r *journal.Reader, viewer, person string) ([]people.Piece, error) {
	eyes, err := people.EyesOn(ctx, r, viewer, person)
	if err != nil || !eyes.May(people.Evidence) {
		return nil, err
	}
	all, err := piecesOf(ctx, r, person)
	if err != nil {
		return nil, err
	}
	remarks, err := people.RemarksOf(ctx, r, person)
	if err != nil {
		return nil, err
	}
	out := make([]people.Piece, 0, len(all))
	for _, p := range all {
		m := remarks[[2]string{p.Kind, p.Thing}]
		p.Hidden, p.Words = m.Hidden, m.Words.String()
		if !p.Hidden || eyes.May(people.HiddenWork) {
			out = append(out, p)
		}
	}
	return out, nil
}

// piecesOf looks through the person's deals.
func piecesOf(ctx context.Context, r *journal.Reader, person string) ([]people.Piece, error) {
	deals, err := worked(ctx, r, person)
	if err != nil {
		return nil, err
	}
	labels, err := account.Labels(ctx, r, deals)
	if err != nil {
		return nil, err
	}
	home, err := account.Home(ctx, r)
	if err != nil {
		return nil, err
	}
	once, done := journal.Once(r)
	defer done(ctx)
	g := gathering{src: once, person: person, home: home}
	for _, deal := range deals {
		g.deal, g.label = deal, labels[deal]
		if err := g.one(ctx); err != nil {
			return nil, err
		}
	}
	slices.SortStableFunc(g.all, func(a, b people.Piece) int {
		switch {
		case a.On > b.On:
			return -1
		case a.On < b.On:
			return 1
		}
		return 0
	})
	return g.all, nil
}

// gathering collects one person's evidence deal by deal.
type gathering struct {
	src    journal.Source
	person string
	home   account.Workspace
	deal   string
	label  account.Label
	all    []people.Piece
}

// part is what a person had in a thing of somebody's; empty for none.
func (g *gathering) part(owner string, others ...string) string {
	switch {
	case owner == g.person:
		return people.Led
	case slices.Contains(others, g.person):
		return people.TookPart
	}
	return ""
}

func (g *gathering) add(does, kind, thing, part, title string, on clock.Date, path, struck string) {
	if part == "" || on == "" {
		return
	}
	g.all = append(g.all, people.Piece{Kind: kind, Thing: thing, Does: does, Part: part, Title: title, Deal: g.deal, Key: g.label.Prefix,
		Account: g.label.Account, On: on, Path: "/deals/" + g.label.Prefix + "/" + path, Struck: struck})
}

// day is the day of a moment for the workspace; empty for none.
func (g *gathering) day(at clock.Instant) clock.Date {
	if at.IsZero() {
		return ""
	}
	return at.In(g.home.Location())
}

func (g *gathering) one(ctx context.Context) error {
	for _, gather := range []func(context.Context) error{g.calls, g.demos, g.evaluations, g.answers, g.designs, g.decisions, g.gates, g.goLives, g.handoffs, g.wins} {
		if err := gather(ctx); err != nil {
			return err
		}
	}
	return nil
}
