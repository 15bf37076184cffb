package evaluation

import (
	"fmt"

	"throughline/internal/content"
)

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
		t.Rows = append(t.Rows, [][]content.Span{{{Text: c.Key(), Strong: true}}, p.ref(c.Requirement), content.Text(c.Statement), content.Text(measure), content.Text(c.Method),
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
