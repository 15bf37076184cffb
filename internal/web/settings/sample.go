package settings

import (
	"throughline/internal/account"
	"throughline/internal/problem"
	"throughline/internal/web/kit"
)

// removeSample takes a sample workspace away whole, its journal with it.
func removeSample(r *kit.Request) error {
	all, err := account.Workspaces(r.Ctx(), r.House.Journal.DB.Read)
	if err != nil {
		return err
	}
	for _, p := range all {
		if p.ID != r.FormValue("workspace") || !p.Sample {
			continue
		}
		if r.FormValue("sure") == "" {
			return &problem.Error{Kind: problem.Invalid, What: "Nothing was removed.", Fields: []problem.Field{{Name: "sure", What: "Say that you are sure."}}}
		}
		if err := r.House.Journal.DB.RemoveWorkspace(r.Ctx(), p.ID); err != nil {
			return err
		}
		if p.ID == r.Home.ID {
			if err := r.Session().End(); err != nil {
				return err
			}
			return r.Go("/sign-in")
		}
		return r.Go("/settings/workspace")
	}
	return problem.New(problem.Missing, "There is no such sample workspace.")
}
