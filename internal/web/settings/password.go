package settings

import (
	"throughline/internal/auth"
	"throughline/internal/problem"
	"throughline/internal/web/kit"
)

// changePassword sets one's own password.
func changePassword(r *kit.Request) error {
	if err := r.House.ChangePassword(r.Ctx(), r.Home, r.Person, r.FormValue("now"), r.FormValue("password")); err != nil {
		return err
	}
	return draw(r, &view{said: "Your password was changed."})
}

// givePassword sets the password of a person of the workspace.
func givePassword(r *kit.Request) error {
	id := r.PathValue("id")
	if err := r.House.GivePassword(r.Ctx(), r.Home, id, r.FormValue("password")); err != nil {
		return err
	}
	return r.Go("/settings/people?set=" + id)
}

// switchWorkspace goes to another workspace of the same address. It takes the password, because
// whoever is signed in here by another way has not shown whose address it is.
func switchWorkspace(r *kit.Request) error {
	if err := auth.Knock(r.Ctx(), r.House.Journal.DB, "password "+r.Person.Email); err != nil {
		return err
	}
	all, err := auth.SignIn(r.Ctx(), r.House.Journal.DB, r.Person.Email, r.FormValue("password"))
	if problem.Of(err) == problem.SignedOut {
		return &problem.Error{Kind: problem.Invalid, What: "You are still here.", Fields: []problem.Field{{Name: "password", What: "Is not your password."}}}
	}
	if err != nil {
		return err
	}
	for _, m := range all {
		if m.Workspace == r.FormValue("workspace") {
			if err := r.Session().Begin(m); err != nil {
				return err
			}
			return r.Go("/inbox")
		}
	}
	return problem.New(problem.Missing, "Your address belongs to no such workspace.")
}
