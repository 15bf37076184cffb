package evaluation

import (
	"context"

	"throughline/internal/account"
	core "throughline/internal/evaluation"
	"throughline/internal/journal"
	"throughline/internal/thread"
	"throughline/internal/web/kit"
)

func addGround(r *kit.Request) error {
	in := core.NewGround{}
	if err := r.Decode(&in); err != nil {
		return err
	}
	if in.Requirement == "" {
		return fault("requirement", "Say which requirement it is ground for.")
	}
	if _, err := kit.OfDeal[thread.Requirement](r, "requirement", in.Requirement); err != nil {
		return err
	}
	return do(r, "ground", winView, "", in, core.AddGround)
}

func withdrawGround(r *kit.Request) error {
	g, err := mine[core.Ground](r, "ground")
	if err != nil {
		return err
	}
	return undone(r, "withdraw-ground", winView, "", core.Removal{ID: g.ID}, core.WithdrawGround)
}

func claim(r *kit.Request) (err error) {
	in := core.Claim{Deal: r.Deal.ID}
	if err := r.Decode(&in); err != nil {
		return err
	}
	if in.At, err = r.Instant("at"); err != nil {
		return err
	}
	return do(r, "claim", winView, "", in, core.ClaimWin)
}

func lose(r *kit.Request) error {
	in := core.Loss{Deal: r.Deal.ID}
	if err := r.Decode(&in); err != nil {
		return err
	}
	return do(r, "lose", winView, "", in, core.Lose)
}

func reopen(r *kit.Request) error {
	x, err := mine[core.Record](r, "record")
	if err != nil {
		return err
	}
	in := core.Reopening{}
	if err := r.Decode(&in); err != nil {
		return err
	}
	in.ID = x.ID
	return undone(r, "reopen", winView, "", in, core.Reopen)
}

// markDecides records who of theirs has the technical decision: somebody on the deal, or
// somebody who is taken into it by name.
func markDecides(r *kit.Request) error {
	in := struct {
		Contact string `json:"contact"`
		Name    string `json:"name"`
		Role    string `json:"role"`
	}{}
	if err := r.Decode(&in); err != nil {
		return err
	}
	if in.Contact == "" && in.Name == "" {
		return fault("contact", "Say who has the technical decision.")
	}
	if err := r.Act("stakeholder.edit", func(ctx context.Context, tx *journal.Tx) error {
		contact := in.Contact
		if contact == "" {
			who, err := account.Meet(ctx, tx, r.Deal.ID, in.Name, in.Role)
			if err != nil {
				return err
			}
			contact = who.ID
		}
		h, err := account.StakeholderOf(ctx, tx, r.Deal.ID, contact)
		if err != nil {
			return err
		}
		_, err = account.EditStakeholder(ctx, tx, account.StakeholderEdit{ID: h.ID, Role: h.Role, Decides: true, Champion: h.Champion, Stance: h.Stance})
		return err
	}); err != nil {
		return err
	}
	return done(r, winView, "")
}
