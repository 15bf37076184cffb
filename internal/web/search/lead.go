package search

import (
	"net/url"

	"throughline/internal/account"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/web/kit"
)

// lead goes to the page of any thing.
func lead(r *kit.Request) error {
	kind, id := r.PathValue("kind"), r.PathValue("id")
	card, known, err := r.House.Describe(r.Ctx(), r.Reader, kind, id)
	if err != nil {
		return err
	}
	switch {
	case known && card.Deal == "" && (kind == "person" || kind == "contact"):
		return r.Go("/impact/" + kind + "/" + id)
	case known && card.Deal == "" && kind == "account":
		return r.Go("/deals?phase=all&words=" + url.QueryEscape(card.Title))
	case known && card.Deal == "":
		return r.Go("/" + card.Path)
	case !known:
		return toDeal(r, kind, id)
	}
	d, err := journal.Load[account.Opportunity](r.Ctx(), r.Reader, card.Deal)
	if err != nil {
		return err
	}
	path := "/deals/" + d.Prefix
	if card.Path != "" {
		path += "/" + card.Path
	}
	return r.Go(path)
}

// toDeal leads to the deal of a thing that has no page of its own, as its journal names it.
func toDeal(r *kit.Request, kind, id string) error {
	rows, err := journal.OfThing(r.Ctx(), r.Reader, id, journal.End, 1)
	if err != nil {
		return err
	}
	if len(rows) == 0 || rows[0].Kind != kind || rows[0].Deal == "" {
		return problem.NotFound(kind, id)
	}
	d, err := journal.Load[account.Opportunity](r.Ctx(), r.Reader, rows[0].Deal)
	if err != nil {
		return err
	}
	return r.Go("/deals/" + d.Prefix)
}
