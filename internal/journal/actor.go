package journal

import (
	"context"

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
}

// New is a journal over a database, with an empty shelf.
func New(db *store.DB) *Journal { return &Journal{DB: db, shelf: newShelf()} }

// Reader reads the actor's workspace.
func (j *Journal) Reader(workspace string) *Reader {
	r := Read(j.DB.Read, workspace)
	r.shelf = j.shelf
	return r
}
