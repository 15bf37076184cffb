package kit

import (
	"strings"

	"throughline/internal/auth"
	"throughline/internal/problem"
)

// mostNamed is how many people a refusal names.
const mostNamed = 3

// naming adds to a refusal who can be asked: people of the workspace whose role has the permission.
func (r *Request) naming(refusal error, needs auth.Permission) error {
	people, err := auth.People(r.Ctx(), r.Reader)
	if err != nil {
		return err
	}
	var may []string
	for _, p := range people {
		if p.Active && auth.May(p.Role, needs) == nil && len(may) < mostNamed {
			may = append(may, p.Name)
		}
	}
	p := *problem.As(refusal)
	if len(may) > 0 {
		p.What += " For example: " + strings.Join(may, ", ") + "."
	}
	return &p
}
