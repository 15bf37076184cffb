package people

import (
	"context"
	"strings"

	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/people/guide"
	"throughline/internal/problem"
	"throughline/internal/seal"
	"throughline/internal/store"
)

// Standing is where a person stands on the ladders, and who leads them.
type Standing struct {
	journal.Row
	Person string    `db:"person" json:"person"`
	Lead   string    `db:"lead" json:"lead"` // a person's id; empty for nobody
	Kept   seal.Text `db:"steps" json:"-"`   // the steps, sealed
}

var standingKind = journal.Declare[Standing]("standing", "ladder_standing")

var standingOf = journal.Where[Standing](standingKind, "deal = '' AND person = $2")

// Step is a place of the guide that a person came to on a day.
type Step struct {
	Place string     `json:"place"`
	Since clock.Date `json:"since"`
}

// Steps are the places a person held here, the first one first.
func (s Standing) Steps() ([]Step, error) { return unpack[[]Step](s.Kept) }

// Now is where the person stands; empty where nobody said.
func (s Standing) Now() (Step, error) {
	all, err := s.Steps()
	if err != nil || len(all) == 0 {
		return Step{}, err
	}
	return all[len(all)-1], nil
}

// StandingOf is a person's standing; one without an id where nobody said.
func StandingOf(ctx context.Context, r *journal.Reader, person string) (Standing, error) {
	s, there, err := standingOf.One(ctx, r, person)
	if !there {
		s.Person = person
	}
	return s, err
}

// Standings are everybody's, by person.
func Standings(ctx context.Context, src journal.Source) (map[string]Standing, error) {
	all, err := journal.List[Standing](ctx, src, "")
	out := make(map[string]Standing, len(all))
	for _, s := range all {
		out[s.Person] = s
	}
	return out, err
}

// PlaceOf finds a place of the guide by its id.
func PlaceOf(g *guide.Guide, id string) (guide.Place, bool) {
	for _, p := range g.Places {
		if p.ID == id {
			return p, true
		}
	}
	return guide.Place{}, false
}

var leads = store.SQL(`SELECT COUNT(*) FROM (SELECT person FROM ladder_standing WHERE workspace = $1 AND lead = $2
	UNION ALL SELECT person FROM people_administrator WHERE workspace = $1 AND person = $2) x`)

// Leads says whether a person leads anybody, or is a people administrator.
func Leads(ctx context.Context, r *journal.Reader, person string) (bool, error) {
	n, _, err := store.One[int](ctx, r.Q, leads, r.Workspace, person)
	return n > 0, err
}

// chain are the leads above a person, the nearest first. It ends where somebody is met again.
func chain(all map[string]Standing, person string) (out []string) {
	met := map[string]bool{person: true}
	for at := all[person].Lead; at != "" && !met[at]; at = all[at].Lead {
		met[at] = true
		out = append(out, at)
	}
	return out
}

// Under are the people whose chain a lead is in, everybody below them.
func Under(all map[string]Standing, lead string) map[string]bool {
	out := map[string]bool{}
	for person := range all {
		for _, above := range chain(all, person) {
			if above == lead {
				out[person] = true
			}
		}
	}
	return out
}

// circle refuses a lead who stands below the person, with the way round.
func circle(all map[string]Standing, names map[string]string, person, lead string) error {
	way, met := []string{names[person]}, map[string]bool{}
	for at := lead; at != "" && !met[at]; at = all[at].Lead {
		met[at] = true
		way = append(way, names[at])
		if at == person {
			var c problem.Check
			c.Fail(false, "lead", "That would be a circle: %s. Name somebody who is not below them.", strings.Join(way, ", led by "))
			return c.Err()
		}
	}
	return nil
}
