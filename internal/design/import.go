package design

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"slices"

	"throughline/internal/account"
	"throughline/internal/design/dsl"
	"throughline/internal/journal"
	"throughline/internal/problem"
)

// Reading is a text in the Structurizr DSL to be read into a deal.
type Reading struct {
	Deal   string
	Name   string // of the file; empty for workspace.dsl
	Source []byte
	Files  fs.FS // the folder it stands in, for what it includes; nil when it came alone
}

// Report says what reading a text did.
type Report struct {
	Added, Changed, Removed []Line
	Warnings                []dsl.Warning
	Elements, Relationships int // in the model now
}

// Line is one thing that reading a text touched.
type Line struct {
	Kind string `json:"kind"` // element or relationship
	ID   string `json:"id"`
	Name string `json:"name"`
	What string `json:"what"` // of a change: the fields
}

// mostRows is how many elements and relationships one deal can hold: about ten seconds to write.
const mostRows = 30_000

// Import reads a text into the deal's model, in one act. What was read before is found again by
// its path, or under a new name by its identifier, and keeps its id, positions and links; what
// the text no longer holds is removed; what was made by forms stays. Where both say something,
// the text is right.
func Import(ctx context.Context, tx *journal.Tx, in Reading) (Report, error) {
	if in.Name == "" || !fs.ValidPath(in.Name) {
		in.Name = "workspace.dsl"
	}
	if _, err := account.Deal(ctx, tx, in.Deal); err != nil {
		return Report{}, err
	}
	w, warnings, err := dsl.Parse(in.Name, in.Source, in.Files)
	if err != nil {
		return Report{}, unread(err)
	}
	if n := len(w.Elements) + len(w.Relationships); n > mostRows {
		return Report{}, problem.New(problem.Invalid, "%s holds %d elements and relationships; at most %d fit into one deal. Split the model.", in.Name, n, mostRows)
	}
	for _, s := range w.Sources {
		if bytes.IndexByte(s.Bytes, 0) >= 0 {
			return Report{}, unread(&dsl.Error{File: s.Name, Problem: "it holds bytes that are no text; save it as UTF-8"})
		}
	}
	m, err := Read(ctx, tx, in.Deal)
	if err != nil {
		return Report{}, err
	}
	g := &merge{tx: tx, deal: in.Deal, w: w, m: m, report: Report{Warnings: warnings}}
	for _, step := range []func(context.Context) error{g.elements, g.relationships, g.drop, g.satisfied, g.keepText, g.views} {
		if err := step(ctx); err != nil {
			return g.report, err
		}
	}
	return g.report, settleViews(ctx, tx, in.Deal)
}

func unread(err error) error {
	var at *dsl.Error
	if !errors.As(err, &at) {
		return err
	}
	return &problem.Error{Kind: problem.Invalid, What: at.Error(), Fields: []problem.Field{{Name: "file", What: at.Error()}}, Cause: err}
}

// keepText keeps the text for the next export.
func (g *merge) keepText(ctx context.Context) error {
	t := g.m.Text
	had := t.Hash
	if err := t.Pack(g.w.Sources); err != nil {
		return err
	}
	if t.Hash == had && len(g.report.Added)+len(g.report.Changed)+len(g.report.Removed) == 0 {
		return nil
	}
	t.Deal, t.Separator, t.Stores, t.ReadAt = g.deal, g.w.Separator, stores(g.w), g.tx.Now()
	if !g.m.HasText {
		return journal.Insert(ctx, g.tx, &t)
	}
	return journal.Update(ctx, g.tx, &t)
}

// views takes the two kinds of views that we draw; the others stay in the text.
func (g *merge) views(ctx context.Context) error {
	have, err := journal.List[View](ctx, g.tx, g.deal)
	if err != nil {
		return err
	}
	for _, v := range g.w.Views {
		kind, scope := ViewKind(v.Kind), g.ids[v.Scope]
		if v.Kind != dsl.ContextView && v.Kind != dsl.ContainerView || scope == "" {
			continue
		}
		i := slices.IndexFunc(have, func(o View) bool { return o.Kind == kind && o.Scope == scope })
		if i < 0 {
			n := View{Row: journal.Row{Deal: g.deal}, Kind: kind, Scope: scope, Title: v.Title}
			if err := journal.Insert(ctx, g.tx, &n); err != nil {
				return err
			}
			have = append(have, n)
		} else if v.Title != "" && have[i].Title == "" {
			have[i].Title = v.Title
			if err := journal.Update(ctx, g.tx, &have[i]); err != nil {
				return err
			}
		}
	}
	return nil
}
