package people

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"throughline/internal/journal"
	"throughline/internal/people/guide"
	"throughline/internal/problem"
)

// Losses say what people have to do with that another guide in place of the one in force no longer
// holds: steps of the ladders that somebody stands on, and skills that were assessed. Each is one sentence that names nobody; fewer than five people are no number. Nothing
// of it is lost: standings, plans and assessments keep what they say.
func Losses(ctx context.Context, src journal.Source, was, g *guide.Guide) ([]string, error) {
	out, err := lostPlaces(ctx, src, was, g)
	if err != nil {
		return nil, err
	}
	skills, err := lostSkills(ctx, src, was, g)
	return append(out, skills...), err
}

func lostPlaces(ctx context.Context, src journal.Source, was, g *guide.Guide) (out []string, err error) {
	type change struct {
		place guide.Place
		how   string
	}
	var gone []change
	for _, p := range was.Places {
		switch now, there := PlaceOf(g, p.ID); {
		case !there:
			gone = append(gone, change{p, "which it leaves out"})
		case now.Role != p.Role || now.Level != p.Level:
			gone = append(gone, change{p, "to which it gives another role or level"})
		}
	}
	if len(gone) == 0 {
		return nil, nil
	}
	stand := map[string]int{}
	all, err := Standings(ctx, src)
	if err != nil {
		return nil, err
	}
	for _, s := range all {
		now, err := s.Now()
		if err != nil {
			return nil, err
		}
		stand[now.Place]++
	}
	for _, c := range gone {
		if n := stand[c.place.ID]; n > 0 {
			out = append(out, fmt.Sprintf("%s on the step “%s” (%s), %s.", heads(n, "stand"), c.place.Name, c.place.ID, c.how))
		}
	}
	return out, nil
}

// lostSkills counts whose skills were assessed, not how often.
func lostSkills(ctx context.Context, src journal.Source, was, g *guide.Guide) (out []string, err error) {
	gone := slices.DeleteFunc(slices.Clone(was.Skills), func(s guide.Skill) bool {
		return slices.ContainsFunc(g.Skills, func(x guide.Skill) bool { return x.ID == s.ID })
	})
	if len(gone) == 0 {
		return nil, nil
	}
	all, err := journal.List[Assessment](ctx, src, "")
	if err != nil {
		return nil, err
	}
	for _, s := range gone {
		people := map[string]bool{}
		for _, a := range all {
			if a.State != Cancelled && slices.ContainsFunc(a.Skills, func(x guide.Skill) bool { return x.ID == s.ID }) {
				people[a.Person] = true
			}
		}
		if n := len(people); n > 0 {
			out = append(out, fmt.Sprintf("%s assessed in “%s” (%s), which it leaves out.", heads(n, "were"), s.Name, s.ID))
		}
	}
	return out, nil
}

// heads counts people so that nobody is told by it.
func heads(n int, are string) string {
	if n < smallest {
		return "Fewer than five people " + are
	}
	return fmt.Sprintf("%d people %s", n, are)
}

// said demands that whoever puts another guide in force has read what people have to do with that
// it leaves out.
func said(ctx context.Context, tx *journal.Tx, was, g *guide.Guide, anyway bool) error {
	if anyway {
		return nil
	}
	losses, err := Losses(ctx, tx, was, g)
	if err != nil || len(losses) == 0 {
		return err
	}
	var c problem.Check
	c.Fail(false, "anyway", "%s Standings and assessments keep what they say, and read by their ids until a guide holds them again. Say that you want it all the same, or keep them in.", strings.Join(losses, " "))
	return c.Err()
}
