package cli

import (
	"fmt"
	"strings"

	"throughline/internal/engagement/rule"
	"throughline/internal/people/guide"
)

type peopleEngage struct {
	byGuide
	Months        string `help:"How long the deployment takes: a number of months, '13 weeks', '90 days', or unknown." default:"unknown" placeholder:"N"`
	Integrations  string `help:"How many custom integrations it needs, or unknown." default:"unknown" placeholder:"N"`
	Configuration string `help:"self-serve, standard, complex or unknown." default:"unknown" placeholder:"WORD"`
	Policy        string `help:"Whether the company splits the two roles: split, combined or unknown." default:"unknown" placeholder:"WORD"`
	Seats         string `help:"How many people hold the two roles, or unknown." default:"unknown" placeholder:"N"`
	DepthAsked    string `help:"Whether a depth is asked for that goes beyond the SE: yes, no or unknown." default:"unknown" placeholder:"yes|no"`
	JSON          bool   `help:"Print the decision as JSON." name:"json"`
}

func rulesOf(g *guide.Guide) (*rule.Table, error) { return rule.Read(g.Engagement) }

// Run decides by the table's rules.
func (c peopleEngage) Run(p *Parts) error {
	g, err := c.load()
	if err != nil {
		return err
	}
	table, err := rulesOf(g)
	if err != nil {
		return err
	}
	var f rule.Facts
	said := map[string]string{"months": c.Months, "integrations": c.Integrations, "configuration": c.Configuration, "policy": c.Policy, "seats": c.Seats, "depth": c.DepthAsked}
	for _, name := range rule.Names() {
		if err := f.Set(name, said[name]); err != nil {
			return use(err)
		}
	}
	d := table.Decide(f)
	if c.JSON {
		return printJSON(p.Out, d)
	}
	if d.Mode == rule.Undecided {
		fmt.Fprintf(p.Out, "%s: it can be %s. Until it is known, go on as %s.\n", d.Mode, strings.Join(d.Possible, " or "), d.WorksAs)
	} else {
		fmt.Fprintf(p.Out, "%s: %s\n", d.Mode, d.Says)
	}
	if d.Joins != "" {
		fmt.Fprintf(p.Out, "The SA joins: %s.\n", d.Joins)
	}
	for _, q := range d.Question {
		fmt.Fprintf(p.Out, "Ask: %s\n", q)
	}
	for _, r := range d.Reasons {
		fmt.Fprintf(p.Out, "  %-4s %-18s %s (%s)\n", r.Rule, r.Mode, r.Says, g.Cite(r.Source))
	}
	for _, ch := range d.Changes {
		fmt.Fprintf(p.Out, "It would be %s with %s %s instead of %s.\n", ch.Mode, ch.Fact, ch.To, ch.From)
	}
	for _, warning := range d.Warnings {
		fmt.Fprintf(p.Out, "Look again: %s\n", warning)
	}
	return nil
}
