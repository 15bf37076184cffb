package intake

import (
	"context"
	"fmt"
	"io"
	"reflect"
	"time"

	"throughline/internal/area"
	"throughline/internal/blob"
	"throughline/internal/clock"
	"throughline/internal/exchange/crm"
	"throughline/internal/id"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/store"
)

// Given is a file as a browser sends it, or as the API names one that is kept.
type Given struct {
	Name string
	Open func() (io.ReadCloser, error)
	Map  *crm.Map // what is said of it; nil for what was said of such files before
}

// forgotten is after how long a run that nobody decided on is dropped, with its files.
const forgotten = 7 * 24 * time.Hour

// Begin keeps the files of a new run and what was said of such files before. The run is to be
// looked at next.
func Begin(ctx context.Context, h *area.House, who journal.Actor, given []Given) (Run, error) {
	if err := sweep(ctx, h, who.Workspace); err != nil {
		return Run{}, err
	}
	r := Run{Workspace: who.Workspace, ID: id.New(ctx), Person: who.Person, State: Looking, BegunAt: clock.Now(ctx), HeardAt: clock.Now(ctx)}
	for _, g := range given {
		k, err := r.keep(ctx, h, g)
		if err != nil {
			_ = r.files(h).Clear() // the fault told is the one that matters
			return r, err
		}
		r.Files = append(r.Files, k)
	}
	return r, h.Journal.DB.Housekeeping(ctx, store.Imports, func(tx *store.Work) error {
		_, err := tx.ExecContext(ctx, string(addRun), r.Workspace, r.ID, r.Person, string(r.State), "[]", "{}", "", false, 0, 0, r.BegunAt, r.HeardAt)
		return err
	})
}

func (r *Run) keep(ctx context.Context, h *area.House, g Given) (Kept, error) {
	src, err := g.Open()
	if err != nil {
		return Kept{}, err
	}
	defer src.Close()
	f, err := r.files(h).Put(ctx, g.Name, src)
	if err != nil {
		return Kept{}, err
	}
	k := Kept{Name: f.Name, Hash: f.Hash, Size: f.Size}
	if g.Map != nil {
		k.Map = *g.Map
		k.Header = Header(ctx, r.file(h, k))
		return k, nil
	}
	k.Header = Header(ctx, r.file(h, k))
	said, ok, err := KeptMap(ctx, h.Journal.DB.Read, r.Workspace, k.Header)
	if ok {
		k.Map = said
	}
	return k, err
}

// files is where the run's files lie until it is decided.
func (r *Run) files(h *area.House) blob.Store { return h.Files.In("import/" + r.ID) }

func (r *Run) file(h *area.House, k Kept) File {
	return File{Name: k.Name, Map: k.Map, Open: func(ctx context.Context) (io.ReadSeekCloser, error) { return r.files(h).Open(ctx, k.Hash) }}
}

// Look plans the run and keeps what it would do, for a person to look at.
func (r *Run) Look(ctx context.Context, h *area.House, who journal.Actor) error {
	from := r.State
	r.State = Looking
	if err := r.must(ctx, h, from); err != nil {
		return err
	}
	return r.work(ctx, h, who, Options{Dry: true}, Ready)
}

// BeginTaking claims the run for writing. Of two who press the button one is told so.
func (r *Run) BeginTaking(ctx context.Context, h *area.House, strict bool) error {
	if r.State != Ready && r.State != Failed && !r.Stopped(clock.Now(ctx)) {
		return problem.Refuse("This import is under way or done already. Look at what it did.")
	}
	from := r.State
	r.State, r.Strict, r.Done = Taking, strict, 0
	return r.must(ctx, h, from)
}

// Take writes a run that was claimed. Run again after a stop it finds what is there and goes on.
func (r *Run) Take(ctx context.Context, h *area.House, who journal.Actor) error {
	err := r.work(ctx, h, who, Options{Strict: r.Strict}, Done)
	if err != nil || r.State != Done {
		return err
	}
	for _, k := range r.Files {
		if len(k.Header) > 0 && !reflect.DeepEqual(k.Map, crm.Map{}) {
			if err := KeepMap(ctx, h.Journal.DB, r.Workspace, k.Header, k.Map); err != nil {
				return err
			}
		}
	}
	return r.files(h).Clear()
}

