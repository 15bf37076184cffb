package discovery

import (
	"context"

	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/problem"
)

// RemoveCall takes a call away with its words and the candidates that nobody decided. What was
// accepted from it stays, with its quotes. It can be undone; ForgetCall cannot.
func RemoveCall(ctx context.Context, tx *journal.Tx, id string, revision int64) error {
	c, err := openCall(ctx, tx, id, revision)
	if err != nil {
		return err
	}
	if stored, err := journal.Load[Call](ctx, tx, id); err != nil || stored.Revision != c.Revision {
		if err == nil {
			err = problem.New(problem.Stale, "This call was changed while you were at it (revision %d, you read %d).", stored.Revision, c.Revision)
		}
		return err
	}
	if err := dropCandidates(ctx, tx, c, false); err != nil {
		return err
	}
	rows, err := speechOfCall.List(ctx, tx.Reader, id)
	if err != nil {
		return err
	}
	for i := range rows {
		if err := journal.Delete(ctx, tx, &rows[i]); err != nil {
			return err
		}
	}
	voices, err := Voices(ctx, tx.Reader, id)
	if err != nil {
		return err
	}
	for i := range voices {
		if err := journal.Delete(ctx, tx, &voices[i]); err != nil {
			return err
		}
	}
	return journal.Delete(ctx, tx, &c)
}

// dropCandidates deletes a call's candidates: those that wait, or all of them.
func dropCandidates(ctx context.Context, tx *journal.Tx, c Call, waiting bool) error {
	all, err := candidatesOfCall.List(ctx, tx.Reader, c.ID)
	if err != nil {
		return err
	}
	for i := range all {
		if waiting && all[i].State != Found {
			continue
		}
		if err := all[i].giveBack(ctx, tx); err != nil {
			return err
		}
		if err := journal.Delete(ctx, tx, &all[i]); err != nil {
			return err
		}
	}
	return nil
}

// giveBack lets a row of an earlier list wait there again, that went on in this one.
func (c Candidate) giveBack(ctx context.Context, tx *journal.Tx) error {
	if c.Before == "" || c.State != Found {
		return nil
	}
	was, err := journal.Load[Candidate](ctx, tx, c.Before)
	if problem.Of(err) == problem.Missing || err == nil && was.State != Carried {
		return nil
	}
	if err != nil {
		return err
	}
	was.State, was.DecidedBy, was.DecidedAt = Found, "", clock.Instant{}
	return journal.Update(ctx, tx, &was)
}

// ForgetCall throws away the keys of everything said on a call: its words, candidates and the
// quotes taken from it read '[erased]' for good. The call and what was decided stay.
func ForgetCall(ctx context.Context, tx *journal.Tx, id string, revision int64) (Call, error) {
	c, err := openCall(ctx, tx, id, revision)
	if err != nil {
		return c, err
	}
	if c.State == Forgotten {
		return c, problem.Refuse("The words of “%s” were forgotten already.", c.Title)
	}
	voices, err := Voices(ctx, tx.Reader, id)
	if err != nil {
		return c, err
	}
	if err := dropCandidates(ctx, tx, c, true); err != nil {
		return c, err
	}
	for _, v := range voices {
		if err := tx.Erase(ctx, v.ID); err != nil {
			return c, err
		}
	}
	c.State = Forgotten
	return c, journal.Update(ctx, tx, &c)
}
