package staffing

// Move is how the hours of one person on one request differ from the plan that stood.
type Move struct {
	Person  string `json:"person"`
	Request string `json:"request"`
	Before  int    `json:"before"`
	After   int    `json:"after"`
}

// Choices are the plan as one that stands.
func (p Plan) Choices() []Choice {
	out := []Choice{}
	for _, a := range p.Assignments {
		out = append(out, Choice{a.Person, a.Request, a.Hours})
	}
	return out
}

// compare says what changed against the plan that stood, and what that cost.
func (out *Plan) compare(b *bound, has [][]int) {
	if len(b.o.Present) == 0 {
		return
	}
	before := make([]map[int]int, len(b.requests))
	for _, c := range b.o.Present {
		r := b.request[c.Request]
		if before[r] == nil {
			before[r] = map[int]int{}
		}
		before[r][b.person[c.Person]] += c.Hours
	}
	for r, q := range b.requests {
		for p, person := range b.people {
			if was, is := before[r][p], has[r][p]; was != is {
				out.Moves = append(out.Moves, Move{person.ID, q.ID, was, is})
			}
		}
	}
	for i, p := range b.parts {
		for person, hours := range out.network.flow[i] {
			out.MoveCost += float64(b.moving(p, person)) / scale * float64(hours)
		}
	}
	out.Cost += out.MoveCost
}
