package staffing

import (
	"fmt"
	"strings"
)

// Why is the answer to 'why not this person?' for one request.
type Why struct {
	Person  string   `json:"person"`
	Request string   `json:"request"`
	Hours   int      `json:"hours"`               // that the plan gives them of it
	Closed  Rule     `json:"closed_by,omitempty"` // the hard rule that closes it to them
	Cost    float64  `json:"unit_cost"`
	Terms   Terms    `json:"terms"`
	Chosen  []Chosen `json:"chosen"`
	Dearer  float64  `json:"dearer"` // any plan with an hour of theirs on it, at the least
	Short   int      `json:"short"`  // hours of the request that nobody takes
	Fixed   bool     `json:"fixed"`  // all of it is fixed by whoever plans
	request Request
}

// Chosen is somebody whom the plan puts on the request.
type Chosen struct {
	Person string  `json:"person"`
	Hours  int     `json:"hours"`
	Cost   float64 `json:"unit_cost"`
	Terms  Terms   `json:"terms"`
}

// Why says why a person is not on a request.
func (p Plan) Why(person, request string) (Why, error) {
	i, r, err := p.pair(person, request)
	if err != nil {
		return Why{}, err
	}
	b := p.bound
	t := TermsOf(b.people[i], b.requests[r])
	out := Why{Person: person, Request: request, Closed: b.closes(i, r), Terms: t, Cost: t.Cost(), Chosen: []Chosen{}, request: b.requests[r]}
	free := b.requests[r].Hours
	for _, a := range p.Assignments {
		switch {
		case a.Request != request:
		case a.Person == person:
			out.Hours = a.Hours
			free -= a.Fixed
		default:
			out.Chosen = append(out.Chosen, Chosen{a.Person, a.Hours, a.UnitCost, a.Terms})
			free -= a.Fixed
		}
	}
	for _, u := range p.Unstaffed {
		if u.Request == request {
			out.Short = u.Hours
		}
	}
	if out.Fixed = free <= 0; out.Closed == "" && !out.Fixed {
		out.Dearer, err = p.Instead(person, request)
	}
	return out, err
}

// Says is the answer in words; name gives a person's name.
func (w Why) Says(name func(string) string) string {
	who := name(w.Person)
	switch {
	case w.Hours > 0:
		return fmt.Sprintf("%s has %d of its hours.", who, w.Hours)
	case w.Closed != "":
		return fmt.Sprintf("%s may not take it: %s.", who, w.Closed.Says(w.request))
	case w.Fixed:
		return fmt.Sprintf("All its hours are fixed with %s. Release one to plan anew.", w.chosen(name))
	case w.request.Hours == 0:
		return "It asks for no hours."
	case len(w.Chosen) == 0 && w.Dearer == 0:
		return fmt.Sprintf("%s could take it: that costs the same.", who)
	case len(w.Chosen) == 0:
		return fmt.Sprintf("An hour of %s costs %g points here; they are all better spent elsewhere. Any plan with an hour of theirs here costs at least %g more.", who, w.Cost, w.Dearer)
	}
	return w.compare(who, name)
}

// compare holds the terms against those of the chosen one who costs most, whose hour would be the
// first to go.
func (w Why) compare(who string, name func(string) string) string {
	c := w.Chosen[0]
	for _, other := range w.Chosen {
		if other.Cost > c.Cost {
			c = other
		}
	}
	said := fmt.Sprintf("An hour of %s costs %g points, of %s %g", who, w.Cost, name(c.Person), c.Cost)
	var more []string
	for _, d := range []struct {
		what string
		by   float64
	}{{"fit", w.Terms.Fit - c.Terms.Fit}, {"clocks", w.Terms.Clock - c.Terms.Clock}, {"new account", w.Terms.New - c.Terms.New}, {"growth wish", w.Terms.Growth - c.Terms.Growth}} {
		if d.by != 0 {
			more = append(more, fmt.Sprintf("%s %+g", d.what, d.by))
		}
	}
	if len(more) > 0 {
		said += " (" + strings.Join(more, ", ") + ")"
	}
	if rest := w.Dearer - (w.Cost - c.Cost); rest > 0 {
		said += fmt.Sprintf("; and an hour of theirs is worth %g more where it is", rest)
	}
	if w.Dearer == 0 {
		return said + ". A plan with them costs the same."
	}
	return fmt.Sprintf("%s. Any plan with an hour of theirs here costs at least %g more.", said, w.Dearer)
}

func (w Why) chosen(name func(string) string) string {
	var out []string
	for _, c := range w.Chosen {
		out = append(out, name(c.Person))
	}
	return strings.Join(out, " and ")
}
