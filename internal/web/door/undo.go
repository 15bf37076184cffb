package door

import (
	"net/url"

	"throughline/internal/web/kit"
)

// undo takes back one act of the person and leads to where they were.
func undo(r *kit.Request) error {
	receipt, err := r.House.Journal.Undo(r.Ctx(), r.Actor(), r.FormValue("act"))
	if err != nil {
		return err
	}
	r.House.CatchUp(r.Ctx(), r.Home.ID)
	u, err := url.Parse(r.Back("/inbox"))
	if err != nil {
		return err
	}
	q := u.Query()
	q.Set("done", receipt.Act)
	u.RawQuery = q.Encode()
	return r.Go(u.String())
}
