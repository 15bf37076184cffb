package capture

import (
	"context"

	"throughline/internal/account"
	core "throughline/internal/capture"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/web/kit"
	"throughline/internal/web/look"
)

// box is the page of the box, for who has no script or came by its address.
func box(r *kit.Request) error {
	shell := r.Shell("A note", "/capture")
	note := look.NoteBox{Deal: r.FormValue("deal")}
	if shell.Note != nil {
		note.Action = shell.Note.Action
	}
	shell.Note, shell.Narrow = nil, true // the box stands on the page itself
	waiting, err := core.Unfiled(r.Ctx(), r.Reader, r.Person.ID)
	if err != nil {
		return err
	}
	return r.Draw(boxPage(shell, r, note, waiting))
}

// take keeps what was written and leads to what it proposes, or to the question whose it is.
func take(r *kit.Request) error {
	var in core.Noting
	if err := r.Decode(&in); err != nil {
		return err
	}
	if in.Deal != "" {
		d, err := account.ByPrefix(r.Ctx(), r.Reader, in.Deal)
		if err != nil {
			return err
		}
		in.Deal = d.ID
	}
	var out core.Taken
	if err := r.Act("capture.take", func(ctx context.Context, tx *journal.Tx) (err error) {
		out, err = core.Take(ctx, tx, in)
		return err
	}); err != nil {
		return err
	}
	return goTo(r, out)
}

// goTo leads to where a note was kept.
func goTo(r *kit.Request, out core.Taken) error {
	if out.Deal == "" {
		return r.Done("/capture/" + out.Note)
	}
	d, err := journal.Load[account.Opportunity](r.Ctx(), r.Reader, out.Deal)
	if err != nil {
		return err
	}
	return r.Done("/deals/" + d.Prefix + "/captures/" + out.Call)
}

// noteOf is the person's own note that the path names.
func noteOf(r *kit.Request) (core.Note, error) {
	n, err := journal.Load[core.Note](r.Ctx(), r.Reader, r.PathValue("note"))
	if err == nil && n.By != r.Person.ID {
		err = problem.NotFound("note", r.PathValue("note"))
	}
	return n, err
}

func showNote(r *kit.Request) error {
	n, err := noteOf(r)
	if err != nil {
		return err
	}
	fits, err := core.Guess(r.Ctx(), r.Reader, n.Words.String(), r.Person.ID)
	if err != nil {
		return err
	}
	mine, err := core.Own(r.Ctx(), r.Reader, r.Person.ID)
	if err != nil {
		return err
	}
	shell := r.Shell("Which deal is it of?", "/capture")
	shell.Narrow = true
	return r.Draw(notePage(shell, r, n, fits, mine))
}

func file(r *kit.Request) error {
	n, err := noteOf(r)
	if err != nil {
		return err
	}
	deal := r.FormValue("deal")
	if deal == "" {
		return &problem.Error{Kind: problem.Invalid, What: "No deal was chosen.", Fields: []problem.Field{{Name: "deal", What: "Choose the deal that the note is of."}}}
	}
	var out core.Taken
	if err := r.Act("capture.file", func(ctx context.Context, tx *journal.Tx) (err error) {
		out, err = core.File(ctx, tx, n.ID, deal)
		return err
	}); err != nil {
		return err
	}
	return goTo(r, out)
}

func drop(r *kit.Request) error {
	n, err := noteOf(r)
	if err != nil {
		return err
	}
	if err := r.Act("capture.drop", func(ctx context.Context, tx *journal.Tx) error { return core.Drop(ctx, tx, n.ID) }); err != nil {
		return err
	}
	return r.Done("/inbox")
}
