package api

import (
	"context"
	"net/http"
	"reflect"

	"throughline/internal/account"
	"throughline/internal/area"
	"throughline/internal/auth"
	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/problem"
)

func init() { operations = append(operations, own, people, workspaces) }

// passwords are the one that holds and the one to come.
type passwords struct {
	Now      string `json:"now"`
	Password string `json:"password"`
}

// own is what callers set for themselves.
func own(s *server) {
	read(s, op{"/me", "Get who you are", auth.See}, func(ctx context.Context, c *caller) (*auth.Person, error) { return c.self(ctx) })
	act(s, op{"/me/taste", "Set how pages look for you", auth.See}, "person.prefer",
		func(ctx context.Context, tx *journal.Tx, c *caller, in auth.Taste) (*auth.Person, error) {
			if err := auth.Prefer(ctx, tx, in); err != nil {
				return nil, err
			}
			p, err := journal.Load[auth.Person](ctx, tx, c.Person)
			return &p, err
		})
	beside(s, op{"/me/password", "Change your password", auth.See}, func(ctx context.Context, c *caller, in passwords) (said, error) {
		p, err := c.self(ctx)
		if err != nil {
			return said{}, err
		}
		home, err := account.Home(ctx, c.Reader)
		if err != nil {
			return said{}, err
		}
		return said{true}, s.house.ChangePassword(ctx, home, *p, in.Now, in.Password)
	})
	read(s, op{"/tokens", "List your API tokens; an admin sees everyone's", auth.See}, func(ctx context.Context, c *caller) (Page[auth.Token], error) {
		all, err := journal.List[auth.Token](ctx, c.Reader, "")
		out := Page[auth.Token]{Items: []auth.Token{}}
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
	act(s, op{"/tokens", "Make an API token", auth.See}, "token.issue", func(ctx context.Context, tx *journal.Tx, _ *caller, in wish) (issued, error) {
		t, text, err := auth.Issue(ctx, tx, in.Name, in.Expires)
		return issued{t, text}, err
	})
	act(s, op{"/tokens/{id}/revoke", "End an API token", auth.See}, "token.revoke", func(ctx context.Context, tx *journal.Tx, c *caller, _ struct{}) (said, error) {
		return said{true}, auth.Revoke(ctx, tx, c.ID)
	})
}

func (c *caller) self(ctx context.Context) (*auth.Person, error) {
	p, err := journal.Load[auth.Person](ctx, c.Reader, c.Person)
	return &p, err
}

// people are those of the workspace, and what their roles may do.
func people(s *server) {
	read(s, op{"/roles", "Get the table of who may do what", auth.See}, func(context.Context, *caller) (Page[auth.Grant], error) {
		return Page[auth.Grant]{Items: auth.Grants}, nil
	})
	read(s, op{"/people", "List the people of the workspace", auth.See}, func(ctx context.Context, c *caller) (Page[auth.Person], error) {
		all, err := auth.People(ctx, c.Reader)
		return Page[auth.Person]{Items: all}, err
	})
	read(s, op{"/people/{id}", "Get one person", auth.See}, func(ctx context.Context, c *caller) (*auth.Person, error) {
		p, err := journal.Load[auth.Person](ctx, c.Reader, c.ID)
		return &p, err
	})
	type newPerson struct {
		Email string    `json:"email"`
		Name  string    `json:"name"`
		Title string    `json:"title"`
		Role  auth.Role `json:"role"`
	}
	act(s, op{"/people", "Add a person", auth.Manage}, "person.add", func(ctx context.Context, tx *journal.Tx, _ *caller, in newPerson) (*auth.Person, error) {
		p := auth.Person{Email: in.Email, Name: in.Name, Title: in.Title, Role: in.Role}
		return &p, auth.Add(ctx, tx, &p)
	})
	edit(s, op{"/people/{id}", "Change a person's name, title, role, and whether they may come in", auth.Manage}, "person.edit",
		func(ctx context.Context, tx *journal.Tx, c *caller, in auth.PersonEdit) (*auth.Person, error) {
			in.ID, in.Revision = c.ID, c.Revision
			if err := auth.Change(ctx, tx, in); err != nil {
				return nil, err
			}
			p, err := journal.Load[auth.Person](ctx, tx, c.ID)
			return &p, err
		})
	beside(s, op{"/people/{id}/password", "Set a person's password", auth.Manage}, func(ctx context.Context, c *caller, in passwords) (said, error) {
		home, err := account.Home(ctx, c.Reader)
		if err != nil {
			return said{}, err
		}
		return said{true}, s.house.GivePassword(ctx, home, c.ID, in.Password)
	})
}

// workspaces are the settings of one, a new one, and the end of the sample.
func workspaces(s *server) {
	read(s, op{"/workspace", "Get the workspace and its settings", auth.See}, func(ctx context.Context, c *caller) (*account.Workspace, error) {
		w, err := account.Home(ctx, c.Reader)
		return &w, err
	})
	change := writing(s, "workspace.edit", true, func(ctx context.Context, tx *journal.Tx, c *caller, in account.WorkspaceEdit) (*account.Workspace, error) {
		in.Revision = c.Revision
		w, err := account.EditWorkspace(ctx, tx, in)
		return &w, err
	})
	s.handle(http.MethodPut, op{"/workspace", "Change the workspace's settings; deals are counted anew behind it", auth.Manage}, reflect.TypeFor[account.WorkspaceEdit](), reflect.TypeFor[Done[*account.Workspace]](),
		func(ctx context.Context, c *caller, r request) (any, error) {
			out, err := change(ctx, c, r)
			if err == nil {
				s.house.CatchUp(ctx, c.Workspace)
			}
			return out, err
		})
	beside(s, op{"/workspaces", "Make a new workspace and become its admin", auth.Manage}, func(ctx context.Context, c *caller, in area.NewWorkspace) (auth.Member, error) {
		return s.house.Found(ctx, c.actor(), in)
	})
	type sure struct {
		Sure bool `json:"sure"`
	}
	beside(s, op{"/workspaces/{id}/remove", "Remove a sample workspace whole", auth.Manage}, func(ctx context.Context, c *caller, in sure) (said, error) {
		return said{true}, s.house.RemoveSample(ctx, c.ID, in.Sure)
	})
	act(s, op{"/contacts/{id}/erase", "Erase a person outside for good", auth.Forget}, "contact.erase", func(ctx context.Context, tx *journal.Tx, c *caller, in sure) (said, error) {
		if !in.Sure {
			return said{}, &problem.Error{Kind: problem.Invalid, What: "Nobody was erased.", Fields: []problem.Field{{Name: "sure", What: "Say that you are sure. It cannot be taken back."}}}
		}
		return said{true}, account.Erase(ctx, tx, c.ID)
	})
}
