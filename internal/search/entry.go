package search

import (
	"context"
	"strings"

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
	workspace         string
}

// batch is how many entries one statement writes, under SQLite's 32,766 parameters.
const batch = 100

const entryColumns = `workspace, deal, kind, thing, owner, label, title, body, tokens`

// Put adds entries. Things that had some are dropped first, by whoever calls.
func Put(ctx context.Context, tx *journal.Tx, entries []Entry) error {
	var names []any
	for from := 0; from < len(entries); from += batch {
		part := entries[from:min(from+batch, len(entries))]
		args := make([]any, 0, 9*len(part))
		for i := range part {
			e := &part[i]
			e.workspace = tx.Workspace
			words := e.tokens()
			e.shorten()
			args = append(args, e.workspace, e.Deal, e.Kind, e.Thing, e.Owner, e.Label, e.Title, e.Body, words)
			if e.Name {
				names = e.names(names)
			}
		}
		if _, err := tx.Derive(ctx, rows(`INSERT INTO search_entry (`+entryColumns+`) VALUES `, 9, len(part), ""), args...); err != nil {
			return err
		}
	}
	return putNames(ctx, tx, names)
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

func (e *Entry) names(out []any) []any {
	all := Words(e.Title)
	for _, w := range all[:min(len(all), mostNames)] {
		out = append(out, e.workspace, clip(w, longestWord), e.Thing, e.Owner)
	}
	return out
}

func putNames(ctx context.Context, tx *journal.Tx, names []any) error {
	for len(names) > 0 {
		n := min(len(names), 4*batch)
		if _, err := tx.Derive(ctx, rows(`INSERT INTO search_name (workspace, word, thing, owner) VALUES `, 4, n/4, ` ON CONFLICT DO NOTHING`), names[:n]...); err != nil {
			return err
		}
		names = names[n:]
	}
	return nil
}

// rows is an insert of n rows of so many columns.
func rows(head string, columns, n int, tail string) store.Statement {
	var b strings.Builder
	b.WriteString(head)
	for i := range n {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString("(" + store.Places(columns*i+1, columns) + ")")
	}
	return store.Statement(b.String() + tail)
}

var (
	dropThings = store.SQL(`DELETE FROM search_entry WHERE workspace = $1 AND thing IN (` + store.Places(2, store.Hundred) + `)`)
	dropNames  = store.SQL(`DELETE FROM search_name WHERE workspace = $1 AND thing IN (` + store.Places(2, store.Hundred) + `)`)
	dropOne    = store.SQL(`DELETE FROM search_entry WHERE workspace = $1 AND thing = $2`)
	dropName   = store.SQL(`DELETE FROM search_name WHERE workspace = $1 AND thing = $2`)
)

// Drop takes things out of the index.
func Drop(ctx context.Context, tx *journal.Tx, things []string) error {
	if len(things) < 4 {
		for _, t := range things {
			for _, stmt := range []store.Statement{dropOne, dropName} {
				if _, err := tx.Derive(ctx, stmt, tx.Workspace, t); err != nil {
					return err
				}
			}
		}
		return nil
	}
	return store.Hundreds(things, func(places []any) error {
		for _, stmt := range []store.Statement{dropThings, dropNames} {
			if _, err := tx.Derive(ctx, stmt, append([]any{tx.Workspace}, places...)...); err != nil {
				return err
			}
		}
		return nil
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
		if _, err := tx.Derive(ctx, stmt, tx.Workspace, owner); err != nil {
			return err
		}
	}
	return nil
}
