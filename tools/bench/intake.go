package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"throughline/internal/cli"
	"throughline/internal/discovery/candidate"
	"throughline/internal/transcript"
	"throughline/internal/wiring"
)

// measureIntake takes in a long CRM export and an hour of talk.
func measureIntake(ctx context.Context, b *bench) error {
	file := filepath.Join(b.work, "opportunities.csv")
	if err := os.WriteFile(file, export(b.rows), 0o600); err != nil {
		return err
	}
	for _, database := range databases {
		target, err := b.target(ctx, database, "intake")
		if err != nil {
			return err
		}
		args := []string{"import", "crm", file, "--json", "--data", filepath.Join(b.work, "intake-data")}
		if database == "postgres" {
			args = append(args, "--database", target)
		}
		var out, log bytes.Buffer
		began := time.Now()
		if code := cli.Run(ctx, &cli.Parts{Open: wiring.Open, Out: &out, Err: &log, Args: args}); code != 0 {
			return fmt.Errorf("the import ended with %d: %.400s %.400s", code, out.String(), log.String())
		}
		b.add(figure{What: fmt.Sprintf("import of %d CRM rows, for 100,000", b.rows), Database: database, Value: time.Since(began).Seconds() * 100000 / float64(b.rows), Unit: "s", Limit: 20})
	}
	began := time.Now()
	t, _, err := transcript.Read(strings.NewReader(hour()), "hour.vtt")
	if err != nil {
		return err
	}
	found := candidate.Find(t, candidate.Options{})
	b.add(figure{What: "a 60-minute transcript, read and searched", Value: time.Since(began).Seconds(), Unit: "s", Limit: 1, Note: fmt.Sprintf("%d segments, %d candidates", len(t.Segments), len(found.Candidates))})
	return nil
}

// export is a Salesforce report of that many rows.
func export(rows int) []byte {
	var b bytes.Buffer
	b.WriteString("\"Opportunity ID\",\"Opportunity Name\",\"Account Name\",\"Stage\",\"Amount\",\"Close Date\",\"Opportunity Owner\"\n")
	for i := range rows {
		fmt.Fprintf(&b, "\"006xx%010d\",\"Relay for %s %d\",\"%s %s %d\",\"Negotiation/Review\",\"%d,000.00\",\"%d/%d/2027\",\"Cole Barrett\"\n",
			i, words[i%len(words)], i, words[i%len(words)], words[i/3%len(words)], i/4, i%900+1, i%12+1, i%28+1)
	}
	return b.Bytes()
}

// hour is an hour of talk: a turn every six seconds, each fifth one a need.
func hour() string {
	var b strings.Builder
	b.WriteString("WEBVTT\n\n")
	turns := []string{"So how do you do this today?", "We export the list at night and somebody checks it in the morning.", "Right, and what happens on Mondays?",
		"It takes three hours and people wait.", "We need the export of two million rows to finish within ten minutes."}
	for i := range 600 {
		s := i * 6
		fmt.Fprintf(&b, "%02d:%02d:%02d.000 --> %02d:%02d:%02d.500\n<v %s>%s\n\n", s/3600, s/60%60, s%60, s/3600, s/60%60, s%60+5, []string{"Mara", "Dana"}[i%2], turns[i%len(turns)])
	}
	return b.String()
}
