package delivery

import (
	"fmt"
	"slices"

	"throughline/internal/thread"
)

// Finding is one criterion of a gate, judged.
type Finding struct {
	Criterion GateCriterion
	Says      string // the criterion in words
	Holds     bool
	Missing   []string // keys of what stands in the way
}

// Judge says of each criterion of a gate whether it holds, as the deal's thread has it.
func Judge(g Gate, p *thread.Picture) []Finding {
	out := make([]Finding, 0, len(g.Criteria))
	for _, k := range g.Criteria {
		f := Finding{Criterion: k}
		switch k.Kind {
		case AtStation:
			f.Says, f.Missing = notAt(k, p)
		case NoPromise:
			f.Says = "no promise is open"
			for _, pr := range p.Facts.Promises {
				if pr.State == thread.PromiseOpen {
					f.Missing = append(f.Missing, fmt.Sprintf("P%d", pr.Number))
				}
			}
		case NoBreak:
			f.Says, f.Missing = "no break", broken(p)
		case SignedByRole:
			f.Says = "signed by " + k.Role
			if !slices.ContainsFunc(g.Signatures, func(s Signature) bool { return s.Role == k.Role }) {
				f.Missing = []string{k.Role}
			}
		}
		f.Holds = f.Says != "" && len(f.Missing) == 0
		out = append(out, f)
	}
	return out
}

// Passed says whether all of a gate's criteria hold.
func Passed(findings []Finding) bool {
	return len(findings) > 0 && !slices.ContainsFunc(findings, func(f Finding) bool { return !f.Holds })
}

// notAt lists the requirements of the priority and above that owe the station and have not
// reached it.
func notAt(k GateCriterion, p *thread.Picture) (says string, missing []string) {
	says = fmt.Sprintf("every requirement is %s", k.Station)
	if k.Priority != "" {
		says = fmt.Sprintf("every requirement from %s up is %s", k.Priority, k.Station)
	}
	least := len(thread.PriorityWords) - 1
	if k.Priority != "" {
		least = slices.Index(thread.PriorityWords, string(k.Priority))
	}
	for _, l := range p.Rows {
		c := l.Cells[k.Station]
		rank := slices.Index(thread.PriorityWords, string(l.Requirement.Priority))
		if l.Requirement.Stands() && c.Owed && c.State != thread.Reached && rank <= least {
			missing = append(missing, l.Key)
		}
	}
	return says, missing
}

func broken(p *thread.Picture) []string {
	var out []string
	for _, b := range p.Breaks {
		name := b.Requirement
		if name == "" {
			name = "the deal"
		}
		if !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	return out
}
