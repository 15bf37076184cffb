package delivery

import (
	"context"
	"time"

	"throughline/internal/clock"
	core "throughline/internal/delivery"
	"throughline/internal/journal"
	"throughline/internal/web/kit"
)

func deriveChecks(r *kit.Request) error {
	in := core.Derivation{}
	if err := r.Decode(&in); err != nil {
		return err
	}
	in.Deal = r.Deal.ID
	return done(r, "delivery.derive-checks", checksView, "", func(ctx context.Context, tx *journal.Tx) error {
		_, err := core.DeriveChecks(ctx, tx, in)
		return err
	})
}

func addCheck(r *kit.Request) error {
	in := core.NewCheck{}
	if err := r.Decode(&in); err != nil {
		return err
	}
	in.Deal = r.Deal.ID
	return done(r, "delivery.add-check", checksView, "", func(ctx context.Context, tx *journal.Tx) error {
		_, err := core.AddCheck(ctx, tx, in)
		return err
	})
}

func editCheck(r *kit.Request) error {
	k, err := mine[core.Check](r, "check")
	if err != nil {
		return err
	}
	in := core.CheckEdit{}
	if err := r.Decode(&in); err != nil {
		return err
	}
	in.ID = k.ID
	return done(r, "delivery.edit-check", checksView, k.ID, func(ctx context.Context, tx *journal.Tx) error {
		_, err := core.EditCheck(ctx, tx, in)
		return err
	})
}

func withdrawCheck(r *kit.Request) error {
	k, err := mine[core.Check](r, "check")
	if err != nil {
		return err
	}
	revision, err := read(r)
	if err != nil {
		return err
	}
	return done(r, "delivery.withdraw-check", checksView, k.ID, func(ctx context.Context, tx *journal.Tx) error {
		return core.WithdrawCheck(ctx, tx, k.ID, revision, r.FormValue("why"))
	})
}

// recordResult keeps one run of a check with the evidence that came along.
func recordResult(r *kit.Request) error {
	k, err := mine[core.Check](r, "check")
	if err != nil {
		return err
	}
	in := core.NewResult{}
	if err := r.Decode(&in); err != nil {
		return err
	}
	in.Check = k.ID
	if in.At, err = moment(r, "at"); err != nil {
		return err
	}
	if in.Evidence, err = evidence(r); err != nil {
		return err
	}
	return done(r, "delivery.record-result", checksView, k.ID, func(ctx context.Context, tx *journal.Tx) error {
		_, err := core.RecordResult(ctx, tx, in)
		return err
	})
}

// evidence is the file and the address that a form gives.
func evidence(r *kit.Request) (out []core.Attachment, err error) {
	if link := r.PostForm.Get("link"); link != "" {
		name := r.PostForm.Get("link_name")
		if name == "" {
			name = link
		}
		out = append(out, core.Attachment{Name: name, Link: link})
	}
	f, err := r.Keep("file")
	if err == nil && f.Hash != "" {
		out = append(out, core.Attachment{Name: f.Name, Hash: f.Hash})
	}
	return out, err
}

// moment reads a day and time as the person's own zone has it; never for an empty field.
func moment(r *kit.Request, field string) (clock.Instant, error) {
	s := r.PostForm.Get(field)
	if s == "" {
		return clock.Instant{}, nil
	}
	t, err := time.ParseInLocation("2006-01-02T15:04", s, r.Zone())
	if err != nil {
		return clock.Instant{}, fault(field, "Is %q; write a day and a time as 2026-11-25T14:30.", s)
	}
	return clock.At(t), nil
}
