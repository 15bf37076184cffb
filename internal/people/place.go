package people

import (
	"context"

	"throughline/internal/account"
	"throughline/internal/auth"
	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/people/guide"
	"throughline/internal/problem"
)

// PlaceIn says where a person stands, since when, and who leads them.
type PlaceIn struct {
	Person   string
	Revision int64
	Place    string     `json:"place"` // of the guide: se3; empty for nowhere yet
	Since    clock.Date `json:"since"`
	Lead     string     `json:"lead"`
}

// Validate says what cannot be taken.
func (in PlaceIn) Validate(g *guide.Guide, day clock.Date) error {
	var c problem.Check
	if in.Place != "" {
		p, there := PlaceOf(g, in.Place)
		c.Fail(there && p.Role != "", "place", "Is no place of the ladders: choose one of the guide.")
		c.Fail(in.Since != "", "since", "Say since when.")
	}
	c.Fail(in.Since == "" || in.Since.Valid() && in.Since <= day, "since", "Lies in the future or is no day. A step is written down when it is taken.")
	c.Fail(in.Lead != in.Person || in.Lead == "", "lead", "Nobody leads themselves.")
	return c.Err()
}

// Place says where a person stands and who leads them. A people administrator does it. When the
// lead changes, what the old one wrote in an assessment that is still sealed is destroyed unread.
func Place(ctx context.Context, tx *journal.Tx, in PlaceIn) (Standing, error) {
	if err := mayPlace(ctx, tx, in.Person); err != nil {
		return Standing{}, err
	}
	day, err := account.Today(ctx, tx)
	if err != nil {
		return Standing{}, err
	}
	g, err := GuideOf(ctx, tx)
	if err != nil {
		return Standing{}, err
	}
	if err := in.Validate(g, day); err != nil {
		return Standing{}, err
	}
	if in.Lead != "" {
		if _, err := active(ctx, tx, "lead", in.Lead); err != nil {
			return Standing{}, err
		}
	}
	if err := inTurn(ctx, tx); err != nil {
		return Standing{}, err
	}
	all, err := Standings(ctx, tx)
	if err != nil {
		return Standing{}, err
	}
	names, err := nameAll(ctx, tx)
	if err != nil {
		return Standing{}, err
	}
	if in.Lead != "" {
		if err := circle(all, names, in.Person, in.Lead); err != nil {
			return Standing{}, err
		}
	}
	s, there := all[in.Person]
	was := s.Lead
	s.Person, s.Lead = in.Person, in.Lead
	if err := s.step(Step{in.Place, in.Since}); err != nil {
		return s, err
	}
	if !there {
		return s, journal.Insert(ctx, tx, &s)
	}
	if in.Revision != 0 {
		s.Revision = in.Revision
	}
	before := s.Revision
	if err := journal.Update(ctx, tx, &s); err != nil {
		return s, err
	}
	if s.Revision == before {
		return s, problem.Refuse("That is how it stands already. Nothing was changed.")
	}
	if was != in.Lead {
		err = passOn(ctx, tx, in.Person, in.Lead)
	}
	return s, err
}

func mayPlace(ctx context.Context, tx *journal.Tx, person string) error {
	eyes, err := EyesOn(ctx, tx.Reader, tx.Actor.Person, person)
	if err != nil {
		return err
	}
	if !eyes.May(KeepsStanding) {
		return absent(person)
	}
	_, err = journal.Load[auth.Person](ctx, tx, person)
	return err
}

// step adds a step to those that are kept. The day of the last one may be set right.
func (s *Standing) step(next Step) error {
	all, err := s.Steps()
	if err != nil {
		return err
	}
	if next.Place == "" {
		if len(all) > 0 {
			var c problem.Check
			c.Fail(false, "place", "They stand somewhere already; say where.")
			return c.Err()
		}
		return nil
	}
	if n := len(all); n > 0 && all[n-1].Place == next.Place {
		all = all[:n-1]
	}
	if n := len(all); n > 0 && next.Since < all[n-1].Since {
		var c problem.Check
		c.Fail(false, "since", "Lies before their step of %s.", all[n-1].Since)
		return c.Err()
	}
	s.Kept, err = pack(s.Person, append(all, next))
	return err
}

func nameAll(ctx context.Context, src journal.Source) (map[string]string, error) {
	all, err := auth.People(ctx, src)
	out := make(map[string]string, len(all))
	for _, p := range all {
		out[p.ID] = p.Name
	}
	return out, err
}
