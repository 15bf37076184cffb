package design

import (
	"bytes"
	"context"
	"fmt"
	"strings"

	"throughline/internal/area"
	"throughline/internal/content"
	"throughline/internal/design/draw"
	"throughline/internal/journal"
	"throughline/internal/thread"
)

// documents makes the architecture document and the decision log. A deal without any design
// has neither.
func documents(ctx context.Context, src journal.Source, t *thread.Thread) ([]content.Document, error) {
	a, err := NewPaper(ctx, src, t)
	if err != nil {
		return nil, err
	}
	if len(a.m.Elements)+len(a.decisions)+len(a.elsewheres)+len(a.concerns) == 0 {
		return nil, nil
	}
	docs := []content.Document{a.architecture()}
	if len(a.decisions) > 0 {
		docs = append(docs, a.decisionLog())
	}
	return docs, a.err
}

// Paper is what the documents of a design tell of. Its exported chapters begin with their heading,
// and are empty where there is nothing to tell.
type Paper struct {
	t          *thread.Thread
	deal       string
	m          *Model
	decisions  []Decision
	elsewheres []Elsewhere
	concerns   []Concern
	concernOf  map[string][]string // concern's id: requirements' ids
	views      []View
	positions  []Position
	marks      map[string]draw.Mark
	satisfied  map[string][]string
	held       Version
	approved   bool
	findings   []Finding
	names      area.Names
	keys       map[string]string // requirement's id to its key
	err        error             // the first figure that could not be drawn
}

// NewPaper reads the design of a deal for its documents.
func NewPaper(ctx context.Context, src journal.Source, t *thread.Thread) (*Paper, error) {
	a := &Paper{t: t, deal: t.Facts.Deal.ID}
	return a, a.gather(ctx, src)
}

// Designed says whether there is an element, or advice on a concern.
func (a *Paper) Designed() bool { return len(a.m.Elements)+len(a.concerns) > 0 }

func (a *Paper) gather(ctx context.Context, src journal.Source) (err error) {
	if a.m, a.decisions, err = whole(ctx, src, a.deal); err != nil {
		return err
	}
	if a.elsewheres, err = Elsewheres(ctx, src, a.deal); err != nil {
		return err
	}
	if a.concerns, err = Concerns(ctx, src, a.deal); err != nil {
		return err
	}
	if a.concernOf, err = ConcernedBy(ctx, src, a.deal); err != nil {
		return err
	}
	if a.views, err = Views(ctx, src, a.deal); err != nil {
		return err
	}
	if a.positions, err = journal.List[Position](ctx, src, a.deal); err != nil {
		return err
	}
	if a.marks, err = a.m.marks(ctx, src, a.deal); err != nil {
		return err
	}
	if a.satisfied, err = Satisfied(ctx, src, a.deal); err != nil {
		return err
	}
	if a.held, a.approved, err = Holding(ctx, src, a.deal); err != nil {
		return err
	}
	if a.findings, err = Findings(ctx, src, a.deal); err != nil {
		return err
	}
	a.keys = map[string]string{}
	for _, l := range a.t.Rows {
		a.keys[l.Requirement.ID] = l.Key
	}
	a.names, err = area.NamesIn(ctx, src, a.deal)
	return err
}

// architecture follows the chapters of arc42 (arc42.org, 8.2) that the data can fill; what it
// cannot fill stands in 'Not yet known' instead of as an empty heading.
func (a *Paper) architecture() content.Document {
	d := content.Document{Name: "architecture-document", Title: "Architecture of " + a.t.Facts.Deal.Name, About: a.about()}
	for _, chapter := range []func() []content.Block{a.goals, a.constraints, a.context, a.Strategy, a.Parts, a.Nodes, a.Interfaces, a.Advice, a.index, a.outside, a.unknown} {
		d.Blocks = append(d.Blocks, chapter()...)
	}
	return d
}

func (a *Paper) about() string {
	s := fmt.Sprintf("%s, as of %s", a.t.Facts.Deal.Prefix, a.t.Facts.Today)
	if !a.approved {
		return s + ", not yet approved"
	}
	var by []string
	for _, x := range a.held.Approvals {
		by = append(by, a.names.Of(x.Approver))
	}
	return fmt.Sprintf("%s, version %d approved on %s by %s", s, a.held.Number, a.held.ApprovedAt.In(a.t.Facts.Zone), strings.Join(by, ", "))
}

func (a *Paper) goals() []content.Block {
	out := []content.Block{content.H(1, "Goals")}
	table := content.Table{Caption: "What must be met", Head: []string{"Key", "Requirement", "Measure"}}
	for _, l := range a.t.Rows {
		if r := l.Requirement; r.Stands() && r.Priority == thread.Must {
			measure := "none"
			if r.Measure != nil {
				measure = r.Measure.String()
			}
			table.Rows = append(table.Rows, [][]content.Span{key(l.Key), content.Exact(r.Statement), content.Text(measure)})
		}
	}
	if len(table.Rows) == 0 {
		return append(out, content.Para("No requirement is a must."))
	}
	return append(out, content.Block{Table: &table})
}

func (a *Paper) constraints() []content.Block {
	var items [][]content.Span
	for _, l := range a.t.Rows {
		if r := l.Requirement; r.Stands() && r.Kind == thread.Constraint {
			items = append(items, append(key(l.Key), content.Span{Text: " " + r.Statement}))
		}
	}
	if len(items) == 0 {
		return nil
	}
	return []content.Block{content.H(1, "Constraints"), {List: &content.List{Items: items}}}
}

func (a *Paper) context() []content.Block { return a.figures(ContextView, "Context") }

func (a *Paper) figures(kind ViewKind, heading string) []content.Block {
	out := []content.Block{content.H(1, heading)}
	for _, v := range a.views {
		if v.Kind != kind {
			continue
		}
		d, err := a.m.diagram(v, a.positions, a.marks)
		if err == nil && !Drawn(d) {
			out = append(out, content.Para(d.Picture.Title+". "+d.Layout.Notice))
			continue
		}
		var svg bytes.Buffer
		if err == nil {
			err = draw.SVG(&svg, d)
		}
		if err != nil {
			a.err = fmt.Errorf("draw the view %s: %w", v.ID, err)
			return nil
		}
		out = append(out, content.Block{Figure: &content.Figure{Caption: d.Picture.Title, SVG: svg.String(), Alt: inWords(d)}})
	}
	if len(out) == 1 {
		return nil
	}
	return out
}

// inWords says what a figure shows.
func inWords(d draw.Diagram) string {
	rows := draw.Rows(d)
	lines := []string{d.Picture.Summary}
	for _, r := range rows.Relationships {
		line := r.FromName + " → " + r.ToName + ": " + r.Description
		if r.Technology != "" {
			line += " (" + r.Technology + ")"
		}
		lines = append(lines, line+".")
	}
	return strings.Join(lines, " ")
}

func key(k string) []content.Span { return []content.Span{{Text: k, Key: k}} }
