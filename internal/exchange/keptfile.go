package exchange

import (
	"context"

	"throughline/internal/delivery"
	"throughline/internal/design"
	"throughline/internal/evaluation"
	"throughline/internal/journal"
	"throughline/internal/problem"
)

// KeptFile is what the thing of a deal that names a kept file by its hash calls it. A file that
// nothing of the deal names is not there, and neither is the letter of somebody who was erased.
func KeptFile(ctx context.Context, src journal.Source, deal, hash string) (string, error) {
	for _, look := range []func(context.Context, journal.Source, string, string) (string, error){resultFile, signOffFile, checkFile, elsewhereFile} {
		if name, err := look(ctx, src, deal, hash); err != nil || name != "" {
			return name, err
		}
	}
	return "", problem.NotFound("file", hash)
}

func resultFile(ctx context.Context, src journal.Source, deal, hash string) (string, error) {
	all, err := journal.List[evaluation.Result](ctx, src, deal)
	for _, x := range all {
		if x.Evidence != nil && x.Evidence.Hash == hash {
			return x.Evidence.Name, nil
		}
	}
	return "", err
}

func signOffFile(ctx context.Context, src journal.Source, deal, hash string) (string, error) {
	all, err := journal.List[evaluation.SignOff](ctx, src, deal)
	for _, s := range all {
		if s.ProofSize > 0 && s.ProofHash == hash && !s.Proof.Gone() {
			return s.Proof.String(), nil
		}
	}
	return "", err
}

func checkFile(ctx context.Context, src journal.Source, deal, hash string) (string, error) {
	all, err := journal.List[delivery.CheckResult](ctx, src, deal)
	for _, c := range all {
		for _, a := range c.Evidence {
			if a.Hash != "" && a.Hash == hash {
				return a.Name, nil
			}
		}
	}
	return "", err
}

func elsewhereFile(ctx context.Context, src journal.Source, deal, hash string) (string, error) {
	all, err := journal.List[design.Elsewhere](ctx, src, deal)
	for _, e := range all {
		if e.File != "" && e.File == hash {
			return e.Title, nil
		}
	}
	return "", err
}
