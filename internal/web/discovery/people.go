package discovery

import (
	"maps"
	"slices"

	"throughline/internal/account"
	"throughline/internal/area"
	"throughline/internal/auth"
	"throughline/internal/journal"
	"throughline/internal/web/kit"
	"throughline/internal/web/look"
)

// people are those who can have been on a call: the account's contacts, stakeholders of the
// deal first, and ours, the deal's own first.
type people struct {
	contacts []account.Contact
	roles    map[string]string // by contact: their role in the deal
	ours     []auth.Person
	names    area.Names
}

func peopleOf(r *kit.Request) (*people, error) {
	names, err := r.Names()
	if err != nil {
		return nil, err
	}
	p := &people{roles: map[string]string{}, names: maps.Clone(names)}
	holders, err := journal.List[account.Stakeholder](r.Ctx(), r.Reader, r.Deal.ID)
	if err != nil {
		return nil, err
	}
	known := map[string]bool{}
	for _, h := range holders {
		c, err := journal.Load[account.Contact](r.Ctx(), r.Reader, h.Contact)
		if err != nil {
			return nil, err
		}
		known[c.ID], p.roles[c.ID] = true, h.Role
		p.contacts = append(p.contacts, c)
	}
	others, err := account.ContactsOf(r.Ctx(), r.Reader, r.Deal.Account)
	if err != nil {
		return nil, err
	}
	for _, c := range others {
		if p.names[c.ID] = c.Name.String(); !known[c.ID] {
			p.contacts = append(p.contacts, c)
		}
	}
	all, err := auth.People(r.Ctx(), r.Reader)
	for _, team := range []bool{true, false} {
		for _, o := range all {
			if on := o.ID == r.Deal.SE || o.ID == r.Deal.SA || o.ID == r.Deal.AE; on == team {
				p.ours = append(p.ours, o)
			}
		}
	}
	return p, err
}

// contactOptions are theirs to choose from; who was erased is nobody to choose, and stays
// where they stand now.
func (p *people) contactOptions(prefix string, now ...string) (out []look.Option) {
	for _, c := range p.contacts {
		if !c.Name.Gone() || slices.Contains(now, c.ID) {
			out = append(out, look.Option{Value: prefix + c.ID, Label: c.Name.String(), Hint: p.roles[c.ID], Group: "Theirs"})
		}
	}
	return out
}

// ourOptions are ours to choose from, and who stands there now.
func (p *people) ourOptions(prefix string, now ...string) []look.Option {
	out := p.team().Options(now...)
	for i := range out {
		out[i].Value, out[i].Group = prefix+out[i].Value, "Ours"
	}
	return out
}

func (p *people) team() kit.People { return kit.People{Ours: p.ours, Names: p.names} }
