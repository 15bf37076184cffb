package cli

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"throughline/internal/account"
	"throughline/internal/evaluation"
	"throughline/internal/journal"
	"throughline/internal/store"
)

type receiptCommand struct {
	where
	File string `arg:"" help:"The text of a sign-off, as the receipt's letter carries it." placeholder:"FILE"`
}

// Run prints the hash of a sign-off's text, and which sign-off of the data folder it is of.
func (c receiptCommand) Run(ctx context.Context, p *Parts) error {
	f, err := os.Open(c.File)
	if err != nil {
		return err
	}
	defer f.Close()
	sum := sha256.New()
	if _, err := io.Copy(sum, f); err != nil {
		return err
	}
	hash := hex.EncodeToString(sum.Sum(nil))
	fmt.Fprintf(p.Out, "SHA-256 %s\n", hash)
	if _, err := os.Stat(filepath.Join(c.Data, store.FileName)); err != nil && c.Database == "" {
		fmt.Fprintln(p.Out, "There is no data here to look it up in; compare it with the number on the receipt.")
		return nil
	}
	h, err := c.open(ctx, p)
	if err != nil {
		return err
	}
	defer h.Journal.DB.Close()
	found, err := evaluation.ByProof(ctx, h.Journal.DB.Read, hash)
	if err != nil {
		return err
	}
	for _, s := range found {
		deal, err := journal.Load[account.Opportunity](ctx, h.Journal.Reader(s.Workspace), s.Deal)
		if err != nil {
			return err
		}
		state := "It stands."
		if !s.WithdrawnAt.IsZero() {
			state = "It was withdrawn on " + s.WithdrawnAt.String() + "."
		}
		fmt.Fprintf(p.Out, "Sign-off of %s, %s: %s. %s\n", deal.Prefix, s.At, s.Decision, state)
	}
	if len(found) == 0 {
		fmt.Fprintln(p.Err, "No sign-off has this text as its proof: it was changed, or it is of another workspace.")
		return errSilent
	}
	return nil
}
