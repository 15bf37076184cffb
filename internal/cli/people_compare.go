package cli

import (
	"fmt"
	"io"
	"math/big"
	"regexp"

	"throughline/internal/people/guide"
	"throughline/internal/people/pay"
)

type peopleCompare struct {
	byGuide
	Level      string   `help:"The level: mid, senior or principal, or one of your own tables." required:"" placeholder:"LEVEL"`
	Attainment string   `help:"How much of the target is reached, in percent, 0 to 300." default:"100" placeholder:"PCT"`
	SESplit    string   `help:"Base and variable pay of the SE, such as 70/30." name:"se-split" placeholder:"B/V"`
	SASplit    []string `help:"Base and variable pay of the SA; without it, each of 85/15 and 90/10." name:"sa-split" placeholder:"B/V"`
	JSON       bool     `help:"Print the comparison as JSON." name:"json"`
}

// Run compares the middles of the bands.
func (c peopleCompare) Run(p *Parts) error {
	g, err := c.load()
	if err != nil {
		return err
	}
	ask := pay.Ask{Level: c.Level}
	if ask.Attainment, err = decimal(c.Attainment); err != nil {
		return use(fmt.Errorf("--attainment: %w", err))
	}
	if c.SESplit != "" {
		s, err := guide.ParseSplit(c.SESplit)
		if err != nil {
			return use(fmt.Errorf("--se-split: %w", err))
		}
		ask.SE = &s
	}
	for _, text := range c.SASplit {
		s, err := guide.ParseSplit(text)
		if err != nil {
			return use(fmt.Errorf("--sa-split: %w", err))
		}
		ask.SA = append(ask.SA, s)
	}
	out, err := pay.Compare(g, ask)
	if err != nil {
		return use(err)
	}
	if c.JSON {
		return printJSON(p.Out, out)
	}
	printComparison(p.Out, out)
	return nil
}

func printComparison(w io.Writer, c pay.Comparison) {
	fmt.Fprintf(w, "%s, at the middle of the bands, at %s %% attainment (%s)\n\n", c.Level, c.Attainment, c.Currency)
	fmt.Fprintf(w, "%-4s %-6s %12s %12s %12s %12s %9s\n", "", "split", "at target", "base", "variable", "pay", "spread")
	for _, s := range []struct {
		name string
		side pay.Side
	}{{"SE", c.SE}, {"SA", c.SA}} {
		for _, p := range s.side.Plans {
			fmt.Fprintf(w, "%-4s %-6s %12s %12s %12s %12s %7s %%\n", s.name, p.Split, amount(s.side.Mid), amount(p.Base), amount(p.Variable), amount(p.Pay), p.Spread)
		}
	}
	fmt.Fprintf(w, "\nThe SE draws level with the SA\n")
	for _, b := range c.BreakEven {
		split, at := "", b.Attainment.String()+" %"
		if b.SASplit != nil {
			split = b.SASplit.String()
		}
		if b.Attainment.Rat == nil {
			at = ""
		}
		if b.Note != "" && at != "" {
			at += ", " + b.Note
		} else {
			at += b.Note
		}
		fmt.Fprintf(w, "  %s %-6s when %-46s %s\n", b.Convention, split, b.Means, at)
	}
	fmt.Fprintf(w, "\nThe SA's total is %s %% above the SE's; the bands share %s %% of their joint width.\n", c.Premium, c.Overlap)
	fmt.Fprintf(w, "Spread: how far pay varies when attainment varies by 25 %%, an illustration.\nBands: %s.\n", c.SE.Source)
	for _, warning := range c.Warnings {
		fmt.Fprintln(w, warning)
	}
}

// amount is a sum in whole units, with marks between thousands.
func amount(n pay.Number) string {
	whole := new(big.Int).Quo(n.Num(), n.Denom())
	return thousands(int(whole.Int64()))
}

// plainDecimal is a number as a person types it: no exponent, nothing that costs to read.
var plainDecimal = regexp.MustCompile(`^-?\d{1,9}(\.\d{1,6})?$`)

func decimal(text string) (*big.Rat, error) {
	if !plainDecimal.MatchString(text) {
		return nil, fmt.Errorf("%q is not a number like 120 or 119.5", text)
	}
	r, _ := new(big.Rat).SetString(text)
	return r, nil
}
