package settings

import (
	"context"

	"github.com/a-h/templ"

	"throughline/internal/area"
	"throughline/internal/auth"
	"throughline/internal/journal"
	"throughline/internal/web/kit"
	"throughline/internal/web/look"
)

type peopleView struct {
	r      *kit.Request
	people []auth.Person
	set    string // whose password was set just now
}

func showPeople(r *kit.Request) error {
	all, err := auth.People(r.Ctx(), r.Reader)
	if err != nil {
		return err
	}
	v := &peopleView{r: r, people: all}
	for _, p := range all {
		if p.ID == r.URL.Query().Get("set") && r.Method == "GET" {
			v.set = p.Name
		}
	}
	return r.Draw(peoplePage(r.Shell("People", "/settings"), v))
}

// addPerson makes a person of the workspace, with a password if one was written.
func addPerson(r *kit.Request) error {
	var in struct {
		Email string    `json:"email"`
		Name  string    `json:"name"`
		Title string    `json:"title"`
		Role  auth.Role `json:"role"`
	}
	if err := r.Decode(&in); err != nil {
		return err
	}
	password := r.FormValue("password")
	if password != "" {
		if err := area.MaySetPasswords(r.Home); err != nil {
			return err
		}
	}
	if err := r.Act("person.add", func(ctx context.Context, tx *journal.Tx) error {
		return auth.Add(ctx, tx, &auth.Person{Email: in.Email, Name: in.Name, Title: in.Title, Role: in.Role})
	}); err != nil {
		return err
	}
	if password != "" {
		if err := auth.GivePassword(r.Ctx(), r.House.Journal.DB, r.Home.ID, in.Email, password); err != nil {
			return err
		}
	}
	return r.Done("/settings/people")
}

// editPerson changes name, title, role, and whether the person may still come in.
func editPerson(r *kit.Request) error {
	var in auth.PersonEdit
	if err := r.Decode(&in); err != nil {
		return err
	}
	in.ID = r.PathValue("id")
	if err := r.Act("person.edit", func(ctx context.Context, tx *journal.Tx) error { return auth.Change(ctx, tx, in) }); err != nil {
		return err
	}
	return r.Done("/settings/people")
}

func (v *peopleView) table() look.TableView {
	t := look.TableView{Caption: "People", Columns: []look.Column{{Label: "Name", Wide: true}, {Label: "Mail address"}, {Label: "Role"}, {Label: "Comes in"}, {Label: "Change", Hidden: true}}}
	for _, p := range v.people {
		name := look.Text(p.Name)
		if p.Title != "" {
			name = look.Row2(look.Text(p.Name), look.Soft(p.Title))
		}
		in := look.Tag("yes", look.Good)
		if !p.Active {
			in = look.Tag("no", look.Quiet)
		}
		t.Rows = append(t.Rows, look.Row{ID: "p-" + p.ID, Cells: []templ.Component{name, look.Text(p.Email), look.Text(string(p.Role)), in, look.Button(look.Act{Label: "Change", About: p.Name, Href: "/settings/people?form=edit-" + p.ID + "#f-" + p.ID})}})
	}
	return t
}

func roleOptions() (out []look.Option) {
	for _, r := range auth.Roles {
		out = append(out, look.Option{Value: string(r), Label: string(r)})
	}
	return out
}
