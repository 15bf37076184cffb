package cli

import (
	"fmt"
	"io"
	"strings"

	"throughline/internal/people/title"
)

type peopleTitle struct {
	byGuide
	Title string `arg:"" help:"The job title, with the employer if it is a cloud provider: 'Solutions Architect, AWS'."`
	Text  string `help:"A text file with the advertisement." type:"existingfile" placeholder:"FILE"`
	JSON  bool   `help:"Print the reading as JSON." name:"json"`
}

// adLimit bounds what is read of an advertisement; a longer one is refused with its size.
const adLimit = 16 << 20

// Run says on which side of the sale the job is.
func (c peopleTitle) Run(p *Parts) error {
	g, err := c.load()
	if err != nil {
		return err
	}
	text := ""
	if c.Text != "" {
		text, err = reading(c.Text, func(f io.ReadSeeker, _ string) (string, error) {
			raw, err := io.ReadAll(io.LimitReader(f, adLimit))
			return string(raw), err
		})
		if err == nil && strings.TrimSpace(text) == "" {
			err = fmt.Errorf("%s is empty; paste the advertisement into it", c.Text)
		}
		if err != nil {
			return err
		}
	}
	r, err := title.Read(g, c.Title, text)
	if err != nil {
		return err
	}
	if c.JSON {
		return printJSON(p.Out, r)
	}
	fmt.Fprintf(p.Out, "%s (confidence %.2f): %s\n", r.Side, r.Confidence, r.Why)
	for _, d := range r.Duties {
		fmt.Fprintf(p.Out, "  %-5s %-15s “%s”\n", d.Side, d.Duty, d.Quote)
	}
	if r.Ask != "" {
		fmt.Fprintln(p.Out, r.Ask)
	}
	return nil
}
