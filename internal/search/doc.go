// Package search is the index of words: one row for each thing and owner of its words, told by
// the journal as acts are done, in the act's own transaction.
//
// It knows words and the names of things, not what they are. Words are folded by us (words.go),
// so that both databases find the same; SQLite looks them up in an FTS5 table kept by triggers,
// PostgreSQL in a tsvector with a GIN index. Names of deals, accounts and people stand word by
// word in a table of their own, whose beginnings are found in a plain index: that is what the
// palette asks while one types.
//
// Words kept under a person's key have that owner in their row. Erasing the person removes the
// rows; FTS5's secure-delete takes the words out of its segments as well.
package search
