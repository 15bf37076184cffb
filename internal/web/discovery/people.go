package discovery

import (
	"maps"

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
			if on := o.ID == r.Deal.SE || o.ID == r.Deal.SA || o.ID == r.Deal.AE; o.Active && on == team {
				p.ours = append(p.ours, o)
			}
		}
	}
	return p, err
}

// contactOptions are theirs to choose from; who was erased is nobody to choose.
func (p *people) contactOptions(prefix string) (out []look.Option) {
	for _, c := range p.contacts {
		if c.Name.Gone() {
			continue
		}
		o := look.Option{Value: prefix + c.ID, Label: c.Name.String(), Group: "Theirs"}
		if role := p.roles[c.ID]; role != "" {
			o.Label += ", " + role
		}
		out = append(out, o)
	}
	return out
}

func (p *people) ourOptions(prefix string) (out []look.Option) {
	for _, o := range p.ours {
		out = append(out, look.Option{Value: prefix + o.ID, Label: o.Name + ", " + string(o.Role), Group: "Ours"})
	}
	return out
}

// ungrouped are options for ticks, whose legend says already whose they are.
func ungrouped(options []look.Option) []look.Option {
	for i := range options {
		options[i].Group = ""
	}
	return options
}

// withNobody puts a first choice before options: nobody, or nothing in particular.
func withNobody(words string, options ...[]look.Option) []look.Option {
	out := []look.Option{{Label: words}}
	for _, o := range options {
		out = append(out, o...)
	}
	return out
}
