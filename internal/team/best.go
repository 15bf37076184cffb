package team

import (
	"cmp"
	"fmt"
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
	Says   string         `json:"says"`   // what the plan of all requests says of them
}

// mostBest is how many people are named for a request.
const mostBest = 3

// best names the people who cost least for one request, each with their terms; of equals who has
// more room first.
func (w *Week) best(q staffing.Request) ([]Best, error) {
	out := []Best{}
	for i, p := range w.people {
		if (staffing.Options{}).Closes(p, q) != "" || q.Hours == 0 {
			continue
		}
		t := staffing.TermsOf(p, q)
		out = append(out, Best{Person: p.ID, Name: w.Members[i].Name, Cost: t.Cost(), Terms: t, Free: p.Hours})
	}
	slices.SortFunc(out, func(a, b Best) int {
		return cmp.Or(cmp.Compare(a.Cost, b.Cost), cmp.Compare(b.Free, a.Free), cmp.Compare(a.Person, b.Person))
	})
	out = out[:min(len(out), mostBest)]
	for i := range out {
		out[i].Dearer = out[i].Cost - out[0].Cost
		why, err := w.Plan.Why(out[i].Person, q.ID)
		if err != nil {
			return nil, err
		}
		out[i].Says = why.Says(w.name)
	}
	return out, nil
}

// Reason is why somebody is not on a request, or that they are.
type Reason struct {
	Name string `json:"name"`
	Says string `json:"says"`
	staffing.Why
}

// reason answers for everybody whom the viewer sees, for one request of the week.
func (w *Week) reason(request string) error {
	if request == "" || !w.asks(request) {
		return nil
	}
	w.Reasons = []Reason{}
	for _, m := range w.Members {
		why, err := w.Plan.Why(m.Person, request)
		if err != nil {
			return err
		}
		says := why.Says(w.name)
		if !w.Leads && why.Closed == "" { // a plan of one person alone says nothing of who should
			says = fmt.Sprintf("Nothing closes it: an hour costs %g points. Who should take it is seen by who leads.", why.Cost)
		}
		w.Reasons = append(w.Reasons, Reason{m.Name, says, why})
	}
	return nil
}
