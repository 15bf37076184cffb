package delivery

import (
	"context"

	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/web/kit"
)

// mine is the thing that the path names, if it is of this deal.
func mine[T any, P interface {
	*T
	Head() *journal.Row
}](r *kit.Request, kind string) (T, error) {
	v, err := journal.Load[T](r.Ctx(), r.Reader, r.PathValue("id"))
	if err == nil && P(&v).Head().Deal != r.Deal.ID {
		err = problem.NotFound(kind, r.PathValue("id"))
	}
	return v, err
}

// read is the revision that the form was drawn with.
func read(r *kit.Request) (int64, error) {
	var in struct{ Revision int64 }
	err := r.Decode(&in)
	return in.Revision, err
}

// done runs an act and leads to where in the room its outcome is seen.
func done(r *kit.Request, act, view, at string, do func(context.Context, *journal.Tx) error) error {
	if err := r.Act(act, do); err != nil {
		return err
	}
	path := r.DealPath("delivery?view=" + view)
	if at != "" {
		path += "&at=" + at
	}
	return r.Done(path)
}