// work runs the import and keeps how far it is and what came of it.
func (r *Run) work(ctx context.Context, h *area.House, who journal.Actor, o Options, then RunState) error {
	from := r.State
	told := clock.Now(ctx)
	o.Progress = func(p Progress) {
		r.Done, r.Total = p.Done, p.Rows
		if now := clock.Now(ctx); told.Add(time.Second / 2).Before(now) {
			told = now
			_ = r.tell(ctx, h.Journal.DB) // the next one tells more
		}
	}
	files := make([]File, len(r.Files))
	for i, k := range r.Files {
		files[i] = r.file(h, k)
	}
	report, err := Take(ctx, h.Journal, who, files, o)
	r.Report, r.State, r.Fault = report, then, ""
	if err != nil {
		r.State, r.Fault = Failed, faultWords(err)
	}
	if moveErr := r.must(ctx, h, from); moveErr != nil {
		return moveErr
	}
	return err
}

func faultWords(err error) string {
	if p := problem.As(err); p != nil {
		return p.What
	}
	return "Something went wrong on our side. What was taken in until then is kept; importing the file again goes on from there."
}

// Say changes what is said of a file, before it is looked at again.
func (r *Run) Say(now clock.Instant, i int, m crm.Map) error {
	switch {
	case r.Moving() && !r.Stopped(now):
		return problem.Refuse("The files are being read. Wait until it is said what would happen.")
	case r.State == Done || r.State == Back:
		return problem.Refuse("This import is done. Import the file again to read it in another way.")
	}
	if i < 0 || i >= len(r.Files) {
		return problem.NotFound("file", fmt.Sprint(i))
	}
	if err := m.Check(); err != nil {
		return problem.New(problem.Invalid, "%v.", err)
	}
	r.Files[i].Map = m
	return nil
}

// TakeBack undoes what the run did, as far as nothing of it was touched since.
func (r *Run) TakeBack(ctx context.Context, h *area.House, who journal.Actor) error {
	if r.State != Done && r.State != Failed || len(r.Report.Acts) == 0 {
		return problem.Refuse("There is nothing of this import to take back.")
	}
	n, err := TakeBack(ctx, h.Journal, who, r.Report.Acts)
	from := r.State
	r.Report.Acts = r.Report.Acts[:len(r.Report.Acts)-n]
	if len(r.Report.Acts) == 0 {
		r.State = Back
	}
	if moveErr := r.must(ctx, h, from); moveErr != nil {
		return moveErr
	}
	return err
}

// Drop leaves a run that was not decided, with its files.
func (r *Run) Drop(ctx context.Context, h *area.House) error {
	if r.State != Ready && !r.Stopped(clock.Now(ctx)) {
		return problem.Refuse("This import is under way or done already.")
	}
	return drop(ctx, h, r.Workspace, r.ID)
}

func drop(ctx context.Context, h *area.House, workspace, run string) error {
	err := h.Journal.DB.Housekeeping(ctx, store.Imports, func(tx *store.Work) error {
		_, err := tx.ExecContext(ctx, string(dropRun), workspace, run)
		return err
	})
	if err != nil {
		return err
	}
	r := Run{ID: run}
	return r.files(h).Clear()
}

// sweep drops the runs that nobody decided on.
func sweep(ctx context.Context, h *area.House, workspace string) error {
	old, err := store.List[string](ctx, h.Journal.DB.Read, oldRuns, workspace, clock.Now(ctx).Add(-forgotten))
	if err != nil {
		return err
	}
	for _, run := range old {
		if err := drop(ctx, h, workspace, run); err != nil {
			return err
		}
	}
	return nil
}

// must moves the run or says that someone else did.
func (r *Run) must(ctx context.Context, h *area.House, from RunState) error {
	ok, err := r.move(ctx, h.Journal.DB, from)
	if err == nil && !ok {
		err = problem.Refuse("Someone else went on with this import at the same moment. Look at it again.")
	}
	return err
}
