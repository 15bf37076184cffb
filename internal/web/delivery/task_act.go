package delivery

import (
	"context"
	"strings"

	core "throughline/internal/delivery"
	"throughline/internal/journal"
	"throughline/internal/web/kit"
)

func addTask(r *kit.Request) error {
	in := core.NewTask{}
	if err := r.Decode(&in); err != nil {
		return err
	}
	in.Deal = r.Deal.ID
	return done(r, "delivery.add-task", planView, "", func(ctx context.Context, tx *journal.Tx) error {
		_, err := core.AddTask(ctx, tx, in)
		return err
	})
}

func editTask(r *kit.Request) error {
	k, err := mine[core.Task](r, "task")
	if err != nil {
		return err
	}
	in := core.TaskEdit{}
	if err := r.Decode(&in); err != nil {
		return err
	}
	in.ID = k.ID
	if r.PostForm.Has("waits") {
		if in.DependsOn, err = waits(r); err != nil {
			return err
		}
	}
	return done(r, "delivery.edit-task", planView, k.ID, func(ctx context.Context, tx *journal.Tx) error {
		_, err := core.EditTask(ctx, tx, in)
		return err
	})
}

// waits reads the tasks it waits for from their keys, as a conflict shows them.
func waits(r *kit.Request) (out []string, err error) {
	all, err := core.Tasks(r.Ctx(), r.Reader, r.Deal.ID)
	if err != nil {
		return nil, err
	}
	for key := range strings.FieldsFuncSeq(r.PostForm.Get("waits"), func(c rune) bool { return c == ',' || c == ' ' || c == '\n' || c == '\r' }) {
		for _, t := range all {
			if strings.EqualFold(t.Key(), key) {
				out = append(out, t.ID)
			}
		}
	}
	return out, nil
}

func linkTask(r *kit.Request) error {
	k, err := mine[core.Task](r, "task")
	if err != nil {
		return err
	}
	in := core.TaskLinks{}
	if err := r.Decode(&in); err != nil {
		return err
	}
	in.ID = k.ID
	return done(r, "delivery.link-task", planView, k.ID, func(ctx context.Context, tx *journal.Tx) error { return core.LinkTask(ctx, tx, in) })
}

func completeTask(r *kit.Request) error {
	return onTask(r, "delivery.complete-task", func(ctx context.Context, tx *journal.Tx, id string, revision int64) error {
		_, err := core.CompleteTask(ctx, tx, id, revision)
		return err
	})
}

func reopenTask(r *kit.Request) error {
	return onTask(r, "delivery.reopen-task", func(ctx context.Context, tx *journal.Tx, id string, revision int64) error {
		_, err := core.ReopenTask(ctx, tx, id, revision)
		return err
	})
}

func removeTask(r *kit.Request) error {
	return onTask(r, "delivery.remove-task", core.RemoveTask)
}

// onTask moves the task that the path names, at the revision that was read.
func onTask(r *kit.Request, act string, do func(ctx context.Context, tx *journal.Tx, id string, revision int64) error) error {
	k, err := mine[core.Task](r, "task")
	if err != nil {
		return err
	}
	revision, err := read(r)
	if err != nil {
		return err
	}
	return done(r, act, planView, "", func(ctx context.Context, tx *journal.Tx) error { return do(ctx, tx, k.ID, revision) })
}
