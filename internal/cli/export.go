package cli

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"throughline/internal/account"
	"throughline/internal/area"
	"throughline/internal/clock"
	"throughline/internal/documents"
	"throughline/internal/exchange"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/thread"
)

type exportCommand struct {
	where
	workspaceFlag
	What string `arg:"" help:"deal (all of it, as a folder of plain files), thread (thread.json), documents (Markdown, HTML, Word and PDF), csv (requirements, promises, breaks) or status (status.csv: where every deal stands, by CRM id)." enum:"deal,thread,documents,csv,status"`
	Deal string `arg:"" optional:"" help:"Prefix, CRM id or exact name; none for status."`
	Out  string `help:"The folder to write to; it is made if it is not there." required:"" placeholder:"DIR"`
	AsOf string `help:"A past moment: 2026-11-25 (the end of that day) or 2026-11-25T09:30:00Z." placeholder:"TIME"`
	JSON bool   `help:"Print the names of the files as JSON." name:"json"`
}

// Run writes a deal out as files.
func (c exportCommand) Run(ctx context.Context, p *Parts) error {
	h, err := c.open(ctx, p)
	if err != nil {
		return err
	}
	defer h.Journal.DB.Close()
	if (c.What == "status") != (c.Deal == "") {
		return problem.New(problem.Invalid, "Name one deal to export its %s; status is of all deals and takes none.", c.What)
	}
	if c.What == "status" {
		return c.status(ctx, h, p)
	}
	r, d, err := findDeal(ctx, h, c.Workspace, c.Deal)
	if err != nil {
		return err
	}
	names, at, err := c.write(ctx, h, r, d)
	if err != nil {
		return err
	}
	if c.JSON {
		return printJSON(p.Out, map[string]any{"deal": d.Prefix, "as_of": at, "out": c.Out, "files": names})
	}
	for _, name := range names {
		fmt.Fprintln(p.Out, filepath.Join(c.Out, name))
	}
	return nil
}

// write writes what was asked for, and gives the names of the files and the moment they are of.
func (c exportCommand) write(ctx context.Context, h *area.House, r *journal.Reader, d account.Opportunity) ([]string, clock.Instant, error) {
	if c.What == "deal" {
		names, err := c.exportDeal(ctx, h, r, d)
		return names, clock.Now(ctx), err
	}
	src, t, at, err := threadAt(ctx, h, r, d, c.AsOf)
	if err != nil {
		return nil, at, err
	}
	write := map[string]func(context.Context, *area.House, journal.Source, *thread.Thread, clock.Instant, string) ([]string, error){
		"thread": writeThread, "documents": writeDocuments, "csv": writeCSV}[c.What]
	names, err := write(ctx, h, src, &t, at, c.Out)
	return names, at, err
}

// writeThread writes thread.json.
func writeThread(ctx context.Context, _ *area.House, src journal.Source, t *thread.Thread, at clock.Instant, dir string) ([]string, error) {
	f, err := exchange.ThreadOf(ctx, src, t, at)
	if err != nil {
		return nil, err
	}
	b, err := f.JSON()
	if err != nil {
		return nil, err
	}
	return []string{"thread.json"}, writeFile(dir, "thread.json", func(w io.Writer) error { _, err := w.Write(b); return err })
}

// writeDocuments writes every deliverable in all its forms.
func writeDocuments(ctx context.Context, h *area.House, src journal.Source, t *thread.Thread, _ clock.Instant, dir string) ([]string, error) {
	docs, err := documents.Of(ctx, h, src, t)
	if err != nil {
		return nil, err
	}
	return documents.Write(dir, docs)
}

// writeCSV writes requirements, promises and breaks as tables.
func writeCSV(ctx context.Context, _ *area.House, src journal.Source, t *thread.Thread, at clock.Instant, dir string) ([]string, error) {
	f, err := exchange.ThreadOf(ctx, src, t, at)
	if err != nil {
		return nil, err
	}
	var names []string
	for _, table := range []struct {
		name  string
		write func(io.Writer, *exchange.ThreadFile) error
	}{{"requirements.csv", exchange.RequirementsCSV}, {"promises.csv", exchange.PromisesCSV}, {"breaks.csv", exchange.BreaksCSV}} {
		if err := writeFile(dir, table.name, func(w io.Writer) error { return table.write(w, f) }); err != nil {
			return names, err
		}
		names = append(names, table.name)
	}
	return names, nil
}

// writeFile makes a file in a folder, whole or not at all: it is written beside its name first.
func writeFile(dir, name string, write func(io.Writer) error) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fmt.Errorf("the folder %s cannot be made: %w", dir, err)
	}
	f, err := os.CreateTemp(dir, "."+name+"-*")
	if err != nil {
		return fmt.Errorf("%s cannot be written in %s: %w", name, dir, err)
	}
	defer os.Remove(f.Name())
	if err := write(f); err != nil {
		f.Close()
		return err
	}
	if err := f.Close(); err != nil {
		return err
	}
	if err := os.Chmod(f.Name(), 0o644); err != nil {
		return err
	}
	return os.Rename(f.Name(), filepath.Join(dir, name))
}
