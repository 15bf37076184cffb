package feedback

import (
	"fmt"

	"throughline/internal/thread"
)

// Candidate is a requirement that looks as if the product did not meet it, by what the thread holds.
type Candidate struct {
	Requirement string `json:"requirement"` // its id
	Key         string `json:"key"`
	Statement   string `json:"statement"`
	Why         string `json:"why"`
}

// Candidates are the standing requirements of a deal that are no standard and ask for no gap yet. The
// first rule that fits gives the reason: an SA marked it as not feasible; a written answer denies
// it; a criterion for it failed; a promise from the roadmap or in part is still to be kept; a demo
// of it failed, or the last word on it was against it.
func Candidates(p *thread.Picture, asks []Ask) []Candidate {
	asked := map[string]bool{}
	for _, a := range asks {
		asked[a.Requirement] = true
	}
	out := []Candidate{}
	for _, l := range p.Rows {
		if r := l.Requirement; r.Stands() && !asked[r.ID] {
			if why := lacks(l); why != "" {
				out = append(out, Candidate{r.ID, l.Key, r.Statement, why})
			}
		}
	}
	return out
}

func lacks(l thread.Line) string {
	failed := func(s thread.Station) bool { return l.Cells[s].State == thread.Failed }
	switch {
	case l.Requirement.Feasible == thread.CannotBe:
		return "Marked as not feasible: " + l.Requirement.FeasibleWhy
	case failed(thread.Answered):
		return "Answered with no."
	case failed(thread.Proven):
		return "It did not pass in the evaluation."
	}
	for _, p := range l.Promises {
		if p.Pending() && (p.Sort == "roadmap" || p.Sort == "partly") {
			return fmt.Sprintf("Promised beyond the standard product: “%s”", p.Words)
		}
	}
	if failed(thread.Shown) {
		return "It did not convince when it was shown."
	}
	return ""
}
