package documents

import (
	"context"
	"net/url"

	"throughline/internal/area"
	"throughline/internal/auth"
	"throughline/internal/journal"
	core "throughline/internal/manual"
	"throughline/internal/problem"
	"throughline/internal/web/kit"
	"throughline/internal/web/look"
)

// shelf is one manual of the deal, chapter by chapter.
type shelf struct {
	r        *kit.Request
	m        core.Manual
	chapters []core.Laid
	names    area.Names
	made     bool // the document can be opened
	conflict *look.ConflictView
}

// manual shows what stands in a manual, and takes what people write into it.
func manual(r *kit.Request) error {
	m, ok := core.Find(r.PathValue("name"))
	if !ok {
		return problem.NotFound("manual", r.PathValue("name"))
	}
	shell, err := r.DealShell(m.Title, "Documents")
	if err != nil {
		return err
	}
	v := &shelf{r: r, m: m}
	if v.chapters, err = core.Chaptered(r.Ctx(), r.Reader, r.Deal.ID, m); err != nil {
		return err
	}
	if v.names, err = r.Names(); err != nil {
		return err
	}
	docs, err := all(r)
	if err != nil {
		return err
	}
	for _, d := range docs {
		v.made = v.made || d.Name == m.Name
	}
	v.conflict = v.stale()
	return r.Draw(manualPage(shell, v))
}

// stale lays words that met newer ones beside them.
func (v *shelf) stale() *look.ConflictView {
	form := v.r.PostFormValue("form")
	if !v.r.Stale(form) {
		return nil
	}
	theirs, ok := v.r.Failed.Theirs.(core.Chapter)
	if !ok {
		return nil
	}
	was := kit.AsRead[core.Chapter](v.r, theirs.ID)
	c := v.r.Conflict("“"+theirs.Title+"”", theirs.ID, form, v.path(), theirs.Revision)
	c.Hidden = append(c.Hidden, look.Hidden{Name: "title", Value: theirs.Title})
	return v.r.Lay(c, form, []look.ConflictField{{Name: "words", Label: theirs.Title, Base: was.Words, Theirs: theirs.Words}})
}

func (v *shelf) may() bool { return v.r.May(auth.Build) }

func (v *shelf) path() string { return v.r.DealPath("manuals/" + v.m.Name) }

// open is the address that opens the form of a chapter.
func (v *shelf) open(title string) string { return v.path() + "?form=" + url.QueryEscape(title) }

func (v *shelf) form(title, verb string, revision int64) look.FormView {
	f := v.r.FormView(title, v.path(), verb, revision)
	f.Cancel = v.path()
	return f
}

func write(r *kit.Request) error {
	in := core.Text{}
	if err := r.Decode(&in); err != nil {
		return err
	}
	in.Deal, in.Manual = r.Deal.ID, r.PathValue("name")
	if err := r.Act("manual.write", func(ctx context.Context, tx *journal.Tx) error {
		_, err := core.Write(ctx, tx, in)
		return err
	}); err != nil {
		return err
	}
	return r.Done(r.DealPath("manuals/" + in.Manual))
}
