package search

import (
	"context"

	"throughline/internal/journal"
	"throughline/internal/store"
)

var namesLike = store.SQL(`SELECT ` + hitColumns + ` FROM search_name n
	JOIN search_entry e ON e.workspace = n.workspace AND e.thing = n.thing AND e.owner = n.owner
	WHERE n.workspace = $1 AND n.word >= $2 AND n.word < $3 AND e.tokens LIKE $4 AND e.tokens LIKE $5 AND e.tokens LIKE $6
	ORDER BY n.word, n.thing LIMIT $7`)

// Names finds deals, accounts and people of whose name each word is a beginning of a word.
func Names(ctx context.Context, r *journal.Reader, words string, limit int) ([]Hit, error) {
	all := Words(words)
	if len(all) == 0 {
		return nil, nil
	}
	long := longest(all)
	args := append([]any{r.Workspace, long, long + "\U0010FFFF"}, likes(all)...)
	return store.List[Hit](ctx, r.Q, namesLike, append(args, limit)...)
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
