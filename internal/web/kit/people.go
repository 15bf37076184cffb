package kit

import (
	"slices"
	"strings"

	"throughline/internal/account"
	"throughline/internal/area"
	"throughline/internal/auth"
	"throughline/internal/web/look"
)

// People are those whom a field can name.
type People struct {
	Ours   []auth.Person
	Theirs []account.Stakeholder // none, where only ours can stand in the field
	Names  area.Names
	Needs  auth.Permission // of ours, to be offered; empty for none
}

// Named is a select of one of the people. The field's own options, such as nobody, stand first.
func (r *Request) Named(form string, f look.Field, p People, kept string) look.Field {
	f = r.Field(form, f, kept)
	f.Options = slices.Concat(f.Options, p.Options(kept, f.Value))
	if p.inactive(f.Value) { // a narrow select may not show the end of its choice
		f.Hint = strings.TrimSpace(f.Hint + " " + p.Names.Of(f.Value) + " is inactive.")
	}
	return f
}

// AllNamed are ticks for any number of the people.
func (r *Request) AllNamed(form string, f look.Field, p People, kept []string) look.Field {
	f.Values, f.Error = r.Typed(form, f.Name, kept), r.Faults(form).Of(f.Name)
	f.Options = slices.Concat(f.Options, p.Options(slices.Concat(kept, f.Values)...))
	return f
}

func (p People) inactive(id string) bool {
	return slices.ContainsFunc(p.Ours, func(o auth.Person) bool { return o.ID == id && !o.Active })
}

// erased is how a person reads whose words were erased; nobody can choose them anew.
const erased = "[erased]"

// Options are whom a field offers: ours who may come in, then theirs, who has the technical
// decision first. Whoever stands in the field now stays among them, whatever became of them: an
// edit of something else must not change who it is.
func (p People) Options(now ...string) (out []look.Option) {
	for _, o := range p.Ours {
		hint := string(o.Role)
		if !o.Active {
			hint += ", inactive"
		}
		offered := o.Active && (p.Needs == "" || auth.May(o.Role, p.Needs) == nil)
		if offered || slices.Contains(now, o.ID) {
			out = append(out, look.Option{Value: o.ID, Label: o.Name, Hint: hint})
		}
	}
	if len(p.Theirs) > 0 {
		grouped(out, "Ours")
		out = append(out, grouped(p.theirs(now), "Theirs")...)
	}
	return Standing(out, p.Names, slices.DeleteFunc(slices.Clone(now), func(id string) bool { return id == "" })...)
}

func (p People) theirs(now []string) (out []look.Option) {
	for _, decides := range []bool{true, false} {
		for _, h := range p.Theirs {
			name := p.Names.Of(h.Contact)
			if h.Decides != decides || name == erased && !slices.Contains(now, h.Contact) {
				continue
			}
			hint := h.Role
			if decides {
				hint = strings.TrimPrefix(hint+" · has the technical decision", " · ")
			}
			out = append(out, look.Option{Value: h.Contact, Label: name, Hint: hint})
		}
	}
	return out
}

// grouped puts options under a name.
func grouped(options []look.Option, group string) []look.Option {
	for i := range options {
		options[i].Group = group
	}
	return options
}

// Standing completes options with what stands in a field and is offered no longer; a person
// keeps their name.
func Standing(options []look.Option, names area.Names, now ...string) []look.Option {
	for _, value := range now {
		if slices.ContainsFunc(options, func(o look.Option) bool { return o.Value == value }) {
			continue
		}
		label := names.Of(value)
		if value == "" {
			label = "empty"
		}
		options = append(slices.Clone(options), look.Option{Value: value, Label: label})
	}
	return options
}
