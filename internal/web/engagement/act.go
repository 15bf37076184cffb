package engagement

import (
	"context"

	core "throughline/internal/engagement"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/team"
	"throughline/internal/web/kit"
)

// inRoom does an act and comes back to the room.
func inRoom(r *kit.Request, name, anchor string, do func(context.Context, *journal.Tx) error) error {
	if err := r.Act(name, do); err != nil {
		return err
	}
	return r.Done(r.DealPath("engagement") + anchor)
}

func setFact(r *kit.Request) error {
	var in core.FactIn
	if err := r.Decode(&in); err != nil {
		return err
	}
	in.Deal = r.Deal.ID
	return inRoom(r, "engagement.fact", "#facts", func(ctx context.Context, tx *journal.Tx) error {
		_, err := core.SetFact(ctx, tx, in)
		return err
	})
}

func choose(r *kit.Request) error {
	var in core.Choice
	if err := r.Decode(&in); err != nil {
		return err
	}
	in.Deal = r.Deal.ID
	return inRoom(r, "engagement.choose", "", func(ctx context.Context, tx *journal.Tx) error {
		_, err := team.Rules().Choose(ctx, tx, in)
		return err
	})
}

func request(r *kit.Request) error {
	var in core.Ask
	if err := r.Decode(&in); err != nil {
		return err
	}
	in.Deal = r.Deal.ID
	return inRoom(r, "engagement.request", "#requests", func(ctx context.Context, tx *journal.Tx) error {
		_, err := core.RequestSA(ctx, tx, in)
		return err
	})
}

// answer does one of the acts that answer a request.
func answer(name string, do func(context.Context, *journal.Tx, core.Answer) (core.Request, error)) func(*kit.Request) error {
	return func(r *kit.Request) error {
		q, err := journal.Load[core.Request](r.Ctx(), r.Reader, r.PathValue("id"))
		if err != nil {
			return err
		}
		if q.Deal != r.Deal.ID {
			return problem.NotFound("request", q.ID)
		}
		var in core.Answer
		if err := r.Decode(&in); err != nil {
			return err
		}
		in.ID = q.ID
		return inRoom(r, name, "#requests", func(ctx context.Context, tx *journal.Tx) error {
			_, err := do(ctx, tx, in)
			return err
		})
	}
}
