package requirements

import (
	"throughline/internal/clock"
	"throughline/internal/exchange"
	"throughline/internal/listing"
)

// take answers with all requirements that fit, in the order they are shown.
func (v *view) take(form listing.Form) error {
	f, err := exchange.ThreadOf(v.r.Ctx(), v.r.Reader, &v.t, clock.Now(v.r.Ctx()))
	if err != nil {
		return err
	}
	parts := map[string]exchange.RequirementPart{}
	for _, p := range f.Requirements {
		parts[p.Key] = p
	}
	var fits []exchange.RequirementPart
	for _, l := range v.fits {
		fits = append(fits, parts[l.Key])
	}
	return v.r.Take(exchange.RequirementList(v.r.Deal.Prefix+"-requirements", fits), form)
}
