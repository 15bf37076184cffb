package evaluation

import (
	"io"
	"mime"
	"net/http"
	"strconv"

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
	src, err := r.House.Files.Open(r.Ctx(), hash)
	if err != nil {
		return err
	}
	defer src.Close()
	size, err := src.Seek(0, io.SeekEnd)
	if err != nil {
		return err
	}
	if _, err := src.Seek(0, io.SeekStart); err != nil {
		return err
	}
	h := r.Writer().Header()
	h.Set("Content-Type", "application/octet-stream")
	h.Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": name}))
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Cache-Control", "private, no-store")
	h.Set("Content-Length", strconv.FormatInt(size, 10))
	r.Writer().WriteHeader(http.StatusOK)
	_, err = io.Copy(r.Writer(), src)
	return err
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
