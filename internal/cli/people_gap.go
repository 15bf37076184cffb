package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"throughline/internal/people/guide"
	"throughline/internal/people/skill"
)

type peopleGap struct {
	byGuide
	where
	workspaceFlag
	To      string `help:"The role to reach: se or sa." required:"" placeholder:"ROLE"`
	From    string `help:"A role to come from, as its table has it." placeholder:"ROLE" xor:"who" required:""`
	Ratings string `help:"A JSON file with a person's skills, as 'throughline people fit' prints one to fill in." type:"existingfile" placeholder:"FILE" xor:"who" required:""`
	Person  string `help:"A person of the data folder, by mail address or exact name: what both agreed on last. Whoever has the folder and its keys can read it." placeholder:"PERSON" xor:"who" required:""`
	Level   string `help:"The level to reach; without it, the one the file names or the person stands on, or senior." placeholder:"LEVEL"`
	JSON    bool   `help:"Print the gaps as JSON." name:"json"`
}

// Run lists the gaps.
func (c peopleGap) Run(ctx context.Context, p *Parts) error {
	if c.Person != "" {
		return c.kept(ctx, p)
	}
	g, err := c.load()
	if err != nil {
		return err
	}
	role, err := g.Role(c.To)
	if err != nil {
		return use(err)
	}
	s, err := c.sheet(g)
	if err != nil {
		return err
	}
	level, err := skill.LevelOf(g, s.Level)
	if err != nil {
		return use(err)
	}
	out := skill.ToReach(g, s.Skills, c.From, c.To, level)
	if c.JSON {
		return printJSON(p.Out, out)
	}
	printGaps(p.Out, role, out)
	return nil
}

func (c peopleGap) sheet(g *guide.Guide) (s skill.Sheet, err error) {
	if c.From != "" {
		if _, err := g.Role(c.From); err != nil {
			return s, use(err)
		}
		return skill.Sheet{Level: c.Level, Skills: skill.Profile(g, c.From)}, nil
	}
	s, err = reading(c.Ratings, func(f io.ReadSeeker, name string) (skill.Sheet, error) { return skill.Read(f, name, g) })
	if err == nil && len(s.Skills) == 0 {
		err = errors.New("no skill is rated in the file")
	}
	if c.Level != "" {
		s.Level = c.Level
	}
	return s, err
}

func printGaps(w io.Writer, role guide.Role, m skill.Missing) {
	fmt.Fprintf(w, "To %s at %s: %s %% of it is there, %d of %d points are missing.\n\n", role.Name, m.Level, m.Readiness, m.Points, m.Of)
	fmt.Fprintf(w, "%-42s %6s %6s %8s  %s\n", "skill", "have", "need", "counts", "")
	for _, gap := range m.Gaps {
		have := "unseen"
		if gap.Have != nil {
			have = strconv.Itoa(*gap.Have)
		}
		fmt.Fprintf(w, "%-42s %6s %6d %8d  %s\n", gap.Name, have, gap.Need, gap.Counts, gap.Says)
	}
	if t := m.Usual; t != nil {
		fmt.Fprintf(w, "\n%s People move for %s. %s\n", t.Common, strings.Join(t.Drivers, ", "), t.Jars)
		if len(t.Signals) > 0 {
			fmt.Fprintf(w, "A signal of readiness, never a proof: %s.\n", strings.Join(t.Signals, ", "))
		}
		if t.Years != nil {
			fmt.Fprintf(w, "Many move after %g to %g years; that is information, not a wall.\n", t.Years.From, t.Years.To)
		}
	}
}
