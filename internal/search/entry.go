package search

import (
	"context"

	"throughline/internal/journal"
	"throughline/internal/store"
)

// Entry is the words of one thing that are kept under one owner's key.
type Entry struct {
	Deal, Kind, Thing string
	Owner             string // whose key; empty for our own words
	Label             string // D-2; a requirement's is -12, after its deal's prefix
	Title             string
	Body              string // what else it says
	Name              bool   // a deal, an account, a person: found by the palette
}

var (
	addEntry = store.InsertInto("search_entry", `workspace, deal, kind, thing, owner, label, title, body, tokens`, "")
	addName  = store.InsertInto("search_name", `workspace, word, thing, owner`, "")
)

// Put adds entries, all those of a thing in one call. Things that had some are dropped first, by
// whoever calls.
func Put(tx *journal.Tx, entries []Entry) {
	type name struct{ thing, word string }
	there := map[name]bool{}
	for i := range entries {
		e := &entries[i]
		words := e.tokens()
		e.shorten()
		tx.DeriveRow(addEntry, tx.Workspace, e.Deal, e.Kind, e.Thing, e.Owner, e.Label, e.Title, e.Body, words)
		for _, w := range e.names() {
			if there[name{e.Thing, w}] {
				continue
			}
			there[name{e.Thing, w}] = true
			tx.DeriveRow(addName, tx.Workspace, w, e.Thing, e.Owner)
		}
	}
}

// shorten cuts what is shown; a title that is cut goes on in the body.
func (e *Entry) shorten() {
	if title := clip(e.Title, longestTitle); title != e.Title {
		if e.Body != "" {
			e.Body = "\n" + e.Body
		}
		e.Title, e.Body = title, e.Title+e.Body
	}
	e.Body = clip(e.Body, longestBody)
}

// mostNames is how many words of one name begin a search.
const mostNames = 8

// names are the words that the palette finds the thing by.
func (e *Entry) names() []string {
	if !e.Name {
		return nil
	}
	all := Words(e.Title)
	all = all[:min(len(all), mostNames)]
	for i := range all {
		all[i] = clip(all[i], longestWord)
	}
	return all
}

var (
	dropThings = store.SQL(`DELETE FROM search_entry WHERE workspace = $1 AND thing IN (` + store.Places(2, store.Hundred) + `)`)
	dropNames  = store.SQL(`DELETE FROM search_name WHERE workspace = $1 AND thing IN (` + store.Places(2, store.Hundred) + `)`)
	dropOne    = store.SQL(`DELETE FROM search_entry WHERE workspace = $1 AND thing = $2`)
	dropName   = store.SQL(`DELETE FROM search_name WHERE workspace = $1 AND thing = $2`)
)

// Drop takes things out of the index; those that were found by name, out of the names too.
func Drop(ctx context.Context, tx *journal.Tx, things, named []string) error {
	if err := drop(ctx, tx, dropOne, dropThings, things); err != nil {
		return err
	}
	return drop(ctx, tx, dropName, dropNames, named)
}

func drop(ctx context.Context, tx *journal.Tx, one, hundred store.Statement, things []string) error {
	if len(things) < 4 {
		for _, t := range things {
			if err := tx.Derive(ctx, one, tx.Workspace, t); err != nil {
				return err
			}
		}
		return nil
	}
	return store.Hundreds(things, func(places []any) error {
		return tx.Derive(ctx, hundred, append([]any{tx.Workspace}, places...)...)
	})
}

const ownedBy = ` WHERE workspace = $1 AND owner <> '' AND owner IN (SELECT owner FROM seal_key WHERE workspace = $1 AND (owner = $2 OR goes_with = $2))`

var (
	forgetWords = store.SQL(`DELETE FROM search_entry` + ownedBy)
	forgetNames = store.SQL(`DELETE FROM search_name` + ownedBy)
)

// Forget takes out every word that was kept under an owner's key, and under keys that go with it.
func Forget(ctx context.Context, tx *journal.Tx, owner string) error {
	for _, stmt := range []store.Statement{forgetWords, forgetNames} {
		if err := tx.Derive(ctx, stmt, tx.Workspace, owner); err != nil {
			return err
		}
	}
	return nil
}
