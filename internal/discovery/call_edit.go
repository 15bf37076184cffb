package discovery

import (
	"context"

	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/problem"
)

// CallEdit is what can be changed of a call's frame. Its words stay as they came.
type CallEdit struct {
	ID       string
	Revision int64
	Title    string        `json:"title"`
	Kind     string        `json:"kind"`
	HeldAt   clock.Instant `json:"held_at"`
	Contacts []string      `json:"contacts"`
	People   []string      `json:"people"`
}

// EditCall changes a call's title, kind, date and attendees.
func EditCall(ctx context.Context, tx *journal.Tx, in CallEdit) (Call, error) {
	var k problem.Check
	k.Text("title", in.Title, 200)
	k.Fail(!in.HeldAt.IsZero(), "held_at", "Say when it was held.")
	k.Fail(len(in.Contacts)+len(in.People) <= maxVoices, "contacts", "At most %d people attend a call.", maxVoices)
	if err := k.Err(); err != nil {
		return Call{}, err
	}
	c, err := openCall(ctx, tx, in.ID, in.Revision)
	if err != nil {
		return c, err
	}
	if c.Form == FormList {
		in.Kind = c.Kind
	} else if k.OneOf("kind", in.Kind, CallKinds...); k.Err() != nil {
		return c, k.Err()
	}
	if err := attended(ctx, tx, in.Contacts, in.People, ""); err != nil {
		return c, err
	}
	c.Title, c.Kind, c.HeldAt = in.Title, in.Kind, in.HeldAt
	c.Contacts, c.People = append([]string{}, in.Contacts...), append([]string{}, in.People...)
	return c, journal.Update(ctx, tx, &c)
}
