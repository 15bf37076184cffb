package evaluation

import (
	"fmt"

	"throughline/internal/content"
	"throughline/internal/thread"
)

// readout is what came of an evaluation: each criterion in its exact words, every run, what
// was attained, waivers, caveats, and who.
func (p paper) readout(e Evaluation, name string) content.Document {
	d := content.Document{Name: name, Title: "Readout: " + e.Title, About: p.about()}
	trials := p.of(e)
	passed, weight, total := 0, 0, 0
	for _, t := range trials {
		total += t.Criterion.Weight
		if t.Outcome == Passed {
			passed++
			weight += t.Criterion.Weight
		}
	}
	d.Blocks = append(d.Blocks, content.Para(fmt.Sprintf("%d of %d criteria passed, %d of %d of the weight (%s). State: %s.", passed, len(trials), weight, total,
		percent(float64(weight)/float64(max(1, total))), e.State)))
	d.Blocks = append(d.Blocks, lines(e.Outcome)...)
	for _, t := range trials {
		d.Blocks = append(d.Blocks, p.trial(t)...)
	}
	return p.caveatsOf(d, trials)
}

func (p paper) trial(t Trial) []content.Block {
	c := t.Criterion
	out := []content.Block{content.H(1, fmt.Sprintf("%s: %s", c.Key(), t.Outcome)),
		{Quote: &content.Quote{Words: c.Statement, Source: fmt.Sprintf("version %s", version(c))}}}
	spans := append([]content.Span{{Text: "From "}}, p.ref(c.Requirement)...)
	spans = append(spans, content.Span{Text: fmt.Sprintf(". Asked: %s. Weight %d. Run by %s.", c.asks(), c.Weight, p.who(c.RunBy))})
	out = append(out, content.P(spans...))
	if len(t.Runs) > 0 {
		out = append(out, p.runs(t))
	} else {
		out = append(out, absent("It was not run."))
	}
	if t.Tied {
		out = append(out, content.Block{Callout: &content.Callout{Kind: "note", Text: content.Text("Two runs of one moment differ; the worse one counts until a person picks.")}})
	}
	if w := t.Waiver; w != nil {
		source := "waived on " + p.day(w.At)
		if w.Until != "" {
			source += ", until " + long(w.Until)
		}
		out = append(out, content.Block{Quote: &content.Quote{Words: w.Reason.String(), Person: p.who(w.Contact), Source: source}})
	}
	for _, was := range c.Earlier {
		asked := "judged yes or no"
		if was.Measure != nil {
			asked = was.Measure.String()
		}
		out = append(out, content.Block{Callout: &content.Callout{Kind: "note", Text: content.Text(fmt.Sprintf(
			"Changed after it was locked. Version %d, locked on %s, read: “%s” (%s, weight %d).", was.Version, p.day(was.LockedAt), was.Statement, asked, was.Weight))}})
	}
	return out
}

func (p paper) runs(t Trial) content.Block {
	table := content.Table{Caption: "Runs of " + t.Criterion.Key(), Head: []string{"When", "Measured", "By", "Evidence", "Note", "Counts"}}
	for _, r := range t.Runs {
		by := p.who(r.By)
		if r.By == "" && !r.ByName.IsZero() {
			by = r.ByName.String()
		}
		evidence := "–"
		if r.Evidence != nil {
			evidence = fmt.Sprintf("%s (SHA-256 %s)", r.Evidence.Name, r.Evidence.Hash)
		}
		counts := "superseded"
		switch {
		case !t.Counts(r):
			counts = "trial run, before the lock"
		case t.Result != nil && t.Result.ID == r.ID:
			counts = "yes"
		}
		table.Rows = append(table.Rows, [][]content.Span{content.Text(p.minute(r.At)), content.Text(t.Measured(r)), content.Text(by + ", " + r.Side), content.Text(evidence),
			content.Text(r.Note.String()), content.Text(counts)})
	}
	return content.Block{Table: &table}
}

// caveatsOf lists the caveats that hang on what was evaluated.
func (p paper) caveatsOf(d content.Document, trials []Trial) content.Document {
	of := map[string]bool{}
	for _, t := range trials {
		of[t.Criterion.Requirement] = true
	}
	var items [][]content.Span
	for _, pr := range p.thread.Facts.Promises {
		if pr.Sort == "caveat" && pr.Requirement != "" && of[pr.Requirement] {
			items = append(items, append(p.ref(pr.Requirement), content.Span{Text: ": " + p.caveat(pr)}))
		}
	}
	if len(items) > 0 {
		d.Blocks = append(d.Blocks, content.H(1, "Caveats"), content.Block{List: &content.List{Items: items}})
	}
	return d
}

// caveat is a caveat in one line: its key, words, date and state.
func (p paper) caveat(pr thread.Promise) string {
	words := pr.Words
	if !pr.NewWords.IsZero() {
		words = pr.NewWords
	}
	return fmt.Sprintf("P%d, “%s”, %s, due %s (%s)", pr.Number, words, p.who(pr.ToContact), long(pr.DueOn()), pr.State)
}
