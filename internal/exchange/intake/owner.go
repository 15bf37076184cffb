package intake

import (
	"strings"

	"throughline/internal/account"
	"throughline/internal/auth"
)

// assign puts the CRM's owner on a deal that nobody of ours is on yet, if exactly one person of
// the workspace has that name or mail address.
func (p *plan) assign(d *heldDeal, w *dealWriter) {
	if d.Owner == "" || d.AE != "" || d.SE != "" || d.SA != "" {
		return
	}
	person, ok := p.ownerNamed(d.Owner)
	if !ok {
		return
	}
	switch person.Role {
	case auth.SE:
		d.SE = person.ID
	case auth.SA:
		d.SA = person.ID
	case auth.AE, auth.Manager, auth.Admin:
		d.AE = person.ID
	case auth.Viewer:
		return
	}
	w.changed = true
	w.say("%s is on the deal", person.Name)
}

// ownerNamed finds the one active person of a name or address.
func (p *plan) ownerNamed(owner string) (found auth.Person, ok bool) {
	n := 0
	for _, o := range p.people {
		if o.Active && (strings.EqualFold(o.Email, strings.TrimSpace(owner)) || account.SameName(o.Name, owner)) {
			found = o
			n++
		}
	}
	return found, n == 1
}
