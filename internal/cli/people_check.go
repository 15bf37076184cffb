package cli

import (
	"errors"
	"fmt"
	"io"
	"math/big"
	"strings"

	"throughline/internal/people/guide"
	"throughline/internal/people/pay"
)

type peopleCheck struct {
	byGuide
	Bands  string `help:"A CSV file of bands with the columns role,level,currency,low,high,base_share, the last in percent; without it, the bands of the tables." type:"existingfile" placeholder:"FILE"`
	Claim  string `help:"How much more base pay an SA is said to have, in percent, such as 5-15." name:"claim-premium" placeholder:"LOW-HIGH"`
	Strict bool   `help:"End with 1 when something contradicts."`
	JSON   bool   `help:"Print the findings as JSON." name:"json"`
}

// Run checks the bands; what contradicts is a finding, not a fault, unless --strict says so.
func (c peopleCheck) Run(p *Parts) error {
	g, err := c.load()
	if err != nil {
		return err
	}
	claimed, err := c.claimed(g)
	if err != nil {
		return use(fmt.Errorf("--claim-premium: %w", err))
	}
	sheet := pay.SheetOf(g)
	if c.Bands != "" {
		sheet, err = reading(c.Bands, func(f io.ReadSeeker, name string) (pay.Sheet, error) { return pay.ReadSheet(f, name, g) })
		if err != nil {
			return err
		}
	}
	r := pay.Check(g, sheet, claimed)
	if c.JSON {
		err = printJSON(p.Out, r)
	} else {
		printFindings(p.Out, r)
	}
	if err == nil && c.Strict && r.Contradicts() {
		return errSilent
	}
	return err
}

// claimed is the premium asked about; for a company's own bands, the one of the tables, since
// their other claims are of their own bands only.
func (c peopleCheck) claimed(g *guide.Guide) (*pay.Range, error) {
	if c.Claim == "" {
		for _, claim := range g.Claims {
			if c.Bands != "" && claim.Rule == "base_premium" {
				return pay.RangeOf(claim), nil
			}
		}
		return nil, nil
	}
	low, high, ok := strings.Cut(c.Claim, "-")
	from, errFrom := decimal(low)
	to, errTo := decimal(high)
	switch {
	case !ok || errFrom != nil || errTo != nil:
		return nil, fmt.Errorf("%q is not a range like 5-15", c.Claim)
	case from.Cmp(to) > 0:
		return nil, fmt.Errorf("%q runs downwards; give the lower end first", c.Claim)
	case to.Cmp(big.NewRat(1000, 1)) > 0:
		return nil, errors.New("more than 1000 % is no premium")
	}
	return &pay.Range{{Rat: from}, {Rat: to}}, nil
}

func printFindings(w io.Writer, r pay.Report) {
	said := ""
	for _, f := range r.Findings {
		splits := ""
		if f.SESplit != nil {
			splits = "SE " + f.SESplit.String() + ", SA " + f.SASplit.String()
		}
		if f.Says != "" && f.Says != said {
			fmt.Fprintf(w, "Claimed: %s %s\n", f.Says, f.Source)
		}
		said = f.Says
		fmt.Fprintln(w, strings.TrimRight(fmt.Sprintf("%-13s %-16s %-2s %-9s %s", f.Verdict, f.Rule, strings.ToUpper(f.Role), f.Level, splits), " "))
		fmt.Fprintf(w, "    %s\n", f.Working)
		for _, repair := range f.Repairs {
			fmt.Fprintf(w, "    It would agree with: %s\n", repair.Says)
		}
	}
	if r.Contradicts() {
		fmt.Fprintln(w, "\nAt least one of claim, bands and splits is wrong, or pay outside base and variable is in the totals. Nothing was corrected.")
	}
	for _, warning := range r.Warnings {
		fmt.Fprintln(w, warning)
	}
}
