package evaluation

import (
	"context"
	"strings"

	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/web/kit"
)

// do runs one act and leads to where in the room its outcome is seen.
func do[In, Out any](r *kit.Request, name, view, at string, in In, act func(context.Context, *journal.Tx, In) (Out, error)) error {
	if err := r.Act("evaluation."+name, func(ctx context.Context, tx *journal.Tx) error {
		_, err := act(ctx, tx, in)
		return err
	}); err != nil {
		return err
	}
	return done(r, view, at)
}

// undone is do for an act that takes something back and gives nothing.
func undone[In any](r *kit.Request, name, view, at string, in In, act func(context.Context, *journal.Tx, In) error) error {
	return do(r, name, view, at, in, func(ctx context.Context, tx *journal.Tx, in In) (struct{}, error) {
		return struct{}{}, act(ctx, tx, in)
	})
}

func done(r *kit.Request, view, at string) error {
	path := r.DealPath("evaluation?view=" + view)
	if at != "" {
		path += "&at=" + at
	}
	return r.Done(path)
}

// lines are the lines of a text that say something.
func lines(s string) (out []string) {
	for l := range strings.Lines(strings.ReplaceAll(s, "\r\n", "\n")) {
		if l = strings.TrimSpace(l); l != "" {
			out = append(out, l)
		}
	}
	return out
}

// gathered gives the faults of the lines of one field to the field itself: entry.3 is about
// line 4 of entry.
func gathered(err error, fields ...string) error {
	p := problem.As(err)
	if p == nil {
		return err
	}
	out := *p
	out.Fields = append([]problem.Field{}, p.Fields...)
	for i := range out.Fields {
		for _, name := range fields {
			if strings.HasPrefix(out.Fields[i].Name, name+".") {
				out.Fields[i].Name = name
			}
		}
	}
	return &out
}
