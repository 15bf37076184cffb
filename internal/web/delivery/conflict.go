package delivery

import (
	core "throughline/internal/delivery"
	"throughline/internal/web/kit"
	"throughline/internal/web/look"
)

// taskConflict lays an edit that met a newer task beside it.
func (v *view) taskConflict() *look.ConflictView {
	if !v.r.Stale("edit-task") {
		return nil
	}
	theirs, ok := v.r.Failed.Theirs.(core.Task)
	if !ok {
		return nil
	}
	yours, _ := v.r.Failed.Yours.(core.Task)
	was := kit.AsRead[core.Task](v.r, theirs.ID)
	after := func(t core.Task) string { keys, _ := v.waitsFor(t); return listed(keys) }
	return v.r.Lay(v.r.Conflict(theirs.Key(), theirs.ID, "edit-task", v.path("tasks/"+theirs.ID+"/edit"), theirs.Revision), "edit-task", []look.ConflictField{
		{Name: "title", Label: "What is done", Base: was.Title, Theirs: theirs.Title},
		{Name: "party", Label: "Whose task", Base: was.Party, Theirs: theirs.Party, Options: partyOptions()},
		{Name: "owner", Label: "Owner", Base: was.Owner, Theirs: theirs.Owner, Options: look.WithNone("Nobody yet", v.owners().Options(was.Owner, theirs.Owner))},
		{Name: "start", Label: "Starts", Base: string(was.StartOn), Theirs: string(theirs.StartOn)},
		{Name: "due", Label: "Due", Base: string(was.DueOn), Theirs: string(theirs.DueOn)},
		{Name: "tracker", Label: "Key in another tracker", Base: was.Tracker, Theirs: theirs.Tracker},
		{Name: "waits", Label: "After which tasks", Base: after(was), Theirs: after(theirs), Yours: after(yours)},
	}, "started")
}

// checkConflict lays an edit that met a newer check beside it.
func (v *view) checkConflict() *look.ConflictView {
	if !v.r.Stale("edit-check") {
		return nil
	}
	theirs, ok := v.r.Failed.Theirs.(core.Check)
	if !ok {
		return nil
	}
	was := kit.AsRead[core.Check](v.r, theirs.ID)
	fields := []look.ConflictField{
		{Name: "title", Label: "What is checked", Base: was.Title, Theirs: theirs.Title}, {Name: "method", Label: "How it is taken", Base: was.Method, Theirs: theirs.Method},
		{Name: "who", Label: "Who takes it", Base: was.Who, Theirs: theirs.Who, Options: look.WithNone("Nobody yet", v.owners().Options(was.Who, theirs.Who))},
	}
	fields = append(fields, kit.MeasureConflict(was.Measure, theirs.Measure)...)
	return v.r.Lay(v.r.Conflict(theirs.Key(), theirs.ID, "edit-check", v.path("checks/"+theirs.ID+"/edit"), theirs.Revision), "edit-check", fields)
}
