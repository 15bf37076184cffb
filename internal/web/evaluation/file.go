package evaluation

import (
	"throughline/internal/delivery"
	core "throughline/internal/evaluation"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/web/kit"
)

// download gives a kept file that a thing of the deal names; any other file is not there. It is
// always saved, never shown: what people upload is not ours to run.
func download(r *kit.Request) error {
	hash := r.PathValue("hash")
	name, err := fileName(r, hash)
	if err != nil {
		return err
	}
	return r.Send(hash, name)
}

// fileName is what the thing of the deal that names the file calls it. The letter of who was
// erased is not there any more.
func fileName(r *kit.Request, hash string) (string, error) {
	results, err := journal.List[core.Result](r.Ctx(), r.Reader, r.Deal.ID)
	if err != nil {
		return "", err
	}
	for _, x := range results {
		if x.Evidence != nil && x.Evidence.Hash == hash {
			return x.Evidence.Name, nil
		}
	}
	signed, err := journal.List[core.SignOff](r.Ctx(), r.Reader, r.Deal.ID)
	if err != nil {
		return "", err
	}
	for _, s := range signed {
		if s.ProofSize > 0 && s.ProofHash == hash && !s.Proof.Gone() {
			return s.Proof.String(), nil
		}
	}
	checks, err := journal.List[delivery.CheckResult](r.Ctx(), r.Reader, r.Deal.ID)
	if err != nil {
		return "", err
	}
	for _, c := range checks {
		for _, a := range c.Evidence {
			if a.Hash == hash && hash != "" {
				return a.Name, nil
			}
		}
	}
	return "", problem.NotFound("file", hash)
}
