package team

import (
	"cmp"
	"slices"

	"throughline/internal/engagement/staffing"
)

// Best is one who could take a request, with what speaks against.
type Best struct {
	Person string         `json:"person"`
	Name   string         `json:"name"`
	Cost   float64        `json:"cost"` // points an hour, without the load
	Terms  staffing.Terms `json:"terms"`
	Dearer float64        `json:"dearer"` // than the cheapest, in points
	Free   int            `json:"free"`   // hours left this week
}

// mostBest is how many people are named for a request.
const mostBest = 3

// best names the people who cost least for one request, each with their terms; of equals who has
// more room first.
func (w *Week) best(q staffing.Request) ([]Best, error) {
	out := []Best{}
	for i, p := range w.people {
		alone, err := staffing.Make([]staffing.Person{p}, []staffing.Request{q}, staffing.Options{})
		if err != nil {
			return nil, err
		}
		if len(alone.Assignments) == 0 {
			continue
		}
		a := alone.Assignments[0]
		out = append(out, Best{Person: p.ID, Name: w.Members[i].Name, Cost: a.UnitCost, Terms: a.Terms, Free: p.Hours})
	}
	slices.SortFunc(out, func(a, b Best) int {
		return cmp.Or(cmp.Compare(a.Cost, b.Cost), cmp.Compare(b.Free, a.Free), cmp.Compare(a.Person, b.Person))
	})
	out = out[:min(len(out), mostBest)]
	for i := range out {
		out[i].Dearer = out[i].Cost - out[0].Cost
	}
	return out, nil
}
