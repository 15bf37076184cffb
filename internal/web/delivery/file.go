package delivery

import (
	core "throughline/internal/delivery"
	"throughline/internal/problem"
	"throughline/internal/web/kit"
)

// download sends a file that stands behind a result of the deal; no other file is there.
func download(r *kit.Request) error {
	results, err := core.Results(r.Ctx(), r.Reader, r.Deal.ID)
	if err != nil {
		return err
	}
	for _, all := range results {
		for _, x := range all {
			for _, a := range x.Evidence {
				if a.Hash != "" && a.Hash == r.PathValue("hash") {
					return r.Send(a.Hash, a.Name)
				}
			}
		}
	}
	return problem.NotFound("file", r.PathValue("hash"))
}
