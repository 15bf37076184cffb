package settings

import (
	"throughline/internal/area"
	"throughline/internal/web/kit"
)

// found makes a new workspace with the admin as its first person, and goes there.
func found(r *kit.Request) error {
	var in area.NewWorkspace
	if err := r.Decode(&in); err != nil {
		return err
	}
	in.Password = r.FormValue("password") // blanks at its ends are part of it
	m, err := r.House.Found(r.Ctx(), r.Actor(), in)
	if err != nil {
		return err
	}
	if err := r.Session().Begin(m); err != nil {
		return err
	}
	return r.Go("/settings/people")
}

// removeSample takes a sample workspace away whole, its journal with it.
func removeSample(r *kit.Request) error {
	workspace := r.FormValue("workspace")
	if err := r.House.RemoveSample(r.Ctx(), workspace, r.FormValue("sure") != ""); err != nil {
		return err
	}
	if workspace != r.Home.ID {
		return r.Go("/settings/workspace")
	}
	if err := r.Session().End(); err != nil {
		return err
	}
	return r.Go("/sign-in")
}
