package cli

import (
	"fmt"
	"io"
	"strings"

	"throughline/internal/engagement/staffing"
	"throughline/internal/problem"
)

type peopleAssign struct {
	People   string `help:"A CSV file of people: id,hours,utc,se,sa,knows; fit for each role in percent, accounts known separated by blanks; speaks, conflicts and grows may follow." required:"" type:"existingfile" placeholder:"FILE"`
	Requests string `help:"A CSV file of requests: id,account,role,hours,utc; language, locked and present (ana:4 ben:2) may follow." required:"" type:"existingfile" placeholder:"FILE"`
	Move     int    `help:"Points for each hour that moves away from its present person." default:"5" placeholder:"POINTS"`
	InCommon int    `help:"The least hours of the day that a person and a request share." placeholder:"HOURS"`
	WhyNot   string `help:"Say in words why a person is not on a request: PERSON:REQUEST." placeholder:"PAIR"`
	JSON     bool   `help:"Print the plan as JSON." name:"json"`
}

// Run plans one week.
func (c peopleAssign) Run(p *Parts) error {
	people, err := reading(c.People, func(f io.ReadSeeker, name string) ([]staffing.Person, error) { return staffing.ReadPeople(f, name) })
	if err != nil {
		return err
	}
	asked, err := reading(c.Requests, func(f io.ReadSeeker, name string) (staffing.Asked, error) { return staffing.ReadRequests(f, name) })
	if err != nil {
		return err
	}
	plan, err := staffing.Make(people, asked.Requests, staffing.Options{Locked: asked.Locked, Present: asked.Present, Move: c.Move, InCommon: c.InCommon})
	if err != nil {
		return err
	}
	if c.WhyNot != "" {
		return c.why(p, plan)
	}
	if c.JSON {
		return printJSON(p.Out, plan)
	}
	printPlan(p.Out, plan)
	return nil
}

// why answers for one pair.
func (c peopleAssign) why(p *Parts, plan staffing.Plan) error {
	person, request, both := strings.Cut(c.WhyNot, ":")
	if !both {
		return problem.New(problem.Invalid, "--why-not %q: Write the person and the request as ana:r1.", c.WhyNot)
	}
	w, err := plan.Why(person, request)
	if err != nil {
		return err
	}
	if c.JSON {
		return printJSON(p.Out, w)
	}
	fmt.Fprintln(p.Out, w.Says(func(id string) string { return id }))
	return nil
}

func printPlan(w io.Writer, plan staffing.Plan) {
	fmt.Fprintf(w, "The cheapest plan costs %g points.\n\n%-14s %-14s %6s %10s %6s %6s %6s %6s\n", plan.Cost, "person", "request", "hours", "an hour", "fit", "time", "new", "growth")
	for _, a := range plan.Assignments {
		fmt.Fprintf(w, "%-14s %-14s %6d %10g %6g %6g %6g %6g%s\n", a.Person, a.Request, a.Hours, a.UnitCost, a.Terms.Fit, a.Terms.Clock, a.Terms.New, a.Terms.Growth, fixedWords(a))
	}
	for _, u := range plan.Unstaffed {
		fmt.Fprintf(w, "%-14s %-14s %6d %10s %s\n", "nobody", u.Request, u.Hours, "1000", u.Why)
	}
	for _, m := range plan.Moves {
		fmt.Fprintf(w, "%-14s %-14s %6d hours, before %d\n", m.Person, m.Request, m.After, m.Before)
	}
	if plan.MoveCost > 0 {
		fmt.Fprintf(w, "Moving hours costs %g points of it.\n", plan.MoveCost)
	}
	fmt.Fprintf(w, "\n%-14s %6s %6s %10s\n", "week of", "hours", "of", "load costs")
	for _, l := range plan.Load {
		fmt.Fprintf(w, "%-14s %6d %6d %10g\n", l.Person, l.Hours, l.Of, l.Cost)
	}
	fmt.Fprintf(w, "\nNo plan costs less: by its prices none of %d pairs would gain by a change. Nobody is moved by it.\n", plan.Proof.Pairs)
}

// fixedWords says of an assignment what of it was fixed.
func fixedWords(a staffing.Assignment) string {
	switch {
	case a.Fixed == 0:
		return ""
	case a.Against != "":
		return fmt.Sprintf("  %d fixed, against the rule on %s", a.Fixed, a.Against)
	}
	return fmt.Sprintf("  %d fixed", a.Fixed)
}
