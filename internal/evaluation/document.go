package evaluation

import (
	"context"
	"fmt"
	"strings"
	"time"

	"throughline/internal/area"
	"throughline/internal/clock"
	"throughline/internal/content"
	"throughline/internal/journal"
	"throughline/internal/thread"
)

// paper is what the area's documents are made from.
type paper struct {
	thread *thread.Thread
	names  area.Names
	trials []Trial
	keys   map[string]string // a requirement's id to its key
}

// documents makes the evaluation plans, the readouts and the technical-win letter.
func documents(ctx context.Context, src journal.Source, t *thread.Thread) ([]content.Document, error) {
	deal := t.Facts.Deal.ID
	b, err := gather(ctx, src, deal)
	if err != nil {
		return nil, err
	}
	names, err := area.NamesIn(ctx, src, deal)
	if err != nil {
		return nil, err
	}
	p := paper{thread: t, names: names, trials: b.trials, keys: map[string]string{}}
	for _, l := range t.Rows {
		p.keys[l.Requirement.ID] = l.Key
	}
	var out []content.Document
	n := 0
	for _, e := range b.evaluations {
		if !e.Counts() {
			continue
		}
		if n++; n > 1 {
			out = append(out, p.ofEvaluation(e, fmt.Sprintf("-%d", n))...)
		} else {
			out = append(out, p.ofEvaluation(e, "")...)
		}
	}
	s, err := Win(ctx, src, &t.Picture)
	if err != nil {
		return nil, err
	}
	letter, ok, err := p.letter(ctx, src, s)
	if ok {
		out = append(out, letter)
	}
	return out, err
}

func (p paper) ofEvaluation(e Evaluation, suffix string) []content.Document {
	out := []content.Document{p.plan(e, "evaluation-plan"+suffix)}
	for _, t := range p.of(e) {
		if len(t.Runs) > 0 {
			return append(out, p.readout(e, "evaluation-readout"+suffix))
		}
	}
	return out
}

func (p paper) of(e Evaluation) (out []Trial) {
	for _, t := range p.trials {
		if t.Criterion.Evaluation == e.ID {
			out = append(out, t)
		}
	}
	return out
}

func (p paper) about() string {
	return fmt.Sprintf("%s, %s", p.thread.Facts.Deal.Prefix, p.thread.Facts.Deal.Name)
}

// day writes an instant as a day in the workspace's zone, or a dash.
func (p paper) day(at clock.Instant) string {
	if at.IsZero() {
		return "–"
	}
	return long(at.In(p.thread.Facts.Zone))
}

// long writes a date as 2 Apr 2026.
func long(d clock.Date) string {
	if d == "" {
		return "no date"
	}
	return d.Words()
}

// minute writes an instant with its time of day.
func (p paper) minute(at clock.Instant) string {
	return at.Time().In(orUTC(p.thread.Facts.Zone)).Format("2 Jan 2006, 15:04")
}

func orUTC(zone *time.Location) *time.Location {
	if zone == nil {
		return time.UTC
	}
	return zone
}

// who is a name, or a dash.
func (p paper) who(id string) string {
	if id == "" {
		return "–"
	}
	return p.names.Of(id)
}

// ref is a requirement's key as a span, or the word for none.
func (p paper) ref(requirement string) []content.Span {
	if k := p.keys[requirement]; k != "" {
		return []content.Span{{Text: k, Key: k}}
	}
	return content.Text("no requirement")
}

// lines is a text of several lines as paragraphs.
func lines(text string) (out []content.Block) {
	for _, s := range strings.Split(text, "\n") {
		if s = strings.TrimSpace(s); s != "" {
			out = append(out, content.Para(s))
		}
	}
	return out
}

// plan is the evaluation as both sides agree to it.
func (p paper) plan(e Evaluation, name string) content.Document {
	d := content.Document{Name: name, Title: "Evaluation plan: " + e.Title, About: p.about()}
	d.Blocks = append(d.Blocks, content.Para(fmt.Sprintf("%s, %s to %s. State: %s. Owner: %s.", e.Kind, long(e.From), long(e.To), e.State, p.who(e.Owner))))
	for _, part := range []struct{ title, text string }{{"Decision it enables", e.Decision}, {"Scope", e.Scope}, {"Out of scope", e.OutOfScope}} {
		d.Blocks = append(d.Blocks, content.H(1, part.title))
		if part.text == "" {
			d.Blocks = append(d.Blocks, absent("Not written down yet."))
		}
		d.Blocks = append(d.Blocks, lines(part.text)...)
	}
	if len(e.Environment) > 0 {
		t := content.Table{Caption: "Environment", Head: []string{"What", "Is"}}
		for _, f := range e.Environment {
			t.Rows = append(t.Rows, [][]content.Span{content.Text(f.Name), content.Text(f.Value)})
		}
		d.Blocks = append(d.Blocks, content.H(1, "Environment"), content.Block{Table: &t})
	}
	d.Blocks = append(d.Blocks, p.entry(e)...)
	return p.planCriteria(d, e)
}

func (p paper) entry(e Evaluation) []content.Block {
	if len(e.Entry) == 0 {
		return nil
	}
	t := content.Table{Caption: "Before it starts", Head: []string{"What", "Done", "By"}}
	for _, x := range e.Entry {
		done := "not yet"
		if x.Done {
			done = p.day(x.At)
		}
		t.Rows = append(t.Rows, [][]content.Span{content.Text(x.Text), content.Text(done), content.Text(p.who(x.By))})
	}
	return []content.Block{content.H(1, "Entry criteria"), {Table: &t}}
}

func (p paper) planCriteria(d content.Document, e Evaluation) content.Document {
	d.Blocks = append(d.Blocks, content.H(1, "Criteria"))
	t := content.Table{Caption: "Criteria", Head: []string{"Key", "Requirement", "Statement", "Measure", "Method", "Weight", "Must", "Run by", "Version"}}
	for _, tr := range p.of(e) {
		c := tr.Criterion
		measure, must := "judged yes or no", "no"
		if c.Measure != nil {
			measure = c.Measure.String()
		}
		if c.Must {
			must = "yes"
		}
		t.Rows = append(t.Rows, [][]content.Span{{{Text: c.Key(), Strong: true}}, p.ref(c.Requirement), content.Exact(c.Statement), content.Text(measure), content.Text(c.Method),
			content.Text(fmt.Sprint(c.Weight)), content.Text(must), content.Text(p.who(c.RunBy)), content.Text(version(c))})
	}
	if len(t.Rows) == 0 {
		d.Blocks = append(d.Blocks, absent("There is no criterion yet."))
		return d
	}
	d.Blocks = append(d.Blocks, content.Block{Table: &t})
	return d
}

// version says which version it is, and the beginning of the hash it was locked under.
func version(c Criterion) string {
	if !c.Locked() {
		return fmt.Sprintf("%d, not locked", c.Version)
	}
	return fmt.Sprintf("%d, locked %s", c.Version, c.LockedHash[:min(12, len(c.LockedHash))])
}

func absent(text string) content.Block {
	return content.Block{Callout: &content.Callout{Kind: "missing", Text: content.Text(text)}}
}
