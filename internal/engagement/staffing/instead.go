package staffing

import "throughline/internal/problem"

// pair finds a person and a request of the plan.
func (p Plan) pair(person, request string) (i, r int, err error) {
	i, okP := p.bound.person[person]
	r, okR := p.bound.request[request]
	switch {
	case !okP:
		return 0, 0, problem.NotFound("person", person)
	case !okR:
		return 0, 0, problem.NotFound("request", request)
	}
	return i, r, nil
}

// Instead says why a person is not on a request: by how many points, at the least, any plan is
// dearer in which they have an hour of it that is not fixed. It is 0 where they are on it, or
// could be for nothing. A pair that may not be, and names that are not in the plan, are a problem.
func (p Plan) Instead(person, request string) (dearer float64, err error) {
	i, r, err := p.pair(person, request)
	if err != nil {
		return 0, err
	}
	if rule := p.bound.closes(i, r); rule != "" {
		return 0, problem.Refuse("%s may not be on %s: %s.", person, request, rule.Says(p.bound.requests[r]))
	}
	w, least := p.network, absent
	for k, part := range p.bound.parts {
		if part.request == r && (part.hours > 0 || least == absent) {
			least = min(least, w.cost[k][i]+w.asked[k]-w.price[i])
		}
	}
	return float64(least) / scale, nil
}

func (b *bound) closes(p, r int) Rule { return b.o.closes(b.people[p], b.requests[r], b.left(p)) }
