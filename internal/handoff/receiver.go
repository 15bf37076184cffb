package handoff

import (
	"context"

	"throughline/internal/account"
	"throughline/internal/journal"
	"throughline/internal/problem"
)

// Naming says who receives a deal's handoff.
type Naming struct {
	Deal     string
	Crossing Crossing `json:"crossing"` // empty for the handoff of the signature
	Revision int64    // the deal's, as it was read
	Receiver string   `json:"receiver"` // an SA, customer success, a technical account manager, a partner, the SE
}

// NameReceiver names the receiver, or another one in their place. What the one before decided
// stays under their name.
func NameReceiver(ctx context.Context, tx *journal.Tx, in Naming) error {
	var c problem.Check
	in.Crossing.Check(&c)
	c.Text("receiver", in.Receiver, 40)
	if err := c.Err(); err != nil {
		return err
	}
	deal, err := account.Deal(ctx, tx, in.Deal)
	if err != nil {
		return err
	}
	if in.Revision != 0 {
		deal.Revision = in.Revision
	}
	*in.Crossing.receiver(&deal) = in.Receiver
	if err := journal.Update(ctx, tx, &deal); err != nil {
		return err
	}
	h, ok, err := in.Crossing.Standing(ctx, tx, in.Deal)
	if err != nil || !ok {
		return err
	}
	h.Receiver = in.Receiver
	return journal.Update(ctx, tx, &h)
}
