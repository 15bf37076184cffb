package staffing

import "throughline/internal/problem"

// Instead says why a person is not on a request: by how many points, at the least, any plan is
// dearer in which they have an hour of it. It is 0 where they are on it, or could be for nothing.
// A pair that may not be, and names that are not in the plan, are a problem.
func (p Plan) Instead(person, request string) (dearer float64, err error) {
	i, okP := p.people[person]
	r, okR := p.requests[request]
	switch {
	case !okP:
		return 0, problem.NotFound("person", person)
	case !okR:
		return 0, problem.NotFound("request", request)
	case p.network.cost[r][i] >= absent:
		return 0, problem.Refuse("%s may not be on %s: another role, or too few hours of the day in common.", person, request)
	}
	w := p.network
	return float64(w.cost[r][i]+w.asked[r]-w.price[i]) / scale, nil
}
