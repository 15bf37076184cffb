package settings

import (
	"context"

	"throughline/internal/area"
	"throughline/internal/journal"
	"throughline/internal/portal"
	"throughline/internal/web/kit"
)

// invite sends one of ours a link to set their first password.
func invite(r *kit.Request) error {
	if err := area.MaySetPasswords(r.Home); err != nil {
		return err
	}
	in := portal.Inviting{Person: r.PathValue("id")}
	in.ByHand = r.House.ByHand(r.Home)
	var l portal.Link
	if err := r.Act("portal.invite", func(ctx context.Context, tx *journal.Tx) (err error) {
		l, err = portal.Invite(ctx, tx, in)
		return err
	}); err != nil {
		return err
	}
	if l.ByHand {
		return r.Done("/settings/letters/" + l.Letter)
	}
	return r.Done("/settings/people")
}
