package cli

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"throughline/internal/discovery/candidate"
	"throughline/internal/transcript"
)

type discoverCommand struct {
	File string   `arg:"" help:"A transcript (WebVTT, SRT, or text with 'Name:' lines) or plain notes." type:"existingfile"`
	Ours []string `help:"Names of our own people, where the text does not tell." placeholder:"NAME"`
	JSON bool     `help:"Print the candidates as JSON." name:"json"`
}

// Run proposes what the customer needs, from one file. It stores nothing.
func (c discoverCommand) Run(_ context.Context, p *Parts) error {
	f, err := os.Open(c.File)
	if err != nil {
		return err
	}
	defer f.Close()
	t, warnings, err := transcript.Read(f, filepath.Base(c.File))
	if err != nil {
		return err
	}
	found := candidate.Find(t, candidate.Options{Ours: c.Ours})
	for _, w := range warnings {
		fmt.Fprintf(p.Err, "%s\n", w)
	}
	if c.JSON {
		return printJSON(p.Out, found)
	}
	sections := []struct {
		title string
		items []candidate.Item
	}{{"Needs", found.Candidates}, {"Facts of today", found.Facts}, {"Promises of ours", found.Promises}}
	for _, s := range sections {
		fmt.Fprintf(p.Out, "%s (%d)\n", s.title, len(s.items))
		for _, i := range s.items {
			fmt.Fprintf(p.Out, "  %-6s %-11s %s\n         “%s” %s %s\n         %s\n", i.Priority, i.Kind, i.Statement, i.Quote, i.Speaker, clockOf(i), i.Why)
		}
	}
	return nil
}

func clockOf(i candidate.Item) string {
	if i.At == nil {
		return ""
	}
	return candidate.Clock(*i.At)
}
