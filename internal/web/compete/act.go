package compete

import (
	"context"
	"strings"

	core "throughline/internal/compete"
	"throughline/internal/journal"
	"throughline/internal/web/kit"
)

func meet(r *kit.Request) error {
	in := core.Meeting{}
	if err := r.Decode(&in); err != nil {
		return err
	}
	in.Deal = r.Deal.ID
	var made core.Rival
	if err := r.Act("compete.meet", func(ctx context.Context, tx *journal.Tx) (err error) {
		made, err = core.Meet(ctx, tx, in)
		return err
	}); err != nil {
		return err
	}
	return back(r, made.ID)
}

// back leads to a competitor on the deal's page.
func back(r *kit.Request, rival string) error {
	return r.Done(r.DealPath("compete?at=" + rival))
}

func end(r *kit.Request) error {
	v, err := kit.OfDeal[core.Rival](r, "competitor", r.PathValue("id"))
	if err != nil {
		return err
	}
	in := core.Ending{}
	if err := r.Decode(&in); err != nil {
		return err
	}
	in.ID = v.ID
	if err := r.Act("compete.end", func(ctx context.Context, tx *journal.Tx) error {
		_, err := core.End(ctx, tx, in)
		return err
	}); err != nil {
		return err
	}
	return back(r, v.ID)
}

func claim(r *kit.Request) error {
	in := core.NewClaim{}
	if err := r.Decode(&in); err != nil {
		return err
	}
	in.Deal = r.Deal.ID
	if err := r.Act("compete.claim", func(ctx context.Context, tx *journal.Tx) error {
		_, err := core.Say(ctx, tx, in)
		return err
	}); err != nil {
		return err
	}
	return back(r, in.Rival)
}

func withdraw(r *kit.Request) error {
	c, err := kit.OfDeal[core.Claim](r, "claim", r.PathValue("id"))
	if err != nil {
		return err
	}
	in := core.Retraction{}
	if err := r.Decode(&in); err != nil {
		return err
	}
	in.ID = c.ID
	if err := r.Act("compete.withdraw-claim", func(ctx context.Context, tx *journal.Tx) error {
		_, err := core.WithdrawClaim(ctx, tx, in)
		return err
	}); err != nil {
		return err
	}
	return back(r, c.Rival)
}

func edit(r *kit.Request) error {
	in := core.CompetitorEdit{}
	if err := r.Decode(&in); err != nil {
		return err
	}
	in.ID, in.Also = r.PathValue("id"), nil
	for name := range strings.SplitSeq(r.FormValue("also"), ",") {
		if name = strings.TrimSpace(name); name != "" {
			in.Also = append(in.Also, name)
		}
	}
	if err := r.Act("compete.competitor", func(ctx context.Context, tx *journal.Tx) error {
		_, err := core.EditCompetitor(ctx, tx, in)
		return err
	}); err != nil {
		return err
	}
	return r.Done("/competitors/" + in.ID)
}
