package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"throughline/internal/account"
	"throughline/internal/area"
	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/thread"
	"throughline/internal/tour"
)

type tourCommand struct {
	Out  string `help:"The folder to leave thread.json, documents and data in; it is made if it is not there." required:"" placeholder:"DIR"`
	In   string `help:"A folder with the tour's files, in place of those built in." type:"existingdir" placeholder:"DIR"`
	JSON bool   `help:"Print a summary as JSON, alone on standard output." name:"json"`
}

// tourSummary is what the tour leaves, for --json.
type tourSummary struct {
	Deal         string                  `json:"deal"`
	Out          string                  `json:"out"`
	AsOf         clock.Instant           `json:"as_of"`
	TechnicalWin string                  `json:"technical_win"`
	Requirements int                     `json:"requirements"`
	Coverage     map[string]thread.Count `json:"coverage"`
	Breaks       []thread.Break          `json:"breaks"`
	Documents    []string                `json:"documents"`
	Steps        []tour.Step             `json:"steps"`
}

// Run lives one deal from import to go-live, without a browser.
func (c tourCommand) Run(ctx context.Context, p *Parts) (err error) {
	data := filepath.Join(c.Out, "data")
	if _, err := os.Lstat(data); !errors.Is(err, fs.ErrNotExist) {
		return problem.Refuse("%s is there already. Give another folder with --out, or move it away.", data)
	}
	if err := os.MkdirAll(c.Out, 0o755); err != nil {
		return fmt.Errorf("the folder %s cannot be made: %w", c.Out, err)
	}
	in := p.Tour
	if c.In != "" {
		in = os.DirFS(c.In)
	}
	summary, err := c.live(ctx, p, in, data)
	if err != nil {
		os.RemoveAll(data) // half a story is none; the folder was made by this run
		return err
	}
	if c.JSON {
		return printJSON(p.Out, summary)
	}
	live := summary.Coverage[thread.Live.String()]
	_, err = fmt.Fprintf(p.Out, "%s is live: %d of %d requirements that owe it, %d left with a break. Technical win: %s.\n%s: thread.json, documents (%d files), data\nTo look at it: throughline user add YOU@EXAMPLE --role admin --workspace %s --data %s\n               throughline serve --data %s\n",
		summary.Deal, live.Reached, live.Owed, len(summary.Breaks), summary.TechnicalWin, c.Out, len(summary.Documents), tour.Team, data, data)
	return err
}

func (c tourCommand) live(ctx context.Context, p *Parts, in fs.FS, data string) (tourSummary, error) {
	h, err := where{Data: data}.open(ctx, p)
	if err != nil {
		return tourSummary{}, err
	}
	defer h.Journal.DB.Close()
	story, err := tour.Live(ctx, h, in, func(s tour.Step) {
		fmt.Fprintf(p.Err, "%2d  %s, %s\n", s.Number, s.Title, s.On)
		for _, found := range s.Found {
			fmt.Fprintf(p.Err, "      %s\n", found)
		}
	})
	if err != nil {
		return tourSummary{}, err
	}
	return c.leave(ctx, h, story)
}

// leave writes the thread and the documents as of the story's last moment.
func (c tourCommand) leave(ctx context.Context, h *area.House, story tour.Story) (tourSummary, error) {
	r := h.Journal.Reader(story.Workspace)
	home, err := account.Home(ctx, r)
	if err != nil {
		return tourSummary{}, err
	}
	t, err := h.Thread(ctx, r, story.Deal, story.Ended.In(home.Location()))
	if err != nil {
		return tourSummary{}, err
	}
	out := tourSummary{Deal: story.Key, Out: c.Out, AsOf: story.Ended, TechnicalWin: t.TechnicalWin, Requirements: len(t.Rows), Coverage: map[string]thread.Count{},
		Breaks: t.Breaks, Steps: story.Steps}
	for s, n := range t.Coverage {
		out.Coverage[thread.Station(s).String()] = n
	}
	if _, err := writeThread(ctx, h, journal.Source(r), &t, story.Ended, c.Out); err != nil {
		return out, err
	}
	out.Documents, err = writeDocuments(ctx, h, r, &t, story.Ended, filepath.Join(c.Out, "documents"))
	return out, err
}
