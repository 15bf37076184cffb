package journal

import (
	"context"
	"database/sql"
	"fmt"

	"throughline/internal/store"
)

// pending is rows of an act that wait to be written: many of one table go in one statement. They
// are written before anything is read, and before any other statement of the act.
type pending struct {
	work  *store.Work
	order []*store.Into
	rows  map[*store.Into][]any
}

func newPending(w *store.Work) *pending {
	return &pending{work: w, rows: map[*store.Into][]any{}}
}

// add has a row wait.
func (p *pending) add(into *store.Into, values []any) {
	if len(values) != into.Width {
		panic(fmt.Sprintf("%s takes %d values, not %d", into.Text(1), into.Width, len(values)))
	}
	if _, waits := p.rows[into]; !waits {
		p.order = append(p.order, into)
	}
	p.rows[into] = append(p.rows[into], values...)
}

// write writes what waits.
func (p *pending) write(ctx context.Context) error {
	for _, into := range p.order {
		if err := writeRows(ctx, p.work, into, p.rows[into]); err != nil {
			return err
		}
	}
	p.order = p.order[:0]
	clear(p.rows)
	return nil
}

func writeRows(ctx context.Context, w *store.Work, into *store.Into, values []any) error {
	for len(values) > 0 {
		for _, run := range store.Runs {
			if n := run * into.Width; n <= len(values) {
				if err := w.Later(ctx, store.Statement(into.Text(run)), values[:n]...); err != nil {
					return err
				}
				values = values[n:]
				break
			}
		}
	}
	return nil
}

// QueryContext reads, after what waits is written.
func (p *pending) QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	if err := p.write(ctx); err != nil {
		return nil, err
	}
	return p.work.QueryContext(ctx, query, args...)
}
