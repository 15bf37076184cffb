package staffing

import (
	"fmt"

	"throughline/internal/problem"
)

// Proof is that no plan costs less: prices by which no change gains. It is checked after each
// plan, on its own, from the costs and not from how the plan was made.
type Proof struct {
	Pairs int     `json:"pairs"`              // of people and requests that were looked at
	Least float64 `json:"least_reduced_cost"` // 0 or more
}

// prove checks by the prices that every hour asked for is placed, that no hour would cost less
// elsewhere, and that what is placed costs just what its prices say (complementary slackness).
func (w *network) prove(b *bound) (Proof, error) {
	proof := Proof{}
	least := absent
	used := make([]int, len(w.used))
	for r, part := range b.parts {
		placed := 0
		for p, c := range w.cost[r] {
			hours := int(w.flow[r][p])
			placed, used[p] = placed+hours, used[p]+hours
			if c >= absent {
				if hours != 0 {
					return proof, w.broken("an hour stands where it may not")
				}
				continue
			}
			if p != w.nobody {
				proof.Pairs++
			}
			reduced := c + w.asked[r] - w.price[p]
			if hours < 0 || reduced < 0 && part.hours > 0 || hours > 0 && reduced != 0 {
				return proof, w.broken(fmt.Sprintf("request %s gains by a change", b.requests[part.request].ID))
			}
			if part.hours > 0 {
				least = min(least, reduced)
			}
		}
		if placed != part.hours {
			return proof, w.broken(fmt.Sprintf("request %s has %d of %d hours", b.requests[part.request].ID, placed, part.hours))
		}
	}
	for p, hours := range used {
		next, room := w.spare(p)
		if hours != w.used[p] || room > 0 && next+w.price[p] < 0 || hours > 0 && w.lastCost(p)+w.price[p] > 0 {
			return proof, w.broken(fmt.Sprintf("person %d gains by a change", p))
		}
	}
	if least < absent {
		proof.Least = float64(least) / scale
	}
	return proof, nil
}

// lastCost is what the last hour of a person costs by load.
func (w *network) lastCost(p int) int64 {
	used := w.used[p]
	for i, room := range w.rooms[p] {
		if used <= room && used > 0 {
			return int64(steps[i].cost) * scale
		}
		used -= room
	}
	return absent
}

func (w *network) broken(what string) error {
	return problem.New(problem.Internal, "The plan is not the cheapest: %s. Report it with the files.", what)
}
