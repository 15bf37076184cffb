package settings

import (
	"context"
	"strings"

	"throughline/internal/account"
	"throughline/internal/auth"
	"throughline/internal/id"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/web/kit"
)

// found makes a new workspace with the admin as its first person, and goes there.
func found(r *kit.Request) error {
	var in struct {
		Name  string `json:"workspace"`
		Zone  string `json:"zone"`
		You   string `json:"you"`
		Email string `json:"email"`
	}
	if err := r.Decode(&in); err != nil {
		return err
	}
	in.Email = strings.ToLower(strings.TrimSpace(in.Email))
	var c problem.Check
	c.Text("workspace", in.Name, 120)
	c.Text("you", in.You, 120)
	c.Fail(strings.Count(in.Email, "@") == 1, "email", "%q is not a mail address.", in.Email)
	if err := c.Err(); err != nil {
		return err
	}
	if err := auth.Claim(r.Ctx(), r.House.Journal.DB, r.Home.ID, in.Email, r.FormValue("password")); err != nil {
		return err
	}
	who := r.Actor()
	who.Workspace = id.New(r.Ctx())
	first := auth.Person{Email: in.Email, Name: in.You, Role: auth.Admin}
	first.ID = id.New(r.Ctx())
	who.Person = first.ID
	if _, err := r.House.Journal.Write(r.Ctx(), who, "workspace.found", func(ctx context.Context, tx *journal.Tx) error {
		if err := account.Found(ctx, tx, &account.Workspace{Name: in.Name, Zone: in.Zone}); err != nil {
			return err
		}
		return auth.Add(ctx, tx, &first)
	}); err != nil {
		return err
	}
	if err := r.Session().Begin(auth.Member{Workspace: who.Workspace, Person: first.ID}); err != nil {
		return err
	}
	return r.Go("/settings/people")
}
