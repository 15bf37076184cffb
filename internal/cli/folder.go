package cli

import (
	"context"
	"fmt"

	"throughline/internal/account"
	"throughline/internal/area"
	"throughline/internal/auth"
	"throughline/internal/exchange/folder"
	"throughline/internal/journal"
	"throughline/internal/problem"
)

type importDeal struct {
	where
	workspaceFlag
	Dir  string `arg:"" help:"The folder that a deal was written to, as export deal does."`
	As   string `help:"Another key for the deal, where the workspace has one of the same key already." placeholder:"KEY"`
	JSON bool   `help:"Print the deal as JSON." name:"json"`
}

// Run makes a deal of a folder, whole or not at all.
func (c importDeal) Run(ctx context.Context, p *Parts) error {
	f, err := folder.ReadDir(c.Dir)
	if err != nil {
		return c.refused(p, err)
	}
	h, err := c.open(ctx, p)
	if err != nil {
		return err
	}
	defer h.Journal.DB.Close()
	workspace, err := intoWorkspace(ctx, h, c.Workspace)
	if err != nil {
		return err
	}
	who := journal.Actor{Workspace: workspace, Person: "command line", Name: "Command line", Role: string(auth.Admin)}
	d, err := folder.Take(ctx, h, who, f, folder.Options{As: c.As})
	if err != nil {
		return c.refused(p, err)
	}
	if c.JSON {
		return printJSON(p.Out, d)
	}
	fmt.Fprintf(p.Out, "%s %s is here now.\n", d.Prefix, d.Name)
	return nil
}

// refused prints each fault of the folder on a line of its own, as editors read them.
func (c importDeal) refused(p *Parts, err error) error {
	e := problem.As(err)
	if e == nil || len(e.Fields) == 0 {
		return err
	}
	fmt.Fprintf(p.Err, "throughline: %s\n", e.What)
	for _, f := range e.Fields {
		fmt.Fprintf(p.Err, "%s: %s\n", f.Name, f.What)
	}
	return errSilent
}

// intoWorkspace is the workspace to take something into. The first one is founded.
func intoWorkspace(ctx context.Context, h *area.House, name string) (string, error) {
	all, err := account.Workspaces(ctx, h.Journal.DB.Read)
	if err != nil {
		return "", err
	}
	if len(all) == 0 {
		if name == "" {
			name = "Our team"
		}
		return workspaceNamed(ctx, h, name)
	}
	r, err := reader(ctx, h, name)
	if err != nil {
		return "", err
	}
	return r.Workspace, nil
}

// exportDeal writes the deal as a folder of plain files.
func (c exportCommand) exportDeal(ctx context.Context, h *area.House, r *journal.Reader, d account.Opportunity) ([]string, error) {
	if c.AsOf != "" {
		return nil, fmt.Errorf("%w: a deal's folder is of what stands now; --as-of is for thread, documents and csv", errUse)
	}
	f, err := folder.Of(ctx, r, h.Files.In(r.Workspace), d.ID)
	if err != nil {
		return nil, err
	}
	if err := f.Write(ctx, c.Out); err != nil {
		return nil, err
	}
	names := make([]string, len(f.Files))
	for i, file := range f.Files {
		names[i] = file.Path
	}
	return names, nil
}
