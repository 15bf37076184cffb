package search

import (
	"context"
	"errors"
	"strings"
	"time"

	"throughline/internal/journal"
	"throughline/internal/store"
)

// Patience is how long a search may take; what was found by then is shown.
const Patience = time.Second

// Query is what is looked for: every word of Words, the last one by its beginning.
type Query struct {
	Words string
	Kind  string // one kind only
	Deal  string // one deal only, by id
	After int64  // the cursor that the page before gave
	Limit int
}

// Hit is one thing found.
type Hit struct {
	Place                           int64
	Deal, Kind, Thing, Label, Title string
	Body                            string
}

// Found is a page of hits, the last written first.
type Found struct {
	Hits  []Hit
	Next  int64 // the cursor of the next page; 0 at the end
	Short bool  // the time was up before all places were looked at
}

const hitColumns = `e.place, e.deal, e.kind, e.thing, e.label, e.title, e.body`

// newest is how many rows are read one by one before the index is asked. A common word is found
// there at once, and the index is left to words that are not; SQLite's waiting rows are among
// them (migrations/sqlite).
const newest = 2000

var (
	lastOfNewest = store.SQL(`SELECT place FROM search_entry WHERE place < $1 ORDER BY place DESC LIMIT 1 OFFSET $2`)
	// The blank beside the workspace keeps the planners from going through all of it.
	findNewest = store.SQL(`SELECT ` + hitColumns + `, e.tokens FROM search_entry e
		WHERE e.place >= $2 AND e.place < $3 AND e.workspace || '' = $1 AND e.tokens LIKE $4 ORDER BY e.place DESC`)
	findSQLite = store.On(store.SQLite, `SELECT `+hitColumns+` FROM search_index x CROSS JOIN search_entry e ON e.place = x.rowid
		WHERE search_index MATCH $2 AND e.workspace || '' = $1 AND x.rowid < $3 ORDER BY x.rowid DESC LIMIT $4`)
	findPostgres = store.On(store.Postgres, `WITH m AS MATERIALIZED (SELECT place FROM search_entry WHERE words @@ $2::tsquery AND workspace || '' = $1 AND place < $3)
		SELECT `+hitColumns+` FROM (SELECT place FROM m ORDER BY place DESC LIMIT $4) f JOIN search_entry e ON e.place = f.place ORDER BY e.place DESC`)
)

// Find looks through all words of the workspace.
func Find(ctx context.Context, db *store.DB, r *journal.Reader, q Query) (Found, error) {
	terms := q.terms()
	if len(terms) == 0 {
		return Found{}, nil
	}
	if q.After == 0 {
		q.After = journal.End
	}
	ctx, cancel := context.WithTimeout(ctx, Patience)
	defer cancel()
	var out Found
	if err := out.find(ctx, db.Dialect, r, q, terms); err != nil {
		if !errors.Is(ctx.Err(), context.DeadlineExceeded) {
			return out, err
		}
		out.Short = true
	}
	if len(out.Hits) > q.Limit {
		out.Hits = out.Hits[:q.Limit]
		out.Next = out.Hits[q.Limit-1].Place
	}
	return out, nil
}

// find reads the newest rows, then asks the index for those before them.
func (f *Found) find(ctx context.Context, dialect store.Dialect, r *journal.Reader, q Query, terms []term) error {
	low, more, err := store.One[int64](ctx, r.Q, lastOfNewest, q.After, newest-1)
	if err != nil {
		return err
	}
	if err := f.readNewest(ctx, r, q, terms, low); err != nil || !more || len(f.Hits) > q.Limit {
		return err
	}
	stmt, match := findSQLite, q.matchSQLite(terms)
	if dialect == store.Postgres {
		stmt, match = findPostgres, q.matchPostgres(terms)
	}
	return f.collect(ctx, r.Q, stmt, r.Workspace, match, low, q.Limit+1-len(f.Hits))
}

func (f *Found) readNewest(ctx context.Context, r *journal.Reader, q Query, terms []term, low int64) error {
	type row struct {
		Hit
		Tokens string
	}
	all, err := store.List[row](ctx, r.Q, findNewest, r.Workspace, low, q.After, "% "+terms[0].word+"%")
	if err != nil {
		return err
	}
	for _, w := range all {
		if len(f.Hits) <= q.Limit && q.fits(w.Tokens, terms) {
			f.Hits = append(f.Hits, w.Hit)
		}
	}
	return nil
}

// collect keeps the rows that came before the time was up.
func (f *Found) collect(ctx context.Context, q store.Querier, stmt store.Statement, args ...any) error {
	rows, err := q.QueryContext(ctx, string(stmt), args...)
	if err != nil {
		return store.Explain(err)
	}
	defer rows.Close()
	for rows.Next() {
		var h Hit
		if err := rows.Scan(&h.Place, &h.Deal, &h.Kind, &h.Thing, &h.Label, &h.Title, &h.Body); err != nil {
			return err
		}
		f.Hits = append(f.Hits, h)
	}
	return store.Explain(rows.Err())
}

// shortest is how long the last word must be to be taken for a beginning: a single letter
// begins too much.
const shortest = 2

// term is one word of a query.
type term struct {
	word   string
	begins bool // it is the beginning of a word
}

func (q Query) terms() (out []term) {
	all := Words(clip(q.Words, 400))
	for i, w := range all[:min(len(all), 12)] {
		last := i == len(all)-1
		out = append(out, term{clip(w, longestWord), last && len(w) >= shortest})
	}
	return out
}

// places are the tokens of the filters.
func (q Query) places() []string {
	var out []string
	if q.Kind != "" {
		out = append(out, ofKind+kindToken(q.Kind))
	}
	if q.Deal != "" {
		out = append(out, inDeal+q.Deal)
	}
	return out
}

// fits says whether an entry's tokens answer the query, as the index would.
func (q Query) fits(tokens string, terms []term) bool {
	text := " " + tokens + " "
	for _, t := range terms {
		word := " " + t.word
		if !t.begins {
			word += " "
		}
		if !strings.Contains(text, word) {
			return false
		}
	}
	for _, p := range q.places() {
		if !strings.Contains(text, " "+p+" ") {
			return false
		}
	}
	return true
}

// matchSQLite is the query in FTS5's words; terms hold letters and digits only, the filters our
// own ids.
func (q Query) matchSQLite(terms []term) string {
	var parts []string
	for _, t := range terms {
		part := `"` + t.word + `"`
		if t.begins {
			part += " *"
		}
		parts = append(parts, part)
	}
	for _, p := range q.places() {
		parts = append(parts, `"`+strings.ReplaceAll(p, `"`, "")+`"`)
	}
	return strings.Join(parts, " AND ")
}

func (q Query) matchPostgres(terms []term) string {
	var parts []string
	for _, t := range terms {
		part := "'" + t.word + "'"
		if t.begins {
			part += ":*"
		}
		parts = append(parts, part)
	}
	for _, p := range q.places() {
		parts = append(parts, "'"+strings.NewReplacer("'", "", `\`, "").Replace(p)+"'")
	}
	return strings.Join(parts, " & ")
}
