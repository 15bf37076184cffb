package design

import (
	"archive/zip"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"io"

	"throughline/internal/account"
	"throughline/internal/clock"
	"throughline/internal/design/dsl"
	"throughline/internal/journal"
)

// Text is the workspace as it came last in the Structurizr DSL, with the files it includes. It
// is kept so that an export gives back the customer's own text while nothing was edited.
type Text struct {
	journal.Row
	Name      string        `db:"name" json:"name"` // of the first file
	Hash      string        `db:"hash" json:"hash"` // SHA-256 of all files, in hex
	Separator string        `db:"separator" json:"-"`
	Stores    []string      `db:"stores,json" json:"-"` // tags of what keeps data
	Bundle    []byte        `db:"bundle,json" json:"-"` // all files in a zip
	ReadAt    clock.Instant `db:"read_at" json:"read_at"`
}

var _ = journal.Declare[Text]("model text", "design_text")

// TextOf is the text a deal's model was read from last; false when it was made by forms alone.
func TextOf(ctx context.Context, src journal.Source, deal string) (Text, bool, error) {
	all, err := journal.List[Text](ctx, src, deal)
	if err != nil || len(all) == 0 {
		return Text{Separator: "/"}, false, err
	}
	return all[0], true, nil
}

// Pack sets the text's files from what was read, the first file first.
func (t *Text) Pack(sources []dsl.Source) error {
	var b bytes.Buffer
	z, h, seen := zip.NewWriter(&b), sha256.New(), map[string]bool{}
	for _, s := range sources {
		if seen[s.Name] {
			continue
		}
		seen[s.Name] = true
		w, err := z.CreateHeader(&zip.FileHeader{Name: s.Name, Method: zip.Deflate})
		if err != nil {
			return err
		}
		if _, err := io.MultiWriter(w, h).Write(s.Bytes); err != nil {
			return err
		}
		h.Write([]byte{0})
	}
	if err := z.Close(); err != nil {
		return err
	}
	t.Name, t.Bundle, t.Hash = sources[0].Name, b.Bytes(), hex.EncodeToString(h.Sum(nil))
	return nil
}

// Sources gives the text's files as they were read.
func (t Text) Sources() ([]dsl.Source, error) {
	z, err := zip.NewReader(bytes.NewReader(t.Bundle), int64(len(t.Bundle)))
	if err != nil {
		return nil, err
	}
	out := make([]dsl.Source, 0, len(z.File))
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			return nil, err
		}
		b, err := io.ReadAll(io.LimitReader(r, dsl.MaxBytes+1))
		if err != nil {
			return nil, err
		}
		out = append(out, dsl.Source{Name: f.Name, Bytes: b})
	}
	return out, nil
}

// workspace reads the kept text again.
func (t Text) workspace() (*dsl.Workspace, error) {
	z, err := zip.NewReader(bytes.NewReader(t.Bundle), int64(len(t.Bundle)))
	if err != nil {
		return nil, err
	}
	f, err := z.Open(t.Name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	first, err := io.ReadAll(io.LimitReader(f, dsl.MaxBytes+1))
	if err != nil {
		return nil, err
	}
	w, _, err := dsl.Parse(t.Name, first, z)
	return w, err
}

// Export writes a deal's model in the Structurizr DSL: the very bytes that were read while
// nothing was edited since, else a fresh text that keeps what we do not draw.
func Export(ctx context.Context, src journal.Source, deal string) ([]byte, error) {
	m, err := Read(ctx, src, deal)
	if err != nil {
		return nil, err
	}
	if !m.HasText {
		return m.fresh(ctx, src, deal)
	}
	w, err := m.Text.workspace()
	if err != nil {
		return nil, err
	}
	key := m.keys(func(e Element) string {
		if e.Origin != "" {
			return e.Origin
		}
		return "own " + e.ID
	})
	m.overlayElements(w, key)
	m.overlayRelationships(w, key)
	return dsl.Print(w), nil
}

// fresh is a model that forms made, with its views.
func (m *Model) fresh(ctx context.Context, src journal.Source, deal string) ([]byte, error) {
	d, err := journal.Load[account.Opportunity](ctx, src, deal)
	if err != nil {
		return nil, err
	}
	w := m.workspace(func(e Element) string { return e.Path })
	w.Name = d.Name
	known := map[string]bool{}
	for _, e := range m.Elements {
		if e.Environment != "" && !known[e.Environment] {
			known[e.Environment] = true
			w.Environments = append(w.Environments, dsl.Environment{Name: e.Environment})
		}
	}
	views, err := Views(ctx, src, deal)
	for _, v := range views {
		scope, _ := m.Element(v.Scope)
		kind := dsl.ContextView
		if v.Kind == ContainerView {
			kind = dsl.ContainerView
		}
		w.Views = append(w.Views, dsl.View{Kind: kind, Key: string(v.Kind) + "-" + scope.ID, Scope: scope.Path, Title: v.Title,
			Clauses: []dsl.Clause{{Expressions: []string{"*"}}}, Layout: &dsl.AutoLayout{}})
	}
	return dsl.Print(w), err
}

// overlayElements writes the rows over the elements that were read, drops those that went, and
// adds those that forms made.
func (m *Model) overlayElements(w *dsl.Workspace, key map[string]string) {
	byOrigin := map[string]Element{}
	for _, e := range m.Elements {
		if e.Origin != "" {
			byOrigin[e.Origin] = e
		}
	}
	var out []dsl.Element
	known := map[string]bool{}
	for _, d := range w.Elements {
		if e, ok := byOrigin[d.Key]; ok {
			e.fill(&d, key)
			out = append(out, d)
		}
	}
	for _, e := range m.Elements {
		if e.Origin == "" {
			d := dsl.Element{}
			e.fill(&d, key)
			out = append(out, d)
		}
	}
	w.Elements = out
	for _, e := range w.Environments {
		known[e.Name] = true
	}
	for _, e := range out {
		if e.Environment != "" && !known[e.Environment] {
			known[e.Environment] = true
			w.Environments = append(w.Environments, dsl.Environment{Name: e.Environment})
		}
	}
}

func (m *Model) overlayRelationships(w *dsl.Workspace, key map[string]string) {
	rest := map[string][]Relationship{}
	for _, r := range m.Relationships {
		rest[r.Origin] = append(rest[r.Origin], r)
	}
	var out []dsl.Relationship
	for _, d := range w.Relationships {
		if d.Implied {
			out = append(out, d)
			continue
		}
		if k := d.Key(); len(rest[k]) > 0 {
			rest[k][0].fill(&d, key)
			rest[k] = rest[k][1:]
			out = append(out, d)
		}
	}
	for _, r := range rest[""] {
		d := dsl.Relationship{}
		r.fill(&d, key)
		out = append(out, d)
	}
	w.Relationships = out
}
