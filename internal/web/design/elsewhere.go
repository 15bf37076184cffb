package design

import (
	"context"
	"io"
	"mime"

	core "throughline/internal/design"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/web/kit"
)

// pointElsewhere records a document that stands elsewhere, by its address or as a file.
func pointElsewhere(r *kit.Request) error {
	in := core.Pointer{}
	if err := r.Decode(&in); err != nil {
		return err
	}
	kept, err := r.Keep("upload")
	if err != nil {
		return err
	}
	in.Deal, in.File = r.Deal.ID, kept.Hash
	var made core.Elsewhere
	if err := r.Act("design.point-elsewhere", func(ctx context.Context, tx *journal.Tx) (err error) {
		made, err = core.PointElsewhere(ctx, tx, in)
		return err
	}); err != nil {
		return err
	}
	return back(r, made.ID)
}

func approveElsewhere(r *kit.Request) error {
	e, err := mine[core.Elsewhere](r, "document elsewhere")
	if err != nil {
		return err
	}
	in := core.ElsewhereApproval{}
	if err := r.Decode(&in); err != nil {
		return err
	}
	in.ID = e.ID
	if err := r.Act("design.approve-elsewhere", func(ctx context.Context, tx *journal.Tx) error {
		_, err := core.ApproveElsewhere(ctx, tx, in)
		return err
	}); err != nil {
		return err
	}
	return back(r, e.ID)
}

func withdrawElsewhere(r *kit.Request) error {
	e, err := mine[core.Elsewhere](r, "document elsewhere")
	if err != nil {
		return err
	}
	revision, err := read(r)
	if err != nil {
		return err
	}
	if err := r.Act("design.withdraw-elsewhere", func(ctx context.Context, tx *journal.Tx) error {
		return core.WithdrawElsewhere(ctx, tx, e.ID, revision, r.FormValue("why"))
	}); err != nil {
		return err
	}
	return back(r, e.ID)
}

// file gives the uploaded document, always to be saved and never shown as a page of ours.
func file(r *kit.Request) error {
	e, err := mine[core.Elsewhere](r, "document elsewhere")
	if err != nil {
		return err
	}
	if e.File == "" {
		return problem.New(problem.Missing, "%s is no file here; it stands at %s.", e.Said(), e.URL)
	}
	f, err := r.House.Files.In(r.Home.ID).Open(r.Ctx(), e.File)
	if err != nil {
		return err
	}
	defer f.Close()
	h := r.Writer().Header()
	h.Set("Content-Type", "application/octet-stream")
	h.Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": e.Title}))
	h.Set("Cache-Control", "no-store")
	_, err = io.Copy(r.Writer(), f)
	return err
}
