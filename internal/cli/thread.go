package cli

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"throughline/internal/account"
	"throughline/internal/area"
	"throughline/internal/clock"
	"throughline/internal/exchange"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/thread"
)

type threadCommand struct {
	where
	workspaceFlag
	Deal string `arg:"" help:"Prefix, CRM id or exact name."`
	AsOf string `help:"A past moment: 2026-11-25 (the end of that day) or 2026-11-25T09:30:00Z." placeholder:"TIME"`
	JSON bool   `help:"Print thread.json." name:"json"`
}

// Run prints a deal's thread.
func (c threadCommand) Run(ctx context.Context, p *Parts) error {
	h, err := c.open(ctx, p)
	if err != nil {
		return err
	}
	defer h.Journal.DB.Close()
	r, d, err := findDeal(ctx, h, c.Workspace, c.Deal)
	if err != nil {
		return err
	}
	src, t, at, err := threadAt(ctx, h, r, d, c.AsOf)
	if err != nil {
		return err
	}
	f, err := exchange.ThreadOf(ctx, src, &t, at)
	if err != nil {
		return err
	}
	if c.JSON {
		b, err := f.JSON()
		if err == nil {
			_, err = p.Out.Write(b)
		}
		return err
	}
	return drawThread(p.Out, f)
}

// threadAt weaves the thread of a deal now, or at the moment that a person wrote.
func threadAt(ctx context.Context, h *area.House, r *journal.Reader, d account.Opportunity, asOf string) (journal.Source, thread.Thread, clock.Instant, error) {
	home, err := account.Home(ctx, r)
	if err != nil {
		return nil, thread.Thread{}, clock.Instant{}, err
	}
	at, src := clock.Now(ctx), journal.Source(r)
	if asOf != "" {
		if at, err = clock.ParseMoment(asOf, home.Location()); err != nil {
			return nil, thread.Thread{}, at, fmt.Errorf("%w: %w", errUse, err)
		}
		if src, err = journal.AsOf(ctx, r, d.ID, at); err != nil {
			return nil, thread.Thread{}, at, err
		}
	}
	t, err := h.Thread(ctx, src, d.ID, at.In(home.Location()))
	if problem.Of(err) == problem.Missing && asOf != "" {
		err = problem.Refuse("%s was not there yet at %s.", d.Prefix, asOf)
	}
	return src, t, at, err
}

// marks show each state as one letter, the same in every terminal.
var marks = map[thread.State]string{thread.Reached: "●", thread.Started: "◐", thread.Missing: "○", thread.Failed: "✗", thread.NotNeeded: "–"}

func drawThread(w io.Writer, f *exchange.ThreadFile) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s  %s, %s\n%s · technical win: %s\n\n", f.Deal.Key, f.Deal.Account, f.Deal.Name, f.Deal.Stage, thread.WinWords(f.Deal.TechnicalWin, "", f.Deal.SignedOn != ""))
	for _, r := range f.Requirements {
		line := ""
		for i, s := range r.Stations {
			if i == int(thread.Accepted) {
				line += "┊ "
			}
			line += marks[s.State] + " "
		}
		fmt.Fprintf(&b, "%-8s %-6s %s %s\n", r.Key, r.Priority, line, r.Statement)
	}
	fmt.Fprintf(&b, "\n● reached  ◐ started  ○ missing  ✗ failed  – not needed  ┊ signature\n")
	if len(f.Breaks) == 0 {
		b.WriteString("\nNo breaks.\n")
	}
	for _, k := range f.Breaks {
		fmt.Fprintf(&b, "\nbreak  %-8s %s (%s mends it)", k.Requirement, k.Why, k.Who)
	}
	_, err := fmt.Fprintln(w, b.String())
	return err
}

// workspaceFlag chooses among workspaces; with one it may be left out.
type workspaceFlag struct {
	Workspace string `help:"The workspace's name, where the data holds more than one." placeholder:"NAME"`
}

// reader opens the named workspace, or the only one.
func reader(ctx context.Context, h *area.House, name string) (*journal.Reader, error) {
	all, err := account.Workspaces(ctx, h.Journal.DB.Read)
	if err != nil {
		return nil, err
	}
	var names []string
	for _, w := range all {
		if name == w.Name || name == "" && len(all) == 1 {
			return h.Journal.Reader(w.ID), nil
		}
		names = append(names, w.Name)
	}
	if len(all) == 0 {
		return nil, problem.New(problem.Missing, "This data folder holds no workspace yet. Start with throughline serve or throughline import crm.")
	}
	return nil, problem.New(problem.Missing, "Say which workspace with --workspace: %s.", strings.Join(names, ", "))
}

func findDeal(ctx context.Context, h *area.House, workspace, name string) (*journal.Reader, account.Opportunity, error) {
	r, err := reader(ctx, h, workspace)
	if err != nil {
		return nil, account.Opportunity{}, err
	}
	d, err := account.Find(ctx, r, name)
	return r, d, err
}

// printJSON prints one object, alone, on standard output.
func printJSON(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetIndent("", "  ")
	e.SetEscapeHTML(false)
	return e.Encode(v)
}
