// Package reading keeps how lists of one form are read: what a person said of such a sheet goes
// before what is proposed for the next one, for the whole workspace.
package reading

import (
	"context"
	"reflect"

	"throughline/internal/clock"
	"throughline/internal/columns"
	"throughline/internal/journal"
)

// Reading is what a person said of the columns of a list, kept for the workspace's next list of
// the same form. It holds columns and meanings and no word of the customer's.
type Reading struct {
	journal.Row
	Shape  string             `db:"shape" json:"shape"` // of columns.Shape
	Said   columns.Correction `db:"said,json" json:"said"`
	SaidBy string             `db:"said_by" json:"said_by"` // a person's id
	SaidAt clock.Instant      `db:"said_at" json:"said_at"`
}

var (
	readingKind    = journal.Declare[Reading]("reading", "list_reading")
	readingOfShape = journal.Where[Reading](readingKind, "shape = $2")
)

// All are what is kept of earlier lists, by shape.
func All(ctx context.Context, src journal.Source) (map[string]Reading, error) {
	all, err := journal.List[Reading](ctx, src, "")
	out := map[string]Reading{}
	for _, r := range all {
		out[r.Shape] = r
	}
	return out, err
}

// Recalled are the corrections of readings, as list.Read takes them.
func Recalled(all map[string]Reading) map[string]columns.Correction {
	out := map[string]columns.Correction{}
	for shape, r := range all {
		out[shape] = r.Said
	}
	return out
}

// Remember keeps what was said of shapes, in place of what was said before; a correction that says
// nothing takes back what was kept.
func Remember(ctx context.Context, tx *journal.Tx, said map[string]columns.Correction) error {
	for shape, c := range said {
		had, ok, err := readingOfShape.One(ctx, tx.Reader, shape)
		if err != nil {
			return err
		}
		nothing := c.Use == "" && c.Headers == nil && len(c.Columns) == 0 && len(c.Rows) == 0
		c.Sheet = 0
		switch {
		case nothing && ok:
			err = journal.Delete(ctx, tx, &had)
		case nothing, ok && reflect.DeepEqual(had.Said, c):
		case ok:
			had.Said, had.SaidBy, had.SaidAt = c, tx.Actor.Person, tx.Now()
			err = journal.Update(ctx, tx, &had)
		default:
			err = journal.Insert(ctx, tx, &Reading{Shape: shape, Said: c, SaidBy: tx.Actor.Person, SaidAt: tx.Now()})
		}
		if err != nil {
			return err
		}
	}
	return nil
}
