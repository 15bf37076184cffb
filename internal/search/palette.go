package search

import (
	"context"

	"throughline/internal/journal"
	"throughline/internal/store"
)

// namesLike cuts the names that begin so before it looks at what they name: two letters begin
// thousands.
var namesLike = store.SQL(`SELECT ` + hitColumns + ` FROM (SELECT word, thing, owner FROM search_name
		WHERE workspace = $1 AND word >= $2 AND word < $3 ORDER BY word, thing LIMIT $8) n
	JOIN search_entry e ON e.workspace = $1 AND e.thing = n.thing AND e.owner = n.owner
	WHERE e.tokens LIKE $4 AND e.tokens LIKE $5 AND e.tokens LIKE $6
	ORDER BY n.word, n.thing LIMIT $7`)

// mostBegun is how many names that begin with the longest word are looked at for the others.
const mostBegun = 2000

// Names finds deals, accounts and people of whose name each word is a beginning of a word.
func Names(ctx context.Context, r *journal.Reader, words string, limit int) ([]Hit, error) {
	all := Words(words)
	if len(all) == 0 {
		return nil, nil
	}
	long := longest(all)
	args := append([]any{r.Workspace, long, long + "\U0010FFFF"}, likes(all)...)
	begun := mostBegun
	if len(all) == 1 {
		begun = 3 * limit // a thing may be there under several words
	}
	return store.List[Hit](ctx, r.Q, namesLike, append(args, limit, begun)...)
}

func longest(words []string) string {
	out := ""
	for _, w := range words {
		if len(w) > len(out) {
			out = w
		}
	}
	return clip(out, longestWord)
}

// Likes are three patterns over the tokens column for beginnings of words; nil for no words.
func Likes(words string) []any {
	if all := Words(words); len(all) > 0 {
		return likes(all)
	}
	return nil
}

// likes are three patterns over tokens, in which every word follows a blank. Words hold neither
// % nor _.
func likes(words []string) []any {
	out := []any{"%", "%", "%"}
	for i := range min(len(words), len(out)) {
		out[i] = "% " + clip(words[i], longestWord) + "%"
	}
	return out
}
