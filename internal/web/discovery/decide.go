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
	return goOn(r, call, c.ID)
}

// goOn leads to the candidate that waits next behind one.
func goOn(r *kit.Request, call core.Call, behind string) error {
	next, err := waitsNext(r, call, behind)
	switch {
	case err != nil:
		return err
	case next != "":
		return r.Done(candidatePath(r, call.ID, next))
	}
	return r.Done(callPath(r, call.ID) + "#decided")
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
	ids, err := chosenIn(r, call)
	if err != nil {
		return err
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
	return leftOf(r, call, out)
}

// chosenIn are the candidates of the call that the form names.
func chosenIn(r *kit.Request, call core.Call) ([]string, error) {
	ids := r.PostForm["ids"]
	all, err := journal.Several[core.Candidate](r.Ctx(), r.Reader, ids)
	if err != nil {
		return nil, err
	}
	of := map[string]bool{}
	for i := range all {
		of[all[i].ID] = all[i].Call == call.ID
	}
	for _, id := range ids {
		if !of[id] {
			return nil, problem.NotFound("candidate", id)
		}
	}
	return ids, nil
}

// leftOf goes on behind many decisions: to the first that could not be taken, where there is one.
func leftOf(r *kit.Request, call core.Call, out core.AcceptedMany) error {
	if len(out.Refused) > 0 {
		at := out.Refused[0].ID
		return r.Done(callPath(r, call.ID) + fmt.Sprintf("?at=%s&left=%d#c-%s", at, len(out.Refused), at))
	}
	return goOn(r, call, "")
}

// mergeMany merges those that are marked, each into the requirement that says the same.
func mergeMany(r *kit.Request) error {
	v, err := openCall(r)
	if err != nil {
		return err
	}
	ids, err := chosenIn(r, v.call)
	if err != nil {
		return err
	}
	var pairs []core.Merging
	for _, id := range ids {
		if s, ok := v.same[id]; ok {
			pairs = append(pairs, core.Merging{ID: id, Into: s.requirement.ID})
		}
	}
	var out core.AcceptedMany
	if err := r.Act("discovery.merge-many", func(ctx context.Context, tx *journal.Tx) (err error) {
		out, err = core.MergeMany(ctx, tx, r.Deal.ID, pairs)
		return err
	}); err != nil {
		return err
	}
	return leftOf(r, v.call, out)
}

// takeChange takes over what a newer list says of a requirement.
func takeChange(r *kit.Request) error {
	var in core.ListChange
	if err := r.Decode(&in); err != nil {
		return err
	}
	return decision(r, "discovery.take-change", func(ctx context.Context, tx *journal.Tx, id string, revision int64) error {
		in.ID, in.Revision = id, revision
		_, err := core.TakeChange(ctx, tx, in)
		return err
	})
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
