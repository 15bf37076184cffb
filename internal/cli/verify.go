package cli

import (
	"context"
	"fmt"

	"throughline/internal/account"
	"throughline/internal/journal"
)

type verifyCommand struct {
	where
	JSON    bool `help:"Print the report as JSON." name:"json"`
	Reindex bool `help:"First fill the index of words anew, for a database made or restored without it."`
}

// Run checks the journal's chain, the kept states, and that every deal rebuilt from the
// journal equals what is stored.
func (c verifyCommand) Run(ctx context.Context, p *Parts) error {
	h, err := c.open(ctx, p)
	if err != nil {
		return err
	}
	defer h.Journal.DB.Close()
	if c.Reindex {
		things, err := h.Reindex(ctx)
		if err != nil {
			return err
		}
		fmt.Fprintf(p.Err, "The words of %s things can be searched.\n", thousands(things))
	}
	rep, err := journal.Verify(ctx, h.Journal.DB.Read)
	if err != nil {
		return err
	}
	all, err := account.Workspaces(ctx, h.Journal.DB.Read)
	if err != nil {
		return err
	}
	for _, w := range all {
		found, err := h.Tallies.Verify(ctx, h.Journal.Reader(w.ID))
		if err != nil {
			return err
		}
		rep.Findings = append(rep.Findings, found...)
	}
	if rep.Findings == nil {
		rep.Findings = []journal.Finding{}
	}
	if c.JSON {
		if err := printJSON(p.Out, rep); err != nil {
			return err
		}
	} else {
		for _, f := range rep.Findings {
			fmt.Fprintf(p.Out, "%s: %s\n", f.Where, f.What)
		}
		fmt.Fprintf(p.Out, "%d journal rows, %d things in %d deals: %s\n", rep.Rows, rep.Things, rep.Deals, verdict(len(rep.Findings)))
	}
	if len(rep.Findings) > 0 {
		return errSilent
	}
	return nil
}

func verdict(n int) string {
	if n == 0 {
		return "the chain holds and everything stored is what the journal tells"
	}
	return fmt.Sprintf("%d faults", n)
}
