package discovery

import (
	"context"
	"fmt"

	core "throughline/internal/discovery"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/thread"
	"throughline/internal/web/kit"
)

// decision runs one decision on a candidate of the call and goes on to the next that waits.
func decision(r *kit.Request, name string, do func(ctx context.Context, tx *journal.Tx, id string, revision int64) error) error {
	call, err := callOf(r)
	if err != nil {
		return err
	}
	var read struct {
		ID       string
		Revision int64
	}
	if err := r.Decode(&read); err != nil {
		return err
	}
	c, err := journal.Load[core.Candidate](r.Ctx(), r.Reader, read.ID)
	if err == nil && c.Call != call.ID {
		err = problem.NotFound("candidate", read.ID)
	}
	if err != nil {
		return err
	}
	if err := r.Act(name, func(ctx context.Context, tx *journal.Tx) error { return do(ctx, tx, c.ID, read.Revision) }); err != nil {
		return err
	}
	return goOn(r, call.ID, c.ID)
}

// goOn leads to the candidate that waits next behind one.
func goOn(r *kit.Request, call, behind string) error {
	found, err := core.OfCall(r.Ctx(), r.Reader, call)
	if err != nil {
		return err
	}
	if next := reviewOf(found, "").after(behind); next != nil {
		return r.Done(candidatePath(r, call, next.ID))
	}
	return r.Done(callPath(r, call) + "#decided")
}

// candidatePath is the address of a candidate: the page of its call, looking at it.
func candidatePath(r *kit.Request, call, id string) string {
	return callPath(r, call) + "?at=" + id + "#c-" + id
}

func accept(r *kit.Request) error {
	var in core.Acceptance
	if err := r.Decode(&in); err != nil {
		return err
	}
	if err := measured(r, &in); err != nil {
		return err
	}
	return decision(r, "discovery.accept", func(ctx context.Context, tx *journal.Tx, id string, revision int64) error {
		in.ID, in.Revision = id, revision
		_, err := core.Accept(ctx, tx, in)
		return err
	})
}

// measured reads the measure as a person left it: 'no measure' takes none, whatever stands
// beside it, unless something was written there that nobody had proposed.
func measured(r *kit.Request, in *core.Acceptance) error {
	m := in.Measure
	if m != nil && m.Comparison != "" {
		return nil
	}
	in.Measure, in.NoMeasure = nil, true
	if m != nil && r.FormValue("proposed") == "" {
		return &problem.Error{Kind: problem.Invalid, What: "A measure is not whole.", Fields: []problem.Field{{Name: "measure.comparison", What: "Say how it is compared, or clear what is measured."}}}
	}
	return nil
}

func merge(r *kit.Request) error {
	return decision(r, "discovery.merge", func(ctx context.Context, tx *journal.Tx, id string, revision int64) error {
		into := r.FormValue("into")
		if into == "" {
			return &problem.Error{Kind: problem.Invalid, What: "Nothing was chosen.", Fields: []problem.Field{{Name: "into", What: "Choose the requirement that says the same."}}}
		}
		_, err := core.Merge(ctx, tx, id, revision, into)
		return err
	})
}

func reject(r *kit.Request) error {
	return decision(r, "discovery.reject", func(ctx context.Context, tx *journal.Tx, id string, revision int64) error {
		why := r.FormValue("why") // of a button that says it at once
		if why == "" {
			why = r.FormValue("reason")
		}
		_, err := core.Reject(ctx, tx, id, revision, why)
		return err
	})
}

// acceptMany accepts those that are marked, as they stand. What cannot be taken so is left
// waiting and looked at next.
func acceptMany(r *kit.Request) error {
	call, err := callOf(r)
	if err != nil {
		return err
	}
	ids := r.PostForm["ids"]
	found, err := core.OfCall(r.Ctx(), r.Reader, call.ID)
	if err != nil {
		return err
	}
	of := map[string]bool{}
	for i := range found {
		of[found[i].ID] = true
	}
	for _, id := range ids {
		if !of[id] {
			return problem.NotFound("candidate", id)
		}
	}
	var out core.AcceptedMany
	if err := r.Act("discovery.accept-many", func(ctx context.Context, tx *journal.Tx) (err error) {
		out, err = core.AcceptMany(ctx, tx, r.Deal.ID, ids)
		if err == nil && len(out.Outcomes) == 0 {
			err = problem.Refuse("None of the %d could be accepted as it stands: %s", len(ids), out.Refused[0].Why)
		}
		return err
	}); err != nil {
		return err
	}
	if len(out.Refused) > 0 {
		at := out.Refused[0].ID
		return r.Done(callPath(r, call.ID) + fmt.Sprintf("?at=%s&left=%d#c-%s", at, len(out.Refused), at))
	}
	return goOn(r, call.ID, "")
}

// mark keeps a quote that a person found as a candidate, and looks at it.
func mark(r *kit.Request) error {
	call, err := callOf(r)
	if err != nil {
		return err
	}
	in := core.Marking{Call: call.ID}
	if err := r.Decode(&in); err != nil {
		return err
	}
	if in.Why == "" {
		in.Why = "marked by " + r.Person.Name
	}
	var made core.Candidate
	if err := r.Act("discovery.mark", func(ctx context.Context, tx *journal.Tx) (err error) {
		made, err = core.MarkCandidate(ctx, tx, in)
		return named("quote", err)
	}); err != nil {
		return err
	}
	return r.Done(candidatePath(r, call.ID, made.ID))
}

// keyOf is the key of a requirement by its id, empty when it is none of the deal's.
func (v *callView) keyOf(id string) string {
	for _, n := range v.needs {
		if n.ID == id {
			return n.Key(v.r.Deal.Prefix)
		}
	}
	return ""
}

// standing are the requirements that a candidate can be merged into.
func (v *callView) standing() (out []thread.Requirement) {
	for _, n := range v.needs {
		if n.Withdrawn == "" {
			out = append(out, n)
		}
	}
	return out
}
