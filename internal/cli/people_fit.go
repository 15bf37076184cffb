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
	out, err := skill.Judge(g, s)
	if err != nil {
		return err
	}
	if c.JSON {
		return printJSON(p.Out, out)
	}
	printFit(p.Out, out)
	return nil
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

func printFit(w io.Writer, f skill.Result) {
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
