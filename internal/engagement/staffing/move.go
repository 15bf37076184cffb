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
func (p *Plan) compare(b *bound, has [][]int) {
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
		for i, person := range b.people {
			if was, is := before[r][i], has[r][i]; was != is {
				p.Moves = append(p.Moves, Move{person.ID, q.ID, was, is})
			}
		}
	}
	for i, part := range b.parts {
		for person, hours := range p.network.flow[i] {
			p.MoveCost += float64(b.moving(part, person)) / scale * float64(hours)
		}
	}
	p.Cost += p.MoveCost
}
