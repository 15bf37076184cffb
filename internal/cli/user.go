package cli

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"strings"

	"throughline/internal/account"
	"throughline/internal/area"
	"throughline/internal/auth"
	"throughline/internal/id"
	"throughline/internal/journal"
	"throughline/internal/problem"
)

type userCommand struct {
	Add userAdd `cmd:"" help:"Add a person to a workspace. The password is read from standard input."`
}

type userAdd struct {
	where
	Email     string `arg:"" help:"The mail address that signs in."`
	Role      string `required:"" help:"admin, manager, AE, SE, SA or viewer."`
	Name      string `help:"The name to show; the address's first half if left out."`
	Workspace string `help:"The workspace's name. It is made if there is none of that name." default:"Our team"`
}

// Run adds a person, and the workspace when it is the first.
func (c userAdd) Run(ctx context.Context, p *Parts) error {
	h, err := c.open(ctx, p)
	if err != nil {
		return err
	}
	defer h.Journal.DB.Close()
	fmt.Fprint(p.Err, "Password: ")
	password, err := bufio.NewReader(os.Stdin).ReadString('\n')
	if err != nil && password == "" {
		return problem.New(problem.Invalid, "Give the password on standard input.")
	}
	workspace, err := workspaceNamed(ctx, h, c.Workspace)
	if err != nil {
		return err
	}
	person := auth.Person{Email: c.Email, Name: c.Name, Role: auth.Role(c.Role)}
	who := journal.Actor{Workspace: workspace, Person: "command line", Role: string(auth.Admin)}
	_, err = h.Journal.Write(ctx, who, "person.add", func(ctx context.Context, tx *journal.Tx) error { return auth.Add(ctx, tx, &person) })
	if err != nil {
		return err
	}
	if err := auth.SetPassword(ctx, h.Journal.DB, c.Email, strings.TrimRight(password, "\r\n")); err != nil {
		return err
	}
	_, err = fmt.Fprintf(p.Out, "%s can sign in to %s as %s.\n", c.Email, c.Workspace, c.Role)
	return err
}

// workspaceNamed finds a workspace by its name, or founds it.
func workspaceNamed(ctx context.Context, h *area.House, name string) (string, error) {
	all, err := account.Workspaces(ctx, h.Journal.DB.Read)
	if err != nil {
		return "", err
	}
	for _, w := range all {
		if w.Name == name {
			return w.ID, nil
		}
	}
	who := journal.Actor{Workspace: id.New(ctx), Person: "command line", Role: string(auth.Admin)}
	_, err = h.Journal.Write(ctx, who, "workspace.found", func(ctx context.Context, tx *journal.Tx) error {
		return account.Found(ctx, tx, &account.Workspace{Name: name})
	})
	return who.Workspace, err
}
