package cli

import (
	"fmt"
	"io"
	"strings"

	"throughline/internal/people/guide"
	"throughline/internal/people/skill"
)

type peopleFit struct {
	byGuide
	Answers string `help:"A JSON file of answers; without it, one to fill in is printed." type:"existingfile" placeholder:"FILE"`
	JSON    bool   `help:"Print the result as JSON." name:"json"`
}

// fitted is what a sheet of answers says of each role.
type fitted struct {
	Roles      []skill.Liking `json:"roles"`
	Preference *string        `json:"preference"` // −1 to 1, null unless all six are answered
	Skills     *skilled       `json:"skills"`     // null without ratings
	Note       string         `json:"note"`
}

type skilled struct {
	Level string        `json:"level"`
	SE    skill.Between `json:"se_pct"`
	SA    skill.Between `json:"sa_pct"`
	Lean  string        `json:"lean"` // se, sa, both, or empty where three scales disagree or too little was seen
}

const fitNote = "What you like and what you can do are kept apart, and neither decides. Nothing is stored."

// Run prints the result for both roles, or a sheet to fill in.
func (c peopleFit) Run(p *Parts) error {
	g, err := c.load()
	if err != nil {
		return err
	}
	if c.Answers == "" {
		return blank(p.Out, g)
	}
	s, err := reading(c.Answers, func(f io.ReadSeeker, name string) (skill.Sheet, error) { return skill.Read(f, name, g) })
	if err != nil {
		return err
	}
	out := fitted{Roles: skill.Likings(g, s.Questions), Note: fitNote}
	if pref, err := skill.Preference(g, s.Questions); err == nil {
		text := pref.RatString()
		out.Preference = &text
	}
	if len(s.Skills) > 0 {
		level, err := levelOf(g, s.Level)
		if err != nil {
			return err
		}
		out.Skills = &skilled{level.ID, skill.Fit(g, s.Skills, "se", level), skill.Fit(g, s.Skills, "sa", level), skill.LeanOf(g, s.Skills, level).To}
	}
	if c.JSON {
		return printJSON(p.Out, out)
	}
	printFit(p.Out, out)
	return nil
}

// levelOf is a level by its id; without one, the level whose step is 0.
func levelOf(g *guide.Guide, id string) (guide.Level, error) {
	if id != "" {
		return g.Level(id)
	}
	for _, l := range g.Levels {
		if l.Step == 0 {
			return l, nil
		}
	}
	return g.Levels[0], nil
}

// blank prints a sheet to fill in, each question above its answer.
func blank(w io.Writer, g *guide.Guide) error {
	var b strings.Builder
	b.WriteString("{\n  \"level\": \"senior\",\n  \"questions\": {")
	for i, q := range g.Questions {
		fmt.Fprintf(&b, "%s\n    %q: null", comma(i), q.ID)
	}
	b.WriteString("\n  },\n  \"skills\": {")
	for i, s := range g.Skills {
		fmt.Fprintf(&b, "%s\n    %q: null", comma(i), s.ID)
	}
	b.WriteString("\n  }\n}\n")
	_, err := io.WriteString(w, b.String())
	return err
}

func comma(i int) string {
	if i == 0 {
		return ""
	}
	return ","
}

func printFit(w io.Writer, f fitted) {
	for _, l := range f.Roles {
		fmt.Fprintf(w, "%s: your answers speak for it to %s %%\n", l.Name, l.Pct)
		for _, part := range []struct {
			name string
			says []string
		}{{"for it", l.For}, {"against", l.Against}, {"open", l.Open}, {"would change it", l.WouldChange}} {
			for _, s := range part.says {
				fmt.Fprintf(w, "  %-15s %s\n", part.name, s)
			}
		}
	}
	if f.Preference != nil {
		fmt.Fprintf(w, "Preference: %s, between -1 (the SA's work) and 1 (the SE's).\n", *f.Preference)
	}
	if s := f.Skills; s != nil {
		fmt.Fprintf(w, "Skills at %s: SE %s %%, SA %s %% of what each needs. ", s.Level, s.SE, s.SA)
		fmt.Fprintln(w, map[string]string{"se": "They fit the SE better.", "sa": "They fit the SA better.", "both": "They fit both about alike.", "": "Which they fit better depends on the scale, or on what was not seen, so none is named."}[s.Lean])
	}
	fmt.Fprintln(w, f.Note)
}
