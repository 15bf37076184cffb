package cli

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"time"

	"throughline/internal/account"
	"throughline/internal/area"
	"throughline/internal/auth"
	"throughline/internal/exchange/crm"
	"throughline/internal/exchange/intake"
	"throughline/internal/id"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/store"
)

type importCommand struct {
	CRM  importCRM  `cmd:"" name:"crm" help:"Take in exports of a CRM: accounts, contacts and opportunities, as CSV."`
	Deal importDeal `cmd:"" name:"deal" help:"Take in a deal that was written as a folder of plain files."`
}

type importCRM struct {
	where
	workspaceFlag
	Files  []string `arg:"" name:"file" help:"Exports of Salesforce, HubSpot, Pipedrive, or any list with a map."`
	Map    string   `help:"A JSON file that says what the files cannot: columns, dates, amounts, currency, stages, types." type:"existingfile" placeholder:"FILE"`
	DryRun bool     `help:"Say what would change, and write nothing." name:"dry-run"`
	Strict bool     `help:"Keep nothing if any row is refused."`
	JSON   bool     `help:"Print the counts, the refused rows and the warnings as JSON." name:"json"`
}

// Run takes the files in and says what came of them; it ends with 1 if a row was refused.
func (c importCRM) Run(ctx context.Context, p *Parts) error {
	for _, name := range c.Files { // checked here, so that reports call files as the person did
		if info, err := os.Stat(name); err != nil || info.IsDir() {
			return fmt.Errorf("%w: %s is no file that can be read", errUse, name)
		}
	}
	h, done, err := c.house(ctx, p)
	if err != nil {
		return err
	}
	defer done()
	workspace, err := c.into(ctx, h)
	if err != nil {
		return err
	}
	files, err := c.files(ctx, p, h, workspace)
	if err != nil {
		return err
	}
	who := journal.Actor{Workspace: workspace, Person: "command line", Name: "Command line", Role: string(auth.Admin)}
	report, err := intake.Take(ctx, h.Journal, who, files, intake.Options{Dry: c.DryRun, Strict: c.Strict, Progress: progress(p.Err)})
	if err != nil {
		_ = c.print(p, report) // what was done until then
		return err
	}
	if err := c.keepMap(ctx, h, workspace, files, report); err != nil {
		return err
	}
	if err := c.print(p, report); err != nil {
		return err
	}
	if report.Refused > 0 {
		return errSilent
	}
	return nil
}

// house opens the data. A dry run on a folder without a database looks at an empty one
// elsewhere, so that it leaves nothing behind.
func (c importCRM) house(ctx context.Context, p *Parts) (*area.House, func(), error) {
	close := func(h *area.House) func() { return func() { _ = h.Journal.DB.Close() } }
	if _, err := os.Stat(filepath.Join(c.Data, store.FileName)); c.DryRun && c.Database == "" && os.IsNotExist(err) {
		empty, err := os.MkdirTemp("", "throughline-dry-run-")
		if err != nil {
			return nil, nil, err
		}
		h, err := p.Open(ctx, empty)
		if err != nil {
			_ = os.RemoveAll(empty)
			return nil, nil, err
		}
		return h, func() { close(h)(); _ = os.RemoveAll(empty) }, nil
	}
	h, err := c.open(ctx, p)
	if err != nil {
		return nil, nil, err
	}
	return h, close(h), nil
}

// into is the workspace to import into. The first one is founded; a dry run needs none.
func (c importCRM) into(ctx context.Context, h *area.House) (string, error) {
	all, err := account.Workspaces(ctx, h.Journal.DB.Read)
	if err != nil {
		return "", err
	}
	if len(all) == 0 && c.DryRun {
		return id.New(ctx), nil
	}
	return intoWorkspace(ctx, h, c.Workspace)
}

// files are the files to take in, each with its map: the given one, else what was said of that
// kind of file before.
func (c importCRM) files(ctx context.Context, p *Parts, h *area.House, workspace string) ([]intake.File, error) {
	var given crm.Map
	if c.Map != "" {
		f, err := os.Open(c.Map)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		if given, err = crm.ParseMap(f); err != nil {
			return nil, problem.New(problem.Invalid, "%s: %v.", c.Map, err)
		}
	}
	var out []intake.File
	for _, name := range c.Files {
		f := intake.File{Name: name, Map: given, Open: func(context.Context) (io.ReadSeekCloser, error) { return os.Open(name) }}
		header := intake.Header(ctx, f)
		if c.Map == "" {
			kept, ok, err := intake.KeptMap(ctx, h.Journal.DB.Read, workspace, header)
			if err != nil {
				return nil, err
			}
			if ok {
				f.Map = kept
				fmt.Fprintf(p.Err, "%s is read as files with these columns were read before. Name a map to read it otherwise.\n", name)
			}
		} else if len(c.Files) > 1 {
			f.Map = intake.Fits(given, header)
		}
		out = append(out, f)
	}
	return out, nil
}

// keepMap keeps the given map for the next files of the same kinds, if it let anything in.
func (c importCRM) keepMap(ctx context.Context, h *area.House, workspace string, files []intake.File, r intake.Report) error {
	if c.Map == "" || c.DryRun || c.Strict && r.Refused > 0 {
		return nil
	}
	for i, f := range r.Files {
		if f.Fault != "" || len(f.Header) == 0 || reflect.DeepEqual(files[i].Map, crm.Map{}) {
			continue
		}
		if err := intake.KeepMap(ctx, h.Journal.DB, workspace, f.Header, files[i].Map); err != nil {
			return err
		}
	}
	return nil
}

// progress tells of a long import once a second.
func progress(w io.Writer) func(intake.Progress) {
	last := time.Now()
	return func(p intake.Progress) {
		if time.Since(last) >= time.Second {
			last = time.Now()
			fmt.Fprintf(w, "%s: %s of %s rows\n", p.File, thousands(p.Done), thousands(p.Rows))
		}
	}
}
