package cli

import (
	"fmt"
	"io"

	"throughline/internal/engagement/staffing"
)

type peopleAssign struct {
	People   string `help:"A CSV file of people: id,hours,utc,se,sa,knows; fit for each role in percent, accounts known separated by blanks." required:"" type:"existingfile" placeholder:"FILE"`
	Requests string `help:"A CSV file of requests: id,account,role,hours,utc." required:"" type:"existingfile" placeholder:"FILE"`
	JSON     bool   `help:"Print the plan as JSON." name:"json"`
}

// Run plans one week.
func (c peopleAssign) Run(p *Parts) error {
	people, err := reading(c.People, func(f io.ReadSeeker, name string) ([]staffing.Person, error) { return staffing.ReadPeople(f, name) })
	if err != nil {
		return err
	}
	requests, err := reading(c.Requests, func(f io.ReadSeeker, name string) ([]staffing.Request, error) { return staffing.ReadRequests(f, name) })
	if err != nil {
		return err
	}
	plan, err := staffing.Make(people, requests, staffing.Options{})
	if err != nil {
		return err
	}
	if c.JSON {
		return printJSON(p.Out, plan)
	}
	printPlan(p.Out, plan)
	return nil
}

func printPlan(w io.Writer, plan staffing.Plan) {
	fmt.Fprintf(w, "The cheapest plan costs %g points.\n\n%-14s %-14s %6s %10s %6s %6s %6s\n", plan.Cost, "person", "request", "hours", "an hour", "fit", "time", "new")
	for _, a := range plan.Assignments {
		fmt.Fprintf(w, "%-14s %-14s %6d %10g %6g %6g %6g\n", a.Person, a.Request, a.Hours, a.UnitCost, a.Terms.Fit, a.Terms.Clock, a.Terms.New)
	}
	for _, u := range plan.Unstaffed {
		fmt.Fprintf(w, "%-14s %-14s %6d %10s %s\n", "nobody", u.Request, u.Hours, "1000", u.Why)
	}
	fmt.Fprintf(w, "\n%-14s %6s %6s %10s\n", "week of", "hours", "of", "load costs")
	for _, l := range plan.Load {
		fmt.Fprintf(w, "%-14s %6d %6d %10g\n", l.Person, l.Hours, l.Of, l.Cost)
	}
	fmt.Fprintf(w, "\nNo plan costs less: by its prices none of %d pairs would gain by a change. Nobody is moved by it.\n", plan.Proof.Pairs)
}
