package area

import (
	"context"
	"strings"

	"throughline/internal/account"
	"throughline/internal/auth"
	"throughline/internal/id"
	"throughline/internal/journal"
	"throughline/internal/problem"
)

// NewWorkspace is a workspace with its first person, who becomes its admin.
type NewWorkspace struct {
	Name     string `json:"workspace"`
	Zone     string `json:"zone"`
	You      string `json:"you"`
	Email    string `json:"email"`
	Password string `json:"password"` // the address's own; a first one when it has none
}

// Found makes a new workspace for an admin of another and says where they are a member now.
func (h *House) Found(ctx context.Context, who journal.Actor, in NewWorkspace) (auth.Member, error) {
	in.Email = strings.ToLower(strings.TrimSpace(in.Email))
	var c problem.Check
	c.Text("workspace", in.Name, 120)
	c.Text("you", in.You, 120)
	c.Fail(strings.Count(in.Email, "@") == 1, "email", "%q is not a mail address.", in.Email)
	if err := c.Err(); err != nil {
		return auth.Member{}, err
	}
	if err := auth.Claim(ctx, h.Journal.DB, who.Workspace, in.Email, in.Password); err != nil {
		return auth.Member{}, err
	}
	first := auth.Person{Row: journal.Row{ID: id.New(ctx)}, Email: in.Email, Name: in.You, Role: auth.Admin}
	who.Workspace, who.Person = id.New(ctx), first.ID
	_, err := h.Journal.Write(ctx, who, "workspace.found", func(ctx context.Context, tx *journal.Tx) error {
		if err := account.Found(ctx, tx, &account.Workspace{Name: in.Name, Zone: in.Zone}); err != nil {
			return err
		}
		return auth.Add(ctx, tx, &first)
	})
	return auth.Member{Workspace: who.Workspace, Person: first.ID, Name: in.You, Role: auth.Admin, WorkspaceName: in.Name}, err
}

// Samples lists the sample workspaces that are still there.
func (h *House) Samples(ctx context.Context) (out []account.Place, err error) {
	all, err := account.Workspaces(ctx, h.Journal.DB.Read)
	for _, p := range all {
		if p.Sample {
			out = append(out, p)
		}
	}
	return out, err
}

// RemoveSample takes a sample workspace away whole, its journal with it. No other workspace can
// be removed.
func (h *House) RemoveSample(ctx context.Context, workspace string, sure bool) error {
	all, err := h.Samples(ctx)
	if err != nil {
		return err
	}
	for _, p := range all {
		if p.ID != workspace {
			continue
		}
		if !sure {
			return &problem.Error{Kind: problem.Invalid, What: "Nothing was removed.", Fields: []problem.Field{{Name: "sure", What: "Say that you are sure."}}}
		}
		return h.Journal.DB.RemoveWorkspace(ctx, workspace)
	}
	return problem.New(problem.Missing, "There is no such sample workspace.")
}

// MaySetPasswords says whether passwords are set in a workspace: not in the sample, whose people
// are nobody's. It is entered by a link, and a password would open every workspace of its address.
func MaySetPasswords(home account.Workspace) error {
	if home.Sample {
		return problem.Refuse("The sample workspace has no passwords. It is entered by the link that the program prints when it starts.")
	}
	return nil
}

// GivePassword sets the password of a person of a workspace.
func (h *House) GivePassword(ctx context.Context, home account.Workspace, person, password string) error {
	if err := MaySetPasswords(home); err != nil {
		return err
	}
	p, err := journal.Load[auth.Person](ctx, h.Journal.Reader(home.ID), person)
	if err != nil {
		return err
	}
	return auth.GivePassword(ctx, h.Journal.DB, home.ID, p.Email, password)
}

// ChangePassword sets a person's own password, which takes the one that holds now. Tries are
// counted like those at the door.
func (h *House) ChangePassword(ctx context.Context, home account.Workspace, person auth.Person, now, next string) error {
	if err := MaySetPasswords(home); err != nil {
		return err
	}
	if err := auth.Knock(ctx, h.Journal.DB, "password "+person.Email); err != nil {
		return err
	}
	return auth.ChangePassword(ctx, h.Journal.DB, person.Email, now, next)
}
