package api

import (
	"context"

	"throughline/internal/account"
	"throughline/internal/api/rest"
	"throughline/internal/area"
	"throughline/internal/auth"
	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/problem"
)

func init() { operations = append(operations, own, persons, workspaces) }

// passwords are the one that holds and the one to come.
type passwords struct {
	Now      string `json:"now"`
	Password string `json:"password"`
}

// own is what callers set for themselves.
func own(s *rest.Server) {
	rest.Read(s, rest.On("/me", "Get who you are", auth.See), func(ctx context.Context, c *rest.Caller) (*auth.Person, error) { return self(ctx, c) })
	rest.Act(s, rest.On("/me/taste", "Set how pages look for you", auth.See), "person.prefer",
		func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in auth.Taste) (*auth.Person, error) {
			if err := auth.Prefer(ctx, tx, in); err != nil {
				return nil, err
			}
			p, err := journal.Load[auth.Person](ctx, tx, c.Person)
			return &p, err
		})
	rest.Beside(s, rest.On("/me/password", "Change your password", auth.See), func(ctx context.Context, c *rest.Caller, in passwords) (rest.Said, error) {
		p, err := self(ctx, c)
		if err != nil {
			return rest.Said{}, err
		}
		home, err := account.Home(ctx, c.Reader)
		if err != nil {
			return rest.Said{}, err
		}
		return rest.Said{Done: true}, s.House.ChangePassword(ctx, home, *p, in.Now, in.Password)
	})
	rest.Read(s, rest.On("/tokens", "List your API tokens; an admin sees everyone's", auth.See), func(ctx context.Context, c *rest.Caller) (rest.Page[auth.Token], error) {
		all, err := journal.List[auth.Token](ctx, c.Reader, "")
		out := rest.Page[auth.Token]{Items: []auth.Token{}}
		for _, t := range all {
			if t.Person == c.Person || c.Role == auth.Admin {
				out.Items = append(out.Items, t)
			}
		}
		return out, err
	})
	type wish struct {
		Name    string     `json:"name"`
		Expires clock.Date `json:"expires_on"`
	}
	type issued struct {
		Token auth.Token `json:"token"`
		Text  string     `json:"text" doc:"the token itself, shown this once"`
	}
	rest.Act(s, rest.On("/tokens", "Make an API token", auth.See), "token.issue", func(ctx context.Context, tx *journal.Tx, _ *rest.Caller, in wish) (issued, error) {
		t, text, err := auth.Issue(ctx, tx, in.Name, in.Expires)
		return issued{t, text}, err
	})
	rest.Act(s, rest.On("/tokens/{id}/revoke", "End an API token", auth.See), "token.revoke", func(ctx context.Context, tx *journal.Tx, c *rest.Caller, _ struct{}) (rest.Said, error) {
		return rest.Said{Done: true}, auth.Revoke(ctx, tx, c.ID)
	})
}

func self(ctx context.Context, c *rest.Caller) (*auth.Person, error) {
	p, err := journal.Load[auth.Person](ctx, c.Reader, c.Person)
	return &p, err
}

// persons are those of the workspace, and what their roles may do.
func persons(s *rest.Server) {
	rest.Read(s, rest.On("/roles", "Get the table of who may do what", auth.See), func(context.Context, *rest.Caller) (rest.Page[auth.Grant], error) {
		return rest.Page[auth.Grant]{Items: auth.Grants}, nil
	})
	rest.Read(s, rest.On("/people", "List the people of the workspace", auth.See), func(ctx context.Context, c *rest.Caller) (rest.Page[auth.Person], error) {
		all, err := auth.People(ctx, c.Reader)
		return rest.Page[auth.Person]{Items: all}, err
	})
	rest.Read(s, rest.On("/people/{id}", "Get one person", auth.See), func(ctx context.Context, c *rest.Caller) (*auth.Person, error) {
		p, err := journal.Load[auth.Person](ctx, c.Reader, c.ID)
		return &p, err
	})
	type newPerson struct {
		Email string    `json:"email"`
		Name  string    `json:"name"`
		Title string    `json:"title"`
		Role  auth.Role `json:"role"`
	}
	rest.Act(s, rest.On("/people", "Add a person", auth.Manage), "person.add", func(ctx context.Context, tx *journal.Tx, _ *rest.Caller, in newPerson) (*auth.Person, error) {
		p := auth.Person{Email: in.Email, Name: in.Name, Title: in.Title, Role: in.Role}
		return &p, auth.Add(ctx, tx, &p)
	})
	rest.Edit(s, rest.On("/people/{id}", "Change a person's name, title, role, and whether they may come in", auth.Manage), "person.edit",
		func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in auth.PersonEdit) (*auth.Person, error) {
			in.ID, in.Revision = c.ID, c.Revision
			if err := auth.Change(ctx, tx, in); err != nil {
				return nil, err
			}
			p, err := journal.Load[auth.Person](ctx, tx, c.ID)
			return &p, err
		})
	rest.Beside(s, rest.On("/people/{id}/password", "Set a person's password", auth.Manage), func(ctx context.Context, c *rest.Caller, in passwords) (rest.Said, error) {
		home, err := account.Home(ctx, c.Reader)
		if err != nil {
			return rest.Said{}, err
		}
		return rest.Said{Done: true}, s.House.GivePassword(ctx, home, c.ID, in.Password)
	})
}

// workspaces are the settings of one, a new one, and the end of the sample.
func workspaces(s *rest.Server) {
	rest.Read(s, rest.On("/workspace", "Get the workspace and its settings", auth.See), func(ctx context.Context, c *rest.Caller) (*account.Workspace, error) {
		w, err := account.Home(ctx, c.Reader)
		return &w, err
	})
	rest.EditThen(s, rest.On("/workspace", "Change the workspace's settings; deals are counted anew behind it", auth.Manage), "workspace.edit",
		func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in account.WorkspaceEdit) (*account.Workspace, error) {
			in.Revision = c.Revision
			w, err := account.EditWorkspace(ctx, tx, in)
			return &w, err
		}, func(ctx context.Context, c *rest.Caller) { c.House.CatchUp(ctx, c.Workspace) })
	rest.Beside(s, rest.On("/workspaces", "Make a new workspace and become its admin", auth.Manage), func(ctx context.Context, c *rest.Caller, in area.NewWorkspace) (auth.Member, error) {
		return s.House.Found(ctx, c.Actor(), in)
	})
	type sure struct {
		Sure bool `json:"sure"`
	}
	rest.Beside(s, rest.On("/workspaces/{id}/remove", "Remove a sample workspace whole", auth.Manage), func(ctx context.Context, c *rest.Caller, in sure) (rest.Said, error) {
		return rest.Said{Done: true}, s.House.RemoveSample(ctx, c.ID, in.Sure)
	})
	rest.Act(s, rest.On("/contacts/{id}/erase", "Erase a person outside for good", auth.Forget), "contact.erase", func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in sure) (rest.Said, error) {
		if !in.Sure {
			return rest.Said{}, &problem.Error{Kind: problem.Invalid, What: "Nobody was erased.", Fields: []problem.Field{{Name: "sure", What: "Say that you are sure. It cannot be taken back."}}}
		}
		return rest.Said{Done: true}, account.Erase(ctx, tx, c.ID)
	})
}
