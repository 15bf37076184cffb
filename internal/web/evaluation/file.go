package evaluation

import (
	"throughline/internal/exchange"
	"throughline/internal/web/kit"
)

// download gives a kept file that a thing of the deal names; any other file is not there. It is
// always saved, never shown: what people upload is not ours to run.
func download(r *kit.Request) error {
	hash := r.PathValue("hash")
	name, err := exchange.KeptFile(r.Ctx(), r.Reader, r.Deal.ID, hash)
	if err != nil {
		return err
	}
	return r.Send(hash, name)
}
