package portal

import (
	"context"

	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/store"
)

// Visit is one browser before a link. Its mark is a random word in a cookie.
type Visit struct {
	Link   Link
	Mark   string // empty for a browser that never opened a link here
	Inside bool   // somebody is signed in here with this browser: it is one of ours
}

// How a browser came to be tied to a link.
const (
	Nobody  = ""      // it is not
	ByFirst = "first" // the link was first opened in it
	ByCode  = "code"  // the code from the known address was written in it
)

var (
	tied = store.SQL(`SELECT slot FROM portal_browser WHERE workspace = $1 AND link = $2 AND browser = $3 ORDER BY slot LIMIT 1`)
	any1 = store.SQL(`SELECT COUNT(*) FROM portal_browser WHERE workspace = $1 AND link = $2`)
	tie  = store.SQL(`INSERT INTO portal_browser (link, slot, workspace, browser, at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (link, slot) DO NOTHING`)
)

// Tied says how the browser is tied to the link.
func Tied(ctx context.Context, r *journal.Reader, v Visit) (how string, err error) {
	if v.Mark == "" {
		return Nobody, nil
	}
	slot, there, err := store.One[string](ctx, r.Q, tied, r.Workspace, v.Link.ID, hashOf(v.Mark))
	switch {
	case err != nil || !there:
		return Nobody, err
	case slot == ByFirst:
		return ByFirst, nil
	}
	return ByCode, nil
}

// AsksCode says whether a browser that is not tied has to bring the code: another was first, the
// sender wants it so, or it is one of ours.
func AsksCode(ctx context.Context, r *journal.Reader, v Visit) (bool, error) {
	if v.Link.Strict || v.Inside {
		return true, nil
	}
	n, _, err := store.One[int](ctx, r.Q, any1, r.Workspace, v.Link.ID)
	return n > 0, err
}

// NewMark is a mark for a browser that has none.
func NewMark() string { return newSecret() }

// Enter ties the browser to the link as the first that opened it. It is refused where a code is asked for.
func Enter(ctx context.Context, j *journal.Journal, v Visit) error {
	asks, err := AsksCode(ctx, j.Reader(v.Link.Workspace), v)
	if err != nil {
		return err
	}
	if asks {
		return codeAsked
	}
	first := false
	err = j.DB.Housekeeping(ctx, store.Doors, func(w *store.Work) error {
		var err error
		first, err = tieTo(ctx, w, v, ByFirst)
		return err
	})
	if err == nil && !first {
		return codeAsked // another browser was quicker
	}
	return err
}

var codeAsked = problem.Refuse("This browser is asked for the code.")

func tieTo(ctx context.Context, w *store.Work, v Visit, slot string) (bool, error) {
	res, err := w.ExecContext(ctx, string(tie), v.Link.ID, slot, v.Link.Workspace, hashOf(v.Mark), clock.Now(ctx))
	if err != nil {
		return false, err
	}
	n, err := res.RowsAffected()
	return n == 1, err
}
