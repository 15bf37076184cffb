package account

import (
	"context"

	"throughline/internal/journal"
	"throughline/internal/problem"
)

// Archive puts a deal out of the lists, or back into them. Nothing of it is lost.
type Archive struct {
	Deal     string
	Revision int64
	Archived bool `json:"archived"`
}

// ArchiveDeal archives a deal, or brings it back.
func ArchiveDeal(ctx context.Context, tx *journal.Tx, in Archive) (Opportunity, error) {
	d, err := Deal(ctx, tx, in.Deal)
	if err != nil {
		return d, err
	}
	if in.Revision != 0 {
		d.Revision = in.Revision
	}
	d.Archived = in.Archived
	return d, journal.Update(ctx, tx, &d)
}

// Removal deletes a deal with everything in it. Name repeats the deal's prefix, so that it is
// not done by a slip.
type Removal struct {
	Deal   string
	Prefix string `json:"key"`
}

// DeleteDeal takes a deal and all its things away; only the journal still tells of it. It is
// never undone.
func DeleteDeal(ctx context.Context, tx *journal.Tx, in Removal) error {
	d, err := Deal(ctx, tx, in.Deal)
	if err != nil {
		return err
	}
	var c problem.Check
	c.Fail(in.Prefix == d.Prefix, "key", "Write %s here to delete the deal.", d.Prefix)
	if err := c.Err(); err != nil {
		return err
	}
	return journal.DeleteDeal(ctx, tx, d.ID)
}
