package followup

import (
	"context"

	core "throughline/internal/followup"
	"throughline/internal/journal"
	"throughline/internal/web/kit"
)

// written is the form: the words, and who gets them.
type written struct {
	core.Writing
	To []string `json:"to"`
}

func read(r *kit.Request) (written, *view, error) {
	var in written
	if err := r.Decode(&in); err != nil {
		return in, nil, err
	}
	v, err := open(r)
	if err != nil {
		return in, v, err
	}
	in.Deal, in.ID, in.Kind, in.About = r.Deal.ID, v.draft.ID, v.talk.Kind, v.talk.ID
	return in, v, nil
}

func write(r *kit.Request) error {
	in, v, err := read(r)
	if err != nil {
		return err
	}
	if err := r.Act("follow-up.write", func(ctx context.Context, tx *journal.Tx) error {
		_, err := core.Write(ctx, tx, in.Writing)
		return err
	}); err != nil {
		return err
	}
	return r.Done(v.path(""))
}

// send keeps the words as they stand in the form and sends them, in one act.
func send(r *kit.Request) error {
	in, v, err := read(r)
	if err != nil {
		return err
	}
	var f core.FollowUp
	if err := r.Act("follow-up.send", func(ctx context.Context, tx *journal.Tx) error {
		if f, err = core.Write(ctx, tx, in.Writing); err != nil {
			return err
		}
		f, err = core.Send(ctx, tx, core.Sending{Deal: f.Deal, ID: f.ID, To: in.To, ByHand: r.House.ByHand(r.Home)})
		return err
	}); err != nil {
		return err
	}
	if r.House.ByHand(r.Home) && len(f.Letters) == 1 {
		return r.Done(r.DealPath("letters/" + f.Letters[0]))
	}
	return r.Done(v.path(""))
}

func drop(r *kit.Request) error {
	in, v, err := read(r)
	if err != nil {
		return err
	}
	if err := r.Act("follow-up.drop", func(ctx context.Context, tx *journal.Tx) error {
		return core.Drop(ctx, tx, core.Dropping{Deal: in.Deal, ID: in.ID, Revision: in.Revision})
	}); err != nil {
		return err
	}
	return r.Done(v.path(""))
}
