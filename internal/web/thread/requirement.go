package thread

import (
	"context"
	"strings"

	"throughline/internal/auth"
	"throughline/internal/clock"
	"throughline/internal/feedback"
	"throughline/internal/journal"
	"throughline/internal/problem"
	core "throughline/internal/thread"
	"throughline/internal/web/kit"
	"throughline/internal/web/look"
)

// requirementView is one requirement with all that hangs on it.
type requirementView struct {
	*view
	line      *core.Line
	quotes    []core.Quote
	questions []core.Question
	revisions []core.Revision
	people    []auth.Person
	gaps      []feedback.Known // that it waits for
	conflict  *look.ConflictView
}

func load(r *kit.Request) (*requirementView, error) {
	req, err := core.ByKey(r.Ctx(), r.Reader, r.Deal.ID, r.PathValue("key"))
	if err != nil {
		return nil, err
	}
	v, err := lookAt(r)
	if err != nil {
		return nil, err
	}
	out := &requirementView{view: v}
	if out.people, err = auth.People(r.Ctx(), r.Reader); err != nil {
		return nil, err
	}
	for i := range v.t.Rows {
		if v.t.Rows[i].Requirement.ID == req.ID {
			out.line = &v.t.Rows[i]
		}
	}
	if out.line == nil || out.line.Key != r.PathValue("key") {
		return nil, problem.NotFound("requirement", r.PathValue("key"))
	}
	quotes, err := journal.List[core.Quote](r.Ctx(), v.src, r.Deal.ID)
	if err != nil {
		return nil, err
	}
	for _, q := range quotes {
		if q.Requirement == req.ID {
			out.quotes = append(out.quotes, q)
		}
	}
	questions, err := journal.List[core.Question](r.Ctx(), v.src, r.Deal.ID)
	if err != nil {
		return nil, err
	}
	for _, q := range questions {
		if q.Requirement == req.ID {
			out.questions = append(out.questions, q)
		}
	}
	gaps, err := feedback.Of(r.Ctx(), v.src, r.Deal.ID)
	if err != nil {
		return nil, err
	}
	for _, k := range gaps {
		if k.Ask.Requirement == req.ID {
			out.gaps = append(out.gaps, k)
		}
	}
	out.revisions, err = core.Revisions(r.Ctx(), r.Reader, req.ID)
	return out, err
}

func showRequirement(r *kit.Request) error {
	shell, err := r.DealShell(r.PathValue("key"), "Thread")
	if err != nil {
		return err
	}
	v, err := load(r)
	if err != nil {
		return err
	}
	v.conflict = v.findConflict()
	return r.Draw(requirementPage(shell, v))
}

// mine is the requirement the path names, as it stands.
func mine(r *kit.Request) (core.Requirement, error) {
	return core.ByKey(r.Ctx(), r.Reader, r.Deal.ID, r.PathValue("key"))
}

func path(r *kit.Request) string { return r.DealPath("requirements/" + r.PathValue("key")) }

// act runs one act on the requirement the path names, with the revision that was read.
func act(r *kit.Request, name string, do func(ctx context.Context, tx *journal.Tx, req core.Requirement, revision int64) error) error {
	req, err := mine(r)
	if err != nil {
		return err
	}
	var read struct{ Revision int64 }
	if err := r.Decode(&read); err != nil {
		return err
	}
	if read.Revision == 0 {
		read.Revision = req.Revision
	}
	if err := r.Act(name, func(ctx context.Context, tx *journal.Tx) error { return do(ctx, tx, req, read.Revision) }); err != nil {
		return err
	}
	return r.Done(path(r))
}

func edit(r *kit.Request) error {
	var in core.Edit
	if err := r.Decode(&in); err != nil {
		return err
	}
	return act(r, "requirement.edit", func(ctx context.Context, tx *journal.Tx, req core.Requirement, revision int64) error {
		in.ID, in.Revision, in.Product, in.RaisedBy = req.ID, revision, req.Product, req.RaisedBy
		_, err := core.Reword(ctx, tx, in)
		return err
	})
}

func withdraw(r *kit.Request) error {
	return act(r, "requirement.withdraw", func(ctx context.Context, tx *journal.Tx, req core.Requirement, revision int64) error {
		return core.Withdraw(ctx, tx, req.ID, revision, r.FormValue("why"))
	})
}

func reinstate(r *kit.Request) error {
	return act(r, "requirement.reinstate", func(ctx context.Context, tx *journal.Tx, req core.Requirement, revision int64) error {
		return core.Reinstate(ctx, tx, req.ID, revision)
	})
}

// split makes one requirement of each line that was written.
func split(r *kit.Request) error {
	var parts []core.NewRequirement
	return act(r, "requirement.split", func(ctx context.Context, tx *journal.Tx, req core.Requirement, revision int64) error {
		parts = parts[:0]
		for line := range strings.Lines(strings.ReplaceAll(r.FormValue("parts"), "\r\n", "\n")) {
			if line = strings.TrimSpace(line); line != "" {
				parts = append(parts, core.NewRequirement{Statement: line, Kind: req.Kind, Priority: req.Priority})
			}
		}
		if len(parts) > 0 {
			parts[0].Measure = req.Measure
		}
		_, err := core.Split(ctx, tx, req.ID, revision, parts)
		return err
	})
}

func merge(r *kit.Request) error {
	return act(r, "requirement.merge", func(ctx context.Context, tx *journal.Tx, req core.Requirement, revision int64) error {
		return core.Merge(ctx, tx, req.ID, revision, r.PostForm["others"], r.Deal.Prefix)
	})
}

func owe(r *kit.Request) error {
	var in struct {
		Owes []core.Station `json:"owes"`
		Rule bool           `json:"rule"`
		Why  string         `json:"why"`
	}
	if err := r.Decode(&in); err != nil {
		return err
	}
	return act(r, "requirement.owe", func(ctx context.Context, tx *journal.Tx, req core.Requirement, _ int64) error {
		if in.Rule {
			return core.SetOwed(ctx, tx, []string{req.ID}, nil, "")
		}
		return core.SetOwed(ctx, tx, []string{req.ID}, &in.Owes, in.Why)
	})
}

func date(r *kit.Request) error {
	var in struct {
		Station core.Station `json:"station"`
		Due     clock.Date   `json:"due"`
	}
	if err := r.Decode(&in); err != nil {
		return err
	}
	return act(r, "requirement.date", func(ctx context.Context, tx *journal.Tx, req core.Requirement, revision int64) error {
		return core.SetDate(ctx, tx, req.ID, revision, in.Station, in.Due)
	})
}

func feasible(r *kit.Request) error {
	return act(r, "requirement.feasible", func(ctx context.Context, tx *journal.Tx, req core.Requirement, revision int64) error {
		return core.MarkFeasible(ctx, tx, req.ID, revision, core.Feasibility(r.FormValue("feasible")), r.FormValue("why"))
	})
}

func ask(r *kit.Request) error {
	return act(r, "question.ask", func(ctx context.Context, tx *journal.Tx, req core.Requirement, _ int64) error {
		q := core.Question{Row: journal.Row{Deal: req.Deal}, Requirement: req.ID, Words: r.FormValue("words"), AskedOf: r.FormValue("asked_of")}
		return core.Ask(ctx, tx, &q)
	})
}
