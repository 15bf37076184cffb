package my

import (
	"context"

	"throughline/internal/auth"
	"throughline/internal/journal"
	core "throughline/internal/people"
	"throughline/internal/problem"
	"throughline/internal/web/kit"
	"throughline/internal/web/look"
)

// office is who keeps where people stand, and who has left.
type office struct {
	r    *kit.Request
	held []auth.Person
	free []look.Option
	left []look.Option
}

func showOffice(r *kit.Request) error {
	o := &office{r: r}
	all, err := auth.People(r.Ctx(), r.Reader)
	if err != nil {
		return err
	}
	administrators, err := core.Administrators(r.Ctx(), r.Reader)
	if err != nil {
		return err
	}
	holds := map[string]bool{}
	for _, a := range administrators {
		holds[a.Person] = true
	}
	for _, p := range all {
		option := look.Option{Value: p.ID, Label: p.Name, Hint: string(p.Role)}
		switch {
		case holds[p.ID]:
			o.held = append(o.held, p)
		case p.Active:
			o.free = append(o.free, option)
		}
		if !p.Active {
			o.left = append(o.left, option)
		}
	}
	return r.Draw(officePage(r.Shell("People administrators", "/settings"), o))
}

func appoint(r *kit.Request) error { return appointment(r, "people.appoint", core.Appoint) }

func dismiss(r *kit.Request) error { return appointment(r, "people.dismiss", core.Dismiss) }

func appointment(r *kit.Request, name string, do func(context.Context, *journal.Tx, core.Appointment) (core.Administrator, error)) error {
	var in core.Appointment
	if err := r.Decode(&in); err != nil {
		return err
	}
	return acting(r, name, "/settings/office", in, do)
}

func erase(r *kit.Request) error {
	if r.FormValue("sure") == "" {
		return &problem.Error{Kind: problem.Invalid, What: "Nothing was erased.", Fields: []problem.Field{{Name: "sure", What: "Say that you are sure. It cannot be taken back."}}}
	}
	return acting(r, "people.erase", "/settings/office", r.FormValue("person"), core.ErasePerson)
}
