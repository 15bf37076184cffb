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

var (
	findSQLite = store.On(store.SQLite, `SELECT `+hitColumns+` FROM search_index x JOIN search_entry e ON e.place = x.rowid
		WHERE search_index MATCH $2 AND e.workspace = $1 AND x.rowid < $3 ORDER BY x.rowid DESC LIMIT $4`)
	// waitingSQLite are the rows that are not in the index yet: fewer than 256.
	waitingSQLite = store.On(store.SQLite, `SELECT `+hitColumns+`, e.tokens FROM search_entry e
		WHERE e.place > (SELECT seq FROM sqlite_sequence WHERE name = 'search_entry') / 256 * 256 AND e.workspace = $1 AND e.place < $2 ORDER BY e.place DESC`)
	findPostgres = store.On(store.Postgres, `SELECT `+hitColumns+` FROM search_entry e
		WHERE e.workspace = $1 AND e.words @@ $2::tsquery AND e.place < $3 ORDER BY e.place DESC LIMIT $4`)
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
	var err error
	if db.Dialect == store.Postgres {
		err = out.collect(ctx, r.Q, findPostgres, r.Workspace, matchPostgres(r.Workspace, q, terms), q.After, q.Limit+1)
	} else {
		err = out.findSQLite(ctx, r, q, terms)
	}
	if err != nil {
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

// findSQLite looks through the rows that wait for the index, which are the last written, then
// through the index.
func (f *Found) findSQLite(ctx context.Context, r *journal.Reader, q Query, terms []term) error {
	type waiting struct {
		Hit
		Tokens string
	}
	all, err := store.List[waiting](ctx, r.Q, waitingSQLite, r.Workspace, q.After)
	if err != nil {
		return err
	}
	for _, w := range all {
		if q.fits(w.Tokens, terms, r.Workspace) {
			f.Hits = append(f.Hits, w.Hit)
		}
	}
	if len(f.Hits) > q.Limit {
		return nil
	}
	return f.collect(ctx, r.Q, findSQLite, r.Workspace, matchSQLite(r.Workspace, q, terms), q.After, q.Limit+1-len(f.Hits))
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

func (q Query) places(workspace string) []string {
	out := []string{inWorkspace + workspace}
	if q.Kind != "" {
		out = append(out, ofKind+kindToken(q.Kind))
	}
	if q.Deal != "" {
		out = append(out, inDeal+q.Deal)
	}
	return out
}

// fits says whether an entry's tokens answer the query, as the index would.
func (q Query) fits(tokens string, terms []term, workspace string) bool {
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
	for _, p := range q.places(workspace) {
		if !strings.Contains(text, " "+p+" ") {
			return false
		}
	}
	return true
}

// matchSQLite is the query in FTS5's words; terms hold letters and digits only, the filters our
// own ids.
func matchSQLite(workspace string, q Query, terms []term) string {
	var parts []string
	for _, t := range terms {
		part := `"` + t.word + `"`
		if t.begins {
			part += " *"
		}
		parts = append(parts, part)
	}
	for _, p := range q.places(workspace) {
		parts = append(parts, `"`+strings.ReplaceAll(p, `"`, "")+`"`)
	}
	return strings.Join(parts, " AND ")
}

func matchPostgres(workspace string, q Query, terms []term) string {
	var parts []string
	for _, t := range terms {
		part := "'" + t.word + "'"
		if t.begins {
			part += ":*"
		}
		parts = append(parts, part)
	}
	for _, p := range q.places(workspace) {
		parts = append(parts, "'"+strings.NewReplacer("'", "", `\`, "").Replace(p)+"'")
	}
	return strings.Join(parts, " & ")
}
