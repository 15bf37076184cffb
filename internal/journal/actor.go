package journal

import (
	"context"
	"sync"

	"throughline/internal/clock"
	"throughline/internal/store"
)

// Actor is who writes: a person of a workspace, or the program itself for imports it was
// told to do. The role is the one that the act was allowed under.
type Actor struct {
	Workspace string
	Person    string // a person's id
	Name      string // for messages
	Role      string
}

// Journal is the writing side of an open database.
type Journal struct {
	DB *store.DB
	// Settle computes what follows from a deal's things (stations, counters), at the end of
	// every act that touched the deal. Wired once.
	Settle Settler
	// Words names, for each kind that search reads, the columns that hold its words, the title
	// first.
	Words map[string][]string
	// Index keeps what search finds; it is told once an act, before the chain's head is taken.
	Index func(ctx context.Context, tx *Tx, told Told) error
	// Final names the acts that are withdrawn by an act of their own, never undone.
	Final map[string]bool

	shelf *shelf
	last  sync.Map // workspace to the moment of its last act that this program knows of
}

// New is a journal over a database, with an empty shelf.
func New(db *store.DB) *Journal { return &Journal{DB: db, shelf: newShelf()} }

// now is the moment of an act that begins. The machine's clock may go back; ours does not: the last
// act is asked for once, and known from then on. What another copy of the program wrote since is
// seen when the act ends, and its rows come after.
func (j *Journal) now(ctx context.Context, q store.Querier, workspace string) (clock.Instant, error) {
	now := clock.Now(ctx)
	last, known := j.last.Load(workspace)
	if !known {
		at, _, err := store.One[clock.Instant](ctx, q, headTime, workspace)
		if err != nil {
			return now, err
		}
		last = at
		j.ended(workspace, at)
	}
	if at := last.(clock.Instant); now.Before(at) {
		return at, nil
	}
	return now, nil
}

// ended notes the moment of an act.
func (j *Journal) ended(workspace string, at clock.Instant) {
	for {
		was, known := j.last.LoadOrStore(workspace, at)
		if !known || !was.(clock.Instant).Before(at) || j.last.CompareAndSwap(workspace, was, at) {
			return
		}
	}
}

// Reader reads the actor's workspace.
func (j *Journal) Reader(workspace string) *Reader {
	r := Read(j.DB.Read, workspace)
	r.shelf = j.shelf
	return r
}
