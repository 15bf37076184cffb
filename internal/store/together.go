package store

import (
	"context"
	"database/sql/driver"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/stdlib"
)

// errGiveUp tells the pool that a connection is of no more use.
var errGiveUp = driver.ErrBadConn

// together sends what waits to PostgreSQL in one go. After a statement that fails none is run.
func (w *Work) together(ctx context.Context) error {
	return w.conn.Raw(func(c any) error {
		var batch pgx.Batch
		for _, s := range w.waits {
			batch.Queue(s.text, s.args...)
		}
		results := c.(*stdlib.Conn).Conn().SendBatch(ctx, &batch)
		for _, s := range w.waits {
			tag, err := results.Exec()
			if err == nil && s.rows != nil {
				err = s.rows(tag.RowsAffected())
			}
			if err != nil {
				_ = results.Close() // says the same again
				return err
			}
		}
		return results.Close()
	})
}
